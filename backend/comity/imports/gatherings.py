"""Taking events and lists of attendees over: who on a list is a contact, and who is suggested."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from comity.contacts.folding import keys_of
from comity.database import new_id
from comity.events.matching import Guest, Matches
from comity.events.models import Attendee, Event, Suggestion
from comity.imports.known import Gone, telling
from comity.imports.people import Writes
from comity.imports.records import FoundEvent, Outcome

TAKEN_OVER = ("name", "starts_at", "ends_at", "place", "url")
Values = dict[str, Any]


@dataclass(frozen=True)
class Listed:
    """Whom one list adds to an event: contacts as attendees, and others as suggestions, by their ids."""

    contact_ids: Sequence[str] = ()
    suggestion_ids: Sequence[str] = ()


@dataclass(frozen=True)
class Noted:
    """What becomes of one event or of one line of a list. undo: what undoes it."""

    outcome: Outcome
    event_id: str | None = None
    contact_id: str | None = None
    code: str = ""
    reason: str = ""
    undo: Values | None = None


@dataclass
class Programme:
    """The events that a chunk is about, as they are known and as they become, and what is to be written for them."""

    account_id: str
    matches: Matches
    gone: Gone
    events: dict[str, Values]
    there: dict[str, set[str]]
    suggested: dict[str, set[str]]
    created: list[Values] = field(default_factory=list)
    changed: dict[str, Values] = field(default_factory=dict)
    attendees: list[Values] = field(default_factory=list)
    suggestions: list[Values] = field(default_factory=list)

    def touched(self) -> list[str]:
        """The contacts for whom something is new: who is at an event that changed or has other attendees now."""
        event_ids = {*self.changed, *(row["event_id"] for row in self.attendees)}
        return sorted({contact_id for event_id in event_ids for contact_id in self.there[event_id]})

    def write(self, session: Session) -> None:
        """Write what was gathered, each table once."""
        news = ((Event, self.created), (Attendee, self.attendees), (Suggestion, self.suggestions))
        for table, rows in news:
            if rows:
                session.execute(insert(table), rows)
        for event_id, values in self.changed.items():
            mine = (Event.account_id == self.account_id, Event.id == event_id)
            session.execute(update(Event).where(*mine).values(**values, version=Event.version + 1))


def programme_of(session: Session, account_id: str, gone: Gone, events: Iterable[FoundEvent]) -> Programme:
    """What the account knows of these events and of who is on their lists."""
    events = list(events)
    guests = [guest for event in events for guest in event.guests]
    known = _known(session, account_id, Event.external_key.in_({event.key for event in events}))
    return _programme(session, account_id, gone, guests, {row["external_key"]: row for row in known})


def programme_of_list(
    session: Session, account_id: str, gone: Gone, event_id: str, guests: Iterable[Guest]
) -> Programme:
    """What the account knows of one event and of who is on its list."""
    known = _known(session, account_id, Event.id == event_id)
    return _programme(session, account_id, gone, guests, {row["id"]: row for row in known})


def _known(session: Session, account_id: str, which: Any) -> list[Values]:
    columns = (Event.id, Event.external_key, Event.external_mark, Event.attending)
    names = (getattr(Event, name) for name in TAKEN_OVER)
    rows = session.execute(select(*columns, *names).where(Event.account_id == account_id, which))
    return [dict(row._mapping) for row in rows]


def _programme(
    session: Session, account_id: str, gone: Gone, guests: Iterable[Guest], events: dict[str, Values]
) -> Programme:
    ids = [row["id"] for row in events.values()]
    there = select(Attendee.event_id, Attendee.contact_id).where(_of(Attendee, account_id, ids))
    suggested = select(Suggestion.event_id, Suggestion.key).where(_of(Suggestion, account_id, ids))
    return Programme(
        account_id,
        Matches(session, account_id, guests),
        gone,
        events,
        _by_event(session, there, ids),
        _by_event(session, suggested, ids),
    )


def _of(table: Any, account_id: str, event_ids: Collection[str]) -> Any:
    return (table.account_id == account_id) & table.event_id.in_(event_ids)


def _by_event(session: Session, query: Any, event_ids: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {event_id: set() for event_id in event_ids}
    for event_id, value in session.execute(query):
        found[event_id].add(value)
    return found


def take_over_event(found: FoundEvent, programme: Programme, writes: Writes) -> Noted:
    """Decide what becomes of an event, and gather what is to be written for it.

    The same words change nothing, whatever the owner did since, nor do older ones. Newer ones change what they say;
    they never say that the owner goes after all.
    """
    mark = _mark(found)
    known = programme.events.get(found.key)
    if known is None:
        if found.is_cancelled:
            return Noted(Outcome.SKIPPED, code="cancelled", reason="It does not take place.")
        return _create(found, mark, programme, writes)
    revision, _, words = known["external_mark"].partition(" ")
    if words == mark.partition(" ")[2]:
        return _unchanged(known["id"])
    if revision > found.revision:
        return Noted(Outcome.SKIPPED, known["id"], code="older", reason="A newer file says something else.")
    return _update(found, mark, known, programme)


def _unchanged(event_id: str, contact_id: str | None = None) -> Noted:
    return Noted(Outcome.SKIPPED, event_id, contact_id, "unchanged", "It says nothing new since the last time.")


def _mark(found: FoundEvent) -> str:
    """How new the words are, and their fingerprint."""
    told = repr(found._replace(line=0, file="", left_out=(), revision=""))
    return f"{found.revision} {blake2b(told.encode('utf-8', 'backslashreplace'), digest_size=16).hexdigest()}"


def _create(found: FoundEvent, mark: str, programme: Programme, writes: Writes) -> Noted:
    fields = {name: getattr(found, name) for name in (*TAKEN_OVER, "attending")}
    event = {"id": new_id(), "external_key": found.key, "external_mark": mark, **fields}
    rest = {"account_id": programme.account_id, "version": 1, "created_at": writes.now, "sessions": []}
    programme.created.append(event | rest)
    programme.events[found.key] = event
    programme.there[event["id"]], programme.suggested[event["id"]] = set(), set()
    listed = _list(event["id"], found.guests, programme)
    return Noted(Outcome.CREATED, event["id"], undo=_undo(event["id"], listed, is_new=True))


def _update(found: FoundEvent, mark: str, known: Values, programme: Programme) -> Noted:
    told = {name: getattr(found, name) for name in TAKEN_OVER}
    told["attending"] = known["attending"] and found.attending and not found.is_cancelled
    news = {name: value for name, value in told.items() if value != known[name]} | {"external_mark": mark}
    before = {name: known[name] for name in news}
    known |= news
    programme.changed[known["id"]] = programme.changed.get(known["id"], {}) | news
    listed = _list(known["id"], found.guests, programme)
    undo = _undo(known["id"], listed, is_new=False) | {"before": before, "after": news}
    return Noted(Outcome.UPDATED, known["id"], undo=undo)


def take_over_guest(guest: Guest, event_id: str, programme: Programme) -> Noted:
    """Decide what becomes of one line of a list of attendees, and gather what is to be written for it."""
    if event_id not in programme.events:
        return Noted(Outcome.REFUSED, code="event_gone", reason="The event is no longer there.")
    listed = _list(event_id, [guest], programme)
    contact_id = programme.matches.find(guest)
    if not listed.contact_ids and not listed.suggestion_ids:
        return _unchanged(event_id, contact_id)
    return Noted(Outcome.CREATED, event_id, contact_id, undo=_undo(event_id, listed, is_new=False))


def _list(event_id: str, guests: Iterable[Guest], programme: Programme) -> Listed:
    listed: tuple[list[str], list[str]] = ([], [])
    for guest in guests:
        contact_id = programme.matches.find(guest)
        if contact_id is None:
            listed[1].extend(_suggest(event_id, guest, programme))
        elif contact_id not in programme.there[event_id]:
            programme.there[event_id].add(contact_id)
            row = {"account_id": programme.account_id, "event_id": event_id, "contact_id": contact_id}
            programme.attendees.append(row)
            listed[0].append(contact_id)
    return Listed(*listed)


def _suggest(event_id: str, guest: Guest, programme: Programme) -> list[str]:
    """Suggest a guest, unless they were suggested for this event before, or deleted or erased as a contact."""
    emails = [guest.email] if guest.email else []
    keys = keys_of(full_name=guest.full_name, company=guest.company, emails=emails, profile_url=None)
    if guest.key in programme.suggested[event_id] or programme.gone.has(telling(keys)):
        return []
    programme.suggested[event_id].add(guest.key)
    row = {"id": new_id(), "account_id": programme.account_id, "event_id": event_id, "key": guest.key, "decided": None}
    programme.suggestions.append(row | guest._asdict())
    return [str(row["id"])]


def _undo(event_id: str, listed: Listed, *, is_new: bool) -> Values:
    added = {"contact_ids": listed.contact_ids, "suggestion_ids": listed.suggestion_ids}
    return {"event_id": event_id, "is_new": is_new, **added}
