"""What was given and received, as the words show it: something of value that has changed hands."""

from collections.abc import Iterator

from comity.coach.reading.around import is_denied, is_imagined, subject_before
from comity.coach.reading.clauses import clause_end, span_of, without
from comity.coach.reading.shown import ReadFavour
from comity.coach.reading.speakers import Speakers, other
from comity.coach.reading.vocabulary import CLASSES
from comity.coach.spoken.numbers import text_at
from comity.coach.spoken.phrases import Found, PhraseBook
from comity.coach.spoken.text import Sentence
from comity.coach.word_lists import each
from comity.coach.words import Party

RECEIVER_REACH = 8  # words after the verb in which the receiver is named
_GIVEN, _TREATED, _TAKEN = "given", "treated", "taken"
_NO_FAVOUR = each("card number impression feeling look mobile hug sense idea call time")
_AHEAD = each("will would to asked ask could can should")

_BOOK = PhraseBook(
    {
        _GIVEN: ("<giving>",),
        _TREATED: (
            "paid|covered for? the? *1 lunch|dinner|coffee|drinks|bill|check",
            "recommended|lent a|an|the|her|his|two|some",
        ),
        _TAKEN: ("got|received|borrowed *6 from",),
    },
    CLASSES,
)


def favours_in(text: str, sentence: Sentence, speakers: Speakers) -> list[ReadFavour]:
    """Return what one side gave the other in a sentence. Source: playbook §1, `gave` and `received`."""
    favours: list[ReadFavour] = []
    for found, by in _given(sentence, speakers):
        end = clause_end(sentence, found.last - 1)
        span = span_of(sentence, found.first, end)
        if not favours or span.start >= favours[-1].span.end:
            favours.append(ReadFavour(by, without(text, span, ()), span))
    return favours


def _given(sentence: Sentence, speakers: Speakers) -> Iterator[tuple[Found[str], Party]]:
    for found in _BOOK.find(sentence):
        if is_denied(sentence, found.first) or is_imagined(sentence, found.first):
            continue
        if text_at(sentence, found.first - 1) in _AHEAD:
            continue
        by = _giver(sentence, found, speakers)
        if by is not None:
            yield found, by


def _giver(sentence: Sentence, found: Found[str], speakers: Speakers) -> Party | None:
    subject = subject_before(sentence, found.first)
    giver = speakers.party(subject) if subject is not None else None
    receiver = _receiver(sentence, found, speakers)
    if found.label == _TAKEN:
        taker = giver or speakers.first
        return other(taker)
    if subject is not None and giver is None:
        return None
    if found.label == _TREATED and giver is not None:
        return giver
    if receiver is None or receiver is giver:
        return None
    return giver or other(receiver)


def _receiver(sentence: Sentence, found: Found[str], speakers: Speakers) -> Party | None:
    """Return to whom something went: the object itself, else the one named with "to", "with" or "for"."""
    end = min(clause_end(sentence, found.last - 1), found.last + RECEIVER_REACH)
    words = sentence[found.last : end]
    if any(word.text in _NO_FAVOUR for word in words[:4]):
        return None
    for place, word in enumerate(words):
        led = place == 0 or words[place - 1].text in {"to", "with", "for"}
        if led and word.text not in {"i", "she", "he", "they"} and (party := speakers.party(word)):
            return party
    return None
