"""What the owner did with steps: done, snoozed, dismissed, reopened. The latest decision about a step holds."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from comity.next_steps.models import Decision
from comity.outbox import Effect, Happened
from comity.prepared import Prepared, among

DONE, SNOOZED, DISMISSED, REOPENED = "done", "snoozed", "dismissed", "reopened"

MINE_SO_FAR = (Decision.account_id == bindparam("account_id"), Decision.decided_at <= bindparam("as_of"))
ABOUT_STEPS = Prepared(
    select(Decision.step_id, Decision.decision, Decision.until)
    .where(*MINE_SO_FAR, among(Decision.step_id, "step_ids"))
    .order_by(Decision.id)
)
SINCE = Prepared(
    select(
        Decision.step_id,
        Decision.contact_id,
        Decision.decision,
        Decision.action,
        Decision.headline,
        Decision.decided_at,
    )
    .where(*MINE_SO_FAR, Decision.decided_at >= bindparam("start"))
    .order_by(Decision.id)
)


def hidden(session: Session, *, account_id: str, step_ids: Iterable[str], as_of: datetime) -> set[str]:
    """Return which of these steps the owner has taken off the list."""
    found = ABOUT_STEPS.all(session, account_id=account_id, as_of=as_of, step_ids=list(step_ids))
    latest = {row.step_id: row for row in found}
    return {step_id for step_id, row in latest.items() if _hides(row, as_of)}


def _hides(row: Any, as_of: datetime) -> bool:
    return row.decision != REOPENED and (row.until is None or as_of < row.until)


def done_since(session: Session, *, account_id: str, start: datetime, as_of: datetime) -> list[Any]:
    """Return what was done from `start` to `as_of` and not undone, latest first."""
    found = SINCE.all(session, account_id=account_id, as_of=as_of, start=start)
    latest = {row.step_id: row for row in found}
    done = [row for row in latest.values() if row.decision == DONE]
    return sorted(done, key=lambda row: row.decided_at, reverse=True)


def latest_of(session: Session, *, account_id: str, step_id: str) -> Decision | None:
    """Return the decision that holds for one step."""
    query = select(Decision).filter_by(account_id=account_id, step_id=step_id).order_by(Decision.id.desc())
    return session.scalars(query).first()


def record(session: Session, *, account_id: str, step_id: str, decided_at: datetime, **values: Any) -> Decision:
    """Write a decision down."""
    decision = Decision(account_id=account_id, step_id=step_id, decided_at=decided_at, **values)
    session.add(decision)
    session.flush()
    return decision


def forget(session: Session, erased: Happened) -> list[Effect]:
    """React to an erasure: what was decided about these contacts' steps names them, and goes with them."""
    theirs = Decision.account_id == erased.account_id, Decision.contact_id.in_(erased.contact_ids)
    session.execute(delete(Decision).where(*theirs))
    return []
