"""What can be done with events."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.database import find_owned, new_id
from comity.errors import NotFound, Refused
from comity.etags import check_match
from comity.events.models import Attendee, Event
from comity.events.schemas import EventIn
from comity.outbox import Happened, publish


class EventNotFound(NotFound):
    """There is no such event."""


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
    tell(session, event, now)
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


def tell(session: Session, event: Event, now: datetime) -> None:
    """Publish that an event changed for all who attend it: their ranks among each other decide who is a key person."""
    session.flush()
    attendees = attendee_ids(session, account_id=event.account_id, event_id=event.id)
    publish(session, EventChanged(event.account_id, tuple(attendees), now))


def attendee_ids(session: Session, *, account_id: str, event_id: str) -> Sequence[str]:
    """Return the contacts who will be there."""
    return session.scalars(select(Attendee.contact_id).filter_by(account_id=account_id, event_id=event_id)).all()


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
