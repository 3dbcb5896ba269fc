"""Stretches of days counted from a day: weeks, months, quarters and years."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_A_QUARTER = 3
FRIDAY = 5
SUNDAY = 7
LATEST_YEAR = 2199
PARTS = {"early": (1, 10), "mid": (10, 20), "late": (20, 31)}  # days of a month, as people mean them
WEEK_PARTS = {"early": (0, 1), "mid": (2, 2), "late": (3, 4)}  # days after its Monday


@dataclass(frozen=True, slots=True)
class Days:
    """Days, both inclusive."""

    first: date
    last: date

    @classmethod
    def one(cls, day: date) -> "Days":
        """Return a single day."""
        return cls(day, day)


def weekday_in(today: date, weekday: int, *, weeks: int) -> date:
    """Return a weekday (ISO, 1 to 7) of the week that begins so many Mondays after this week's."""
    return today + timedelta(days=weekday - today.isoweekday() + 7 * weeks)


def next_weekday(today: date, weekday: int) -> date:
    """Return the first such weekday (ISO) after today."""
    return today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)


def week(today: date, *, weeks: int) -> Days:
    """Return the working days of a week: who promises something for next week has until its Friday."""
    last = weekday_in(today, FRIDAY, weeks=weeks)
    if last < today and weeks == 0:
        last = weekday_in(today, SUNDAY, weeks=0)
    return Days(weekday_in(today, 1, weeks=weeks), last)


def weekend(today: date, *, weeks: int) -> Days:
    """Return Saturday and Sunday of a week."""
    return Days(weekday_in(today, SUNDAY - 1, weeks=weeks), weekday_in(today, SUNDAY, weeks=weeks))


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def working_days_after(day: date, count: int) -> date:
    """Return the day that lies so many days from Monday to Friday later, or earlier where `count` is below 0."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.isoweekday() > FRIDAY:
            day += step
    return day


def month(year: int, number: int) -> Days:
    """Return all days of a month (1 to 12)."""
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def coming_month(today: date, number: int) -> Days:
    """Return the next such month (1 to 12) that is not over yet."""
    return month(today.year + (number < today.month), number)


def month_from(today: date, *, months: int) -> Days:
    """Return the month so many months after this one."""
    there = months_after(today.replace(day=1), months)
    return month(there.year, there.month)


def quarter(year: int, number: int) -> Days:
    """Return all days of a quarter (1 to 4)."""
    last = number * MONTHS_A_QUARTER
    return Days(date(year, last - MONTHS_A_QUARTER + 1, 1), month(year, last).last)


def quarter_from(today: date, *, quarters: int) -> Days:
    """Return the quarter so many quarters after this one."""
    years, index = divmod((today.month - 1) // MONTHS_A_QUARTER + quarters, 4)
    return quarter(today.year + years, index + 1)


def year(number: int) -> Days:
    """Return all days of a year."""
    return Days(date(number, 1, 1), date(number, 12, 31))


def coming_easter(today: date) -> date:
    """Return the next Easter Sunday, not before today."""
    return next(day for day in (_easter(today.year), _easter(today.year + 1)) if day >= today)


def _easter(year_number: int) -> date:
    """Return Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher, 1991)."""
    golden, (century, rest) = year_number % 19, divmod(year_number, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114
    return date(year_number, shift // 31, shift % 31 + 1)


def part_of(days: Days, part: str) -> Days:
    """Return the early, mid or late part of a month or a week; of anything longer, all of it."""
    if days.last - days.first < timedelta(days=7):
        first, last = WEEK_PARTS[part]
        return Days(*(min(days.first + timedelta(days=count), days.last) for count in (first, last)))
    if days.first.day != 1 or days.first.month != days.last.month:
        return days
    first, last = PARTS[part]
    return Days(days.first.replace(day=first), days.last.replace(day=min(last, days.last.day)))


def coming_day(today: date, day: int, month_number: int | None = None) -> date | None:
    """Return the next such day of a month, not before today; None where there is none, as on 31 June."""
    if month_number is None:
        months = (month_from(today, months=count).first for count in range(3))
        found = (_made(start.year, start.month, day) for start in months)
    else:
        found = (_made(today.year + count, month_number, day) for count in range(9))  # 2100 has no 29 February
    return next((one for one in found if one is not None and one >= today), None)


def exact_day(year_number: int, month_number: int, day: int) -> date | None:
    """Return a day by its three numbers, or None where the calendar has none."""
    return _made(year_number, month_number, day)


def _made(year_number: int, month_number: int, day: int) -> date | None:
    try:
        return date(year_number, month_number, day)
    except ValueError:
        return None
