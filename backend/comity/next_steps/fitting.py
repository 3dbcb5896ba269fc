"""The interaction that fits a step, for an owner who only taps 'done'."""

from datetime import datetime

from comity.coach.deeds import PURPOSES
from comity.coach.step import NextStep
from comity.coach.words import Action, Channel, Direction, Kind
from comity.interactions.schemas import InteractionIn

KINDS = {
    Channel.LINKEDIN: Kind.MESSAGE,
    Channel.TEXT: Kind.MESSAGE,
    Channel.PHONE: Kind.CALL,
    Channel.VIDEO: Kind.VIDEO_CALL,
    Channel.IN_PERSON: Kind.MEETING,
}


def fitting_interaction(step: NextStep, contact_id: str, *, now: datetime) -> InteractionIn | None:
    """Return what doing this step usually is, or None where nothing passes between the two."""
    if step.action is Action.EVENT_DURING:
        return InteractionIn(
            contact_ids=[contact_id],
            kind=Kind.EVENT,
            direction=Direction.MUTUAL,
            occurred_at=now,
            event_id=_named(step, "event"),
        )
    if step.action not in PURPOSES:
        return None
    return InteractionIn(
        contact_ids=[step.via.contact_id if step.via else contact_id],
        kind=KINDS.get(step.channel, Kind.EMAIL) if step.channel else Kind.EMAIL,
        direction=Direction.OUTBOUND,
        occurred_at=now,
        channel=step.channel,
        purpose=PURPOSES[step.action],
        ask_size=step.ask_size,
        event_id=_named(step, "event"),
        about_contact_id=contact_id if step.via else None,
        promise_id=_named(step, "promise") if step.action is Action.DELIVER_PROMISE else None,
        gave=step.headline if step.action is Action.SHARE_VALUE else None,
    )


def _named(step: NextStep, kind: str) -> str | None:
    """Return the event or promise that made the step."""
    evidence = (one for reason in step.reasons for one in reason.evidence)
    return next((one.id for one in evidence if one.kind == kind), None)
