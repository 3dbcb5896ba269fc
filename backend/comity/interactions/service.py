"""What can be done with the log."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from comity.coach.rules.meeting import two_goals
from comity.coach.words import Kind
from comity.contacts.service import require_contacts
from comity.database import find_owned, new_id, row_exists
from comity.errors import NotFound, Refused
from comity.etags import check_match
from comity.interactions.models import Interaction, InteractionContact
from comity.interactions.schemas import InteractionIn
from comity.outbox import Effect, Happened, publish
from comity.prepared import PreparedInsert

BY_HAND = "hand"
BY_IMPORT = "import"
ADD = PreparedInsert(lambda _: insert(Interaction))
LINK = PreparedInsert(lambda _: insert(InteractionContact))


class InteractionNotFound(NotFound):
    """There is no such interaction."""


class ReferenceNotFound(NotFound):
    """The event, promise, interaction or contact that it names does not exist."""


class TooManyGoals(Refused):
    """A conversation has room for two goals."""


class OutcomeWithoutGoal(Refused):
    """There are more outcomes than goals."""


class OnlyNotesCorrect(Refused):
    """Only a note can correct the trust stage."""


@dataclass(frozen=True, slots=True)
class InteractionLogged(Happened):
    """The log of these contacts was added to, changed or shortened."""

    interaction_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Logged:
    """An interaction, with whom, and what moved because of it."""

    interaction: Interaction
    contact_ids: list[str]
    effects: list[Effect]


def log_interaction(
    session: Session, *, account_id: str, body: InteractionIn, now: datetime, source: str = BY_HAND
) -> Logged:
    """Add to the log. Order of arrival does not matter.

    Raises ContactNotFound, ReferenceNotFound, TooManyGoals, OutcomeWithoutGoal, OnlyNotesCorrect.
    """
    contact_ids = list(dict.fromkeys(body.contact_ids))
    require_contacts(session, account_id=account_id, contact_ids=contact_ids)
    values = body.model_dump(exclude={"contact_ids"}) | {"occurred_at": body.occurred_at or now}
    _check(values)
    _check_references(session, account_id, values)
    made = {"id": new_id(), "account_id": account_id, "version": 1, "created_at": now, "source": source}
    interaction = Interaction(**made, **values)
    ADD.add(session, made | values | {"external_key": None})
    _link(session, interaction, contact_ids)
    return Logged(interaction, contact_ids, _tell(session, interaction, contact_ids, now))


def get_interaction(session: Session, *, account_id: str, interaction_id: str, lock: bool = False) -> Interaction:
    """Return an interaction.

    Raises InteractionNotFound.
    """
    return find_owned(
        session, Interaction, account_id=account_id, row_id=interaction_id, missing=InteractionNotFound, lock=lock
    )


def contacts_of(session: Session, *, account_id: str, interaction_ids: Sequence[str]) -> dict[str, list[str]]:
    """Return with whom each of these happened."""
    query = select(InteractionContact.interaction_id, InteractionContact.contact_id).where(
        InteractionContact.account_id == account_id, InteractionContact.interaction_id.in_(interaction_ids)
    )
    people: dict[str, list[str]] = {interaction_id: [] for interaction_id in interaction_ids}
    for interaction_id, contact_id in session.execute(query.order_by(InteractionContact.contact_id)):
        people[interaction_id].append(contact_id)
    return people


def update_interaction(
    session: Session,
    *,
    account_id: str,
    interaction_id: str,
    values: Mapping[str, Any],
    if_match: str | None,
    now: datetime,
) -> Logged:
    """Correct the log; everything that follows from it is corrected too. What it names may be gone since.

    Raises InteractionNotFound, ContactNotFound, ReferenceNotFound, TooManyGoals, OutcomeWithoutGoal, OnlyNotesCorrect,
    Stale.
    """
    interaction = get_interaction(session, account_id=account_id, interaction_id=interaction_id, lock=True)
    check_match(if_match, interaction.version)
    before = contacts_of(session, account_id=account_id, interaction_ids=[interaction_id])[interaction_id]
    after = list(dict.fromkeys(values.get("contact_ids", before)))
    require_contacts(session, account_id=account_id, contact_ids=list(set(after) - set(before)))
    fields = {name: value for name, value in values.items() if name != "contact_ids"}
    if fields.get("occurred_at", now) is None:
        fields["occurred_at"] = now
    if "goals" in fields and "goal_outcomes" not in fields:
        fields["goal_outcomes"] = _kept_outcomes(interaction, fields["goals"])
    known = {name: getattr(interaction, name) for name in CHECKED}
    _check(known | fields)
    _check_references(session, account_id, {name: value for name, value in fields.items() if value != known.get(name)})
    for name, value in fields.items():
        setattr(interaction, name, value)
    session.flush()
    session.execute(
        delete(InteractionContact).filter_by(account_id=interaction.account_id, interaction_id=interaction.id)
    )
    _link(session, interaction, after)
    return Logged(interaction, after, _tell(session, interaction, {*before, *after}, now))


def delete_interaction(
    session: Session, *, account_id: str, interaction_id: str, if_match: str | None, now: datetime
) -> list[Effect]:
    """Take it out of the log.

    Raises InteractionNotFound, Stale.
    """
    interaction = get_interaction(session, account_id=account_id, interaction_id=interaction_id, lock=True)
    check_match(if_match, interaction.version)
    contact_ids = contacts_of(session, account_id=account_id, interaction_ids=[interaction_id])[interaction_id]
    session.delete(interaction)
    return _tell(session, interaction, contact_ids, now)


def delete_orphans_of(session: Session, *, account_id: str, contact_ids: Sequence[str]) -> None:
    """Remove the interactions in which these contacts stand alone; they are about to be erased."""
    others = select(InteractionContact.interaction_id).where(
        InteractionContact.account_id == account_id, InteractionContact.contact_id.not_in(contact_ids)
    )
    theirs = select(InteractionContact.interaction_id).where(
        InteractionContact.account_id == account_id, InteractionContact.contact_id.in_(contact_ids)
    )
    alone = Interaction.id.in_(theirs), Interaction.id.not_in(others)
    session.execute(delete(Interaction).where(Interaction.account_id == account_id, *alone))


def _kept_outcomes(interaction: Interaction, goals: Sequence[str]) -> list[str | None]:
    """Return what became of those of the new goals that were set before: an outcome goes with its goal."""
    known = dict(zip(interaction.goals, interaction.goal_outcomes or (), strict=False))
    kept = [known.get(goal) for goal in goals]
    return kept if any(kept) else []


CHECKED = ("kind", "goals", "goal_outcomes", "event_id", "promise_id", "about_contact_id", "trust_stage")
REFERENCES = (("event_id", "events"), ("promise_id", "promises"), ("about_contact_id", "contacts"))


def _check(values: Mapping[str, Any]) -> None:
    refusal = two_goals(values["goals"])
    if refusal is not None:
        raise TooManyGoals(refusal.text, pointer="/goals", rule=refusal.rule)
    if len(values["goal_outcomes"] or ()) > len(values["goals"]):
        raise OutcomeWithoutGoal(pointer="/goal_outcomes")
    if values["trust_stage"] is not None and values["kind"] != Kind.NOTE:
        raise OnlyNotesCorrect(pointer="/trust_stage")


def _check_references(session: Session, account_id: str, values: Mapping[str, Any]) -> None:
    for name, table in REFERENCES:
        row_id = values.get(name)
        if row_id is not None and not row_exists(session, table, account_id=account_id, row_id=row_id):
            raise ReferenceNotFound(pointer=f"/{name}")


def _link(session: Session, interaction: Interaction, contact_ids: Sequence[str]) -> None:
    link = {
        "account_id": interaction.account_id,
        "interaction_id": interaction.id,
        "occurred_at": interaction.occurred_at,
    }
    LINK.add(session, *(link | {"contact_id": contact_id} for contact_id in contact_ids))


def _tell(session: Session, interaction: Interaction, contact_ids: Iterable[str], now: datetime) -> list[Effect]:
    return publish(session, InteractionLogged(interaction.account_id, tuple(contact_ids), now, (interaction.id,)))
