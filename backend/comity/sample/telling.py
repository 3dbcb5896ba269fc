"""The words in which the past with somebody is told. Every `days` counts back from now; below zero it lies ahead."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from comity.coach.words import Action, AskSize, Channel, Direction, Kind, Party, Signal, TieKind, Urgency

WRITTEN_ON = {Kind.EMAIL: Channel.EMAIL, Kind.MESSAGE: Channel.LINKEDIN}
SPOKEN_ON = {Kind.CALL: Channel.PHONE, Kind.VIDEO_CALL: Channel.VIDEO}


@dataclass(frozen=True, slots=True)
class Moment:
    """One interaction. rest: other columns of the log. event: the name of the event where it took place."""

    days: float
    kind: Kind
    direction: Direction
    summary: str
    channel: Channel | None = None
    event: str | None = None
    rest: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vow:
    """A promise. due: days until its day, counted from now. kept: days since it was kept, None while it is open."""

    days: float
    by: Party
    what: str
    due: int | None = None
    kept: float | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A follow-up that the owner made by hand; it was due `days` ago."""

    days: float
    action: Action
    note: str


@dataclass(frozen=True, slots=True)
class Story:
    """What happened with one person.

    facts: fields of the contact; a number on a day's field counts back from now. roams: they work where they like.
    """

    full_name: str
    moments: tuple[Moment, ...] = ()
    vows: tuple[Vow, ...] = ()
    plan: Plan | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    roams: bool = False


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event that the owner attends; it began `days` ago. parts: title and kind."""

    name: str
    days: float
    hours: int
    place: str
    attendees: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal of the owner; people are named in full. ends: days until its end."""

    title: str
    ask_size: AskSize
    ends: int
    urgency: Urgency = Urgency.NORMAL
    companies: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bond:
    """Two people know each other; without `one` it is the owner who knows the other. strength: 0..1."""

    one: str | None
    other: str
    kind: TieKind
    strength: float


def wrote(days: float, subject: str, summary: str, **rest: Any) -> Moment:
    """The owner sent an e-mail."""
    return _written(Kind.EMAIL, Direction.OUTBOUND, days, summary, subject=subject, **rest)


def heard(days: float, subject: str, summary: str, **rest: Any) -> Moment:
    """They sent an e-mail; it closes the exchange unless it is said to expect a reply."""
    return _written(Kind.EMAIL, Direction.INBOUND, days, summary, subject=subject, **{"expects_reply": False} | rest)


def messaged(days: float, summary: str, **rest: Any) -> Moment:
    """The owner sent a short message."""
    return _written(Kind.MESSAGE, Direction.OUTBOUND, days, summary, **rest)


def pinged(days: float, summary: str, **rest: Any) -> Moment:
    """They sent a short message; it closes the exchange unless it is said to expect a reply."""
    return _written(Kind.MESSAGE, Direction.INBOUND, days, summary, **{"expects_reply": False} | rest)


def met(days: float, minutes: int, summary: str, *signals: Signal, **rest: Any) -> Moment:
    """Both sat together."""
    return _spoken(Kind.MEETING, days, minutes, summary, signals, **rest)


def called(days: float, minutes: int, summary: str, *signals: Signal, **rest: Any) -> Moment:
    """Both talked by phone."""
    return _spoken(Kind.CALL, days, minutes, summary, signals, **rest)


def saw(days: float, minutes: int, summary: str, *signals: Signal, **rest: Any) -> Moment:
    """Both talked by video."""
    return _spoken(Kind.VIDEO_CALL, days, minutes, summary, signals, **rest)


def ran_into(days: float, minutes: int, summary: str, *signals: Signal, **rest: Any) -> Moment:
    """Both talked at an event."""
    return _spoken(Kind.EVENT, days, minutes, summary, signals, **rest)


def planned(moment: Moment, *, goals: tuple[str, ...]) -> Moment:
    """The two will talk: `days` ahead."""
    return replace(moment, days=-moment.days, rest={**moment.rest, "goals": [*goals]})


def gave(days: float, what: str, summary: str) -> Moment:
    """The owner gave something without a conversation."""
    return Moment(days, Kind.GIFT, Direction.OUTBOUND, summary, Channel.EMAIL, rest={"gave": what})


def got(days: float, what: str, summary: str) -> Moment:
    """They gave something without a conversation."""
    return Moment(days, Kind.GIFT, Direction.INBOUND, summary, Channel.EMAIL, rest={"received": what})


def introduced(days: float, summary: str) -> Moment:
    """Somebody brought the two together."""
    return Moment(days, Kind.INTRODUCTION, Direction.INBOUND, summary, Channel.EMAIL, rest={"expects_reply": False})


def noted(days: float, summary: str, **rest: Any) -> Moment:
    """The owner wrote something down for themselves."""
    return Moment(days, Kind.NOTE, Direction.MUTUAL, summary, rest=rest)


def mine(days: float, what: str, *, due: int | None = None, kept: float | None = None) -> Vow:
    """The owner promised something."""
    return Vow(days, Party.ME, what, due, kept)


def theirs(days: float, what: str, *, due: int | None = None, kept: float | None = None) -> Vow:
    """They promised something."""
    return Vow(days, Party.THEM, what, due, kept)


def _written(kind: Kind, direction: Direction, days: float, summary: str, **rest: Any) -> Moment:
    event = rest.pop("event", None)
    return Moment(days, kind, direction, summary, WRITTEN_ON[kind], event, rest)


def _spoken(kind: Kind, days: float, minutes: int, summary: str, signals: tuple[Signal, ...], **rest: Any) -> Moment:
    event = rest.pop("event", None)
    values = {"duration_minutes": minutes, "signals": [*signals], "assessed": bool(signals)} | rest
    return Moment(days, kind, Direction.MUTUAL, summary, SPOKEN_ON.get(kind, Channel.IN_PERSON), event, values)
