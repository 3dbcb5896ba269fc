"""What the owner can do with a step."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from comity.coach.step import NextStep
from comity.coach.words import Action
from comity.errors import Conflict, NotFound, Refused
from comity.interactions.service import (
    InteractionNotFound,
    Logged,
    delete_interaction,
    log_interaction,
    update_interaction,
)
from comity.next_steps import advice, decisions, stored
from comity.next_steps.fitting import fitting_interaction
from comity.next_steps.models import Decision
from comity.next_steps.schemas import DoneIn, contact_of_step, step_id
from comity.next_steps.todays_list import without_contact

BY_STEP = "step"
PUT_OFF, LEFT_OUT = "put_off", "left_out"  # what a decision changed of follow-ups


class StepNotFound(NotFound):
    """There is no such next step."""


class StepHasChanged(Conflict):
    """Something happened meanwhile, and this is no longer the next step."""


class NothingToReopen(NotFound):
    """Nothing was decided about this step."""


class SnoozeInThePast(Refused):
    """A step is snoozed until a moment ahead."""


def do(session: Session, *, account_id: str, identity: str, body: DoneIn, now: datetime) -> Logged | None:
    """Log what was done, in this transaction: the given interaction, else a fitting one.

    Raises StepNotFound, StepHasChanged, and what logging an interaction raises.
    """
    step, contact_id = _current(session, account_id, identity, now)
    given = body.interaction or (fitting_interaction(step, contact_id, now=now) if contact_id else None)
    logged = None
    if given is not None:
        given = given if body.outcome is None else given.model_copy(update={"ask_outcome": body.outcome})
        logged = log_interaction(session, account_id=account_id, body=given, now=now, source=BY_STEP)
    changed = _carry_out(session, account_id, step, now)
    interaction_id = logged.interaction.id if logged else None
    _record(
        session,
        account_id,
        identity,
        step,
        now,
        decision=decisions.DONE,
        interaction_id=interaction_id,
        changed=changed,
    )
    return logged


def snooze(session: Session, *, account_id: str, identity: str, until: datetime, now: datetime) -> Decision:
    """Take a step off the list until a moment ahead; the follow-ups that it stands for move there.

    Raises StepNotFound, StepHasChanged, SnoozeInThePast.
    """
    if until <= now:
        raise SnoozeInThePast(pointer="/until")
    step, contact_id = _current(session, account_id, identity, now)
    changed: dict[str, Any] = {}
    if contact_id:
        changed[PUT_OFF] = stored.put_off(
            session, step, account_id=account_id, contact_id=contact_id, until=until, now=now
        )
    return _record(session, account_id, identity, step, now, decision=decisions.SNOOZED, until=until, changed=changed)


def dismiss(session: Session, *, account_id: str, identity: str, reason: str | None, now: datetime) -> Decision:
    """Take a step off the list for good; the follow-ups that it stands for are skipped.

    Raises StepNotFound, StepHasChanged.
    """
    step, contact_id = _current(session, account_id, identity, now)
    changed: dict[str, Any] = {}
    if contact_id:
        changed[LEFT_OUT] = stored.leave_out(session, step, account_id=account_id, contact_id=contact_id, now=now)
    return _record(
        session, account_id, identity, step, now, decision=decisions.DISMISSED, reason=reason, changed=changed
    )


def reopen(session: Session, *, account_id: str, identity: str, now: datetime) -> Decision:
    """Undo what was decided about a step; what `done` logged goes out of the log, and follow-ups are as before.

    Raises NothingToReopen.
    """
    latest = decisions.latest_of(session, account_id=account_id, step_id=identity)
    if latest is None or latest.decision == decisions.REOPENED:
        raise NothingToReopen
    if latest.interaction_id is not None:
        _take_back(session, account_id, latest.interaction_id, now)
    for interaction_id in latest.changed.get("assessed", ()):
        _change(session, account_id, interaction_id, {"assessed": False}, now)
    stored.bring_back(session, latest.changed.get(PUT_OFF, ()), account_id=account_id, now=now)
    stored.open_again(session, latest.changed.get(LEFT_OUT, ()), account_id=account_id, now=now)
    return decisions.record(
        session,
        account_id=account_id,
        step_id=identity,
        decided_at=now,
        decision=decisions.REOPENED,
        changed={},
        **{name: getattr(latest, name) for name in COPIED},
    )


COPIED = ("contact_id", "action", "rule", "headline", "ask_size", "reply_probability")


def _current(session: Session, account_id: str, identity: str, now: datetime) -> tuple[NextStep, str | None]:
    """Return the step that has this id now, be it an alternative, and its contact."""
    contact_id = contact_of_step(identity)
    if contact_id is None:
        steps = [one.step for one in without_contact(session, account_id, now, "UTC")]
    else:
        try:
            first = advice.advise(session, account_id=account_id, contact_id=contact_id, as_of=now).step
        except NotFound:
            raise StepNotFound from None
        steps = [first, *first.alternatives]
    for step in steps:
        if step.action is not None and step_id(contact_id, step) == identity:
            return step, contact_id
    if contact_id is None:  # such an id does not tell whose it was
        raise StepNotFound
    raise StepHasChanged


def _carry_out(session: Session, account_id: str, step: NextStep, now: datetime) -> dict[str, list[str]]:
    """Do what a step does besides a word: what was to be assessed counts as assessed."""
    changed: dict[str, list[str]] = {}
    evidence = [one for reason in step.reasons for one in reason.evidence]
    if step.action is Action.ASSESS:
        changed["assessed"] = [one.id for one in evidence if one.kind == "interaction"]
        for interaction_id in changed["assessed"]:
            _change(session, account_id, interaction_id, {"assessed": True}, now)
    return changed


def _change(session: Session, account_id: str, interaction_id: str, values: dict[str, Any], now: datetime) -> None:
    update_interaction(
        session, account_id=account_id, interaction_id=interaction_id, values=values, if_match=None, now=now
    )


def _take_back(session: Session, account_id: str, interaction_id: str, now: datetime) -> None:
    try:
        delete_interaction(session, account_id=account_id, interaction_id=interaction_id, if_match=None, now=now)
    except InteractionNotFound:
        return  # its owner deleted it meanwhile


def _record(
    session: Session, account_id: str, identity: str, step: NextStep, now: datetime, *, decision: str, **values: Any
) -> Decision:
    return decisions.record(
        session,
        account_id=account_id,
        step_id=identity,
        contact_id=contact_of_step(identity),
        decided_at=now,
        decision=decision,
        action=step.action,
        rule=step.reasons[0].rule,
        headline=step.headline,
        ask_size=step.ask_size,
        reply_probability=step.reply_probability,
        **{"changed": {}} | values,
    )
