"""Finds who is near some contacts and could become the bridge to them: same company, school, event or field.

However many share a company, few are looked at: those nearest to the owner first, then some of the others.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, func, select
from sqlalchemy.orm import Session

from comity.coach import grounds
from comity.coach.history import History, Neighbour, Owner
from comity.coach.relationship import stands_high
from comity.coach.responsiveness import rungs_above
from comity.coach.words import Action, BridgeKind, CommonalityKind, Seniority
from comity.commonalities.models import ContactGround
from comity.contacts.models import Contact
from comity.events.models import Attendee
from comity.prepared import Prepared, among
from comity.relationships.models import RelationshipRow

CLOSEST = 200  # contacts nearest to the owner, among whom a bridge is looked for first
OF_ONE_GROUND = 20  # others who share one company or school: any of them will do
KEYS = 6  # companies and schools of one contact
AT_EVENTS = 100

ACCOUNT_ID: BindParameter[str] = bindparam("account_id")
MAY_BE_MET = and_(
    Contact.account_id == ACCOUNT_ID,
    Contact.deleted_at.is_(None),
    Contact.do_not_contact.is_(False),
    func.coalesce(RelationshipRow.action, "") != Action.LET_GO,
)
OF_CONTACT = and_(RelationshipRow.account_id == Contact.account_id, RelationshipRow.contact_id == Contact.id)
WHO = (Contact.id, Contact.full_name, Contact.seniority, Contact.field, RelationshipRow.readiness)
NEAR_OWNER = Prepared(
    select(*WHO)
    .join(RelationshipRow, OF_CONTACT)
    .where(RelationshipRow.account_id == ACCOUNT_ID, RelationshipRow.readiness > 0, MAY_BE_MET)
    .order_by(RelationshipRow.readiness.desc())
    .limit(CLOSEST)
)
SHARING = Prepared(
    select(ContactGround.contact_id, ContactGround.ground).where(
        ContactGround.account_id == ACCOUNT_ID,
        among(ContactGround.contact_id, "contact_ids"),
        among(ContactGround.ground, "keys"),
    )
)
OTHERS = Prepared(
    select(*WHO)
    .join(ContactGround, and_(ContactGround.account_id == Contact.account_id, ContactGround.contact_id == Contact.id))
    .join(RelationshipRow, OF_CONTACT)
    .where(ContactGround.account_id == ACCOUNT_ID, ContactGround.ground == bindparam("key"), MAY_BE_MET)
    .limit(OF_ONE_GROUND)
)
AT_THE_SAME = Prepared(
    select(*WHO, Attendee.event_id)
    .join(Attendee, and_(Attendee.account_id == Contact.account_id, Attendee.contact_id == Contact.id))
    .join(RelationshipRow, OF_CONTACT)
    .where(Attendee.account_id == ACCOUNT_ID, among(Attendee.event_id, "event_ids"), MAY_BE_MET)
    .limit(AT_EVENTS)
)


def neighbours_of(
    session: Session, *, account_id: str, targets: Sequence[History], owner: Owner
) -> dict[str, tuple[Neighbour, ...]]:
    """Return who is near each of these contacts; by id."""
    if not targets:
        return {}
    near = NEAR_OWNER.all(session, account_id=account_id)
    shared = _shared(session, account_id, [row.id for row in near], targets)
    found = {}
    for target in targets:
        known = [*_among_the_near(target, near, shared), *_at_events(session, account_id, target)]
        some = known or _others(session, account_id, target)
        found[target.person.id] = tuple(
            neighbour for row, neighbour in some if row.id != target.person.id and _is_in_reach(row, owner)
        )
    return found


def _shared(
    session: Session, account_id: str, contact_ids: Collection[str], targets: Iterable[History]
) -> dict[str, set[str]]:
    """Return which grounds of the targets each of these people has."""
    keys = {key for target in targets for key, _, _ in _keys(target)}
    found: dict[str, set[str]] = defaultdict(set)
    if keys and contact_ids:
        asked = {"account_id": account_id, "contact_ids": list(contact_ids), "keys": list(keys)}
        for row in SHARING.all(session, **asked):
            found[row.contact_id].add(row.ground)
    return found


def _keys(target: History) -> list[tuple[str, BridgeKind, str]]:
    """Return a contact's companies and schools: key, kind, and the name as they spell it."""
    person = target.person
    companies = (*((person.company,) if person.company else ()), *person.employers)
    named = [(CommonalityKind.EMPLOYER, BridgeKind.COMPANY, name) for name in companies]
    named += [(CommonalityKind.SCHOOL, BridgeKind.SCHOOL, name) for name in person.schools]
    keys = [(grounds.ground(kind, name), bridge, name) for kind, bridge, name in named]
    return [one for one in keys if one[0]][:KEYS]


def _among_the_near(
    target: History, near: Iterable[Any], shared: dict[str, set[str]]
) -> Iterator[tuple[Any, Neighbour]]:
    field = (target.person.field or "").casefold()
    keys = _keys(target)
    for row in near:
        for key, kind, name in keys:
            if key in shared[row.id]:
                yield row, _neighbour(row, kind, name)
        if field and (row.field or "").casefold() == field:
            yield row, _neighbour(row, BridgeKind.FIELD, row.field)


def _at_events(session: Session, account_id: str, target: History) -> Iterator[tuple[Any, Neighbour]]:
    names = {gathering.id: gathering.name for gathering in target.gatherings}
    rows = AT_THE_SAME.all(session, account_id=account_id, event_ids=list(names)) if names else []
    return ((row, _neighbour(row, BridgeKind.EVENT, names[row.event_id])) for row in rows)


def _others(session: Session, account_id: str, target: History) -> list[tuple[Any, Neighbour]]:
    """Return some of those who share a company or school, near to the owner or not."""
    return [
        (row, _neighbour(row, kind, name))
        for key, kind, name in _keys(target)
        for row in OTHERS.all(session, account_id=account_id, key=key)
    ]


def _neighbour(row: Any, kind: BridgeKind, ground: str) -> Neighbour:
    return Neighbour(row.id, row.full_name, kind, ground, row.readiness)


def _is_in_reach(row: Any, owner: Owner) -> bool:
    """Say whether somebody can be got to know: no wall stands before them, or it stands no longer."""
    seniority = Seniority(row.seniority) if row.seniority else None
    return row.readiness > 0 or not stands_high(seniority, rungs_above(seniority, owner.seniority))
