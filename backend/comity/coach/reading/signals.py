"""Signals of interest and of none, as the words show them."""

from collections.abc import Iterable

from comity.coach.reading.around import is_denied, is_imagined, is_the_writers, subject_before
from comity.coach.reading.clauses import span_of
from comity.coach.reading.shown import ReadPromise, ReadSignal
from comity.coach.reading.signal_phrases import PHRASES
from comity.coach.reading.speakers import Speakers
from comity.coach.reading.vocabulary import CLASSES
from comity.coach.spoken.phrases import Found, PhraseBook
from comity.coach.spoken.text import Sentence
from comity.coach.words import Direction, Party, Signal

_INCLUDES = {Signal.OFFERED_HELP: (Signal.OFFERED_INTRODUCTION,)}  # which is help of its own kind
_INTRODUCES = ("introduce me", "introduce us", "intro me", "connect me", "connect us", "put me in", "put us in")
_BOOK = PhraseBook(PHRASES, CLASSES)


def signals_in(sentence: Sentence, speakers: Speakers) -> list[ReadSignal]:
    """Return the signals of a sentence: what they did, not what the owner did, what was denied or only hoped for.

    Source: playbook §1, signals.
    """
    found = [one for one in _BOOK.find(sentence) if _holds(sentence, one, speakers)]
    return [ReadSignal(one.label, span_of(sentence, one.first, one.last)) for one in _outer(found)]


def offers_in(promises: Iterable[ReadPromise], signals: Iterable[ReadSignal]) -> list[ReadSignal]:
    """Return the introductions that they promised and that no signal shows yet."""
    shown = {one.span.start for one in signals if one.signal is Signal.OFFERED_INTRODUCTION}
    return [
        ReadSignal(Signal.OFFERED_INTRODUCTION, one.span)
        for one in promises
        if one.by is Party.THEM
        and one.what.lower().startswith(_INTRODUCES)
        and not any(one.span.start <= place < one.span.end for place in shown)
    ]


def _holds(sentence: Sentence, one: Found[Signal], speakers: Speakers) -> bool:
    if is_denied(sentence, one.first) or is_imagined(sentence, one.first):
        return False
    if speakers.direction is Direction.INBOUND:  # in a message of theirs "I" is the one who shows it
        subject = subject_before(sentence, one.first)
        return subject is None or speakers.party(subject) is not Party.ME
    if speakers.direction is Direction.OUTBOUND and any(word.text == "you" for word in sentence[one.first : one.last]):
        return False
    return not is_the_writers(sentence, one.first, one.last)


def _outer(found: list[Found[Signal]]) -> list[Found[Signal]]:
    """Leave out a phrase that begins within another one of its signal, and help where it is an introduction."""
    ends: dict[Signal, int] = {}
    outer = []
    for one in sorted(found, key=lambda one: (one.first, one.label is Signal.OFFERED_HELP)):
        told_of = max(ends.get(label, 0) for label in (one.label, *_INCLUDES.get(one.label, ())))
        if one.first >= told_of:
            ends[one.label] = one.last
            outer.append(one)
    return outer
