"""What can be done with follow-ups."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy.orm import Session

from comity.coach.deeds import PURPOSES
from comity.coach.words import Action, AskSize, Direction, Kind
from comity.contacts.models import Contact
from comity.contacts.service import get_contact
from comity.database import new_id
from comity.errors import Conflict, NotFound, Refused
from comity.etags import check_match
from comity.follow_ups import series, wanted
from comity.follow_ups.models import FollowUp
from comity.follow_ups.moving import fit, owner_of
from comity.follow_ups.schemas import CompleteIn, FollowUpIn, FollowUpStatus, Recurrence
from comity.follow_ups.settling import BY_HAND, FollowUpChanged, FollowUpNotFound, find, fulfils
from comity.interactions.schemas import InteractionIn
from comity.interactions.service import InteractionNotFound, delete_interaction, get_interaction, log_interaction
from comity.outbox import Effect, publish
from comity.schemas import Instant

BY_FOLLOW_UP = "follow_up"  # the source of what completing logs
WHEN = frozenset({"due_at", "due", "recurrence"})
INSTANT: TypeAdapter[datetime] = TypeAdapter(Instant)


class FollowUpClosed(Conflict):
    """This follow-up is closed already."""


class NothingToReopen(Conflict):
    """This follow-up is open."""


class SnoozeInThePast(Refused):
    """A follow-up is snoozed until a moment ahead."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A follow-up that was closed or opened again, the next one of its series, and what moved because of it."""

    follow_up: FollowUp
    next: FollowUp | None
    effects: list[Effect]


def create_follow_up(session: Session, *, account_id: str, body: FollowUpIn, now: datetime) -> FollowUp:
    """Schedule a touch at a moment that suits both.

    Raises ContactNotFound, DateNotUnderstood, NoDate.
    """
    contact = get_contact(session, account_id=account_id, contact_id=body.contact_id)
    when = wanted.when_wanted(session, contact, due_at=body.due_at, due=body.due, recurrence=body.recurrence, now=now)
    follow_up = FollowUp(
        id=new_id(),
        account_id=account_id,
        created_at=now,
        counts_from=now,
        origin=BY_HAND,
        cause=None,
        is_moved_by_owner=False,
        wanted_at=when.at,
        understood=when.understood,
        closed_at=None if body.status == FollowUpStatus.OPEN else now,
        closed_by_interaction_id=None,
        recurrence=_stored(body.recurrence),
        **body.model_dump(exclude={"due_at", "due", "recurrence"}),
    )
    series.begin(follow_up)
    fit(follow_up, contact, owner_of(session, account_id))
    session.add(follow_up)
    _tell(session, follow_up, now)
    return follow_up


def get_follow_up(session: Session, *, account_id: str, follow_up_id: str) -> FollowUp:
    """Return a follow-up.

    Raises FollowUpNotFound.
    """
    return find(session, account_id=account_id, follow_up_id=follow_up_id)


def update_follow_up(
    session: Session,
    *,
    account_id: str,
    follow_up_id: str,
    values: Mapping[str, Any],
    if_match: str | None,
    now: datetime,
) -> FollowUp:
    """Move, change, close or reopen it. A recurrence that is given begins anew with this one.

    Raises FollowUpNotFound, ContactNotFound, DateNotUnderstood, NoDate, Stale.
    """
    follow_up = find(session, account_id=account_id, follow_up_id=follow_up_id, lock=True)
    check_match(if_match, follow_up.version)
    contact = get_contact(session, account_id=account_id, contact_id=values.get("contact_id", follow_up.contact_id))
    fields = {name: value for name, value in values.items() if name not in {*WHEN, "status"}}
    for name, value in fields.items():
        setattr(follow_up, name, value)
    if values.get("due_at") is not None or values.get("due") is not None:
        _want(session, follow_up, contact, due_at=values.get("due_at"), due=values.get("due"), now=now)
    if "recurrence" in values:
        follow_up.recurrence = _stored(values["recurrence"])
        series.begin(follow_up)
    _take_over(follow_up)
    if values.keys() & {*WHEN, "contact_id", "action", "ask_size"}:
        fit(follow_up, contact, owner_of(session, account_id))
    if "status" in values and values["status"] != follow_up.status:
        _set_status(session, follow_up, contact, FollowUpStatus(values["status"]), now)
    _tell(session, follow_up, now)
    return follow_up


