"""Promises, as the words show them: who, what, by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from comity.coach.reading.around import elided_subject, is_denied
from comity.coach.reading.clauses import Dates, clause_end, deed_after, span_of, without
from comity.coach.reading.shown import ReadPromise, Span
from comity.coach.reading.speakers import SUBJECTS, Speakers, other
from comity.coach.reading.vocabulary import CLASSES, DEEDS, DETERMINERS
from comity.coach.spoken.days import SpokenDays
from comity.coach.spoken.numbers import text_at
from comity.coach.spoken.phrases import Found, PhraseBook
from comity.coach.spoken.text import Sentence, Word
from comity.coach.word_lists import each
from comity.coach.words import Party

_NOTHING = DETERMINERS | {""}  # what is left where only a day was named
OBJECT_REACH = 4  # words after the deed
LEADING_REACH = 20  # words before a promise in which its day may stand
_UNREAL = each("if whether when once unless hope hopes hoped hoping think thinks guess doubt wonder maybe who")
_GIVES_WORD = (
    "promised|promises|said|says|told|assured|assures|agreed|agrees|offered|offers|wrote|mentioned|swore|confirmed"
)
_UNDERTAKES = "promised|promises|offered|offers|agreed|agrees|volunteered|volunteers|committed|pledged|undertook"


class _Says(Enum):
    """How a promise is made."""

    WILL = auto()
    TO = auto()
    THING = auto()
    OWES = auto()
    NEEDS = auto()
    NOTES = auto()


_BOOK = PhraseBook(
    {
        _Says.WILL: (
            f"{_GIVES_WORD} <object>|<name>? that? <subject>|<name> will|would <adverb>? <adverb>? *",
            f"{_GIVES_WORD} <object>? that? <subject>|<name> will|would be happy|glad|delighted to *",
            "<subject>|<name> will <adverb>? <adverb>? <deed>",
            "<subject>|<name> will be happy|glad|delighted to <deed>",
            "and|, will <adverb>? <deed>",
            "<subject>|<name> am|is|are|'s <adverb>? going to <deed>",
            "<subject>|<name> am|is|are|'s|was|were happy|glad|delighted|willing to <deed>",
            "<subject>|<name> will|would like|love to send|share|introduce",
        ),
        _Says.TO: (
            f"<subject>|<name> <adverb>? {_UNDERTAKES} <adverb>? to *",
            "<subject>|<name> <adverb>? promised|promises <object>|<name> to *",
            f"{_UNDERTAKES} <object>? to *",
        ),
        _Says.THING: (
            "<subject>|<name>? promised|promises|offered|offers <object>|<name> <a>",
            "<subject>|<name>? promised|promises|offered|offers <a>",
        ),
        _Says.OWES: ("<subject>|<name>? owe|owes|owed <object>|<name> <a>",),
        _Says.NEEDS: (
            "i <adverb>? need|have|must|should|ought|want to? <adverb>? <deed>",
            "i am to <deed>",
            "let me <adverb>? <deed>",
        ),
        _Says.NOTES: (
            "todo|action|actions|reminder|task|mine :|-? to? <deed>",
            "to do :|-? <deed>",
            "next step|steps|action|actions :|- <deed>",
            "action|next item|items|point|points : <deed>",
            "remember|remind|not forget|need me? to <deed>",
            "not forget to <deed>",
            "will <adverb>? <deed>",
            "need|have|must|should|want to? <deed>",
        ),
    },
    CLASSES,
)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A promise whose end is not known yet: said from the word `first` on, the deed at `deed`."""

    by: Party
    first: int
    deed: int


def promises_in(text: str, sentence: Sentence, speakers: Speakers, today: date) -> list[ReadPromise]:
    """Return the promises of a sentence. today: the writer's day, from which "next Tuesday" counts.

    A deed that follows with "and" is a promise of its own; a day that stands at the end holds for both. A promise
    that is denied, asked about or only hoped for is none. Source: playbook §1, promise.
    """
    begun = list(_begun(sentence, speakers))
    if not begun:
        return []
    dates = Dates(sentence, today)
    nexts = [*(one.first for one in begun[1:]), len(sentence)]
    ends = [min(clause_end(sentence, one.deed, dates), after) for one, after in zip(begun, nexts, strict=True)]
    days = [dates.within(one.deed, end) for one, end in zip(begun, ends, strict=True)]
    days[0] = days[0] or dates.within(begun[0].first - LEADING_REACH, begun[0].first)[-1:]
    found = (
        _promise(text, sentence, one, end, days[place] or _shared(days, place, begun))
        for place, (one, end) in enumerate(zip(begun, ends, strict=True))
    )
    return [one for one in found if one.what.lower() not in _NOTHING]


