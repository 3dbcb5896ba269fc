"""The light touch for a tie that has gone cold (playbook §3, `warmth.cooling` and `mutual.before-need`)."""

from comity.coach.finding import Draft
from comity.coach.situation import Situation
from comity.coach.words import Action


def rekindling(s: Situation) -> Draft:
    """Return the light touch that fits a cold tie; a mere connection is still to be introduced to."""
    if s.never_met:
        return Draft(Action.INTRODUCE_YOURSELF)
    return Draft(Action.SHARE_VALUE if s.relationship.warmth >= s.limits.share_from_warmth else Action.RECONNECT)
