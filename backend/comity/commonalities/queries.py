"""The selects behind commonalities: each answers from an index."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import BindParameter, Integer, bindparam, case, column, func, or_, select, table, union_all
from sqlalchemy.orm import Session, aliased

from comity.accounts.models import Account
from comity.coach.words import TrustStage
from comity.commonalities.models import ContactGround
from comity.commonalities.noting import WHO
from comity.contacts.models import Contact
from comity.events.models import Attendee, Event
from comity.prepared import Prepared, among
from comity.ties.models import Tie

MOST_EVENTS = 20
MOST_MUTUAL_CONTACTS = 20

ACCOUNT_ID: BindParameter[str] = bindparam("account_id")
CONTACT_ID: BindParameter[str] = bindparam("contact_id")

PERSON = Prepared(
    select(*WHO).where(Contact.account_id == ACCOUNT_ID, Contact.id == CONTACT_ID, Contact.deleted_at.is_(None))
)
BACKGROUND = Prepared(select(Account.background).where(Account.id == ACCOUNT_ID))
CONTACTS = Prepared(
    select(func.count().label("contacts")).where(Contact.account_id == ACCOUNT_ID, Contact.deleted_at.is_(None))
)
SHARED_BY = Prepared(
    select(ContactGround.ground, func.count().label("shared_by"))
    .where(ContactGround.account_id == ACCOUNT_ID, among(ContactGround.ground, "keys"))
    .group_by(ContactGround.ground)
)


def contacts_in_all(session: Session, account_id: str) -> int:
    """Return how many contacts the account has."""
    found: int = CONTACTS.first(session, account_id=account_id).contacts
    return found


def shared_by(session: Session, account_id: str, keys: Collection[str]) -> dict[str, int]:
    """Return how many contacts have each of these grounds."""
    rows = SHARED_BY.all(session, account_id=account_id, keys=list(keys)) if keys else []
    return {row.ground: row.shared_by for row in rows}


def _events() -> Prepared:
    """The latest events that the owner attends with a contact, each with how many contacts are there."""
    others = aliased(Attendee)
    there = (
        select(func.count())
        .where(others.account_id == ACCOUNT_ID, others.event_id == Event.id)
        .correlate(Event)
        .scalar_subquery()
    )
    return Prepared(
        select(Event.id, Event.name, Event.starts_at, there.label("shared_by"))
        .join(Attendee, (Attendee.account_id == Event.account_id) & (Attendee.event_id == Event.id))
        .where(Attendee.account_id == ACCOUNT_ID, Attendee.contact_id == CONTACT_ID, Event.attending.is_(True))
        .order_by(Event.starts_at.desc(), Event.id)
        .limit(MOST_EVENTS)
    )


def _mutual_contacts() -> Prepared:
    """Who knows a contact, whom the owner knows first, then the closest.

    The stage is that of the derived row, by table name, since that feature lies above.
    """
    acquaintances = union_all(
        select(Tie.from_contact_id.label("id"), Tie.strength).where(
            Tie.account_id == ACCOUNT_ID, Tie.to_contact_id == CONTACT_ID, Tie.from_contact_id.is_not(None)
        ),
        select(Tie.to_contact_id.label("id"), Tie.strength).where(
            Tie.account_id == ACCOUNT_ID, Tie.from_contact_id == CONTACT_ID
        ),
    ).subquery("acquaintances")
    stage = table("relationships", column("account_id"), column("contact_id"), column("trust_stage"))
    owners = aliased(Tie)
    met = or_(
        stage.c.trust_stage != TrustStage.STRANGER,
        Contact.connected_on.is_not(None),
        Contact.how_met.is_not(None),
        Contact.met_by_import.is_(True),
        owners.id.is_not(None),
    )
    known = case((met, 1), else_=0)
    return Prepared(
        select(
            Contact.id,
            Contact.full_name,
            func.max(known, type_=Integer).label("known"),
            func.max(acquaintances.c.strength).label("strength"),
        )
        .join(acquaintances, acquaintances.c.id == Contact.id)
        .outerjoin(stage, (stage.c.account_id == Contact.account_id) & (stage.c.contact_id == Contact.id))
        .outerjoin(
            owners,
            (owners.account_id == Contact.account_id)
            & owners.from_contact_id.is_(None)
            & (owners.to_contact_id == Contact.id),
        )
        .where(Contact.account_id == ACCOUNT_ID, Contact.deleted_at.is_(None))
        .group_by(Contact.id, Contact.full_name)
        .order_by(func.max(known).desc(), func.max(acquaintances.c.strength).desc(), Contact.id)
        .limit(MOST_MUTUAL_CONTACTS)
    )


def _acquainted() -> Prepared:
    """How many ties each of some people has."""
    ends = union_all(
        select(Tie.from_contact_id.label("id")).where(
            Tie.account_id == ACCOUNT_ID, among(Tie.from_contact_id, "contact_ids")
        ),
        select(Tie.to_contact_id.label("id")).where(
            Tie.account_id == ACCOUNT_ID, among(Tie.to_contact_id, "contact_ids"), Tie.from_contact_id.is_not(None)
        ),
    ).subquery("acquaintances")
    return Prepared(select(ends.c.id, func.count().label("ties")).group_by(ends.c.id))


EVENTS = _events()
MUTUAL_CONTACTS = _mutual_contacts()
ACQUAINTED = _acquainted()


def events_with(session: Session, account_id: str, contact_id: str) -> list[Any]:
    """Return the latest events that the owner attends with a contact: `id name starts_at shared_by`."""
    return EVENTS.all(session, account_id=account_id, contact_id=contact_id)


def mutual_contacts(session: Session, account_id: str, contact_id: str) -> list[Any]:
    """Return who knows a contact: `id full_name known`."""
    return MUTUAL_CONTACTS.all(session, account_id=account_id, contact_id=contact_id)


def ties_of(session: Session, account_id: str, contact_ids: Collection[str]) -> dict[str, int]:
    """Return how many ties each of these people has."""
    rows = ACQUAINTED.all(session, account_id=account_id, contact_ids=list(contact_ids)) if contact_ids else []
    return {row.id: row.ties for row in rows}