def _begun(sentence: Sentence, speakers: Speakers) -> Iterator[_Begun]:
    after = 0
    for one in _told(sentence, speakers):
        following: _Begun | None = one
        while following is not None and following.first >= after:
            yield following
            after = following.deed + 1
            again = deed_after(sentence, clause_end(sentence, following.deed))
            following = _Begun(one.by, again, again) if again else None


def _told(sentence: Sentence, speakers: Speakers) -> Iterator[_Begun]:
    deed = _imperative(sentence) if speakers.direction is None else None
    if deed is not None:
        yield _Begun(Party.ME, deed, deed)
    for found in _BOOK.find(sentence):
        by = _by(sentence, found, speakers)
        if by is not None and not _is_unreal(sentence, found):
            yield _Begun(by, found.first, found.last - 1)


def _by(sentence: Sentence, found: Found[_Says], speakers: Speakers) -> Party | None:
    if found.label is _Says.NEEDS:
        return speakers.first
    doer = _doer(sentence, found)
    if doer is not None:
        return speakers.party(doer)
    if found.label is _Says.NOTES and not _begins_line(sentence, found.first):
        return None
    receiver = _receiver(sentence, found, speakers)
    return other(receiver) if receiver else speakers.first


def _doer(sentence: Sentence, found: Found[_Says]) -> Word | None:
    """Return who will do it: the last subject of the phrase, else the one that stands before it."""
    for place in range(found.last - 2, found.first - 1, -1):
        word = sentence[place]
        if word.text in SUBJECTS or (word.is_name and place == found.first):
            return word
        if word.is_name and text_at(sentence, place + 1) in {"will", "would"}:
            return word
    if found.label in {_Says.NOTES, _Says.NEEDS}:
        return None
    before = sentence[found.first - 1] if found.first else None
    if before is not None and (before.text in SUBJECTS or before.is_name):
        return before
    return elided_subject(sentence, found.first)


def _receiver(sentence: Sentence, found: Found[_Says], speakers: Speakers) -> Party | None:
    """Return whom it serves: the first side named after "promised"."""
    words = sentence[found.first + 1 : found.last + OBJECT_REACH]
    return next((party for word in words if word.text not in SUBJECTS and (party := speakers.party(word))), None)


def _begins_line(sentence: Sentence, place: int) -> bool:
    return all(word.is_sign or word.text in {"x", "and", "then"} for word in sentence[:place])


def _imperative(sentence: Sentence) -> int | None:
    """Return where a note to oneself has its deed ("- send her the deck"), or None where it begins otherwise."""
    place = next((place for place, word in enumerate(sentence) if not word.is_sign and word.text != "x"), len(sentence))
    if text_at(sentence, place) not in DEEDS or sentence[-1].text == "?":
        return None
    after = text_at(sentence, place + 1)
    is_deed = after in DETERMINERS or after in {"her", "him", "them", "to", "up", "back", "about"}
    is_deed |= place + 1 < len(sentence) and sentence[place + 1].is_name
    asked = any(word.text in {"me", "us"} for word in sentence[place + 1 : place + 3])
    return place if is_deed and not asked and after not in {"with", ":"} else None


def _is_unreal(sentence: Sentence, found: Found[_Says]) -> bool:
    if is_denied(sentence, found.first):
        return text_at(sentence, found.first) != "forget"
    inner = sentence[found.first : found.last - 1]
    if any(word.text in {"not", "never"} for word in inner) and found.label is not _Says.NOTES:
        return True
    before = {text_at(sentence, found.first - 1), text_at(sentence, found.first - 2)}
    return bool(before & _UNREAL) or text_at(sentence, found.last - 1) in {"not", "never", "be", "have", "like", "love"}


def _shared(days: list[list[SpokenDays]], place: int, begun: list[_Begun]) -> list[SpokenDays]:
    """Return the day of the next deed, where that deed follows with "and" and so shares its day."""
    following = place + 1
    if following < len(begun) and begun[following].first == begun[following].deed:
        return days[following]
    return []


def _promise(text: str, sentence: Sentence, one: _Begun, end: int, days: list[SpokenDays]) -> ReadPromise:
    what = without(text, Span(sentence[one.deed].start, sentence[end - 1].end), days)
    due = Span(days[0].start, days[0].end) if days else None
    return ReadPromise(one.by, what, days[0].last if days else None, span_of(sentence, one.first, end), due)
