"""Bodies of `/v1/goals`."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from comity.coach.words import AskSize, Urgency
from comity.schemas import Day, Id, Name, Out, Schema, patch_of

Names = Annotated[list[Name], Field(max_length=100)]


class GoalIn(Schema):
    """What the owner is after. Naming no company, field or contact, it concerns everybody."""

    title: Name
    ask_size: AskSize = AskSize.SHORT_CALL
    urgency: Urgency = Urgency.NORMAL
    companies: Names = []
    fields: Names = []
    contact_ids: Annotated[list[Id], Field(max_length=500)] = []
    ends_on: Day | None = None


if TYPE_CHECKING:

    class GoalPatch(GoalIn):
        """A merge patch of a goal."""
else:
    GoalPatch = patch_of(GoalIn)


class GoalOut(Out):
    """A goal."""

    id: str
    version: int
    created_at: datetime
    title: str
    ask_size: AskSize
    urgency: Urgency
    companies: list[str]
    fields: list[str]
    contact_ids: list[str]
    ends_on: date | None
