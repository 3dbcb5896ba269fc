"""The inbox: what other programs told, and what the owner says to it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from comity.contacts.models import Contact
from comity.contacts.schemas import ContactIn
from comity.contacts.service import create_contact, get_contact, update_contact
from comity.database import find_owned, serialize
from comity.errors import Conflict, NotFound, Refused
from comity.integrations.applying import apply_event
from comity.integrations.keeping import have_applied
from comity.integrations.models import HookEvent, HookHandle
from comity.integrations.schemas import EventStatus, HookEventOut, InboxIn
from comity.integrations.service import get_integration
from comity.paging import Order, paginate

LATEST_FIRST = Order((HookEvent.id,), TypeAdapter(tuple[str]), descending=True)
SHOWN = [column for column in HookEvent.__table__.columns if column.name != "body"]
ADDRESSES = ("email", "phone", "handle")
MOST_ADDRESSES = 20
MOST_REVIEWED = 1_000


class HookEventNotFound(NotFound):
    """There is no such event."""


class NotWaiting(Conflict):
    """This event waits for no such word."""


class BodyGone(Conflict):
    """What it said is kept for 30 days, and is gone."""


class NoSuchPerson(Refused):
    """Nobody who waits stands at this place."""


def list_events(
    session: Session,
    *,
    account_id: str,
    integration_id: str,
    status: EventStatus | None,
    cursor: str | None,
    limit: int,
) -> dict[str, Any]:
    """Return a page of what an integration told, latest first.

    Raises IntegrationNotFound.
    """
    get_integration(session, account_id=account_id, integration_id=integration_id)
    query = select(*SHOWN, HookEvent.body.is_not(None).label("can_be_replayed"))
    query = query.where(HookEvent.account_id == account_id, HookEvent.integration_id == integration_id)
    if status is not None:
        query = query.where(HookEvent.status == status)
    page = paginate(session, query, LATEST_FIRST, cursor=cursor, limit=limit)
    rows = [dict(row._mapping) for row in page["items"]]
    return page | {"items": _shown(session, account_id, rows)}


def shown(session: Session, event: HookEvent) -> HookEventOut:
    """Return an event as a client sees it."""
    row = {column.name: getattr(event, column.name) for column in SHOWN} | {"can_be_replayed": event.body is not None}
    return _shown(session, event.account_id, [row])[0]


def _shown(session: Session, account_id: str, rows: Sequence[dict[str, Any]]) -> list[HookEventOut]:
    names = _names(session, account_id, [person for row in rows for person in row["people"]])
    return [HookEventOut.model_validate(row | {"people": _people(row["people"], names)}) for row in rows]


def _people(people: Iterable[dict[str, Any]], names: dict[str, str]) -> list[dict[str, Any]]:
    """Say who they are by name, without those who were deleted since."""
    return [
        person
        | {
            "place": place,
            "full_name": names.get(person["contact_id"] or ""),
            "likely": [
                likely | {"full_name": names[likely["contact_id"]]}
                for likely in person["likely"]
                if likely["contact_id"] in names
            ],
        }
        for place, person in enumerate(people)
    ]


def _names(session: Session, account_id: str, people: Iterable[dict[str, Any]]) -> dict[str, str]:
    ids = set()
    for person in people:
        ids |= {person["contact_id"], *(likely["contact_id"] for likely in person["likely"])} - {None}
    if not ids:
        return {}
    query = select(Contact.id, Contact.full_name).where(Contact.account_id == account_id, Contact.id.in_(ids))
    return {row.id: row.full_name for row in session.execute(query.where(Contact.deleted_at.is_(None)))}


def act(session: Session, *, account_id: str, integration_id: str, body: InboxIn, now: datetime) -> HookEvent:
    """Do what the owner says with an event.

    Raises IntegrationNotFound, HookEventNotFound, NotWaiting, BodyGone, NoSuchPerson, ContactNotFound.
    """
    get_integration(session, account_id=account_id, integration_id=integration_id)
    one_at_a_time(session, account_id)
    event = find_owned(
        session, HookEvent, account_id=account_id, row_id=body.event_id, missing=HookEventNotFound, lock=True
    )
    if event.integration_id != integration_id:
        raise HookEventNotFound
    if body.action == "ignore":
        _ignore(event)
    elif event.body is None:
        raise BodyGone
    elif body.action == "replay":
        _again(session, event)
    else:
        _say_who(session, event, body, now)
    session.flush()
    return event


def one_at_a_time(session: Session, account_id: str) -> None:
    """Let the events of an account follow one another: two of one booking would both log it."""
    serialize(session, f"integrations:{account_id}")


def _ignore(event: HookEvent) -> None:
    if event.status not in {EventStatus.UNMATCHED, EventStatus.REJECTED, EventStatus.RECEIVED}:
        raise NotWaiting(f"It is {event.status}.")
    event.status = EventStatus.APPLIED if event.interaction_id else EventStatus.IGNORED
    event.code, event.reason = "ignored", "You left it out."


def _again(session: Session, event: HookEvent) -> None:
    event.runs += 1
    event.status, event.code, event.reason = EventStatus.RECEIVED, "", ""
    have_applied(session, account_id=event.account_id, event_ids=[event.id], run=event.runs)


def _say_who(session: Session, event: HookEvent, body: InboxIn, now: datetime) -> None:
    if event.status != EventStatus.UNMATCHED:
        raise NotWaiting(f"It is {event.status}.")
    place = _place(event, body.place)
    person = event.people[place]
    if body.action == "match":
        if body.contact_id is None:
            raise Refused("It says who they are.", pointer="/contact_id")
        contact = get_contact(session, account_id=event.account_id, contact_id=body.contact_id)
        _remember(session, contact, person, now)
    else:
        contact = _create(session, event, person, body.full_name, now)
    decided = person | {"contact_id": contact.id, "likely": [], "decided": True}
    event.people = [decided if number == place else one for number, one in enumerate(event.people)]
    apply_event(session, event, now=now)
    _review(session, event, person)


def _place(event: HookEvent, place: int | None) -> int:
    waiting = [number for number, person in enumerate(event.people) if not person["contact_id"]]
    if not waiting or (place is not None and place not in waiting):
        raise NoSuchPerson(pointer="/place")
    return waiting[0] if place is None else place


def _create(
    session: Session, event: HookEvent, person: dict[str, Any], full_name: str | None, now: datetime
) -> Contact:
    fields = {
        "full_name": full_name or person["name"] or person["email"] or person["phone"] or "Somebody",
        "emails": [person["email"]] if person["email"] else [],
        "phones": [person["phone"]] if person["phone"] else [],
        "company": person["company"] or None,
    }
    contact = create_contact(session, account_id=event.account_id, body=ContactIn(**fields), now=now)
    _keep_handle(session, contact, person["handle"])
    return contact


def _remember(session: Session, contact: Contact, person: dict[str, Any], now: datetime) -> None:
    """Know them by this address from now on."""
    values: dict[str, list[str]] = {}
    for field, address in (("emails", person["email"]), ("phones", person["phone"])):
        known: list[str] = getattr(contact, field)
        if address and address not in known and len(known) < MOST_ADDRESSES:
            values[field] = [*known, address]
    if values:
        update_contact(
            session, account_id=contact.account_id, contact_id=contact.id, values=values, if_match=None, now=now
        )
    _keep_handle(session, contact, person["handle"])


def _keep_handle(session: Session, contact: Contact, handle: str) -> None:
    if not handle:
        return
    known = session.get(HookHandle, (contact.account_id, handle))
    if known:
        known.contact_id = contact.id
    else:
        row = {"account_id": contact.account_id, "handle": handle, "contact_id": contact.id}
        session.execute(insert(HookHandle).values(row))


def _review(session: Session, decided: HookEvent, person: dict[str, Any]) -> None:
    """Have the other events applied that wait for the same person."""
    query = select(HookEvent).filter_by(account_id=decided.account_id, status=EventStatus.UNMATCHED)
    query = query.where(HookEvent.id != decided.id, HookEvent.body.is_not(None))
    for event in session.scalars(query.order_by(HookEvent.id.desc()).limit(MOST_REVIEWED)):
        if any(_is_same(person, one) for one in event.people if not one["contact_id"]):
            _again(session, event)


def _is_same(person: dict[str, Any], other: dict[str, Any]) -> bool:
    return any(person[name] and person[name] == other[name] for name in ADDRESSES)
