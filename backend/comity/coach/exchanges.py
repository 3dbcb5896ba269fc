"""Exchanges and the warmth they leave (playbook §2)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import pairwise
from math import exp2
from typing import NamedTuple
from zoneinfo import ZoneInfo

from comity.coach.days import days_between
from comity.coach.history import Touch
from comity.coach.thresholds import Thresholds
from comity.coach.words import Kind

Exchange = tuple[datetime, Touch]  # when, and the touch that completed it


class DayOfExchange(NamedTuple):
    """One of the owner's days on which there was an exchange: the first of that day."""

    day: date
    at: datetime
    touch: Touch


def by_day(exchanges: Iterable[Exchange], timezone: str) -> list[DayOfExchange]:
    """Keep the first exchange of each of the owner's days, in time order."""
    zone = ZoneInfo(timezone)
    days: list[DayOfExchange] = []
    last = None
    for at, touch in exchanges:
        day = at.astimezone(zone).date()
        if day != last:
            days.append(DayOfExchange(day, at, touch))
            last = day
    return days


def half_life_of(days: Sequence[DayOfExchange], limits: Thresholds) -> float:
    """Return the half-life of warmth: it starts by the first exchange and grows with each spaced one.

    Exchanges go by the owner's days: from one Tuesday evening to the next Tuesday morning is a week.
    """
    first = limits.first_half_life_days
    if not days:
        return first[Kind.MESSAGE]
    kind = days[0].touch.kind
    half_life = first.get(kind, first[Kind.MESSAGE])  # a gift or an introduction is remembered as a message
    for before, after in pairwise(days):
        if (after.day - before.day).days >= limits.spacing_days:
            half_life *= limits.half_life_growth
    return min(limits.half_life_most_days, half_life)


def warmth_of(last_exchange: datetime | None, half_life_days: float, as_of: datetime) -> float:
    """Return what is left of the warmth of the last exchange, 0..1; 0 without one."""
    return exp2(-days_between(last_exchange, as_of) / half_life_days) if last_exchange else 0.0
