"""What endpoints are told, and what comes of their answers, with a listener on loopback and a clock to set."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from threading import Thread
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, update
from standardwebhooks import Webhook as Verifier
from starlette.testclient import TestClient

from comity.database import Database
from comity.egress import Egress
from comity.follow_ups import due
from comity.jobs import Tools
from comity.relationships.models import RelationshipRow
from comity.webhooks import delivering, jobs
from comity.webhooks.models import WebhookAttempt, WebhookDelivery
from comity.webhooks.schedule import JITTER_SHARE, PAUSES
from tests.conftest import Clock
from tests.listener import OK, Listener
from tests.promised import Figure
from tests.webhooks.endpoint import Endpoint

DELETED_OR_WAITING_SECONDS = 0.5
GONE = b"HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n"
BROKEN = b"HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\noops"
BUSY = b"HTTP/1.1 %d Busy\r\nRetry-After: 7200\r\nContent-Length: 0\r\n\r\n"


def told(request: bytes) -> tuple[dict[str, str], bytes]:
    """Return the headers, by lower-case name, and the body of what was sent."""
    head, _, body = request.partition(b"\r\n\r\n")
    headers = message_from_bytes(head.partition(b"\r\n")[2])
    return {name.lower(): value for name, value in headers.items()}, body


def contact(client: TestClient, name: str = "Sam Okafor") -> str:
    response = client.post("/v1/contacts", json={"full_name": name})
    assert response.status_code == 201
    return str(response.json()["id"])


@pytest.mark.both_databases
class TestTold:
    def test_is_what_was_asked_for_with_ids_and_no_people(self, endpoint: Endpoint, clock: Clock) -> None:
        sam = contact(endpoint.client)
        body = {"contact_ids": [sam], "kind": "email", "direction": "outbound", "subject": "Secret plans"}
        logged = endpoint.client.post("/v1/interactions", json=body).json()["id"]
        endpoint.client.post("/v1/promises", json={"contact_id": sam, "by": "me", "what": "Slides"})

        endpoint.work()

        bodies = [json.loads(told(request)[1]) for request in endpoint.listener.requests]
        stamp = "2026-03-02T09:00:00Z"
        assert bodies == [
            {"type": "contact.changed", "timestamp": stamp, "data": {"contact_ids": [sam]}},
            {
                "type": "interaction.logged",
                "timestamp": stamp,
                "data": {"interaction_ids": [logged], "contact_ids": [sam]},
            },
        ]
        assert b"Sam" not in endpoint.listener.bytes
        assert b"Secret" not in endpoint.listener.bytes
        assert endpoint.listener.requests[0].startswith(b"POST /in?a=b HTTP/1.1\r\n")
        assert {one["status"] for one in endpoint.deliveries()} == {"delivered"}

    def test_is_signed(self, endpoint: Endpoint, clock: Clock) -> None:
        clock.now = datetime.now(UTC)  # noqa: TID251 (what verifies has no other clock)
        delivery_id = endpoint.test()

        endpoint.work()

        headers, body = told(endpoint.listener.requests[0])
        assert Verifier(endpoint.secret).verify(body, headers)["type"] == "webhook.test"
        assert headers["webhook-id"] == delivery_id
        assert headers["content-type"] == "application/json"

    def test_is_nothing_that_was_rolled_back(self, endpoint: Endpoint, database: Database) -> None:
        refused = endpoint.client.post("/v1/contacts", json={"full_name": "Sam", "timezone": "Nowhere"})
        response = endpoint.client.post("/v1/contacts", json={"full_name": "Sam"}, headers={"Idempotency-Key": "one"})
        conflict = endpoint.client.post("/v1/contacts", json={"full_name": "Ana"}, headers={"Idempotency-Key": "one"})

        assert (refused.status_code, response.status_code, conflict.status_code) == (422, 201, 422)
        assert len(endpoint.deliveries()) == len(endpoint.jobs()) == 1

    def test_stays_with_the_account(self, endpoint: Endpoint, stranger: TestClient) -> None:
        contact(stranger)

        assert endpoint.deliveries() == []

    def test_is_what_the_clock_brings(
        self, client: TestClient, listener: Listener, tools: Tools, clock: Clock, database: Database
    ) -> None:
        endpoint = Endpoint(client, listener, tools, ["follow_up.due"])
        sam = contact(client)
        body = {"contact_id": sam, "due_at": "2026-03-10T09:00:00Z"}
        follow_up = client.post("/v1/follow-ups", json=body).json()
        clock.now = datetime(2026, 3, 12, 9, tzinfo=UTC)

        for _ in range(2):
            due.sweep(database, now=clock())
        endpoint.work()

        (request,) = listener.requests
        data = json.loads(told(request)[1])["data"]
        assert data == {"follow_up_id": follow_up["id"], "contact_id": sam, "due_at": follow_up["due_at"]}

    def test_is_each_step_that_comes_due_once(
        self, client: TestClient, listener: Listener, tools: Tools, clock: Clock, database: Database
    ) -> None:
        endpoint = Endpoint(client, listener, tools, ["next_step.due"])
        sam, ana = contact(client), contact(client, "Ana Reis")
        soon = clock() + timedelta(days=1)
        with database.write() as session:
            session.execute(
                update(RelationshipRow).where(RelationshipRow.contact_id.in_([sam, ana])).values(due_at=None)
            )
            session.execute(update(RelationshipRow).where(RelationshipRow.contact_id == sam).values(due_at=soon))

        found = []
        for days in (0, 2, 1):
            clock.advance(days=days)
            found.append(jobs.tell_due_steps(database, now=clock()))
        endpoint.work()

        assert found == [0, 1, 0]
        (request,) = listener.requests
        assert json.loads(told(request)[1])["data"] == {"contact_id": sam, "due_at": "2026-03-03T09:00:00Z"}


class TestRotation:
    @pytest.mark.both_databases
    @pytest.mark.promise("P9")
    def test_drops_nothing(self, endpoint: Endpoint, clock: Clock, figure: Figure) -> None:
        clock.now = datetime.now(UTC)  # noqa: TID251
        number = 100
        for _ in range(number):
            endpoint.test()
        receiver_knows = endpoint.secret  # the receiver takes the new secret over only at the end
        rotated = endpoint.client.post(f"{endpoint.path}/rotate", json={"overlap_hours": 1}).json()["secret"]

        endpoint.work()

        failures = 0
        for request in endpoint.listener.requests:
            headers, body = told(request)
            for secret in (receiver_knows, rotated):
                try:
                    Verifier(secret).verify(body, headers)
                except Exception:
                    failures += 1
        figure(f"rotated during {number:,} deliveries: {failures} verification failures, by old and by new secret")
        assert (len(endpoint.listener.requests), failures) == (number, 0)

    def test_ends(self, endpoint: Endpoint, clock: Clock) -> None:
        rotated = endpoint.client.post(f"{endpoint.path}/rotate", json={"overlap_hours": 1})
        assert rotated.json()["old_secret_until"] == "2026-03-02T10:00:00Z"
        endpoint.test()
        endpoint.work()
        clock.advance(hours=2)
        endpoint.test()
        endpoint.work()

        numbers = [len(told(request)[0]["webhook-signature"].split()) for request in endpoint.listener.requests]
        assert numbers == [2, 1]
        assert endpoint.shown()["old_secret_until"] is None


@pytest.mark.both_databases
@pytest.mark.promise("P11")
class TestDeadEndpoint:
    def test_is_retried_then_parked_visibly(self, endpoint: Endpoint, clock: Clock, figure: Figure) -> None:
        endpoint.listener.answer = BROKEN
        delivery_id = endpoint.test()
        began, worst = clock(), 0.0
        endpoint.work()

        for tries, pause in enumerate(PAUSES, start=1):
            shown, (job,) = endpoint.delivery(delivery_id), endpoint.jobs()
            waits = (datetime.fromisoformat(shown["next_try_at"]) - clock()).total_seconds()
            assert (shown["status"], shown["tries"], shown["answered"]) == ("waiting", tries, 500)
            assert abs(waits - pause) <= pause * JITTER_SHARE
            assert job["seconds"] == pytest.approx(waits, abs=3)  # by the engine's own clock
            worst = max(worst, abs(waits - pause) / pause)
            clock.advance(seconds=waits)
            endpoint.work()

        shown, webhook = endpoint.delivery(delivery_id), endpoint.shown()
        hours = (clock() - began) / timedelta(hours=1)
        figure(f"{len(PAUSES) + 1} tries over {hours:.0f} h, each pause within {worst:.0%} of its own, then parked")
        assert (shown["status"], shown["next_try_at"], endpoint.jobs()) == ("parked", None, [])
        assert (webhook["status"], webhook["active"], webhook["parked"]) == ("parked", False, 1)
        assert len(shown["attempts"]) == len(endpoint.listener.requests) == len(PAUSES) + 1
        assert {attempt["answer"] for attempt in shown["attempts"]} == {"oops"}
        assert {told(request)[0]["webhook-id"] for request in endpoint.listener.requests} == {delivery_id}

    def test_is_told_what_it_missed_when_it_is_set_active_again(
        self, endpoint: Endpoint, clock: Clock, tools: Tools
    ) -> None:
        endpoint.listener.answer = BROKEN
        endpoint.test()
        for pause in (0, *PAUSES):
            clock.advance(seconds=pause)
            endpoint.work()
        assert endpoint.shown()["status"] == "parked"
        contact(endpoint.client)
        assert (endpoint.jobs(), endpoint.shown()["parked"]) == ([], 2)
        endpoint.listener.answer = OK

        patched = endpoint.client.patch(endpoint.path, json={"active": True})
        _resume(endpoint, tools)
        endpoint.work()

        assert patched.json()["status"] == "active"
        assert {one["status"] for one in endpoint.deliveries()} == {"delivered"}
        assert endpoint.shown()["last_delivered_at"] is not None

    def test_is_not_parked_while_it_takes_other_things(self, endpoint: Endpoint, clock: Clock) -> None:
        endpoint.listener.answer = BROKEN
        delivery_id = endpoint.test()
        endpoint.work()
        clock.advance(hours=1)
        (job,) = endpoint.jobs()
        endpoint.listener.answer = OK
        contact(endpoint.client)
        _work_all_but(endpoint, job["id"])
        endpoint.listener.answer = BROKEN
        for pause in PAUSES:
            clock.advance(seconds=pause)
            endpoint.work()

        assert endpoint.delivery(delivery_id)["status"] == "parked"
        assert endpoint.shown()["status"] == "active"

    def test_that_is_gone_is_called_no_more(self, endpoint: Endpoint) -> None:
        endpoint.listener.answer = GONE
        contact(endpoint.client)
        endpoint.test()

        endpoint.work()
        contact(endpoint.client, "Ana Reis")

        assert endpoint.shown()["status"] == "gone"
        assert [one["status"] for one in endpoint.deliveries()] == ["parked", "parked"]
        assert (len(endpoint.listener.requests), endpoint.jobs()) == (1, [])

    @pytest.mark.parametrize("status", [429, 503])
    def test_rests_as_long_as_it_asks(self, endpoint: Endpoint, clock: Clock, status: int) -> None:
        endpoint.listener.answer = BUSY % status
        delivery_id = endpoint.test()

        endpoint.work()

        shown, (job,) = endpoint.delivery(delivery_id), endpoint.jobs()
        assert (shown["answered"], shown["next_try_at"]) == (status, "2026-03-02T11:00:00Z")
        assert job["seconds"] == pytest.approx(7200, abs=3)

    @pytest.mark.parametrize("kind", ["drips", "reset", "closed", "tls", "inside"])
    def test_that_does_not_answer_is_retried(self, endpoint: Endpoint, app: FastAPI, kind: str) -> None:
        allowed = app.state.egress.allowed
        endpoint.tools = Tools(
            app.state.database, app.state.clock, egress=Egress(allowed=allowed, seconds=0.5), vault=app.state.vault
        )
        bring_about, fault = _FAULTS[kind]
        bring_about(endpoint)
        delivery_id = endpoint.test()

        endpoint.work()

        shown, (job,) = endpoint.delivery(delivery_id), endpoint.jobs()
        assert (shown["status"], shown["tries"], shown["fault"]) == ("waiting", 1, fault)
        assert 4 <= job["seconds"] <= 9
        assert shown["attempts"][0]["fault"] == fault


def _drips(endpoint: Endpoint) -> None:
    endpoint.listener.drips = True
    endpoint.listener.answer = b"HTTP/1.1 200 OK\r\nX-"


def _resets(endpoint: Endpoint) -> None:
    endpoint.listener.answer = b""


def _speaks_tls(endpoint: Endpoint) -> None:
    url = f"https://127.0.0.1:{endpoint.listener.port}/"
    assert endpoint.client.patch(endpoint.path, json={"url": url}).status_code == 200
    endpoint.listener.speaks_first = b"no TLS here\r\n\r\n"


def _lies_inside(endpoint: Endpoint) -> None:
    endpoint.tools = Tools(endpoint.tools.database, endpoint.tools.clock, vault=endpoint.tools.vault)


_FAULTS: dict[str, tuple[Callable[[Endpoint], None], str]] = {
    "drips": (_drips, "It took too long."),
    "reset": (_resets, "It broke off, or answered something other than HTTP."),
    "closed": (lambda endpoint: endpoint.listener.close(), "It could not be reached."),
    "tls": (_speaks_tls, "Its certificate or its encryption does not hold."),
    "inside": (_lies_inside, "It is not on the public internet."),
}


def _work_all_but(endpoint: Endpoint, job_id: str) -> None:
    jobs_ = endpoint.jobs
    endpoint.jobs = lambda: [job for job in jobs_() if job["id"] != job_id]  # type: ignore[method-assign]
    endpoint.work()
    endpoint.jobs = jobs_  # type: ignore[method-assign]


def _resume(endpoint: Endpoint, tools: Tools) -> None:
    with tools.database.read() as session:
        account_id = session.scalars(select(WebhookDelivery.account_id)).first()
    jobs.resume(tools, account_id=account_id, webhook_id=endpoint.path.rpartition("/")[2])


@pytest.mark.both_databases
class TestDeliver:
    @pytest.mark.promise("K7", "K8")
    def test_sends_again_under_the_same_id_what_was_sent_and_not_written_down(
        self, endpoint: Endpoint, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        delivery_id = endpoint.test()
        with monkeypatch.context() as dying:
            dying.setattr("comity.webhooks.delivering._note", _die)
            with pytest.raises(KeyboardInterrupt):
                endpoint.work()
        assert endpoint.delivery(delivery_id)["attempts"][0]["fault"] == "It was cut off."
        clock.advance(seconds=30)

        endpoint.work()

        shown = endpoint.delivery(delivery_id)
        heads = [told(request)[0] for request in endpoint.listener.requests]
        assert [head["webhook-id"] for head in heads] == [delivery_id] * 2
        assert len({head["webhook-timestamp"] for head in heads}) == 2
        assert len({head["webhook-signature"] for head in heads}) == 2
        assert (shown["status"], shown["tries"], len(shown["attempts"])) == ("delivered", 1, 2)

    @pytest.mark.promise("K6")
    def test_counts_a_try_that_died_before_it_was_sent(
        self, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        delivery_id = endpoint.test()
        with monkeypatch.context() as dying:
            dying.setattr("comity.webhooks.delivering._send", _die)
            with pytest.raises(KeyboardInterrupt):
                endpoint.work()

        endpoint.work()

        shown = endpoint.delivery(delivery_id)
        assert (len(endpoint.listener.requests), len(shown["attempts"])) == (1, 2)
        assert [attempt["answered"] for attempt in shown["attempts"]] == [200, None]

    def test_does_nothing_twice(self, endpoint: Endpoint, tools: Tools) -> None:
        endpoint.test()
        waiting = endpoint.jobs()
        endpoint.work()
        endpoint.jobs = lambda: waiting  # type: ignore[method-assign]

        endpoint.work()

        assert len(endpoint.listener.requests) == 1

    @pytest.mark.parametrize("point", ["_begin", "_send", "_note", "after", "_set"])
    def test_lets_its_webhook_be_deleted_at_any_point(
        self, endpoint: Endpoint, database: Database, monkeypatch: pytest.MonkeyPatch, point: str
    ) -> None:
        endpoint.test()
        answers: list[int] = []
        deleting = Thread(target=lambda: answers.append(endpoint.client.delete(endpoint.path).status_code))
        go_on = getattr(delivering, point)

        def while_it_is_deleted(*args: Any, **more: Any) -> Any:
            deleting.start()
            deleting.join(DELETED_OR_WAITING_SECONDS)
            return go_on(*args, **more)

        monkeypatch.setattr(delivering, point, while_it_is_deleted)

        endpoint.work()

        deleting.join()
        assert answers == [204]
        with database.read() as session:
            assert session.scalar(select(func.count()).select_from(WebhookDelivery)) == 0
            assert session.scalar(select(func.count()).select_from(WebhookAttempt)) == 0

    def test_keeps_four_kib_of_an_answer_as_any_database_can(self, endpoint: Endpoint) -> None:
        endpoint.listener.answer = b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + b"\x00\xff" * 4500
        delivery_id = endpoint.test()

        endpoint.work()

        (attempt,) = endpoint.delivery(delivery_id)["attempts"]
        assert attempt["answer"] == "\ufffd" * 4096
        assert attempt["milliseconds"] >= 0


class TestForget:
    @pytest.mark.both_databases
    def test_forgets_bodies_after_seven_days_and_all_after_thirty(
        self, endpoint: Endpoint, clock: Clock, tools: Tools, database: Database
    ) -> None:
        delivery_id = endpoint.test()
        endpoint.work()
        clock.advance(days=7)
        jobs.forget(tools)
        assert endpoint.delivery(delivery_id)["body"]["type"] == "webhook.test"

        clock.advance(seconds=1)
        jobs.forget(tools)
        shown = endpoint.delivery(delivery_id)
        assert (shown["body"], shown["can_be_replayed"], shown["attempts"][0]["answer"]) == (None, False, "")
        assert endpoint.client.post(f"{endpoint.path}/deliveries/{delivery_id}/replay").status_code == 409

        clock.advance(days=24)
        jobs.forget(tools)
        with database.read() as session:
            assert session.scalar(select(func.count()).select_from(WebhookDelivery)) == 0
            assert session.scalar(select(func.count()).select_from(WebhookAttempt)) == 0


def _die(*_: object) -> None:
    raise KeyboardInterrupt
