"""When there is nothing to do: the rules `wait.*`."""

from datetime import datetime, timedelta

from comity.coach.finding import Draft, Finding
from comity.coach.situation import Situation
from comity.coach.step import Evidence, evidence_of
from comity.coach.words import Action


def nothing_due(s: Situation, changes_at: datetime | None) -> Finding:
    """Nothing else holds: `wait` until the first date at which something changes."""
    until = changes_at or s.as_of + timedelta(days=s.limits.look_again_days)
    text = f"Nothing is due with {s.name}. Look again on {s.on(until)}."
    evidence = s.relationship.evidence
    if s.planned is not None:
        day = s.on(s.planned.occurred_at)
        text = f"You talk with {s.name} on {day}. Look again on {s.on(until)}."
        evidence = (evidence_of(s.planned),)
    elif s.planned_today is not None:
        text = f"You planned to be in touch with {s.name} later today."
        evidence = (Evidence("follow_up", s.planned_today.id, s.planned_today.due_at),)
    return Finding("wait.nothing-due", text, evidence, Draft(Action.WAIT, opens_at=until))
