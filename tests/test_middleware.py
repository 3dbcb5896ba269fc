import asyncio
import json
import logging
from collections.abc import Iterator
from io import StringIO
from unittest.mock import AsyncMock

import pytest
from fastapi import FastAPI
from prometheus_client import generate_latest
from starlette.testclient import TestClient

from comity import logs
from comity.middleware import Metrics, Surroundings
from comity.web import new_router

CANARIES = ("Canary Person", "canary@example.com", "canary note", "canary-key", "canary-agent", "canary-search")


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[StringIO]:
    """What the log holds, as an operator configures it."""
    stream = StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    logs.configure("debug")
    logging.getLogger("httpx2").setLevel(logging.WARNING)  # the test's own client
    yield stream
    root.handlers[:] = before
    root.setLevel(level)


class TestSurroundings:
    def test_protects_every_answer(self, client: TestClient) -> None:
        for path in ("/v1/me", "/v1/nothing", "/healthz"):
            headers = client.get(path).headers

            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
            assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
            assert headers["Cache-Control"] == "no-store"
            assert "Strict-Transport-Security" not in headers

    def test_gives_every_request_an_id_of_its_own(self, client: TestClient) -> None:
        ids = {client.get("/healthz", headers={"X-Request-ID": "mine"}).headers["X-Request-ID"] for _ in range(3)}

        assert len(ids) == 3
        assert "mine" not in ids

    def test_counts_answers_by_route_and_not_by_address(self, client: TestClient) -> None:
        client.get("/v1/contacts/nobody-1")
        client.get("/v1/contacts/nobody-2")
        client.request("BREW", "/v1/tea")

        counted = client.get("/metrics").text

        assert 'comity_answers_total{method="GET",route="/v1/contacts/{contact_id}",status="404"} 2.0' in counted
        assert 'comity_answers_total{method="other",route="other",status="404"} 1.0' in counted
        assert "nobody" not in counted

    def test_counts_a_request_that_was_cut_as_no_fault_of_ours(self) -> None:
        async def cut(*_: object) -> None:
            raise asyncio.CancelledError

        metrics = Metrics()
        surroundings = Surroundings(cut, metrics=metrics, https=False)
        scope = {"type": "http", "method": "GET", "path": "/v1/me"}
        with pytest.raises(asyncio.CancelledError):
            asyncio.run(surroundings(scope, AsyncMock(), AsyncMock()))

        assert 'status="499"' in generate_latest(metrics.registry).decode()


class TestLog:
    def test_has_one_line_a_request_with_its_id_route_and_duration(self, client: TestClient, written: StringIO) -> None:
        response = client.get("/v1/contacts/none")

        (line,) = [json.loads(line) for line in written.getvalue().splitlines() if '"request"' in line]
        assert line["request_id"] == response.headers["X-Request-ID"]
        assert (line["method"], line["route"], line["status"]) == ("GET", "/v1/contacts/{contact_id}", 404)
        assert line["milliseconds"] > 0

    def test_holds_no_people_and_no_secrets(self, app: FastAPI, client: TestClient, written: StringIO) -> None:
        broken = new_router(tag="broken")

        @broken.post("/broken")
        def fail(body: dict[str, str]) -> None:
            raise RuntimeError(f"canary note\nof {body}")

        app.include_router(broken)
        body = {"full_name": "Canary Person", "emails": ["canary@example.com"], "notes": "canary note"}
        headers = {"Idempotency-Key": "canary-key", "User-Agent": "canary-agent"}
        client.post("/v1/contacts", json=body, headers=headers)
        client.post("/v1/contacts", json=body | {"importance": "canary note"})
        client.post("/v1/broken", json=body | {"emails": "canary@example.com"})
        client.get("/v1/contacts", params={"q": "canary-search"})
        client.post("/v1/auth/login", json={"email": "canary@example.com", "password": "canary note"})

        log = written.getvalue()

        token = client.headers["Authorization"].removeprefix("Bearer ")
        assert not [secret for secret in (*CANARIES, token) if secret in log]
        assert "RuntimeError" in log

    def test_keeps_one_event_on_one_line(self, client: TestClient, written: StringIO) -> None:
        client.get("/v1/%0d%0a%1b[31mfake")

        assert all(json.loads(line) for line in written.getvalue().splitlines())
        assert "\x1b" not in written.getvalue()
