"""What can be done with contacts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, exists, insert, select
from sqlalchemy.orm import Session

from comity.calendars import main_zone
from comity.contacts.folding import fold, fold_company, keys_of, search_text_of
from comity.contacts.inference import infer_field, infer_seniority
from comity.contacts.models import Contact, ContactKey
from comity.contacts.schemas import ContactIn, ContactOut
from comity.database import new_id
from comity.errors import NotFound
from comity.etags import check_match
from comity.outbox import Effect, Happened, publish
from comity.prepared import Prepared, among

RESTORABLE_FOR = timedelta(days=30)
SHOWN = Prepared(
    select(*(getattr(Contact, name) for name in ContactOut.model_fields)).where(
        Contact.account_id == bindparam("account_id"),
        Contact.id == bindparam("contact_id"),
        Contact.deleted_at.is_(None),
    )
)
KNOWN = Prepared(
    select(Contact.id).where(
        Contact.account_id == bindparam("account_id"), among(Contact.id, "contact_ids"), Contact.deleted_at.is_(None)
    )
)


class ContactNotFound(NotFound):
    """There is no such contact."""


class ContactChanged(Happened):
    """Facts of contacts were written, changed or taken away."""


class ContactErased(Happened):
    """A contact is about to be removed for good."""


def create_contact(session: Session, *, account_id: str, body: ContactIn, now: datetime) -> Contact:
    """Write a new contact, with what can be guessed about it."""
    values = settled(body.model_dump(by_alias=True), guessed=frozenset())
    contact = Contact(id=new_id(), account_id=account_id, created_at=now, updated_at=now, **values)
    session.add(contact)
    session.flush()
    _write_keys(session, contact)
    publish(session, ContactChanged(account_id, (contact.id,), now))
    return contact


def get_contact(session: Session, *, account_id: str, contact_id: str, for_update: bool = False) -> Contact:
    """Return a contact that was not deleted.

    Raises ContactNotFound.
    """
    query = select(Contact).where(Contact.account_id == account_id, Contact.id == contact_id)
    query = query.where(Contact.deleted_at.is_(None))
    contact = session.scalars(query.with_for_update() if for_update else query).one_or_none()
    if contact is None:
        raise ContactNotFound
    return contact


def read_contact(session: Session, *, account_id: str, contact_id: str) -> ContactOut:
    """Return a contact as a client sees it.

    Raises ContactNotFound.
    """
    row = SHOWN.first(session, account_id=account_id, contact_id=contact_id)
    if row is None:
        raise ContactNotFound
    return ContactOut.model_construct(**row._asdict())


def require_contacts(session: Session, *, account_id: str, contact_ids: Sequence[str]) -> None:
    """Hold that all these contacts are the account's.

    Raises ContactNotFound.
    """
    rows = KNOWN.all(session, account_id=account_id, contact_ids=list(contact_ids))
    if {row.id for row in rows} != set(contact_ids):
        raise ContactNotFound


def is_of_a_contact(row: Any) -> ColumnElement[bool]:
    """Return the condition that a row's contact is there: what belongs to a deleted one comes back with them.

    row: a mapped class with `account_id` and `contact_id`.
    """
    return exists().where(
        Contact.account_id == row.account_id, Contact.id == row.contact_id, Contact.deleted_at.is_(None)
    )


def update_contact(
    session: Session,
    *,
    account_id: str,
    contact_id: str,
    values: Mapping[str, Any],
    if_match: str | None,
    now: datetime,
) -> Contact:
    """Change some fields. A field that is given is no longer a guess; a guess follows what it was guessed from.

    Raises ContactNotFound, Stale.
    """
    contact = get_contact(session, account_id=account_id, contact_id=contact_id, for_update=True)
    check_match(if_match, contact.version)
    known = {name: getattr(contact, name) for name in ContactIn.model_fields}
    guessed = frozenset(contact.inferred) - values.keys()
    for name, value in settled({**known, **values}, guessed=guessed, given=frozenset(values)).items():
        if getattr(contact, name) != value:
            setattr(contact, name, value)
    if session.is_modified(contact):
        contact.updated_at = now
        session.flush()
        _write_keys(session, contact)
        publish(session, ContactChanged(account_id, (contact.id,), now))
    return contact


def delete_contact(
    session: Session, *, account_id: str, contact_id: str, if_match: str | None, now: datetime
) -> list[Effect]:
    """Take a contact away; it can be restored for 30 days.

    Raises ContactNotFound, Stale.
    """
    contact = get_contact(session, account_id=account_id, contact_id=contact_id, for_update=True)
    check_match(if_match, contact.version)
    contact.deleted_at = now
    session.execute(delete(ContactKey).where(ContactKey.contact_id == contact.id))
    return publish(session, ContactChanged(account_id, (contact.id,), now))


def restore_contact(session: Session, *, account_id: str, contact_id: str, now: datetime) -> Contact:
    """Bring a deleted contact back.

    Raises ContactNotFound, also when 30 days have passed.
    """
    query = select(Contact).where(Contact.account_id == account_id, Contact.id == contact_id)
    contact = session.scalars(query.with_for_update()).one_or_none()
    if contact is None or (contact.deleted_at is not None and contact.deleted_at < now - RESTORABLE_FOR):
        raise ContactNotFound
    contact.deleted_at = None
    _write_keys(session, contact)
    publish(session, ContactChanged(account_id, (contact.id,), now))
    return contact


def erase_contact(session: Session, *, account_id: str, contact_id: str, now: datetime) -> None:
    """Remove a contact for good, deleted or not, with all that hangs on it.

    Raises ContactNotFound.
    """
    query = select(Contact.id).where(Contact.account_id == account_id, Contact.id == contact_id)
    if session.scalars(query).one_or_none() is None:
        raise ContactNotFound
    publish(session, ContactErased(account_id, (contact_id,), now))
    session.execute(delete(Contact).where(Contact.account_id == account_id, Contact.id == contact_id))


def settled(
    values: Mapping[str, Any], *, guessed: frozenset[str], given: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Return a contact's columns from its fields: guesses made, and the texts for sorting and searching.

    guessed: fields whose present value is a guess, to be made again. given: fields that must stay as they are,
    even where empty.
    """
    fields = dict(values)
    guesses: dict[str, Callable[[], str | None]] = {
        "seniority": lambda: infer_seniority(fields["title"]),
        "field": lambda: infer_field(fields["title"], fields["company"]),
        "timezone": lambda: main_zone(fields["country"]),
    }
    inferred = []
    for name, guess in guesses.items():
        if name in given or (fields[name] is not None and name not in guessed):
            continue
        fields[name] = guess()
        if fields[name] is not None:
            inferred.append(name)
    return fields | {
        "inferred": inferred,
        "sort_name": fold(fields["full_name"]),
        "company_key": fold_company(fields["company"]) if fields["company"] else None,
        "search_text": search_text_of(
            fields["full_name"],
            fields["company"],
            fields["title"],
            fields["field"],
            fields["location"],
            lists=(fields["emails"], fields["tags"], fields["interests"]),
        ),
    }


def key_rows(account_id: str, contact_id: str, values: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the rows by which a contact with these fields is recognised."""
    keys = keys_of(
        full_name=values["full_name"],
        company=values["company"],
        emails=values["emails"],
        profile_url=values["profile_url"],
    )
    return [{"account_id": account_id, "contact_id": contact_id, "key": key} for key in sorted(keys)]


def _write_keys(session: Session, contact: Contact) -> None:
    session.execute(
        delete(ContactKey).where(ContactKey.account_id == contact.account_id, ContactKey.contact_id == contact.id)
    )
    session.execute(insert(ContactKey), key_rows(contact.account_id, contact.id, vars(contact)))
