"""Hot requests ask little of the database: few statements, none of which reads a whole table."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from benchmarks.data import NOW, Made, build
from benchmarks.operations import interaction
from comity.database import Database
from tests.conftest import Clock

SMALL = {
    "accounts",
    "goals",
    "json_each",
    "closed",
    "acquaintances",
    "highest",
}  # read whole on purpose, or no tables at all


@pytest.fixture
def made(database: Database, clock: Clock) -> Made:
    clock.now = NOW
    return build(database, contacts=60)


@pytest.fixture
def owner(anonymous: TestClient, made: Made) -> TestClient:
    anonymous.headers["Authorization"] = f"Bearer {made.token}"
    return anonymous


@contextmanager
def listening(database: Database) -> Iterator[list[str]]:
    """Collect what SQLite is told, whoever tells it."""
    heard: list[str] = []

    def listen(connection: Any, *_: Any) -> None:
        connection.set_trace_callback(heard.append)

    def stop(connection: Any, *_: Any) -> None:
        connection.set_trace_callback(None)

    for engine in (database.reader, database.writer):
        event.listen(engine, "checkout", listen)
        event.listen(engine, "checkin", stop)
    yield heard
    for engine in (database.reader, database.writer):
        event.remove(engine, "checkout", listen)
        event.remove(engine, "checkin", stop)


def told(database: Database, client: TestClient, method: str, path: str, **how: Any) -> list[str]:
    """Return the statements of one request, when everything is warm."""
    client.request(method, path, **how)
    with listening(database) as heard:
        response = client.request(method, path, **how)
    assert response.is_success
    return [statement for statement in heard if not statement.startswith(("BEGIN", "COMMIT", "--"))]


def scans(database: Database, statements: list[str]) -> list[str]:
    """Return the tables that are read whole."""
    found = []
    with database.reader.connect() as connection:
        for statement in statements:
            if statement.lstrip().upper().startswith(("SELECT", "WITH")):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}").all()
                found += [step[3] for step in plan if step[3].startswith("SCAN")]
    return [step for step in found if step.split()[1] not in SMALL]


class TestHotRequests:
    @pytest.mark.parametrize(
        ("path", "most"),
        [
            ("/v1/contacts?limit=50", 2),
            ("/v1/contacts?sort=warmth&q=a", 2),
            ("/v1/contacts/{contact}", 2),
            ("/v1/contacts/{contact}/relationship", 10),
            ("/v1/contacts/{contact}/next-step", 10),
            ("/v1/contacts/{contact}/commonalities", 9),
            ("/v1/next-steps", 12),
            ("/v1/insights", 28),
        ],
    )
    def test_read_little(self, owner: TestClient, database: Database, made: Made, path: str, most: int) -> None:
        statements = told(database, owner, "GET", path.format(contact=made.contact_ids[5]))

        assert len(statements) <= most, statements
        assert scans(database, statements) == []

    def test_log_with_few_words(self, owner: TestClient, database: Database, made: Made) -> None:
        body = interaction(made.contact_ids[5])

        statements = told(database, owner, "POST", "/v1/interactions", json=body)

        assert len(statements) <= 19, statements
        assert scans(database, statements) == []

    def test_check_a_message_with_few_questions(self, owner: TestClient, database: Database, made: Made) -> None:
        body = {"contact_id": made.contact_ids[5], "channel": "email", "body": "Hello, how are you?"}

        statements = told(database, owner, "POST", "/v1/outreach/check", json=body)

        assert len(statements) <= 13, statements
        assert scans(database, statements) == []

    def test_do_not_grow_with_the_log(self, owner: TestClient, database: Database, made: Made) -> None:
        path = f"/v1/contacts/{made.contact_ids[5]}/next-step"
        before = len(told(database, owner, "GET", path))

        for _ in range(5):
            owner.post("/v1/interactions", json=interaction(made.contact_ids[5]))

        assert len(told(database, owner, "GET", path)) <= before  # fewer where nothing is to be given just now
