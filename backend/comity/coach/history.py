"""What the coach is told: frozen values about one contact, the owner and the day. Instants are aware and in UTC."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import NamedTuple

from comity.coach.pressing import USUAL_CLOSING
from comity.coach.reply_chance import USUAL_RATE
from comity.coach.words import (
    Action,
    AskOutcome,
    AskSize,
    BridgeKind,
    Channel,
    Direction,
    GoalOutcome,
    Kind,
    OccasionKind,
    Party,
    PromiseStatus,
    Purpose,
    Seniority,
    Signal,
    TieKind,
    TrustStage,
    Urgency,
)


class Touch(NamedTuple):
    """One interaction with one contact. A tuple: logs are made of many, and a frozen dataclass takes thrice as long.

    expects_reply: None means the playbook's default (§2) for its kind, purpose and place in the log.
    imported: it came from a file, so old unanswered words are not a debt and nothing is left to assess.
    text: subject, summary and body, in which an event may be named.
    goal_outcomes: what became of each goal, in the order of the goals; None or missing where nobody said.
    """

    id: str
    occurred_at: datetime
    kind: Kind
    direction: Direction
    channel: Channel | None = None
    duration_minutes: int | None = None
    signals: tuple[Signal, ...] = ()
    assessed: bool = False
    ask_size: AskSize = AskSize.NONE
    ask_outcome: AskOutcome | None = None
    gave: bool = False
    received: bool = False
    purpose: Purpose | None = None
    expects_reply: bool | None = None
    goals: tuple[str, ...] = ()
    goal_outcomes: tuple[GoalOutcome | None, ...] = ()
    event_id: str | None = None
    promise_id: str | None = None
    thread_id: str | None = None
    trust_stage: TrustStage | None = None
    imported: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that one side said they would do. `resolved_at` is set when it was kept or released."""

    id: str
    by: Party
    what: str
    made_at: datetime
    due_on: date | None = None
    status: PromiseStatus = PromiseStatus.OPEN
    resolved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something to congratulate on."""

    kind: OccasionKind
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class BusyPeriod:
    """Days, both inclusive, on which a person has no room for asks."""

    first: date
    last: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class Birthday:
    """A day of the year; the year of birth is never needed."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Interval:
    """How often to be in touch, in days: as the owner would like it, and at the longest. 1 <= ideal <= longest."""

    ideal_days: int
    longest_days: int


@dataclass(frozen=True, slots=True)
class Person:
    """The contact, as facts. Unknown is None or empty. `channels`: those with a known address.

    met_by_import: the person came from the owner's own address book (a vCard), which counts as having met.
    owner_tie: how the owner knows them, where somebody said so.
    keep_in_touch: their own interval, else the shortest of their tags'; None: warmth decides.
    """

    id: str
    full_name: str
    company: str | None = None
    seniority: Seniority | None = None
    field: str | None = None
    location: str | None = None
    country: str | None = None
    timezone: str | None = None
    importance: int = 3
    birthday: Birthday | None = None
    job_started_on: date | None = None
    org_trouble_on: date | None = None
    connected_on: date | None = None
    occasions: tuple[Occasion, ...] = ()
    busy_periods: tuple[BusyPeriod, ...] = ()
    needs: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    how_met: str | None = None
    met_by_import: bool = False
    owner_tie: TieKind | None = None
    keep_in_touch: Interval | None = None
    do_not_contact: bool = False
    channels: frozenset[Channel] = frozenset()


@dataclass(frozen=True, slots=True)
class HandMadeFollowUp:
    """An open follow-up that the owner made, or moved: then `cause` says what made it."""

    id: str
    due_at: datetime
    action: Action
    note: str = ""
    ask_size: AskSize = AskSize.NONE
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class PutOff:
    """A touch of a rule that the owner put off, or left out (`until` is None). cause: see `scheduling.Plan`."""

    rule: str
    cause: str
    action: Action
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A part of an event: a talk, a breakout, something informal."""

    title: str
    kind: str
    starts_at: datetime | None = None
    attended: bool | None = None


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event that the owner attends with this contact. `key`: the contact is one of its five key people."""

    id: str
    name: str
    starts_at: datetime
    ends_at: datetime
    sessions: tuple[Session, ...] = ()
    key: bool = True


