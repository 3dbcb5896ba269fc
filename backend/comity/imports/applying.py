"""One chunk of an import: what would become of its records, and what becomes of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from comity.contacts.service import ContactChanged
from comity.events.matching import Guest
from comity.events.service import EventChanged
from comity.imports.chunks import Entry, event_of, guest_of, message_of, person_of
from comity.imports.correspondence import (
    Delivered,
    Logged,
    external_key,
    known_correspondents,
    participants_of,
    present_of,
    take_over_message,
    write_messages,
)
from comity.imports.gatherings import (
    Noted,
    Programme,
    programme_of,
    programme_of_list,
    take_over_event,
    take_over_guest,
)
from comity.imports.known import Gone, Someone, keys_of_person, known_of
from comity.imports.people import Verdict, Writes, take_over, write_people
from comity.imports.records import Outcome
from comity.interactions.service import InteractionLogged
from comity.outbox import Happened, publish

FOLDED_AT_ONCE = 100
READ = ("person", "message", "event", "guest")
MADE = ("contact_id", "interaction_id", "event_id", "undo", "undo_event")


class PeopleImported(Happened):
    """More contacts came or changed at once than can be thought about at once."""


def apply_entries(
    session: Session,
    *,
    account_id: str,
    entries: Sequence[Entry],
    gone: Gone,
    now: datetime,
    event_id: str | None = None,
) -> None:
    """Take these records over, and note in each what became of it. What was read of it is no longer kept.

    event_id: the event of which the file is the list of attendees.
    """
    writes = Writes(account_id, now)
    logged, programme = _decide(session, account_id, entries, gone, writes, event_id)
    write_people(session, writes)
    write_messages(session, logged)
    for entry in entries:
        for read in READ:
            entry.pop(read, None)
    if programme is not None:
        programme.write(session)
        publish(session, EventChanged(account_id, tuple(programme.touched()), now))
    if contact_ids := tuple(dict.fromkeys([*writes.touched(), *logged.touched()])):
        publish(session, _happened(logged, account_id, contact_ids, now))


def _happened(logged: Logged, account_id: str, contact_ids: tuple[str, ...], now: datetime) -> Happened:
    if logged.interactions:
        interaction_ids = tuple(row["id"] for row in logged.interactions)
        return InteractionLogged(account_id, contact_ids, now, interaction_ids)
    changed = PeopleImported if len(contact_ids) > FOLDED_AT_ONCE else ContactChanged
    return changed(account_id, contact_ids, now)


def expect_entries(
    session: Session,
    *,
    account_id: str,
    entries: Sequence[Entry],
    gone: Gone,
    now: datetime,
    earlier: set[int],
    event_id: str | None = None,
) -> None:
    """Note in each record what would become of it, and write nothing.

    earlier: what stood in the chunks before, which nobody has written either; it is added to.
    """
    _decide(session, account_id, entries, gone, Writes(account_id, now), event_id)
    for entry in entries:
        is_new = entry["outcome"] == Outcome.CREATED
        marks = set(map(hash, _keys(entry)))
        if is_new and marks & earlier:
            entry["outcome"] = Outcome.UPDATED if "person" in entry else Outcome.SKIPPED
        earlier |= marks
        for made in MADE:
            entry.pop(made, None)


def _keys(entry: Entry) -> Iterable[str]:
    if "person" in entry:
        return keys_of_person(person_of(entry))
    if "event" in entry:
        return [event_of(entry).key]
    if "guest" in entry:
        return [guest_of(entry).key]
    return [external_key(message_of(entry))] if "message" in entry else []


def _decide(
    session: Session, account_id: str, entries: Sequence[Entry], gone: Gone, writes: Writes, event_id: str | None
) -> tuple[Logged, Programme | None]:
    """Decide on all the records of a chunk, and gather what is to be written for them."""
    logged = _decide_on_people(session, account_id, entries, gone, writes)
    if guests := [(entry, guest_of(entry)) for entry in entries if "guest" in entry]:
        return logged, _decide_on_guests(session, account_id, guests, gone, event_id or "")
    if not (events := [(entry, event_of(entry)) for entry in entries if "event" in entry]):
        return logged, None
    programme = programme_of(session, account_id, gone, [event for _, event in events])
    for entry, event in events:
        _note_event(entry, take_over_event(event, programme, writes))
    return logged, programme


def _decide_on_guests(
    session: Session, account_id: str, guests: Sequence[tuple[Entry, Guest]], gone: Gone, event_id: str
) -> Programme:
    programme = programme_of_list(session, account_id, gone, event_id, [guest for _, guest in guests])
    for entry, guest in guests:
        _note_event(entry, take_over_guest(guest, event_id, programme))
    return programme


def _decide_on_people(
    session: Session, account_id: str, entries: Sequence[Entry], gone: Gone, writes: Writes
) -> Logged:
    if people := [(entry, Someone(person_of(entry))) for entry in entries if "person" in entry]:
        known = known_of(session, account_id, gone, [someone for _, someone in people])
        for entry, someone in people:
            _note(entry, take_over(someone, known, writes))
    if not (messages := [(entry, message_of(entry)) for entry in entries if "message" in entry]):
        return Logged(present=set())
    logged = Logged(present_of(session, account_id, [message for _, message in messages]))
    participants = participants_of(message for _, message in messages)
    known = known_correspondents(session, account_id, gone, participants.values())
    for entry, message in messages:
        _note_message(entry, take_over_message(message, participants, logged, known, writes))
    return logged


def _note(entry: Entry, verdict: Verdict) -> None:
    entry |= _said(verdict) | _to_undo([verdict]) | {"contact_id": verdict.contact_id}


def _note_message(entry: Entry, delivered: Delivered) -> None:
    entry |= _said(delivered) | _to_undo(delivered.verdicts)
    if delivered.interaction_id:
        entry |= {"interaction_id": delivered.interaction_id, "contact_id": delivered.contact_ids[0]}


def _note_event(entry: Entry, noted: Noted) -> None:
    entry |= _said(noted) | {"event_id": noted.event_id, "contact_id": noted.contact_id}
    if noted.undo:
        entry["undo_event"] = noted.undo


def _said(verdict: Verdict | Delivered | Noted) -> Entry:
    return {"outcome": verdict.outcome, "code": verdict.code, "reason": verdict.reason}


def _to_undo(verdicts: Sequence[Verdict]) -> Entry:
    created = [verdict.contact_id for verdict in verdicts if verdict.outcome is Outcome.CREATED]
    changed = [verdict.change for verdict in verdicts if verdict.change]
    return {"undo": {"created": created, "changed": changed}} if created or changed else {}
