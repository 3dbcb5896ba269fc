"""Workers in processes of their own, to be killed and frozen; they start fast, from one process that has loaded all."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from comity import jobs, slots
from comity.addresses import Allowed
from comity.database import Database, new_id
from comity.egress import Egress
from comity.follow_ups import due
from comity.follow_ups.due import FollowUpsDue
from comity.outbox import Effect
from comity.reactions import REACTIONS
from comity.vault import Vault
from comity.worker import Worker

EFFECT = "tests.effect.v1"
PATIENCE_SECONDS = 180
LOOPBACK = Allowed.parse("127.0.0.0/8")
VAULT = Vault(["MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="], data_dir=Path("/nowhere"))
AGAIN = "SELECT :job, :pid WHERE NOT EXISTS (SELECT 1 FROM effects WHERE job = :job)"

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])


@jobs.job(EFFECT)
def effect(tools: jobs.Tools, *, job: str, once: bool = False, gate: str | None = None) -> None:
    """Leave a trace, in one transaction. once: look first whether there is one. gate: a file to wait for in between."""
    values = {"job": job, "pid": os.getpid()}
    with tools.database.write() as session:
        session.execute(text("INSERT INTO beginnings VALUES (:job, :pid)"), values)
    with tools.database.write() as session:
        found = session.scalar(text("SELECT count(*) FROM effects WHERE job = :job"), values) if once else 0
        if gate:
            Path(f"{gate}.{job}").touch()
            while not Path(gate).exists():
                time.sleep(0.02)
        if not found:
            session.execute(text("INSERT INTO effects VALUES (:job, :pid)"), values)


def leave_traces(session: Session, happened: FollowUpsDue) -> list[Effect]:
    """React to follow-ups that come due: what a channel would write down to tell the owner."""
    rows = [{"job": f"{one.follow_up_id} {one.due_at}", "pid": os.getpid()} for one in happened.occurrences]
    if rows:
        session.execute(text("INSERT INTO effects VALUES (:job, :pid)"), rows)
    return []


@dataclass(frozen=True)
class How:
    """How a worker is. claimed_at_once: follow-ups in a transaction. fault: a check that it leaves out."""

    beat_seconds: float = 0.5
    silence_seconds: float = 8.0  # a busy machine is no frozen one
    claimed_at_once: int = due.CLAIMED_AT_ONCE
    fault: str | None = None


def work(url: str, how: How) -> None:
    """Be a worker until the slot is lost."""
    due.CLAIMED_AT_ONCE = how.claimed_at_once
    if how.fault:
        FAULTS[how.fault]()
    store = Database(url, reactions={**REACTIONS, FollowUpsDue: [leave_traces]})
    worker = Worker(
        store,
        egress=Egress(allowed=LOOPBACK),
        vault=VAULT,
        beat_seconds=how.beat_seconds,
        silence_seconds=how.silence_seconds,
        for_good=False,
    )
    worker.start()
    worker.wait_until_lost()
    os._exit(1)


def end_the_lock_alone() -> None:
    """Leave out the lease: a deposed worker loses its lock, but nothing keeps it from writing."""
    locks = text(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
    )
    slots.end_sessions = lambda connection, _: connection.execute(locks)


def claim_without_looking() -> None:
    """Leave out the claim: what has come due comes due again."""
    due.WAITS = due.FollowUp.status == "open"


FAULTS: dict[str, Callable[[], None]] = {"lease": end_the_lock_alone, "claim": claim_without_looking}


def start(store: Database, how: How = How()) -> ForkServerProcess:
    """Start a worker."""
    process = PROCESSES.Process(target=work, args=(store.url.render_as_string(hide_password=False), how), daemon=True)
    process.start()
    return process


@contextmanager
def crew(store: Database, size: int, how: How = How()) -> Iterator[list[ForkServerProcess]]:
    """Have so many workers, and none of them afterwards; who is put into the list is ended too."""
    members = [start(store, how) for _ in range(size)]
    try:
        yield members
    finally:
        for member in members:
            end(member)


def end(process: ForkServerProcess) -> None:
    """Kill it, frozen or not."""
    process.kill()
    process.join()


def freeze(process: ForkServerProcess) -> None:
    """Stop it where it is: on a busy machine a signal takes its time, in which it could end what it was about."""
    assert process.pid
    os.kill(process.pid, signal.SIGSTOP)
    stat = Path(f"/proc/{process.pid}/stat")
    wait_for(lambda: stat.read_text().rpartition(")")[2].split()[0] == "T", every=0.005)


def thaw(process: ForkServerProcess) -> None:
    """Let it go on as if nothing had been."""
    assert process.pid
    os.kill(process.pid, signal.SIGCONT)


def prepare(store: Database) -> None:
    """Make the tables in which jobs leave their traces; nothing in them keeps one from being there twice."""
    with store.write() as session:
        for name in ("effects", "beginnings"):
            session.execute(text(f"DROP TABLE IF EXISTS {name}"))
            session.execute(text(f"CREATE TABLE {name} (job text, pid integer)"))


def enqueue(
    store: Database, names: list[str], *, queue: str = jobs.QUEUE, job_id: str | None = None, **arguments: Any
) -> None:
    """Have these traces left."""
    with store.write() as session:
        for name in names:
            jobs.enqueue(session, EFFECT, job_id=job_id or new_id(), queue=queue, job=name, **arguments)


def traces(store: Database, table: str = "effects") -> list[tuple[str, int]]:
    """Return which traces there are, and of whom."""
    with store.read() as session:
        return [(row.job, row.pid) for row in session.execute(text(f"SELECT job, pid FROM {table}"))]


def wait_for(condition: Callable[[], Any], *, seconds: float = PATIENCE_SECONDS, every: float = 0.05) -> Any:
    """Return what the condition says, as soon as it says something."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(every)
    return found


def wait_while_it_moves(count: Callable[[], int], to: int, *, every: float = 0.5) -> None:
    """Wait until something has been counted up `to` a number: as long as it takes, if it moves."""
    while (reached := count()) < to:
        wait_for(lambda reached=reached: count() > reached, every=every)
    assert reached == to
