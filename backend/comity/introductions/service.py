"""Finds the warm ways to somebody, and what became of the introductions that were asked for."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.coach.bridges import bridges, nobody_yet
from comity.coach.commonalities import common_grounds
from comity.coach.history import LoggedIntroduction, Person
from comity.coach.introduction_log import connectors_asked
from comity.coach.introduction_wording import Sender, wording
from comity.coach.introductions import disjoint
from comity.coach.relationship import fold
from comity.coach.requests import Request, request_of
from comity.coach.situation import Situation, situate
from comity.contacts.service import ContactNotFound
from comity.introductions.told import Introductions
from comity.prepared import Prepared
from comity.relationships.gathering import Gathered

MOST_BRIDGES = 3
OWNER = Prepared(
    select(Account.full_name, Account.headline, Account.profile_url).where(Account.id == bindparam("account_id"))
)


def introductions_to(session: Session, *, account_id: str, contact_id: str, as_of: datetime) -> Introductions:
    """Return the warm ways to a contact, as the next step sees them.

    Raises ContactNotFound.
    """
    gathered = Gathered(session, account_id=account_id, contact_ids=[contact_id], as_of=as_of, leads_to=[contact_id])
    if contact_id not in gathered.histories:
        raise ContactNotFound
    s = situate(gathered.histories[contact_id], gathered.circumstances(contact_id), as_of=as_of)
    ways = disjoint(s.ways.ways, s.limits.ways_shown)
    sender, why = _sender(session, account_id), _why(s)
    later = s.ways.later[: s.limits.not_now_shown]
    near = [] if ways else bridges(s.person, s.circumstances, later={one.connector.history.person.id for one in later})
    return Introductions(
        person=s.person,
        behind_wall=s.relationship.behind_wall,
        ways=[(way, wording(sender, way, to=s.person.full_name, why=why)) for way in ways],
        not_now=later,
        bridges=near[:MOST_BRIDGES],
        advice="" if ways else (near[0].text if near else nobody_yet(s.person)),
        requests=_requests(session, gathered, s.person, as_of),
        names=gathered.introductions.names,
    )


def _sender(session: Session, account_id: str) -> Sender:
    row = OWNER.first(session, account_id=account_id)
    return Sender(row.full_name, row.headline, row.profile_url)


def _why(s: Situation) -> str:
    """Return why the owner would like to meet them: what both share, else their work."""
    shared = s.circumstances.shared or [one.name for one in common_grounds(s.person, s.circumstances.owner.background)]
    if shared:
        return f"we share {shared[0]}, and I would like to hear how {s.name} sees it"
    if s.person.company:
        return f"I would like to learn from {s.name}'s work at {s.person.company}"
    return f"I would like to learn from what {s.name} does"


def _requests(session: Session, gathered: Gathered, person: Person, as_of: datetime) -> list[Request]:
    """Return every ask for an introduction to a person, the latest first."""
    entries = gathered.introductions.asks_about(person.id, person.full_name)
    asked = [(entry, one) for entry in entries for one in connectors_asked(entry, person.id, person.full_name)]
    if not asked:
        return []
    ids = {connector_id for _, connector_id in asked}
    others = Gathered(session, account_id=gathered.account_id, contact_ids=ids, as_of=as_of, leads_to=())
    return [
        _request(others, person, entry, connector_id, as_of)
        for entry, connector_id in reversed(asked)
        if connector_id in others.histories
    ]


def _request(
    gathered: Gathered, person: Person, entry: LoggedIntroduction, connector_id: str, as_of: datetime
) -> Request:
    log = gathered.introductions
    made = [
        one.at
        for one in log.made_to(person.id)
        if one.at >= entry.at and connector_id in log.introducers(one, person.id, person.full_name)
    ]
    history = gathered.histories[connector_id]
    relationship = fold(history, owner=gathered.owner, as_of=as_of)
    return request_of(entry, history, relationship, min(made, default=None))
