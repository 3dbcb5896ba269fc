"""Reads that go through the whole account: today's list at any other instant, and how the owner's networking goes.

Beside the bare read of that account's log, which is the least that either of them has to do.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from statistics import median

from benchmarks.data import NOW, Made, fill
from benchmarks.databases import Place
from benchmarks.floors.driver import Driver
from benchmarks.measuring import Measured, measure
from benchmarks.operations import Operation, request_for
from benchmarks.processes import serving

CONTACTS = 10_000
MOST_SECONDS = {"as_of": 5.0, "insights": 2.0}
FLOOR_ROUNDS = 3
SECONDS = 15.0
LOG = """
    SELECT c.contact_id, i.* FROM interaction_contacts c
    JOIN interactions i ON i.account_id = c.account_id AND i.id = c.interaction_id
    WHERE c.account_id = %(account_id)s ORDER BY c.contact_id, c.occurred_at
"""


@dataclass(frozen=True, slots=True)
class WholeRead:
    """What one such read takes. log_seconds: the bare read of the log."""

    name: str
    request: Measured
    log_seconds: float

    @property
    def seconds(self) -> float:
        """How long its answer takes."""
        return self.request.p50 / 1000

    @property
    def times(self) -> float:
        """How many times as long as the bare read of the log."""
        return self.seconds / self.log_seconds


def _as_of(made: Made) -> Iterator[bytes]:
    """Ask for another day each time."""
    for days in count(1):
        instant = f"{NOW + timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}"
        yield request_for(made, f"/v1/next-steps?as_of={instant}")


def _insights(made: Made) -> Iterator[bytes]:
    while True:
        yield request_for(made, "/v1/insights")


READS = (Operation("as_of", _as_of, 0.0), Operation("insights", _insights, 0.0))


def measure_whole(place: Place) -> list[WholeRead]:
    """Ask each of them for a while, by one client, of an account of 10,000 contacts and 200,000 interactions."""
    made = fill(place.url, contacts=CONTACTS)
    log_seconds = _read_log(place.url, made.account_id)
    with serving(place.url, "product", postmaster=place.postmaster) as (server,):
        return [
            WholeRead(one.name, measure(one, server, made, seconds=SECONDS, clients=1), log_seconds) for one in READS
        ]


def _read_log(url: str, account_id: str) -> float:
    driver = Driver(url)
    took = []
    for _ in range(FLOOR_ROUNDS):
        began = time.perf_counter()
        driver.rows(LOG, account_id=account_id)
        took.append(time.perf_counter() - began)
    driver.close()
    return median(took)
