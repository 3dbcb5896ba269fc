"""Durable background work behind four verbs: enqueue in this transaction, enqueue after, schedule, cancel.

The engine is DBOS; besides this port only `worker.py`, which runs it, knows that. A job is a function under a versioned
name, given by name and a few JSON values. It may begin again from the start at any time, so what it has done so far
stands in our own tables, written in the transaction that did it.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer, EnqueueOptions
from sqlalchemy import Connection, Engine, TableClause, column, table, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.orm import Session

from comity.bell import BELL
from comity.database import Database
from comity.egress import PUBLIC_ALONE, Egress
from comity.mail import IN_THE_LOG, Post
from comity.vault import Vault

APPLICATION = "comity"
VERSION = "1"  # never changes: jobs of an older release would wait for ever; what changes is the name of a job
SCHEMA = "dbos"
QUEUE = "work"
OUTSIDE = "outside"  # jobs that wait for other people's computers most of the time
QUEUES = {QUEUE: 2, OUTSIDE: 8}  # how many of each a worker does at once
CHANNEL = "comity_jobs"
TOLD_EVERY_SECONDS = 0.2  # PostgreSQL lets commits that tell follow one another: under load few of them do
BREATH_SECONDS = 0.005
STATUS_COLUMNS = ("workflow_uuid", "status", "name", "queue_name", "schedule_name", "created_at", "completed_at")
FORGET = "jobs.forget.v1"
KEPT_FOR = timedelta(days=7)  # what is done, for the operator to look at
FORGOTTEN_AT_ONCE = 500
RECOVERIES = 1_000  # a long job survives as many crashes as it likes, as long as it makes progress


@dataclass(frozen=True)
class Tools:
    """What a job works with."""

    database: Database
    clock: Callable[[], datetime]
    post: Post = IN_THE_LOG
    egress: Egress = PUBLIC_ALONE
    vault: Vault | None = None

    @property
    def keys(self) -> Vault:
        """What opens stored secrets, where there has to be something."""
        if self.vault is None:
            raise RuntimeError("This worker was given no keys.")
        return self.vault


logging.getLogger("dbos").setLevel(logging.WARNING)  # it greets at length

Work = Callable[..., None]
Part = TypeVar("Part")
JOBS: dict[str, Work] = {}

_clients: WeakKeyDictionary[Engine, DBOSClient] = WeakKeyDictionary()
_told_at: WeakKeyDictionary[Engine, float] = WeakKeyDictionary()
STOPPING: ContextVar[threading.Event | None] = ContextVar("stopping", default=None)


class Stopped(BaseException):
    """The worker stops: the job goes on from where it is with the next one. Not an Exception, for it is no failure."""


def job(name: str) -> Callable[[Work], Work]:
    """Make a function `work(tools, **arguments)` a job. The name ends in a version, like `imports.read.v1`."""

    def register(work: Work) -> Work:
        JOBS[name] = work
        return work

    return register


def enqueue(
    session: Session,
    name: str,
    *,
    job_id: str,
    delay_seconds: float | None = None,
    queue: str = QUEUE,
    **arguments: Any,
) -> None:
    """Have a job done if, and only if, this transaction commits; the same `job_id` twice is one job.

    delay_seconds: not before then.
    """
    options = EnqueueOptions(workflow_name=name, queue_name=queue, workflow_id=job_id, app_version=VERSION)
    if delay_seconds is not None:
        options["delay_seconds"] = delay_seconds
    _client(session).enqueue_in_transaction(session, options, **arguments)
    if delay_seconds is None:
        _tell_workers(session)


def schedule(database: Database, name: str, *, cron: str, **arguments: Any) -> None:
    """Have a job done again and again, as a cron line says, in UTC; what was missed is not made up for."""
    _client_of(database.writer).apply_schedules(
        [
            {
                "schedule_name": name,
                "workflow_name": name,
                "schedule": cron,
                "context": arguments,
                "queue_name": QUEUE,
            }
        ]
    )


def cancel(session: Session, job_id: str) -> None:
    """Take back a job that has not begun, in this transaction."""
    job = statuses(session)
    waiting = job.c.status.in_(("ENQUEUED", "DELAYED"))
    session.execute(
        update(job).where(job.c.workflow_uuid == job_id, waiting).values(status="CANCELLED", queue_name=None)
    )


def statuses(session: Session) -> TableClause:
    """Return the engine's own table of jobs."""
    is_sqlite = _engine(session).dialect.name == "sqlite"
    return table("workflow_status", *map(column, STATUS_COLUMNS), schema=None if is_sqlite else SCHEMA)


@job(FORGET)
def forget_finished(tools: Tools) -> None:
    """Forget what was done long ago, some at a time."""
    client = _client_of(tools.database.writer)
    before = (tools.clock() - KEPT_FOR).isoformat()
    while done := client.list_workflows(
        completed_before=before, limit=FORGOTTEN_AT_ONCE, load_input=False, load_output=False
    ):
        client.delete_workflows([one.workflow_id for one in done])
        breathe()


def breathe() -> None:
    """Let others write between two transactions of a long job: who releases the one writer must not be first again.

    Raises Stopped where the worker is to stop.
    """
    stopping = STOPPING.get()
    if stopping is not None and stopping.is_set():
        raise Stopped
    time.sleep(BREATH_SECONDS)


def in_turn(work: Callable[[Part], None], parts: Iterable[Part]) -> None:
    """Do the parts of one job, each in transactions of its own, one after the other.

    One that fails holds up none of the others: the job fails when all had their turn, to be seen. Where the database
    does not answer nobody's turn has come, and the whole job is done again, later.
    """
    failed: list[Exception] = []
    for part in parts:
        try:
            work(part)
        except (OperationalError, NoConnection):
            raise
        except Exception as error:
            failed.append(error)
        breathe()
    if failed:
        raise failed[0]


def migrate(database_url: str) -> None:
    """Create or raise the engine's own tables: in the SQLite file, or in a schema of their own on PostgreSQL."""
    url = make_url(database_url)
    DBOS.migrate(url.render_as_string(hide_password=False), schema=SCHEMA)


def _tell_workers(session: Session) -> None:
    """Wake a worker for when this transaction has committed. One that is not told looks by itself, a little later."""
    engine = _engine(session)
    if engine.dialect.name == "sqlite":
        BELL.ring()  # it looks again and again for a moment, in which the commit comes
    elif time.monotonic() > _told_at.get(engine, 0.0) + TOLD_EVERY_SECONDS:
        _told_at[engine] = time.monotonic()
        session.execute(text(f"NOTIFY {CHANNEL}"))


def _client(session: Session) -> DBOSClient:
    return _client_of(_engine(session))


def _engine(session: Session) -> Engine:
    bind = session.get_bind()
    return bind.engine if isinstance(bind, Connection) else bind


def _client_of(engine: Engine) -> DBOSClient:
    with suppress(KeyError):
        return _clients[engine]
    _clients[engine] = DBOSClient(
        system_database_engine=engine,
        dbos_system_schema=SCHEMA,
        serializer=DBOSPortableJSONSerializer(),
        application_name=APPLICATION,
        lazy=True,
    )
    return _clients[engine]
