"""Who will be, or was, at an event."""

from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from comity.contacts.models import Contact
from comity.contacts.schemas import ContactIn
from comity.contacts.service import create_contact, get_contact
from comity.errors import NotFound, Refused
from comity.events.matching import Guest, Matches
from comity.events.models import Attendee, Event
from comity.events.schemas import AttendeeIn, AttendeeOut
from comity.events.service import EventChanged, attendee_ids, get_event, tell
from comity.outbox import publish


class AttendeeNotFound(NotFound):
    """This contact is not among the attendees."""


class NotANameOfAContact(Refused):
    """What the list says of them makes no contact; add them by hand."""


def add_attendee(session: Session, *, account_id: str, event_id: str, body: AttendeeIn, now: datetime) -> AttendeeOut:
    """Note that somebody will be there; a name is matched to a contact, or added as one.

    Raises EventNotFound, ContactNotFound.
    """
    event = get_event(session, account_id=account_id, event_id=event_id)
    contact, added = _contact_of(session, account_id, body, now)
    attend(session, event, contact.id, now)
    return shown(event_id, contact, added=added)


def attend(session: Session, event: Event, contact_id: str, now: datetime) -> None:
    """Note that a contact of the account will be there, once."""
    if contact_id not in attendee_ids(session, account_id=event.account_id, event_id=event.id):
        row = {"account_id": event.account_id, "event_id": event.id, "contact_id": contact_id}
        session.execute(insert(Attendee).values(row))
        tell(session, event, now)


def remove_attendee(session: Session, *, account_id: str, event_id: str, contact_id: str, now: datetime) -> None:
    """Note that somebody will not be there.

    Raises EventNotFound, AttendeeNotFound.
    """
    get_event(session, account_id=account_id, event_id=event_id)
    there = attendee_ids(session, account_id=account_id, event_id=event_id)
    if contact_id not in there:
        raise AttendeeNotFound
    session.execute(delete(Attendee).filter_by(account_id=account_id, event_id=event_id, contact_id=contact_id))
    publish(session, EventChanged(account_id, tuple(there), now))


def list_attendees(session: Session, *, account_id: str, event_id: str) -> list[AttendeeOut]:
    """Return who will be there, by name.

    Raises EventNotFound.
    """
    get_event(session, account_id=account_id, event_id=event_id)
    query = (
        select(Contact.id, Contact.full_name, Contact.company, Contact.title)
        .join(Attendee, (Attendee.account_id == Contact.account_id) & (Attendee.contact_id == Contact.id))
        .where(Attendee.account_id == account_id, Attendee.event_id == event_id, Contact.deleted_at.is_(None))
        .order_by(Contact.sort_name, Contact.id)
    )
    return [shown(event_id, row, added=False) for row in session.execute(query)]


def contact_for(session: Session, account_id: str, guest: Guest, now: datetime) -> tuple[Contact, bool]:
    """Return the contact who a guest is, and whether they were added for it.

    Raises NotANameOfAContact.
    """
    known = Matches(session, account_id, [guest]).find(guest)
    if known is not None:
        return get_contact(session, account_id=account_id, contact_id=known), False
    emails = [guest.email] if guest.email else []
    try:
        body = ContactIn(full_name=guest.full_name, emails=emails, company=guest.company, title=guest.title)
    except ValidationError:
        raise NotANameOfAContact from None
    return create_contact(session, account_id=account_id, body=body, now=now), True


def shown(event_id: str, contact: Any, *, added: bool) -> AttendeeOut:
    """Return an attendee as a client sees them."""
    return AttendeeOut(
        event_id=event_id,
        contact_id=contact.id,
        full_name=contact.full_name,
        company=contact.company,
        title=contact.title,
        added=added,
    )


def _contact_of(session: Session, account_id: str, body: AttendeeIn, now: datetime) -> tuple[Contact, bool]:
    if body.full_name is None:
        return get_contact(session, account_id=account_id, contact_id=body.contact_id or ""), False
    guest = Guest(body.full_name, body.email, body.company or None, body.title or None)
    return contact_for(session, account_id, guest, now)
