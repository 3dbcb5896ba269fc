"""Bodies of `/v1/ties`."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from comity.coach.words import TieKind
from comity.schemas import Id, Number, Out, Schema, patch_of


class TieIn(Schema):
    """Who knows whom. Without `from_contact_id` it is the owner."""

    from_contact_id: Id | None = None
    to_contact_id: Id
    kind: TieKind = TieKind.OTHER
    strength: Annotated[float, Field(ge=0, le=1), Number] = 0.5


class TieChange(Schema):
    """What of a tie can be changed."""

    kind: TieKind = TieKind.OTHER
    strength: Annotated[float, Field(ge=0, le=1), Number] = 0.5


if TYPE_CHECKING:

    class TieChangePatch(TieChange):
        """A merge patch of a tie."""
else:
    TieChangePatch = patch_of(TieChange)


class TieOut(Out):
    """A tie."""

    id: str
    version: int
    created_at: datetime
    from_contact_id: str | None
    to_contact_id: str
    kind: TieKind
    strength: float
