"""What the log does to follow-ups: a touch closes what it fulfils, a real contact moves what counts from it."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from comity.coach.words import Direction, Kind
from comity.contacts.models import Contact
from comity.contacts.service import ContactChanged
from comity.database import find_owned
from comity.errors import NotFound
from comity.follow_ups.models import FollowUp
from comity.follow_ups.moving import owner_of, refit
from comity.follow_ups.schemas import FollowUpStatus
from comity.follow_ups.series import close, last_met, move_with_contact, open_again, recurs_after_contact
from comity.interactions.models import Interaction, InteractionContact
from comity.interactions.service import InteractionLogged, get_interaction
from comity.outbox import Effect, Happened
from comity.prepared import Prepared, among

BY_HAND = "hand"
FULFILLED_BY = (  # the first touch or conversation with them from shortly before the day on
    select(Interaction.id)
    .join(
        InteractionContact,
        (InteractionContact.account_id == Interaction.account_id)
        & (InteractionContact.interaction_id == Interaction.id),
    )
    .where(
        InteractionContact.account_id == FollowUp.account_id,
        InteractionContact.contact_id == FollowUp.contact_id,
        InteractionContact.occurred_at >= FollowUp.fulfils_from,
        InteractionContact.occurred_at <= bindparam("now"),
        (FollowUp.counts_from.is_(None)) | (Interaction.created_at >= FollowUp.counts_from),
        Interaction.kind != Kind.NOTE,
        Interaction.direction != Direction.INBOUND,
    )
    .order_by(InteractionContact.occurred_at, Interaction.id)
    .limit(1)
    .correlate(FollowUp)
    .scalar_subquery()
)
SETTLED_BY_LOG = Prepared(
    select(
        FollowUp.id,
        FollowUp.status,
        FollowUp.recurrence,
        FollowUp.closed_by_interaction_id,
        FULFILLED_BY.label("fulfilled_by"),
    )
    .where(
        FollowUp.account_id == bindparam("account_id"),
        among(FollowUp.contact_id, "contact_ids"),
        FollowUp.cause.is_(None),
        (FollowUp.status == FollowUpStatus.OPEN) | FollowUp.closed_by_interaction_id.is_not(None),
    )
    .order_by(FollowUp.due_at, FollowUp.id)
)


class FollowUpChanged(Happened):
    """A follow-up was scheduled, moved, closed or forgotten."""


class FollowUpNotFound(NotFound):
    """There is no such follow-up."""


def find(session: Session, *, account_id: str, follow_up_id: str, lock: bool = False) -> FollowUp:
    """Return a follow-up.

    Raises FollowUpNotFound.
    """
    return find_owned(
        session, FollowUp, account_id=account_id, row_id=follow_up_id, missing=FollowUpNotFound, lock=lock
    )


def fulfils(interaction: Interaction, now: datetime) -> bool:
    """Say whether an interaction is a touch or a conversation that took place, as `FULFILLED_BY` looks for."""
    is_word_to_them = interaction.kind != Kind.NOTE and interaction.direction != Direction.INBOUND
    return is_word_to_them and interaction.occurred_at <= now


def settle_with_log(session: Session, happened: InteractionLogged) -> list[Effect]:
    """React to the log: close what it fulfils, reopen what it no longer does, move what counts from it."""
    effects: list[Effect] = []
    account_id, contact_ids = happened.account_id, list(happened.contact_ids)
    rows = SETTLED_BY_LOG.all(session, account_id=account_id, contact_ids=contact_ids, now=happened.at)
    for row in rows:
        if row.status != FollowUpStatus.OPEN and row.fulfilled_by != row.closed_by_interaction_id:
            effects += _reopen(session, account_id, row.id)
    for row in rows:
        if row.fulfilled_by is not None and row.fulfilled_by != row.closed_by_interaction_id:
            effects += _fulfil(session, account_id, row.id, row.fulfilled_by, happened.at)
    if any(row.recurrence for row in rows):
        effects += _move(session, account_id, contact_ids, happened.at)
    return effects


def review(session: Session, happened: ContactChanged) -> list[Effect]:
    """React to new facts about contacts: their hours, days and periods may be others now."""
    open_ones = (
        select(FollowUp, Contact)
        .join(Contact, (Contact.account_id == FollowUp.account_id) & (Contact.id == FollowUp.contact_id))
        .where(FollowUp.account_id == happened.account_id, FollowUp.contact_id.in_(happened.contact_ids))
        .where(FollowUp.status == FollowUpStatus.OPEN, FollowUp.due_at > happened.at)
    )
    found = session.execute(open_ones).all()
    owner = owner_of(session, happened.account_id) if found else None
    for follow_up, contact in found:
        if owner is not None:
            refit(follow_up, contact, owner)
    session.flush()
    return []


def _reopen(session: Session, account_id: str, follow_up_id: str) -> list[Effect]:
    follow_up = find(session, account_id=account_id, follow_up_id=follow_up_id, lock=True)
    before = follow_up.status
    open_again(session, follow_up)
    return [_effect(follow_up, f"The follow-up of {_day(follow_up.due_at)} is open again.", before)]


def _fulfil(session: Session, account_id: str, follow_up_id: str, interaction_id: str, now: datetime) -> list[Effect]:
    follow_up = find(session, account_id=account_id, follow_up_id=follow_up_id, lock=True)
    if follow_up.status != FollowUpStatus.OPEN:
        return []
    interaction = get_interaction(session, account_id=account_id, interaction_id=interaction_id)
    contact = session.scalars(select(Contact).filter_by(account_id=account_id, id=follow_up.contact_id)).one()
    before = follow_up.status
    following = close(session, follow_up, contact, status=FollowUpStatus.DONE, now=now, by=interaction)
    said = f"The follow-up of {_day(follow_up.due_at)} is done."
    if following is not None:
        said += f" The next one is due on {_day(following.due_at)}."
    return [_effect(follow_up, said, before)]


def _move(session: Session, account_id: str, contact_ids: list[str], now: datetime) -> list[Effect]:
    """Move the open follow-ups that count from the last contact."""
    met = last_met(session, account_id=account_id, contact_ids=contact_ids, now=now)
    query = (
        select(FollowUp, Contact)
        .join(Contact, (Contact.account_id == FollowUp.account_id) & (Contact.id == FollowUp.contact_id))
        .where(FollowUp.account_id == account_id, FollowUp.contact_id.in_(contact_ids))
        .where(FollowUp.status == FollowUpStatus.OPEN, FollowUp.recurrence.is_not(None))
    )
    effects = []
    for follow_up, contact in session.execute(query).all():
        before = follow_up.due_at
        if recurs_after_contact(follow_up) and move_with_contact(session, follow_up, contact, met.get(contact.id)):
            said = f"The follow-up of {_day(before)} moves to {_day(follow_up.due_at)}."
            effects.append(Effect("follow_up", contact.id, said, before.isoformat(), follow_up.due_at.isoformat()))
    session.flush()
    return effects


def _effect(follow_up: FollowUp, said: str, before: str) -> Effect:
    return Effect("follow_up", follow_up.contact_id, said, before, follow_up.status)


def _day(moment: datetime) -> str:
    return f"{moment:%-d %B %Y}"
