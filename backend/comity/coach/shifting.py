"""What is due while the owner is away: moved behind it, the weightiest first, without a pile on the first day back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from comity.coach.days import day_at
from comity.coach.decide import OBLIGING
from comity.coach.rules import follow_up
from comity.coach.welcome import Both, Move, welcome
from comity.coach.words import Action


@dataclass(frozen=True, slots=True)
class Waiting:
    """A follow-up that is due while the owner is away. both: the owner's days away are in it already."""

    id: str
    due_at: datetime
    action: Action
    importance: int
    both: Both
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """Where a follow-up went, and what moved it there, in order."""

    id: str
    due_at: datetime
    moves: tuple[Move, ...]


def shifted(waiting: Iterable[Waiting], *, timezone: str, load: Mapping[date, int], room: int) -> list[Shifted]:
    """Return where these follow-ups go: obligations first, then who matters most, then what waits longest.

    timezone: the owner's. load: how many others are due on each day. room: how many a day may hold, 1 or more; a day
    that holds more already gets none. Each lies in a welcome moment, never before it was due. Source: playbook §5.
    """
    load = dict(load)
    found = []
    for one in sorted(waiting, key=_weight):
        placed = _placed(one, timezone, load, room)
        day = day_at(placed.due_at, timezone)
        load[day] = load.get(day, 0) + 1
        found.append(placed)
    return found


def _weight(one: Waiting) -> tuple[bool, int, datetime, str]:
    return one.action not in OBLIGING, -one.importance, one.due_at, one.id


def _placed(one: Waiting, timezone: str, load: Mapping[date, int], room: int) -> Shifted:
    due_at, moves = welcome(one.due_at, one.both, asks=one.asks)
    while True:
        day = day_at(due_at, timezone)
        free = follow_up.spread(day, load=load, room=room)
        if free == day:
            return Shifted(one.id, due_at, moves)
        there = _on_day(free, due_at, timezone)
        due_at, more = welcome(there, one.both, asks=one.asks)
        moves = (*moves, Move("follow-up.spread", moves[-1].to if moves else one.due_at, there), *more)


def _on_day(day: date, at: datetime, timezone: str) -> datetime:
    zone = ZoneInfo(timezone)
    return datetime.combine(day, at.astimezone(zone).time(), zone)
