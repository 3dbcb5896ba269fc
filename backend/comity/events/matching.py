"""Who of the people on a list is a known contact: by email, else by name and company, else by a name of one's own."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from comity.contacts.folding import fold, fold_company
from comity.contacts.models import Contact, ContactKey
from comity.prepared import Prepared, among

BY_KEY = Prepared(
    select(ContactKey.key, ContactKey.contact_id)
    .where(ContactKey.account_id == bindparam("account_id"), among(ContactKey.key, "keys"))
    .order_by(ContactKey.contact_id.desc())  # of several with one address the first is found
)
BY_NAME = Prepared(
    select(Contact.id, Contact.sort_name, Contact.company_key).where(
        Contact.account_id == bindparam("account_id"), Contact.deleted_at.is_(None), among(Contact.sort_name, "names")
    )
)


class Guest(NamedTuple):
    """Somebody on the list of an event."""

    full_name: str
    email: str | None = None
    company: str | None = None
    title: str | None = None

    @property
    def key(self) -> str:
        """By what the same guest is recognised in the next list."""
        if self.email:
            return f"email:{fold(self.email)}"
        return f"name:{fold(self.full_name)}|{fold_company(self.company or '')}"


class Namesake(NamedTuple):
    """A contact with the name of a guest. company: folded; empty where it is not known."""

    contact_id: str
    company: str


class Matches:
    """The contacts who may be some guests. People may have several addresses, so another one contradicts nothing."""

    def __init__(self, session: Session, account_id: str, guests: Iterable[Guest]) -> None:
        guests = list(guests)
        self._by_email = _by_email(session, account_id, {guest.key for guest in guests if guest.email})
        self._namesakes = _namesakes(session, account_id, {fold(guest.full_name) for guest in guests})

    def find(self, guest: Guest) -> str | None:
        """Return the contact who a guest is, None where nobody is or several may be.

        A first name alone tells nobody who comes with an address. Another company may be another person.
        """
        if guest.email and (known := self._by_email.get(guest.key)):
            return known
        if guest.email and " " not in fold(guest.full_name):
            return None
        same = self._namesakes.get(fold(guest.full_name), [])
        if guest.company:
            company = fold_company(guest.company)
            colleagues = [one for one in same if one.company == company]
            same = colleagues or [one for one in same if not one.company]
        return same[0].contact_id if len(same) == 1 else None

    def likely(self, guest: Guest) -> str | None:
        """Return the contact who a guest may well be, for the owner to say."""
        same = self._namesakes.get(fold(guest.full_name), [])
        return self.find(guest) or (same[0].contact_id if len(same) == 1 else None)


def _by_email(session: Session, account_id: str, keys: set[str]) -> dict[str, str]:
    rows = BY_KEY.all(session, account_id=account_id, keys=list(keys)) if keys else []
    return {row.key: row.contact_id for row in rows}


def _namesakes(session: Session, account_id: str, names: set[str]) -> dict[str, list[Namesake]]:
    found: dict[str, list[Namesake]] = defaultdict(list)
    for row in BY_NAME.all(session, account_id=account_id, names=list(names)) if names else []:
        found[row.sort_name].append(Namesake(row.id, row.company_key or ""))
    return found
