import base64
from typing import Any

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from comity.accounts.models import CredentialKind
from comity.database import Database
from comity.integrations.providers import PROVIDERS
from tests.integrations.senders import connect

TO_BE_GIVEN = {kind: {"secret": "given-by-the-provider"} for kind, one in PROVIDERS.items() if one.gives_secret}


def stored(database: Database) -> str:
    """Every row of the table, as a thief would read it."""
    with database.read() as session:
        return str(session.execute(text("SELECT * FROM integrations")).all())


class TestCreateIntegration:
    @pytest.mark.promise("P35")
    @pytest.mark.both_databases
    @pytest.mark.parametrize("kind", PROVIDERS)
    def test_shows_a_secret_once_and_keeps_it_locked(self, client: TestClient, database: Database, kind: str) -> None:
        body = {"kind": kind, "name": "Mine", **TO_BE_GIVEN.get(kind, {})}

        made = client.post("/v1/integrations", json=body).json()

        assert (made["secret"] is None) == (kind in TO_BE_GIVEN)
        secret = made["secret"] or "given-by-the-provider"
        assert secret not in stored(database)
        assert base64.b64encode(secret.encode()).decode() not in stored(database)
        again = client.get(f"/v1/integrations/{made['id']}")
        assert "secret" not in again.json()
        assert secret not in again.text + client.get("/v1/integrations").text

    def test_says_where_hooks_go(self, client: TestClient) -> None:
        made = client.post("/v1/integrations", json={"kind": "generic", "name": "Mine"}).json()

        assert made["hook_url"] == f"http://testserver/v1/hooks/{made['id']}"

    def test_puts_the_secret_into_the_address_of_who_does_not_sign(self, client: TestClient) -> None:
        made = client.post("/v1/integrations", json={"kind": "postmark", "name": "Mine"}).json()

        assert made["hook_url"] == f"http://comity:{made['secret']}@testserver/v1/hooks/{made['id']}"
        assert made["secret"] not in client.get(f"/v1/integrations/{made['id']}").json()["hook_url"]

    @pytest.mark.parametrize(
        ("body", "problem"),
        [
            ({"kind": "fax"}, "unknown-kind"),
            ({"kind": "slack"}, "secret-refused"),
            ({"kind": "generic", "secret": "whsec_c2hvcnQ="}, "secret-refused"),
            ({"kind": "generic", "secret": "not base64 at all"}, "invalid-request"),
            ({"kind": "generic", "secret": "whsec_ä" * 8}, "invalid-request"),
            ({"kind": "zoom", "secret": "short"}, "invalid-request"),
        ],
    )
    def test_refuses(self, client: TestClient, body: dict[str, Any], problem: str) -> None:
        response = client.post("/v1/integrations", json={"name": "Mine", **body})

        assert (response.status_code, response.json()["type"]) == (422, f"/problems/{problem}")

    def test_takes_a_secret_of_standard_webhooks(self, client: TestClient) -> None:
        body = {"kind": "generic", "name": "Mine", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}

        assert client.post("/v1/integrations", json=body).json()["secret"] is None

    def test_does_not_answer_the_secret_again_to_a_repeated_request(self, client: TestClient) -> None:
        key = {"Idempotency-Key": "one"}
        body = {"kind": "generic", "name": "Mine"}

        first, second = (client.post("/v1/integrations", json=body, headers=key).json() for _ in range(2))

        assert first["id"] != second["id"]
        assert first["secret"] != second["secret"]

    @pytest.mark.parametrize("scopes", [["read", "write"], ["hooks"]])
    def test_needs_the_scope_admin(self, client: TestClient, scopes: list[str]) -> None:
        token = client.post("/v1/tokens", json={"name": CredentialKind.APP_TOKEN, "scopes": scopes}).json()["token"]
        less = {"Authorization": f"Bearer {token}"}

        response = client.post("/v1/integrations", json={"kind": "generic", "name": "Mine"}, headers=less)

        assert (response.status_code, response.json()["type"]) == (403, "/problems/scope-missing")


class TestUpdateIntegration:
    def test_changes_what_was_given(self, client: TestClient) -> None:
        to = connect(client, own_addresses=["robin@work.example"])

        changed = client.patch(f"/v1/integrations/{to.id}", json={"name": "Other", "enabled": False}).json()

        assert (changed["name"], changed["enabled"], changed["own_addresses"]) == (
            "Other",
            False,
            ["robin@work.example"],
        )

    def test_heeds_the_tag(self, client: TestClient) -> None:
        to = connect(client)
        tag = client.get(f"/v1/integrations/{to.id}").headers["ETag"]

        def rename() -> int:
            return client.patch(
                f"/v1/integrations/{to.id}", json={"name": "Other"}, headers={"If-Match": tag}
            ).status_code

        assert [rename(), rename()] == [200, 412]


class TestListIntegrations:
    def test_lists_the_latest_first(self, client: TestClient) -> None:
        made = [connect(client).id for _ in range(3)]

        first = client.get("/v1/integrations", params={"limit": 2}).json()
        rest = client.get("/v1/integrations", params={"cursor": first["next_cursor"]}).json()

        assert [one["id"] for one in first["items"] + rest["items"]] == made[::-1]


class TestListKinds:
    def test_says_how_each_is_connected(self, client: TestClient) -> None:
        kinds = client.get("/v1/integrations/kinds").json()["kinds"]

        assert [one["kind"] for one in kinds] == list(PROVIDERS)
        assert all(one["steps"] and one["replay"] and one["what"] for one in kinds)


class TestDeleteIntegration:
    @pytest.mark.both_databases
    def test_forgets_it(self, client: TestClient) -> None:
        to = connect(client)

        assert client.delete(f"/v1/integrations/{to.id}").status_code == 204
        assert client.get(f"/v1/integrations/{to.id}").status_code == 404
        assert client.get(f"/v1/integrations/{to.id}/events").status_code == 404
