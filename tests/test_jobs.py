"""The port to the durable engine: run on the real one."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, select, text

from comity import jobs, worker
from comity.database import Database, new_id
from comity.slots import AdvisorySlot, FileSlot, Slot
from comity.worker import Worker

pytestmark = pytest.mark.both_databases

PATIENCE_SECONDS = 90


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)


@pytest.fixture
def store(database_url: str) -> Iterator[Database]:
    store = Database(database_url)
    yield store
    store.dispose()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What the jobs of this file were told."""
    told: list[int] = []
    for name in ("tests.listen.v1", "tests.tick.v1"):
        monkeypatch.setitem(jobs.JOBS, name, lambda tools, *, number: told.append(number))
    return told


@pytest.fixture
def running(store: Database, heard: list[int], monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    monkeypatch.setattr(worker, "LOOK_SECONDS", 0.2)
    running = Worker(store, lambda: datetime(2026, 3, 2, tzinfo=UTC))
    running.start()
    yield running
    running.stop()


def listen(store: Database, number: int, *, job_id: str, delay_seconds: float | None = None) -> None:
    with store.write() as session:
        jobs.enqueue(session, "tests.listen.v1", job_id=job_id, delay_seconds=delay_seconds, number=number)


class TestEnqueue:
    def test_does_each_job_once_and_none_of_a_transaction_that_failed(
        self, store: Database, running: Worker, heard: list[int]
    ) -> None:
        job_id = new_id()
        with store.session() as session:
            jobs.enqueue(session, "tests.listen.v1", job_id=new_id(), number=0)
            session.rollback()

        listen(store, 1, job_id=job_id)
        listen(store, 1, job_id=job_id)
        listen(store, 3, job_id=new_id(), delay_seconds=1)
        listen(store, 2, job_id=new_id())

        wait_for(lambda: {1, 2, 3} <= set(heard))
        assert sorted(heard) == [1, 2, 3]

    def test_wakes_an_idle_worker(self, store: Database, heard: list[int], running: Worker) -> None:
        listen(store, 1, job_id=new_id())
        wait_for(lambda: heard)
        look_every(3600, store)
        time.sleep(2)

        for _ in range(5):  # one that finds the database busy looks again at the next ring
            listen(store, 2, job_id=new_id())
            time.sleep(1)

        wait_for(lambda: 2 in heard)
        look_every(worker.POLL_SECONDS, store)


def look_every(seconds: float, store: Database) -> None:
    with store.write() as session:
        queues = "queues" if store.is_sqlite else "dbos.queues"
        session.execute(text(f"UPDATE {queues} SET polling_interval_sec = {seconds}"))


class TestCancel:
    def test_takes_back_what_has_not_begun(self, store: Database, running: Worker, heard: list[int]) -> None:
        unwanted = new_id()
        listen(store, 1, job_id=unwanted, delay_seconds=0.5)
        with store.write() as session:
            jobs.cancel(session, unwanted)
        listen(store, 2, job_id=new_id(), delay_seconds=1)

        wait_for(lambda: 2 in heard)
        assert heard == [2]


class TestSchedule:
    def test_does_a_job_again_and_again(self, store: Database, heard: list[int], running: Worker) -> None:
        jobs.schedule(store, "tests.tick.v1", cron="* * * * * *", number=7)

        wait_for(lambda: len(heard) >= 2)
        assert set(heard) == {7}


class TestForgetFinished:
    def test_forgets_what_was_done_long_ago(self, store: Database, running: Worker, heard: list[int]) -> None:
        listen(store, 1, job_id=new_id())
        listen(store, 2, job_id=new_id(), delay_seconds=3600)
        wait_for(lambda: heard and "SUCCESS" in standing(store))

        now = datetime.now(UTC)  # noqa: TID251 (the engine has a clock of its own)
        jobs.forget_finished(jobs.Tools(store, lambda: now))
        assert "SUCCESS" in standing(store)
        jobs.forget_finished(jobs.Tools(store, lambda: now + jobs.KEPT_FOR + timedelta(hours=1)))

        assert standing(store) == ["DELAYED"]


def standing(store: Database) -> list[str]:
    with store.read() as session:
        table = jobs.statuses(session).c
        return list(session.scalars(select(table.status).where(table.name == "tests.listen.v1")))


class TestWorker:
    def test_goes_on_with_what_a_killed_one_left(self, store: Database, tmp_path: Path) -> None:
        diary = tmp_path / "diary"
        workers = [start_a_worker(store) for _ in range(2)]
        try:
            with store.write() as session:
                jobs.enqueue(session, "tests.slow.v1", job_id=new_id(), diary=str(diary))
            wait_for(diary.exists)
            begun_by = int(diary.read_text().split()[1])
            next(process for process in workers if process.pid == begun_by).kill()
            wait_for(lambda: diary.read_text().count("begun") == 2)
            diary.with_suffix(".go").touch()
            wait_for(lambda: diary.read_text().count("done") == 1)
        finally:
            for process in workers:
                process.kill()
                process.wait()


def start_a_worker(store: Database) -> subprocess.Popen[bytes]:
    program = Path(__file__).with_name("a_worker.py")
    return subprocess.Popen([sys.executable, str(program), store.url.render_as_string(hide_password=False)])


class TestSlots:
    def test_nobody_else_has_mine(self, store: Database) -> None:
        locks = create_engine(store.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")

        def take() -> Slot | None:
            return FileSlot.take(str(store.url.database)) if store.is_sqlite else AdvisorySlot.take(locks, "me", [5])

        mine = take()
        assert mine
        mine.beat()
        assert take() is None
        mine.release()
        again = take()
        assert again
        again.release()
