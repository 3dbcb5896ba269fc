"""Bodies of `/v1/integrations`, of its inbox and of hooks."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from comity.coach.words import Direction, Kind
from comity.schemas import Flag, Id, Name, Number, Out, Schema, patch_of

USUAL_OVERLAP_HOURS, LONGEST_OVERLAP_HOURS = 24, 7 * 24
Secret = Annotated[str, Field(min_length=8, max_length=200, pattern=r"^[!-~]+$")]


class EventStatus(StrEnum):
    """How far an event is."""

    RECEIVED = "received"
    """Kept; what follows from it is under way."""
    APPLIED = "applied"
    """It stands in the log, or changed what stands there."""
    UNMATCHED = "unmatched"
    """Somebody in it is no known contact; with those who are, it stands in the log."""
    REJECTED = "rejected"
    """It cannot be understood."""
    IGNORED = "ignored"
    """There is nothing in it to log, or the owner said so."""


class IntegrationSettingsIn(Schema):
    """What can be changed later."""

    name: Name
    enabled: Flag = True
    own_addresses: Annotated[list[Name], Field(max_length=20)] = Field(
        [], description="Under which you appear there, beside your account's own: e-mail addresses, numbers, ids."
    )


class IntegrationIn(IntegrationSettingsIn):
    """A new integration. The kinds are at `/v1/integrations/kinds`."""

    kind: Annotated[str, Field(min_length=1, max_length=40, examples=["generic"])]
    secret: Secret | None = Field(None, description="Where the provider makes it; otherwise we do.")


if TYPE_CHECKING:

    class IntegrationSettingsPatch(IntegrationSettingsIn):
        """A merge patch of an integration."""
else:
    IntegrationSettingsPatch = patch_of(IntegrationSettingsIn)


class RotateIn(Schema):
    """A new secret."""

    secret: Secret | None = Field(None, description="Where the provider makes it; otherwise we do.")
    overlap_hours: Annotated[int, Field(ge=0, le=LONGEST_OVERLAP_HOURS), Number] = Field(
        USUAL_OVERLAP_HOURS, description="How long the old one still counts."
    )


class IntegrationOut(Out):
    """An integration. `waiting`: events in which somebody is not known yet."""

    id: str
    version: int
    created_at: datetime
    kind: str
    name: str
    enabled: bool
    own_addresses: list[str]
    hook_url: str
    old_secret_until: datetime | None
    waiting: int
    last_received_at: datetime | None


class IntegrationWithSecret(IntegrationOut):
    """An integration with its secret, this once; null where the provider made it.

    `hook_url` is what to give to the sender: it holds the secret where the sender does not sign.
    """

    secret: str | None


class IntegrationKindOut(Out):
    """A kind of integration, and how one connects it."""

    kind: str
    label: str
    what: str
    steps: list[str]
    replay: str
    gives_secret: bool


class IntegrationKinds(Out):
    """All kinds."""

    kinds: list[IntegrationKindOut]


class LikelyContact(Out):
    """Who somebody may be, and why."""

    contact_id: str
    full_name: str
    why: str


class HookPersonOut(Out):
    """Somebody who took part; `place` names them in `match` and `create`."""

    place: int
    name: str
    email: str
    phone: str
    company: str
    contact_id: str | None
    full_name: str | None
    likely: list[LikelyContact]


class HookEventOut(Out):
    """What was told, and what became of it.

    `can_be_replayed`: its body is still there, as it is for 30 days.
    """

    id: str
    external_id: str
    received_at: datetime
    status: EventStatus
    code: str
    reason: str
    kind: Kind | None
    direction: Direction | None
    occurred_at: datetime | None
    subject: str | None
    people: list[HookPersonOut]
    interaction_id: str | None
    can_be_replayed: bool


class InboxIn(Schema):
    """What to do with an event of the inbox.

    `replay` reads it anew, `match` says who somebody is, `create` makes a contact of them, `ignore` leaves it out.
    """

    event_id: Id
    action: Literal["replay", "match", "create", "ignore"]
    place: Annotated[int, Field(ge=0, le=1000), Number] | None = Field(
        None, description="Which of the people; the first who is not known, where nobody is named."
    )
    contact_id: Id | None = Field(None, description="Who they are, for `match`.")
    full_name: Name | None = Field(None, description="How to call them, for `create`; what they call themselves.")


class HookReceipt(Out):
    """It is kept. `duplicate`: it was before."""

    id: str
    status: EventStatus
    duplicate: bool
