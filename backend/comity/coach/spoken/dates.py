"""Days by their numbers: "12 March", "March 12th, 2027", "the 12th", "2026-03-12", "12.03.2026"."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from comity.coach.spoken import calendar
from comity.coach.spoken.calendar import Days
from comity.coach.spoken.names import MONTHS
from comity.coach.spoken.numbers import text_at
from comity.coach.spoken.text import Word
from comity.coach.word_lists import each

ORDINALS = frozenset({"st", "nd", "rd", "th"})
_UP_TO_TWENTY = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINAL_WORDS = {word: number for number, word in enumerate(_UP_TO_TWENTY.split(), start=1)} | {"thirtieth": 30}
_TENS = {"twenty": 20, "thirty": 30}
LAST_AFTER_TENS = 9  # "twenty-ninth" is the last of its kind
Parsed = tuple[Days, int]


def absolute(words: Sequence[Word], place: int, today: date) -> Parsed | None:
    """Return the day that is written at a word, and the place after it. Without a year: the next such day."""
    return (
        _by_numbers(words, place, today)
        or _day_first(words, place, today)
        or _month_first(words, place, today)
        or _day_alone(words, place, today)
    )


def _by_numbers(words: Sequence[Word], place: int, today: date) -> Parsed | None:
    """Read three numbers with one sign between them; two of them only where they have one reading."""
    first, sign, second = (text_at(words, place + count) for count in range(3))
    if sign not in {"-", ".", "/"} or not _are_digits(first, second) or not _are_joined(words, place, 3):
        return None
    third = text_at(words, place + 4)
    if text_at(words, place + 3) == sign and _are_digits(third) and _are_joined(words, place, 5):
        found = _of_three(first, second, third, sign)
        return (Days.one(found), place + 5) if found else None
    if sign != "/":
        return None
    numbers = _day_and_month(int(first), int(second))
    found = calendar.coming_day(today, *numbers) if numbers else None
    return (Days.one(found), place + 3) if found else None


def _of_three(first: str, second: str, third: str, sign: str) -> date | None:
    if len(first) == 4:
        return calendar.exact_day(int(first), int(second), int(third))
    if len(third) != 4:
        return None
    if sign == ".":  # with full stops the day comes first everywhere
        return calendar.exact_day(int(third), int(second), int(first))
    numbers = _day_and_month(int(first), int(second))
    return calendar.exact_day(int(third), numbers[1], numbers[0]) if numbers else None


def _day_and_month(first: int, second: int) -> tuple[int, int] | None:
    """Return day and month of two numbers, or None where either could be the month."""
    if first > 12 >= second or first == second:
        return first, second
    return (second, first) if second > 12 >= first else None


def _day_first(words: Sequence[Word], place: int, today: date) -> Parsed | None:
    day = _day_number(words, place) or _ordinal_of(words, place)
    if day is None:
        return None
    number, after = day
    after += text_at(words, after) == "of"
    month = MONTHS.get(text_at(words, after))
    return _with_year(words, after + 1, today, number, month) if month else None


def _ordinal_of(words: Sequence[Word], place: int) -> tuple[int, int] | None:
    """Read the "first" of "first of March": only with an "of", since a "first March" may be the first of many."""
    tens = _TENS.get(text_at(words, place), 0)
    begins = place + (1 + (text_at(words, place + 1) == "-") if tens else 0)
    number = ORDINAL_WORDS.get(text_at(words, begins), 0)
    is_a_rest = text_at(words, place - 1 - (text_at(words, place - 1) == "-")) in _TENS  # of "thirty-first"
    if number == 0 or (tens and number > LAST_AFTER_TENS) or is_a_rest or text_at(words, begins + 1) != "of":
        return None
    return tens + number, begins + 1


def _month_first(words: Sequence[Word], place: int, today: date) -> Parsed | None:
    month = MONTHS.get(text_at(words, place))
    if month is None:
        return None
    begins = place + 1 + (text_at(words, place + 1) == "the")
    day = _day_number(words, begins)
    return _with_year(words, day[1], today, day[0], month) if day else None


def _day_alone(words: Sequence[Word], place: int, today: date) -> Parsed | None:
    """Read "12th", where an article or a weekday stands before it."""
    day = _day_number(words, place)
    if day is None or text_at(words, place + 1) not in ORDINALS or not _may_stand_alone(words, place):
        return None
    found = calendar.coming_day(today, day[0])
    return (Days.one(found), day[1]) if found else None


def _may_stand_alone(words: Sequence[Word], place: int) -> bool:
    """Say whether "12th" is a day: after "the" with "by", "on", "until" before it, or after such a word."""
    before = text_at(words, place - 1)
    return before in _LEADING or (before == "the" and text_at(words, place - 2) in _LEADING)


_LEADING = each("by on until till before from monday tuesday wednesday thursday friday saturday sunday")


def _day_number(words: Sequence[Word], place: int) -> tuple[int, int] | None:
    text = text_at(words, place)
    if not _are_digits(text) or len(text) > 2:
        return None
    return int(text), place + 1 + (text_at(words, place + 1) in ORDINALS and _are_joined(words, place, 2))


def _with_year(words: Sequence[Word], place: int, today: date, day: int, month: int) -> Parsed | None:
    begins = place + (text_at(words, place) == ",")
    year = text_at(words, begins)
    if _are_digits(year) and len(year) == 4:
        found, after = calendar.exact_day(int(year), month, day), begins + 1
    else:
        found, after = calendar.coming_day(today, day, month), place
    return (Days.one(found), after) if found else None


def _are_digits(*texts: str) -> bool:
    return all(text.isdigit() and text.isascii() and len(text) <= 4 for text in texts)


def _are_joined(words: Sequence[Word], place: int, count: int) -> bool:
    some = words[place : place + count]
    return len(some) == count and all(one.end == other.start for one, other in pairwise(some))
