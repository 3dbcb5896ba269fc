"""Finds who was together: at one company, in one thread, at one event. Each question has a bound, whatever the size."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import BindParameter, Integer, String, and_, bindparam, case, func, literal, select, union_all
from sqlalchemy.orm import Session

from comity.coach.acquaintances import Group, Member
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import SharedBy
from comity.commonalities.models import ContactGround
from comity.contacts.models import Contact
from comity.events.models import Attendee, Event
from comity.interactions.models import Interaction, InteractionContact
from comity.prepared import Prepared, among
from comity.relationships.models import RelationshipRow

COMPANIES = 200  # the smallest: in them two are likeliest to know each other
CROWD = 500  # of the owner's contacts at one company: more are not all ranked
NEAREST = 1_000  # contacts: of a crowd, only those among them are paired
NEAREST_FOR_ONE = 2_000  # the same where one contact is asked about, whose one company must have some among them
EVENTS = 50  # the latest
ENTRIES = 5_000  # of the log, the latest: a conversation that shows a tie seldom waits for years

ACCOUNT_ID: BindParameter[str] = bindparam("account_id")
IS_COMPANY = and_(ContactGround.ground >= "employer:", ContactGround.ground < "employer;")


def _with_members(what: Any, of_contact: Any, where: Any, name: Any) -> Any:
    """Select groups with their members, those nearest to the owner first, and how many there are."""
    nearest = (func.coalesce(RelationshipRow.readiness, 0.0).desc(), Contact.importance.desc(), Contact.id)
    return (
        select(
            what.label("what"),
            name.label("name"),
            Contact.id.label("contact_id"),
            Contact.full_name.label("full_name"),
            func.row_number().over(partition_by=what, order_by=nearest).label("place"),
            func.count().over(partition_by=what).label("size"),
        )
        .join(Contact, and_(Contact.account_id == of_contact.class_.account_id, Contact.id == of_contact))
        .outerjoin(
            RelationshipRow,
            and_(RelationshipRow.account_id == Contact.account_id, RelationshipRow.contact_id == Contact.id),
        )
        .where(Contact.account_id == ACCOUNT_ID, Contact.deleted_at.is_(None), where)
    )


def _cut(ranked: Any) -> Prepared:
    """Keep the nearest of each group, and whoever is asked about."""
    group = ranked.subquery("closed")
    kept = (group.c.place <= bindparam("members", type_=Integer)) | (group.c.contact_id == bindparam("contact_id"))
    return Prepared(select(group).where(kept, group.c.size > 1).order_by(group.c.what, group.c.place))


SMALLEST = Prepared(
    select(ContactGround.ground.label("what"), func.count().label("size"))
    .where(ContactGround.account_id == ACCOUNT_ID, IS_COMPANY, ContactGround.is_current.is_(True))
    .group_by(ContactGround.ground)
    .having(func.count() > 1)
    .order_by(func.count(), ContactGround.ground)
    .limit(COMPANIES)
)
THEIRS = Prepared(
    select(ContactGround.ground.label("what")).where(
        ContactGround.account_id == ACCOUNT_ID,
        ContactGround.contact_id == bindparam("contact_id"),
        ContactGround.is_current.is_(True),
        IS_COMPANY,
    )
)
SIZES = Prepared(
    select(ContactGround.ground.label("what"), func.count().label("size"))
    .where(
        ContactGround.account_id == ACCOUNT_ID,
        among(ContactGround.ground, "keys"),
        ContactGround.is_current.is_(True),
    )
    .group_by(ContactGround.ground)
)


def _at_companies(*those: Any) -> Prepared:
    current = and_(ContactGround.account_id == ACCOUNT_ID, ContactGround.is_current.is_(True), *those)
    return _cut(_with_members(ContactGround.ground, ContactGround.contact_id, current, Contact.company))


AT_COMPANIES = _at_companies(among(ContactGround.ground, "keys"))
NEAR = union_all(
    select(
        select(RelationshipRow.contact_id)
        .where(RelationshipRow.account_id == ACCOUNT_ID)
        .order_by(RelationshipRow.readiness.desc())
        .limit(bindparam("nearest", type_=Integer))
        .subquery("nearest")
        .c.contact_id
    ),
    select(bindparam("contact_id", type_=String)),
)
# By contact, then by company, which the empty text tells SQLite: some thousand steps, not one for each pair of the two.
IN_CROWDS = _at_companies(ContactGround.contact_id.in_(NEAR), among(ContactGround.ground + "", "keys"))
LATEST = Prepared(
    select(Event.id.label("what"))
    .where(Event.account_id == ACCOUNT_ID)
    .order_by(Event.starts_at.desc(), Event.id)
    .limit(EVENTS)
)
THEIR_EVENTS = Prepared(
    select(Attendee.event_id.label("what"))
    .where(Attendee.account_id == ACCOUNT_ID, Attendee.contact_id == bindparam("contact_id"))
    .limit(EVENTS)
)
AT_EVENTS = _cut(
    _with_members(
        Attendee.event_id,
        Attendee.contact_id,
        and_(Attendee.account_id == ACCOUNT_ID, among(Attendee.event_id, "keys")),
        select(Event.name)
        .where(Event.account_id == ACCOUNT_ID, Event.id == Attendee.event_id)
        .correlate(Attendee)
        .scalar_subquery(),
    )
)


def _latest_talks() -> Any:
    """Select who took part in the latest entries, by talk: one interaction, or one thread."""
    latest = (
        select(
            Interaction.id,
            func.coalesce(literal("t:") + Interaction.thread_id, literal("i:") + Interaction.id).label("talk"),
            func.coalesce(Interaction.subject, "").label("subject"),
        )
        .where(Interaction.account_id == ACCOUNT_ID)
        .order_by(Interaction.occurred_at.desc(), Interaction.id.desc())
        .limit(ENTRIES)
        .subquery("closed")
    )
    return (
        select(latest.c.talk, latest.c.subject, InteractionContact.contact_id)
        .join(
            InteractionContact,
            and_(InteractionContact.account_id == ACCOUNT_ID, InteractionContact.interaction_id == latest.c.id),
        )
        .subquery("talks")
    )


TALK = _latest_talks().c
IS_THERE = case((TALK.contact_id == bindparam("contact_id"), 1), else_=0)
SHARED_TALKS = Prepared(
    select(TALK.talk)
    .group_by(TALK.talk)
    .having(func.min(TALK.contact_id) < func.max(TALK.contact_id), func.max(IS_THERE) >= bindparam("least"))
)
TALKS = Prepared(select(TALK.talk, TALK.subject, TALK.contact_id).where(among(TALK.talk, "keys")))
NAMES = Prepared(
    select(Contact.id, Contact.full_name).where(
        Contact.account_id == ACCOUNT_ID, among(Contact.id, "contact_ids"), Contact.deleted_at.is_(None)
    )
)


def groups(session: Session, *, account_id: str, of: str | None) -> list[Group]:
    """Return who was together. of: only the groups with this contact."""
    events = _keys(session, account_id, of, LATEST, THEIR_EVENTS)
    return [
        *_at_work(session, account_id, of),
        *(group for _, group in _read(session, AT_EVENTS, SharedBy.EVENT, account_id, events, of)),
        *_in_talks(session, account_id, of),
    ]


def _at_work(session: Session, account_id: str, of: str | None) -> Iterator[Group]:
    """Yield who is at one company. Of a crowd those near to the owner are ranked, and all are counted."""
    if of is None:
        counted = SMALLEST.all(session, account_id=account_id)
    else:
        theirs = [row.what for row in THEIRS.all(session, account_id=account_id, contact_id=of)]
        counted = SIZES.all(session, account_id=account_id, keys=theirs)
    crowds = {row.what: row.size for row in counted if row.size > CROWD}
    few = [row.what for row in counted if row.what not in crowds]
    for query, keys in ((AT_COMPANIES, few), (IN_CROWDS, list(crowds))):
        for key, group in _read(session, query, SharedBy.COMPANY, account_id, keys, of):
            yield replace(group, size=crowds.get(key, group.size))


def _keys(session: Session, account_id: str, of: str | None, everybodys: Prepared, theirs: Prepared) -> list[str]:
    if of is None:
        return [row.what for row in everybodys.all(session, account_id=account_id)]
    return [row.what for row in theirs.all(session, account_id=account_id, contact_id=of)]


def _read(
    session: Session, query: Prepared, shared_by: SharedBy, account_id: str, keys: list[str], of: str | None
) -> Iterator[tuple[str, Group]]:
    """Yield groups by their keys."""
    if not keys:
        return
    asked = {"account_id": account_id, "keys": keys, "members": DEFAULTS.members_looked_at, "contact_id": of or ""}
    asked["nearest"] = NEAREST if of is None else NEAREST_FOR_ONE
    for key, rows in groupby(query.all(session, **asked), key=lambda row: row.what):
        members = list(rows)
        people = tuple(Member(row.contact_id, row.full_name) for row in members)
        yield key, Group(shared_by, members[0].name or "", people, members[0].size)


def _in_talks(session: Session, account_id: str, of: str | None) -> Iterator[Group]:
    """Yield who took part in one talk. Most talks are with one person: only the others are read."""
    people: dict[str, set[str]] = {}
    subjects: dict[str, str] = {}
    least = 0 if of is None else 1
    shared = [row.talk for row in SHARED_TALKS.all(session, account_id=account_id, contact_id=of or "", least=least)]
    for row in TALKS.all(session, account_id=account_id, keys=shared) if shared else ():
        people.setdefault(row.talk, set()).add(row.contact_id)
        subjects[row.talk] = subjects.get(row.talk) or row.subject
    names = _names(session, account_id, {one for who in people.values() for one in who})
    for talk, who in people.items():
        members = [Member(one, names[one]) for one in sorted(who, key=lambda one: (one != of, one)) if one in names]
        if len(members) > 1:
            yield Group(SharedBy.THREAD, subjects[talk], tuple(members), len(members))


def _names(session: Session, account_id: str, contact_ids: Iterable[str]) -> dict[str, str]:
    ids = list(contact_ids)
    rows = NAMES.all(session, account_id=account_id, contact_ids=ids) if ids else []
    return {row.id: row.full_name for row in rows}
