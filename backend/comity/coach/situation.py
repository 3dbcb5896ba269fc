"""One contact at one instant, with all that the rules look at."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from comity.coach import blocks, goals, ladder, phrases, telling
from comity.coach.days import day_at, start_of
from comity.coach.history import Circumstances, Connector, Goal, HandMadeFollowUp, History, Person, Touch
from comity.coach.introductions import Found, Way, ways_to
from comity.coach.relationship import AskMade, Relationship, fold
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.touches import PLANNABLE
from comity.coach.words import AskOutcome, AskSize, TrustStage, Urgency

_MORNING = time(9)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the owner wants of this contact: an ask they named (`want`), or an active goal's.

    goal: for a `want`, the active goal of that very size for this contact, if there is one: it presses as that does.
    """

    ask_size: AskSize
    goal: Goal | None = None

    @property
    def is_urgent(self) -> bool:
        """Whether it may go in a vacation season."""
        return self.goal is not None and self.goal.urgency is Urgency.HIGH


@dataclass(frozen=True)
class Situation:
    """All that is known when a step is chosen. want: an ask that the owner asks about.

    tells_later: the sentences are read on another day, so days stand in them as marks (see `telling`).
    """

    history: History
    circumstances: Circumstances
    relationship: Relationship
    as_of: datetime
    want: AskSize | None = None
    limits: Thresholds = DEFAULTS
    tells_later: bool = False

    @property
    def person(self) -> Person:
        """The contact."""
        return self.history.person

    @cached_property
    def name(self) -> str:
        """What to call the contact in a sentence."""
        return phrases.first_name(self.person.full_name)

    @cached_property
    def today(self) -> date:
        """The owner's day: promises and goals go by it."""
        return day_at(self.as_of, self.circumstances.owner.timezone)

    @cached_property
    def their_day(self) -> date:
        """The contact's day: occasions and timing go by it."""
        return day_at(self.as_of, self.circumstances.calendar.timezone)

    def owners_day(self, moment: datetime) -> date:
        """Return the owner's day of a moment."""
        return day_at(moment, self.circumstances.owner.timezone)

    def on(self, when: date | datetime) -> str:
        """Return a day, or the owner's day of a moment, as people say it."""
        return self.say("on", when)

    def ago(self, moment: datetime) -> str:
        """Return how many of the owner's days ago a moment was, as people say it."""
        return self.say("ago", moment)

    def say(self, way: str, when: date | datetime) -> str:
        """Return a day, or the owner's day of a moment, in one of the ways of `telling.said`."""
        day = self.owners_day(when) if isinstance(when, datetime) else when
        return telling.marked(way, day) if self.tells_later else telling.said(way, day, self.today)

    def their_midnight(self, day: date) -> datetime:
        """Return when a day begins at the contact's place."""
        return start_of(day, self.circumstances.calendar.timezone)

    def owners_midnight(self, day: date) -> datetime:
        """Return when a day begins at the owner's place."""
        return start_of(day, self.circumstances.owner.timezone)

    def owners_morning(self, day: date) -> datetime:
        """Return nine o'clock on a day at the owner's place, whatever the clocks did in the night."""
        return datetime.combine(day, _MORNING, ZoneInfo(self.circumstances.owner.timezone)).astimezone(UTC)

    @cached_property
    def planned_today(self) -> HandMadeFollowUp | None:
        """The next follow-up of the owner's own for later on this day of theirs."""
        later = [
            planned
            for planned in self.history.follow_ups
            if planned.due_at > self.as_of and self.owners_day(planned.due_at) == self.today
        ]
        return min(later, key=lambda planned: (planned.due_at, planned.id), default=None)

    @cached_property
    def planned(self) -> Touch | None:
        """The next planned conversation."""
        ahead = [t for t in self.history.touches if t.occurred_at > self.as_of and t.kind in PLANNABLE]
        return min(ahead, key=lambda touch: (touch.occurred_at, touch.id), default=None)

    @cached_property
    def goals(self) -> list[Goal]:
        """The active goals that concern the contact, the most pressing first."""
        return goals.concerning(self.person, self.circumstances.goals, today=self.today)

    @cached_property
    def wish(self) -> Wish | None:
        """What is wanted: what the owner asks about, else the most pressing goal that this contact can serve now."""
        served = [goal for goal in self.goals if self._can_serve(goal)]
        if self.want is not None:
            same = [goal for goal in served if goal.ask_size is self.want]
            return Wish(self.want, max(same, key=lambda goal: goal.urgency.rung, default=None))
        free = [goal for goal in served if self.blocked_until(goal.ask_size) is None]
        return next((Wish(goal.ask_size, goal) for goal in (*free, *served)), None)

    def blocked_until(self, size: AskSize) -> tuple[datetime, AskMade] | None:
        """Return until when an earlier ask stands against one of this size, and that ask; None if none does."""
        return blocks.blocked_until(self.relationship, size, self.limits)

    def _can_serve(self, goal: Goal) -> bool:
        """Say whether this contact is one to serve a goal: close enough if it names nobody, and not served already."""
        near = self.relationship.trust_stage >= TrustStage.RAPPORT or goals.names(goal, self.person) > 0
        return goal.ask_size is not AskSize.NONE and near and not self._has_granted(goal.ask_size)

    def _has_granted(self, size: AskSize) -> bool:
        """Say whether they granted such an ask lately; older favours served other goals."""
        return any(
            ask.outcome is AskOutcome.GRANTED
            and ask.touch.ask_size >= size
            and (self.as_of - ask.touch.occurred_at).days < self.limits.granted_memory_days
            for ask in self.relationship.asks
        )

    @property
    def goal_id(self) -> str | None:
        """The goal behind the wish, if it is one."""
        return self.wish.goal.id if self.wish and self.wish.goal else None

    @cached_property
    def wished(self) -> AskSize:
        """The wish as far as trust allows it: an ask above it is capped."""
        size = self.wish.ask_size if self.wish else AskSize.QUESTION
        return ladder.capped(size, self.relationship.max_ask)

    @property
    def never_met(self) -> bool:
        """Whether this is nobody the owner has ever met; a mere connection is not met in this sense."""
        return self.relationship.mere_connection or not self.relationship.met

    def at_connector(self, connector: Connector) -> "Situation":
        """Return the situation of a connector, who has connectors of their own only in longer paths."""
        around = replace(self.circumstances, calendar=connector.calendar, connectors=(), neighbours=())
        there = situate(connector.history, around, as_of=self.as_of, limits=self.limits)
        return replace(there, tells_later=self.tells_later)

    @cached_property
    def ways(self) -> Found:
        """The ways to the contact over people who know them."""
        return ways_to(self.person, self.circumstances, as_of=self.as_of, today=self.today, limits=self.limits)

    @property
    def asked_for(self) -> tuple[Connector, Touch] | None:
        """Who was asked for an introduction to the contact and has not answered yet, and that ask."""
        asks = ((one.connector, ask) for one in self.ways.not_now for ask in one.open_asks)
        return next(((connector, ask) for connector, ask in asks if ask.id in self.history.asked_about), None)

    @property
    def way(self) -> Way | None:
        """The likeliest usable way."""
        return self.ways.best


def situate(
    history: History,
    circumstances: Circumstances,
    *,
    as_of: datetime,
    want: AskSize | None = None,
    limits: Thresholds = DEFAULTS,
) -> Situation:
    """Fold the log and put the relationship into its circumstances."""
    relationship = fold(history, owner=circumstances.owner, as_of=as_of, limits=limits)
    return Situation(history, circumstances, relationship, as_of, want if want is not AskSize.NONE else None, limits)
