import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from tests.conftest import Clock


def use(app: FastAPI, token: str) -> TestClient:
    return TestClient(app, headers={"Authorization": f"Bearer {token}"})


class TestCreateToken:
    @pytest.mark.both_databases
    def test_shows_the_secret_once(self, client: TestClient, app: FastAPI) -> None:
        created = client.post("/v1/tokens", json={"name": "script", "scopes": ["read"]}).json()

        assert use(app, created["token"]).get("/v1/me").status_code == 200
        listed = client.get("/v1/tokens").json()["items"]
        assert [token["name"] for token in listed] == ["script", "test"]
        assert listed[0]["last_four"] == created["token"][-4:]
        assert "token" not in listed[0]

    def test_gives_the_same_secret_to_no_second_request(self, client: TestClient) -> None:
        headers = {"Idempotency-Key": "one"}

        first, second = (client.post("/v1/tokens", json={"name": "script"}, headers=headers).json() for _ in range(2))

        assert first["token"] != second["token"]

    def test_gives_no_more_than_its_maker_may(self, client: TestClient, app: FastAPI) -> None:
        body = {"name": "manager", "scopes": ["read", "admin"]}
        manager = use(app, client.post("/v1/tokens", json=body).json()["token"])

        response = manager.post("/v1/tokens", json={"name": "script", "scopes": ["write"]})

        assert (response.status_code, "write" in response.json()["detail"]) == (403, True)

    @pytest.mark.parametrize(
        ("scope", "verb", "path"),
        [
            ("read", "PATCH", "/v1/me"),
            ("read", "GET", "/v1/tokens"),
            ("write", "GET", "/v1/me"),
            ("hooks", "GET", "/v1/me"),
            ("hooks", "PATCH", "/v1/me"),
            ("write", "DELETE", "/v1/me"),
            ("admin", "GET", "/v1/me"),
        ],
    )
    def test_names_the_scope_that_is_missing(
        self, client: TestClient, app: FastAPI, scope: str, verb: str, path: str
    ) -> None:
        token = client.post("/v1/tokens", json={"name": "narrow", "scopes": [scope]}).json()["token"]

        response = use(app, token).request(verb, path, json={} if verb == "PATCH" else None)

        assert response.status_code == 403
        assert response.json()["detail"].startswith("It needs the scope ")


class TestRevokeToken:
    @pytest.mark.both_databases
    def test_ends_it_at_once(self, client: TestClient, app: FastAPI) -> None:
        created = client.post("/v1/tokens", json={"name": "script"}).json()
        script = use(app, created["token"])
        before = script.get("/v1/me").status_code

        response = client.delete(f"/v1/tokens/{created['id']}")

        assert (before, response.status_code, script.get("/v1/me").status_code) == (200, 204, 401)

    def test_does_not_find_anothers(self, client: TestClient, stranger: TestClient) -> None:
        (token,) = client.get("/v1/tokens").json()["items"]

        assert stranger.delete(f"/v1/tokens/{token['id']}").status_code == 404
        assert client.get("/v1/me").status_code == 200


class TestLastUse:
    @pytest.mark.both_databases
    def test_is_written_down_at_most_once_an_hour(self, client: TestClient, clock: Clock) -> None:
        def last_use() -> str:
            used: str = client.get("/v1/tokens").json()["items"][0]["last_used_at"]
            return used

        client.get("/v1/me")
        first = last_use()
        clock.advance(minutes=59)
        client.get("/v1/me")
        within = last_use()
        clock.advance(minutes=2)
        client.get("/v1/me")

        assert first == within == "2026-03-02T09:00:00Z"
        assert last_use() == "2026-03-02T10:01:00Z"

    def test_is_noted_when_writing_too(self, client: TestClient) -> None:
        client.patch("/v1/me", json={"headline": "Gardener"})

        assert client.get("/v1/tokens").json()["items"][0]["last_used_at"] == "2026-03-02T09:00:00Z"
