"""When a touch would be welcome on both sides: the first such moment from a wanted one on, and what moved it.

The contact's day is kept strictly: it is their attention that is asked for. The owner's own hours give way where a
whole day of the contact's has no hour in common with them: first the working hours, then the quiet ones.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from comity.coach.days import day_at, start_of
from comity.coach.history import History, Owner, PlaceCalendar
from comity.coach.place import Place
from comity.coach.postponing import asks_wait
from comity.coach.rules import timing
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Action, AskSize

ASKING = frozenset({Action.PROPOSE_CALL, Action.PROPOSE_MEETING, Action.MAKE_ASK, Action.REQUEST_INTRODUCTION})
OF_THE_DAY = frozenset({"timing.hours", "timing.quiet-hours", "timing.own-hours"})
Later = Callable[[datetime], datetime]


@dataclass(frozen=True, slots=True)
class Move:
    """A rule moved a touch. from_, to: instants in UTC, the second the later one."""

    rule: str
    from_: datetime
    to: datetime


@dataclass(frozen=True, slots=True)
class Both:
    """Whose time a touch takes: the contact's, at their place, and the owner's."""

    history: History
    calendar: PlaceCalendar
    owner: Owner
    limits: Thresholds = DEFAULTS


def welcome(moment: datetime, both: Both, *, asks: bool = False) -> tuple[datetime, tuple[Move, ...]]:
    """Return the first welcome moment from `moment` on, and the moves that led there, in order.

    moment: aware. asks: the touch asks for something, so what makes asks wait counts too. The answer: UTC, never
    earlier than `moment`; a welcome moment stays. Source: playbook §3, `timing.*`, and §4, windows.
    """
    moment = moment.astimezone(UTC)
    moves: list[Move] = []
    while (move := next(_moves(moment, both, asks=asks), None)) is not None:
        moves.append(move)
        moment = move.to
    return moment, tuple(_merged(moves))


def asks_for(action: Action, ask_size: AskSize) -> bool:
    """Say whether a touch asks for something."""
    return ask_size is not AskSize.NONE or action in ASKING


def moved_most(moves: Iterable[Move]) -> str | None:
    """Return the rule that moved a touch most: one that moves by days, else by hours, the furthest; or None."""
    spans: dict[str, float] = {}
    for move in moves:
        spans[move.rule] = spans.get(move.rule, 0.0) + (move.to - move.from_).total_seconds()
    return max(spans, key=lambda rule: (rule not in OF_THE_DAY, spans[rule]), default=None)


def _moves(moment: datetime, both: Both, *, asks: bool) -> Iterator[Move]:
    """Yield what moves a touch away from a moment, the weightiest first."""
    calendar, limits = both.calendar, both.limits
    back = timing.away(moment, owner=both.owner)
    if back > moment:
        yield Move("timing.away", moment, back)
    place = Place(both.history, calendar, day_at(moment, calendar.timezone), limits)
    for rule, day in asks_wait(place) if asks else ():
        yield Move(rule, moment, max(moment, start_of(day, calendar.timezone)))
    working = timing.holiday(moment, calendar=calendar)
    if working > moment:
        yield Move("timing.holiday", moment, working)
    morning = timing.hours(moment, zone=ZoneInfo(calendar.timezone), limits=limits)
    if morning > moment:
        yield Move("timing.hours", moment, morning)
    yield from _by_owners_hours(moment, both)


def _by_owners_hours(moment: datetime, both: Both) -> Iterator[Move]:
    """Yield the move to the first moment of the contact's working day that suits the owner; at its end if none does."""
    zone, limits = ZoneInfo(both.calendar.timezone), both.limits
    day = day_at(moment, both.calendar.timezone)
    opens, closes = (datetime.combine(day, at, zone) for at in (limits.day_opens, limits.day_closes))
    quiet: tuple[str, Later] = ("timing.quiet-hours", lambda at: timing.quiet_hours(at, owner=both.owner))
    own: tuple[str, Later] = ("timing.own-hours", lambda at: timing.own_hours(at, owner=both.owner))
    for rules in ((quiet, own), (quiet,)):
        if _first_fit(opens.astimezone(UTC), closes, rules) is None:
            continue  # no hour of this day would do: these rules give way
        found = _first_fit(moment, closes, rules)
        if found != moment:
            rule = next(rule for rule, later in rules if later(moment) > moment)
            yield Move(rule, moment, closes.astimezone(UTC) if found is None else found)
        return


def _first_fit(moment: datetime, closes: datetime, rules: Sequence[tuple[str, Later]]) -> datetime | None:
    """Return the first moment before `closes` that no rule moves, or None."""
    while moment < closes:
        later = moment
        for _, rule in rules:
            later = rule(later)
        if later == moment:
            return moment
        moment = later
    return None


def _merged(moves: Sequence[Move]) -> Iterator[Move]:
    """Yield the moves, those of one rule that follow each other as one."""
    current: Move | None = None
    for move in moves:
        if current is not None and current.rule == move.rule:
            current = Move(move.rule, current.from_, move.to)
            continue
        if current is not None:
            yield current
        current = move
    if current is not None:
        yield current
