import pytest
from starlette.testclient import TestClient

from tests.people import add_contact, log, next_step, posted


class TestPromises:
    @pytest.mark.both_databases
    def test_lapse_when_a_check_brings_no_deed(self, client: TestClient) -> None:
        sam = add_contact(client)
        log(
            client, sam, "2026-01-05T10:00:00Z", "call", "mutual", duration_minutes=20, signals=["offered_introduction"]
        )
        body = {"contact_id": sam["id"], "by": "them", "what": "introduce me", "made_at": "2026-01-05T10:20:00Z"}
        promise = posted(client, "/v1/promises", {**body, "due_on": "2026-01-20"})
        log(client, sam, "2026-02-05T10:00:00Z", "email", "outbound", purpose="promise_check")

        (listed,) = client.get("/v1/promises", params={"contact_id": sam["id"]}).json()["items"]
        changed = client.patch(f"/v1/promises/{promise['id']}", json={"what": "introduce me to Mei"}).json()

        assert promise["status"] == "open"
        assert listed["status"] == changed["status"] == "lapsed"

    def test_are_dated_when_they_are_kept(self, client: TestClient) -> None:
        sam = add_contact(client)
        promise = posted(client, "/v1/promises", {"contact_id": sam["id"], "by": "me", "what": "the article"})
        assert next_step(client, sam)["action"] != "deliver_promise"

        kept = client.patch(f"/v1/promises/{promise['id']}", json={"status": "kept"}).json()
        opened = client.patch(f"/v1/promises/{promise['id']}", json={"status": "open"}).json()

        assert (kept["status"], kept["resolved_at"]) == ("kept", "2026-03-02T09:00:00Z")
        assert opened["resolved_at"] is None

    @pytest.mark.parametrize(
        "wrong",
        [
            {"status": "lapsed"},
            {"by": "us"},
            {"what": ""},
            {"status": "kept", "made_at": "2026-02-01T10:00:00Z", "resolved_at": "2026-01-01T10:00:00Z"},
        ],
    )
    def test_refuse_what_does_not_fit(self, client: TestClient, wrong: dict[str, str]) -> None:
        sam = add_contact(client)

        response = client.post("/v1/promises", json={"contact_id": sam["id"], "by": "me", "what": "it", **wrong})

        assert response.status_code == 422

    @pytest.mark.both_databases
    def test_name_interactions_of_their_own_account_alone(self, client: TestClient, stranger: TestClient) -> None:
        sam = add_contact(client)
        promise = posted(client, "/v1/promises", {"contact_id": sam["id"], "by": "me", "what": "it"})
        theirs = log(stranger, add_contact(stranger), "2026-02-01T10:00:00Z", "call", "mutual")
        mine = log(client, sam, "2026-02-01T10:00:00Z", "call", "mutual")

        for interaction_id in (theirs["id"], "none"):
            body = {"contact_id": sam["id"], "by": "me", "what": "it", "interaction_id": interaction_id}
            made = client.post("/v1/promises", json=body)
            changed = client.patch(f"/v1/promises/{promise['id']}", json={"interaction_id": interaction_id})
            assert made.status_code == changed.status_code == 404
            assert made.json()["errors"][0]["pointer"] == "/interaction_id"
        changed = client.patch(f"/v1/promises/{promise['id']}", json={"interaction_id": mine["id"]})

        assert changed.json()["interaction_id"] == mine["id"]

    def test_go_and_come_with_their_contact(self, client: TestClient) -> None:
        sam = add_contact(client)
        promise = posted(client, "/v1/promises", {"contact_id": sam["id"], "by": "me", "what": "it"})
        client.delete(f"/v1/contacts/{sam['id']}")
        gone = client.get("/v1/promises").json()["items"]
        client.post(f"/v1/contacts/{sam['id']}/restore")

        assert gone == []
        assert [one["id"] for one in client.get("/v1/promises").json()["items"]] == [promise["id"]]
