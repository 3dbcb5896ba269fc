"""What can be done with follow-ups."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.calendars import calendar_for
from comity.coach.history import PlaceCalendar
from comity.coach.rules import timing
from comity.coach.words import Direction, Kind
from comity.contacts.models import Contact
from comity.contacts.service import get_contact
from comity.database import find_owned, new_id
from comity.errors import NotFound
from comity.etags import check_match
from comity.follow_ups.models import FollowUp
from comity.follow_ups.schemas import FollowUpIn, FollowUpStatus
from comity.interactions.models import Interaction, InteractionContact
from comity.interactions.service import InteractionLogged
from comity.outbox import Effect, Happened, publish
from comity.prepared import Prepared, among

BY_HAND = "hand"
FULFILS_AHEAD = timedelta(days=3)  # a touch that comes a little early has done what was planned
SETTLED_BY_LOG = Prepared(
    select(FollowUp.id)
    .where(
        FollowUp.account_id == bindparam("account_id"),
        among(FollowUp.contact_id, "contact_ids"),
        (FollowUp.status == FollowUpStatus.OPEN) | FollowUp.closed_by_interaction_id.is_not(None),
    )
    .order_by(FollowUp.due_at)
)


class FollowUpNotFound(NotFound):
    """There is no such follow-up."""


class FollowUpChanged(Happened):
    """A follow-up was scheduled, moved, closed or forgotten."""


def create_follow_up(session: Session, *, account_id: str, body: FollowUpIn, now: datetime) -> FollowUp:
    """Schedule a touch at a moment that suits the contact.

    Raises ContactNotFound.
    """
    contact = get_contact(session, account_id=account_id, contact_id=body.contact_id)
    follow_up = FollowUp(
        id=new_id(),
        account_id=account_id,
        created_at=now,
        origin=BY_HAND,
        closed_at=None if body.status == FollowUpStatus.OPEN else now,
        **body.model_dump(exclude={"due_at"}),
        **_moved(session, contact, body.due_at),
    )
    session.add(follow_up)
    _tell(session, follow_up, now)
    return follow_up


def get_follow_up(session: Session, *, account_id: str, follow_up_id: str, lock: bool = False) -> FollowUp:
    """Return a follow-up.

    Raises FollowUpNotFound.
    """
    return find_owned(
        session, FollowUp, account_id=account_id, row_id=follow_up_id, missing=FollowUpNotFound, lock=lock
    )


def update_follow_up(
    session: Session,
    *,
    account_id: str,
    follow_up_id: str,
    values: Mapping[str, Any],
    if_match: str | None,
    now: datetime,
) -> FollowUp:
    """Move, change, close or reopen it.

    Raises FollowUpNotFound, ContactNotFound, Stale.
    """
    follow_up = get_follow_up(session, account_id=account_id, follow_up_id=follow_up_id, lock=True)
    check_match(if_match, follow_up.version)
    contact = get_contact(session, account_id=account_id, contact_id=values.get("contact_id", follow_up.contact_id))
    fields = dict(values)
    if "due_at" in fields or "contact_id" in fields:
        fields |= _moved(session, contact, fields.pop("due_at", follow_up.wanted_at))
    for name, value in fields.items():
        setattr(follow_up, name, value)
    if "status" in fields:
        _close(follow_up, status=fields["status"], at=now)
    _tell(session, follow_up, now)
    return follow_up


def delete_follow_up(
    session: Session, *, account_id: str, follow_up_id: str, if_match: str | None, now: datetime
) -> None:
    """Forget it.

    Raises FollowUpNotFound, Stale.
    """
    follow_up = get_follow_up(session, account_id=account_id, follow_up_id=follow_up_id, lock=True)
    check_match(if_match, follow_up.version)
    session.delete(follow_up)
    _tell(session, follow_up, now)


def settle_with_log(session: Session, happened: InteractionLogged) -> list[Effect]:
    """React to the log: close what an interaction fulfilled, reopen what it no longer does."""
    account_id, contact_ids = happened.account_id, list(happened.contact_ids)
    found = SETTLED_BY_LOG.all(session, account_id=account_id, contact_ids=contact_ids)
    settled = (get_follow_up(session, account_id=account_id, follow_up_id=row.id) for row in found)
    return [effect for follow_up in settled for effect in _settle(session, follow_up, happened.at)]


def _settle(session: Session, follow_up: FollowUp, now: datetime) -> list[Effect]:
    fulfilled_by = _fulfilling(session, follow_up, now)
    if fulfilled_by == follow_up.closed_by_interaction_id:
        return []
    before, status = follow_up.status, FollowUpStatus.OPEN if fulfilled_by is None else FollowUpStatus.DONE
    _close(follow_up, status=status, at=now, interaction_id=fulfilled_by)
    session.flush()
    due = f"{follow_up.due_at:%-d %B %Y}"
    said = (
        f"The follow-up of {due} is done."
        if status == FollowUpStatus.DONE
        else f"The follow-up of {due} is open again."
    )
    return [Effect("follow_up", follow_up.contact_id, said, before, status)]


def _fulfilling(session: Session, follow_up: FollowUp, now: datetime) -> str | None:
    """Return the first touch or conversation with them from shortly before the day on."""
    link = InteractionContact
    query = (
        select(Interaction.id)
        .join(link, (link.account_id == Interaction.account_id) & (link.interaction_id == Interaction.id))
        .where(
            link.account_id == follow_up.account_id,
            link.contact_id == follow_up.contact_id,
            link.occurred_at.between(follow_up.due_at - FULFILS_AHEAD, now),
            Interaction.kind != Kind.NOTE,
            Interaction.direction != Direction.INBOUND,
        )
        .order_by(link.occurred_at, Interaction.id)
    )
    return session.scalars(query).first()


def _close(follow_up: FollowUp, *, status: str, at: datetime, interaction_id: str | None = None) -> None:
    follow_up.status = status
    follow_up.closed_at = None if status == FollowUpStatus.OPEN else at
    follow_up.closed_by_interaction_id = interaction_id


def _moved(session: Session, contact: Contact, wanted_at: datetime) -> dict[str, Any]:
    """Move a moment into the contact's next working hours, and say which rule moved it."""
    owner_timezone = session.scalars(select(Account.timezone).where(Account.id == contact.account_id)).one()
    calendar = calendar_for(
        country=contact.country,
        observances=tuple(contact.observances),
        timezone=contact.timezone,
        owner_timezone=owner_timezone,
        around=wanted_at.date(),
    )
    due_at, moved_by = _welcome(wanted_at, calendar)
    return {"wanted_at": wanted_at, "due_at": due_at, "moved_by": moved_by}


def _welcome(moment: datetime, calendar: PlaceCalendar) -> tuple[datetime, str | None]:
    """Return the first moment in working hours of a working day from `moment` on, and the rule that moved it most."""
    moved_by = None
    while True:
        working_day = timing.holiday(moment, calendar=calendar)
        if working_day > moment:
            moment, moved_by = working_day, "timing.holiday"
        welcome = timing.hours(moment, zone=ZoneInfo(calendar.timezone))
        if welcome == moment:
            return moment, moved_by
        moment, moved_by = welcome, moved_by or "timing.hours"


def _tell(session: Session, follow_up: FollowUp, now: datetime) -> None:
    publish(session, FollowUpChanged(follow_up.account_id, (follow_up.contact_id,), now))
