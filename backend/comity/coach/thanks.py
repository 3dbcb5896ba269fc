"""What a thank-you may ask (playbook §4)."""

from comity.coach.history import Touch
from comity.coach.situation import Situation
from comity.coach.touches import is_assessed, momentum_of
from comity.coach.words import AskSize, TrustStage


def small_next_step(s: Situation, talk: Touch) -> AskSize:
    """Return the small next step that fits the signals of a conversation; without an assessment a question."""
    shown = momentum_of(talk) if is_assessed(talk) else 0
    if shown >= s.limits.engaged:
        below = s.relationship.effective_stage < TrustStage.RAPPORT
        return AskSize.SHORT_CALL if below else AskSize.MEETING
    return AskSize.QUESTION if shown >= 0 else AskSize.NONE
