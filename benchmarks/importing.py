"""A LinkedIn file of 30,000 rows, from upload to the last row, beside the bare parse of the same text."""

import csv
import io
import random
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from benchmarks.data import COMPANIES, FIRST_NAMES, LAST_NAMES, NOW, TITLES, build
from benchmarks.databases import Place
from comity.database import Database
from comity.imports import jobs as import_jobs  # its import makes the jobs known
from comity.imports import service
from comity.jobs import JOBS, Tools
from comity.reactions import REACTIONS

ROWS = 30_000
SMALL = 3_000
SLOWEST_SECONDS = 10.0
MOST_TIMES_THE_PARSE = {"sqlite": 40, "postgresql": 80}
SECOND_AT_MOST = 1 / 3
MOST_MEGABYTES = 5.0


@dataclass(frozen=True, slots=True)
class Imported:
    """How long each took, in seconds, and how much the memory grew from a tenth of the file to the whole."""

    parse: float
    first: float
    second: float
    megabytes: float


def measure(place: Place) -> Imported:
    """Import a tenth of a file, the whole, and the whole again."""
    store = Database(place.url, reactions=REACTIONS)
    account_id = build(store, contacts=0).account_id
    whole = linkedin_file(ROWS)
    parse = min(_timed(lambda: sum(1 for _ in csv.reader(io.StringIO(whole)))) for _ in range(5))
    _import(store, account_id, linkedin_file(SMALL))
    before = _megabytes()
    first, second = (_timed(lambda: _import(store, account_id, whole)) for _ in range(2))
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


def linkedin_file(rows: int) -> str:
    """Return a file of made-up connections, as LinkedIn writes it."""
    dice = random.Random(rows)
    text = io.StringIO()
    text.write('Notes:\n"When exporting your connection data, some addresses may be missing."\n\n')
    writer = csv.writer(text)
    writer.writerow(("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"))
    for number in range(rows):
        connected_on = NOW - timedelta(days=dice.randrange(3_000))
        name = dice.choice(FIRST_NAMES), f"{dice.choice(LAST_NAMES)}-{number}"
        url = f"https://www.linkedin.com/in/person-{rows}-{number}"
        work = dice.choice(COMPANIES), dice.choice(TITLES)
        writer.writerow((*name, url, "", *work, f"{connected_on:%d %b %Y}"))
    return text.getvalue()


def _import(store: Database, account_id: str, text: str) -> None:
    """Do at once what the worker does in the background."""
    with store.write() as session:
        started = service.start_import(
            session,
            account_id=account_id,
            file=io.BytesIO(text.encode()),
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
