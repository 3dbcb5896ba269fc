"""The sweep: folds anew the rows whose day has come. Warmth needs none of it; it is a function of time."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.database import Database, new_id
from comity.jobs import Tools, breathe, enqueue, job
from comity.outbox import Effect, Happened
from comity.relationships.models import RelationshipRow
from comity.relationships.service import AT_ONCE, refold_many

SWEEP = "relationships.sweep.v1"
SWEPT_AT_ONCE = 100  # contacts in one transaction, so that nobody waits long to write


def review_everybody(session: Session, happened: Happened) -> list[Effect]:
    """React to what may concern everybody. A small network is folded anew at once.

    In a large one each row becomes a candidate by one statement, and the sweep follows; until it has passed the list
    stays right, because the rows' days are lower bounds.
    """
    row = RelationshipRow
    mine = row.account_id == happened.account_id
    contact_ids = session.scalars(select(row.contact_id).where(mine).limit(AT_ONCE + 1)).all()
    if len(contact_ids) <= AT_ONCE:
        return refold_many(session, account_id=happened.account_id, contact_ids=contact_ids, now=happened.at)
    session.execute(update(row).where(mine).values(opens_at=happened.at, next_change_at=happened.at))
    enqueue(session, SWEEP, job_id=f"{SWEEP}:{new_id()}")
    return []


@job(SWEEP)
def sweep_now(tools: Tools) -> None:
    """Sweep by the present clock."""
    sweep(tools.database, now=tools.clock())


def sweep(database: Database, *, now: datetime) -> int:
    """Fold anew every row whose day has come, some at a time, each batch in its own transaction; return how many."""
    row = RelationshipRow
    due = select(row.contact_id).where(row.account_id == Account.id, row.next_change_at <= now)
    with database.read() as session:
        account_ids = session.scalars(select(Account.id).where(due.exists())).all()
    swept = 0
    for account_id in account_ids:
        while batch := _sweep_some(database, account_id, now):
            swept += batch
            breathe()
    return swept


def _sweep_some(database: Database, account_id: str, now: datetime) -> int:
    row = RelationshipRow
    with database.write() as session:
        due = select(row.contact_id).where(row.account_id == account_id, row.next_change_at <= now).limit(SWEPT_AT_ONCE)
        contact_ids = session.scalars(due).all()
        refold_many(session, account_id=account_id, contact_ids=contact_ids, now=now)
        return len(contact_ids)
