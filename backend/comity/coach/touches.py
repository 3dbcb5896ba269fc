"""What one interaction is: a word, a conversation, light or assessed (playbook §1)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from comity.coach.history import Touch
from comity.coach.thresholds import Thresholds
from comity.coach.words import NEGATIVE_SIGNALS, AskOutcome, Channel, Direction, Kind, Purpose, Signal

WRITTEN = frozenset({Kind.EMAIL, Kind.MESSAGE})
TALKS = frozenset({Kind.CALL, Kind.VIDEO_CALL, Kind.MEETING, Kind.EVENT})
PLANNABLE = frozenset({Kind.CALL, Kind.VIDEO_CALL, Kind.MEETING})
NO_ANSWER_NEEDED = frozenset({Purpose.THANKS, Purpose.CONGRATULATION, Purpose.SHARE, Purpose.PROMISE_DELIVERY})
THEIR_WORD = frozenset({AskOutcome.GRANTED, AskOutcome.DECLINED})
WELCOMES = frozenset({Signal.INVITED_TO_RECONNECT, Signal.OFFERED_HELP})
OFFERS = frozenset({Signal.OFFERED_HELP, Signal.OFFERED_INTRODUCTION})

_CHANNELS = {
    Kind.EMAIL: Channel.EMAIL,
    Kind.CALL: Channel.PHONE,
    Kind.VIDEO_CALL: Channel.VIDEO,
    Kind.MEETING: Channel.IN_PERSON,
    Kind.EVENT: Channel.IN_PERSON,
}
_PLACE = {Direction.OUTBOUND: 0, Direction.MUTUAL: 1, Direction.INBOUND: 2}


def channel_of(touch: Touch) -> Channel | None:
    """Return the channel of a touch: as noted, else as its kind says."""
    return touch.channel or _CHANNELS.get(touch.kind)


def in_order(touches: Iterable[Touch]) -> list[Touch]:
    """Return the touches in time order; at one instant a question stands before its answer."""
    return sorted(touches, key=lambda touch: (touch.occurred_at, _PLACE[touch.direction], touch.kind, touch.id))


def is_light(touch: Touch, limits: Thresholds) -> bool:
    """Say whether a conversation was too short to count as an exchange."""
    least = limits.light_event_minutes if touch.kind is Kind.EVENT else limits.light_minutes
    return touch.duration_minutes is not None and touch.duration_minutes < least


def is_assessed(touch: Touch) -> bool:
    """Say whether somebody noted how it went."""
    return touch.assessed or bool(touch.signals)


def momentum_of(touch: Touch) -> int:
    """Return positive minus negative signals, -3..+3."""
    return _momentum(touch.signals) if touch.signals else 0


@lru_cache(maxsize=4096)
def _momentum(signals: tuple[Signal, ...]) -> int:
    """A log looked at again and again asks for the same few combinations."""
    shown = set(signals)
    negative = len(shown & NEGATIVE_SIGNALS)
    return max(-3, min(3, len(shown) - 2 * negative))


def silence_over_at(touch: Touch, unanswered: int, limits: Thresholds) -> datetime:
    """Return when the waiting window of the owner's touch ends: longer for the second and for a check of promises."""
    longer = unanswered >= 2 or touch.purpose is Purpose.PROMISE_CHECK
    return touch.occurred_at + timedelta(days=limits.second_silence_days if longer else limits.silence_days)
