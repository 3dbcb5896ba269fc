"""When a contact is left alone: after two silences, and after plain disinterest (playbook §3)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from comity.coach import goals
from comity.coach.history import Goal, Person
from comity.coach.relationship import Relationship
from comity.coach.thresholds import Thresholds
from comity.coach.words import TrustStage


def let_go_until(
    relationship: Relationship, person: Person, active: Iterable[Goal], limits: Thresholds
) -> datetime | None:
    """Return the end of the rest after two silences, or None if there is none now.

    active: the active goals that concern them. Who has answered before, is still likely to, and matters most gets the
    benefit of the doubt.
    """
    stopped_at = relationship.stopped_at
    if stopped_at is None:
        return None
    matters = person.importance >= limits.doubt_importance or any(goals.names(goal, person) == 2 for goal in active)
    likely = relationship.has_answered and relationship.responsiveness.mean >= limits.doubt_responsiveness
    until = stopped_at + timedelta(days=limits.doubt_days if matters and likely else limits.let_go_days)
    return until if relationship.as_of < until else None


def disinterest_until(relationship: Relationship, limits: Thresholds) -> datetime | None:
    """Return the end of the rest after a talk that showed no interest, or None; a word of theirs ends it."""
    shown = relationship.last_assessed
    if shown is None or relationship.momentum > limits.disinterested:
        return None
    if relationship.last_word_at is not None and relationship.last_word_at > shown.occurred_at:
        return None
    trusting = relationship.trust_stage >= TrustStage.TRUSTED
    until = shown.occurred_at + timedelta(days=limits.bad_day_days if trusting else limits.disinterest_days)
    return until if relationship.as_of < until else None
