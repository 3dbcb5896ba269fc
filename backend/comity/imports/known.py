"""Whom an account knows already, as far as the people of one chunk are concerned, and who shall not come back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.contacts.folding import keys_of
from comity.contacts.models import Contact, ContactKey
from comity.contacts.schemas import ContactIn
from comity.imports.models import ErasedPerson, TakenRecord
from comity.imports.records import FoundPerson

PERSON_COLUMNS = tuple(
    getattr(Contact, name) for name in ("id", *ContactIn.model_fields, "inferred", "met_by_import", "updated_at")
)
RECOGNISED_BY = ("full_name", "company", "emails", "profile_url")
SUREST_FIRST = ("url", "email", "name")

Values = dict[str, Any]


class Someone:
    """A person of a file, with what tells whether the account knows them.

    mark: the same for the same words in any file. keys: all by which they are recognised.
    """

    def __init__(self, person: FoundPerson) -> None:
        _line, *told, _left_out, _file = person
        self.person = person
        self.mark = blake2b(repr(told).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()

    @cached_property
    def keys(self) -> set[str]:
        """Asked for only where the words are new."""
        return keys_of_person(self.person)


@dataclass(frozen=True)
class Gone:
    """Who was deleted or erased, by the keys that tell them."""

    keys: frozenset[str]
    hashes: frozenset[str]
    account_id: str

    def has(self, keys: Iterable[str]) -> bool:
        """Whether one of these keys is of somebody who is gone."""
        return any(key in self.keys or (self.hashes and hash_of(self.account_id, key) in self.hashes) for key in keys)


@dataclass
class Known:
    """The known people of one chunk. Those who are created on the way are added, so that nobody comes twice."""

    gone: Gone
    taken: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    people: dict[str, Values] = field(default_factory=dict)

    def find(self, someone: Someone) -> str | None:
        """The contact who this person is: by profile, else by email, else by name and company."""
        present = sorted(self.ids.keys() & someone.keys, key=lambda key: SUREST_FIRST.index(key.partition(":")[0]))
        for key in present:
            contact_id = self.ids[key]
            if not key.startswith("name:") or self._may_be(someone.person, contact_id):
                return contact_id
        return None

    def _may_be(self, person: FoundPerson, contact_id: str) -> bool:
        """Two people of one name in one company are told apart by their profiles."""
        profile_url = self.people[contact_id]["profile_url"]
        return not person.profile_url or not profile_url

    def add(self, contact_id: str, values: Values, keys: Iterable[str]) -> None:
        """Know somebody from now on."""
        self.people[contact_id] = values
        for key in keys:
            self.ids.setdefault(key, contact_id)


def keys_of_person(person: FoundPerson) -> set[str]:
    """All by which a person is recognised."""
    return keys_of(
        full_name=person.full_name, company=person.company, emails=person.emails, profile_url=person.profile_url
    )


def keys_of_values(values: Values) -> set[str]:
    """All by which a contact with these fields is recognised."""
    return keys_of(**{name: values[name] for name in RECOGNISED_BY})


def gone_of(session: Session, account_id: str) -> Gone:
    """Who of this account is deleted or erased."""
    columns = [getattr(Contact, name) for name in RECOGNISED_BY]
    deleted = session.execute(select(*columns).where(Contact.account_id == account_id, Contact.deleted_at.is_not(None)))
    erased = session.scalars(select(ErasedPerson.key_hash).where(ErasedPerson.account_id == account_id))
    keys = (key for row in deleted for key in telling(keys_of(**row._mapping)))
    return Gone(frozenset(keys), frozenset(erased), account_id)


def telling(keys: Iterable[str]) -> Iterable[str]:
    """Leave out a name without a company: it may be anybody's."""
    return [key for key in keys if not (key.startswith("name:") and key.endswith("|"))]


def known_of(session: Session, account_id: str, gone: Gone, people: Iterable[Someone]) -> Known:
    """Whom the account knows of these people, in three queries."""
    marks = {someone.mark: someone for someone in people}
    taken = select(TakenRecord.fingerprint, TakenRecord.contact_id).where(
        TakenRecord.account_id == account_id, TakenRecord.fingerprint.in_(marks)
    )
    known = Known(gone, taken={row.fingerprint: row.contact_id for row in session.execute(taken)})
    keys = {key for mark, someone in marks.items() if mark not in known.taken for key in someone.keys}
    if keys:
        by_key = select(ContactKey.key, ContactKey.contact_id).where(
            ContactKey.account_id == account_id, ContactKey.key.in_(keys)
        )
        known.ids = {row.key: row.contact_id for row in session.execute(by_key.order_by(ContactKey.contact_id.desc()))}
        known.people = people_by_id(session, account_id, known.ids.values())
    return known


def people_by_id(session: Session, account_id: str, contact_ids: Collection[str]) -> dict[str, Values]:
    """What is known of these contacts."""
    if not contact_ids:
        return {}
    query = select(*PERSON_COLUMNS).where(Contact.account_id == account_id, Contact.id.in_(set(contact_ids)))
    return {row.id: dict(row._mapping) for row in session.execute(query)}


def hash_of(account_id: str, key: str) -> str:
    """A key of somebody who was erased, as it is kept."""
    return blake2b(key.encode(), key=account_id.encode(), digest_size=16).hexdigest()
