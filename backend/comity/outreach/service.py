"""What can be done with a message before it goes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from comity.coach.drafts.compose import Drafted, compose
from comity.coach.messages.check import check_message
from comity.coach.messages.message import Message, MessageCheck, Reader, Sender
from comity.coach.messages.readers import reader_of
from comity.coach.messages.sizes import Limits, limits_of
from comity.coach.situation import Situation, situate
from comity.coach.thresholds import DEFAULTS
from comity.contacts.service import ContactNotFound
from comity.errors import Refused
from comity.outreach import queries
from comity.outreach.drafting import DraftPlan
from comity.relationships.gathering import Gathered

NOBODY = ""


class SeveralContacts(Refused):
    """Several contacts have this name."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A check, for whom it was made, and what that reader grants."""

    check: MessageCheck
    reader: Reader
    limits: Limits


def check(session: Session, *, account_id: str, contact_id: str | None, message: Message, as_of: datetime) -> Checked:
    """Check a message to a contact, or to somebody of whom nothing is known.

    Raises ContactNotFound.
    """
    sender = queries.sender_of(session, account_id)
    reader = reader_at(session, account_id=account_id, contact_id=contact_id, as_of=as_of)
    return checked(message, sender, reader)


def checked(message: Message, sender: Sender, reader: Reader) -> Checked:
    """Check a message, all that counts being at hand."""
    has_subject = bool((message.subject or "").strip())
    limits = limits_of(message.channel, reader, DEFAULTS, has_subject=has_subject)
    return Checked(check_message(message, sender=sender, reader=reader), reader, limits)


def find_contact(session: Session, *, account_id: str, named: str) -> str:
    """Return the one contact with this full name or e-mail address.

    Raises ContactNotFound, SeveralContacts.
    """
    found = queries.contacts_named(session, account_id=account_id, named=named)
    if not found:
        raise ContactNotFound(named)
    if len(found) > 1:
        raise SeveralContacts("Give an e-mail address.")
    return found[0]


def compose_plan(plan: DraftPlan) -> Drafted:
    """Compose the draft that was planned; no database is needed any more."""
    return compose(plan.facts, plan.wish, channel=plan.channel, reader=plan.reader, myself=plan.myself)


def reader_at(session: Session, *, account_id: str, contact_id: str | None, as_of: datetime) -> Reader:
    """Return who reads a message, as things stood at `as_of`.

    Raises ContactNotFound.
    """
    others = queries.sent_to_others(session, account_id=account_id, contact_id=contact_id or NOBODY, as_of=as_of)
    if contact_id is None:
        return Reader(others=others)
    earlier = queries.sent_to_them(session, account_id=account_id, contact_id=contact_id, as_of=as_of)
    situation = situation_at(session, account_id=account_id, contact_id=contact_id, as_of=as_of)
    return reader_of(situation, earlier=earlier, others=others)


def situation_at(session: Session, *, account_id: str, contact_id: str, as_of: datetime) -> Situation:
    """Return a contact with all that stands around them.

    Raises ContactNotFound.
    """
    gathered = Gathered(session, account_id=account_id, contact_ids=[contact_id], as_of=as_of)
    if contact_id not in gathered.histories:
        raise ContactNotFound
    return situate(gathered.histories[contact_id], gathered.circumstances(contact_id), as_of=as_of)
