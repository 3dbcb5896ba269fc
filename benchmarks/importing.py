"""A LinkedIn file of 30,000 rows, from upload to the last row, beside the bare parse of the same file.

The memory is that of a process of its own, which has already imported as much twice: what the database keeps at hand
is bounded, and is reached then. What comes on top when a file is three times as long grows with the file.
"""

import csv
import random
import resource
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.data import COMPANIES, FIRST_NAMES, LAST_NAMES, NOW, TITLES, build
from benchmarks.databases import Place
from comity.database import Database
from comity.garbage import search_seldom
from comity.imports import jobs as import_jobs  # its import makes the jobs known
from comity.imports import service
from comity.jobs import JOBS, Tools
from comity.reactions import REACTIONS

ROWS = 30_000
LONG = 3 * ROWS
SLOWEST_SECONDS = 10.0
MOST_TIMES_THE_PARSE = {"sqlite": 40, "postgresql": 80}
SECOND_AT_MOST = 1 / 3
MOST_MEGABYTES = 5.0


@dataclass(frozen=True, slots=True)
class Imported:
    """How long each took, in seconds, and how much the memory grew with a file three times as long."""

    parse: float
    first: float
    second: float
    megabytes: float


def measure(place: Place) -> Imported:
    """Import a file, the same again, and a longer one."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        return apart.submit(_measure, place.url).result()


def _measure(url: str) -> Imported:
    search_seldom()
    store = Database(url, reactions=REACTIONS)
    account_id = build(store, contacts=0).account_id
    with TemporaryDirectory(prefix="comity-benchmark-") as folder:
        file, longer = (write_linkedin_file(Path(folder) / f"{rows}.csv", rows) for rows in (ROWS, LONG))
        parse = min(_timed(lambda: _parse(file)) for _ in range(5))
        first, second = (_timed(lambda: _import(store, account_id, file)) for _ in range(2))
        before = _megabytes()
        _import(store, account_id, longer)
    store.dispose()
    return Imported(parse, first, second, _megabytes() - before)


def faults(imported: Imported, *, database: str) -> Iterator[str]:
    """Yield which targets were missed."""
    times = MOST_TIMES_THE_PARSE[database]
    if imported.first > SLOWEST_SECONDS:
        yield f"{imported.first:.1f} s; wanted: {SLOWEST_SECONDS:.0f} s"
    if imported.first > times * imported.parse:
        yield f"{imported.first / imported.parse:.0f} times the bare parse; wanted: {times}"
    if imported.second > SECOND_AT_MOST * imported.first:
        yield f"the second time takes {imported.second / imported.first:.0%} of the first; wanted: a third"
    if imported.megabytes > MOST_MEGABYTES:
        yield f"memory grows by {imported.megabytes:.0f} MB with the file; wanted: {MOST_MEGABYTES:.0f}"


def write_linkedin_file(path: Path, rows: int) -> Path:
    """Write a file of made-up connections, as LinkedIn writes it."""
    dice = random.Random(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write('Notes:\n"When exporting your connection data, some addresses may be missing."\n\n')
        writer = csv.writer(file)
        writer.writerow(("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"))
        for number in range(rows):
            connected_on = NOW - timedelta(days=dice.randrange(3_000))
            name = dice.choice(FIRST_NAMES), f"{dice.choice(LAST_NAMES)}-{number}"
            url = f"https://www.linkedin.com/in/person-{rows}-{number}"
            work = dice.choice(COMPANIES), dice.choice(TITLES)
            writer.writerow((*name, url, "", *work, f"{connected_on:%d %b %Y}"))
    return path


def _parse(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file))


def _import(store: Database, account_id: str, path: Path) -> None:
    """Do at once what the worker does in the background."""
    with path.open("rb") as file, store.write() as session:
        started = service.start_import(
            session,
            account_id=account_id,
            file=file,
            file_name="Connections.csv",
            format_=None,
            mapping=None,
            apply_at_once=True,
            now=NOW,
        )
    assert import_jobs
    tools = Tools(store, lambda: NOW)
    for name in (service.READ, service.APPLY):
        JOBS[name](tools, account_id=account_id, import_id=started.id)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
