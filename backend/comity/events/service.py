"""What can be done with events."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from comity.contacts.folding import keys_of
from comity.contacts.models import Contact, ContactKey
from comity.contacts.schemas import ContactIn
from comity.contacts.service import create_contact, get_contact
from comity.database import find_owned, new_id
from comity.errors import NotFound, Refused
from comity.etags import check_match
from comity.events.models import Attendee, Event
from comity.events.schemas import AttendeeIn, AttendeeOut, EventIn
from comity.outbox import Happened, publish


class EventNotFound(NotFound):
    """There is no such event."""


class AttendeeNotFound(NotFound):
    """This contact is not among the attendees."""


class EndsBeforeItStarts(Refused):
    """An event ends after it starts."""


class EventChanged(Happened):
    """An event, or who attends it, changed; it concerns its attendees."""


def create_event(session: Session, *, account_id: str, body: EventIn, now: datetime) -> Event:
    """Note an event.

    Raises EndsBeforeItStarts.
    """
    event = Event(id=new_id(), account_id=account_id, created_at=now, **_checked(body.model_dump()))
    session.add(event)
    session.flush()
    return event


def get_event(session: Session, *, account_id: str, event_id: str, lock: bool = False) -> Event:
    """Return an event.

    Raises EventNotFound.
    """
    return find_owned(session, Event, account_id=account_id, row_id=event_id, missing=EventNotFound, lock=lock)


def update_event(
    session: Session, *, account_id: str, event_id: str, values: Mapping[str, Any], if_match: str | None, now: datetime
) -> Event:
    """Change an event.

    Raises EventNotFound, EndsBeforeItStarts, Stale.
    """
    event = get_event(session, account_id=account_id, event_id=event_id, lock=True)
    check_match(if_match, event.version)
    known = {name: getattr(event, name) for name in EventIn.model_fields}
    for name, value in _checked({**known, **_plain(values)}).items():
        setattr(event, name, value)
    _tell(session, event, now)
    return event


def delete_event(session: Session, *, account_id: str, event_id: str, if_match: str | None, now: datetime) -> None:
    """Forget an event.

    Raises EventNotFound, Stale.
    """
    event = get_event(session, account_id=account_id, event_id=event_id, lock=True)
    check_match(if_match, event.version)
    attendees = attendee_ids(session, account_id=account_id, event_id=event_id)
    session.delete(event)
    publish(session, EventChanged(account_id, tuple(attendees), now))


def add_attendee(session: Session, *, account_id: str, event_id: str, body: AttendeeIn, now: datetime) -> AttendeeOut:
    """Note that somebody will be there; a name is matched to a contact, or added as one.

    Raises EventNotFound, ContactNotFound.
    """
    event = get_event(session, account_id=account_id, event_id=event_id)
    contact, added = _contact_of(session, account_id, body, now)
    if contact.id not in attendee_ids(session, account_id=account_id, event_id=event_id):
        session.add(Attendee(account_id=account_id, event_id=event_id, contact_id=contact.id))
        _tell(session, event, now)
    return AttendeeOut(event_id=event_id, contact_id=contact.id, full_name=contact.full_name, added=added)


def remove_attendee(session: Session, *, account_id: str, event_id: str, contact_id: str, now: datetime) -> None:
    """Note that somebody will not be there.

    Raises EventNotFound, AttendeeNotFound.
    """
    get_event(session, account_id=account_id, event_id=event_id)
    if contact_id not in attendee_ids(session, account_id=account_id, event_id=event_id):
        raise AttendeeNotFound
    session.execute(delete(Attendee).filter_by(account_id=account_id, event_id=event_id, contact_id=contact_id))
    publish(session, EventChanged(account_id, (contact_id,), now))


def attendee_ids(session: Session, *, account_id: str, event_id: str) -> Sequence[str]:
    """Return the contacts who will be there."""
    return session.scalars(select(Attendee.contact_id).filter_by(account_id=account_id, event_id=event_id)).all()


def list_attendees(session: Session, *, account_id: str, event_id: str) -> list[AttendeeOut]:
    """Return who will be there, by name.

    Raises EventNotFound.
    """
    get_event(session, account_id=account_id, event_id=event_id)
    query = (
        select(Contact.id, Contact.full_name)
        .join(Attendee, (Attendee.account_id == Contact.account_id) & (Attendee.contact_id == Contact.id))
        .where(Attendee.account_id == account_id, Attendee.event_id == event_id, Contact.deleted_at.is_(None))
        .order_by(Contact.sort_name, Contact.id)
    )
    return [
        AttendeeOut(event_id=event_id, contact_id=contact_id, full_name=full_name, added=False)
        for contact_id, full_name in session.execute(query)
    ]


def _contact_of(session: Session, account_id: str, body: AttendeeIn, now: datetime) -> tuple[Contact, bool]:
    if body.full_name is None:
        return get_contact(session, account_id=account_id, contact_id=body.contact_id or ""), False
    emails = [body.email] if body.email else []
    keys = keys_of(full_name=body.full_name, company=body.company, emails=emails, profile_url=None)
    query = select(ContactKey.contact_id).where(ContactKey.account_id == account_id, ContactKey.key.in_(keys))
    known = session.scalars(query.order_by(ContactKey.key)).first()
    if known is not None:
        return get_contact(session, account_id=account_id, contact_id=known), False
    new = ContactIn(full_name=body.full_name, emails=emails, company=body.company, title=body.title)
    return create_contact(session, account_id=account_id, body=new, now=now), True


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    values["ends_at"] = values["ends_at"] or values["starts_at"]
    if values["ends_at"] < values["starts_at"]:
        raise EndsBeforeItStarts(pointer="/ends_at")
    return values


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn the sessions of a patch into plain values."""
    return {
        name: [part.model_dump() for part in value] if name == "sessions" else value for name, value in values.items()
    }


def _tell(session: Session, event: Event, now: datetime) -> None:
    session.flush()
    attendees = attendee_ids(session, account_id=event.account_id, event_id=event.id)
    publish(session, EventChanged(event.account_id, tuple(attendees), now))
