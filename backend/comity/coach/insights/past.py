"""One contact's log, looked at again: what stood on which day."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cached_property

from comity.coach import phrases
from comity.coach.days import day_at
from comity.coach.exchanges import DayOfExchange, by_day, half_life_of, warmth_of
from comity.coach.favours import Favour, favours_of
from comity.coach.history import Circumstances, History, Person, Touch
from comity.coach.promises import PromiseState, state_of
from comity.coach.relationship import Relationship, fold
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.touches import in_order
from comity.coach.trust import Record, stage_of
from comity.coach.walk import Ask, Walk
from comity.coach.words import TrustStage

JUST_BEFORE = timedelta(microseconds=1)
MOST_WALKED = 400_000  # touches walked over again for one answer: about two seconds, whatever somebody has logged
MOST_STAGES = 60  # changes of one contact looked at singly, the latest; older ones share the stage before them


class Patience:
    """How many touches may still be walked over again. What is asked when it has run out stays unjudged."""

    def __init__(self, touches: int = MOST_WALKED) -> None:
        self._left = touches
        self.ran_out = False

    def allows(self, touches: int) -> bool:
        """Say whether another fold over so many touches is affordable, and take it off."""
        self._left -= touches
        self.ran_out = self.ran_out or self._left < 0
        return self._left >= 0


class Past:
    """One contact from `since` to `as_of`: one walk over the log, and the relationship as it stood at any instant.

    The walk is that of `as_of`; what depends on the day is asked of `before`, which folds the log of that day.
    """

    def __init__(
        self,
        history: History,
        circumstances: Circumstances,
        *,
        since: datetime,
        as_of: datetime,
        patience: Patience,
        limits: Thresholds = DEFAULTS,
    ) -> None:
        self.history = history
        self.circumstances = circumstances
        self.since = since
        self.as_of = as_of
        self.limits = limits
        self.touches = in_order(touch for touch in history.touches if touch.occurred_at <= as_of)
        self.walk = Walk(as_of=as_of, limits=limits, estimates=False).over(self.touches)
        self._patience = patience
        self._stages: dict[int, TrustStage] = {}

    @property
    def person(self) -> Person:
        """The contact."""
        return self.history.person

    @cached_property
    def name(self) -> str:
        """What to call the contact in a sentence."""
        return phrases.first_name(self.person.full_name)

    def covers(self, moment: datetime) -> bool:
        """Say whether a moment lies in the time that is looked at."""
        return self.since < moment <= self.as_of

    def on(self, moment: datetime) -> str:
        """Return the owner's day of a moment, as people say it."""
        return phrases.on(day_at(moment, self.circumstances.owner.timezone), self._today)

    @cached_property
    def _today(self) -> date:
        return day_at(self.as_of, self.circumstances.owner.timezone)

    def asks(self) -> Iterator[Ask]:
        """Yield the asks that the owner made in that time; one that repeats an open ask is no new one."""
        return (ask for ask in self.walk.asks if self.covers(ask.touch.occurred_at))

    def before(self, touch: Touch) -> Relationship | None:
        """Return the relationship as it stood when a touch was made; None where the patience has run out."""
        if not self._patience.allows(len(self.touches)):
            return None
        moment = touch.occurred_at - JUST_BEFORE
        return fold(self.history, owner=self.circumstances.owner, as_of=moment, limits=self.limits)

    @cached_property
    def promises(self) -> tuple[PromiseState, ...]:
        """The promises made by `as_of`, as they stand then."""
        zone, made = self.circumstances.owner.timezone, self.history.promises
        return tuple(
            state_of(promise, self.walk.checks, as_of=self.as_of, timezone=zone, limits=self.limits)
            for promise in made
            if promise.made_at <= self.as_of
        )

    @cached_property
    def favours(self) -> list[Favour]:
        """Every give and take so far."""
        return favours_of(self.walk, self.promises)

    @cached_property
    def days(self) -> list[DayOfExchange]:
        """The exchanges, one for each of the owner's days."""
        return by_day(self.walk.exchanges, self.circumstances.owner.timezone)

    def warmth_at(self, moment: datetime) -> float:
        """Return the warmth as it was at a moment, 0..1."""
        known = self.days[: bisect_right(self.days, moment, key=lambda day: day.at)]
        if not known:
            return 0.0
        exchanges = self.walk.exchanges
        last, _ = exchanges[bisect_right(exchanges, moment, key=lambda exchange: exchange[0]) - 1]
        return warmth_of(last, half_life_of(known, self.limits), moment)

    def stage_at(self, moment: datetime) -> TrustStage:
        """Return the trust stage as it stood at a moment: it changes with the log, and with a lapse."""
        place = bisect_right(self._changes, moment)
        if place not in self._stages:
            corrections = [note for note in self.walk.corrections if note.occurred_at <= moment]
            self._stages[place] = stage_of(self._record, corrections, as_of=moment, limits=self.limits)
        return self._stages[place]

    @cached_property
    def _record(self) -> Record:
        lapses = [state.lapsed_at for state in self.promises if state.lapsed_at is not None]
        return Record(self.days, self.walk.conversations, self.walk.assessed, lapses)

    @cached_property
    def _changes(self) -> list[datetime]:
        """The instants in the time looked at from which the stage may be another one."""
        walk, memory = self.walk, timedelta(days=self.limits.lapse_memory_days)
        instants = {day.at for day in self.days}
        instants |= {touch.occurred_at for touch in (*walk.conversations, *walk.assessed, *walk.corrections)}
        instants |= {at + span for at in self._record.lapses for span in (timedelta(), memory)}
        return sorted(at for at in instants if self.since < at <= self.as_of)[-MOST_STAGES:]
