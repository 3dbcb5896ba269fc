"""What the owner did with steps: done, snoozed, dismissed, reopened."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from comity.next_steps.models import Decision

REMEMBERED = timedelta(days=400)  # a step older than that has other evidence, and so another id

DONE, SNOOZED, DISMISSED, REOPENED = "done", "snoozed", "dismissed", "reopened"


@dataclass(frozen=True, slots=True)
class Standing:
    """The decision that holds for each step."""

    latest: dict[str, Decision]

    def hides(self, step_id: str, as_of: datetime) -> bool:
        """Return whether the owner took this step off the list."""
        decision = self.latest.get(step_id)
        if decision is None or decision.decision == REOPENED:
            return False
        return decision.until is None or as_of < decision.until

    def done_between(self, start: datetime, end: datetime) -> list[Decision]:
        """Return what was done in a span, latest first."""
        done = [one for one in self.latest.values() if one.decision == DONE and start <= one.decided_at < end]
        return sorted(done, key=lambda one: one.decided_at, reverse=True)


def standing_at(session: Session, *, account_id: str, as_of: datetime) -> Standing:
    """Return the decisions as they stood at `as_of`."""
    latest = (
        select(func.max(Decision.id))
        .where(Decision.account_id == account_id, Decision.decided_at.between(as_of - REMEMBERED, as_of))
        .group_by(Decision.step_id)
    )
    rows = session.scalars(select(Decision).where(Decision.id.in_(latest)))
    return Standing({row.step_id: row for row in rows})


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
