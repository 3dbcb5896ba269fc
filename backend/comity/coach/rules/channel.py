"""By which way a message goes: the rules `channel.*`."""

from collections.abc import Iterable
from datetime import datetime

from comity.coach.history import History, Touch
from comity.coach.touches import channel_of, in_order
from comity.coach.words import Channel, Direction

_BY_PREFERENCE = (Channel.EMAIL, Channel.LINKEDIN, Channel.TEXT)  # phone and video only for an agreed conversation


def where_they_answer(history: History, as_of: datetime) -> Channel:
    """Return the channel they answered last, else the best of those known: at first email, else LinkedIn.

    A channel that was used counts as known. Without any address LinkedIn remains, where people are found by name.
    """
    past = in_order(touch for touch in history.touches if touch.occurred_at <= as_of)
    answers = [channel for touch in past if touch.direction is not Direction.OUTBOUND for channel in _written(touch)]
    if answers:
        return answers[-1]
    known = history.person.channels | {channel for touch in past for channel in _written(touch)}
    return next((channel for channel in _BY_PREFERENCE if channel in known), Channel.LINKEDIN)


def _written(touch: Touch) -> Iterable[Channel]:
    channel = channel_of(touch)
    return (channel,) if channel in _BY_PREFERENCE else ()
