"""Days counted from another one ("in two weeks", "a week from Tuesday", "three days ago"), and days that come round."""

from collections.abc import Sequence
from datetime import date, timedelta

from comity.coach.spoken import calendar
from comity.coach.spoken.calendar import Days
from comity.coach.spoken.names import UNITS
from comity.coach.spoken.numbers import number_at, says, text_at
from comity.coach.spoken.text import Word
from comity.coach.spoken.weekdays import named, weekday

Parsed = tuple[Days, int]
Words = Sequence[Word]

WORKING = frozenset({"working", "business"})
WORKING_DAYS = "working days"
FARTHEST_DAYS = 3660  # days: about ten years; nobody promises for later


def counted(words: Words, place: int, today: date) -> Parsed | None:
    """Read "in two weeks", "within a month", "ten days from now", "a week from Tuesday", "three days ago"."""
    led = text_at(words, place) in {"in", "after", "next"} or text_at(words, place - 1) == "within"
    begins = place + (text_at(words, place) in {"in", "after"})
    begins += text_at(words, begins) in {"about", "around", "roughly", "another", "the"}
    is_stretch = text_at(words, begins) in {"next", "coming"}
    begins += is_stretch
    length = _length_at(words, begins)
    if length is None:
        return None
    number, unit, after = length
    after += 2 if text_at(words, after) in {"'", "'s", "’"} and text_at(words, after + 1) == "time" else 0
    start, turned, after = _counted_from(words, after, today)
    if not led and turned == 0:
        return None
    days = Days.one(_later(start, number, unit, turned or 1))
    is_stretch |= text_at(words, place - 1) == "within"
    return (Days(min(today, days.first), days.last) if is_stretch else days), after


def _length_at(words: Words, place: int) -> tuple[int, str, int] | None:
    """Return how many of which unit are named at a word, and the place after them: "two weeks", "half a year"."""
    if says(words, place, "half a year"):
        return 6, "months", place + 3
    count = (1, place) if text_at(words, place) == "fortnight" else number_at(words, place)
    if count is None:
        return None
    number, after = count
    if text_at(words, after) in WORKING and text_at(words, after + 1) in {"day", "days"}:
        return number, WORKING_DAYS, after + 2
    unit = text_at(words, after)
    return (number, unit, after + 1) if unit in UNITS else None


def _counted_from(words: Words, place: int, today: date) -> tuple[date, int, int]:
    """Return from which day is counted, in which direction (0: nothing was said of it), and the place after."""
    if text_at(words, place) in {"ago", "earlier"}:
        return today, -1, place + 1
    if text_at(words, place) == "from":
        if text_at(words, place + 1) == "now":
            return today, 1, place + 2
        parsed = named(words, place + 1, today) or weekday(words, place + 1, today)
        if parsed is not None:
            return parsed[0].first, 1, parsed[1]
    return today, 0, place


def _later(day: date, number: int, unit: str, direction: int) -> date:
    if unit == WORKING_DAYS:
        return calendar.working_days_after(day, direction * min(number, FARTHEST_DAYS))
    length, is_months = UNITS[unit]
    if number * length > FARTHEST_DAYS // (30 if is_months else 1):
        raise OverflowError(f"{number} {unit}")
    if is_months:
        return calendar.months_after(day, direction * number * length)
    return day + timedelta(days=direction * number * length)


def festival(words: Words, place: int, today: date) -> Parsed | None:
    """Read "Christmas", "Easter", "New Year", "the new year": days that come round."""
    if text_at(words, place) in {"christmas", "xmas"}:
        found = calendar.coming_day(today, 25, 12)
        return (Days.one(found), place + 1) if found else None
    if text_at(words, place) == "easter":
        return Days.one(calendar.coming_easter(today)), place + 1
    begins = place + (text_at(words, place) == "in") + (says(words, place, "in the"))
    if not says(words, begins, "new year"):
        return None
    january = calendar.month(today.year + 1, 1)
    after = begins + 2 + (text_at(words, begins + 2) == "'s")
    return (january if begins > place else Days.one(january.first)), after
