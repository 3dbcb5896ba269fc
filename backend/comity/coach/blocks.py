"""Until when an earlier ask stands against another one (playbook §3, `ask.one-at-a-time`)."""

from datetime import datetime, timedelta

from comity.coach.relationship import AskMade, Relationship
from comity.coach.thresholds import Thresholds
from comity.coach.words import AskOutcome, AskSize


def blocked_until(relationship: Relationship, size: AskSize, limits: Thresholds) -> tuple[datetime, AskMade] | None:
    """Return until when an earlier ask stands against one of this size, and that ask; None if none does."""
    blocks = [(_block_ends(made, size, limits), made) for made in relationship.asks]
    latest = max(blocks, key=lambda block: block[0], default=None)
    return latest if latest is not None and latest[0] > relationship.as_of else None


def _block_ends(made: AskMade, size: AskSize, limits: Thresholds) -> datetime:
    """Return when an ask ceases to stand against another: it was open, large, or answered with a no."""
    made_at = made.touch.occurred_at
    ends = [made_at]
    if made.is_open:
        ends.append(made_at + timedelta(days=limits.open_ask_days))
    if made.touch.ask_size >= AskSize.INTRODUCTION:
        ends.append(made_at + timedelta(days=limits.big_ask_rest_days))
    if made.outcome is AskOutcome.DECLINED and not made.offer_since:
        same = made.touch.ask_size <= size
        ends.append(made.settled_at + timedelta(days=limits.no_memory_days if same else limits.smaller_ask_days))
    return max(ends)
