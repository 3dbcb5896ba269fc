"""What a conversation showed: the rules `signals.*`."""

from datetime import timedelta

from comity.coach.asking import may_ask
from comity.coach.finding import Draft, Finding
from comity.coach.left_goals import outcomes_of
from comity.coach.rest import disinterest_until
from comity.coach.situation import Situation
from comity.coach.step import evidence_of
from comity.coach.touches import is_assessed
from comity.coach.words import Action, AskSize, TrustStage


def assess(s: Situation) -> Finding | None:
    """A conversation of the last 14 days has no assessment (imported ones apart): `assess`."""
    memory = s.as_of - timedelta(days=s.limits.assess_days)
    talks = [
        talk
        for talk in s.relationship.conversations
        if talk.occurred_at > memory and not talk.imported and not is_assessed(talk)
    ]
    if not talks:
        return None
    first = talks[0]
    text = f"You spoke with {s.name} {s.ago(first.occurred_at)}. How did it go? Tap what you noticed."
    if goals := [goal for goal, outcome in outcomes_of(first) if outcome is None]:
        text += f" And say what became of: {'; '.join(goals)}."
    step = Draft(Action.ASSESS, due_at=first.occurred_at + timedelta(days=s.limits.reply_within_days))
    return Finding("signals.assess", text, tuple(evidence_of(talk) for talk in talks), step)


def engaged(s: Situation) -> Finding | None:
    """Momentum is +2 or more, for 30 days: growth may propose the next rung within what is allowed."""
    r = s.relationship
    shown = r.last_assessed
    if shown is None or r.momentum < s.limits.engaged:
        return None
    if s.as_of - shown.occurred_at >= timedelta(days=s.limits.engaged_days):
        return None
    text = f"{s.name} showed real interest {s.ago(shown.occurred_at)}. The next small step is welcome."
    return Finding("signals.engaged", text, (evidence_of(shown),), _next_rung(s))


def disinterested(s: Situation) -> Finding | None:
    """Momentum is -2 or less: thank them, ask nothing, leave the door open, and wait."""
    until = disinterest_until(s.relationship, s.limits)
    shown = s.relationship.last_assessed
    if until is None or shown is None:
        return None
    text = (
        f"Your talk {s.ago(shown.occurred_at)} showed little interest. "
        f"Leave the door open and ask nothing before {s.on(until)}, unless {s.name} writes first."
    )
    return Finding("signals.disinterested", text, (evidence_of(shown),), Draft(Action.WAIT, opens_at=until))


def _next_rung(s: Situation) -> Draft | None:
    """Return a call below rapport, a meeting from rapport; nothing where an ask must not be made."""
    below = s.relationship.effective_stage < TrustStage.RAPPORT
    size = AskSize.SHORT_CALL if below else AskSize.MEETING
    if size > s.relationship.max_ask or not may_ask(s, size):
        return None
    return Draft(Action.PROPOSE_CALL if below else Action.PROPOSE_MEETING, size)
