"""Keeps the follow-ups that the coach plans in step with the log, in the transaction that folds it anew."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from comity.coach.history import History, Touch
from comity.coach.scheduling import Plan, plans
from comity.coach.situation import Situation
from comity.coach.touches import PLANNABLE
from comity.coach.welcome import Both, asks_for, moved_most, welcome
from comity.coach.words import Action, Kind, PromiseStatus
from comity.database import new_id
from comity.follow_ups.models import FollowUp
from comity.follow_ups.moving import FULFILS_AHEAD, move_row
from comity.follow_ups.schemas import FollowUpStatus
from comity.outbox import Effect
from comity.prepared import PreparedInsert
from comity.relationships.gathering import Gathered

TABLE: Any = FollowUp.__table__
SAME = ("account_id", "contact_id", "cause", "action")
LASTING = frozenset({"id", "created_at", "version", "fired_for", *SAME})


def _upsert(dialect: str) -> Any:
    """Write a plan; one that was closed before opens again."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = insert(TABLE)
    values = {column.name: statement.excluded[column.name] for column in TABLE.columns if column.name not in LASTING}
    return statement.on_conflict_do_update(index_elements=SAME, set_=values | {"version": TABLE.c.version + 1})


KEEP = PreparedInsert(_upsert)


def keep(session: Session, gathered: Gathered, situations: Mapping[str, Situation], now: datetime) -> list[Effect]:
    """Write what the coach plans for these contacts where it is no longer as it stands, and say what moved."""
    changes = [
        change
        for contact_id, situation in situations.items()
        for change in _changes(gathered, contact_id, situation, now)
    ]
    if changes:
        KEEP.add(session, *(row for row, _ in changes))
    return [effect for _, effect in changes]


def _changes(
    gathered: Gathered, contact_id: str, s: Situation, now: datetime
) -> Iterator[tuple[dict[str, Any], Effect]]:
    planned = [row for row in gathered.follow_ups.get(contact_id, ()) if row.cause is not None]
    stands = {(row.cause, row.action): row for row in planned}
    for plan in plans(s):
        row = stands.pop((plan.cause, plan.action.value), None)
        if row is None or not (row.is_moved_by_owner or _is(row, plan)):
            yield _placed(gathered, contact_id, plan, row, now)
    for row in stands.values():
        if row.status == FollowUpStatus.OPEN:
            yield _closed(row, s.history, now)


def _is(row: Any, plan: Plan) -> bool:
    """Say whether a plan stands as it is. How its moment was moved is not looked at again: that follows from both."""
    return bool(row.wanted_at == plan.at and row.ask_size == plan.ask_size and row.origin == plan.rule)


def _placed(gathered: Gathered, contact_id: str, plan: Plan, row: Any, now: datetime) -> tuple[dict[str, Any], Effect]:
    history = gathered.histories[contact_id]
    both = Both(history, gathered.calendar(history.person), gathered.owner)
    due_at, moves = welcome(plan.at, both, asks=asks_for(plan.action, plan.ask_size))
    values = {
        "id": row.id if row else new_id(),
        "account_id": gathered.account_id,
        "contact_id": contact_id,
        "version": 1,
        "created_at": now,
        "due_at": due_at,
        "wanted_at": plan.at,
        "moved_by": moved_most(moves),
        "moves": [move_row(move) for move in moves],
        "understood": None,
        "action": plan.action.value,
        "ask_size": plan.ask_size.value,
        "note": "",
        "status": FollowUpStatus.OPEN.value,
        "origin": plan.rule,
        "recurrence": None,
        "series_id": None,
        "occurrence": 1,
        "rhythm_at": None,
        "fulfils_from": due_at - FULFILS_AHEAD,
        "counts_from": None,
        "closed_at": None,
        "closed_by_interaction_id": None,
        "cause": plan.cause,
        "is_moved_by_owner": False,
        "fired_for": None,
    }
    if row is None:
        text = f"{_said(plan.action)}: planned for {_day(due_at)}."
        return values, Effect("follow_up", contact_id, text, None, FollowUpStatus.OPEN)
    text = f"{_said(plan.action)}: moves from {_day(row.due_at)} to {_day(due_at)}."
    return values, Effect("follow_up", contact_id, text, row.due_at.isoformat(), due_at.isoformat())


def _closed(row: Any, history: History, now: datetime) -> tuple[dict[str, Any], Effect]:
    """Close a plan that is no longer one: its touch was made, the word it waited for came, or the cause is gone."""
    by = _done_by(history, row.cause, now)
    is_kept = any(one.id == row.cause and one.status is PromiseStatus.KEPT for one in history.promises)
    status = FollowUpStatus.DONE if by or is_kept else FollowUpStatus.SKIPPED
    closing = {"status": status.value, "closed_at": now, "closed_by_interaction_id": by.id if by else None}
    said = "is done" if status is FollowUpStatus.DONE else "is no longer needed"
    text = f"{_said(Action(row.action))}: the follow-up of {_day(row.due_at)} {said}."
    return row._asdict() | closing, Effect("follow_up", row.contact_id, text, row.status, status)


def _done_by(history: History, cause: str, now: datetime) -> Touch | None:
    """Return the first touch, word of theirs or planned conversation that came after a cause; None without one."""
    began = (
        {touch.id: touch.occurred_at for touch in history.touches}
        | {promise.id: promise.made_at for promise in history.promises}
        | {gathering.id: gathering.ends_at for gathering in history.gatherings}
    )
    if cause not in began:
        return None
    later = [
        touch
        for touch in history.touches
        if touch.kind is not Kind.NOTE
        and touch.occurred_at > began[cause]
        and (touch.occurred_at <= now or touch.kind in PLANNABLE)
    ]
    return min(later, key=lambda touch: (touch.occurred_at, touch.id), default=None)


def _said(action: Action) -> str:
    return action.value.replace("_", " ").capitalize()


def _day(moment: datetime) -> str:
    return f"{moment:%-d %B %Y}"
