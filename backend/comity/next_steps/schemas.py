"""Bodies of next steps, today's list and ask checks."""

import hashlib
from datetime import datetime
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import Field
from typing_extensions import TypedDict

from comity.coach.ask_check import AskCheck
from comity.coach.history import Person
from comity.coach.step import NextStep, Reason, Window
from comity.coach.words import Action, AskOutcome, AskSize, Channel, TrustStage
from comity.interactions.schemas import InteractionIn, InteractionOut
from comity.playbook import why
from comity.relationships.schemas import EvidenceOut, evidence_out
from comity.schemas import Id, Instant, Out, Schema, Text


class StepContact(Out):
    """Whom a step concerns."""

    id: str
    full_name: str
    company: str | None
    title: str | None
    trust_stage: TrustStage


class WindowOut(Out):
    """When to act, in the zone that counts."""

    opens: datetime = Field(alias="from")
    until: datetime | None
    timezone: str


class ReasonOut(TypedDict):
    """A rule that holds, and what shows it. why: where this Comity explains the rule."""

    rule: str
    text: str
    evidence: list[EvidenceOut]
    why: str


class ViaOut(Out):
    """Through whom. path: contact ids from the connector to the target; probability: 0..1."""

    contact_id: str
    full_name: str
    path: list[str]
    probability: float


class MessageBriefOut(Out):
    """How the message should be."""

    sentences_at_most: int
    open_with: str
    leave_out: list[str]
    goals: list[str]
    open_promises: list[str]


class RungOut(Out):
    """One rung on the way to what is wanted."""

    ask_size: AskSize
    allowed: bool
    text: str


class IntervalOut(Out):
    """About the 90 % interval of a chance, each end 0..1."""

    low: float
    high: float


class StepOut(TypedDict):
    """The one next step. `action` is null where nothing is ever recommended."""

    id: str
    contact: StepContact | None
    action: Action | None
    channel: Channel | None
    ask_size: AskSize
    max_ask: AskSize
    obligation: bool
    priority: float
    reply_probability: float | None
    reply_interval: IntervalOut | None
    due_at: datetime | None
    window: WindowOut | None
    headline: str
    reasons: list[ReasonOut]
    cautions: list[ReasonOut]
    via: ViaOut | None
    message_brief: MessageBriefOut | None
    goal_id: str | None
    alternatives: list["StepOut"]
    path: list[RungOut]


class DoneToday(Out):
    """A step that was done today."""

    id: str
    contact_id: str | None
    action: Action
    headline: str
    decided_at: datetime


class Today(TypedDict):
    """Today's list: obligations, then the ranked rest; about how many minutes in all; and what is done already."""

    items: list[StepOut]
    minutes: int
    done: list[DoneToday]
    next_opens_at: Annotated[datetime | None, Field(description="Where the list is empty: when the next step opens.")]


class DoneIn(Schema):
    """What was done. Without `interaction` a fitting one is logged."""

    interaction: InteractionIn | None = None
    outcome: AskOutcome | None = None


class DoneOut(Out):
    """The interaction that was logged, where one was, with what moved."""

    step_id: str
    interaction: InteractionOut | None


class SnoozeIn(Schema):
    """Until when the step stays off the list."""

    until: Instant


class DismissIn(Schema):
    """Why the step is not for the owner."""

    reason: Text | None = None


class DecisionOut(Out):
    """What the owner did with a step."""

    step_id: str
    decision: Literal["done", "snoozed", "dismissed", "reopened"]
    decided_at: datetime
    until: datetime | None
    reason: str | None


class AskIn(Schema):
    """An ask that the owner has in mind."""

    contact_id: Id
    ask_size: AskSize
    as_of: Instant | None = None


class InsteadOut(Out):
    """What to do in place of the ask."""

    action: Action | None
    ask_size: AskSize


class UnlockOut(Out):
    """What would open a rung."""

    ask_size: AskSize
    text: str


class AskCheckOut(Out):
    """Whether the ask is allowed now, and if not, what is."""

    allowed: bool
    max_ask: AskSize
    instead: InsteadOut | None
    rules: list[ReasonOut]
    unlocks: list[UnlockOut]


def step_id(contact_id: str | None, step: NextStep) -> str:
    """Return the step's stable id: the same contact, action, rule and evidence give the same id."""
    rule = step.reasons[0].rule if step.reasons else ""
    made_of = "\n".join((contact_id or "", step.action or "", rule, *step.evidence_key))
    return f"{contact_id or 'nobody'}.{hashlib.sha256(made_of.encode()).hexdigest()[:16]}"


def contact_of_step(identity: str) -> str | None:
    """Return the contact in a step's id, None where the step concerns nobody yet."""
    contact_id = identity.partition(".")[0]
    return None if contact_id == "nobody" else contact_id


def step_out(step: NextStep, *, contact: StepContact | None, priority: float) -> StepOut:
    """Return a step as a client sees it."""
    return {
        "id": step_id(contact.id if contact else None, step),
        "contact": contact,
        "action": step.action,
        "channel": step.channel,
        "ask_size": step.ask_size,
        "max_ask": step.max_ask,
        "obligation": step.obligation,
        "priority": round(priority, 3),
        "reply_probability": _shown(step.reply_probability),
        "reply_interval": _interval_out(step.reply_interval),
        "due_at": step.due_at,
        "window": window_out(step.window) if step.window else None,
        "headline": step.headline,
        "reasons": [reason_out(reason) for reason in step.reasons],
        "cautions": [reason_out(reason) for reason in step.cautions],
        "via": ViaOut.model_validate(step.via) if step.via else None,
        "message_brief": MessageBriefOut.model_validate(step.message_brief) if step.message_brief else None,
        "goal_id": step.goal_id,
        "alternatives": [step_out(other, contact=contact, priority=priority) for other in step.alternatives],
        "path": [RungOut.model_validate(rung) for rung in step.path],
    }


def step_contact(person: Person, *, title: str | None, trust_stage: TrustStage) -> StepContact:
    """Return whom a step concerns."""
    return StepContact(
        id=person.id, full_name=person.full_name, company=person.company, title=title, trust_stage=trust_stage
    )


def ask_check_out(check: AskCheck) -> AskCheckOut:
    """Return an ask check as a client sees it."""
    return AskCheckOut(
        allowed=check.allowed,
        max_ask=check.max_ask,
        instead=InsteadOut.model_validate(check.instead) if check.instead else None,
        rules=[reason_out(reason) for reason in check.rules],
        unlocks=[UnlockOut.model_validate(unlock) for unlock in check.unlocks],
    )


def reason_out(reason: Reason) -> ReasonOut:
    """Return a reason as a client sees it."""
    evidence = [evidence_out(one) for one in reason.evidence]
    return {"rule": reason.rule, "text": reason.text, "evidence": evidence, "why": why(reason.rule)}


def _shown(chance: float | None) -> float | None:
    """Round a chance: it moves with every minute, and no client is to see that."""
    return None if chance is None else round(chance, 3)


def _interval_out(interval: tuple[float, float] | None) -> IntervalOut | None:
    return IntervalOut(low=round(interval[0], 3), high=round(interval[1], 3)) if interval else None


def window_out(window: Window) -> WindowOut:
    """Return a window as a client sees it, in the zone that counts."""
    zone = ZoneInfo(window.timezone)
    closes = window.closes_at.astimezone(zone) if window.closes_at else None
    values: dict[str, Any] = {"from": window.opens_at.astimezone(zone), "until": closes, "timezone": window.timezone}
    return WindowOut.model_validate(values)
