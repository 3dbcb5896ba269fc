"""Warm introductions over one connector (playbook §7)."""

from datetime import date, datetime, timedelta

from comity.coach import goals
from comity.coach.history import Circumstances, Connector
from comity.coach.relationship import Relationship, fold
from comity.coach.rest import disinterest_until, let_go_until
from comity.coach.step import Via
from comity.coach.thresholds import Thresholds
from comity.coach.words import AskSize, TrustStage


def best_connector(
    circumstances: Circumstances, *, as_of: datetime, today: date, limits: Thresholds
) -> tuple[Connector, float] | None:
    """Return the connector most likely to agree now, with that chance (0..1), or None if nobody may be asked."""
    chances = []
    for connector in circumstances.connectors:
        relationship = fold(connector.history, owner=circumstances.owner, as_of=as_of, limits=limits)
        if _may_be_asked(connector, relationship, circumstances, today, limits):
            chances.append((connector, _chance(connector, relationship, limits)))
    return max(chances, key=lambda chance: (chance[1], chance[0].history.person.id), default=None)


def via_of(found: tuple[Connector, float], contact_id: str) -> Via:
    """Return the way over a connector to a contact."""
    connector, chance = found
    person = connector.history.person
    return Via(person.id, person.full_name, (person.id, contact_id), chance)


def _may_be_asked(
    connector: Connector, relationship: Relationship, circumstances: Circumstances, today: date, limits: Thresholds
) -> bool:
    """Say whether an introduction may be asked of them: allowed, not at rest, and not asked lately."""
    person = connector.history.person
    if person.do_not_contact or relationship.max_ask < AskSize.INTRODUCTION:
        return False
    active = goals.concerning(person, circumstances.goals, today=today)
    if let_go_until(relationship, person, active, limits) or disinterest_until(relationship, limits):
        return False
    rested = relationship.as_of - timedelta(days=limits.connector_rest_days)
    return not any(
        ask.is_open or (ask.touch.ask_size > AskSize.QUESTION and ask.touch.occurred_at > rested)
        for ask in relationship.asks
    )


def _chance(connector: Connector, relationship: Relationship, limits: Thresholds) -> float:
    """Return the chance that they agree: they answer, they trust the owner, they know the other well."""
    willing = {
        TrustStage.RAPPORT: limits.agrees_at_rapport,
        TrustStage.TRUSTED: limits.agrees_when_trusted,
        TrustStage.ALLY: limits.agrees_as_ally,
    }[relationship.effective_stage]
    fair = limits.agrees_when_owed if relationship.reciprocity <= limits.owing else 1.0
    warm = limits.agrees_when_cold + (1 - limits.agrees_when_cold) * relationship.warmth
    return relationship.responsiveness.mean * willing * fair * warm * connector.tie_strength
