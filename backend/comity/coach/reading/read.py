"""Reads a text as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from comity.coach.reading.asks import asks_in
from comity.coach.reading.common_ground import NOTHING_KNOWN, Known, common_ground_in
from comity.coach.reading.favours import favours_in
from comity.coach.reading.intent import intent_of
from comity.coach.reading.kinds import duration_in, kind_of
from comity.coach.reading.promises import promises_in
from comity.coach.reading.quotes import quotes_in, reported, their_words
from comity.coach.reading.shown import (
    ReadAsk,
    ReadCommonality,
    ReadDuration,
    ReadFavour,
    ReadIntent,
    ReadKind,
    ReadPromise,
    ReadSignal,
)
from comity.coach.reading.signals import offers_in, signals_in
from comity.coach.reading.speakers import THE_OWNER, Speakers, other
from comity.coach.spoken.text import Sentence, sentences
from comity.coach.words import Signal


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text shows, each list in the order of the text."""

    kind: ReadKind | None
    duration: ReadDuration | None
    signals: list[ReadSignal]
    promises: list[ReadPromise]
    asks: list[ReadAsk]
    favours: list[ReadFavour]
    commonalities: list[ReadCommonality]
    intents: list[ReadIntent]


def read(text: str, *, today: date, speakers: Speakers = THE_OWNER, known: Known = NOTHING_KNOWN) -> Reading:
    """Return what a text shows.

    text: a note of the owner's, or a message of either side (see `Speakers`). today: the owner's day, from which
    "next Tuesday" counts. known: the owner's background. Time grows with the length of the text alone.
    Source: playbook §1.
    """
    as_said = sentences(text)
    quotes = quotes_in(text) if speakers.direction is None else []
    theirs = [their_words(sentence, quotes) for sentence in as_said]
    found = [reported(sentence, places) for sentence, places in zip(as_said, theirs, strict=True)]
    commonalities = [one for sentence in found for one in common_ground_in(text, sentence, known)]
    promises = [one for sentence in found for one in promises_in(text, sentence, speakers, today)]
    asks = [
        one for sentence, places in zip(as_said, theirs, strict=True) for one in _asks(text, sentence, places, speakers)
    ]
    told = [one for sentence in found for one in signals_in(sentence, speakers)]
    signals = [*told, *offers_in(promises, told), *_of_common_ground(commonalities)]
    return Reading(
        kind=kind_of(found, speakers, ahead=[*(one.span for one in promises), *(one.span for one in asks)]),
        duration=next((one for sentence in found if (one := duration_in(sentence))), None),
        signals=sorted(signals, key=lambda one: one.span.start),
        promises=promises,
        asks=asks,
        favours=[one for sentence in found for one in favours_in(text, sentence, speakers)],
        commonalities=commonalities,
        intents=[intent for sentence in found if (intent := intent_of(sentence))],
    )


def _asks(text: str, sentence: Sentence, theirs: Sequence[int], speakers: Speakers) -> Iterator[ReadAsk]:
    """Yield the asks of a sentence; what is asked in their quoted words, they ask."""
    quoted = {sentence[place].start for place in theirs}
    for one in asks_in(text, sentence, speakers):
        yield replace(one, by=other(speakers.first)) if one.span.start in quoted else one


def _of_common_ground(commonalities: list[ReadCommonality]) -> list[ReadSignal]:
    return [ReadSignal(Signal.COMMONALITY_FOUND, one.span) for one in commonalities]
