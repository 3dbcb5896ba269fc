"""Whom today: the index of playbook §5 and the daily cut."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from comity.coach.history import Background, Goal, Person
from comity.coach.relationship import Relationship
from comity.coach.step import NextStep
from comity.coach.thresholds import DEFAULTS, Thresholds


@dataclass(frozen=True, slots=True)
class Ranking:
    """The index without the clock: ceiling * (1 - exp(-x) * (1 + x)) with x = (day - last_day) * rate.

    last_day: days since 1970 of the last exchange; None, never in exchange: x is 1.
    """

    ceiling: float
    rate: float
    last_day: float | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A step that competes for today. newcomer: never in exchange and not connected either."""

    step: NextStep
    contact_id: str
    index: float
    newcomer: bool


def value(
    person: Person,
    goals: Iterable[Goal],
    background: Background,
    *,
    as_of: datetime,
    timezone: str = "UTC",
    limits: Thresholds = DEFAULTS,
) -> float:
    """Return what this tie is worth to the owner: importance, an active goal, a commonality, a fresh connection."""
    raise NotImplementedError


def ranking(relationship: Relationship, *, value: float, limits: Thresholds = DEFAULTS) -> Ranking:
    """Return the ingredients of the index, which a derived row can store."""
    raise NotImplementedError


def index(relationship: Relationship, *, value: float, limits: Thresholds = DEFAULTS) -> float:
    """Return what a touch now is worth."""
    raise NotImplementedError


def todays(
    candidates: Iterable[Candidate], *, room: int, until: datetime, limits: Thresholds = DEFAULTS
) -> list[Candidate]:
    """Return the obligations by due date, never cut, then the best of the rest for which there is room.

    room: touches a day in all. until: the end of the owner's day; a step whose window opens later is not today's.
    """
    raise NotImplementedError
