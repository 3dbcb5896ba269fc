"""The sweep that finds whose digest is due: a row for each, and the jobs that send them, in one transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.coach.history import Owner
from comity.coach.rules.timing import quiet_hours
from comity.database import Database, new_id
from comity.digests.models import Digest, DigestTime
from comity.digests.mornings import day_due, next_morning
from comity.digests.schemas import DigestStatus
from comity.follow_ups.moving import OWNERS_TIME, with_time
from comity.jobs import OUTSIDE, Tools, breathe, enqueue, job

SWEEP = "digests.sweep.v1"
SEND = "digests.send.v2"
CLAIMED_AT_ONCE = 500  # accounts in one transaction: it writes a row for each
SENT_BY_A_JOB = 20  # a job costs the engine as much as a digest costs us


@job(SWEEP)
def sweep_now(tools: Tools) -> None:
    """Sweep by the present clock."""
    sweep(tools.database, now=tools.clock())


def sweep(database: Database, *, now: datetime) -> int:
    """Queue every digest that is due, each batch in its own transaction; return how many."""
    queued = 0
    while True:
        with database.write() as session:
            claimed, digests = claim(session, now=now)
        queued += digests
        if claimed < CLAIMED_AT_ONCE:
            return queued
        breathe()


def claim(session: Session, *, now: datetime) -> tuple[int, int]:
    """Queue the longest due, and say when each account's next one is. Return how many accounts, and digests, these are.

    A day has one digest, whatever the clock and the owner's zone do: the table holds that.
    """
    due = _due(session, now)
    if not due:
        return 0, 0
    times, days = [], []
    for row in due:
        owner = with_time(Owner(), row)
        quiet_until = quiet_hours(now, owner=owner)
        if quiet_until > now:
            times.append({"account_id": row.account_id, "at": quiet_until})
            continue
        times.append({"account_id": row.account_id, "at": next_morning(now, digest_at=row.digest_at, owner=owner)})
        if day := day_due(now, digest_at=row.digest_at, owner=owner):
            days.append({"id": new_id(), "account_id": row.account_id, "day": day})
    session.execute(update(DigestTime), times)
    return len(due), _queue(session, days, now)


def _due(session: Session, now: datetime) -> Sequence[Any]:
    query = (
        select(DigestTime.account_id, Account.digest_at, *OWNERS_TIME)
        .join(Account, Account.id == DigestTime.account_id)
        .where(DigestTime.at <= now)
        .order_by(DigestTime.at)
        .limit(CLAIMED_AT_ONCE)
        .with_for_update(of=DigestTime, skip_locked=True)
    )
    return session.execute(query).all()


def _queue(session: Session, days: list[dict[str, Any]], now: datetime) -> int:
    if not days:
        return 0
    insert: Any = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    rest = {"created_at": now, "status": DigestStatus.QUEUED, "attempts": 0, "weekly": False}
    new = insert(Digest).on_conflict_do_nothing(index_elements=["account_id", "day"])
    made = session.execute(new.values([day | rest for day in days]).returning(Digest.id, Digest.account_id)).all()
    for first in range(0, len(made), SENT_BY_A_JOB):
        lot = [(row.account_id, row.id) for row in made[first : first + SENT_BY_A_JOB]]
        have_sent(session, lot, job_id=f"{SEND}:{lot[0][1]}")
    return len(made)


def have_sent(
    session: Session, digests: Sequence[tuple[str, str]], *, job_id: str, delay_seconds: float | None = None
) -> None:
    """Have digests, by their accounts' ids and their own, sent one after the other, if this transaction commits."""
    enqueue(session, SEND, job_id=job_id, queue=OUTSIDE, delay_seconds=delay_seconds, digests=[*map(list, digests)])
