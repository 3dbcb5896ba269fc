"""Finds, for contacts with whom nothing happened lately, somebody close to the owner whom they should meet."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from comity.coach.history import History, Match, Person
from comity.coach.matchmaking import Close, Matchmaker
from comity.coach.thresholds import DEFAULTS
from comity.contacts.models import Contact
from comity.prepared import Prepared, among
from comity.relationships.models import RelationshipRow
from comity.relationships.neighbours import MAY_BE_MET, OF_CONTACT
from comity.ties.models import Tie

CLOSEST = 200  # of the owner's contacts: an introduction is offered to those who are close
LOOKED_AT = 5  # matches of one contact, the best: one of them will not know them yet

WHO = (
    Contact.id,
    Contact.full_name,
    Contact.company,
    Contact.field,
    Contact.needs,
    Contact.interests,
    Contact.tags,
    Contact.title,
)
NEAR_OWNER = Prepared(
    select(*WHO)
    .join(RelationshipRow, OF_CONTACT)
    .where(
        RelationshipRow.account_id == bindparam("account_id"),
        RelationshipRow.readiness > DEFAULTS.readiness_at_rest,
        MAY_BE_MET,
    )
    .order_by(RelationshipRow.readiness.desc(), Contact.id)
    .limit(CLOSEST)
)
TIED = Prepared(
    select(Tie.from_contact_id, Tie.to_contact_id).where(
        Tie.account_id == bindparam("account_id"),
        among(Tie.from_contact_id, "contact_ids"),
        among(Tie.to_contact_id, "contact_ids"),
    )
)


def matches_for(
    session: Session,
    *,
    account_id: str,
    histories: Mapping[str, History],
    titles: Mapping[str, str | None],
    as_of: datetime,
) -> dict[str, Match]:
    """Return whom each of these contacts should meet, by id; only for those to whom a give could be due."""
    quiet = [history for history in histories.values() if _is_quiet(history, as_of)]
    if not quiet:
        return {}
    near = [_close(row) for row in NEAR_OWNER.all(session, account_id=account_id)]
    matchmaker = Matchmaker(near)
    found = {
        one.person.id: list(islice(matchmaker.matches(one.person, titles.get(one.person.id)), LOOKED_AT))
        for one in quiet
    }
    found = {contact_id: some for contact_id, some in found.items() if some}
    acquainted = _acquainted(session, account_id, found) if found else set()
    new = {
        contact_id: next((one for one in some if frozenset((contact_id, one.contact_id)) not in acquainted), None)
        for contact_id, some in found.items()
    }
    return {contact_id: one for contact_id, one in new.items() if one is not None}


def _is_quiet(history: History, as_of: datetime) -> bool:
    """Say whether nothing passed between the two for a month: before that no tie is to be kept from cooling."""
    since = as_of - timedelta(days=DEFAULTS.cooling_days)
    return bool(history.touches) and not any(since < touch.occurred_at <= as_of for touch in history.touches)


def _close(row: Any) -> Close:
    person = Person(
        row.id,
        row.full_name,
        company=row.company,
        field=row.field,
        needs=tuple(row.needs),
        interests=tuple(row.interests),
        tags=tuple(row.tags),
    )
    return Close(person, row.title)


def _acquainted(session: Session, account_id: str, found: Mapping[str, Sequence[Match]]) -> set[frozenset[str]]:
    """Return which of these pairs know each other."""
    ids = {*found, *(one.contact_id for some in found.values() for one in some)}
    rows = TIED.all(session, account_id=account_id, contact_ids=sorted(ids))
    return {frozenset(row) for row in rows}
