"""How an import is undone: what it created goes, what it changed is as it was, unless somebody worked on it since."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pydantic_core import to_jsonable_python
from sqlalchemy import ColumnElement, Table, delete, or_, select, true
from sqlalchemy.orm import Session

from comity.contacts.models import Contact
from comity.contacts.service import ContactChanged, settled
from comity.database import Base
from comity.imports.chunks import Entry
from comity.imports.known import Values, people_by_id
from comity.imports.models import TakenRecord
from comity.imports.people import BLANK, write_keys, write_updates
from comity.imports.ungathering import undo_events
from comity.interactions.models import Interaction, InteractionContact
from comity.interactions.service import InteractionLogged
from comity.outbox import publish

WORK_ON_A_CONTACT = ("interaction_contacts", "promises", "follow_ups", "event_attendees", "step_decisions")


def undo_entries(session: Session, *, account_id: str, entries: Sequence[Entry], now: datetime) -> None:
    """Undo what became of these records, and note in each where it stays."""
    undo_events(session, account_id=account_id, entries=entries, now=now)
    undone = [(entry, entry.pop("undo")) for entry in entries if "undo" in entry]
    interaction_ids = [entry["interaction_id"] for entry in entries if "interaction_id" in entry]
    gone, spoken_to = _remove_messages(session, account_id, interaction_ids)
    created = {contact_id for _, undo in undone for contact_id in undo["created"]}
    kept = _remove_people(session, account_id, created)
    restored = _restore(session, account_id, [change for _, undo in undone for change in undo["changed"]])
    for entry, _ in undone:
        if entry["contact_id"] in kept:
            entry |= {"code": "kept", "reason": "Somebody worked on it since, so it stays."}
    if restored:
        publish(session, ContactChanged(account_id, tuple(restored), now))
    if remaining := tuple(spoken_to - (created - kept)):
        publish(session, InteractionLogged(account_id, remaining, now, gone))


def _remove_messages(
    session: Session, account_id: str, interaction_ids: Sequence[str]
) -> tuple[tuple[str, ...], set[str]]:
    """Take imported messages out of the log again, save those that were edited; return which, and with whom they were.

    What they had settled is open again, as when one is deleted by hand.
    """
    mine = (Interaction.account_id == account_id, Interaction.id.in_(interaction_ids), Interaction.version == 1)
    gone = tuple(session.scalars(select(Interaction.id).where(*mine)))
    links = InteractionContact
    people = session.scalars(
        select(links.contact_id).where(links.account_id == account_id, links.interaction_id.in_(gone))
    )
    spoken_to = set(people)
    session.execute(delete(Interaction).where(Interaction.account_id == account_id, Interaction.id.in_(gone)))
    return gone, spoken_to


def _remove_people(session: Session, account_id: str, contact_ids: Collection[str]) -> set[str]:
    """Remove contacts for good, save those on whom somebody worked since; return these."""
    mine = (Contact.account_id == account_id, Contact.id.in_(contact_ids))
    tables = [Base.metadata.tables[name] for name in WORK_ON_A_CONTACT]
    works = [
        select(table.c.contact_id)
        .where(table.c.account_id == account_id, table.c.contact_id == Contact.id, _is_work(table))
        .exists()
        for table in tables
    ]
    worked_on = or_(Contact.updated_at > Contact.created_at, *works)
    kept = set(session.scalars(select(Contact.id).where(*mine, worked_on)))
    session.execute(
        delete(Contact).where(Contact.account_id == account_id, Contact.id.in_(set(contact_ids) - kept)),
        execution_options={"synchronize_session": False},
    )
    return kept


def _is_work(table: Table) -> ColumnElement[bool]:
    """Say which rows somebody made: what the coach planned by itself is no work."""
    return table.c.cause.is_(None) if "cause" in table.c else true()


def _restore(session: Session, account_id: str, changes: Sequence[Mapping[str, Any]]) -> set[str]:
    """Give contacts back what was there before the import, field by field; return them."""
    people = people_by_id(session, account_id, [change["contact_id"] for change in changes])
    for change in reversed(changes):
        if values := people.get(change["contact_id"]):
            values |= _as_before(values, change)
    write_updates(session, account_id, people)
    write_keys(session, account_id, people)
    marks = [change["mark"] for change in changes]
    session.execute(delete(TakenRecord).where(TakenRecord.account_id == account_id, TakenRecord.fingerprint.in_(marks)))
    return set(people)


def _as_before(values: Values, change: Mapping[str, Any]) -> Values:
    """The fields that still say what the import wrote, as they were before it."""
    unedited = {name for name, written in change["after"].items() if to_jsonable_python(values[name]) == written}
    news = {name: _typed(name, change["before"][name]) for name in unedited}
    fields = {name: values[name] for name in BLANK} | {name: news[name] for name in news if name in BLANK}
    untouched = unedited == change["after"].keys()
    updated_at = datetime.fromisoformat(change["before"]["updated_at"]) if untouched else values["updated_at"]
    return settled(fields, guessed=frozenset(values["inferred"])) | news | {"updated_at": updated_at}


def _typed(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name == "connected_on" and value else value