@dataclass(frozen=True, slots=True)
class LoggedIntroduction:
    """An entry of the log that asks for an introduction (`asks`), or is one made for the owner (`made`).

    contact_ids: with whom. about_contact_id: to whom an introduction is asked for, where that was said. text: subject,
    summary and body, in which they may be named, folded (see `spellings.py`).
    """

    id: str
    at: datetime
    contact_ids: frozenset[str]
    about_contact_id: str | None = None
    asks: bool = False
    made: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Introduced:
    """The contact introduced the owner to somebody."""

    interaction_id: str
    at: datetime
    full_name: str


@dataclass(frozen=True, slots=True)
class History:
    """All that is known of one contact, in any order.

    put_off: what the owner said of planned touches.
    introduced: to whom they introduced the owner lately. asked_about: the interactions, by id, in which an introduction
    to them was asked for.
    """

    person: Person
    touches: tuple[Touch, ...] = ()
    promises: tuple[Promise, ...] = ()
    follow_ups: tuple[HandMadeFollowUp, ...] = ()
    put_off: tuple[PutOff, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    introduced: tuple[Introduced, ...] = ()
    asked_about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Goal:
    """What the owner is after. It is active from `made_at` until the end of `ends_on`, unless closed."""

    id: str
    title: str
    ask_size: AskSize
    urgency: Urgency = Urgency.NORMAL
    companies: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    contact_ids: frozenset[str] = frozenset()
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Background:
    """The owner's half of every commonality, and what they have done, to weave in later."""

    employers: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    accomplishments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DailyHours:
    """A part of every day, in the owner's zone; it may go past midnight. Equal ends: the whole day."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Owner:
    """The account's owner. Seniority unknown: `mid`. busy_periods: when they are away.

    reply_rate: see `coach/reply_chance.py`. closing_rate: see `coach/pressing.py`.
    working_hours, quiet_hours: as they set them; None where they did not.
    keep_in_touch: how often they want to be in touch with those who bear a tag, by the tag.
    """

    timezone: str = "UTC"
    seniority: Seniority = Seniority.MID
    background: Background = field(default_factory=Background)
    busy_periods: tuple[BusyPeriod, ...] = ()
    reply_rate: float = USUAL_RATE
    closing_rate: float = USUAL_CLOSING
    working_hours: DailyHours | None = None
    quiet_hours: DailyHours | None = None
    keep_in_touch: Mapping[str, Interval] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlaceCalendar:
    """The days of one person's place, as values.

    timezone: IANA name, already resolved (theirs, else their country's, else the owner's).
    weekend: ISO weekdays, 1 Monday to 7 Sunday.
    days_off: public and observed religious holidays by day, with their names.
    christmas_public, epiphany_public: whether 25 December and 6 January are public there.
    lunar_new_years: the first days of the lunar year, where they are public.
    """

    timezone: str
    country: str | None = None
    weekend: frozenset[int] = frozenset({6, 7})
    days_off: Mapping[date, str] = field(default_factory=dict)
    christmas_public: bool = False
    epiphany_public: bool = False
    lunar_new_years: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Between:
    """Somebody on the way between a connector and the contact. tie_strength, tie_kind: to whom comes next; 0..1."""

    contact_id: str
    full_name: str
    tie_strength: float
    tie_kind: TieKind = TieKind.OTHER


@dataclass(frozen=True, slots=True)
class Connector:
    """A way to the contact: somebody whom the owner may ask, and who stands between, if anybody does.

    tie_strength: to the contact, or to the one between; 0..1.
    """

    history: History
    tie_strength: float
    calendar: PlaceCalendar
    tie_kind: TieKind = TieKind.OTHER
    beyond: tuple[Between, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody near the contact, who could become the bridge. ground: what they share, by name; events by theirs.

    closeness: 0..1, how near they are to the owner (see `introductions.readiness`).
    """

    contact_id: str
    full_name: str
    kind: BridgeKind
    ground: str
    closeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody to introduce a contact to, and why both would profit, in a sentence."""

    contact_id: str
    full_name: str
    text: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What stands around one contact: the owner, what is wanted, the calendar of their place, who knows them.

    connectors: the likeliest ways, over at most three hops. neighbours: who is near them, where no way is in sight.
    shared: what they have in common with the owner's background, the rarest first; empty where that was not counted.
    match: somebody whom they do not know and should, None where none is known or nobody looked.
    """

    owner: Owner
    calendar: PlaceCalendar
    goals: tuple[Goal, ...] = ()
    connectors: tuple[Connector, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    shared: tuple[str, ...] = ()
    match: Match | None = None
