"""Bodies of `/v1/me/jobs`."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from comity.digests.schemas import DigestStatus
from comity.imports.schemas import ImportStatus, Progress
from comity.schemas import Out


class JobOut(Out):
    """Something that is done in the background."""

    id: str
    kind: Literal["import", "digest"]
    created_at: datetime
    status: ImportStatus | DigestStatus
    problem: str | None = Field(description="Why it failed, or was tried in vain so far.")
    progress: Progress
