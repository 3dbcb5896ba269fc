"""Who stands on the list of an event and is no known contact: suggested, never silently added."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from comity.contacts.folding import fold
from comity.contacts.models import Contact
from comity.contacts.service import ContactErased, get_contact
from comity.errors import NotFound
from comity.events.attendees import attend, contact_for, shown
from comity.events.matching import Guest, Matches
from comity.events.models import Suggestion
from comity.events.schemas import AttendeeOut, EventSuggestionOut
from comity.events.service import attendee_ids, get_event
from comity.outbox import Effect

ACCEPTED, DISMISSED = "accepted", "dismissed"


class SuggestionNotFound(NotFound):
    """There is no such suggestion, or it is decided."""


def list_suggestions(session: Session, *, account_id: str, event_id: str) -> list[EventSuggestionOut]:
    """Return who on the list of an event waits for the owner's word, by name.

    Raises EventNotFound.
    """
    get_event(session, account_id=account_id, event_id=event_id)
    rows = _open(session, account_id, event_id)
    matches = Matches(session, account_id, [guest_of(row) for row in rows])
    there = set(attendee_ids(session, account_id=account_id, event_id=event_id))
    waiting = [(row, matches.likely(guest_of(row))) for row in rows if matches.find(guest_of(row)) not in there]
    found = [EventSuggestionOut.model_validate(vars(row) | {"likely_contact_id": likely}) for row, likely in waiting]
    return sorted(found, key=lambda one: (fold(one.full_name), one.id))


def accept_suggestion(
    session: Session, *, account_id: str, event_id: str, suggestion_id: str, contact_id: str | None, now: datetime
) -> AttendeeOut:
    """Note that they will be there: as the contact who they are, else as a new one.

    contact_id: who they are, where the owner says so. Raises EventNotFound, SuggestionNotFound,
    ContactNotFound, NotANameOfAContact.
    """
    event = get_event(session, account_id=account_id, event_id=event_id)
    suggestion = _suggestion(session, account_id, event_id, suggestion_id)
    if contact_id is not None:
        contact, added = get_contact(session, account_id=account_id, contact_id=contact_id), False
    else:
        contact, added = contact_for(session, account_id, guest_of(suggestion), now)
    suggestion.decided = ACCEPTED
    attend(session, event, contact.id, now)
    return shown(event_id, contact, added=added)


def dismiss_suggestion(session: Session, *, account_id: str, event_id: str, suggestion_id: str) -> None:
    """Leave them out; the same list does not suggest them again.

    Raises EventNotFound, SuggestionNotFound.
    """
    get_event(session, account_id=account_id, event_id=event_id)
    _suggestion(session, account_id, event_id, suggestion_id).decided = DISMISSED


def forget(session: Session, erased: ContactErased) -> list[Effect]:
    """React to an erasure: nobody suggests them again, under their address or their name."""
    account_id = erased.account_id
    gone = select(Contact.full_name, Contact.emails).where(
        Contact.account_id == account_id, Contact.id.in_(erased.contact_ids)
    )
    names, emails = set(), set()
    for row in session.execute(gone):
        names.add(fold(row.full_name))
        emails |= {fold(email) for email in row.emails}
    columns = select(Suggestion.id, Suggestion.full_name, Suggestion.email).where(Suggestion.account_id == account_id)
    theirs = [
        row.id
        for row in session.execute(columns)
        if fold(row.full_name) in names or (row.email and fold(row.email) in emails)
    ]
    _delete(session, account_id, theirs)
    return []


def guest_of(suggestion: Suggestion) -> Guest:
    """Return whom a suggestion is about."""
    return Guest(suggestion.full_name, suggestion.email, suggestion.company, suggestion.title)


def _open(session: Session, account_id: str, event_id: str) -> list[Suggestion]:
    query = select(Suggestion).filter_by(account_id=account_id, event_id=event_id, decided=None)
    return list(session.scalars(query))


def _suggestion(session: Session, account_id: str, event_id: str, suggestion_id: str) -> Suggestion:
    query = select(Suggestion).filter_by(account_id=account_id, event_id=event_id, id=suggestion_id, decided=None)
    found = session.scalars(query.with_for_update()).one_or_none()
    if found is None:
        raise SuggestionNotFound
    return found


def _delete(session: Session, account_id: str, suggestion_ids: Iterable[str]) -> None:
    for suggestion_id in suggestion_ids:
        session.execute(delete(Suggestion).filter_by(account_id=account_id, id=suggestion_id))
