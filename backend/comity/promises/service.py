"""What can be done with promises."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from comity.coach.words import PromiseStatus, Purpose
from comity.contacts.service import require_contacts
from comity.database import find_owned, new_id, row_exists
from comity.errors import NotFound, Refused
from comity.etags import check_match
from comity.interactions.models import Interaction
from comity.interactions.service import InteractionLogged, ReferenceNotFound
from comity.outbox import Effect, Happened, publish
from comity.prepared import Prepared, among
from comity.promises.models import Promise
from comity.promises.schemas import PromiseIn

SETTLED_BY_LOG = Prepared(
    select(Promise.id).where(
        Promise.account_id == bindparam("account_id"),
        among(Promise.contact_id, "contact_ids"),
        (Promise.status == PromiseStatus.OPEN) | Promise.resolved_by_interaction_id.is_not(None),
    )
)


class PromiseNotFound(NotFound):
    """There is no such promise."""


class ResolvedBeforeMade(Refused):
    """A promise cannot be resolved before it was made."""


class PromiseChanged(Happened):
    """A promise was made, resolved, changed or forgotten."""


@dataclass(frozen=True, slots=True)
class PromiseLapsed(Happened):
    """The clock ended the hope that a contact keeps this promise."""

    promise_id: str


def create_promise(session: Session, *, account_id: str, body: PromiseIn, now: datetime) -> Promise:
    """Note who said they would do what.

    Raises ContactNotFound, ReferenceNotFound, ResolvedBeforeMade.
    """
    require_contacts(session, account_id=account_id, contact_ids=[body.contact_id])
    _require_interaction(session, account_id, body.interaction_id)
    values = body.model_dump() | {"made_at": body.made_at or now}
    promise = Promise(id=new_id(), account_id=account_id, **_resolved(values, now))
    session.add(promise)
    _tell(session, promise, now)
    return promise


def get_promise(session: Session, *, account_id: str, promise_id: str, lock: bool = False) -> Promise:
    """Return a promise.

    Raises PromiseNotFound.
    """
    return find_owned(session, Promise, account_id=account_id, row_id=promise_id, missing=PromiseNotFound, lock=lock)


def update_promise(
    session: Session,
    *,
    account_id: str,
    promise_id: str,
    values: Mapping[str, Any],
    if_match: str | None,
    now: datetime,
) -> Promise:
    """Change a promise; a new status is dated now unless a date is given.

    Raises PromiseNotFound, ContactNotFound, ReferenceNotFound, ResolvedBeforeMade, Stale.
    """
    promise = get_promise(session, account_id=account_id, promise_id=promise_id, lock=True)
    check_match(if_match, promise.version)
    if values.get("contact_id", promise.contact_id) != promise.contact_id:
        require_contacts(session, account_id=account_id, contact_ids=[values["contact_id"]])
    if values.get("interaction_id") != promise.interaction_id:
        _require_interaction(session, account_id, values.get("interaction_id"))
    known = {name: getattr(promise, name) for name in PromiseIn.model_fields}
    if values.get("status", promise.status) != promise.status:
        known["resolved_at"] = None
    for name, value in _resolved({**known, **values}, now).items():
        setattr(promise, name, value)
    _tell(session, promise, now)
    return promise


def tell_lapse(
    session: Session, *, account_id: str, contact_id: str, promise_id: str, lapsed_at: datetime, now: datetime
) -> None:
    """Say that a promise has lapsed, unless this lapse was told of before."""
    told = (
        update(Promise)
        .where(Promise.account_id == account_id, Promise.id == promise_id)
        .where(Promise.lapse_told_for.is_distinct_from(lapsed_at))
        .values(lapse_told_for=lapsed_at)
        .returning(Promise.id)
        .execution_options(synchronize_session=False)
    )
    if session.scalars(told).first() is not None:
        publish(session, PromiseLapsed(account_id, (contact_id,), now, promise_id))


def delete_promise(session: Session, *, account_id: str, promise_id: str, if_match: str | None, now: datetime) -> None:
    """Forget a promise.

    Raises PromiseNotFound, Stale.
    """
    promise = get_promise(session, account_id=account_id, promise_id=promise_id, lock=True)
    check_match(if_match, promise.version)
    session.delete(promise)
    _tell(session, promise, now)


def settle_with_log(session: Session, happened: InteractionLogged) -> list[Effect]:
    """React to the log: an interaction that delivers a promise keeps it; without it the promise is open again."""
    account_id, contact_ids = happened.account_id, list(happened.contact_ids)
    for found in SETTLED_BY_LOG.all(session, account_id=account_id, contact_ids=contact_ids):
        _settle(session, get_promise(session, account_id=account_id, promise_id=found.id))
    session.flush()
    return []


def _settle(session: Session, promise: Promise) -> None:
    query = select(Interaction.id, Interaction.occurred_at).filter_by(
        account_id=promise.account_id, promise_id=promise.id, purpose=Purpose.PROMISE_DELIVERY
    )
    delivery = session.execute(query.order_by(Interaction.occurred_at)).first()
    promise.resolved_by_interaction_id = delivery.id if delivery else None
    promise.resolved_at = delivery.occurred_at if delivery else None
    promise.status = PromiseStatus.KEPT if delivery else PromiseStatus.OPEN


def _resolved(values: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Date the resolution: an open promise has none, a resolved one was resolved now unless a date is given."""
    resolved_at = (
        None if values["status"] == PromiseStatus.OPEN else values["resolved_at"] or max(now, values["made_at"])
    )
    if resolved_at is not None and resolved_at < values["made_at"]:
        raise ResolvedBeforeMade(pointer="/resolved_at")
    return values | {"made_at": values["made_at"] or now, "resolved_at": resolved_at}


def _require_interaction(session: Session, account_id: str, interaction_id: str | None) -> None:
    if interaction_id is not None and not row_exists(
        session, Interaction.__tablename__, account_id=account_id, row_id=interaction_id
    ):
        raise ReferenceNotFound(pointer="/interaction_id")


def _tell(session: Session, promise: Promise, now: datetime) -> None:
    publish(session, PromiseChanged(promise.account_id, (promise.contact_id,), now))
