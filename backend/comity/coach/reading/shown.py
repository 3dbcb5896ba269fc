"""What was read: each with the span that shows it, in code points of the text as it was given."""

from dataclasses import dataclass
from datetime import date

from comity.coach.words import AskSize, Direction, Kind, Party, Signal


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReadSignal:
    """A sign of interest, or of none."""

    signal: Signal
    span: Span


@dataclass(frozen=True, slots=True)
class ReadPromise:
    """Who said that they would do what, by when. due: the words that name the day."""

    by: Party
    what: str
    due_on: date | None
    span: Span
    due: Span | None


@dataclass(frozen=True, slots=True)
class ReadAsk:
    """Somebody asked for something. by: who asked."""

    by: Party
    ask_size: AskSize
    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReadFavour:
    """Something of value that changed hands. by: who gave it."""

    by: Party
    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReadCommonality:
    """Something that both have. kind: as in the owner's background, or `mutual_contacts`; None where it is unclear."""

    kind: str | None
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReadKind:
    """What kind of interaction it was, and who spoke."""

    kind: Kind
    direction: Direction
    span: Span


@dataclass(frozen=True, slots=True)
class ReadDuration:
    """How long it took, in minutes."""

    minutes: int
    span: Span


@dataclass(frozen=True, slots=True)
class ReadIntent:
    """A sentence that wants something done, or says that it will be. probability: 0..1.

    span: the phrase that weighed most. sentence: all of it.
    """

    probability: float
    span: Span
    sentence: Span
