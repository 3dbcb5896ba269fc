"""Days as people say them: "next Tuesday morning", "in two weeks", "by the end of the month", "12 March".

`days_in` finds them in a sentence, counted from a day; one may be asked about at a place with `day_at_word`.
"Next Tuesday" is the Tuesday of the next week (weeks begin on Monday): nobody calls tomorrow that. A bare "Tuesday" is
the first one after today. A week is due on its Friday, a month on its last day. Days with two readings ("3/4") are not
read: better no day than a wrong one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from comity.coach.spoken import calendar
from comity.coach.spoken.calendar import Days
from comity.coach.spoken.counts import counted, festival
from comity.coach.spoken.dates import ORDINAL_WORDS, absolute
from comity.coach.spoken.names import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from comity.coach.spoken.numbers import text_at
from comity.coach.spoken.stretches import PREPOSITIONS, SHORT_ENDS, end_of, month_or_quarter, nth_weekday, stretch
from comity.coach.spoken.text import Word
from comity.coach.spoken.times import part_at
from comity.coach.spoken.weekdays import named, short_weekday, weekday
from comity.coach.word_lists import each

Parsed = tuple[Days, int]
Words = Sequence[Word]

BEFORE = frozenset({"before"})
_BEGINNINGS = each(
    "the this next last coming current following past today tonight tomorrow tmrw tmr yesterday day end beginning start"
    " middle close weekend week-end in after within another about around roughly a an couple few several half fortnight"
    " christmas xmas new easter q one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen twenty thirty forty sixty ninety"
).union(ORDINAL_WORDS, PREPOSITIONS, WEEKDAYS, SHORT_WEEKDAYS, MONTHS, calendar.PARTS, SHORT_ENDS)
_GRAMMARS = (named, nth_weekday, end_of, counted, weekday, stretch, absolute, month_or_quarter, festival)


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
    return short_weekday(words, place, today) if led else None
