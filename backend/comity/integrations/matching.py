"""Who of those who took part is a known contact. What is not sure is a suggestion, for the owner to say."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.contacts.folding import fold, fold_company, keys_of
from comity.contacts.models import Contact, ContactKey
from comity.imports.known import hash_of, telling
from comity.imports.models import ErasedPerson
from comity.integrations.models import HookHandle
from comity.integrations.told import Person

SHORTEST_NUMBER = 7  # digits; fewer are an extension
SAME_ADDRESS, SAME_NUMBER, SAME_NAME = "the same e-mail address", "the same number", "the same name"
MOST_LIKELY = 5


class Likely(NamedTuple):
    """A contact who somebody may be, and why."""

    contact_id: str
    why: str


@dataclass(frozen=True, slots=True)
class Match:
    """Who somebody is. erased: somebody whom the owner erased, and who is not suggested again."""

    contact_id: str | None = None
    likely: tuple[Likely, ...] = ()
    erased: bool = False


class Namesake(NamedTuple):
    """A contact by their name. company: folded; empty where it is not known."""

    contact_id: str
    company: str


def match(session: Session, *, account_id: str, people: Sequence[Person]) -> list[Match]:
    """Return who each of these people is."""
    book = _AddressBook(session, account_id, people)
    return [book.find(person) for person in people]


class _AddressBook:
    """What the account knows that these people could be told by."""

    def __init__(self, session: Session, account_id: str, people: Sequence[Person]) -> None:
        self._account_id = account_id
        self._by_handle = _by_handle(session, account_id, {one.handle for one in people if one.handle})
        self._by_email = _by_email(session, account_id, {_email_key(one) for one in people if one.email})
        self._by_phone = _by_phone(session, account_id) if any(one.phone for one in people) else {}
        self._by_name = _by_name(session, account_id, {fold(one.name) for one in people if one.name})
        self._erased = _erased(session, account_id, people)

    def find(self, person: Person) -> Match:
        """By handle, else by address, else by number, else by a full name that comes without any of these."""
        if person.handle in self._by_handle:
            return Match(self._by_handle[person.handle])
        namesakes = [one.contact_id for one in self._by_name.get(fold(person.name), [])]
        for found, why in ((self._of_address(person), SAME_ADDRESS), (self._of_number(person), SAME_NUMBER)):
            if found:
                named = [contact_id for contact_id in found if contact_id in namesakes]
                return _sure(named) or _sure(found) or Match(likely=_likely(found, why))
        if any(hash_of(self._account_id, key) in self._erased for key in _keys(person)):
            return Match(erased=True)
        fitting = self._of_name(person)
        has_address = person.email or person.phone or person.handle
        if not has_address and " " in fold(person.name) and (sure := _sure(fitting)):
            return sure
        return Match(likely=_likely(fitting or namesakes, SAME_NAME))

    def _of_address(self, person: Person) -> list[str]:
        return self._by_email.get(_email_key(person), []) if person.email else []

    def _of_number(self, person: Person) -> list[str]:
        return self._by_phone.get(digits(person.phone), []) if person.phone else []

    def _of_name(self, person: Person) -> list[str]:
        """Namesakes who may work where the person does."""
        company = fold_company(person.company) if person.company else ""
        same = self._by_name.get(fold(person.name), []) if person.name else []
        return [one.contact_id for one in same if not company or one.company in {company, ""}]


def digits(phone: str) -> str:
    """Return a number as it is compared: what an international call dials, without signs."""
    found = "".join(filter(str.isdecimal, phone))
    found = found.removeprefix("00") if not phone.strip().startswith("+") else found
    return found if len(found) >= SHORTEST_NUMBER else ""


def _sure(found: Sequence[str]) -> Match | None:
    return Match(found[0]) if len(found) == 1 else None


def _likely(found: Iterable[str], why: str) -> tuple[Likely, ...]:
    return tuple(Likely(contact_id, why) for contact_id in found)[:MOST_LIKELY]


def _email_key(person: Person) -> str:
    return f"email:{fold(person.email)}"


def _keys(person: Person) -> Iterable[str]:
    emails = [person.email] if person.email else []
    return telling(keys_of(full_name=person.name, company=person.company, emails=emails, profile_url=None))


def _by_handle(session: Session, account_id: str, handles: set[str]) -> dict[str, str]:
    if not handles:
        return {}
    theirs = (Contact.account_id == HookHandle.account_id) & (Contact.id == HookHandle.contact_id)
    query = select(HookHandle.handle, HookHandle.contact_id).join(Contact, theirs)
    query = query.where(HookHandle.account_id == account_id, HookHandle.handle.in_(handles))
    return {row.handle: row.contact_id for row in session.execute(query.where(Contact.deleted_at.is_(None)))}


def _by_email(session: Session, account_id: str, keys: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    if keys:
        query = select(ContactKey.key, ContactKey.contact_id)
        query = query.where(ContactKey.account_id == account_id, ContactKey.key.in_(keys))
        for key, contact_id in session.execute(query.order_by(ContactKey.contact_id)):
            found[key].append(contact_id)
    return found


def _by_phone(session: Session, account_id: str) -> dict[str, list[str]]:
    """Return everybody by their numbers: few hooks come with one, and no key is kept for them."""
    query = select(Contact.id, Contact.phones).where(Contact.account_id == account_id, Contact.deleted_at.is_(None))
    found: dict[str, list[str]] = defaultdict(list)
    for contact_id, phones in session.execute(query.order_by(Contact.id)):
        for number in filter(None, {digits(phone) for phone in phones}):
            found[number].append(contact_id)
    return found


def _by_name(session: Session, account_id: str, names: set[str]) -> dict[str, list[Namesake]]:
    found: dict[str, list[Namesake]] = defaultdict(list)
    if names:
        query = select(Contact.sort_name, Contact.id, Contact.company_key).where(
            Contact.account_id == account_id, Contact.sort_name.in_(names), Contact.deleted_at.is_(None)
        )
        for name, contact_id, company in session.execute(query.order_by(Contact.id)):
            found[name].append(Namesake(contact_id, company or ""))
    return found


def _erased(session: Session, account_id: str, people: Iterable[Person]) -> set[str]:
    hashes = {hash_of(account_id, key) for person in people for key in _keys(person)}
    query = select(ErasedPerson.key_hash).where(ErasedPerson.account_id == account_id)
    return set(session.scalars(query.where(ErasedPerson.key_hash.in_(hashes)))) if hashes else set()
