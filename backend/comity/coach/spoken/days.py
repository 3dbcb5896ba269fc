"""Days as people say them: "next Tuesday morning", "in two weeks", "by the end of the month", "12 March".

`days_in` finds them in a sentence, counted from a day; one may be asked about at a place with `day_at_word`.
"Next Tuesday" is the Tuesday of the next week (weeks begin on Monday): nobody calls tomorrow that. A bare "Tuesday" is
the first one after today. A week is due on its Friday, a month on its last day. Days with two readings ("3/4") are not
read: better no day than a wrong one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from comity.coach.spoken import calendar
from comity.coach.spoken.calendar import Days
from comity.coach.spoken.dates import absolute
from comity.coach.spoken.each import each
from comity.coach.spoken.names import MONTHS, SHORT_WEEKDAYS, UNITS, WEEKDAYS
from comity.coach.spoken.numbers import number_at, text_at
from comity.coach.spoken.text import Word
from comity.coach.spoken.times import part_at

BEFORE = frozenset({"before"})
PREPOSITIONS = each("by on until till at for due over during around within before in from") - {"in"}
FARTHEST_DAYS = 3660  # days: about ten years; nobody promises for later

Parsed = tuple[Days, int]
Words = Sequence[Word]


@dataclass(frozen=True, slots=True)
class SpokenDays:
    """Days that somebody named. start, end: in code points of the text, the preposition included.

    first_word, last_word: the words from the one up to, not including, the other. part: `morning`, `afternoon`,
    `evening`, or None. at: the hour, where one was named.
    """

    first: date
    last: date
    start: int
    end: int
    first_word: int
    last_word: int
    part: str | None = None
    at: time | None = None


def days_in(words: Words, today: date) -> list[SpokenDays]:
    """Return the days named in a sentence, in order, none within another. today: from where "tomorrow" counts."""
    found, place = [], 0
    while place < len(words):
        one = day_at_word(words, place, today)
        if one is not None:
            found.append(one)
        place = one.last_word if one else place + 1
    return found


def day_at_word(words: Words, place: int, today: date) -> SpokenDays | None:
    """Return the days whose name begins at a word, its preposition included; None where none does."""
    preposition = text_at(words, place)
    if preposition not in _BEGINNINGS and not preposition.isdigit():
        return None
    begins = place + 1 if preposition in PREPOSITIONS else place
    parsed = _core(words, begins, today, led=begins > place)
    if parsed is None:
        return None
    days, after = parsed
    if preposition in BEFORE:
        days = Days(min(today, days.first), days.first - timedelta(days=1))
    spoken = SpokenDays(days.first, days.last, words[place].start, words[after - 1].end, place, after)
    said = part_at(words, begins, after)
    if said is None:
        return spoken
    part, at, after = said
    return replace(spoken, part=part, at=at, last_word=after, end=words[after - 1].end)


def _core(words: Words, place: int, today: date, *, led: bool) -> Parsed | None:
    """Return days without their preposition. led: one stood before, so that "Sat" is a day and no verb."""
    if text_at(words, place) == "the":
        place, led = place + 1, True
    for grammar in _GRAMMARS:
        try:
            parsed = grammar(words, place, today)
        except (OverflowError, ValueError):  # beyond the calendar's ends
            parsed = None
        if parsed is not None:
            return parsed
    return _short_weekday(words, place, today) if led else None


def _named(words: Words, place: int, today: date) -> Parsed | None:
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
    if _says(words, place, "day after tomorrow"):
        return Days.one(today + timedelta(days=2)), place + 3
    return None


def _weekday(words: Words, place: int, today: date) -> Parsed | None:
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
    if _says(words, place + 1, "next week") or _says(words, place + 1, "of next week"):
        after = place + (4 if text_at(words, place + 1) == "of" else 3)
        return Days.one(calendar.weekday_in(today, number, weeks=1)), after
    coming = calendar.next_weekday(today, number)
    if text_at(words, place + 1) == "week":
        return Days.one(coming + timedelta(days=7)), place + 2
    dated = absolute(words, place + (2 if text_at(words, place + 1) in {",", "the"} else 1), today)
    return dated or (Days.one(coming), place + 1)


def _short_weekday(words: Words, place: int, today: date) -> Parsed | None:
    number = SHORT_WEEKDAYS.get(text_at(words, place))
    return _bare_weekday(words, place, today, number) if number else None


def _of_week(today: date, number: int, which: str) -> date:
    if which == "next":
        return calendar.weekday_in(today, number, weeks=1)
    if which == "last":
        return calendar.next_weekday(today, number) - timedelta(days=7 * (1 + (number == today.isoweekday())))
    return today if number == today.isoweekday() else calendar.next_weekday(today, number)


def _stretch(words: Words, place: int, today: date) -> Parsed | None:
    """Read "this week", "next month", "last quarter", "the weekend"."""
    which, unit = text_at(words, place), text_at(words, place + 1)
    if which in {"weekend", "week-end"}:
        return calendar.weekend(today, weeks=0), place + 1
    count = {"this": 0, "current": 0, "coming": 1, "next": 1, "following": 1, "last": -1, "past": -1}.get(which)
    if count is None or unit not in _STRETCHES:
        return None
    return _STRETCHES[unit](today, count), place + 2


def _end_of(words: Words, place: int, today: date) -> Parsed | None:
    """Read "end of the month", "EOM", "early next week", "mid March", "beginning of May"."""
    text = text_at(words, place)
    if text in _SHORT_ENDS:
        return _SHORT_ENDS[text](today), place + 1
    if _says(words, place, "close of business") or _says(words, place, "end of day"):
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
    return _stretch(words, place, today) or _month_name(words, place, today) or _quarter_name(words, place, today)


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


def _month_or_quarter(words: Words, place: int, today: date) -> Parsed | None:
    """Read "in March", "by Q3"; without such a word before it, May is a verb and March a walk."""
    if text_at(words, place) == "in":
        place += 1
    elif text_at(words, place - 1) not in PREPOSITIONS:
        return None
    return _month_name(words, place, today) or _quarter_name(words, place, today)


def _counted(words: Words, place: int, today: date) -> Parsed | None:
    """Read "in two weeks", "within a month", "ten days from now", "a week from Tuesday", "three days ago"."""
    led = text_at(words, place) in {"in", "after", "next"} or text_at(words, place - 1) == "within"
    begins = place + (text_at(words, place) in {"in", "after"})
    begins += text_at(words, begins) in {"about", "around", "roughly", "another", "the"}
    is_stretch = text_at(words, begins) in {"next", "coming"}
    begins += is_stretch
    count = (1, begins) if text_at(words, begins) == "fortnight" else number_at(words, begins)
    if count is None or text_at(words, count[1]) not in UNITS:
        return None
    number, after = count[0], count[1] + 1
    unit = text_at(words, count[1])
    after += 2 if text_at(words, after) in {"'", "'s", "’"} and text_at(words, after + 1) == "time" else 0
    start, turned, after = _counted_from(words, after, today)
    if not led and turned == 0:
        return None
    days = Days.one(_later(start, number, unit, turned or 1))
    is_stretch |= text_at(words, place - 1) == "within"
    return (Days(min(today, days.first), days.last) if is_stretch else days), after


def _counted_from(words: Words, place: int, today: date) -> tuple[date, int, int]:
    """Return from which day is counted, in which direction (0: nothing was said of it), and the place after."""
    if text_at(words, place) in {"ago", "earlier"}:
        return today, -1, place + 1
    if text_at(words, place) == "from":
        if text_at(words, place + 1) == "now":
            return today, 1, place + 2
        parsed = _named(words, place + 1, today) or _weekday(words, place + 1, today)
        if parsed is not None:
            return parsed[0].first, 1, parsed[1]
    return today, 0, place


def _later(day: date, number: int, unit: str, direction: int) -> date:
    length, is_months = UNITS[unit]
    if number * length > FARTHEST_DAYS // (30 if is_months else 1):
        raise OverflowError(f"{number} {unit}")
    if is_months:
        return calendar.months_after(day, direction * number * length)
    return day + timedelta(days=direction * number * length)


def _festival(words: Words, place: int, today: date) -> Parsed | None:
    """Read "Christmas", "Easter", "New Year", "the new year": days that come round."""
    if text_at(words, place) in {"christmas", "xmas"}:
        found = calendar.coming_day(today, 25, 12)
        return (Days.one(found), place + 1) if found else None
    if text_at(words, place) == "easter":
        return Days.one(calendar.coming_easter(today)), place + 1
    begins = place + (text_at(words, place) == "in") + (_says(words, place, "in the"))
    if not _says(words, begins, "new year"):
        return None
    january = calendar.month(today.year + 1, 1)
    after = begins + 2 + (text_at(words, begins + 2) == "'s")
    return (january if begins > place else Days.one(january.first)), after


def _says(words: Words, place: int, text: str) -> bool:
    return all(text_at(words, place + count) == word for count, word in enumerate(text.split()))


_STRETCHES: dict[str, Callable[[date, int], Days]] = {
    "week": lambda today, count: calendar.week(today, weeks=count),
    "weekend": lambda today, count: calendar.weekend(today, weeks=count),
    "month": lambda today, count: calendar.month_from(today, months=count),
    "quarter": lambda today, count: calendar.quarter_from(today, quarters=count),
    "year": lambda today, count: calendar.year(today.year + count),
}
_SHORT_ENDS: dict[str, Callable[[date], Days]] = {
    "eod": Days.one,
    "cob": Days.one,
    "eow": lambda today: Days.one(calendar.week(today, weeks=0).last),
    "eom": lambda today: Days.one(calendar.month_from(today, months=0).last),
    "eoq": lambda today: Days.one(calendar.quarter_from(today, quarters=0).last),
    "eoy": lambda today: Days.one(calendar.year(today.year).last),
}
_BEGINNINGS = each(
    "the this next last coming current following past today tonight tomorrow tmrw tmr yesterday day end beginning start"
    " middle close weekend week-end in after within another about around roughly a an couple few several half fortnight"
    " christmas xmas new easter q one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen twenty thirty forty sixty ninety"
).union(PREPOSITIONS, WEEKDAYS, SHORT_WEEKDAYS, MONTHS, calendar.PARTS, _SHORT_ENDS)
_GRAMMARS = (_named, _end_of, _counted, _weekday, _stretch, absolute, _month_or_quarter, _festival)
