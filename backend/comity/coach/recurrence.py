"""What comes round: every so many days, weeks, months or years, from a date or after the last real contact.

The clock time is the owner's, whatever the clocks do; a time that a change of the clocks leaves out is an hour later.
A day that a month does not have is its last one: the 31st of April is the 30th, and 29 February is the 28th in other
years. What was missed is not made up for: the next occurrence lies ahead.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from comity.coach.days import day_at
from comity.coach.spoken.calendar import months_after
from comity.coach.words import Anchor, Unit

_LATEST = datetime(2200, 1, 1, tzinfo=UTC)  # the end of the calendar, here as in what clients may say
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How something recurs. every: 1 or more. until: the last day, the owner's. count: how many occurrences in all."""

    every: int
    unit: Unit
    anchor: Anchor = Anchor.DATE
    until: date | None = None
    count: int | None = None


def later(moment: datetime, recurrence: Recurrence, times: int, *, timezone: str) -> datetime:
    """Return the moment so many intervals after another, at the same time of the day in a zone.

    Raises OverflowError beyond the calendar's end.
    """
    local = moment.astimezone(ZoneInfo(timezone))
    count = recurrence.every * times
    if recurrence.unit in _DAYS:
        day = local.date() + timedelta(days=count * _DAYS[recurrence.unit])
    else:
        day = months_after(local.date(), count * _MONTHS[recurrence.unit])
    found = datetime.combine(day, local.time(), local.tzinfo).astimezone(UTC)
    if found >= _LATEST:
        raise OverflowError
    return found


def next_date(
    first: datetime, number: int, recurrence: Recurrence, *, after: datetime, timezone: str
) -> tuple[datetime, int] | None:
    """Return the first occurrence on a fixed date after the `number`th that lies after a moment, and its number.

    first: the moment of the first occurrence. None: there is none any more. Source: the owner's choice.
    """
    while True:
        number += 1
        moment = _occurrence(first, number, recurrence, timezone)
        if moment is None:
            return None
        if moment > after:
            return moment, number


def next_contact(
    met_at: datetime, number: int, recurrence: Recurrence, *, at: datetime, timezone: str
) -> tuple[datetime, int] | None:
    """Return the occurrence after the `number`th, one interval after the last real contact, and its number.

    at: whose time of the day it keeps. None: there is none any more.
    """
    moment = after_contact(met_at, recurrence, at=at, timezone=timezone)
    return None if moment is None or _is_over(moment, number + 1, recurrence, timezone) else (moment, number + 1)


def after_contact(met_at: datetime, recurrence: Recurrence, *, at: datetime, timezone: str) -> datetime | None:
    """Return the moment one interval after a contact, at another's time of the day; None beyond the calendar's end."""
    zone = ZoneInfo(timezone)
    clock_time = at.astimezone(zone).time()
    try:
        day = later(met_at, recurrence, 1, timezone=timezone).astimezone(zone).date()
    except (OverflowError, ValueError):
        return None
    return datetime.combine(day, clock_time, zone).astimezone(UTC)


def _occurrence(first: datetime, number: int, recurrence: Recurrence, timezone: str) -> datetime | None:
    try:
        moment = later(first, recurrence, number - 1, timezone=timezone)
    except (OverflowError, ValueError):
        return None
    return None if _is_over(moment, number, recurrence, timezone) else moment


def _is_over(moment: datetime, number: int, recurrence: Recurrence, timezone: str) -> bool:
    if recurrence.count is not None and number > recurrence.count:
        return True
    return recurrence.until is not None and day_at(moment, timezone) > recurrence.until
