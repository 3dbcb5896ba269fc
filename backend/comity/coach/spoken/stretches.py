"""Weeks, months, quarters and years, and their ends: "next month", "end of the quarter", "mid March"."""

from collections.abc import Callable, Sequence
from datetime import date

from comity.coach.days import DAY
from comity.coach.spoken import calendar
from comity.coach.spoken.calendar import Days
from comity.coach.spoken.names import MONTHS, WEEKDAYS
from comity.coach.spoken.numbers import says, text_at
from comity.coach.spoken.text import Word
from comity.coach.word_lists import each

Parsed = tuple[Days, int]
Words = Sequence[Word]

PREPOSITIONS = each("by on until till at for due over during around within before from")


def stretch(words: Words, place: int, today: date) -> Parsed | None:
    """Read "this week", "next month", "last quarter", "the weekend"."""
    which, unit = text_at(words, place), text_at(words, place + 1)
    if which in {"weekend", "week-end"}:
        return calendar.weekend(today, weeks=0), place + 1
    count = {"this": 0, "current": 0, "coming": 1, "next": 1, "following": 1, "last": -1, "past": -1}.get(which)
    if count is None or unit not in _STRETCHES:
        return None
    return _STRETCHES[unit](today, count), place + 2


def nth_weekday(words: Words, place: int, today: date) -> Parsed | None:
    """Read "first Monday in March", "last Friday of the month": the next one of these that is not over."""
    which, weekday = text_at(words, place), WEEKDAYS.get(text_at(words, place + 1))
    if (which not in _ORDINALS and which != "last") or weekday is None:
        return None
    after = place + 2
    if text_at(words, after) not in {"in", "of"}:
        return None
    after += 1 + (text_at(words, after + 1) == "the")
    is_named = text_at(words, after) in MONTHS
    whole = _whole(words, after, today)
    if whole is None or not (is_named or text_at(words, whole[1] - 1) == "month"):
        return None
    days, after = whole
    found = _nth(days, which, weekday)
    if found is not None and found < today and is_named and not text_at(words, after - 1).isdigit():
        found = _nth(calendar.month(days.first.year + 1, days.first.month), which, weekday)
    return (Days.one(found), after) if found else None


def _nth(month: Days, which: str, weekday: int) -> date | None:
    """Return a weekday (ISO) of a month by its place there; None where the month has no fifth one."""
    day = calendar.next_weekday(month.first - DAY, weekday)
    if which == "last":
        return day + 7 * DAY * ((month.last - day).days // 7)
    day += 7 * DAY * (_ORDINALS[which] - 1)
    return day if day <= month.last else None


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


def end_of(words: Words, place: int, today: date) -> Parsed | None:
    """Read "end of the month", "EOM", "early next week", "mid March", "beginning of May"."""
    text = text_at(words, place)
    if text in SHORT_ENDS:
        return SHORT_ENDS[text](today), place + 1
    if says(words, place, "close of business") or says(words, place, "end of day"):
        return Days.one(today), place + 3
    part, after = _part_of_stretch(words, place)
    if part is None:
        return None
    after += text_at(words, after) == "the"
    stretch = _whole(words, after, today)
    if stretch is None:
        return None
    days, after = stretch
    return (Days.one(days.last), after) if part == "end" else (calendar.part_of(days, part), after)


def _part_of_stretch(words: Words, place: int) -> tuple[str | None, int]:
    text = text_at(words, place)
    if text in calendar.PARTS or (text == "end" and text_at(words, place + 1) != "of"):
        return text, place + 1 + (text_at(words, place + 1) == "-") + (text_at(words, place + 1) == "in")
    part = {"end": "end", "beginning": "early", "start": "early", "middle": "mid"}.get(text)
    return (part, place + 2) if part and text_at(words, place + 1) == "of" else (None, place)


def _whole(words: Words, place: int, today: date) -> Parsed | None:
    """Read a stretch in which a part is meant: "next week", "the month", "March"."""
    text = text_at(words, place)
    if text in _STRETCHES and text != "weekend":
        return _STRETCHES[text](today, 0), place + 1
    return stretch(words, place, today) or _month_name(words, place, today) or _quarter_name(words, place, today)


def _month_name(words: Words, place: int, today: date) -> Parsed | None:
    number = MONTHS.get(text_at(words, place))
    if number is None:
        return None
    year = text_at(words, place + 1)
    if year.isdigit() and len(year) == 4 and today.year <= int(year) <= calendar.LATEST_YEAR:
        return calendar.month(int(year), number), place + 2
    return calendar.coming_month(today, number), place + 1


def _quarter_name(words: Words, place: int, today: date) -> Parsed | None:
    """Read "Q3"; the tokens are a letter and a digit."""
    digit = text_at(words, place + 1)
    if text_at(words, place) != "q" or digit not in {"1", "2", "3", "4"}:
        return None
    quarter = calendar.quarter(today.year, int(digit))
    return (quarter if quarter.last >= today else calendar.quarter(today.year + 1, int(digit))), place + 2


def month_or_quarter(words: Words, place: int, today: date) -> Parsed | None:
    """Read "in March", "by Q3"; without such a word before it, May is a verb and March a walk."""
    if text_at(words, place) == "in":
        place += 1
    elif text_at(words, place - 1) not in PREPOSITIONS:
        return None
    return _month_name(words, place, today) or _quarter_name(words, place, today)


_STRETCHES: dict[str, Callable[[date, int], Days]] = {
    "week": lambda today, count: calendar.week(today, weeks=count),
    "weekend": lambda today, count: calendar.weekend(today, weeks=count),
    "month": lambda today, count: calendar.month_from(today, months=count),
    "quarter": lambda today, count: calendar.quarter_from(today, quarters=count),
    "year": lambda today, count: calendar.year(today.year + count),
}
SHORT_ENDS: dict[str, Callable[[date], Days]] = {
    "eod": Days.one,
    "cob": Days.one,
    "eow": lambda today: Days.one(calendar.week(today, weeks=0).last),
    "eom": lambda today: Days.one(calendar.month_from(today, months=0).last),
    "eoq": lambda today: Days.one(calendar.quarter_from(today, quarters=0).last),
    "eoy": lambda today: Days.one(calendar.year(today.year).last),
}
