"""Bodies of `/v1/me/digest`."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from comity.schemas import Out


class DigestStatus(StrEnum):
    """What became of a digest."""

    QUEUED = "queued"
    SENT = "sent"
    EMPTY = "empty"
    """There was nothing to say, so nothing was sent."""
    FAILED = "failed"


class DigestOut(Out):
    """The digest of one day."""

    id: str
    day: date
    status: DigestStatus
    reason: str | None = Field(description="Why it was not sent, or not yet.")
    attempts: int = Field(description="How often it was handed to the mail server in vain.")
    weekly: bool = Field(description="Whether it held the week's summary.")
    created_at: datetime
    settled_at: datetime | None


class DigestsOut(Out):
    """What is arranged."""

    digest_at: str | None = Field(description="The hour, in the owner's zone; null: no digest. Changed at /v1/me.")
    next_at: datetime | None
    goes_by: Literal["mail", "log"] = Field(description="`log`: whoever runs this Comity has set no way for mail.")
    last: DigestOut | None
