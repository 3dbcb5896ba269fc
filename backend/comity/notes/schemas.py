"""Bodies of `/v1/interactions/read-signals`."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints

from comity.coach.reading.read import Reading
from comity.coach.reading.shown import (
    ReadAsk,
    ReadCommonality,
    ReadDuration,
    ReadFavour,
    ReadIntent,
    ReadKind,
    ReadPromise,
    ReadSignal,
    Span,
)
from comity.coach.words import AskSize, Direction, Kind, Party, Signal
from comity.schemas import Id, Instant, Out, Schema, as_sent

NoteText = Annotated[str, StringConstraints(max_length=20_000, strip_whitespace=False), AfterValidator(as_sent)]


class NoteIn(Schema):
    """A note, or a message of either side. `as_of`, by default now: from when "next Tuesday" counts."""

    text: NoteText
    contact_id: Id | None = Field(None, description="Whom it is about: other people's promises are then left out.")
    direction: Direction | None = Field(None, description="`inbound`: they wrote it, so that I is them and you is me.")
    as_of: Instant | None = None


class Shown(Out):
    """The words that show it: from `start` up to, not including, `end`, in code points of the text as sent."""

    start: int
    end: int
    quote: str


class SuggestedSignal(Shown):
    """A sign of interest, or of none."""

    signal: Signal


class SuggestedPromise(Shown):
    """Who said that they would do what. `due`: the words that name the day."""

    by: Party
    what: str
    due_on: date | None
    due: Shown | None


class SuggestedAsk(Shown):
    """Who asked for what, and how large that is on the ask ladder."""

    by: Party
    ask_size: AskSize
    what: str


class SuggestedFavour(Shown):
    """Something of value that changed hands."""

    what: str


class SuggestedCommonality(Shown):
    """Something that both have. `kind`: as in `/v1/me/background`, or `mutual_contacts`; null where it is unclear."""

    kind: str | None
    name: str


class SuggestedKind(Shown):
    """What kind of interaction it was, and who spoke."""

    kind: Kind
    direction: Direction


class SuggestedDuration(Shown):
    """How long it took."""

    minutes: int


class SuggestedIntent(Shown):
    """A sentence that wants something done, or says that it will be; the words are those that weighed most."""

    probability: float
    sentence: Shown


class ReadSignals(Out):
    """What a text shows; each list in its order. Nothing of it is saved. `ask` is the largest of `asks`."""

    kind: SuggestedKind | None
    duration: SuggestedDuration | None
    signals: list[SuggestedSignal]
    promises: list[SuggestedPromise]
    ask: SuggestedAsk | None
    asks: list[SuggestedAsk]
    gave: list[SuggestedFavour]
    received: list[SuggestedFavour]
    commonalities: list[SuggestedCommonality]
    intents: list[SuggestedIntent]


def read_signals(text: str, reading: Reading) -> ReadSignals:
    """Return what was read as a client sees it."""
    shown = _Showing(text)
    asks = [shown.ask(one) for one in reading.asks]
    return ReadSignals(
        kind=shown.kind(reading.kind) if reading.kind else None,
        duration=shown.duration(reading.duration) if reading.duration else None,
        signals=[shown.signal(one) for one in reading.signals],
        promises=[shown.promise(one) for one in reading.promises],
        ask=max(asks, key=lambda one: one.ask_size, default=None),
        asks=asks,
        gave=[shown.favour(one) for one in reading.favours if one.by is Party.ME],
        received=[shown.favour(one) for one in reading.favours if one.by is Party.THEM],
        commonalities=[shown.commonality(one) for one in reading.commonalities],
        intents=[shown.intent(one) for one in reading.intents],
    )


class _Showing:
    """Says what was read in a text, with its words."""

    def __init__(self, text: str) -> None:
        self._text = text

    def span(self, span: Span) -> Shown:
        return Shown(start=span.start, end=span.end, quote=self._text[span.start : span.end])

    def signal(self, one: ReadSignal) -> SuggestedSignal:
        return SuggestedSignal(**self._at(one.span), signal=one.signal)

    def promise(self, one: ReadPromise) -> SuggestedPromise:
        due = self.span(one.due) if one.due else None
        return SuggestedPromise(**self._at(one.span), by=one.by, what=one.what, due_on=one.due_on, due=due)

    def ask(self, one: ReadAsk) -> SuggestedAsk:
        return SuggestedAsk(**self._at(one.span), by=one.by, ask_size=one.ask_size, what=one.what)

    def favour(self, one: ReadFavour) -> SuggestedFavour:
        return SuggestedFavour(**self._at(one.span), what=one.what)

    def commonality(self, one: ReadCommonality) -> SuggestedCommonality:
        return SuggestedCommonality(**self._at(one.span), kind=one.kind, name=one.name)

    def kind(self, one: ReadKind) -> SuggestedKind:
        return SuggestedKind(**self._at(one.span), kind=one.kind, direction=one.direction)

    def duration(self, one: ReadDuration) -> SuggestedDuration:
        return SuggestedDuration(**self._at(one.span), minutes=one.minutes)

    def intent(self, one: ReadIntent) -> SuggestedIntent:
        return SuggestedIntent(
            **self._at(one.span), probability=round(one.probability, 3), sentence=self.span(one.sentence)
        )

    def _at(self, span: Span) -> dict[str, Any]:
        return self.span(span).model_dump()
