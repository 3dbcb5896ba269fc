"""The ask ladder: how far trust reaches (playbook §2)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from comity.coach.history import Touch
from comity.coach.thresholds import Thresholds
from comity.coach.words import AskSize, TrustStage


def max_ask(
    stage: TrustStage, *, behind_wall: bool, talks: Iterable[Touch], as_of: datetime, limits: Thresholds
) -> AskSize:
    """Return the largest ask that an effective stage allows.

    talks: the conversations so far. Someone who cannot speak in detail cannot vouch: `reference` needs an ally, or
    somebody trusted with enough substantive conversations.
    """
    if behind_wall:
        return AskSize.NONE
    if stage is TrustStage.TRUSTED and can_vouch(talks, as_of=as_of, limits=limits):
        return AskSize.REFERENCE
    return limits.largest_ask[stage]


def can_vouch(talks: Iterable[Touch], *, as_of: datetime, limits: Thresholds) -> bool:
    """Say whether they could speak about the owner in detail."""
    memory = as_of - timedelta(days=limits.reference_days)
    return sum(is_substantive(talk, limits) and talk.occurred_at > memory for talk in talks) >= limits.reference_talks


def is_substantive(talk: Touch, limits: Thresholds) -> bool:
    """Say whether a conversation was long enough to know somebody by."""
    return talk.duration_minutes is not None and talk.duration_minutes >= limits.substantive_minutes


def capped(size: AskSize, highest: AskSize) -> AskSize:
    """Return the ask if it is allowed, else the largest allowed among a question, a short call and a meeting."""
    if size <= highest:
        return size
    return max(
        (step for step in (AskSize.QUESTION, AskSize.SHORT_CALL, AskSize.MEETING) if step <= highest),
        default=AskSize.NONE,
    )