def snooze(session: Session, *, account_id: str, follow_up_id: str, until: str, now: datetime) -> FollowUp:
    """Put an open follow-up off until an instant or a date in words.

    Raises FollowUpNotFound, FollowUpClosed, DateNotUnderstood, SnoozeInThePast.
    """
    follow_up, contact = _open_one(session, account_id, follow_up_id)
    at = _instant(until)
    if at is not None and at <= now:
        raise SnoozeInThePast(pointer="/until")
    if at is not None:
        _want(session, follow_up, contact, due_at=at, due=None, now=now)
    else:
        _want(session, follow_up, contact, due_at=None, due=until, now=now, pointer="/until")
    _take_over(follow_up)
    fit(follow_up, contact, owner_of(session, account_id))
    _tell(session, follow_up, now)
    return follow_up


def skip(session: Session, *, account_id: str, follow_up_id: str, now: datetime) -> Closed:
    """Leave a follow-up out; what recurs comes again.

    Raises FollowUpNotFound, FollowUpClosed.
    """
    follow_up, contact = _open_one(session, account_id, follow_up_id)
    _take_over(follow_up)
    following = series.close(session, follow_up, contact, status=FollowUpStatus.SKIPPED, now=now)
    return Closed(follow_up, following, _tell(session, follow_up, now))


def complete(session: Session, *, account_id: str, follow_up_id: str, body: CompleteIn, now: datetime) -> Closed:
    """Do a follow-up: log the given interaction, else a fitting one, in this transaction, and close it with that.

    Raises FollowUpNotFound, FollowUpClosed, and what logging an interaction raises.
    """
    follow_up, contact = _open_one(session, account_id, follow_up_id)
    if body.interaction is None and not body.log:
        _take_over(follow_up)
        following = series.close(session, follow_up, contact, status=FollowUpStatus.DONE, now=now)
        return Closed(follow_up, following, _tell(session, follow_up, now))
    given = body.interaction or fitting_interaction(follow_up, now=now)
    if contact.id not in given.contact_ids:
        raise Refused("The interaction must be with the follow-up's contact.", pointer="/interaction/contact_ids")
    logged = log_interaction(session, account_id=account_id, body=given, now=now, source=BY_FOLLOW_UP)
    session.refresh(follow_up)
    if follow_up.status == FollowUpStatus.OPEN:  # the log alone did not close it: it was far ahead, or a word of theirs
        follow_up.fulfils_from = min(follow_up.fulfils_from, logged.interaction.occurred_at)
        interaction = get_interaction(session, account_id=account_id, interaction_id=logged.interaction.id)
        by = interaction if fulfils(interaction, now) else None
        series.close(session, follow_up, contact, status=FollowUpStatus.DONE, now=now, by=by)
    effects = [*logged.effects, *_tell(session, follow_up, now)]
    return Closed(follow_up, series.following(session, follow_up), effects)


def reopen(session: Session, *, account_id: str, follow_up_id: str, now: datetime) -> Closed:
    """Undo a skip or a completion: what that logged goes out of the log, and the next occurrence with it.

    Raises FollowUpNotFound, NothingToReopen.
    """
    follow_up = find(session, account_id=account_id, follow_up_id=follow_up_id, lock=True)
    if follow_up.status == FollowUpStatus.OPEN:
        raise NothingToReopen
    closed_by = follow_up.closed_by_interaction_id
    follow_up.is_moved_by_owner = False
    series.open_again(session, follow_up)
    follow_up.counts_from = now + series.MOMENT  # what was recorded so far has not done it, says the owner
    effects = _take_back(session, account_id, closed_by, now) if closed_by else []
    return Closed(follow_up, None, [*effects, *_tell(session, follow_up, now)])


