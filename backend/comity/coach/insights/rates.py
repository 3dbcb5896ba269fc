"""How often words are answered, by what they were like (playbook §8)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from statistics import median
from zoneinfo import ZoneInfo

from comity.coach.days import days_between
from comity.coach.insights.past import JUST_BEFORE, Past
from comity.coach.responsiveness import Responsiveness
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.touches import THEIR_WORD, channel_of
from comity.coach.words import AskSize, Channel, TrustStage

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LENGTHS = (50, DEFAULTS.first_words, DEFAULTS.later_words)  # words: a glance, then the limits of playbook §6


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of so many: share, low and high are 0..1. of 0: there is no share.

    low, high: the 90 % interval of a Beta distribution that began with no opinion (1, 1).
    too_few: so few that the interval is wider than half of the scale.
    """

    count: int
    of: int
    too_few: bool

    @property
    def share(self) -> float | None:
        """What was seen."""
        return self.count / self.of if self.of else None

    @property
    def low(self) -> float:
        """The 5 % quantile."""
        return _interval(self.count, self.of)[0]

    @property
    def high(self) -> float:
        """The 95 % quantile."""
        return _interval(self.count, self.of)[1]

    @property
    def mean(self) -> float:
        """What to expect: what was seen, and a little doubt."""
        return (1 + self.count) / (2 + self.of)


@dataclass(frozen=True, slots=True)
class Sent:
    """A word of the owner's that expected an answer, and when that came. words: None where no text was logged.

    weekday: theirs, 1 Monday to 7 Sunday. trust_stage: as it stood when it was sent.
    """

    id: str
    at: datetime
    answered_at: datetime | None
    channel: Channel | None
    ask_size: AskSize
    trust_stage: TrustStage
    weekday: int
    words: int | None = None


@dataclass(frozen=True, slots=True)
class ReplyRate:
    """How often words of one kind are answered within a week. days: the median until the answer, None without one."""

    value: str
    rate: Rate
    days: float | None


def rate(count: int, of: int, limits: Thresholds) -> Rate:
    """Return how many of so many."""
    return Rate(count, of, too_few=of < limits.least_to_tell)


@lru_cache(maxsize=4096)
def _interval(count: int, of: int) -> tuple[float, float]:
    belief = Responsiveness(1.0 + count, 1.0 + of - count)
    return belief.low, belief.high


def sent_in(past: Past, words: Mapping[str, int]) -> Iterator[Sent]:
    """Yield the owner's words that expected an answer and had it, or have had a week for it. words: by interaction."""
    zone = ZoneInfo(past.circumstances.calendar.timezone)
    week = timedelta(days=past.limits.answer_within_days)
    pending = (
        (one.touch, None) for one in past.walk.pending if one.expects and one.touch.ask_outcome not in THEIR_WORD
    )
    for touch, answered_at in (*past.walk.answers, *pending):
        if not past.covers(touch.occurred_at) or (answered_at is None and past.as_of - touch.occurred_at < week):
            continue
        yield Sent(
            touch.id,
            touch.occurred_at,
            answered_at,
            channel_of(touch),
            touch.ask_size,
            past.stage_at(touch.occurred_at - JUST_BEFORE),
            touch.occurred_at.astimezone(zone).isoweekday(),
            words.get(touch.id),
        )


def reply_rates(sent: Iterable[Sent], limits: Thresholds) -> dict[str, list[ReplyRate]]:
    """Return the rates of what was sent, by each of its qualities, in the order of the values."""
    sent = list(sent)
    return {name: _by(sent, value_of, order, limits) for name, (value_of, order) in _QUALITIES.items()}


def overall(sent: Iterable[Sent], limits: Thresholds) -> ReplyRate:
    """Return the rate of all that was sent."""
    return _reply_rate("all", list(sent), limits)


def _by(
    sent: Iterable[Sent], value_of: Callable[[Sent], str], order: Iterable[str], limits: Thresholds
) -> list[ReplyRate]:
    groups: dict[str, list[Sent]] = defaultdict(list)
    for one in sent:
        groups[value_of(one)].append(one)
    return [_reply_rate(value, groups[value], limits) for value in order if value in groups]


def _reply_rate(value: str, sent: list[Sent], limits: Thresholds) -> ReplyRate:
    waits = [days_between(one.at, one.answered_at) for one in sent if one.answered_at is not None]
    in_time = sum(days <= limits.answer_within_days for days in waits)
    return ReplyRate(value, rate(in_time, len(sent), limits), median(waits) if waits else None)


def _length(one: Sent) -> str:
    if one.words is None:
        return _NO_TEXT
    return next(
        (name for most, name in zip(LENGTHS, _LENGTH_NAMES, strict=False) if one.words <= most), _LENGTH_NAMES[-1]
    )


_NO_TEXT = "not_logged"
_LENGTH_NAMES = (*(f"up_to_{most}_words" for most in LENGTHS), "longer")
_QUALITIES: dict[str, tuple[Callable[[Sent], str], tuple[str, ...]]] = {
    "channel": (lambda one: one.channel or "unknown", (*Channel, "unknown")),
    "length": (_length, (*_LENGTH_NAMES, _NO_TEXT)),
    "ask_size": (lambda one: one.ask_size, tuple(AskSize)),
    "weekday": (lambda one: WEEKDAYS[one.weekday - 1], WEEKDAYS),
    "trust_stage": (lambda one: one.trust_stage, tuple(TrustStage)),
}
