"""One contact's timeline: interactions, asks, notes, promises and events in one stream, newest first."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, and_, select
from sqlalchemy.orm import Session

from comity.coach.words import AskSize, Direction, Kind, Party
from comity.contacts.service import require_contacts
from comity.directory.schemas import EventOnTimeline, Moment
from comity.events.models import Attendee, Event
from comity.interactions.models import Interaction, InteractionContact
from comity.interactions.schemas import shown
from comity.interactions.service import contacts_of
from comity.paging import Page, read_cursor, write_cursor
from comity.promises.models import Promise
from comity.promises.queries import as_they_stand
from comity.schemas import Instant

PLACE: TypeAdapter[tuple[datetime, str]] = TypeAdapter(tuple[Instant, str])


def timeline(
    session: Session, *, account_id: str, contact_id: str, cursor: str | None, limit: int, now: datetime
) -> Page[Moment]:
    """Return a page of what happened with a contact.

    Each of the three sources is asked for a page; together they hold every moment of this one.

    Raises ContactNotFound; Refused if the cursor is not one of ours.
    """
    require_contacts(session, account_id=account_id, contact_ids=[contact_id])
    before = read_cursor(cursor, PLACE)
    moments = [
        *_interactions(session, account_id, contact_id, before, limit + 1),
        *_promises(session, account_id, contact_id, before, limit + 1, now),
        *_events(session, account_id, contact_id, before, limit + 1),
    ]
    moments.sort(key=lambda moment: (moment.at, moment.id), reverse=True)
    page = moments[:limit]
    more = len(moments) > limit
    return Page(items=page, next_cursor=write_cursor([page[-1].at, page[-1].id]) if more else None)


def _earlier(query: Any, at: Any, identity: Any, before: tuple[datetime, str] | None, limit: int) -> Any:
    if before is not None:
        query = query.where((at < before[0]) | and_(at == before[0], identity < before[1]))
    return query.order_by(at.desc(), identity.desc()).limit(limit)


def _interactions(
    session: Session, account_id: str, contact_id: str, before: tuple[datetime, str] | None, limit: int
) -> Iterator[Moment]:
    link = InteractionContact
    query = (
        select(*Interaction.__table__.columns)
        .join(link, and_(link.account_id == Interaction.account_id, link.interaction_id == Interaction.id))
        .where(link.account_id == account_id, link.contact_id == contact_id)
    )
    rows = session.execute(_earlier(query, link.occurred_at, link.interaction_id, before, limit)).all()
    people = contacts_of(session, account_id=account_id, interaction_ids=[row.id for row in rows])
    for row in rows:
        yield _moment(
            row.id,
            row.occurred_at,
            _type_of(row),
            row.subject or row.summary or "",
            kind=row.kind,
            direction=row.direction,
            interaction=shown(row, people[row.id], []),
        )


def _type_of(row: Row[Any]) -> str:
    if row.kind == Kind.NOTE:
        return "note"
    return "ask" if AskSize(row.ask_size) > AskSize.QUESTION and row.direction == Direction.OUTBOUND else "interaction"


def _promises(
    session: Session, account_id: str, contact_id: str, before: tuple[datetime, str] | None, limit: int, now: datetime
) -> Iterable[Moment]:
    query = select(*Promise.__table__.columns).where(Promise.account_id == account_id, Promise.contact_id == contact_id)
    rows = session.execute(_earlier(query, Promise.made_at, Promise.id, before, limit)).all()
    for promise in as_they_stand(session, account_id=account_id, rows=rows, now=now):
        yield _moment(promise.id, promise.made_at, "promise", promise.what, by=Party(promise.by), promise=promise)


def _events(
    session: Session, account_id: str, contact_id: str, before: tuple[datetime, str] | None, limit: int
) -> Iterable[Moment]:
    query = (
        select(Event.id, Event.name, Event.starts_at, Event.ends_at, Event.place)
        .join(Attendee, and_(Attendee.account_id == Event.account_id, Attendee.event_id == Event.id))
        .where(Attendee.account_id == account_id, Attendee.contact_id == contact_id)
    )
    for row in session.execute(_earlier(query, Event.starts_at, Event.id, before, limit)):
        event = EventOnTimeline.model_validate(row, from_attributes=True)
        yield _moment(row.id, row.starts_at, "event", row.name, event=event)


def _moment(identity: str, at: datetime, kind_of_moment: str, title: str, **more: Any) -> Moment:
    empty = dict.fromkeys(("kind", "direction", "by", "interaction", "promise", "event"))
    values = empty | more | {"id": identity, "at": at, "type": kind_of_moment, "title": title}
    return Moment.model_validate(values)
