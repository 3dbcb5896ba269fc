"""Runs the durable jobs, within `comity serve` or by itself as `comity worker`.

An executor has a slot (see `slots.py`). On SQLite there is one, and whoever holds it runs all jobs; on PostgreSQL each
worker takes the first that is free. What a dead worker left half done is found by its slot: the next holder goes on
with it, and on PostgreSQL a living worker that can take the slot of another one knows that it is dead.
"""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, WorkflowStatus, _queue
from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.pool import NullPool

from comity.accounts import resetting
from comity.bell import BELL, Waking
from comity.database import Database, new_id
from comity.digests import jobs as digest_jobs
from comity.digests import sweep as digest_sweep
from comity.egress import PUBLIC_ALONE, Egress
from comity.follow_ups import due as follow_ups_due
from comity.imports import jobs as import_jobs
from comity.integrations import jobs as integration_jobs
from comity.jobs import (
    APPLICATION,
    FORGET,
    JOBS,
    QUEUES,
    RECOVERIES,
    SCHEMA,
    STOPPING,
    VERSION,
    Stopped,
    Tools,
    Work,
    schedule,
)
from comity.mail import IN_THE_LOG, Post
from comity.relationships import jobs as relationship_jobs
from comity.relationships import reply_rates
from comity.slots import AdvisorySlot, FileSlot, Slot, SlotGone, named, only_while_held
from comity.vault import Vault
from comity.webhooks import delivering, parked_notice
from comity.webhooks import jobs as webhook_jobs

FEATURES = (  # importing them registers their jobs
    resetting,
    digest_jobs,
    digest_sweep,
    follow_ups_due,
    import_jobs,
    integration_jobs,
    relationship_jobs,
    reply_rates,
    delivering,
    parked_notice,
    webhook_jobs,
)
SCHEDULES = {
    FORGET: "23 3 * * *",
    follow_ups_due.SWEEP: "* * * * *",
    digest_sweep.SWEEP: "* * * * *",
    relationship_jobs.SWEEP: "7 * * * *",
    reply_rates.COUNT: "37 3 * * *",
    integration_jobs.FORGET_BODIES: "17 4 * * *",
    webhook_jobs.LOOK_FOR_STEPS: "*/5 * * * *",
    webhook_jobs.FORGET: "27 4 * * *",
}
LOOK_SECONDS = 2.0  # how often a free slot, and what dead workers left, is looked for
POLL_SECONDS = 2.0  # how often an idle worker looks for jobs of which nobody told it
SCHEDULES_SECONDS = 5.0
THREADS = 16
MOST_ADOPTIONS = 20
SECONDS_TO_FINISH = 8.0
PAUSES = (1, 2, 4, 8, 15, 30, 60, 60, 60, 60)  # seconds, before a job is tried again on a database that does not answer

log = logging.getLogger("comity.worker")


