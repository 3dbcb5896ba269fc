"""Where people are who work where and when they like.

Today must be full on any day, at any hour, for an owner in any zone. What is sent waits for a working day at the
other's place, so some of the made-up people are always where it is one: some bases work on Saturdays, others on
Sundays, and they never all rest; wherever they are, some zone is at work, and they keep the hours of clients there.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from comity.calendars import calendar_for
from comity.coach.thresholds import DEFAULTS
from comity.coach.windows import moved
from comity.sample.places import PLACES

BASES = (
    "Caracas",
    "Asunción",
    "Hong Kong",
    "Kinshasa",
    "Amman",
    "Cairo",
    "Dhaka",
    "Mumbai",
    "Tokyo",
    "Tel Aviv",
    "Tehran",
)
CLIENTS = ("America/Los_Angeles", "Pacific/Honolulu", "America/Sao_Paulo", "Africa/Lagos", "Asia/Karachi", "Asia/Tokyo")


class Whereabouts(NamedTuple):
    """A city, its country, and the zone by whose clock somebody works there; without one it is the country's."""

    city: str
    country: str
    timezone: str | None


def home(city: str) -> Whereabouts:
    """Return where somebody is who stays at home."""
    return Whereabouts(city, *PLACES[city])


def at_work(city: str, *, now: datetime, timezone: str) -> Whereabouts:
    """Return where somebody from this city is, so that a message can go before the owner's day ends.

    timezone: the owner's. At home on a day on which nobody works anywhere: one in the thirty years from 2026,
    Christmas of 2032, a Saturday.
    """
    until = _end_of_day(now, timezone)
    open_today = (there for there in _wherever(city) if _opens_at(there, now, timezone) < until)
    return next(open_today, home(city))


def _end_of_day(now: datetime, timezone: str) -> datetime:
    zone = ZoneInfo(timezone)
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), zone)


def _wherever(city: str) -> Iterator[Whereabouts]:
    """At home first, then at a base, then at either with the hours of clients elsewhere."""
    yield home(city)
    yield from map(home, BASES)
    for there in (home(city), *map(home, BASES)):
        for zone in CLIENTS:
            yield there._replace(timezone=zone)


def _opens_at(there: Whereabouts, now: datetime, timezone: str) -> datetime:
    around = now.astimezone(ZoneInfo(there.timezone or timezone)).date()
    calendar = calendar_for(
        country=there.country, observances=(), timezone=there.timezone, owner_timezone=timezone, around=around
    )
    return moved(now, calendar, DEFAULTS)
