"""Keeping events: those that arrive together in one transaction, each once, with one job for those of an account.

Nothing is answered before it is on disk, and a commit costs the same for one event as for thirty (ADR 22).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.orm import Session

from comity.database import Database
from comity.errors import Conflict, Refused
from comity.integrations.models import HookEvent
from comity.integrations.schemas import EventStatus
from comity.jobs import enqueue
from comity.prepared import Prepared, PreparedInsert

APPLY = "integrations.apply.v2"
KEPT = Prepared(
    select(HookEvent.id, HookEvent.digest, HookEvent.status).where(
        HookEvent.integration_id == bindparam("integration_id"), HookEvent.replay_key == bindparam("replay_key")
    )
)

Row = dict[str, Any]


def _insert(dialect: str) -> Any:
    statement = postgresql.insert(HookEvent) if dialect == "postgresql" else sqlite.insert(HookEvent)
    return statement.on_conflict_do_nothing(index_elements=["integration_id", "replay_key"])


KEEP = PreparedInsert(_insert)


class HookMalformed(Refused):
    """The event cannot be understood; it is kept in the inbox with the reason."""


class EventIdReused(Conflict):
    """Another event came under this id before; both are in the inbox."""


class Receipt(NamedTuple):
    """What is answered."""

    status: int
    body: dict[str, Any]


def keep(database: Database, rows: Sequence[Row]) -> list[Receipt | Exception]:
    """Keep events in one transaction, and where one of them spoils that, each in its own.

    rows: of `hook_events`, as they are where they are new. Returns what is answered for each, in their order, or
    HookMalformed, EventIdReused, or what the database has against it.
    """
    if not rows:
        return []
    try:
        with database.write() as session:
            return _keep_all(session, rows)
    except Exception as error:
        if len(rows) == 1 or isinstance(error, OperationalError | NoConnection):
            return [error] * len(rows)
        return [outcome for row in rows for outcome in keep(database, [row])]


def _keep_all(session: Session, rows: Sequence[Row]) -> list[Receipt | Exception]:
    """Keep them in the order of their names: two transactions that keep the same ones must not wait for each other."""
    outcomes: dict[str, Receipt | Exception] = {}
    for row in sorted(rows, key=lambda row: (row["integration_id"], row["replay_key"])):
        outcomes[row["id"]] = _keep(session, row)
    _have_new_applied(session, [row for row in rows if _is_new(outcomes[row["id"]])])
    return [outcomes[row["id"]] for row in rows]


def _keep(session: Session, row: Row) -> Receipt | Exception:
    """Keep it unless it is here already. Another event under the same name is kept too, with the reason."""
    KEEP.add(session, row)
    kept = KEPT.first(session, integration_id=row["integration_id"], replay_key=row["replay_key"])
    if kept.id != row["id"] and kept.digest != row["digest"]:
        reused = {"status": EventStatus.REJECTED, "code": EventIdReused.slug(), "reason": EventIdReused.title()}
        KEEP.add(session, row | reused | {"replay_key": f"{row['replay_key']} {row['digest']}"})
        return EventIdReused()
    if row["status"] == EventStatus.REJECTED:
        return HookMalformed(row["reason"])
    is_duplicate = kept.id != row["id"]
    answer = {"id": kept.id, "status": kept.status, "duplicate": is_duplicate}
    return Receipt(200 if is_duplicate else 202, answer)


def _is_new(outcome: Receipt | Exception) -> bool:
    return isinstance(outcome, Receipt) and outcome.status == 202


def _have_new_applied(session: Session, rows: Iterable[Row]) -> None:
    received: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["status"] == EventStatus.RECEIVED:
            received[row["account_id"]].append(row["id"])
    for account_id, event_ids in received.items():
        have_applied(session, account_id=account_id, event_ids=event_ids, run=0)


def have_applied(session: Session, *, account_id: str, event_ids: Sequence[str], run: int) -> None:
    """Have events applied in the background, in this order, if this transaction commits."""
    job_id = f"{APPLY}:{event_ids[0]}:{run}"
    enqueue(session, APPLY, job_id=job_id, account_id=account_id, event_ids=list(event_ids))
