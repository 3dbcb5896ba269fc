"""How far a clause reaches, and what it says without the day."""

from collections.abc import Sequence
from datetime import date

from comity.coach.reading.around import Words
from comity.coach.reading.shown import Span
from comity.coach.reading.speakers import SUBJECTS
from comity.coach.reading.vocabulary import DEEDS
from comity.coach.spoken.days import SpokenDays, days_in
from comity.coach.spoken.numbers import text_at
from comity.coach.word_lists import each

LONGEST_CLAUSE = 60  # words: beyond them nobody remembers how it began
_STOPS = frozenset(".;:!?()…|")
_TURNS = each("but so because since while though although unless if whereas")
LONGEST_WHAT = 200  # code points: what a promise has room for


class Dates:
    """The days of a sentence on which something may be due: not the past, nor what is "from Tuesday"."""

    def __init__(self, words: Words, today: date) -> None:
        found = (one for one in days_in(words, today) if one.last >= today)
        self._by_word = {one.first_word: one for one in found if words[one.first_word].text not in {"from", "since"}}

    def begins_at(self, place: int) -> bool:
        """Say whether a day's name begins at a word."""
        return place in self._by_word

    def within(self, begins: int, end: int) -> list[SpokenDays]:
        """Return the days named from a word up to, not including, another."""
        found = (self._by_word[place] for place in range(max(begins, 0), end) if place in self._by_word)
        return [one for one in found if one.last_word <= end]


def clause_end(words: Words, begins: int, dates: Dates | None = None) -> int:
    """Return the place after the clause that begins at a word: a day after a comma still belongs to it."""
    place = begins + 1
    longest = min(len(words), begins + LONGEST_CLAUSE)
    while place < longest:
        text = words[place].text
        if text in _STOPS or text in _TURNS or (text in {"-", "–", "—"} and _stands_free(words, place)):
            return place
        if text in {"and", "then"} and _begins_another(words, place + 1):
            return place
        if text == "," and not (dates and dates.begins_at(place + 1)):
            return place
        place += 1
    return place


def deed_after(words: Words, place: int) -> int | None:
    """Return where a second deed begins ("... and introduce me"), or None where the clause ends otherwise."""
    begins = place
    while text_at(words, begins) in {",", "and", "then", "also", "to"}:
        begins += 1
    return begins if begins > place and text_at(words, begins) in DEEDS else None


def without(text: str, span: Span, left_out: Sequence[SpokenDays]) -> str:
    """Return a span of the text on one line, without the days in it and without signs at its ends."""
    pieces, place = [], span.start
    for one in left_out:
        if span.start <= one.start and one.end <= span.end:
            pieces.append(text[place : one.start])
            place = one.end
    kept = " ".join(" ".join([*pieces, text[place : span.end]]).split())
    return kept.strip(" ,.;:!?-–—()\"'").removesuffix(" and").removesuffix(" by")[:LONGEST_WHAT].rstrip()


def span_of(words: Words, first: int, last: int) -> Span:
    """Return the span of some words; one that was cut out of a contraction takes all of it: "didn't", not "n't"."""
    while first and words[first - 1].end == words[first].start and not words[first - 1].is_sign:
        first -= 1
    return Span(words[first].start, words[last - 1].end)


def _begins_another(words: Words, place: int) -> bool:
    text = text_at(words, place)
    begins_anew = text in SUBJECTS or text in {"we", "it", "that", "asked", "promised", "offered"}
    return begins_anew or text in DEEDS or (text in {"also", "then", "to"} and text_at(words, place + 1) in DEEDS)


def _stands_free(words: Words, place: int) -> bool:
    return words[place - 1].end < words[place].start
