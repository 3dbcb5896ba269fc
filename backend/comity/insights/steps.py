"""The steps that were shown, with what the owner decided about each."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from comity.coach.insights.hit_rates import ShownStep
from comity.coach.words import Action, StepFate
from comity.insights import queries
from comity.next_steps.decisions import REOPENED


def shown_steps(session: Session, *, account_id: str, since: datetime, as_of: datetime) -> list[ShownStep]:
    """Return what was shown from `since` to `as_of`. What was decided about was shown, whether noted or not."""
    period = {"account_id": account_id, "since": since, "as_of": as_of}
    decided: dict[str, Any] = {row.step_id: row for row in queries.DECIDED.all(session, **period)}
    noted = {row.step_id: row for row in queries.SHOWN.all(session, **period)}
    return [_shown_step(noted.get(step_id), decided.get(step_id)) for step_id in dict.fromkeys((*noted, *decided))]


def _shown_step(noted: Any, decision: Any) -> ShownStep:
    """Return a step from its two rows. A decision that was undone is none."""
    row = noted or decision
    holds = decision is not None and decision.decision != REOPENED
    return ShownStep(
        step_id=row.step_id,
        contact_id=row.contact_id,
        action=Action(row.action),
        rule=row.rule,
        shown_at=noted.shown_at if noted else decision.decided_at,
        reply_probability=row.reply_probability,
        fate=StepFate(decision.decision) if holds else None,
        decided_at=decision.decided_at if holds else None,
        interaction_id=decision.interaction_id if holds else None,
    )
