import pytest
from starlette.testclient import TestClient

from tests.people import add_contact, next_step, posted

CONFERENCE = {"name": "DataConf", "starts_at": "2026-03-09T09:00:00Z", "ends_at": "2026-03-10T17:00:00Z"}


class TestEvents:
    @pytest.mark.both_databases
    def test_make_a_word_ahead_the_step(self, client: TestClient) -> None:
        sam = add_contact(client)
        event = posted(client, "/v1/events", {**CONFERENCE, "sessions": [{"title": "Pricing", "kind": "breakout"}]})

        posted(client, f"/v1/events/{event['id']}/attendees", {"contact_id": sam["id"]})

        assert next_step(client, sam)["action"] == "event_before"
        client.delete(f"/v1/events/{event['id']}")
        assert next_step(client, sam)["action"] != "event_before"

    def test_end_after_they_start(self, client: TestClient) -> None:
        body = {**CONFERENCE, "ends_at": "2026-03-08T09:00:00Z"}

        assert client.post("/v1/events", json=body).status_code == 422

    def test_ask_who_will_be_there_while_nobody_is_known(self, client: TestClient) -> None:
        posted(client, "/v1/events", CONFERENCE)

        (step,) = client.get("/v1/next-steps").json()["items"]

        assert (step["action"], step["contact"]) == ("event_before", None)
        assert step["reasons"][0]["rule"] == "easy-win.who-will-be-there"


class TestAttendees:
    @pytest.mark.both_databases
    def test_are_matched_or_added(self, client: TestClient) -> None:
        sam = add_contact(client, emails=["sam@example.com"])
        event = posted(client, "/v1/events", CONFERENCE)
        path = f"/v1/events/{event['id']}/attendees"

        known = posted(client, path, {"full_name": "S. Okafor", "email": "Sam@Example.com"})
        new = posted(client, path, {"full_name": "Mei Tanaka", "company": "Arbor"})

        assert (known["contact_id"], known["added"]) == (sam["id"], False)
        assert new["added"] is True
        names = [one["full_name"] for one in client.get(path).json()["items"]]
        assert names == ["Mei Tanaka", "Sam Okafor"]

    def test_can_stay_away(self, client: TestClient) -> None:
        sam = add_contact(client)
        event = posted(client, "/v1/events", CONFERENCE)
        posted(client, f"/v1/events/{event['id']}/attendees", {"contact_id": sam["id"]})
        path = f"/v1/events/{event['id']}/attendees/{sam['id']}"

        assert client.delete(path).status_code == 204
        assert client.delete(path).status_code == 404

    def test_are_named_one_way(self, client: TestClient) -> None:
        sam = add_contact(client)
        event = posted(client, "/v1/events", CONFERENCE)
        both = {"contact_id": sam["id"], "full_name": "Sam Okafor"}

        assert client.post(f"/v1/events/{event['id']}/attendees", json=both).status_code == 422
        assert client.post(f"/v1/events/{event['id']}/attendees", json={}).status_code == 422
