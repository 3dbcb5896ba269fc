"""Plain values for tests: a touch, a person, a situation on one Tuesday morning."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from comity.coach.commonalities import Commonality, Ground, weighed
from comity.coach.history import (
    BusyPeriod,
    Circumstances,
    Connector,
    Gathering,
    Goal,
    History,
    Owner,
    Person,
    PlaceCalendar,
    Promise,
    Touch,
)
from comity.coach.situation import Situation, situate
from comity.coach.words import AskSize, CommonalityKind, Direction, Kind, Party, Seniority, Signal

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)  # a Tuesday
TODAY = NOW.date()
GOOD = (Signal.LAUGHTER, Signal.CANDID)
BAD = (Signal.CURT, Signal.MULTITASKING, Signal.CUT_SHORT)

_ids = count()


def ago(days: float) -> datetime:
    """Return the moment so many days before NOW; negative days lie ahead."""
    return NOW - timedelta(days=days)


def day(days_ago: int) -> date:
    """Return the day so many days before today."""
    return TODAY - timedelta(days=days_ago)


def touch(days_ago: float, kind: Kind, direction: Direction, **given: Any) -> Touch:
    """Return an interaction so many days ago."""
    return Touch(given.pop("id", f"touch-{next(_ids)}"), ago(days_ago), kind, direction, **given)


def sent(days_ago: float, **given: Any) -> Touch:
    """Return an email of the owner's."""
    return touch(days_ago, Kind.EMAIL, Direction.OUTBOUND, **given)


def got(days_ago: float, **given: Any) -> Touch:
    """Return an email of theirs."""
    return touch(days_ago, Kind.EMAIL, Direction.INBOUND, **given)


def talked(days_ago: float, *, minutes: int | None = 30, signals: Sequence[Signal] = (), **given: Any) -> Touch:
    """Return a call that was assessed."""
    given = {"assessed": True, **given}
    kind = given.pop("kind", Kind.CALL)
    return touch(days_ago, kind, Direction.MUTUAL, duration_minutes=minutes, signals=tuple(signals), **given)


def rapport() -> tuple[Touch, ...]:
    """Return two good calls, a hundred and ten days ago: rapport, and warm."""
    return talked(100, signals=GOOD), talked(10, signals=GOOD), sent(9, expects_reply=False)


def promised(by: Party, *, made: float, due: int | None = None, **given: Any) -> Promise:
    """Return a promise made so many days ago; `due` counts days ago too."""
    due_on = None if due is None else day(due)
    return Promise(given.pop("id", "promise"), by, "send the article", ago(made), due_on, **given)


def event(starts: float, *, hours: int = 8, **given: Any) -> Gathering:
    """Return an event that starts so many days ago."""
    return Gathering("dataconf", "DataConf", ago(starts), ago(starts) + timedelta(hours=hours), **given)


def shared(name: str = "Delft") -> Commonality:
    """Return something rare that both have."""
    (found,) = weighed([Ground(CommonalityKind.SCHOOL, name, name)], {}, contacts=9, person=sam(), as_of=NOW)
    return found


def goal(size: AskSize = AskSize.INTRODUCTION, **given: Any) -> Goal:
    """Return an active goal, by default one that names Sam."""
    given = {"contact_ids": frozenset({"sam"}), **given}
    return Goal(given.pop("id", "goal"), "find a mentor", size, **given)


def busy(first: int, last: int) -> BusyPeriod:
    """Return a busy period between two days, counted as days ago."""
    return BusyPeriod(day(first), day(last), "moving house")


def sam(**given: Any) -> Person:
    """Return the contact."""
    return Person("sam", "Sam Okafor", **given)


def connector(*touches: Touch, strength: float = 0.8, name: str = "Ben Ito", **given: Any) -> Connector:
    """Return somebody who knows Sam."""
    person = Person(given.pop("id", "ben"), name, **given)
    return Connector(History(person, touches), strength, PlaceCalendar("UTC"))


def situation(
    *touches: Touch,
    want: AskSize | None = None,
    person: Person | None = None,
    owner: Owner | None = None,
    goals: Sequence[Goal] = (),
    connectors: Sequence[Connector] = (),
    calendar: PlaceCalendar | None = None,
    **known: Any,
) -> Situation:
    """Return a situation at NOW. known: promises, follow_ups, gatherings."""
    history = History(person or sam(), touches, **known)
    around = Circumstances(
        owner or Owner(seniority=Seniority.MID), calendar or PlaceCalendar("UTC"), tuple(goals), tuple(connectors)
    )
    return situate(history, around, as_of=NOW, want=want)
