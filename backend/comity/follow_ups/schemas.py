"""Bodies of `/v1/follow-ups`."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from comity.coach.words import Action, AskSize
from comity.schemas import Id, Instant, Out, Schema, Text, patch_of


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


class FollowUpIn(Schema):
    """A touch to make. `due_at` moves into the contact's working day."""

    contact_id: Id
    due_at: Instant
    action: Touching = Action.FOLLOW_UP
    ask_size: AskSize = AskSize.NONE
    note: Text = ""
    status: FollowUpStatus = FollowUpStatus.OPEN


if TYPE_CHECKING:

    class FollowUpPatch(FollowUpIn):
        """A merge patch of a follow-up."""
else:
    FollowUpPatch = patch_of(FollowUpIn)


class FollowUpOut(Out):
    """A follow-up. `wanted_at` is what was asked for, `moved_by` the rule that moved it."""

    id: str
    version: int
    created_at: datetime
    contact_id: str
    due_at: datetime = Field(description="UTC; moved into the contact's working day.")
    wanted_at: datetime
    moved_by: str | None
    action: Action
    ask_size: AskSize
    note: str
    status: FollowUpStatus
    origin: str
    closed_at: datetime | None
    closed_by_interaction_id: str | None
