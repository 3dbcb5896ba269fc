"""Finds what the owner and one contact have in common."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from comity.coach.commonalities import Ground, InCommon, common_grounds, opener, weighed
from comity.coach.history import Background
from comity.coach.words import CommonalityKind
from comity.commonalities import queries
from comity.commonalities.noting import person_of
from comity.contacts.service import ContactNotFound


def in_common(session: Session, *, account_id: str, contact_id: str, as_of: datetime) -> InCommon:
    """Return what the owner has in common with a contact, in seven queries whatever the size of the account.

    as_of: before it an event has been, after it it is ahead.

    Raises ContactNotFound.
    """
    row = queries.PERSON.first(session, account_id=account_id, contact_id=contact_id)
    if row is None:
        raise ContactNotFound
    person = person_of(row)
    found = common_grounds(person, background_of(queries.BACKGROUND.first(session, account_id=account_id).background))
    counts = queries.shared_by(session, account_id, [one.key for one in found])
    events, mutual = _events(session, account_id, contact_id), _mutual_contacts(session, account_id, contact_id)
    contacts = queries.contacts_in_all(session, account_id)
    items = weighed(
        [*found, *events, *mutual],
        counts | _counts(events) | _counts(mutual),
        contacts=contacts,
        person=person,
        as_of=as_of,
    )
    return InCommon(person, items, opener(items, person), contacts)


def background_of(stored: Mapping[str, Any]) -> Background:
    """Return the owner's half of every commonality from its stored form."""
    return Background(**{name: tuple(stored.get(name, ())) for name in Background.__dataclass_fields__})


def _events(session: Session, account_id: str, contact_id: str) -> dict[Ground, int]:
    return {
        Ground(CommonalityKind.EVENT, row.name, row.id, at=row.starts_at): row.shared_by
        for row in queries.events_with(session, account_id, contact_id)
    }


def _mutual_contacts(session: Session, account_id: str, contact_id: str) -> dict[Ground, int]:
    rows = queries.mutual_contacts(session, account_id, contact_id)
    ties = queries.ties_of(session, account_id, [row.id for row in rows])
    return {
        Ground(CommonalityKind.MUTUAL_CONTACT, row.full_name, row.id, known=bool(row.known)): ties[row.id]
        for row in rows
    }


def _counts(found: Mapping[Ground, int]) -> dict[str, int]:
    return {ground.key: count for ground, count in found.items()}
