"""What stands against an ask, whatever trust allows (playbook §3, `ask.*` and `mutual.*`)."""

from datetime import datetime, timedelta

from comity.coach.relationship import AskMade
from comity.coach.rest import disinterest_until, let_go_until
from comity.coach.situation import Situation
from comity.coach.words import Action, AskOutcome, AskSize


def may_ask(s: Situation, size: AskSize, *, repeats: bool = False) -> bool:
    """Say whether nothing but timing stands against an ask. repeats: a follow-up may repeat the open ask."""
    if size is AskSize.NONE:
        return True
    free = repeats or blocked_until(s, size) is None
    return free and not (must_give(s) or only_asked(s) or must_rekindle(s) or is_resting(s))


def blocked_until(s: Situation, size: AskSize) -> tuple[datetime, AskMade] | None:
    """Return until when an earlier ask stands against one of this size, and that ask."""
    blocks = [(made.touch.occurred_at + _block_span(s, made, size), made) for made in s.relationship.asks]
    latest = max(blocks, key=lambda block: block[0], default=None)
    return latest if latest is not None and latest[0] > s.as_of else None


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


def _block_span(s: Situation, made: AskMade, size: AskSize) -> timedelta:
    """Return for how long an ask stands against another: open, large, or answered with a no."""
    days = 0
    if made.is_open:
        days = s.limits.open_ask_days
    if made.touch.ask_size >= AskSize.INTRODUCTION:
        days = max(days, s.limits.big_ask_rest_days)
    if made.outcome is AskOutcome.DECLINED and not made.offer_since:
        same = made.touch.ask_size <= size
        days = max(days, s.limits.no_memory_days if same else s.limits.smaller_ask_days)
    return timedelta(days=days)
