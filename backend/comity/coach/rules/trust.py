"""Trust before competence: the rules `trust.*`."""

from datetime import timedelta

from comity.coach.finding import Draft, Finding
from comity.coach.situation import Situation
from comity.coach.words import Action, AskSize, TrustStage


def first(s: Situation) -> Finding | None:
    """A first message to a stranger or acquaintance: a common ground or curiosity, no pitch, no resume.

    With nothing between the two yet it is the step itself, `introduce_yourself`; also as a new start, once, when a
    first message was left unanswered long ago, and later for a wish only. Whom the owner has met gets another step.
    """
    if s.relationship.trust_stage > TrustStage.ACQUAINTED:
        return None
    starts = s.never_met and not s.relationship.behind_wall and _is_time(s)
    if not starts and s.relationship.outbound:
        return None
    text = f"Your first message to {s.name}: open with what you share or what makes you curious. No pitch, no resume."
    return Finding("trust.first", text, s.relationship.evidence, _introduction(s) if starts else None)


def _is_time(s: Situation) -> bool:
    """Say whether an introduction is due: nothing was sent yet, something is wanted, or one try is long forgotten."""
    r = s.relationship
    if not r.outbound or s.wish is not None:
        return True
    forgotten = timedelta(days=s.limits.follow_up_until_days)
    return r.unanswered == 1 and r.waiting is not None and s.as_of - r.waiting.occurred_at >= forgotten


def _introduction(s: Situation) -> Draft:
    """Return the step: it asks what `want` asks if that is allowed, else at most a question."""
    size = s.wished if s.want else AskSize.QUESTION
    return Draft(Action.INTRODUCE_YOURSELF, size, goal_id=s.goal_id)
