"""What follows from an event: an interaction is logged, changed or taken out, with those who are known.

Events of one thing (a booking) share one interaction, whatever the order in which they arrive: what was said last
counts. Who is not known waits in the inbox, and the event with them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.contacts.folding import fold
from comity.errors import ComityError
from comity.integrations.matching import Match, match
from comity.integrations.models import HookEvent, Integration
from comity.integrations.providers import PROVIDERS
from comity.integrations.receiving import MALFORMED, payload_of
from comity.integrations.schemas import EventStatus
from comity.integrations.told import Malformed, Nothing, Person, Told
from comity.interactions.models import Interaction
from comity.interactions.schemas import InteractionIn
from comity.interactions.service import (
    InteractionNotFound,
    Logged,
    contacts_of,
    delete_interaction,
    get_interaction,
    log_interaction,
    update_interaction,
)

UNDECIDED = (EventStatus.RECEIVED, EventStatus.REJECTED)


class Settled(Exception):
    """An event comes to an end in which nothing is logged."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code, self.reason = code, reason


SUPERSEDED = Settled("superseded", "Something newer was told about the same.")
TAKEN_OUT = Settled("taken-out", "You took it out of the log.")


@dataclass(frozen=True, slots=True)
class Someone:
    """Somebody who took part, and who they are. decided: the owner said so."""

    person: Person
    found: Match
    decided: bool = False


def apply_event(session: Session, event: HookEvent, *, now: datetime) -> None:
    """Let follow from an event what follows. What goes wrong is told in the inbox."""
    integration = session.get_one(Integration, event.integration_id)
    own = own_addresses(session, integration)
    event.code, event.reason = "", ""
    try:
        told = PROVIDERS[integration.kind].read(payload_of(event), own)
        with session.begin_nested():
            try:
                _take(session, integration, event, told, own, now)
            except Settled as settled:
                _settle(event, EventStatus.IGNORED, settled.code, settled.reason)
    except Malformed as error:
        _settle(event, EventStatus.REJECTED, MALFORMED, str(error))
    except ComityError as error:
        _settle(event, EventStatus.REJECTED, error.slug(), f"{error.title()} {error.detail}".strip())
    session.flush()


def own_addresses(session: Session, integration: Integration) -> frozenset[str]:
    """Return under which addresses the owner appears there, folded, and as they were written."""
    account = session.get_one(Account, integration.account_id)
    written = [account.email, *integration.own_addresses]
    return frozenset((*written, *map(fold, written)))


def _settle(event: HookEvent, status: EventStatus, code: str = "", reason: str = "") -> None:
    event.status, event.code, event.reason = status, code, reason


def _take(
    session: Session,
    integration: Integration,
    event: HookEvent,
    told: Told | Nothing,
    own: frozenset[str],
    now: datetime,
) -> None:
    if isinstance(told, Nothing):
        raise Settled("nothing", told.reason)
    said_at = told.said_at or event.received_at
    event.about, event.replaces, event.said_at = told.about, told.replaces, said_at
    others = _others(session, event)
    if not told.adds:
        _supersede(event, others, said_at)
    if told.interaction is None:
        _take_out(session, event, others, now)
        return
    event.kind, event.direction = told.interaction.kind, told.interaction.direction
    event.occurred_at = told.interaction.occurred_at or event.received_at
    event.subject = told.interaction.subject
    someone = _recognise(session, event, told.people, own)
    contact_ids = [one.found.contact_id for one in someone if one.found.contact_id]
    if contact_ids:
        event.interaction_id = _write(session, integration, event, told, others, contact_ids, now).interaction.id
    unknown = len(contact_ids) < len(someone)
    _settle(event, EventStatus.UNMATCHED if unknown else EventStatus.APPLIED)


def _others(session: Session, event: HookEvent) -> Sequence[HookEvent]:
    """Return the other events of the same thing, in the order in which they were said."""
    if event.about is None:
        return []
    names = [event.about, *filter(None, [event.replaces])]
    query = select(HookEvent).where(
        HookEvent.integration_id == event.integration_id,
        or_(HookEvent.about.in_(names), HookEvent.replaces == event.about),
        HookEvent.id != event.id,
        HookEvent.status.not_in(UNDECIDED),
    )
    return session.scalars(query.order_by(HookEvent.said_at, HookEvent.id)).all()


