"""Bodies of `/v1/contacts/{id}/relationship`."""

from datetime import datetime

from typing_extensions import TypedDict

from comity.coach.relationship import Relationship
from comity.coach.step import Evidence
from comity.coach.words import AskSize, Ball, TrustStage
from comity.schemas import Out


class ResponsivenessOut(Out):
    """The chance that they answer within a week: mean and 90 % interval, each 0..1."""

    mean: float
    low: float
    high: float


class EvidenceOut(TypedDict):
    """What shows it: an interaction, a promise, a goal, an event, a follow-up, or a fact of the contact."""

    interaction_id: str | None
    promise_id: str | None
    event_id: str | None
    goal_id: str | None
    follow_up_id: str | None
    fact: str | None
    occurred_at: datetime | None


class RelationshipOut(Out):
    """What a relationship is at one instant. warmth and reliability: 0..1; momentum: -3..+3."""

    as_of: datetime
    trust_stage: TrustStage
    effective_stage: TrustStage
    max_ask: AskSize
    warmth: float
    half_life_days: float
    responsiveness: ResponsivenessOut
    ball: Ball
    unanswered: int
    reciprocity: float
    reliability: float | None
    momentum: int
    exchanges: int
    first_reciprocated_at: datetime | None
    last_reciprocated_at: datetime | None
    evidence: list[EvidenceOut]


REFERENCES = frozenset({"interaction", "promise", "event", "goal", "follow_up"})


def evidence_out(evidence: Evidence) -> EvidenceOut:
    """Return evidence as a client sees it: one reference set, the others null."""
    kind = evidence.kind
    return {
        "interaction_id": evidence.id if kind == "interaction" else None,
        "promise_id": evidence.id if kind == "promise" else None,
        "event_id": evidence.id if kind == "event" else None,
        "goal_id": evidence.id if kind == "goal" else None,
        "follow_up_id": evidence.id if kind == "follow_up" else None,
        "fact": None if kind in REFERENCES else kind,
        "occurred_at": evidence.occurred_at,
    }


def relationship_out(relationship: Relationship) -> RelationshipOut:
    """Return a relationship as a client sees it."""
    names = RelationshipOut.model_fields.keys() - {"evidence", "responsiveness"}
    return RelationshipOut(
        responsiveness=ResponsivenessOut.model_validate(relationship.responsiveness),
        evidence=[evidence_out(one) for one in relationship.evidence],
        **{name: getattr(relationship, name) for name in names},
    )
