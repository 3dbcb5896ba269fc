"""Keeps the table of grounds in step with the contacts."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, bindparam, delete, insert, select
from sqlalchemy.orm import Session

from comity.coach.grounds import ground, grounds_of
from comity.coach.history import Person
from comity.coach.words import CommonalityKind
from comity.commonalities.models import ContactGround
from comity.contacts.models import Contact
from comity.database import Base
from comity.outbox import Effect, Happened
from comity.prepared import Prepared, among

AT_ONCE = 500  # contacts in one go: bounded memory, few statements
WHO = (
    Contact.id,
    Contact.full_name,
    Contact.company,
    Contact.employers,
    Contact.schools,
    Contact.location,
    Contact.interests,
    Contact.tags,
)
PEOPLE = Prepared(
    select(*WHO).where(
        Contact.account_id == bindparam("account_id"), among(Contact.id, "contact_ids"), Contact.deleted_at.is_(None)
    )
)
NOTED = Prepared(
    select(ContactGround.contact_id, ContactGround.ground, ContactGround.is_current).where(
        ContactGround.account_id == bindparam("account_id"), among(ContactGround.contact_id, "contact_ids")
    )
)
Noted = set[tuple[str, str, bool]]


def note(session: Session, happened: Happened) -> list[Effect]:
    """React to contacts that came, changed or went: write what each of them has, where it is not what was noted."""
    for start in range(0, len(happened.contact_ids), AT_ONCE):
        some = happened.contact_ids[start : start + AT_ONCE]
        _rewrite(session, happened.account_id, some)
    return []


def person_of(row: Any) -> Person:
    """Return as much of a contact as commonalities are made of."""
    return Person(
        id=row.id,
        full_name=row.full_name,
        company=row.company,
        location=row.location,
        interests=tuple(row.interests),
        schools=tuple(row.schools),
        employers=tuple(row.employers),
        tags=tuple(row.tags),
    )


def _rewrite(session: Session, account_id: str, contact_ids: Sequence[str]) -> None:
    asked = {"account_id": account_id, "contact_ids": list(contact_ids)}
    noted: Noted = {tuple(row) for row in NOTED.all(session, **asked)}
    wanted = {one for row in PEOPLE.all(session, **asked) for one in _grounds(person_of(row))}
    table = Base.metadata.tables[ContactGround.__tablename__]
    if gone := noted - wanted:
        this = and_(
            table.c.account_id == account_id,
            table.c.contact_id == bindparam("whose"),
            table.c.ground == bindparam("what"),
        )
        session.connection().execute(delete(table).where(this), [{"whose": one[0], "what": one[1]} for one in gone])
    if new := wanted - noted:
        rows = [
            {"account_id": account_id, "contact_id": contact_id, "ground": key, "is_current": is_current}
            for contact_id, key, is_current in sorted(new)
        ]
        session.connection().execute(insert(table), rows)


def _grounds(person: Person) -> Noted:
    now = ground(CommonalityKind.EMPLOYER, person.company or "")
    return {(person.id, key, key == now) for key in grounds_of(person)}
