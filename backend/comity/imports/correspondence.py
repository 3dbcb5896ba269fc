"""Taking messages over: with whom each was, and whether it stands in the log already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.coach.words import AskSize, Channel, Kind
from comity.contacts.folding import fold
from comity.contacts.models import Contact
from comity.database import new_id
from comity.imports.bulk import insert_many
from comity.imports.known import Gone, Known, Someone, known_of, people_by_id
from comity.imports.people import Verdict, Writes, take_over
from comity.imports.records import FoundMessage, FoundPerson, Outcome, Participant
from comity.interactions.models import Interaction
from comity.interactions.service import BY_IMPORT

UNSAID: dict[str, Any] = {
    "version": 1,
    "kind": Kind.MESSAGE,
    "channel": Channel.LINKEDIN,
    "source": BY_IMPORT,
    "duration_minutes": None,
    "summary": None,
    "signals": [],
    "assessed": False,
    "ask_size": AskSize.NONE,
    "ask_outcome": None,
    "gave": None,
    "received": None,
    "purpose": None,
    "goals": [],
    "event_id": None,
    "promise_id": None,
    "trust_stage": None,
}


@dataclass
class Logged:
    """What a chunk adds to the log, and which messages stand in it already."""

    present: set[str]
    interactions: list[dict[str, Any]] = field(default_factory=list)
    contacts: list[dict[str, Any]] = field(default_factory=list)

    def touched(self) -> list[str]:
        """With whom there is something new in the log."""
        return list({row["contact_id"]: None for row in self.contacts})


@dataclass(frozen=True)
class Delivered:
    """What becomes of one message, and of those with whom it was."""

    outcome: Outcome
    interaction_id: str | None = None
    contact_ids: Sequence[str] = ()
    verdicts: Sequence[Verdict] = ()
    code: str = ""
    reason: str = ""


def external_key(message: FoundMessage) -> str:
    """The message's name in the log, where it can stand once."""
    return f"linkedin:{message.key}"


def present_of(session: Session, account_id: str, messages: Iterable[FoundMessage]) -> set[str]:
    """Which of these messages stand in the log."""
    keys = {external_key(message) for message in messages}
    mine = (Interaction.account_id == account_id, Interaction.external_key.in_(keys))
    return set(filter(None, session.scalars(select(Interaction.external_key).where(*mine))))


def known_correspondents(session: Session, account_id: str, gone: Gone, people: Iterable[Someone]) -> Known:
    """Whom the account knows of those who took part: by profile, else by a name that only one contact has."""
    known = known_of(session, account_id, gone, people)
    names = {fold(someone.person.full_name) for someone in people}
    mine = (Contact.account_id == account_id, Contact.deleted_at.is_(None), Contact.sort_name.in_(names))
    by_name: dict[str, list[str]] = {}
    for row in session.execute(select(Contact.sort_name, Contact.id).where(*mine)):
        by_name.setdefault(row.sort_name, []).append(row.id)
    unique = {name: contact_ids[0] for name, contact_ids in by_name.items() if len(contact_ids) == 1}
    known.people |= people_by_id(session, account_id, unique.values())
    for name, contact_id in unique.items():
        known.ids.setdefault(f"name:{name}|", contact_id)
    return known


def participants_of(messages: Iterable[FoundMessage]) -> dict[Participant, Someone]:
    """Everybody with a name who took part, each once, as a person to be taken over."""
    return {
        participant: Someone(FoundPerson(0, participant.name, profile_url=participant.profile_url or None))
        for message in messages
        for participant in message.people
        if participant.name
    }


def take_over_message(
    message: FoundMessage, participants: Mapping[Participant, Someone], logged: Logged, known: Known, writes: Writes
) -> Delivered:
    """Decide what becomes of a message, and gather what is to be written for it."""
    key = external_key(message)
    if key in logged.present:
        return Delivered(Outcome.SKIPPED, code="unchanged", reason="It stands in the log already.")
    logged.present.add(key)
    verdicts = [take_over(participants[person], known, writes) for person in message.people if person in participants]
    contact_ids = list(dict.fromkeys(verdict.contact_id for verdict in verdicts if verdict.contact_id))
    if not contact_ids:
        return Delivered(Outcome.SKIPPED, code="deleted", reason="It is with nobody but people whom you deleted.")
    interaction_id = new_id()
    logged.interactions.append(_interaction(message, interaction_id, key, writes))
    logged.contacts += [
        {
            "account_id": writes.account_id,
            "interaction_id": interaction_id,
            "contact_id": contact_id,
            "occurred_at": message.sent_at,
        }
        for contact_id in contact_ids
    ]
    return Delivered(Outcome.CREATED, interaction_id, contact_ids, verdicts)


def _interaction(message: FoundMessage, interaction_id: str, key: str, writes: Writes) -> dict[str, Any]:
    return UNSAID | {
        "id": interaction_id,
        "account_id": writes.account_id,
        "created_at": writes.now,
        "occurred_at": message.sent_at,
        "direction": message.direction,
        "subject": message.subject or None,
        "body": message.body or None,
        "expects_reply": False if message.in_group else None,
        "thread_id": message.thread,
        "external_key": key,
    }


def write_messages(session: Session, logged: Logged) -> None:
    """Write what was gathered."""
    insert_many(session, "interactions", logged.interactions)
    insert_many(session, "interaction_contacts", logged.contacts)
