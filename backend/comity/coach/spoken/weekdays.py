"""Days by their names: "today", "this Tuesday", "Tuesday next week", "last Friday"."""

from collections.abc import Sequence
from datetime import date, timedelta

from comity.coach.spoken import calendar
from comity.coach.spoken.calendar import Days
from comity.coach.spoken.dates import absolute
from comity.coach.spoken.names import SHORT_WEEKDAYS, WEEKDAYS
from comity.coach.spoken.numbers import says, text_at
from comity.coach.spoken.text import Word

Parsed = tuple[Days, int]
Words = Sequence[Word]


def named(words: Words, place: int, today: date) -> Parsed | None:
    """Read "today", "tonight", "this morning", "tomorrow", "the day after tomorrow", "yesterday"."""
    text = text_at(words, place)
    if text in {"today", "tonight"}:
        return Days.one(today), place + 1
    if text == "this" and text_at(words, place + 1) in {"morning", "afternoon", "evening"}:
        return Days.one(today), place + 1
    if text in {"tomorrow", "tmrw", "tmr"}:
        return Days.one(today + timedelta(days=1)), place + 1
    if text == "yesterday":
        return Days.one(today - timedelta(days=1)), place + 1
    if says(words, place, "day after tomorrow"):
        return Days.one(today + timedelta(days=2)), place + 3
    return None


def weekday(words: Words, place: int, today: date) -> Parsed | None:
    """Read "Tuesday", "this Tuesday", "Tuesday next week", "next week Tuesday", "last Tuesday"."""
    which = text_at(words, place)
    if which in {"next", "this", "last", "coming"}:
        begins = place + 2 if text_at(words, place + 1) == "week" else place + 1
        begins += text_at(words, begins) == "on" and begins > place + 1
        name = text_at(words, begins)
        number = WEEKDAYS.get(name) or SHORT_WEEKDAYS.get(name)
        return (Days.one(_of_week(today, number, which)), begins + 1) if number else None
    number = WEEKDAYS.get(which)
    return _bare_weekday(words, place, today, number) if number else None


def _bare_weekday(words: Words, place: int, today: date, number: int) -> Parsed:
    """Read what may follow a weekday: "Tuesday next week", "Tuesday week"."""
    if says(words, place + 1, "next week") or says(words, place + 1, "of next week"):
        after = place + (4 if text_at(words, place + 1) == "of" else 3)
        return Days.one(calendar.weekday_in(today, number, weeks=1)), after
    coming = calendar.next_weekday(today, number)
    if text_at(words, place + 1) == "week":
        return Days.one(coming + timedelta(days=7)), place + 2
    dated = absolute(words, place + (2 if text_at(words, place + 1) in {",", "the"} else 1), today)
    return dated or (Days.one(coming), place + 1)


def short_weekday(words: Words, place: int, today: date) -> Parsed | None:
    """Read "Tue", "Sat": only where a preposition says that it is a day."""
    number = SHORT_WEEKDAYS.get(text_at(words, place))
    return _bare_weekday(words, place, today, number) if number else None


def _of_week(today: date, number: int, which: str) -> date:
    if which == "next":
        return calendar.weekday_in(today, number, weeks=1)
    if which == "last":
        return calendar.next_weekday(today, number) - timedelta(days=7 * (1 + (number == today.isoweekday())))
    return today if number == today.isoweekday() else calendar.next_weekday(today, number)
