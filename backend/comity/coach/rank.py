"""Whom today: the index of playbook §5 and the daily cut."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp, log

from comity.coach import commonalities, goals
from comity.coach.days import day_at, day_number, start_of
from comity.coach.history import Background, Goal, Person
from comity.coach.pressing import USUAL_CLOSING, doubted
from comity.coach.relationship import Relationship
from comity.coach.step import NextStep
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.windows import PAUSES
from comity.coach.words import Kind


@dataclass(frozen=True, slots=True)
class Ranking:
    """The index without the clock: ceiling * (1 - exp(-x) * (1 + x)) with x = (day - last_day) * rate.

    last_day: days since 1970 of the last exchange; None, never in exchange: x is 1.
    """

    ceiling: float
    rate: float
    last_day: float | None

    def on(self, day: float) -> float:
        """Return the index at an instant, in days since 1970: at what price now and later are worth the same."""
        x = 1.0 if self.last_day is None else (day - self.last_day) * self.rate
        return self.ceiling * (1 - exp(-x) * (1 + x))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A step that competes for today. newcomer: never in exchange and not connected either."""

    step: NextStep
    contact_id: str
    index: float
    newcomer: bool


def value(
    person: Person,
    active: Iterable[Goal],
    background: Background,
    *,
    as_of: datetime,
    timezone: str = "UTC",
    limits: Thresholds = DEFAULTS,
) -> float:
    """Return what this tie is worth to the owner: importance, an active goal, a commonality, a fresh connection.

    timezone: the owner's, whose day it is.
    """
    worth = float(person.importance)
    if goals.concerning(person, active, today=day_at(as_of, timezone)):
        worth *= limits.goal_factor
    if commonalities.shared(person, background):
        worth += limits.commonality_worth
    return worth + limits.connection_worth * _is_fresh(person, as_of, timezone, limits)


def ranking(
    relationship: Relationship, *, value: float, closing_rate: float = USUAL_CLOSING, limits: Thresholds = DEFAULTS
) -> Ranking:
    """Return the ingredients of the index, which a derived row can store.

    It goes by the lasting chance of a reply: one that falls with silence would count the silence twice (ADR 12). After
    two silences that are still remembered it is less what a third touch risks. closing_rate: see `pressing.py`.
    """
    last = relationship.last_reciprocated_at
    half_life = relationship.half_life_days if last else limits.first_half_life_days[Kind.MESSAGE]
    span = half_life / log(2)
    chance = relationship.responsiveness.mean
    if relationship.pressing:
        chance = doubted(chance, closing_rate)
    ceiling = value * chance * span
    return Ranking(ceiling, 1 / span, day_number(last) if last else None)


def index(relationship: Relationship, *, value: float, limits: Thresholds = DEFAULTS) -> float:
    """Return what a touch now is worth."""
    return ranking(relationship, value=value, limits=limits).on(day_number(relationship.as_of))


def todays(
    candidates: Iterable[Candidate], *, room: int, until: datetime, limits: Thresholds = DEFAULTS
) -> list[Candidate]:
    """Return the obligations by due date, never cut, then the best of the rest for which there is room.

    room: touches a day in all. until: the end of the owner's day; a step whose window opens later is not today's.
    """
    due = [candidate for candidate in candidates if _is_todays(candidate.step, until)]
    owed = sorted((c for c in due if c.step.obligation), key=lambda c: (c.step.due_at or until, -c.index, c.contact_id))
    rest = sorted((c for c in due if not c.step.obligation), key=lambda c: (-c.index, c.contact_id))
    return [*owed, *_cut(rest, max(0, room - len(owed)), limits)]


def is_newcomer(relationship: Relationship, person: Person) -> bool:
    """Say whether somebody was never in exchange with the owner and is not connected either."""
    return relationship.exchanges == 0 and person.connected_on is None


def _is_fresh(person: Person, as_of: datetime, timezone: str, limits: Thresholds) -> bool:
    """Say whether they accepted a connection lately."""
    if person.connected_on is None:
        return False
    age = as_of - start_of(person.connected_on, timezone)
    return timedelta() <= age < timedelta(days=limits.fresh_connection_days)


def _is_todays(step: NextStep, until: datetime) -> bool:
    if step.action is None or step.action in PAUSES:
        return False
    return step.window is None or step.window.opens_at < until


def _cut(ranked: Iterable[Candidate], room: int, limits: Thresholds) -> list[Candidate]:
    chosen: list[Candidate] = []
    newcomers = 0
    for candidate in ranked:
        if len(chosen) >= room:
            break
        if candidate.newcomer and newcomers >= limits.newcomers_a_day:
            continue
        newcomers += candidate.newcomer
        chosen.append(candidate)
    return chosen
