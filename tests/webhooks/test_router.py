from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from starlette.testclient import TestClient

from comity.database import Database
from tests.conftest import Clock, SignUp
from tests.promised import Figure
from tests.test_addresses import EVERYTHING_REFUSED, PUBLIC
from tests.webhooks.endpoint import Endpoint

BODY = {"url": "https://hooks.example.org/in", "event_types": ["follow_up.due"]}


def scoped(client: TestClient, app: FastAPI, *scopes: str) -> TestClient:
    token = client.post("/v1/tokens", json={"name": "script", "scopes": list(scopes)}).json()["token"]
    return TestClient(app, headers={"Authorization": f"Bearer {token}"})


class TestCreateWebhook:
    @pytest.mark.both_databases
    def test_shows_its_secret_this_once(self, client: TestClient, database: Database) -> None:
        made = client.post("/v1/webhooks", json=BODY)
        read = client.get(f"/v1/webhooks/{made.json()['id']}")

        assert made.status_code == 201
        assert made.json()["secret"].startswith("whsec_")
        assert (read.json()["status"], read.json()["active"]) == ("active", True)
        assert read.headers["ETag"] == made.headers["ETag"]
        assert made.json()["secret"] not in read.text
        with database.read() as session:
            assert made.json()["secret"] not in session.scalar(text("SELECT secret FROM webhooks"))

    @pytest.mark.promise("P10")
    def test_refuses_whatever_may_lead_inside(self, client: TestClient, app: FastAPI, figure: Figure) -> None:
        app.state.egress = type(app.state.egress)()
        spelled = [url for url in EVERYTHING_REFUSED if url == url.strip()]  # white space around it is taken away
        for url in spelled:
            response = client.post("/v1/webhooks", json=BODY | {"url": url})
            assert response.status_code == 422, url
            assert "/url" in response.text

        figure(f"{len(spelled)} addresses refused with 422 when a webhook is saved; {len(PUBLIC)} pass")
        for url in PUBLIC:
            assert client.post("/v1/webhooks", json=BODY | {"url": url}).status_code == 201, url

    def test_ends_at_ten(self, client: TestClient, stranger: TestClient) -> None:
        answers = [client.post("/v1/webhooks", json=BODY).status_code for _ in range(11)]

        assert answers == [201] * 10 + [409]
        assert stranger.post("/v1/webhooks", json=BODY).status_code == 201

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"event_types": []},
            {"event_types": ["everything"]},
            {"event_types": "follow_up.due"},
            {"secret": "mine"},
        ],
    )
    def test_refuses_what_does_not_hold(self, client: TestClient, body: dict[str, object]) -> None:
        assert client.post("/v1/webhooks", json=(BODY | body) if body else {}).status_code == 422

    def test_is_for_admins(self, client: TestClient, app: FastAPI) -> None:
        webhook_id = client.post("/v1/webhooks", json=BODY).json()["id"]
        script = scoped(client, app, "read", "write", "hooks")

        for verb, path in (
            ("POST", ""),
            ("GET", ""),
            ("GET", f"/{webhook_id}/deliveries"),
            ("POST", f"/{webhook_id}/test"),
        ):
            response = script.request(verb, f"/v1/webhooks{path}", json=BODY if (verb, path) == ("POST", "") else None)
            assert response.status_code == 403, path
            assert "admin" in response.json()["detail"]


class TestUpdateWebhook:
    @pytest.mark.both_databases
    def test_pauses_and_goes_on(self, endpoint: Endpoint, sign_up: SignUp) -> None:
        endpoint.test()
        paused = endpoint.client.patch(endpoint.path, json={"active": False})
        endpoint.client.post("/v1/contacts", json={"full_name": "Sam Okafor"})
        endpoint.work()

        assert paused.json()["status"] == "paused"
        assert endpoint.client.post(f"{endpoint.path}/test").status_code == 409
        assert [one["status"] for one in endpoint.deliveries()] == ["parked"]
        assert not endpoint.listener.requests
        assert endpoint.client.patch(endpoint.path, json={"active": True}).json()["status"] == "active"

    def test_refuses_an_address_inside(self, endpoint: Endpoint) -> None:
        response = endpoint.client.patch(endpoint.path, json={"url": "http://10.0.0.1/"})

        assert (response.status_code, response.json()["errors"][0]["pointer"]) == (422, "/url")
        assert endpoint.shown()["url"].startswith("http://127.0.0.1")

    def test_wants_the_version_that_was_read(self, endpoint: Endpoint) -> None:
        tag = endpoint.client.get(endpoint.path).headers["ETag"]
        body = {"description": "To the house"}

        assert endpoint.client.patch(endpoint.path, json=body, headers={"If-Match": tag}).status_code == 200
        assert endpoint.client.patch(endpoint.path, json=body, headers={"If-Match": tag}).status_code == 412


class TestDeleteWebhook:
    @pytest.mark.both_databases
    def test_forgets_what_it_was_told(self, endpoint: Endpoint, database: Database) -> None:
        endpoint.test()
        endpoint.work()

        assert endpoint.client.delete(endpoint.path).status_code == 204

        assert endpoint.client.get(endpoint.path).status_code == 404
        with database.read() as session:
            for table in ("webhook_deliveries", "webhook_attempts"):
                assert session.scalar(text(f"SELECT count(*) FROM {table}")) == 0


class TestDeliveries:
    def test_are_listed_latest_first_in_pages(self, endpoint: Endpoint) -> None:
        made = [endpoint.test() for _ in range(5)]

        first = endpoint.client.get(f"{endpoint.path}/deliveries", params={"limit": 3}).json()
        query = {"limit": 3, "cursor": first["next_cursor"]}
        second = endpoint.client.get(f"{endpoint.path}/deliveries", params=query).json()

        assert sorted(made) == sorted(one["id"] for one in first["items"] + second["items"])
        assert [one["id"] for one in first["items"]] == sorted((one["id"] for one in first["items"]), reverse=True)
        assert second["next_cursor"] is None
        assert endpoint.deliveries(status="delivered") == []

    def test_of_another_webhook_are_not_found(self, endpoint: Endpoint, client: TestClient) -> None:
        delivery_id = endpoint.test()
        other = client.post("/v1/webhooks", json=BODY).json()["id"]

        assert client.get(f"/v1/webhooks/{other}/deliveries/{delivery_id}").status_code == 404
        assert client.post(f"/v1/webhooks/{other}/deliveries/{delivery_id}/replay").status_code == 404


class TestReplayDelivery:
    @pytest.mark.both_databases
    def test_sends_it_again_under_the_same_id(self, endpoint: Endpoint, clock: Clock) -> None:
        delivery_id = endpoint.test()
        endpoint.work()
        clock.now += timedelta(hours=1)

        replayed = endpoint.client.post(f"{endpoint.path}/deliveries/{delivery_id}/replay")
        endpoint.work()

        assert (replayed.status_code, replayed.json()["status"], replayed.json()["tries"]) == (200, "waiting", 0)
        assert endpoint.delivery(delivery_id)["status"] == "delivered"
        assert endpoint.listener.bytes.lower().count(f"webhook-id: {delivery_id}".encode()) == 2

    def test_takes_the_place_of_the_next_try(self, endpoint: Endpoint) -> None:
        endpoint.listener.answer = b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"
        delivery_id = endpoint.test()
        endpoint.work()
        before = endpoint.jobs()

        endpoint.client.post(f"{endpoint.path}/deliveries/{delivery_id}/replay")

        assert [job["id"] for job in before] == [f"{delivery_id}-0-1"]
        assert [job["id"] for job in endpoint.jobs()] == [f"{delivery_id}-1-0"]
