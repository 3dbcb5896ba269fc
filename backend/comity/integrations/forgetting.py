"""What integrations keep of somebody who was erased: that something was told, and nothing of what."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.contacts.folding import fold
from comity.contacts.models import Contact
from comity.contacts.service import ContactErased
from comity.integrations.models import HookEvent
from comity.integrations.schemas import EventStatus
from comity.outbox import Effect

ERASED: dict[str, Any] = {"body": None, "people": [], "subject": None, "about": None, "replaces": None}


def forget(session: Session, erased: ContactErased) -> list[Effect]:
    """React to an erasure: no event that names them keeps what it said."""
    account_id, contact_ids = erased.account_id, set(erased.contact_ids)
    contacts = session.scalars(select(Contact).where(Contact.account_id == account_id, Contact.id.in_(contact_ids)))
    names = {fold(text) for contact in contacts for text in (contact.full_name, *contact.emails)}
    marks = [name.encode() for name in names]
    query = select(HookEvent).where(HookEvent.account_id == account_id)
    for event in session.scalars(query.execution_options(yield_per=500)):
        if _has(event, contact_ids, names) or any(mark in (event.body or b"").lower() for mark in marks):
            for name, value in ERASED.items():
                setattr(event, name, value)
            if event.status in {EventStatus.RECEIVED, EventStatus.UNMATCHED}:
                event.status = EventStatus.IGNORED
            event.code, event.reason = "erased", "It was with somebody whom you erased."
    session.flush()
    return []


def _has(event: HookEvent, contact_ids: set[str], names: set[str]) -> bool:
    """Whether somebody of an event is one of them."""
    return any(
        person["contact_id"] in contact_ids or names.intersection({fold(person["name"]), fold(person["email"])} - {""})
        for person in event.people
    )
