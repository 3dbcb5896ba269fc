"""By which way a message goes: the rules `channel.*`."""

from collections.abc import Iterable
from datetime import datetime

from comity.coach.history import History, Touch
from comity.coach.log import in_order
from comity.coach.words import Channel, Direction, Kind

_BY_PREFERENCE = (Channel.EMAIL, Channel.LINKEDIN, Channel.TEXT)  # phone and video only for an agreed conversation
_BY_KIND = {
    Kind.EMAIL: Channel.EMAIL,
    Kind.CALL: Channel.PHONE,
    Kind.VIDEO_CALL: Channel.VIDEO,
    Kind.MEETING: Channel.IN_PERSON,
    Kind.EVENT: Channel.IN_PERSON,
}


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


def of_conversation(touch: Touch) -> Channel | None:
    """Return the channel of a conversation: as agreed, else as its kind says."""
    return touch.channel or _BY_KIND.get(touch.kind)


def _written(touch: Touch) -> Iterable[Channel]:
    channel = touch.channel or _BY_KIND.get(touch.kind)
    return (channel,) if channel in _BY_PREFERENCE else ()
