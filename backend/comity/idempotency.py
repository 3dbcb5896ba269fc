"""`Idempotency-Key`: the same POST sent twice has one effect and one answer.

The row is written in the transaction of the effect itself, so that neither exists without the other.
"""

import hashlib
from datetime import datetime, timedelta

from fastapi import Request, Response
from sqlalchemy import ForeignKey, delete, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Mapped, Session, mapped_column

from comity.database import Base, UtcDateTime
from comity.errors import Conflict, Refused

HEADER = "Idempotency-Key"
LONGEST = 255
KEPT_FOR = timedelta(hours=24)


class IdempotencyKey(Base):
    """The answer that a key was given, kept for 24 hours."""

    __tablename__ = "idempotency_keys"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    status: Mapped[int] = mapped_column(default=0)
    etag: Mapped[str | None]
    body: Mapped[bytes] = mapped_column(default=b"")


class KeyUsedForAnotherBody(Refused):
    """This Idempotency-Key was used for another request."""


class StillRunning(Conflict):
    """The first request with this Idempotency-Key is still running."""


class AnsweredBefore(Exception):
    """The stored answer of an earlier request; `web.py` sends it as it was."""

    def __init__(self, row: IdempotencyKey) -> None:
        super().__init__(row.key)
        headers = {"Idempotent-Replayed": "true"} | ({"ETag": row.etag} if row.etag else {})
        self.response = Response(row.body, row.status, headers, media_type="application/json")


def fingerprint(request: Request, body: bytes) -> str:
    """Return what tells two requests apart."""
    return hashlib.sha256(f"{request.method} {request.url.path}?{request.url.query}\n".encode() + body).hexdigest()


def claim(session: Session, *, account_id: str, key: str, fingerprint: str, now: datetime) -> IdempotencyKey:
    """Take a key for this transaction.

    Raises AnsweredBefore, KeyUsedForAnotherBody, StillRunning; Refused if the key is too long.
    """
    if not 0 < len(key) <= LONGEST:
        raise Refused(f"An Idempotency-Key has 1 to {LONGEST} characters.", pointer=f"header/{HEADER}")
    session.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < now - KEPT_FOR))
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values = {
        "account_id": account_id, "key": key, "fingerprint": fingerprint, "created_at": now, "status": 0, "body": b""
    }  # fmt: skip
    try:
        if dialect == "postgresql":
            session.execute(text("SET LOCAL lock_timeout = '5s'"))
        session.execute(insert(IdempotencyKey).values(values).on_conflict_do_nothing())
    except OperationalError:
        raise StillRunning from None
    row = session.scalars(select(IdempotencyKey).filter_by(account_id=account_id, key=key)).one()
    if row.fingerprint != fingerprint:
        raise KeyUsedForAnotherBody
    if row.status:
        raise AnsweredBefore(row)
    return row


def remember(row: IdempotencyKey, response: Response) -> None:
    """Keep the answer with the key."""
    row.status, row.body, row.etag = response.status_code, bytes(response.body), response.headers.get("ETag")
