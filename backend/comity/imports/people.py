"""Taking people over: who is new, what of somebody known is new, and what was there before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, update
from sqlalchemy.orm import Session

from comity.contacts.folding import fold
from comity.contacts.models import ContactKey
from comity.contacts.schemas import ContactIn
from comity.contacts.service import key_rows, settled
from comity.database import Base, new_id
from comity.imports.bulk import insert_many
from comity.imports.known import Known, Someone, Values, keys_of_values
from comity.imports.records import MOST_ADDRESSES, MOST_TAGS, FoundPerson, Outcome

BLANK = ContactIn(full_name="nobody").model_dump(by_alias=True)
SINGLE = ("company", "title", "location", "country", "profile_url", "connected_on")
SEVERAL = {"emails": MOST_ADDRESSES, "phones": MOST_ADDRESSES, "tags": MOST_TAGS}
REWRITTEN = (*BLANK, "inferred", "sort_name", "company_key", "search_text", "met_by_import", "updated_at")


@dataclass(frozen=True)
class Verdict:
    """What becomes of one person. change: what undoes an update of somebody who was known before."""

    outcome: Outcome
    contact_id: str | None
    code: str = ""
    reason: str = ""
    change: Values | None = None


@dataclass
class Writes:
    """What a chunk writes, gathered so that each table is written once."""

    account_id: str
    now: datetime
    created: dict[str, Values] = field(default_factory=dict)
    updated: dict[str, Values] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)

    def touched(self) -> list[str]:
        """The contacts that are not what they were."""
        return [*self.created, *self.updated]


def take_over(someone: Someone, known: Known, writes: Writes) -> Verdict:
    """Decide what becomes of a person, and gather what is to be written for it."""
    if someone.mark in known.taken:
        same = known.taken[someone.mark]
        return Verdict(Outcome.SKIPPED, same, "unchanged", "It says nothing new since the last time.")
    if known.gone.has(someone.keys):
        return Verdict(Outcome.SKIPPED, None, "deleted", "You deleted this person; restore them to have them back.")
    contact_id = known.find(someone)
    verdict = _update(someone, contact_id, known, writes) if contact_id else _create(someone, known, writes)
    if verdict.contact_id:
        known.taken[someone.mark] = writes.taken[someone.mark] = verdict.contact_id
    return verdict


def _create(someone: Someone, known: Known, writes: Writes) -> Verdict:
    person, contact_id = someone.person, new_id()
    values = settled(BLANK | _values(person), guessed=frozenset()) | {"met_by_import": person.in_address_book}
    writes.created[contact_id] = values
    writes.keys[contact_id] = someone.keys
    known.add(contact_id, values, someone.keys)
    return Verdict(Outcome.CREATED, contact_id)


def _values(person: FoundPerson) -> Values:
    values = {name: getattr(person, name) for name in ("full_name", *SINGLE, "birthday", "notes")}
    return values | {name: list(getattr(person, name)[:most]) for name, most in SEVERAL.items()}


def _update(someone: Someone, contact_id: str, known: Known, writes: Writes) -> Verdict:
    now_known = known.people[contact_id]
    news = _news(someone.person, now_known)
    if not news:
        return Verdict(Outcome.SKIPPED, contact_id, "unchanged", "All that it says is known.")
    guessed = frozenset(now_known["inferred"])
    fields = {name: now_known[name] for name in BLANK}
    values = settled(fields | news, guessed=guessed) | {"met_by_import": now_known["met_by_import"]} | news
    before = {name: now_known[name] for name in news}
    now_known |= values
    writes.keys[contact_id] = keys_of_values(now_known)
    if contact_id in writes.created:
        return Verdict(Outcome.UPDATED, contact_id)
    before["updated_at"], now_known["updated_at"] = now_known["updated_at"], writes.now
    writes.updated[contact_id] = now_known
    change = {"contact_id": contact_id, "mark": someone.mark, "before": before, "after": news}
    return Verdict(Outcome.UPDATED, contact_id, change=change)


def _news(person: FoundPerson, now_known: Mapping[str, Any]) -> Values:
    """What the record says that is not known. A blank says nothing; notes and a birthday are not replaced."""
    news = {name: told for name in SINGLE if (told := getattr(person, name)) and told != now_known[name]}
    if person.birthday and _is_surer(person.birthday, now_known["birthday"]):
        news["birthday"] = person.birthday
    if person.notes and not now_known["notes"]:
        news["notes"] = person.notes
    if person.in_address_book and not now_known["met_by_import"]:
        news["met_by_import"] = True
    for name, most in SEVERAL.items():
        present = {fold(value) for value in now_known[name]}
        if added := [value for value in getattr(person, name) if fold(value) not in present]:
            news[name] = [*now_known[name], *added][: max(most, len(now_known[name]))]
    return {name: value for name, value in news.items() if value != now_known[name]}


def _is_surer(birthday: str, known: str | None) -> bool:
    """Whether a birthday is the first to be known, or adds the year to a known day."""
    return known is None or (known.startswith("--") and not birthday.startswith("--") and birthday[-5:] == known[-5:])


def write_people(session: Session, writes: Writes) -> None:
    """Write what was gathered: each table once."""
    account_id = writes.account_id
    fixed = {"account_id": account_id, "created_at": writes.now, "updated_at": writes.now, "version": 1}
    created = [values | fixed | {"id": contact_id} for contact_id, values in writes.created.items()]
    insert_many(session, "contacts", created)
    write_updates(session, account_id, writes.updated)
    insert_many(
        session,
        "contact_keys",
        [
            {"account_id": account_id, "contact_id": contact_id, "key": key}
            for contact_id, keys in writes.keys.items()
            for key in keys
        ],
    )
    insert_many(
        session,
        "import_taken_records",
        [
            {"account_id": account_id, "fingerprint": mark, "contact_id": contact_id}
            for mark, contact_id in writes.taken.items()
        ],
    )


def write_updates(session: Session, account_id: str, updated: Mapping[str, Values]) -> None:
    """Write all fields of these contacts. Their keys are taken away, to be written anew."""
    if not updated:
        return
    contacts = Base.metadata.tables["contacts"]
    statement = (
        update(contacts)
        .where(contacts.c.account_id == account_id, contacts.c.id == bindparam("contact_id"))
        .values({name: bindparam(f"new_{name}") for name in REWRITTEN})
        .values(version=contacts.c.version + 1)
    )
    rows = [
        {"contact_id": contact_id} | {f"new_{name}": values[name] for name in REWRITTEN}
        for contact_id, values in updated.items()
    ]
    session.connection().execute(statement, rows)
    session.execute(delete(ContactKey).filter_by(account_id=account_id).where(ContactKey.contact_id.in_(list(updated))))


def write_keys(session: Session, account_id: str, people: Mapping[str, Values]) -> None:
    """Write by what these contacts are recognised."""
    insert_many(
        session,
        "contact_keys",
        [row for contact_id, values in people.items() for row in key_rows(account_id, contact_id, values)],
    )
