import gzip
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from sqlalchemy import create_engine
from starlette.testclient import TestClient

from comity import database as database_module
from comity.database import Database
from tests.conftest import Clock

JSON = {"Content-Type": "application/json"}
MEBIBYTE = 1 << 20


class TestBodies:
    def test_may_have_a_mebibyte(self, client: TestClient) -> None:
        padding = b" " * (MEBIBYTE - len(b'{"headline":"x"}'))

        response = client.patch("/v1/me", content=b'{"headline":"x"}' + padding, headers=JSON)

        assert response.status_code == 200

    @pytest.mark.parametrize("extra", [1, MEBIBYTE, 8 * MEBIBYTE])
    def test_may_have_no_more(self, client: TestClient, extra: int) -> None:
        whole = b'{"headline":"' + b"x" * (MEBIBYTE + extra) + b'"}'

        def in_chunks() -> Iterator[bytes]:
            yield from (whole[at : at + 60_000] for at in range(0, len(whole), 60_000))

        for content in (whole, in_chunks()):
            response = client.patch("/v1/me", content=content, headers=JSON)
            assert (response.status_code, response.json()["type"]) == (413, "/problems/body-too-large")

    @pytest.mark.parametrize(
        ("content", "headers", "status"),
        [
            (b'{"headline":"x"}', {"Content-Type": "application/json; charset=utf-8"}, 200),
            (b'{"headline":"x"}', {"Content-Type": "application/merge-patch+json"}, 200),
            (b'{"headline":"x"}', {"Content-Type": "application/json; charset=latin-1"}, 415),
            ('{"headline":"x"}'.encode("utf-16"), {"Content-Type": "application/json; charset=utf-16"}, 415),
            (gzip.compress(b'{"headline":"x"}', mtime=0), JSON | {"Content-Encoding": "gzip"}, 415),
            (gzip.compress(b'{"headline":"x"}', mtime=0), JSON, 422),
            (b'{"headline":"x"}', {"Content-Type": "text/plain"}, 422),
            (b"headline=x", {"Content-Type": "application/x-www-form-urlencoded"}, 422),
            (b"", JSON, 422),
        ],
    )
    def test_are_json_in_utf8(self, client: TestClient, content: bytes, headers: dict[str, str], status: int) -> None:
        response = client.patch("/v1/me", content=content, headers=headers)

        assert response.status_code == status


class TestHead:
    @pytest.mark.parametrize("path", ["/v1/me", "/healthz", "/v1/nothing"])
    def test_says_what_get_says_without_the_body(self, client: TestClient, path: str) -> None:
        head, get = client.head(path), client.get(path)

        assert head.status_code == get.status_code
        assert head.headers["Content-Length"] == get.headers["Content-Length"]
        assert head.content == b""


class TestTransaction:
    @pytest.fixture(autouse=True)
    def _impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(database_module, "BUSY_MILLISECONDS", 50)

    def test_says_that_a_locked_database_is_busy(self, app: FastAPI, client: TestClient) -> None:
        engine = create_engine(app.state.database.url)
        with engine.connect() as other:
            other.exec_driver_sql("BEGIN IMMEDIATE")
            other.exec_driver_sql("UPDATE accounts SET headline = 'theirs'")

            busy = client.patch("/v1/me", json={"headline": "ours"})
            still_read = client.get("/v1/me")
            other.exec_driver_sql("ROLLBACK")
        engine.dispose()

        assert (busy.status_code, busy.headers["Retry-After"]) == (503, "2")
        assert still_read.json()["headline"] == ""
        assert client.patch("/v1/me", json={"headline": "ours"}).status_code == 200

    def test_says_that_a_missing_database_is_unavailable(self, app: FastAPI, client: TestClient) -> None:
        app.state.database.dispose()
        app.state.database = Database("postgresql+psycopg://nobody@127.0.0.1:1/nowhere")

        response = client.get("/v1/me")

        assert (response.status_code, response.json()["type"]) == (503, "/problems/unavailable")
        assert client.get("/healthz").status_code == 200
        assert client.get("/readyz").status_code == 503


class TestAsOf:
    @pytest.mark.parametrize(
        ("as_of", "status"),
        [
            ("1970-01-01T00:00:00Z", 200),
            ("2031-03-01T00:00:00Z", 200),
            ("2026-03-02T09:00:00+14:00", 200),
            ("1969-12-31T23:59:59Z", 422),
            ("2031-03-09T09:00:00Z", 422),
            ("9999-12-31T23:59:59-12:00", 422),
            ("0001-01-01T00:00:00+14:00", 422),
            ("2026-03-02T09:00:00", 422),
            ("2026-03-02T09:00:60Z", 422),
            ("1e20", 422),
            ("yesterday", 422),
        ],
    )
    def test_lies_between_1970_and_five_years_ahead(
        self, client: TestClient, clock: Clock, as_of: str, status: int
    ) -> None:
        response = client.get("/v1/next-steps", params={"as_of": as_of})

        assert response.status_code == status