class Running:
    """What runs in this process: jobs, and who looks for them. stopping: all are to stop where they can go on from."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self._changed = threading.Condition()
        self._count = 0

    @contextmanager
    def one_more(self) -> Any:
        """Count one as long as it runs."""
        with self._changed:
            self._count += 1
        try:
            yield
        finally:
            with self._changed:
                self._count -= 1
                self._changed.notify_all()

    def ends_within(self, seconds: float) -> bool:
        """Wait until none runs, but no longer than so many seconds; return whether none does."""
        with self._changed:
            return self._changed.wait_for(lambda: self._count == 0, seconds)


class Worker:
    """Runs jobs as long as it holds a slot. There is at most one in a process.

    beat_seconds: how often a heartbeat is written, on PostgreSQL. silence_seconds: after so long without one a worker
    counts as frozen. for_good: take another slot when one is lost, instead of ending.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),  # noqa: TID251
        *,
        post: Post = IN_THE_LOG,
        egress: Egress = PUBLIC_ALONE,
        vault: Vault | None = None,
        beat_seconds: float = 10.0,
        silence_seconds: float = 60.0,
        for_good: bool = True,
    ) -> None:
        self._database = database
        self._tools = partial(Tools, clock=clock, post=post, egress=egress, vault=vault)
        self._beat_seconds = beat_seconds
        self._silence_seconds = silence_seconds
        self._for_good = for_good
        self._stop = threading.Event()
        self._slot: Slot | None = None
        self._running = Running()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="comity-worker", daemon=True)

    def start(self) -> None:
        """Begin, or wait for a slot, in the background."""
        self._thread.start()

    def stop(self) -> bool:
        """Take no more jobs, and let those under way end; return whether all did.

        Long ones stop between two of their transactions. All go on from where they are when the next worker starts.
        """
        self._stop.set()
        if slot := self._slot:
            slot.wake()
        self._thread.join()
        return self._running.ends_within(0)

    def wait_until_lost(self) -> None:
        """Return when the worker ended by itself: it lost its slot."""
        self._ended.wait()

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                if office := self._take_slot():
                    self._hold(office)
                    if not self._for_good:
                        break
                self._stop.wait(LOOK_SECONDS)
        finally:
            self._ended.set()

    def _take_slot(self) -> "Office | None":
        """Take a slot, and open the database as its holder."""
        try:
            if self._database.is_sqlite:
                file = FileSlot.take(str(self._database.url.database))
                return Office(file, self._database) if file else None
            holder = new_id()
            url = named(self._database.url, holder)
            slot = AdvisorySlot.take(create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT"), holder)
            return _office(slot, url, self._database.reactions) if slot else None
        except (DBAPIError, OSError):
            log.exception("worker.no_slot")
            return None

    def _hold(self, office: "Office") -> None:
        self._slot, self._running = office.slot, Running()
        try:
            _launch(office, self._tools(office.database), self._running)
            self._attend(office.slot)
        except SlotGone:
            log.error("worker.slot_gone", extra={"slot": office.slot.name})
        except Exception:
            log.exception("worker.failed")
        finally:
            self._let_go(office)

    def _attend(self, slot: Slot) -> None:
        """Stay as long as the slot is ours, say that we live, and see to those who do not."""
        beat_at = looked_at = -self._beat_seconds
        while not self._stop.is_set():
            now = time.monotonic()
            if now >= beat_at + self._beat_seconds:
                beat_at = now
                slot.beat()
            if isinstance(slot, AdvisorySlot) and now >= looked_at + LOOK_SECONDS:
                looked_at = now
                _adopt(slot, self._silence_seconds)
            if slot.wait(min(LOOK_SECONDS, self._beat_seconds)):
                BELL.ring()

    def _let_go(self, office: "Office") -> None:
        """Take no more jobs, give those under way some time to end, and give the slot back."""
        self._slot = None
        self._running.stopping.set()
        BELL.ring()
        self._running.ends_within(SECONDS_TO_FINISH)
        DBOS.destroy(destroy_registry=True)
        office.slot.release()
        if office.engine:
            office.engine.dispose()
            office.database.dispose()


@dataclass(frozen=True)
class Office:
    """A slot with what its holder works with. engine: what DBOS works with, where that is not its own."""

    slot: Slot
    database: Database
    engine: Engine | None = None


def _office(slot: AdvisorySlot, url: URL, reactions: Any) -> Office:
    """Open connections that end with the slot."""
    database = Database(url.render_as_string(hide_password=False), reactions=reactions)
    engine = create_engine(url, pool_size=8, max_overflow=8)  # not asked whether it lives: it goes with the slot
    for one in (database.writer, database.reader, engine):
        only_while_held(one, slot)
    return Office(slot, database, engine)


def _launch(office: Office, tools: Tools, running: Running) -> None:
    config = DBOSConfig(
        name=APPLICATION,
        system_database_url=office.database.url.render_as_string(hide_password=False),
        system_database_engine=office.engine,
        dbos_system_schema=SCHEMA,
        application_version=VERSION,
        executor_id=office.slot.name,
        serializer=DBOSPortableJSONSerializer(),
        max_executor_threads=THREADS,
        run_migrations=False,
        enable_otlp=False,
        log_level="WARNING",
        scheduler_polling_interval_sec=SCHEDULES_SECONDS,
    )
    DBOS(config=config)
    for name, work in JOBS.items():
        DBOS.workflow(name=name, max_recovery_attempts=RECOVERIES)(_runner(work, tools, running))
    _queue.queue_worker_thread = partial(_look_for_jobs, running)
    DBOS.launch()
    for name, at_once in QUEUES.items():
        DBOS.register_queue(
            name, worker_concurrency=at_once, polling_interval_sec=POLL_SECONDS, on_conflict="always_update"
        )
    for name, cron in SCHEDULES.items():
        schedule(office.database, name, cron=cron)


LOOK = _queue.queue_worker_thread


def _look_for_jobs(running: Running, stop: threading.Event, dbos: DBOS, queue: _queue.Queue) -> None:
    """Look for jobs of a queue when the bell rings, too: the engine by itself only looks from time to time.

    Whoever looks is waited for like a job: the engine must not end under one who has just found something.
    """
    if queue.name not in QUEUES:
        LOOK(stop, dbos, queue)
        return
    with running.one_more():
        LOOK(Waking(BELL, stop, running.stopping), dbos, queue)  # type: ignore[arg-type]


def _runner(work: Work, tools: Tools, running: Running) -> Callable[..., None]:
    def run(*scheduled: Any, **arguments: Any) -> None:
        """Do the job; where the database does not answer, again. A schedule hands its time and its arguments."""
        if scheduled:
            arguments = scheduled[1] or {}
        try:
            with running.one_more():
                _persist(partial(work, tools, **arguments), running.stopping)
        finally:
            BELL.ring()

    return run


def _persist(work: Callable[[], None], stopping: threading.Event) -> None:
    STOPPING.set(stopping)
    for pause in PAUSES:
        try:
            return work()
        except (OperationalError, NoConnection):
            if stopping.wait(pause):
                raise Stopped from None
    return work()


def _adopt(slot: AdvisorySlot, silence_seconds: float) -> None:
    """Go on with what dead and frozen workers left half done."""
    for name in slot.depose_silent(silence_seconds):
        log.error("worker.frozen", extra={"slot": name})
    for name in slot.others_at_work():
        if slot.inherit(name):
            for status in DBOS.list_workflows(status="PENDING", executor_id=name, load_input=False, load_output=False):
                _resume(status)
            slot.disown(name)


def _resume(status: WorkflowStatus) -> None:
    """Resume a job, but not for ever: one that kills its worker must not walk from machine to machine."""
    attributes = status.attributes or {}
    adoptions = attributes.get("adoptions", 0) + 1
    if adoptions > MOST_ADOPTIONS:
        log.error("worker.job_given_up", extra={"job": status.workflow_id})
        DBOS.cancel_workflow(status.workflow_id)
        return
    DBOS.update_workflow_attributes(status.workflow_id, attributes | {"adoptions": adoptions})
    DBOS.resume_workflow(status.workflow_id, queue_name=status.queue_name)
