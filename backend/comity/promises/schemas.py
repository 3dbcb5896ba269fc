"""Bodies of `/v1/promises`."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from comity.coach.words import Party, PromiseStatus
from comity.schemas import Day, Id, Instant, Name, Out, Schema, patch_of

Typed = Literal[PromiseStatus.OPEN, PromiseStatus.KEPT, PromiseStatus.RELEASED]


class PromiseIn(Schema):
    """Who promised what. `made_at` defaults to now; `lapsed` is derived and cannot be set."""

    contact_id: Id
    by: Party
    what: Name
    due_on: Day | None = None
    made_at: Instant | None = None
    status: Typed = PromiseStatus.OPEN
    resolved_at: Instant | None = None
    interaction_id: Id | None = None


if TYPE_CHECKING:

    class PromisePatch(PromiseIn):
        """A merge patch of a promise."""
else:
    PromisePatch = patch_of(PromiseIn)


class PromiseOut(Out):
    """A promise; an open one of theirs that was checked in vain reads as `lapsed`."""

    id: str
    version: int
    contact_id: str
    by: Party
    what: str
    due_on: date | None
    made_at: datetime
    status: PromiseStatus
    resolved_at: datetime | None
    interaction_id: str | None
    resolved_by_interaction_id: str | None
