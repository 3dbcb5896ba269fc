"""Gathers what a draft needs, in a few queries; what is done with it needs no database."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from comity.coach.drafts.allowed import ask_of, goes_at
from comity.coach.drafts.facts import Facts, Myself, facts_of
from comity.coach.drafts.intents import Wish
from comity.coach.drafts.targets import target_of
from comity.coach.messages.message import Reader
from comity.coach.messages.readers import reader_of
from comity.coach.rules import channel as channels
from comity.coach.situation import Situation, situate
from comity.coach.words import AskSize, Channel, Intent
from comity.commonalities.service import in_common
from comity.contacts.service import ContactNotFound
from comity.errors import Refused
from comity.outreach import queries
from comity.relationships.gathering import Gathered


class NoConnector(Refused):
    """Nobody is known who could introduce you: say through whom."""


class NotToBeContacted(Refused):
    """Nothing is ever drafted for somebody who is not to be contacted."""


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """All that a draft is made of. goes_at: when it may go; the checks look at that moment."""

    facts: Facts
    wish: Wish
    channel: Channel
    reader: Reader
    myself: Myself
    goes_at: datetime


def plan(
    session: Session,
    *,
    account_id: str,
    contact_id: str,
    intent: Intent,
    ask_size: AskSize | None,
    channel: Channel | None,
    via_contact_id: str | None,
    as_of: datetime,
) -> DraftPlan:
    """Gather what a draft needs. A request for an introduction goes to the connector, all others to the contact.

    Raises ContactNotFound, NoConnector, NotToBeContacted.
    """
    gathered = _gathered(session, account_id, contact_id, via_contact_id, as_of)
    contact = _situation(gathered, contact_id, as_of)
    reader_id = _connector_id(contact, via_contact_id) if intent is Intent.REQUEST_INTRODUCTION else contact_id
    if reader_id not in gathered.histories:
        gathered = _gathered(session, account_id, contact_id, reader_id, as_of)
    s = _situation(gathered, reader_id, goes_at(_situation(gathered, reader_id, as_of)))
    if s.person.do_not_contact or contact.person.do_not_contact:
        raise NotToBeContacted(pointer="/contact_id", rule="contact.do-not")
    myself = queries.myself_of(session, account_id)
    known = _facts(session, account_id, gathered, contact if reader_id == contact_id else s)
    target = target_of(_facts(session, account_id, gathered, contact), myself) if reader_id != contact_id else None
    reader = reader_of(
        s,
        earlier=queries.sent_to_them(session, account_id=account_id, contact_id=reader_id, as_of=as_of),
        others=queries.sent_to_others(session, account_id=account_id, contact_id=reader_id, as_of=as_of),
    )
    wish = Wish(intent, ask_of(s, intent, ask_size), target)
    way = channel or channels.where_they_answer(s.history, as_of)
    return DraftPlan(known, wish, way, reader, myself, s.as_of)


def _gathered(session: Session, account_id: str, contact_id: str, other: str | None, as_of: datetime) -> Gathered:
    contact_ids = [contact_id, other] if other else [contact_id]
    gathered = Gathered(session, account_id=account_id, contact_ids=contact_ids, as_of=as_of, leads_to=[contact_id])
    if any(one not in gathered.histories for one in contact_ids):
        raise ContactNotFound
    return gathered


def _situation(gathered: Gathered, contact_id: str, as_of: datetime) -> Situation:
    return situate(gathered.histories[contact_id], gathered.circumstances(contact_id), as_of=as_of)


def _connector_id(contact: Situation, via_contact_id: str | None) -> str:
    """Return through whom: whom the owner names, else the best connector, else whoever knows them at all."""
    if via_contact_id is not None:
        return via_contact_id
    if contact.way is not None:
        return contact.way.via.contact_id
    known = sorted(contact.circumstances.connectors, key=lambda one: -one.tie_strength)
    if not known:
        raise NoConnector(pointer="/via_contact_id")
    return known[0].history.person.id


def _facts(session: Session, account_id: str, gathered: Gathered, s: Situation) -> Facts:
    found = in_common(session, account_id=account_id, contact_id=s.person.id, as_of=s.as_of)
    subjects = queries.subjects_of(session, account_id=account_id, contact_id=s.person.id, as_of=s.as_of)
    return facts_of(s, title=gathered.titles[s.person.id], grounds=found.items, subjects=subjects)
