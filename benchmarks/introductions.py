"""Warm ways in a large network: the search alone, by the driver, beside what a client gets.

100,000 contacts know each other by a million ties, some of them by hundreds. Whom to look for is drawn from all of
them, and from those with 60 to 750 ties, who are the costly ones.
"""

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from sqlalchemy import insert
from sqlalchemy.orm import Session

from benchmarks.data import NOW, Made, fill
from benchmarks.databases import Place
from benchmarks.measuring import Measured, measure
from benchmarks.operations import Operation, request_for
from benchmarks.processes import serving
from comity.database import Base, Database
from comity.relationships.ways import ways_to
from comity.ties.models import Tie

CONTACTS = 100_000
TIES = 1_000_000
SHARE_OF_HUBS = 0.02  # contacts who know many
TIES_WITH_HUBS = 0.4  # share of the ties that have one of them at one end
AT_ONCE = 50_000  # ties in one statement
BUSY = (60, 750)  # ties of the costly targets
TARGETS = 200
SLOWEST_MILLISECONDS = 100.0


@dataclass(frozen=True, slots=True)
class Searched:
    """One kind of target: milliseconds of the search alone, and of the whole request."""

    name: str
    search_p50: float
    search_most: float
    request: Measured


def measure_introductions(place: Place, *, contacts: int = CONTACTS, ties: int = TIES) -> list[Searched]:
    """Build the network and measure both kinds of targets."""
    made = fill(place.url, contacts=contacts)
    store = Database(place.url)
    known = tie_together(store, made, ties)
    with store.writer.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    dice = random.Random(contacts)
    busy = [one for one, count in known.items() if BUSY[0] <= count <= BUSY[1]]
    kinds = {
        "anybody": dice.sample(made.contact_ids, TARGETS),
        "60-750 ties": dice.sample(busy, min(TARGETS, len(busy))),
    }
    with serving(place.url, "product", postmaster=place.postmaster) as (server,):
        found = []
        for name, targets in kinds.items():
            searched = _search(store, made, targets)
            operation = Operation(name, partial(_requests, targets=targets), 0.0)
            whole = measure(operation, server, made, seconds=5, clients=1)
            found.append(Searched(name, median(searched), max(searched), whole))
    store.dispose()
    return found


def tie_together(store: Database, made: Made, count: int) -> Counter[str]:
    """Tie people together at random, some of them to hundreds; return how many each knows."""
    dice = random.Random(count)
    hubs = dice.sample(made.contact_ids, max(1, int(len(made.contact_ids) * SHARE_OF_HUBS)))
    pairs: set[tuple[str, str]] = set()
    while len(pairs) < count:
        one = dice.choice(hubs if dice.random() < TIES_WITH_HUBS else made.contact_ids)
        other = dice.choice(made.contact_ids)
        if one != other:
            pairs.add((min(one, other), max(one, other)))
    everybody = sorted(pairs)
    for start in range(0, len(everybody), AT_ONCE):
        with store.write() as session:
            _insert(session, made, everybody[start : start + AT_ONCE], start, dice)
    return Counter(one for pair in everybody for one in pair)


def _insert(session: Session, made: Made, pairs: Sequence[tuple[str, str]], start: int, dice: random.Random) -> None:
    rows = [
        {
            "id": f"tie-{number:08d}",
            "account_id": made.account_id,
            "version": 1,
            "created_at": NOW,
            "from_contact_id": one,
            "to_contact_id": other,
            "kind": "colleague",
            "strength": round(dice.uniform(0.1, 1.0), 2),
        }
        for number, (one, other) in enumerate(pairs, start)
    ]
    session.connection().execute(insert(Base.metadata.tables[Tie.__tablename__]), rows)


def _search(store: Database, made: Made, targets: Sequence[str]) -> list[float]:
    """Return how long each search takes when all of them have run once, in milliseconds."""
    with store.read() as session:
        for target in targets:
            ways_to(session, account_id=made.account_id, contact_ids=[target])
        return [_timed(session, made, target) for target in targets]


def _timed(session: Session, made: Made, target: str) -> float:
    began = time.perf_counter()
    ways_to(session, account_id=made.account_id, contact_ids=[target])
    return (time.perf_counter() - began) * 1000


def _requests(made: Made, targets: Sequence[str]) -> Iterator[bytes]:
    while True:
        for target in targets:
            yield request_for(made, f"/v1/contacts/{target}/introductions")
