"""Introductions from asked to made to thanked, derived from the log (playbook §7).

The playbook has no rule of its own for the thanks after an introduction. We hold that an introduction is a conversation
which the connector began for the owner, so `meeting.next-step` covers it: thanks within 48 hours, and nothing asked,
because a favour has just been done. Any later word to the connector that asks nothing is thanks enough.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from comity.coach.history import History, Introduced, LoggedIntroduction, Person, Touch
from comity.coach.relationship import AskMade, Relationship
from comity.coach.spellings import folded
from comity.coach.words import AskOutcome, AskSize, Direction, RequestStatus


@dataclass(frozen=True, slots=True)
class Request:
    """An introduction that the owner asked a connector for, and what became of it. Undone steps are None."""

    interaction_id: str
    connector_id: str
    status: RequestStatus
    asked_at: datetime
    answered_at: datetime | None = None
    made_at: datetime | None = None
    thanked_at: datetime | None = None


def concerns(entry: LoggedIntroduction, contact_id: str, full_name: str) -> bool:
    """Say whether an entry of the log is about somebody: it says so, lists them, or else names them."""
    if entry.about_contact_id is not None:
        return entry.about_contact_id == contact_id
    return contact_id in entry.contact_ids or _names(entry.text, full_name)


def connectors_asked(entry: LoggedIntroduction, contact_id: str, full_name: str) -> list[str]:
    """Return whom an entry asks for an introduction to somebody; nobody if it is none, or about somebody else."""
    if not entry.asks or not concerns(entry, contact_id, full_name):
        return []
    return sorted(entry.contact_ids - {contact_id})


def made_to(entries: Iterable[LoggedIntroduction], contact_id: str) -> list[LoggedIntroduction]:
    """Return the introductions to somebody that were made for the owner, the oldest first.

    What the owner brings together is outbound, and no favour to the owner.
    """
    return [one for one in entries if one.made and contact_id in one.contact_ids]


def introducers(
    made: LoggedIntroduction, contact_id: str, full_name: str, entries: Sequence[LoggedIntroduction]
) -> set[str]:
    """Return who made an introduction to somebody: who was there too, else who was asked last for it."""
    there = set(made.contact_ids - {contact_id})
    if there:
        return there
    before = [one for one in entries if one.at <= made.at]
    asked = [asked for one in before if (asked := connectors_asked(one, contact_id, full_name))]
    return set(asked[-1]) if asked else set()


def asked_about(person: Person, entries: Iterable[LoggedIntroduction]) -> frozenset[str]:
    """Return the entries that ask for an introduction to somebody."""
    return frozenset(entry.id for entry in entries if connectors_asked(entry, person.id, person.full_name))


def introduced_by(
    person: Person,
    touches: Iterable[Touch],
    entries: Sequence[LoggedIntroduction],
    names: Mapping[str, str],
) -> tuple[Introduced, ...]:
    """Return to whom somebody introduced the owner.

    Where the log lists both, the introducer is who was asked for it, else whom the owner had heard of before.
    """
    found = []
    first_word = min((one.occurred_at for one in touches if one.direction is not Direction.OUTBOUND), default=None)
    for made in (entry for entry in entries if entry.made):
        for other in sorted(made.contact_ids - {person.id}):
            by = introducers(made, other, names[other], entries)
            asked = any(person.id in connectors_asked(one, other, names[other]) for one in entries)
            knew = first_word is not None and first_word < made.at
            if person.id in by and (asked or (knew and not asked_about(person, entries))):
                found.append(Introduced(made.id, made.at, names[other]))
    return tuple(found)


def thanked_at(history: History, made_at: datetime, as_of: datetime) -> datetime | None:
    """Return when the owner first said a word after a favour that asked for nothing, or spoke with them."""
    words = [
        touch.occurred_at
        for touch in history.touches
        if made_at < touch.occurred_at <= as_of
        and touch.direction is not Direction.INBOUND
        and touch.ask_size is AskSize.NONE
    ]
    return min(words, default=None)


def request_of(
    entry: LoggedIntroduction,
    history: History,
    relationship: Relationship,
    made: datetime | None,
) -> Request:
    """Return what became of an ask to one connector. made: when they introduced the owner."""
    ask = next((one for one in relationship.asks if one.touch.id == entry.id), None)
    thanks = thanked_at(history, made, relationship.as_of) if made else None
    return Request(
        interaction_id=entry.id,
        connector_id=history.person.id,
        status=_status(ask, made, thanks),
        asked_at=entry.at,
        answered_at=ask.settled_at if ask and ask.settled_at > entry.at else None,
        made_at=made,
        thanked_at=thanks,
    )


def _status(ask: AskMade | None, made: datetime | None, thanks: datetime | None) -> RequestStatus:
    if made is not None:
        return RequestStatus.MADE if thanks is None else RequestStatus.THANKED
    if ask is None or ask.is_open:
        return RequestStatus.ASKED
    if ask.outcome is AskOutcome.GRANTED:
        return RequestStatus.GRANTED
    if ask.outcome is AskOutcome.DECLINED:
        return RequestStatus.DECLINED
    answered = ask.settled_at > ask.touch.occurred_at
    return RequestStatus.ANSWERED if answered else RequestStatus.UNANSWERED


def _names(text: str, full_name: str) -> bool:
    """Say whether a folded text names somebody in full; a first name alone could be anybody's, or a word."""
    if not text:
        return False
    named = folded(full_name)
    return " " in named and f" {named} " in f" {text} "
