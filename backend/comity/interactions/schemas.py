"""Bodies of `/v1/interactions`."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from comity.coach.words import AskOutcome, AskSize, Channel, Direction, GoalOutcome, Kind, Purpose, Signal, TrustStage
from comity.schemas import Flag, Id, Instant, Line, Name, Number, Out, Schema, Text, patch_of

ONE_WEEK_MINUTES = 7 * 24 * 60


class InteractionIn(Schema):
    """What happened, or, where `occurred_at` lies ahead, what is planned. `occurred_at` defaults to now."""

    contact_ids: Annotated[list[Id], Field(min_length=1, max_length=100)]
    kind: Kind
    direction: Direction
    occurred_at: Instant | None = None
    duration_minutes: Annotated[int, Field(ge=0, le=ONE_WEEK_MINUTES), Number] | None = None
    channel: Channel | None = None
    subject: Line | None = None
    summary: Text | None = None
    body: Text | None = None
    signals: Annotated[list[Signal], Field(max_length=len(Signal))] = []
    assessed: Flag = False
    ask_size: AskSize = AskSize.NONE
    ask_outcome: AskOutcome | None = None
    gave: Line | None = None
    received: Line | None = None
    purpose: Purpose | None = None
    expects_reply: Flag | None = Field(None, description="Default: what the playbook says of such a word.")
    goals: Annotated[list[Name], Field(max_length=20)] = Field([], description="At most two.")
    goal_outcomes: Annotated[list[GoalOutcome | None], Field(max_length=20)] = Field(
        [], description="What became of each goal, in their order; null where nobody can say yet."
    )
    event_id: Id | None = None
    promise_id: Id | None = None
    about_contact_id: Id | None = Field(None, description="To whom an introduction is asked for.")
    thread_id: Line | None = None
    trust_stage: TrustStage | None = Field(None, description="On a note: corrects the stage from that day.")


if TYPE_CHECKING:

    class InteractionPatch(InteractionIn):
        """A merge patch of an interaction."""
else:
    InteractionPatch = patch_of(InteractionIn)


class EffectOut(Out):
    """What moved."""

    kind: str
    contact_id: str
    text: str
    before: str | None
    after: str | None


class InteractionOut(Out):
    """An interaction, with what moved because of this request."""

    id: str
    version: int
    created_at: datetime
    contact_ids: list[str]
    kind: Kind
    direction: Direction
    occurred_at: datetime
    duration_minutes: int | None
    channel: Channel | None
    subject: str | None
    summary: str | None
    body: str | None
    signals: list[Signal]
    assessed: bool
    ask_size: AskSize
    ask_outcome: AskOutcome | None
    gave: str | None
    received: str | None
    purpose: Purpose | None
    expects_reply: bool | None
    goals: list[str]
    goal_outcomes: list[GoalOutcome | None]
    event_id: str | None
    promise_id: str | None
    about_contact_id: str | None
    thread_id: str | None
    trust_stage: TrustStage | None
    source: str
    effects: list[EffectOut]


def shown(interaction: Any, contact_ids: list[str], effects: list[Any]) -> InteractionOut:
    """Return an interaction as a client sees it."""
    columns = {name: getattr(interaction, name) for name in InteractionOut.model_fields if hasattr(interaction, name)}
    columns["goal_outcomes"] = interaction.goal_outcomes or []
    return InteractionOut.model_validate(columns | {"contact_ids": contact_ids, "effects": effects})