def _supersede(event: HookEvent, others: Iterable[HookEvent], said_at: datetime) -> None:
    """Let what was said last count.

    Raises Settled where that is another event.
    """
    for other in others:
        if other.replaces == event.about or (other.about == event.about and (other.said_at or said_at) > said_at):
            raise SUPERSEDED
    for other in others:
        if other.status == EventStatus.UNMATCHED:
            _settle(other, EventStatus.IGNORED, SUPERSEDED.code, SUPERSEDED.reason)


def _standing(event: HookEvent, others: Sequence[HookEvent]) -> str | None:
    """Return the interaction in which the thing stands already."""
    known = [event.interaction_id, *(other.interaction_id for other in reversed(others))]
    return next(filter(None, known), None)


def _take_out(session: Session, event: HookEvent, others: Sequence[HookEvent], now: datetime) -> None:
    interaction_id = _standing(event, others)
    interaction = session.get(Interaction, interaction_id) if interaction_id else None
    if interaction is None:
        raise Settled("nothing", "Nothing about it stands in the log.")
    if interaction.assessed or interaction.signals:
        raise Settled("took-place", "You noted how it went, so it took place.")
    delete_interaction(session, account_id=event.account_id, interaction_id=interaction.id, if_match=None, now=now)
    event.kind, event.direction, event.subject = interaction.kind, interaction.direction, interaction.subject
    event.occurred_at = interaction.occurred_at
    _settle(event, EventStatus.APPLIED, "removed", "It was taken out of the log.")


def _recognise(session: Session, event: HookEvent, people: Iterable[Person], own: frozenset[str]) -> Sequence[Someone]:
    """Say who took part, the owner apart.

    Raises Settled where nobody is left.
    """
    others = [
        one for one in dict.fromkeys(people) if not own.intersection({fold(one.email), one.phone, one.handle} - {""})
    ]
    if not others:
        raise Settled("nobody", "Nobody but you takes part in it.")
    said = {_person(one): one["contact_id"] for one in event.people if one["decided"]}
    found = match(session, account_id=event.account_id, people=others)
    someone = [
        Someone(person, Match(said[person]), decided=True) if person in said else Someone(person, seen)
        for person, seen in zip(others, found, strict=True)
    ]
    someone = [one for one in someone if not one.found.erased]
    event.people = [_kept(one) for one in someone]
    if not someone:
        event.body = None
        raise Settled("erased", "It is with somebody whom you erased.")
    return someone


def _person(kept: dict[str, Any]) -> Person:
    return Person(**{name: kept[name] for name in Person.__slots__})


def _kept(one: Someone) -> dict[str, Any]:
    likely = [found._asdict() for found in one.found.likely]
    return asdict(one.person) | {"contact_id": one.found.contact_id, "likely": likely, "decided": one.decided}


def _write(
    session: Session,
    integration: Integration,
    event: HookEvent,
    told: Told,
    others: Sequence[HookEvent],
    contact_ids: list[str],
    now: datetime,
) -> Logged:
    """Log it, or change what stands in the log already. Raises Settled where the owner took that out."""
    assert told.interaction is not None  # noqa: S101
    standing = _standing(event, others)
    if standing is not None:
        try:
            present = get_interaction(session, account_id=event.account_id, interaction_id=standing, lock=True)
        except InteractionNotFound:
            if not event.runs:
                raise TAKEN_OUT from None
        else:
            return _change(session, present, told, contact_ids, now)
    body = told.interaction.model_copy(update={"contact_ids": contact_ids, "occurred_at": event.occurred_at})
    source = f"{integration.kind}:{integration.id}"
    return log_interaction(session, account_id=event.account_id, body=body, now=now, source=source)


def _change(session: Session, present: Interaction, told: Told, contact_ids: list[str], now: datetime) -> Logged:
    assert told.interaction is not None  # noqa: S101
    with_whom = contacts_of(session, account_id=present.account_id, interaction_ids=[present.id])[present.id]
    values = _added(present, told.interaction) if told.adds else _said(told.interaction)
    return update_interaction(
        session,
        account_id=present.account_id,
        interaction_id=present.id,
        values=values | {"contact_ids": [*with_whom, *contact_ids]},
        if_match=None,
        now=now,
    )


def _said(interaction: InteractionIn) -> dict[str, Any]:
    return {name: getattr(interaction, name) for name in interaction.model_fields_set}


def _added(present: Interaction, interaction: InteractionIn) -> dict[str, Any]:
    """Return the whole of several parts: from the first to the last."""
    return {
        "occurred_at": min(present.occurred_at, interaction.occurred_at or present.occurred_at),
        "duration_minutes": max(
            filter(None, [present.duration_minutes, interaction.duration_minutes]), default=present.duration_minutes
        ),
    }
