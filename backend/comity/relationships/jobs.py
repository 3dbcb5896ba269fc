"""The sweep: folds anew the rows whose day has come. Warmth needs none of it; it is a function of time."""

from datetime import datetime

from sqlalchemy import select

from comity.accounts.models import Account
from comity.database import Database
from comity.jobs import Tools, breathe, job
from comity.relationships.models import RelationshipRow
from comity.relationships.service import refold_many

SWEEP = "relationships.sweep.v1"
SWEPT_AT_ONCE = 100  # contacts in one transaction, so that nobody waits long to write


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
