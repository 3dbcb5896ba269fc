"""By which way people write to the owner (playbook §3, `channel.where-they-answer`)."""

from collections.abc import Iterator
from datetime import datetime

from comity.coach.history import History, Touch
from comity.coach.touches import channel_of
from comity.coach.words import Channel, Direction

BY_PREFERENCE = (Channel.EMAIL, Channel.LINKEDIN, Channel.TEXT)  # phone and video only for an agreed conversation


def last_answer(history: History, as_of: datetime) -> Touch | None:
    """Return their last written word, None where they never wrote."""
    theirs = (touch for touch in past(history, as_of) if touch.direction is not Direction.OUTBOUND)
    answers = [touch for touch in theirs if written(touch)]
    return max(answers, key=lambda touch: (touch.occurred_at, touch.id), default=None)


def past(history: History, as_of: datetime) -> Iterator[Touch]:
    """Return what happened until an instant."""
    return (touch for touch in history.touches if touch.occurred_at <= as_of)


def written(touch: Touch) -> tuple[Channel, ...]:
    """Return the way a touch went, if it was written."""
    channel = channel_of(touch)
    return (channel,) if channel in BY_PREFERENCE else ()
