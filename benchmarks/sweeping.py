"""A morning hour: 100,000 follow-ups of 2,000 accounts come due, beside the bare claim of the same rows.

And the rest of the day: what a worker costs that has nothing to do.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from benchmarks.data import NOW
from benchmarks.databases import Place
from benchmarks.processes import cpu_seconds, cpu_seconds_of_children
from comity.accounts.models import Account
from comity.contacts.models import Contact
from comity.contacts.schemas import ContactIn
from comity.contacts.service import create_contact
from comity.database import Database
from comity.follow_ups.due import CLAIMED_AT_ONCE, sweep
from comity.follow_ups.models import FollowUp
from comity.follow_ups.schemas import FollowUpIn
from comity.follow_ups.service import create_follow_up
from comity.reactions import REACTIONS

ACCOUNTS, EACH = 2_000, 50
ROUNDS = 3
MOST_TIMES_THE_CLAIM = 5.0
MOST_DEARER_AMONG_MORE = 1.3  # the same due rows, twice as many that are not
MOST_IDLE_SHARE = 0.03
SETTLES_SECONDS, IDLE_SECONDS = 20, 30

CLAIM = """
UPDATE follow_ups SET fired_for = due_at WHERE id IN (
  SELECT id FROM follow_ups WHERE status = 'open' AND fired_for {differs} due_at AND due_at <= {now}
  ORDER BY due_at LIMIT {limit} {lock})
RETURNING account_id, contact_id, id, due_at
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds that passed, and of the processor, PostgreSQL's included."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Swept:
    """What it cost to claim them and to sweep them, and to sweep them among twice as many."""

    claim: Cost
    sweep: Cost
    among_more: Cost

    @property
    def times(self) -> float:
        """How many times the claim's processor time the sweep takes."""
        return self.sweep.cpu / self.claim.cpu

    @property
    def dearer(self) -> float:
        """How many times as dear it is among twice as many."""
        return self.among_more.cpu / self.sweep.cpu


def measure_sweep(place: Place) -> Swept:
    """Claim and sweep the same follow-ups in turn."""
    store = filled(place)
    claims, sweeps = [], []
    for _ in range(ROUNDS):
        claims.append(_costs(place, store, lambda: _claim(store)))
        sweeps.append(_costs(place, store, lambda: sweep(store, now=NOW)))
    with store.write() as session:
        _copy(session, ACCOUNTS * EACH, due_in=timedelta(days=30), prefix="later")
    _analyze(store)
    among_more = [_costs(place, store, lambda: sweep(store, now=NOW)) for _ in range(ROUNDS)]
    store.dispose()
    return Swept(*map(_middle, (claims, sweeps, among_more)))


def filled(place: Place) -> Database:
    """Return the database with the accounts, a contact each, and what is due."""
    store = Database(place.url, reactions=REACTIONS)
    with store.write() as session:
        _fill(session)
    _analyze(store)
    return store


def claims_alone(place: Place, store: Database) -> Cost:
    """Return what claiming costs."""
    return _middle([_costs(place, store, lambda: _claim(store)) for _ in range(ROUNDS)])


def measure_idle(place: Place) -> float:
    """Return the share of a core that a worker takes that has nothing to do, PostgreSQL's part included."""
    program = "import sys; from comity.cli import main; sys.exit(main(['worker']))"
    worker = subprocess.Popen(
        [sys.executable, "-c", program],
        env={"COMITY_DATABASE_URL": place.url.replace("+psycopg", ""), "PYTHONPATH": ":".join(sys.path)},
        cwd=Path(__file__).parents[1],
    )
    try:
        time.sleep(SETTLES_SECONDS)
        before, began = _cpu(place, worker.pid), time.monotonic()
        time.sleep(IDLE_SECONDS)
        if worker.poll() is not None:
            raise RuntimeError("the worker did not stay")
        return (_cpu(place, worker.pid) - before) / (time.monotonic() - began)
    finally:
        worker.terminate()
        worker.wait()


def _cpu(place: Place, pid: int) -> float:
    return cpu_seconds(pid) + cpu_seconds_of_children(place.postmaster)


def _costs(place: Place, store: Database, work: Callable[[], int]) -> Cost:
    """Let all come due anew, and measure one way to deal with it."""
    with store.write() as session:
        session.execute(update(FollowUp).values(fired_for=None))
    before = used_by_now(place)
    done = work()
    cost = cost_since(before, place)
    if done != ACCOUNTS * EACH:
        raise RuntimeError(f"{done} came due, of {ACCOUNTS * EACH}")
    return cost


def used_by_now(place: Place) -> Cost:
    """Return what the clocks say, of the processor PostgreSQL's included."""
    return Cost(time.perf_counter(), time.process_time() + cpu_seconds_of_children(place.postmaster))


def cost_since(before: Cost, place: Place) -> Cost:
    """Return what was used meanwhile."""
    now = used_by_now(place)
    return Cost(now.wall - before.wall, now.cpu - before.cpu)


def _claim(store: Database) -> int:
    """Claim them with nothing but the driver."""
    now = NOW.strftime("%Y-%m-%d %H:%M:%S.000000")
    marks = {"differs": "IS NOT", "now": f"'{now}'", "lock": ""}
    if not store.is_sqlite:
        marks = {"differs": "IS DISTINCT FROM", "now": f"'{now}+00'", "lock": "FOR UPDATE SKIP LOCKED"}
    statement = CLAIM.format(limit=CLAIMED_AT_ONCE, **marks)
    done, claimed = 0, CLAIMED_AT_ONCE
    driver: Any = store.writer.raw_connection()
    while claimed == CLAIMED_AT_ONCE:
        if store.is_sqlite:
            driver.cursor().execute("BEGIN IMMEDIATE")
        cursor = driver.cursor()
        cursor.execute(statement)
        claimed = len(cursor.fetchall())
        driver.commit()
        done += claimed
    driver.close()
    return done


def _middle(costs: list[Cost]) -> Cost:
    return Cost(median(cost.wall for cost in costs), median(cost.cpu for cost in costs))


def _fill(session: Session) -> None:
    """Make the accounts with a contact each, and what is due."""
    for number in range(ACCOUNTS):
        account = Account(
            id=f"account-{number:04d}",
            email=f"{number}@example.com",
            password_hash="none",
            full_name="Robin Vale",
            created_at=NOW,
            background={},
        )
        session.add(account)
        session.flush()
        create_contact(session, account_id=account.id, body=ContactIn(full_name="Sam Okafor"), now=NOW)
    _copy(session, ACCOUNTS * EACH, due_in=timedelta(hours=-1), prefix="due")


def _copy(session: Session, number: int, *, due_in: timedelta, prefix: str) -> None:
    """Make one follow-up as anybody does, and the others like it."""
    contacts = session.execute(select(Contact.account_id, Contact.id).order_by(Contact.account_id)).all()
    account_id, contact_id = contacts[0]
    body = FollowUpIn(contact_id=contact_id, due_at=NOW + due_in)
    made = create_follow_up(session, account_id=account_id, body=body, now=NOW - timedelta(days=30))
    session.flush()
    like = {column.name: getattr(made, column.name) for column in FollowUp.__table__.columns}
    session.delete(made)
    session.flush()
    session.execute(
        insert(FollowUp),
        [
            like
            | {"id": f"{prefix}-{one:06d}", "due_at": NOW + due_in + timedelta(milliseconds=one)}
            | dict(zip(("account_id", "contact_id"), contacts[one % len(contacts)], strict=True))
            for one in range(number)
        ],
    )


def _analyze(store: Database) -> None:
    with store.writer.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
