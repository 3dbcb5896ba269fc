from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.conftest import Clock
from tests.people import add_contact, log, next_step, posted

CONFERENCE = {"name": "DataConf", "starts_at": "2026-03-09T09:00:00Z", "ends_at": "2026-03-10T17:00:00Z"}
SESSIONS = [
    {"title": "Keynote", "kind": "talk"},
    {"title": "Pricing", "kind": "breakout"},
    {"title": "Dinner", "kind": "informal"},
]


def plan(client: TestClient, event: dict[str, Any], **query: str) -> dict[str, Any]:
    response = client.get(f"/v1/events/{event['id']}/plan", params=query)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def attend(client: TestClient, event: dict[str, Any], contact: dict[str, Any]) -> None:
    posted(client, f"/v1/events/{event['id']}/attendees", {"contact_id": contact["id"]})


class TestGetEventPlan:
    @pytest.mark.both_databases
    def test_agrees_with_the_next_step(self, client: TestClient) -> None:
        sam = add_contact(client)
        event = posted(client, "/v1/events", CONFERENCE)
        attend(client, event, sam)

        (person,) = plan(client, event)["key_people"]

        step = next_step(client, sam)
        assert person["next_step"]["id"] == step["id"]
        assert [touch["action"] for touch in person["touches"]] == ["event_before", "event_during", "event_after"]
        assert [touch["step_id"] for touch in person["touches"]] == [step["id"], None, None]
        assert person["touches"][0]["window"] == step["window"]

    def test_has_the_five_who_matter_most(self, client: TestClient) -> None:
        event = posted(client, "/v1/events", CONFERENCE)
        people = [add_contact(client, f"Guest {number}", importance=1 + number % 5) for number in range(7)]
        silent = add_contact(client, "Silent Guest", importance=5, do_not_contact=True)
        for one in [*people, silent]:
            attend(client, event, one)

        found = plan(client, event)

        names = [person["contact"]["full_name"] for person in found["key_people"]]
        assert len(names) == 5
        assert names[0] == "Guest 4"
        assert found["other_attendees"] == 2
        steps = [next_step(client, one)["action"] for one in people if one["full_name"] in names]
        assert steps == ["event_before"] * 5

    def test_asks_afterwards_which_parts_were_attended(self, client: TestClient, clock: Clock) -> None:
        event = posted(client, "/v1/events", {**CONFERENCE, "sessions": SESSIONS})
        assert not any(part["ask_attended"] for part in plan(client, event)["sessions"])
        clock.advance(days=9)

        found = plan(client, event)

        assert found["phase"] == "after"
        assert [part["part"] for part in found["sessions"]] == ["formal", "breakout", "informal"]
        assert all(part["ask_attended"] for part in found["sessions"])
        sessions = [{**part, "attended": part["title"] == "Dinner"} for part in SESSIONS]
        client.patch(f"/v1/events/{event['id']}", json={"sessions": sessions})
        told = plan(client, event)["sessions"]
        assert [(part["attended"], part["ask_attended"]) for part in told] == [(False, False)] * 2 + [(True, False)]

    def test_finds_out_who_will_be_there(self, client: TestClient) -> None:
        near, far = (
            posted(client, "/v1/events", {"name": "DataConf", "starts_at": starts_at})
            for starts_at in ("2026-03-09T09:00:00Z", "2026-05-09T09:00:00Z")
        )

        (today,) = client.get("/v1/next-steps").json()["items"]

        assert plan(client, near)["find_out"]["id"] == today["id"]
        assert plan(client, far)["find_out"]["window"]["from"].startswith("2026-04-25")

    def test_counts_nobody_who_was_deleted(self, client: TestClient) -> None:
        sam = add_contact(client)
        event = posted(client, "/v1/events", CONFERENCE)
        attend(client, event, sam)
        client.delete(f"/v1/contacts/{sam['id']}")

        found = plan(client, event)

        assert (found["key_people"], found["find_out"]["action"]) == ([], "event_before")
        assert [step["contact"] for step in client.get("/v1/next-steps").json()["items"]] == [None]

    def test_plans_nothing_for_an_event_that_the_owner_leaves_out(self, client: TestClient) -> None:
        event = posted(client, "/v1/events", {**CONFERENCE, "attending": False})
        attend(client, event, add_contact(client))

        found = plan(client, event)

        assert (found["key_people"], found["find_out"], found["other_attendees"]) == ([], None, 1)

    def test_follows_the_event_to_its_end(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        event = posted(client, "/v1/events", CONFERENCE)
        attend(client, event, sam)
        word = log(client, sam, "2026-03-02T08:00:00Z", "email", "outbound", event_id=event["id"])
        talk = {"duration_minutes": 20, "signals": ["candid", "laughter"], "event_id": event["id"]}
        log(client, sam, "2026-03-09T12:00:00Z", "event", "mutual", **talk)
        clock.advance(days=8, hours=9)

        (person,) = plan(client, event)["key_people"]

        assert [touch["state"] for touch in person["touches"]] == ["done", "done", "now"]
        assert person["touches"][0]["interaction_id"] == word["id"]
        assert person["touches"][2]["ask_size"] == "short_call"
        assert person["next_step"]["action"] == "event_after"
        assert person["next_step"]["ask_size"] == "short_call"

    @pytest.mark.parametrize("as_of", ["1970-01-01T00:00:00Z", "2030-12-31T23:59:59Z"])
    def test_can_be_asked_for_any_day(self, client: TestClient, as_of: str) -> None:
        event = posted(client, "/v1/events", {**CONFERENCE, "sessions": SESSIONS})
        attend(client, event, add_contact(client))

        assert plan(client, event, as_of=as_of)["phase"] in {"before", "over"}
