"""Reading promises as they stand: that one lapsed is derived from the check that brought no deed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.coach.history import Promise, Touch
from comity.coach.promises import status_of
from comity.coach.words import Direction, Kind, Party, PromiseStatus, Purpose
from comity.interactions.models import Interaction, InteractionContact
from comity.promises.schemas import PromiseOut


def promise_of(row: Any) -> Promise:
    """Return a promise as the coach knows it."""
    return Promise(
        id=row.id,
        by=Party(row.by),
        what=row.what,
        made_at=row.made_at,
        due_on=row.due_on,
        status=PromiseStatus(row.status),
        resolved_at=row.resolved_at,
    )


def as_they_stand(session: Session, *, account_id: str, rows: Iterable[Any], now: datetime) -> list[PromiseOut]:
    """Return promises with their derived status."""
    found = list(rows)
    timezone = session.scalars(select(Account.timezone).where(Account.id == account_id)).one()
    checks = _checks(session, account_id, {row.contact_id for row in found})
    shown = []
    for row in found:
        status = status_of(promise_of(row), checks[row.contact_id], now, timezone=timezone)
        shown.append(PromiseOut.model_validate(row).model_copy(update={"status": status}))
    return shown


def _checks(session: Session, account_id: str, contact_ids: Iterable[str]) -> dict[str, list[Touch]]:
    link = InteractionContact
    query = (
        select(link.contact_id, Interaction.id, Interaction.occurred_at, Interaction.kind, Interaction.direction)
        .join(link, (link.account_id == Interaction.account_id) & (link.interaction_id == Interaction.id))
        .where(
            link.account_id == account_id,
            link.contact_id.in_(contact_ids),
            Interaction.purpose == Purpose.PROMISE_CHECK,
        )
        .order_by(Interaction.occurred_at)
    )
    found: dict[str, list[Touch]] = defaultdict(list)
    for row in session.execute(query):
        found[row.contact_id].append(
            Touch(
                id=row.id,
                occurred_at=row.occurred_at,
                kind=Kind(row.kind),
                direction=Direction(row.direction),
                purpose=Purpose.PROMISE_CHECK,
            )
        )
    return found
