"""How an import of events is undone: what it created goes, what it changed is as it was, unless it was worked on."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic_core import to_jsonable_python
from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from comity.events.models import Attendee, Event, Suggestion
from comity.events.service import EventChanged, attendee_ids
from comity.imports.chunks import Entry
from comity.interactions.models import Interaction
from comity.outbox import publish

INSTANTS = frozenset({"starts_at", "ends_at"})


def undo_events(session: Session, *, account_id: str, entries: Sequence[Entry], now: datetime) -> None:
    """Undo what became of these events and lists, and note in each where it stays."""
    touched: set[str] = set()
    for entry in reversed(entries):
        if undo := entry.pop("undo_event", None):
            touched |= {*attendee_ids(session, account_id=account_id, event_id=undo["event_id"])}
            if not _undo(session, account_id, undo):
                entry |= {"code": "kept", "reason": "Somebody worked on it since, so it stays."}
    if touched:
        publish(session, EventChanged(account_id, tuple(sorted(touched)), now))


def _undo(session: Session, account_id: str, undo: Mapping[str, Any]) -> bool:
    """Undo one, and say whether nothing of it stays."""
    mine = {"account_id": account_id, "event_id": undo["event_id"]}
    session.execute(delete(Attendee).filter_by(**mine).where(Attendee.contact_id.in_(undo["contact_ids"])))
    open_ones = (Suggestion.id.in_(undo["suggestion_ids"]), Suggestion.decided.is_(None))
    session.execute(delete(Suggestion).filter_by(**mine).where(*open_ones))
    if undo["is_new"]:
        return _remove(session, account_id, undo["event_id"])
    if "before" in undo:
        _restore(session, account_id, undo)
    return True


def _remove(session: Session, account_id: str, event_id: str) -> bool:
    """Remove an event, unless it was edited, got other attendees, or is named by an interaction."""
    works = [
        select(table.event_id).where(table.account_id == account_id, table.event_id == event_id).exists()
        for table in (Attendee, Interaction)
    ]
    mine = (Event.account_id == account_id, Event.id == event_id)
    if session.scalar(select(Event.id).where(*mine, or_(Event.version > 1, *works))):
        return False
    session.execute(delete(Event).where(*mine), execution_options={"synchronize_session": False})
    return True


def _restore(session: Session, account_id: str, undo: Mapping[str, Any]) -> None:
    """Give an event back the fields that still say what the import wrote."""
    mine = (Event.account_id == account_id, Event.id == undo["event_id"])
    columns = [getattr(Event, name) for name in undo["after"]]
    row = session.execute(select(*columns).where(*mine)).one_or_none()
    if row is None:
        return
    present = to_jsonable_python(dict(row._mapping))
    unedited = [name for name, written in undo["after"].items() if _same(present[name], written)]
    values = {name: _typed(name, undo["before"][name]) for name in unedited}
    session.execute(
        update(Event).where(*mine).values(**values, version=Event.version + 1),
        execution_options={"synchronize_session": False},
    )


def _same(present: Any, written: Any) -> bool:
    return bool(present == written)


def _typed(name: str, value: Any) -> Any:
    return datetime.fromisoformat(value) if name in INSTANTS and isinstance(value, str) else value
