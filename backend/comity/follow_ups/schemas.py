"""Bodies of `/v1/follow-ups`."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AliasChoices, Field, StringConstraints

from comity.coach.words import Action, Anchor, AskSize, Unit
from comity.interactions.schemas import EffectOut, InteractionIn
from comity.schemas import BusyPeriod, Day, Flag, Id, Instant, Line, Number, Out, Schema, Text, patch_of


class FollowUpStatus(StrEnum):
    """Where a follow-up stands."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


Touching = Literal[
    Action.REPLY,
    Action.DELIVER_PROMISE,
    Action.THANK,
    Action.FOLLOW_UP,
    Action.CHECK_PROMISE,
    Action.CONGRATULATE,
    Action.INTRODUCE_YOURSELF,
    Action.REQUEST_INTRODUCTION,
    Action.PROPOSE_CALL,
    Action.PROPOSE_MEETING,
    Action.MAKE_ASK,
    Action.SHARE_VALUE,
    Action.RECONNECT,
]
DateWords = Annotated[
    Line,
    StringConstraints(min_length=1, max_length=200),
    Field(description="A date in words, such as `in two weeks`, `next Tuesday morning` or `after her vacation`."),
]


class Recurrence(Schema):
    """How a follow-up recurs: every so many days, weeks, months or years.

    `anchor`: `date` counts from the first one's moment (a month without that day: its last one), `last_contact` from
    the last real contact, so that it moves with every word of theirs and every conversation. `until`: the last day, the
    owner's; `count`: how many in all.
    """

    every: Annotated[int, Field(ge=1, le=1000), Number]
    unit: Unit
    anchor: Anchor = Anchor.DATE
    until: Day | None = None
    count: Annotated[int, Field(ge=1, le=1000), Number] | None = None


class FollowUpIn(Schema):
    """A touch to make, at an instant (`due_at`) or at a date in words (`due`). It moves to when it is welcome.

    What recurs after the last contact needs neither.
    """

    contact_id: Id
    due_at: Instant | None = None
    due: DateWords | None = None
    action: Touching = Action.FOLLOW_UP
    ask_size: AskSize = AskSize.NONE
    note: Text = ""
    status: FollowUpStatus = FollowUpStatus.OPEN
    recurrence: Recurrence | None = None


if TYPE_CHECKING:

    class FollowUpPatch(FollowUpIn):
        """A merge patch of a follow-up."""
else:
    FollowUpPatch = patch_of(FollowUpIn)


class PutOffIn(Schema):
    """Until when: an instant, or a date in words."""

    until: DateWords


class CompleteIn(Schema):
    """What was done. Without `interaction` a fitting one is logged, unless `log` is false."""

    interaction: InteractionIn | None = None
    log: Flag = True


class ShiftIn(Schema):
    """The days on which the owner is away, both inclusive; `from` is today where it is not given."""

    first: Day | None = Field(None, alias="from")
    last: Annotated[str, Field(alias="until", description="The last day away: a day, or a date in words.")] = Field(
        min_length=1, max_length=200
    )
    why: Line = ""


class ReadDateIn(Schema):
    """A date in words, and whose vacation it may speak of."""

    text: DateWords
    contact_id: Id | None = None
    action: Touching = Action.FOLLOW_UP
    ask_size: AskSize = AskSize.NONE


class MoveOut(Out):
    """A rule moved it: from one instant to a later one."""

    rule: str
    from_: datetime = Field(validation_alias=AliasChoices("from", "from_"), serialization_alias="from")
    to: datetime


class FollowUpOut(Out):
    """A follow-up. `wanted_at` is what was asked for, `moves` the rules that moved it, `moved_by` the one most so."""

    id: str
    version: int
    created_at: datetime
    contact_id: str
    due_at: datetime = Field(description="UTC; the first moment from `wanted_at` on that is welcome on both sides.")
    wanted_at: datetime
    moved_by: str | None
    moves: list[MoveOut]
    understood: str | None = Field(description="How a date in words was read, in the owner's zone.")
    action: Action
    ask_size: AskSize
    note: str
    status: FollowUpStatus
    origin: str
    recurrence: Recurrence | None
    series_id: str | None
    occurrence: int
    closed_at: datetime | None
    closed_by_interaction_id: str | None


class ClosedOut(Out):
    """A follow-up that was closed or opened again, the next one of its series, and what else moved."""

    follow_up: FollowUpOut
    next: FollowUpOut | None
    effects: list[EffectOut]


class ShiftedOut(Out):
    """One follow-up that a shift moved."""

    id: str
    contact_id: str
    from_: datetime = Field(validation_alias=AliasChoices("from", "from_"), serialization_alias="from")
    to: datetime
    moves: list[MoveOut]


class ShiftOut(Out):
    """A time away, and what moved because of it."""

    id: str
    away: BusyPeriod
    moved: list[ShiftedOut]


class TimeAwayOut(Out):
    """A time away that is not over. moved: how many follow-ups it moved."""

    id: str
    away: BusyPeriod
    moved: int


class DateOut(Out):
    """How a date in words was read, and when a touch would go. first, last: the days that it names."""

    text: str
    understood: str
    wanted_at: datetime
    due_at: datetime
    moved_by: str | None
    moves: list[MoveOut]
    first: date
    last: date
    timezone: str
