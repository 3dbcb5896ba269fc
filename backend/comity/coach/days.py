"""Days and instants: what day it is somewhere, and when a day begins there."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def day_at(moment: datetime, timezone: str) -> date:
    """Return the calendar day of an aware `moment` in an IANA `timezone`."""
    return moment.astimezone(ZoneInfo(timezone)).date()


def start_of(day: date, timezone: str) -> datetime:
    """Return the UTC instant at which `day` begins in an IANA `timezone`."""
    return datetime.combine(day, time(), ZoneInfo(timezone)).astimezone(UTC)


def days_between(earlier: datetime, later: datetime) -> float:
    """Return the time from `earlier` to `later` in days, as a fraction."""
    return (later - earlier) / DAY


def day_number(moment: datetime) -> float:
    """Return an instant as days since 1970, as a fraction."""
    return (moment - _EPOCH) / DAY


def is_younger(moment: datetime, days: int, as_of: datetime) -> bool:
    """Say whether less than so many days have passed since a moment."""
    return as_of - moment < timedelta(days=days)


def in_year(birthday: tuple[int, int], year: int) -> date:
    """Return the day of a (month, day) in `year`; 29 February is 1 March in other years."""
    month, day = birthday
    if (month, day) == (2, 29) and not _is_leap(year):
        return date(year, 3, 1)
    return date(year, month, day)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
