"""Bodies of `/v1/events/{id}/plan`."""

from datetime import datetime
from typing import Any

from pydantic import Field

from comity.coach.event_plan import KeyPerson, PlannedTouch
from comity.coach.step import NextStep
from comity.coach.words import Action, AskSize, EventPhase, SessionPart, TouchState
from comity.events.schemas import EventOut
from comity.next_steps.advice import Advised
from comity.next_steps.schemas import (
    ReasonOut,
    StepContact,
    StepOut,
    WindowOut,
    reason_out,
    step_id,
    step_out,
    window_out,
)
from comity.schemas import Out


class PlannedTouchOut(Out):
    """A touch before, during or after the event. `step_id`: the next step that it is now, where it is one."""

    action: Action
    state: TouchState
    ask_size: AskSize
    text: str
    window: WindowOut
    done_at: datetime | None
    interaction_id: str | None
    step_id: str | None


class KeyPersonOut(Out):
    """One of those who matter most there. `held_back`: why nothing is to be done with them now, where that is so."""

    contact: StepContact
    priority: float
    touches: list[PlannedTouchOut]
    held_back: ReasonOut | None
    next_step: StepOut


class PlanSessionOut(Out):
    """A part of the event. `ask_attended`: it is over, and nobody said whether the owner was there."""

    title: str
    kind: str
    starts_at: datetime | None
    attended: bool | None
    part: SessionPart
    ask_attended: bool


class EventPlanOut(Out):
    """The plan: at most five key people, the parts in which to meet them, and who is to be found out."""

    event: EventOut
    phase: EventPhase
    key_people: list[KeyPersonOut]
    other_attendees: int
    suggestions: int = Field(description="People on the list who are no known contacts yet.")
    sessions: list[PlanSessionOut]
    find_out: StepOut | None = Field(description="Where nobody is known yet: find out who will be there.")


def key_person_out(advised: Advised, person: KeyPerson, *, event_id: str) -> KeyPersonOut:
    """Return a key person as a client sees them."""
    if advised.contact is None:
        raise ValueError("a key person is a contact")
    next_step = step_out(advised.step, contact=advised.contact, priority=advised.index)
    ids = {step.action: step_id(advised.contact.id, step) for step in _at(event_id, advised.step)}
    return KeyPersonOut(
        contact=advised.contact,
        priority=next_step["priority"],
        touches=[_touch_out(touch, ids.get(touch.action)) for touch in person.touches],
        held_back=reason_out(person.held_back) if person.held_back else None,
        next_step=next_step,
    )


def _at(event_id: str, step: NextStep) -> list[NextStep]:
    """Return the steps of this event among a contact's step and its alternatives."""
    return [
        one
        for one in (step, *step.alternatives)
        if any(reason.rule == "easy-win.event" and reason.evidence[0].id == event_id for reason in one.reasons[:1])
    ]


def _touch_out(touch: PlannedTouch, identity: str | None) -> PlannedTouchOut:
    done = touch.done_by
    values: dict[str, Any] = {name: getattr(touch, name) for name in ("action", "state", "ask_size", "text")}
    return PlannedTouchOut(
        **values,
        window=window_out(touch.window),
        done_at=done.occurred_at if done else None,
        interaction_id=done.id if done else None,
        step_id=identity,
    )
