"""Single values as files write them, made clean: text, names, addresses, links, days."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import TypeVar
from urllib.parse import urlsplit

from comity.imports.records import LONGEST_EMAIL, LONGEST_PHONE, LONGEST_TAG, LONGEST_URL, LONGEST_WORDS

JOINERS = "\u200c\u200d"  # they shape Persian and Indic words and emoji families
MONTHS = {
    month: number
    for number, month in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
LONGEST_SHOWN = 60
LEAP_YEAR = 2000  # a birthday without a year may be 29 February
USUAL_LINK = "https://www.linkedin.com/in/"
YEAR_UNKNOWN = 1604  # what Apple writes where the year of birth is not known
YEARS = frozenset({YEAR_UNKNOWN, *range(1900, 2101)})

_EMAIL = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\".]{2,}")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:\d{1,5})?")
_SEPARATED_DAY = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ].*)?")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*)?")
_DAY_WITHOUT_YEAR = re.compile(r"--(\d{2})-?(\d{2})(?:T.*)?")


Value = TypeVar("Value")


class Sieve:
    """Keeps the values of one record that can be understood, and says what it left out and why."""

    __slots__ = ("left_out",)

    def __init__(self) -> None:
        self.left_out: tuple[str, ...] = ()

    def one(self, what: str, text: str, read: Callable[[str], Value | None]) -> Value | None:
        """The value of a cell; None where it is blank or cannot be understood."""
        text = clean(text)
        if not text:
            return None
        value = read(text)
        if value is None:
            self.leave_out(what, text)
        return value

    def several(self, what: str, texts: Iterable[str], read: Callable[[str], Value | None]) -> tuple[Value, ...]:
        """The values of several cells, each once."""
        values = (value for text in texts if text and (value := self.one(what, text, read)) is not None)
        return tuple(dict.fromkeys(values))

    def leave_out(self, what: str, text: str) -> None:
        """Note what was not taken over."""
        shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."
        self.left_out = (*self.left_out, f"{what}: {shown!r} could not be taken over")


def clean(text: str) -> str:
    """One line of text: trimmed, composed (NFC), with single spaces, without control characters."""
    text = text.strip()
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    return " ".join(_without_controls(text, keep="").split())


def clean_lines(text: str) -> str:
    """Text that keeps its line breaks: composed (NFC), without other control characters."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return _without_controls(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n\t").strip()


def _without_controls(text: str, *, keep: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join([_visible(char, keep) for char in composed])


def _visible(char: str, keep: str) -> str:
    if char.isprintable() or char in keep or char in JOINERS:
        return char
    return "" if unicodedata.category(char) in {"Cf", "Cs", "Co", "Cn"} or char == "\0" else " "


def words(text: str) -> str | None:
    """A company, a title or a place, or None where the text is too long for one."""
    return text if len(text) <= LONGEST_WORDS else None


def tag_name(text: str) -> str | None:
    """A tag, or None where the text is too long for one."""
    return text if len(text) <= LONGEST_TAG else None


def email_address(text: str) -> str | None:
    """The address, or None where the text is none."""
    address = text.removeprefix("mailto:").strip()
    return address if len(address) <= LONGEST_EMAIL and _EMAIL.fullmatch(address) else None


def phone_number(text: str) -> str | None:
    """The number as written, or None where the text is none."""
    number = text.removeprefix("tel:").strip()
    return number if len(number) <= LONGEST_PHONE and any(map(str.isdigit, number)) else None


def web_address(text: str) -> str | None:
    """The link with its scheme, or None where the text is no link to a page."""
    address = text if "://" in text else f"https://{text}"
    if len(address) > LONGEST_URL or " " in address:
        return None
    if address.startswith(USUAL_LINK) and address.isascii() and "[" not in address:
        return address
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and _HOST.fullmatch(parts.netloc) else None


@lru_cache(maxsize=8192)
def day(text: str) -> date | None:
    """A day in a form that leaves no doubt: `12 Mar 2024`, `2024-03-12`, `20240312`, `25/12/2024`. Else None.

    `03/04/2024` may be March or April: nobody guesses.
    """
    for read in (_day_in_words, _compact_day, _separated_day):
        try:
            found = read(text)
        except (ValueError, KeyError):
            continue
        if found:
            return found if found.year in YEARS else None
    return None


def _day_in_words(text: str) -> date | None:
    parts = text.replace(",", " ").replace("-", " ").split()
    if len(parts) != 3 or not text.isascii():
        return None
    first, second, year = parts
    number, month = (first, second) if first.isdigit() else (second, first)
    return date(int(year), MONTHS[month[:3].lower()], int(number))


def _compact_day(text: str) -> date | None:
    match = _COMPACT_DAY.fullmatch(text)
    return date(*map(int, match.groups())) if match else None


def _separated_day(text: str) -> date | None:
    match = _SEPARATED_DAY.fullmatch(text)
    if not match:
        return None
    first, second, third = map(int, match.groups())
    if len(match[1]) == 4:
        return date(first, second, third)
    if len(match[3]) != 4:
        return None
    if first > 12 or first == second:
        return date(third, second, first)
    return date(third, first, second) if second > 12 else None


def birthday(text: str) -> str | None:
    """`YYYY-MM-DD`, or `--MM-DD` where the year is not known; None where the text is no day of birth."""
    if match := _DAY_WITHOUT_YEAR.fullmatch(text):
        month, number = map(int, match.groups())
        return _or_none(lambda: f"--{date(LEAP_YEAR, month, number):%m-%d}")
    born = day(text)
    if born is None:
        return None
    return f"--{born:%m-%d}" if born.year == YEAR_UNKNOWN else born.isoformat()


def _or_none(make: Callable[[], str]) -> str | None:
    try:
        return make()
    except ValueError:
        return None
