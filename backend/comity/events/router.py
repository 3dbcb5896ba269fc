"""`/v1/events`."""

from typing import Any

from fastapi import Response
from pydantic import TypeAdapter
from sqlalchemy import select

from comity.contacts.service import ContactNotFound
from comity.errors import Stale
from comity.events import attendees, service, suggestions
from comity.events.attendees import AttendeeNotFound, NotANameOfAContact
from comity.events.models import Event
from comity.events.schemas import AcceptIn, AttendeeIn, AttendeeOut, EventIn, EventOut, EventPatch, EventSuggestionOut
from comity.events.service import EndsBeforeItStarts, EventNotFound
from comity.events.suggestions import SuggestionNotFound
from comity.paging import CursorDep, LimitDep, Order, Page, paginate
from comity.schemas import Instant, changes
from comity.web import (
    AccountDep,
    IfMatchDep,
    NowDep,
    PosterDep,
    ReadSession,
    WriteSession,
    new_router,
    problems,
    tagged,
)

router = new_router(tag="events")
LATEST_FIRST = Order((Event.starts_at, Event.id), TypeAdapter(tuple[Instant, str]), descending=True)


@router.get("/events", response_model=Page[EventOut])
def list_events(
    session: ReadSession,
    account_id: AccountDep,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> dict[str, Any]:
    """List events, latest first."""
    query = select(*Event.__table__.columns).where(Event.account_id == account_id)
    return paginate(session, query, LATEST_FIRST, cursor=cursor, limit=limit)


@router.post("/events", status_code=201, response_model=EventOut, responses=problems(EndsBeforeItStarts))
def create_event(body: EventIn, session: WriteSession, account_id: PosterDep, now: NowDep, response: Response) -> Event:
    """Note an event."""
    return tagged(service.create_event(session, account_id=account_id, body=body, now=now), response)


@router.get("/events/{event_id}", response_model=EventOut, responses=problems(EventNotFound))
def get_event(event_id: str, session: ReadSession, account_id: AccountDep, response: Response) -> Event:
    """Read one event."""
    return tagged(service.get_event(session, account_id=account_id, event_id=event_id), response)


@router.patch(
    "/events/{event_id}", response_model=EventOut, responses=problems(EventNotFound, EndsBeforeItStarts, Stale)
)
def update_event(
    event_id: str,
    body: EventPatch,
    session: WriteSession,
    account_id: AccountDep,
    now: NowDep,
    response: Response,
    if_match: IfMatchDep = None,
) -> Event:
    """Change an event (JSON merge patch)."""
    values = changes(body, EventIn)
    event = service.update_event(
        session, account_id=account_id, event_id=event_id, values=values, if_match=if_match, now=now
    )
    return tagged(event, response)


@router.delete("/events/{event_id}", status_code=204, responses=problems(EventNotFound, Stale))
def delete_event(
    event_id: str, session: WriteSession, account_id: AccountDep, now: NowDep, if_match: IfMatchDep = None
) -> None:
    """Forget an event."""
    service.delete_event(session, account_id=account_id, event_id=event_id, if_match=if_match, now=now)


@router.get("/events/{event_id}/attendees", responses=problems(EventNotFound))
def list_attendees(event_id: str, session: ReadSession, account_id: AccountDep) -> Page[AttendeeOut]:
    """List who will be there, by name."""
    items = attendees.list_attendees(session, account_id=account_id, event_id=event_id)
    return Page(items=items, next_cursor=None)


@router.post("/events/{event_id}/attendees", status_code=201, responses=problems(EventNotFound, ContactNotFound))
def add_attendee(
    event_id: str, body: AttendeeIn, session: WriteSession, account_id: PosterDep, now: NowDep
) -> AttendeeOut:
    """Note that somebody will be there; a name is matched to a contact, or added as one."""
    return attendees.add_attendee(session, account_id=account_id, event_id=event_id, body=body, now=now)


@router.delete(
    "/events/{event_id}/attendees/{contact_id}",
    status_code=204,
    responses=problems(EventNotFound, AttendeeNotFound),
)
def remove_attendee(event_id: str, contact_id: str, session: WriteSession, account_id: AccountDep, now: NowDep) -> None:
    """Note that somebody will not be there."""
    attendees.remove_attendee(session, account_id=account_id, event_id=event_id, contact_id=contact_id, now=now)


@router.get("/events/{event_id}/suggestions", responses=problems(EventNotFound))
def list_suggestions(event_id: str, session: ReadSession, account_id: AccountDep) -> Page[EventSuggestionOut]:
    """List who stands on an imported list and is no attendee yet, by name."""
    items = suggestions.list_suggestions(session, account_id=account_id, event_id=event_id)
    return Page(items=items, next_cursor=None)


@router.post(
    "/events/{event_id}/suggestions/{suggestion_id}/accept",
    responses=problems(EventNotFound, SuggestionNotFound, ContactNotFound, NotANameOfAContact),
)
def accept_suggestion(
    event_id: str, suggestion_id: str, body: AcceptIn, session: WriteSession, account_id: AccountDep, now: NowDep
) -> AttendeeOut:
    """Take them among the attendees: as a contact, or as a new one."""
    return suggestions.accept_suggestion(
        session,
        account_id=account_id,
        event_id=event_id,
        suggestion_id=suggestion_id,
        contact_id=body.contact_id,
        now=now,
    )


@router.delete(
    "/events/{event_id}/suggestions/{suggestion_id}",
    status_code=204,
    responses=problems(EventNotFound, SuggestionNotFound),
)
def dismiss_suggestion(event_id: str, suggestion_id: str, session: WriteSession, account_id: AccountDep) -> None:
    """Leave them out for good."""
    suggestions.dismiss_suggestion(session, account_id=account_id, event_id=event_id, suggestion_id=suggestion_id)
