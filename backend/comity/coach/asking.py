"""What stands against an ask, whatever trust allows (playbook §3, `ask.*` and `mutual.*`)."""

from comity.coach.rest import disinterest_until, let_go_until
from comity.coach.situation import Situation
from comity.coach.words import Action, AskSize


def may_ask(s: Situation, size: AskSize, *, repeats: bool = False) -> bool:
    """Say whether nothing but timing stands against an ask. repeats: a follow-up may repeat the open ask."""
    if size is AskSize.NONE:
        return True
    free = repeats or s.blocked_until(size) is None
    return free and not (must_give(s) or only_asked(s) or must_rekindle(s) or is_resting(s))


def must_give(s: Situation) -> bool:
    """Say whether a give comes before the next ask, or was made so lately that an ask would spoil it."""
    r = s.relationship
    return r.reciprocity - r.fresh_gives <= s.limits.owing


def only_asked(s: Situation) -> bool:
    """Say whether the owner's last touches all asked for something."""
    last = s.relationship.outbound[-s.limits.asks_in_a_row :]
    return len(last) == s.limits.asks_in_a_row and all(touch.ask_size is not AskSize.NONE for touch in last)


def must_rekindle(s: Situation) -> bool:
    """Say whether something is wanted, or an active goal concerns them, and the tie is cold."""
    return s.relationship.cold and (s.wish is not None or bool(s.goals))


def is_resting(s: Situation) -> bool:
    """Say whether the contact is left alone for now; a planned conversation ends the rest after silences."""
    silent = s.planned is None and let_go_until(s.relationship, s.person, s.goals, s.limits) is not None
    return silent or disinterest_until(s.relationship, s.limits) is not None


def asking_action(size: AskSize) -> Action:
    """Return the action that makes an ask of this size."""
    return {AskSize.SHORT_CALL: Action.PROPOSE_CALL, AskSize.MEETING: Action.PROPOSE_MEETING}.get(size, Action.MAKE_ASK)
