"""What the worker does for integrations."""

from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import select, update

from comity.integrations.applying import apply_event
from comity.integrations.inbox import one_at_a_time
from comity.integrations.keeping import APPLY
from comity.integrations.models import HookEvent
from comity.integrations.schemas import EventStatus
from comity.jobs import Tools, breathe, in_turn, job

FORGET_BODIES = "integrations.forget-bodies.v1"
KEPT_FOR = timedelta(days=30)
BODIES_AT_ONCE = 500


@job(APPLY)
def apply(tools: Tools, *, account_id: str, event_ids: list[str]) -> None:
    """Let follow from events what follows, once: the status of each is written with what follows from it."""
    in_turn(partial(_apply, tools, account_id), event_ids)


def _apply(tools: Tools, account_id: str, event_id: str) -> None:
    with tools.database.write() as session:
        one_at_a_time(session, account_id)
        query = select(HookEvent).filter_by(account_id=account_id, id=event_id, status=EventStatus.RECEIVED)
        event = session.scalars(query.with_for_update()).one_or_none()
        if event is not None:
            apply_event(session, event, now=tools.clock())


@job(FORGET_BODIES)
def forget_bodies(tools: Tools) -> None:
    """Forget what hooks said 30 days ago, and of whom: what became of it stays."""
    before = tools.clock() - KEPT_FOR
    old = select(HookEvent.id).where(HookEvent.body.is_not(None), HookEvent.received_at < before).limit(BODIES_AT_ONCE)
    while True:
        with tools.database.write() as session:
            found = session.scalars(old).all()
            forgotten: dict[str, Any] = {"body": None, "people": [], "subject": None}
            session.execute(update(HookEvent).where(HookEvent.id.in_(found)).values(forgotten))
        if len(found) < BODIES_AT_ONCE:
            return
        breathe()
