"""What stands around a phrase: who does it, whether it is denied, or only hoped for."""

from collections.abc import Sequence

from comity.coach.reading.speakers import SUBJECTS
from comity.coach.spoken.numbers import text_at
from comity.coach.spoken.text import Word
from comity.coach.word_lists import each

Words = Sequence[Word]

SUBJECT_REACH = 7  # words: farther back the subject is another clause's
ELISION_REACH = 20  # words
DENIAL_REACH = 4  # words
DENIALS = each("not no never nobody nothing hardly barely without neither nor rarely zero n't")
IMAGINED = each("if whether hope hopes hoped hoping wish wished unless maybe perhaps doubt wonder guess")
SAYING = each("said says told thinks that insisted thought suggested proposed asked hoped hopes wants insists if")
_TURNS = frozenset({"but", "and", "then", ";", ",", ":", "(", ")", "-", "–", "—"})
_ADDING = each("and but , then also")
_ENDS = frozenset({"but", ";", ":", "(", ")", "–", "—"})


def subject_before(words: Words, place: int) -> Word | None:
    """Return who does what is said at a place: the nearest person before it in its clause, or None."""
    found = _subject_place(words, place)
    return None if found is None else words[found]


def is_the_writers(words: Words, first: int, last: int) -> bool:
    """Say whether a phrase is what the one who writes did: "I had to leave", but not "she said I should come"."""
    inner = next((place for place in range(first, last) if _is_subject(words[place])), None)
    place = inner if inner == first else _subject_place(words, first)
    if place is None or words[place].text not in {"i", "we"}:
        return False
    if words[place].text == "we":
        return _says_the_writer(words, place)
    return text_at(words, place - 1) not in SAYING or text_at(words, place - 2) == "i"


def elided_subject(words: Words, place: int) -> Word | None:
    """Return who does what follows "and" or "but" without saying so again: the one who did the last thing."""
    if text_at(words, place - 1) not in _ADDING:
        return None
    return next((word for word in reversed(words[max(0, place - ELISION_REACH) : place]) if _is_subject(word)), None)


def _says_the_writer(words: Words, place: int) -> bool:
    """Say whether "we" stands in what the writer proposed: "I suggested (that) we meet again"."""
    place -= text_at(words, place - 1) in {"that", "if", "whether"}
    return text_at(words, place - 1) in SAYING and text_at(words, place - 2) == "i"


def _subject_place(words: Words, place: int) -> int | None:
    for back in range(place - 1, max(-1, place - 1 - SUBJECT_REACH), -1):
        if words[back].text in _ENDS:
            return None
        if _is_subject(words[back]):
            return back
    return None


def _is_subject(word: Word) -> bool:
    return word.text in SUBJECTS or word.text == "we" or word.is_name


def is_denied(words: Words, place: int) -> bool:
    """Say whether a denial stands shortly before a place, in its clause."""
    return _stands_before(words, place, DENIALS)


def is_imagined(words: Words, place: int) -> bool:
    """Say whether it is said to be hoped for, doubted or asked about."""
    return _stands_before(words, place, IMAGINED)


def _is_anything_but(words: Words, place: int) -> bool:
    return words[place].text == "but" and text_at(words, place - 1) == "anything"


def _stands_before(words: Words, place: int, wanted: frozenset[str]) -> bool:
    for back in range(place - 1, max(-1, place - 1 - DENIAL_REACH), -1):
        if words[back].text in _TURNS:
            return wanted is DENIALS and _is_anything_but(words, back)
        if words[back].text in wanted:
            return True
    return False
