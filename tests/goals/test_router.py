from starlette.testclient import TestClient

from tests.people import add_contact, log, next_step, posted


class TestGoals:
    def test_move_the_steps_of_those_they_concern(self, client: TestClient) -> None:
        sam = add_contact(client, seniority="mid")
        log(client, sam, "2026-01-12T10:00:00Z", "call", "mutual", duration_minutes=30, signals=["candid", "laughter"])
        log(client, sam, "2026-02-09T10:00:00Z", "call", "mutual", duration_minutes=30, signals=["candid"])
        goal = posted(
            client, "/v1/goals", {"title": "Meet the team", "ask_size": "meeting", "contact_ids": [sam["id"]]}
        )

        step = next_step(client, sam)

        assert (step["action"], step["goal_id"]) == ("propose_meeting", goal["id"])
        client.delete(f"/v1/goals/{goal['id']}")
        assert next_step(client, sam)["action"] != "propose_meeting"

    def test_name_only_people_who_are_there(self, client: TestClient) -> None:
        response = client.post("/v1/goals", json={"title": "Meet", "contact_ids": ["nobody"]})

        assert response.status_code == 404

    def test_go_on_naming_who_was_deleted_since(self, client: TestClient) -> None:
        sam, ana = add_contact(client), add_contact(client, "Ana Reis")
        goal = posted(client, "/v1/goals", {"title": "Meet", "contact_ids": [sam["id"]]})
        client.delete(f"/v1/contacts/{sam['id']}")

        named = [sam["id"], ana["id"]]
        changed = client.patch(f"/v1/goals/{goal['id']}", json={"contact_ids": named})
        refused = client.patch(f"/v1/goals/{goal['id']}", json={"contact_ids": [*named, "nobody"]})

        assert changed.json()["contact_ids"] == named
        assert refused.status_code == 404