def delete_follow_up(
    session: Session, *, account_id: str, follow_up_id: str, if_match: str | None, now: datetime
) -> None:
    """Forget it; what it recurs as is forgotten with it.

    Raises FollowUpNotFound, Stale.
    """
    follow_up = find(session, account_id=account_id, follow_up_id=follow_up_id, lock=True)
    check_match(if_match, follow_up.version)
    if follow_up.cause is None:
        session.delete(follow_up)
    else:  # the coach would plan it again: it is left out
        _take_over(follow_up)
        series.leave_out(follow_up, now=now)
    publish(session, FollowUpChanged(account_id, (follow_up.contact_id,), now))


def fitting_interaction(follow_up: FollowUp, *, now: datetime) -> InteractionIn:
    """Return what doing a follow-up usually is: a word with its purpose."""
    return InteractionIn(
        contact_ids=[follow_up.contact_id],
        kind=Kind.EMAIL,
        direction=Direction.OUTBOUND,
        occurred_at=now,
        purpose=PURPOSES.get(Action(follow_up.action)),
        ask_size=AskSize(follow_up.ask_size),
        summary=follow_up.note or None,
    )


def _take_over(follow_up: FollowUp) -> None:
    """Let the owner's word stand: the coach no longer moves what it planned."""
    follow_up.is_moved_by_owner = follow_up.cause is not None


def _open_one(session: Session, account_id: str, follow_up_id: str) -> tuple[FollowUp, Contact]:
    follow_up = find(session, account_id=account_id, follow_up_id=follow_up_id, lock=True)
    if follow_up.status != FollowUpStatus.OPEN:
        raise FollowUpClosed
    try:
        return follow_up, get_contact(session, account_id=account_id, contact_id=follow_up.contact_id)
    except NotFound:
        raise FollowUpNotFound from None  # its contact was taken away


def _want(
    session: Session,
    follow_up: FollowUp,
    contact: Contact,
    *,
    due_at: datetime | None,
    due: str | None,
    now: datetime,
    pointer: str = "/due",
) -> None:
    """Want it at another moment. One that counts from the last contact counts from here until there is a newer one."""
    when = wanted.when_wanted(session, contact, due_at=due_at, due=due, recurrence=None, now=now, pointer=pointer)
    follow_up.wanted_at, follow_up.understood = when.at, when.understood
    if series.recurs_after_contact(follow_up):
        follow_up.rhythm_at = when.at


def _set_status(session: Session, follow_up: FollowUp, contact: Contact, status: FollowUpStatus, now: datetime) -> None:
    series.open_again(session, follow_up)
    if status != FollowUpStatus.OPEN:
        series.close(session, follow_up, contact, status=status, now=now)


def _take_back(session: Session, account_id: str, interaction_id: str, now: datetime) -> list[Effect]:
    """Take what completing logged out of the log; what somebody logged themselves stays."""
    try:
        interaction = get_interaction(session, account_id=account_id, interaction_id=interaction_id)
    except InteractionNotFound:
        return []
    if interaction.source != BY_FOLLOW_UP:
        return []
    return delete_interaction(session, account_id=account_id, interaction_id=interaction_id, if_match=None, now=now)


def _instant(text: str) -> datetime | None:
    try:
        return INSTANT.validate_python(text)
    except ValidationError:
        return None


def _stored(recurrence: Recurrence | None) -> dict[str, Any] | None:
    return recurrence.model_dump(mode="json") if recurrence else None


def _tell(session: Session, follow_up: FollowUp, now: datetime) -> list[Effect]:
    effects = publish(session, FollowUpChanged(follow_up.account_id, (follow_up.contact_id,), now))
    session.refresh(follow_up)  # the coach may have moved or closed what it planned
    return effects
