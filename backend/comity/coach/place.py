"""One person on one day of theirs, at their place."""

from dataclasses import dataclass
from datetime import date

from comity.coach.history import History, PlaceCalendar
from comity.coach.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Place:
    """Whom a timing rule looks at, and on which day there."""

    history: History
    calendar: PlaceCalendar
    day: date
    limits: Thresholds


def is_working_day(day: date, calendar: PlaceCalendar) -> bool:
    """Say whether a day is neither weekend nor holiday at a place."""
    return day.isoweekday() not in calendar.weekend and day not in calendar.days_off
