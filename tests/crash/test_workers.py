"""Workers die, freeze and are many, and no job is lost or done twice."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest
from sqlalchemy import text

from comity import jobs
from comity.database import Database, new_id
from tests.crash.workers import (
    EFFECT,
    How,
    crew,
    end,
    enqueue,
    freeze,
    prepare,
    start,
    thaw,
    traces,
    wait_for,
)
from tests.promised import Figure

SEED = 20260302


@pytest.fixture
def store(database_url: str) -> Iterator[Database]:
    store = Database(database_url)
    prepare(store)
    yield store
    store.dispose()


@pytest.mark.both_databases
@pytest.mark.promise("P5", "K5")
def test_a_job_exists_if_and_only_if_its_transaction_committed(store: Database, size: str, figure: Figure) -> None:
    rounds, dice = {"short": 300, "long": 10_000}[size], random.Random(SEED)
    rolled_back = 0

    for _ in range(rounds):
        job_id, commits = new_id(), dice.random() < 0.5
        with store.session() as session:
            session.execute(text("INSERT INTO effects VALUES (:job, 0)"), {"job": job_id})
            with session.begin_nested() as inner:
                jobs.enqueue(session, EFFECT, job_id=new_id(), job="of a savepoint that went back")
                inner.rollback()
            jobs.enqueue(session, EFFECT, job_id=job_id, job=job_id, delay_seconds=dice.choice([None, 3600.0]))
            (session.commit if commits else session.rollback)()
        rolled_back += not commits

    schema = "" if store.is_sqlite else "dbos."
    with store.read() as session:
        enqueued = set(session.scalars(text(f"SELECT workflow_uuid FROM {schema}workflow_status")))
    wanted = {job for job, _ in traces(store)}
    orphans, missing = enqueued - wanted, wanted - enqueued
    figure(f"{rounds:,} transactions, {rolled_back:,} rolled back: {len(orphans)} orphans, {len(missing)} missing")
    assert not orphans
    assert not missing
    assert 0 < rolled_back < rounds


class TestManyWorkers:
    @pytest.mark.both_databases
    @pytest.mark.promise("P3")
    def test_never_take_the_same_job_twice(self, store: Database, size: str, figure: Figure) -> None:
        number = {"short": 200, "long": 10_000}[size]
        members = 2 if store.is_sqlite else {"short": 3, "long": 8}[size]
        names = [f"job {one}" for one in range(number)]
        with crew(store, members):
            if not store.is_sqlite:
                wait_for(lambda: _holders(store) == members)

            enqueue(store, names)
            wait_for(lambda: len(traces(store)) >= number, seconds=900, every=0.5)

        found = traces(store)
        shares = Counter(pid for _, pid in found)
        smallest = min(shares.values()) / number
        figure(
            f"{number:,} jobs, {members} workers: {len({job for job, _ in found}):,} distinct, "
            f"{len(found) - number} repeats, smallest share {smallest:.0%}"
        )
        assert sorted(job for job, _ in found) == sorted(names)
        if store.is_sqlite:
            assert len(shares) == 1
        else:
            assert len(shares) == members
            assert smallest > 0.05

    @pytest.mark.promise("P3")
    def test_take_over_from_one_that_died(self, store: Database, figure: Figure) -> None:
        with crew(store, 2) as members:
            enqueue(store, ["before"], once=True)
            (_, pid), *_ = wait_for(lambda: traces(store))
            died_at = time.monotonic()
            end(next(one for one in members if one.pid == pid))
            enqueue(store, ["after"], once=True)
            wait_for(lambda: len(traces(store)) == 2)
            seconds = time.monotonic() - died_at

        figure(f"one of two on SQLite was killed: the other took over after {seconds:.1f} s")
        assert {job for job, _ in traces(store)} == {"before", "after"}


@pytest.mark.on_postgresql
class TestFrozenWorker:
    @pytest.mark.promise("P4", "K6", "K10")
    def test_has_its_late_result_refused(self, store: Database, tmp_path: Path, size: str, figure: Figure) -> None:
        rounds = {"short": 1, "long": 40}[size]
        frozen = 0
        with crew(store, 1) as members:
            for number in range(rounds):
                members.append(start(store))
                wait_for(lambda: _holders(store) == 2)
                frozen += _freeze_one(store, members, tmp_path / str(number))
                members[:] = [member for member in members if member.is_alive()]

        found = [job for job, _ in traces(store)]
        repeats = len(found) - len(set(found))
        figure(f"{frozen} jobs frozen in their transaction, adopted, thawed: {repeats} double effects")
        assert frozen >= 2 * rounds
        assert repeats == 0

    def test_would_not_without_the_lease(self, store: Database, tmp_path: Path) -> None:
        with crew(store, 2, How(fault="lease")) as members:
            wait_for(lambda: _holders(store) == 2)
            _freeze_one(store, members, tmp_path / "gate", dies=False)
            time.sleep(1)

        found = [job for job, _ in traces(store)]
        assert len(found) > len(set(found))


@pytest.mark.on_postgresql
def test_the_command_ends_with_1_when_it_loses_its_slot(store: Database) -> None:
    program = "import sys; from comity.cli import main; sys.exit(main(['worker']))"
    address = store.url.set(drivername="postgresql").render_as_string(hide_password=False)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COMITY_")}
    worker = subprocess.Popen([sys.executable, "-c", program], env=environment | {"COMITY_DATABASE_URL": address})
    try:
        wait_for(lambda: _holders(store) == 1)
        with store.write() as session:
            sessions = "datname = current_database() AND application_name LIKE 'comity worker %'"
            session.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {sessions}"))

        assert worker.wait(60) == 1
    finally:
        worker.kill()
        worker.wait()


def _freeze_one(store: Database, members: list[ForkServerProcess], gate: Path, *, dies: bool = True) -> int:
    """Freeze a worker with jobs in an open transaction until its peer has done them, then thaw it; return how many."""
    names = [f"{gate.name} {one}" for one in range(8)]
    enqueue(store, names, queue=jobs.OUTSIDE, once=True, gate=str(gate))
    wait_for(lambda: all(Path(f"{gate}.{name}").exists() for name in names))
    pid, held = Counter(pid for _, pid in _of(store, names, "beginnings")).most_common(1)[0]
    victim = next(one for one in members if one.pid == pid)
    freeze(victim)
    gate.touch()
    wait_for(lambda: len({job for job, _ in _of(store, names)}) == len(names))
    thaw(victim)
    if dies:
        wait_for(lambda: not victim.is_alive())
        assert victim.exitcode == 1
    return held


def _of(store: Database, names: list[str], table: str = "effects") -> list[tuple[str, int]]:
    return [one for one in traces(store, table) if one[0] in names]


def _holders(store: Database) -> int:
    with store.read() as session:
        return session.scalar(text("SELECT count(*) FROM worker_slots WHERE holder <> ''")) or 0
