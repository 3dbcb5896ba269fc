"""`/v1/me/jobs`."""

from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import cast, literal, null, select, union_all

from comity.database import UtcDateTime
from comity.digests.models import Digest
from comity.digests.schemas import DigestStatus
from comity.imports.models import Import
from comity.imports.progress import progress_of
from comity.paging import CursorDep, LimitDep, Order, Page, paginate
from comity.schemas import Instant
from comity.undertakings.schemas import JobOut
from comity.web import AccountDep, ReadSession, new_router

router = new_router(tag="me", prefix="/v1/me/jobs")
NEVER = cast(null(), UtcDateTime)
OF_ALL_KINDS = union_all(
    select(
        Import.account_id,
        Import.id,
        literal("import").label("kind"),
        Import.created_at,
        Import.status,
        Import.problem,
        Import.done,
        Import.total,
        Import.started_at,
        Import.moved_at,
    ),
    select(
        Digest.account_id,
        Digest.id,
        literal("digest"),
        Digest.created_at,
        Digest.status,
        Digest.reason,
        (Digest.status != DigestStatus.QUEUED).cast(Import.done.type),
        literal(1),
        NEVER,
        NEVER,
    ),
).subquery()
LATEST_FIRST = Order((OF_ALL_KINDS.c.created_at, OF_ALL_KINDS.c.id), TypeAdapter(tuple[Instant, str]), descending=True)


@router.get("", response_model=Page[JobOut])
def list_jobs(
    session: ReadSession, account_id: AccountDep, cursor: CursorDep = None, limit: LimitDep = 50
) -> dict[str, Any]:
    """List what is done in the background, and what was, latest first."""
    query = select(OF_ALL_KINDS).where(OF_ALL_KINDS.c.account_id == account_id)
    page = paginate(session, query, LATEST_FIRST, cursor=cursor, limit=limit)
    return page | {"items": [row._asdict() | {"progress": progress_of(row)} for row in page["items"]]}
