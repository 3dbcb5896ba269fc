"""Runs the durable jobs, within `comity serve` or by itself as `comity worker`.

An executor has a slot: a lock that dies with its process. On SQLite there is one, and whoever holds it runs all jobs;
on PostgreSQL each worker takes the first that is free. What a dead worker left half done is found by its slot: the next
holder goes on with it, and on PostgreSQL a living worker that can take the slot of another one knows that it is dead.
"""

import fcntl
import gc
import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Protocol

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.pool import NullPool

from comity.database import Database
from comity.follow_ups import due as follow_ups_due
from comity.imports import jobs as import_jobs
from comity.jobs import APPLICATION, JOBS, QUEUE, RECOVERIES, SCHEMA, VERSION, Tools, Work, schedule
from comity.relationships import jobs as relationship_jobs
from comity.relationships import reply_rates

FEATURES = (follow_ups_due, import_jobs, relationship_jobs, reply_rates)  # importing them registers their jobs
SCHEDULES = {
    follow_ups_due.SWEEP: "* * * * *",
    relationship_jobs.SWEEP: "7 * * * *",
    reply_rates.COUNT: "37 3 * * *",
}
BEAT_SECONDS = 2.0
POLL_SECONDS = 0.25
SCHEDULES_SECONDS = 5.0
JOBS_AT_ONCE = 2
THREADS = 8
MOST_SLOTS = 64
MOST_ADOPTIONS = 3
SLOT_LOCK = 0x434F4D49  # "COMI": our own room among PostgreSQL's advisory locks
PAUSES = (1, 2, 4, 8)  # seconds, before a job is tried again on a busy database

log = logging.getLogger("comity.worker")


class Slot(Protocol):
    """The right to run jobs under one name."""

    name: str

    def is_held(self) -> bool:
        """Whether it is still ours."""

    def release(self) -> None:
        """Give it back."""


class FileSlot:
    """The one slot of a SQLite database."""

    name = "slot-0"

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    @classmethod
    def take(cls, database_file: str) -> "FileSlot | None":
        """Take the slot if no living process has it."""
        file = Path(f"{database_file}.worker").open("w", encoding="ascii")  # noqa: SIM115 (open as long as we hold it)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return None
        return cls(file)

    def is_held(self) -> bool:
        """Always: a lock of the kernel ends with its process."""
        return True

    def release(self) -> None:
        """Give it back."""
        self._file.close()


class AdvisorySlot:
    """One of the slots of a PostgreSQL database: a lock of one connection, which lives as long as its process."""

    def __init__(self, connection: Connection, number: int) -> None:
        self.name = f"slot-{number}"
        self._connection = connection

    @classmethod
    def take(cls, engine: Engine, numbers: Any = range(MOST_SLOTS)) -> "AdvisorySlot | None":
        """Take the first of these slots that is free."""
        connection = engine.connect()
        for number in numbers:
            locked = text("SELECT pg_try_advisory_lock(:room, :number)")
            if connection.execute(locked, {"room": SLOT_LOCK, "number": number}).scalar():
                return cls(connection, number)
        connection.close()
        return None

    def is_held(self) -> bool:
        """Whether the connection still stands."""
        try:
            self._connection.execute(text("SELECT 1"))
        except DBAPIError:
            return False
        return True

    def release(self) -> None:
        """Give it back."""
        self._connection.close()


class Worker:
    """Runs jobs as long as it holds a slot. There is at most one in a process."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:  # noqa: TID251
        self._database = database
        self._tools = Tools(database, clock)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="comity-worker", daemon=True)
        self._locks = create_engine(database.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")

    def start(self) -> None:
        """Begin, or wait for a slot, in the background."""
        self._thread.start()

    def stop(self) -> None:
        """Stop. Jobs under way go on from where they are when the next worker starts."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        gc.freeze()  # what is loaded by now stays: looking through it again and again costs a job a fifth of its time
        while not self._stop.is_set():
            slot = self._take_slot()
            if slot:
                self._hold(slot)
            self._stop.wait(BEAT_SECONDS)

    def _take_slot(self) -> Slot | None:
        try:
            if self._database.is_sqlite:
                return FileSlot.take(str(self._database.url.database))
            return AdvisorySlot.take(self._locks)
        except (DBAPIError, OSError):
            log.exception("worker.no_slot")
            return None

    def _hold(self, slot: Slot) -> None:
        try:
            _launch(self._database, self._tools, slot.name)
            while slot.is_held() and not self._stop.wait(BEAT_SECONDS):
                if not self._database.is_sqlite:
                    _adopt(self._locks, slot.name)
        except Exception:
            log.exception("worker.failed")
        finally:
            DBOS.destroy(destroy_registry=True)
            slot.release()


def _launch(database: Database, tools: Tools, slot: str) -> None:
    config = DBOSConfig(
        name=APPLICATION,
        system_database_url=database.url.render_as_string(hide_password=False),
        dbos_system_schema=SCHEMA,
        application_version=VERSION,
        executor_id=slot,
        serializer=DBOSPortableJSONSerializer(),
        max_executor_threads=THREADS,
        run_migrations=False,
        enable_otlp=False,
        log_level="WARNING",
        scheduler_polling_interval_sec=SCHEDULES_SECONDS,
    )
    DBOS(config=config)
    for name, work in JOBS.items():
        DBOS.workflow(name=name, max_recovery_attempts=RECOVERIES)(_runner(work, tools))
    DBOS.launch()
    DBOS.register_queue(
        QUEUE, worker_concurrency=JOBS_AT_ONCE, polling_interval_sec=POLL_SECONDS, on_conflict="always_update"
    )
    for name, cron in SCHEDULES.items():
        schedule(database, name, cron=cron)


def _runner(work: Work, tools: Tools) -> Callable[..., None]:
    def run(*scheduled: Any, **arguments: Any) -> None:
        """Do the job; where the database is busy, again. A schedule hands its time and its arguments."""
        if scheduled:
            arguments = scheduled[1] or {}
        for pause in PAUSES:
            try:
                work(tools, **arguments)
            except (OperationalError, NoConnection):
                time.sleep(pause)
            else:
                return
        work(tools, **arguments)

    return run


def _adopt(locks: Engine, own: str) -> None:
    """Go on with what dead workers left half done."""
    half_done = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
    for name in {status.executor_id for status in half_done if status.executor_id} - {own}:
        slot = AdvisorySlot.take(locks, [int(name.removeprefix("slot-"))])
        if slot is None:
            continue
        for status in half_done:
            if status.executor_id == name:
                _resume(status.workflow_id, status.attributes or {})
        slot.release()


def _resume(job_id: str, attributes: dict[str, Any]) -> None:
    """Resume a job, but not for ever: one that kills its worker must not walk from machine to machine."""
    adoptions = attributes.get("adoptions", 0) + 1
    if adoptions > MOST_ADOPTIONS:
        log.error("worker.job_given_up", extra={"job": job_id})
        DBOS.cancel_workflow(job_id)
        return
    DBOS.update_workflow_attributes(job_id, attributes | {"adoptions": adoptions})
    DBOS.resume_workflow(job_id, queue_name=QUEUE)
