"""What an owner sees of their digests, and what moves them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.accounts.service import MorningChanged, get_account
from comity.digests.models import Digest, DigestTime
from comity.digests.mornings import next_morning
from comity.follow_ups.moving import owner_of
from comity.outbox import Effect


@dataclass(frozen=True, slots=True)
class Arranged:
    """What is arranged. at: the hour, or None; last: the latest digest there was."""

    at: str | None
    next_at: datetime | None
    last: Digest | None


def arranged(session: Session, *, account_id: str) -> Arranged:
    """Return when the next digest is due, and what became of the last."""
    row = session.get(DigestTime, account_id)
    latest = select(Digest).where(Digest.account_id == account_id).order_by(Digest.created_at.desc(), Digest.id.desc())
    at = get_account(session, account_id).digest_at
    return Arranged(at, row.at if row else None, session.scalars(latest.limit(1)).first())


def arrange(session: Session, happened: MorningChanged) -> list[Effect]:
    """An owner chose another hour, zone or quiet hours: the next digest moves, what was queued stays."""
    account = get_account(session, happened.account_id)
    row: Any = session.get(DigestTime, account.id)
    if account.digest_at is None:
        if row:
            session.delete(row)
        return []
    at = next_morning(happened.at, digest_at=account.digest_at, owner=owner_of(session, account.id))
    session.merge(DigestTime(account_id=account.id, at=at))
    session.flush()
    return []
