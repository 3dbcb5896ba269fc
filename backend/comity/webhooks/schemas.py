"""Bodies of `/v1/webhooks` and of its deliveries."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, Field

from comity.schemas import Flag, Line, Number, Out, Schema, patch_of

USUAL_OVERLAP_HOURS, LONGEST_OVERLAP_HOURS = 24, 7 * 24
LONGEST_URL = 2_000


class EventType(StrEnum):
    """Of what one can be told."""

    NEXT_STEP_DUE = "next_step.due"
    """What the owner owes somebody, or an occasion, stands on today's list: `contact_id, due_at`."""
    FOLLOW_UP_DUE = "follow_up.due"
    """A follow-up has come due: `follow_up_id, contact_id, due_at`."""
    CONTACT_CHANGED = "contact.changed"
    """Contacts came, changed or went: `contact_ids`."""
    CONTACT_ERASED = "contact.erased"
    """A contact was removed for good; forget it too: `contact_ids`."""
    INTERACTION_LOGGED = "interaction.logged"
    """The log was added to, changed or shortened: `interaction_ids, contact_ids`."""
    PROMISE_LAPSED = "promise.lapsed"
    """The hope has ended that a contact keeps a promise: `promise_id, contact_ids`."""


TEST = "webhook.test"


class WebhookStatus(StrEnum):
    """How an endpoint is."""

    ACTIVE = "active"
    """It is told."""
    PAUSED = "paused"
    """The owner wants it so: nothing is written down for it."""
    PARKED = "parked"
    """It did not answer for days. What happens is written down, and sent when the owner sets it active again."""
    GONE = "gone"
    """It said that it is gone for good (410)."""


class DeliveryStatus(StrEnum):
    """How far a delivery is."""

    WAITING = "waiting"
    """It is to be sent, for the first time or again."""
    DELIVERED = "delivered"
    """The endpoint took it."""
    PARKED = "parked"
    """No try is planned."""


def _distinct(values: list[EventType]) -> list[EventType]:
    return list(dict.fromkeys(values))


class WebhookIn(Schema):
    """Whom to tell, and of what. It reaches the public internet alone."""

    url: Annotated[str, Field(min_length=1, max_length=LONGEST_URL, examples=["https://hooks.example.org/comity"])]
    event_types: Annotated[list[EventType], Field(min_length=1, max_length=20), AfterValidator(_distinct)]
    description: Line = ""
    active: Flag = Field(True, description="False pauses it. True, after a pause or parked, sends what waits.")


if TYPE_CHECKING:

    class WebhookPatch(WebhookIn):
        """A merge patch of a webhook."""
else:
    WebhookPatch = patch_of(WebhookIn)


class SigningSecretIn(Schema):
    """A new secret."""

    overlap_hours: Annotated[int, Field(ge=0, le=LONGEST_OVERLAP_HOURS), Number] = Field(
        USUAL_OVERLAP_HOURS, description="How long the old one signs too."
    )


class WebhookOut(Out):
    """A webhook. `waiting` and `parked`: how many deliveries are so."""

    id: str
    version: int
    created_at: datetime
    url: str
    event_types: list[EventType]
    description: str
    active: bool
    status: WebhookStatus
    changed_at: datetime
    last_delivered_at: datetime | None
    old_secret_until: datetime | None
    waiting: int
    parked: int


class WebhookWithSecret(WebhookOut):
    """A webhook with its secret, this once. Signatures are those of Standard Webhooks."""

    secret: str = Field(examples=["whsec_..."])


class DeliveryOut(Out):
    """What an endpoint was told, and how the last try ended. `id` is the `webhook-id`."""

    id: str
    event_type: str
    created_at: datetime
    status: DeliveryStatus
    tries: int
    next_try_at: datetime | None
    answered: int | None
    fault: str
    can_be_replayed: bool = Field(description="Its body is still there, as it is for seven days.")


class AttemptOut(Out):
    """One try: the status of the answer and its first 4 KiB, or what kept one from coming."""

    began_at: datetime
    milliseconds: int | None
    answered: int | None
    fault: str
    answer: str


class DeliveryDetails(DeliveryOut):
    """A delivery with its body and its tries, latest first; at most 50."""

    body: dict[str, Any] | None
    attempts: list[AttemptOut]
