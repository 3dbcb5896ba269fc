import pytest
from starlette.testclient import TestClient

from tests.people import add_contact, posted


class TestTies:
    @pytest.mark.both_databases
    def test_are_written_once(self, client: TestClient) -> None:
        ada, ben = add_contact(client, "Ada Stern"), add_contact(client, "Ben Ito")
        body = {"from_contact_id": ben["id"], "to_contact_id": ada["id"], "kind": "colleague", "strength": 0.8}
        tie = posted(client, "/v1/ties", body)

        assert client.post("/v1/ties", json=body).status_code == 409
        assert client.patch(f"/v1/ties/{tie['id']}", json={"strength": 0.2}).json()["strength"] == 0.2
        assert client.get("/v1/ties", params={"contact_id": ada["id"]}).json()["items"][0]["id"] == tie["id"]
        assert client.delete(f"/v1/ties/{tie['id']}").status_code == 204

    @pytest.mark.parametrize("strength", [-0.1, 1.1])
    def test_have_a_strength_from_nought_to_one(self, client: TestClient, strength: float) -> None:
        ada = add_contact(client)

        assert client.post("/v1/ties", json={"to_contact_id": ada["id"], "strength": strength}).status_code == 422

    def test_join_two_different_people(self, client: TestClient) -> None:
        ada = add_contact(client)
        body = {"from_contact_id": ada["id"], "to_contact_id": ada["id"]}

        assert client.post("/v1/ties", json=body).status_code == 422

    def test_may_be_the_owners_own(self, client: TestClient) -> None:
        ada = add_contact(client)

        assert posted(client, "/v1/ties", {"to_contact_id": ada["id"], "kind": "family"})["from_contact_id"] is None
