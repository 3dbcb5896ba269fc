"""Follow-ups that recur: closing one makes the next, opening it again takes that back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from comity.coach.recurrence import Recurrence, after_contact, next_contact, next_date
from comity.coach.words import Anchor, Direction, Kind, Unit
from comity.contacts.models import Contact
from comity.database import new_id
from comity.follow_ups.models import FollowUp
from comity.follow_ups.moving import fit, owner_of
from comity.follow_ups.schemas import FollowUpStatus
from comity.interactions.models import Interaction, InteractionContact
from comity.prepared import Prepared, among

MOMENT = timedelta(microseconds=1)
LAST_MET = Prepared(  # a real contact is a word of theirs or a conversation: what the owner alone sends is none
    select(InteractionContact.contact_id, func.max(InteractionContact.occurred_at).label("met_at"))
    .join(
        Interaction,
        (Interaction.account_id == InteractionContact.account_id)
        & (Interaction.id == InteractionContact.interaction_id),
    )
    .where(
        InteractionContact.account_id == bindparam("account_id"),
        among(InteractionContact.contact_id, "contact_ids"),
        InteractionContact.occurred_at <= bindparam("now"),
        Interaction.kind != Kind.NOTE,
        Interaction.direction != Direction.OUTBOUND,
    )
    .group_by(InteractionContact.contact_id)
)


def recurrence_of(row: dict[str, Any]) -> Recurrence:
    """Return a recurrence as the coach knows it."""
    values = dict(row)
    until = values.pop("until", None)
    return Recurrence(
        every=values["every"],
        unit=Unit(values["unit"]),
        anchor=Anchor(values["anchor"]),
        until=datetime.fromisoformat(until).date() if until else None,
        count=values.get("count"),
    )


def recurs_after_contact(follow_up: FollowUp) -> bool:
    """Say whether a follow-up counts from the last real contact."""
    return follow_up.recurrence is not None and follow_up.recurrence["anchor"] == Anchor.LAST_CONTACT


def last_met(session: Session, *, account_id: str, contact_ids: Sequence[str], now: datetime) -> dict[str, datetime]:
    """Return when there was the last real contact with each of these."""
    rows = LAST_MET.all(session, account_id=account_id, contact_ids=list(contact_ids), now=now)
    return {row.contact_id: row.met_at for row in rows}


def begin(follow_up: FollowUp) -> None:
    """Make a follow-up the first of a series, or the only one."""
    recurs = follow_up.recurrence is not None
    follow_up.series_id = follow_up.id if recurs else None
    follow_up.occurrence = 1
    follow_up.rhythm_at = follow_up.wanted_at if recurs else None


def move_with_contact(session: Session, follow_up: FollowUp, contact: Contact, met_at: datetime | None) -> bool:
    """Move an open follow-up that counts from the last contact; say whether it moved."""
    if follow_up.recurrence is None or follow_up.rhythm_at is None:
        return False
    owner = owner_of(session, follow_up.account_id)
    wanted_at = follow_up.rhythm_at
    if met_at is not None:
        recurrence = recurrence_of(follow_up.recurrence)
        moved = after_contact(met_at, recurrence, at=follow_up.rhythm_at, timezone=owner.timezone)
        wanted_at = max(wanted_at, moved or wanted_at)
    if wanted_at == follow_up.wanted_at:
        return False
    before = follow_up.due_at
    follow_up.wanted_at = wanted_at
    follow_up.understood = None
    fit(follow_up, contact, owner)
    return follow_up.due_at != before


def close(
    session: Session,
    follow_up: FollowUp,
    contact: Contact,
    *,
    status: FollowUpStatus,
    now: datetime,
    by: Interaction | None = None,
) -> FollowUp | None:
    """Close a follow-up, and return the next of its series, if there is one. by: the interaction that fulfils it."""
    follow_up.status = status
    follow_up.closed_at = now
    follow_up.closed_by_interaction_id = by.id if by else None
    following = _next(session, follow_up, contact, done_at=by.occurred_at if by else now, now=now)
    if following is not None:
        session.add(following)
    session.flush()
    return following


def leave_out(follow_up: FollowUp, *, now: datetime) -> None:
    """Close what does not recur."""
    follow_up.status = FollowUpStatus.SKIPPED
    follow_up.closed_at = now
    follow_up.closed_by_interaction_id = None


def open_again(session: Session, follow_up: FollowUp) -> None:
    """Open a follow-up again; the next one, that its closing made, goes if it still stands open."""
    follow_up.status = FollowUpStatus.OPEN
    follow_up.closed_at = follow_up.closed_by_interaction_id = None
    if follow_up.series_id is not None:
        later = select(FollowUp).where(
            FollowUp.account_id == follow_up.account_id,
            FollowUp.series_id == follow_up.series_id,
            FollowUp.occurrence > follow_up.occurrence,
            FollowUp.status == FollowUpStatus.OPEN,
        )
        for one in session.scalars(later):
            session.delete(one)
    session.flush()


def _next(session: Session, closed: FollowUp, contact: Contact, *, done_at: datetime, now: datetime) -> FollowUp | None:
    if closed.recurrence is None or closed.rhythm_at is None:
        return None
    owner = owner_of(session, closed.account_id)
    recurrence = recurrence_of(closed.recurrence)
    met = last_met(session, account_id=closed.account_id, contact_ids=[contact.id], now=now).get(contact.id)
    if recurrence.anchor is Anchor.DATE:
        passed = max(now, closed.wanted_at)
        found = next_date(closed.rhythm_at, closed.occurrence, recurrence, after=passed, timezone=owner.timezone)
    else:
        since = max(done_at, met or done_at)
        found = next_contact(since, closed.occurrence, recurrence, at=closed.rhythm_at, timezone=owner.timezone)
    if found is None:
        return None
    wanted_at, number = found
    following = FollowUp(
        id=new_id(),
        account_id=closed.account_id,
        contact_id=closed.contact_id,
        created_at=now,
        wanted_at=wanted_at,
        understood=None,
        action=closed.action,
        ask_size=closed.ask_size,
        note=closed.note,
        status=FollowUpStatus.OPEN,
        origin=closed.origin,
        cause=None,
        is_moved_by_owner=False,
        recurrence=closed.recurrence,
        series_id=closed.series_id,
        occurrence=number,
        rhythm_at=closed.rhythm_at if recurrence.anchor is Anchor.DATE else wanted_at,
        counts_from=now + MOMENT,  # what was recorded with the closing belongs to the one before
        closed_at=None,
        closed_by_interaction_id=None,
    )
    fit(following, contact, owner)
    return following


def following(session: Session, follow_up: FollowUp) -> FollowUp | None:
    """Return the open one of the same series that comes after a follow-up."""
    if follow_up.series_id is None:
        return None
    later = (
        select(FollowUp)
        .filter_by(account_id=follow_up.account_id, series_id=follow_up.series_id, status=FollowUpStatus.OPEN)
        .where(FollowUp.occurrence > follow_up.occurrence)
        .order_by(FollowUp.occurrence)
    )
    return session.scalars(later).first()
