"""What the coach plans, kept in step with the log."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.conftest import Clock
from tests.people import add_contact, log, next_step, posted

Json = dict[str, Any]


def planned(client: TestClient, **query: str) -> list[Json]:
    found: list[Json] = client.get("/v1/follow-ups", params={"sort": "due", **query}).json()["items"]
    return found


def short(client: TestClient, **query: str) -> list[tuple[str, str, str]]:
    return [(one["origin"], one["action"], one["due_at"][:10]) for one in planned(client, status="open", **query)]


def told(interaction: Json) -> list[str]:
    return [effect["text"] for effect in interaction["effects"] if effect["kind"] == "follow_up"]


class TestSilence:
    @pytest.mark.both_databases
    def test_plans_one_follow_up_and_an_answer_ends_it(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)

        first = log(client, sam, "2026-03-02T08:00:00Z", "email", "outbound")

        assert short(client) == [("silence.follow-up-once", "follow_up", "2026-03-09")]
        assert told(first) == ["Follow up: planned for 9 March 2026."]
        clock.advance(days=1)
        word = log(client, sam, "2026-03-03T08:00:00Z", "email", "inbound")
        assert short(client) == []
        (done,) = planned(client)
        assert (done["status"], done["closed_by_interaction_id"]) == ("done", word["id"])
        assert told(word) == ["Follow up: the follow-up of 9 March 2026 is done."]
        client.delete(f"/v1/interactions/{word['id']}")
        assert short(client) == [("silence.follow-up-once", "follow_up", "2026-03-09")]
        assert len(planned(client)) == 1

    @pytest.mark.both_databases
    def test_leaves_what_the_owner_put_off(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-03-02T08:00:00Z", "email", "outbound")
        (made,) = planned(client)
        posted(client, f"/v1/follow-ups/{made['id']}/snooze", {"until": "2026-03-20T09:00:00Z"})
        clock.advance(days=9)
        log(client, sam, "2026-03-10T08:00:00Z", "note", "outbound")

        assert short(client) == [("silence.follow-up-once", "follow_up", "2026-03-20")]
        assert next_step(client, sam)["action"] == "wait"
        clock.advance(days=10)
        assert next_step(client, sam)["action"] == "follow_up"
        log(client, sam, "2026-03-20T08:00:00Z", "email", "inbound", expects_reply=False)
        assert short(client) == []

    @pytest.mark.both_databases
    def test_leaves_out_what_the_owner_skipped_and_brings_it_back(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-03-02T08:00:00Z", "email", "outbound")
        (made,) = planned(client)

        posted(client, f"/v1/follow-ups/{made['id']}/skip", {})

        clock.advance(days=9)
        log(client, sam, "2026-03-10T08:00:00Z", "note", "outbound")
        assert short(client) == []
        assert next_step(client, sam)["action"] != "follow_up"
        posted(client, f"/v1/follow-ups/{made['id']}/reopen", {})
        assert short(client) == [("silence.follow-up-once", "follow_up", "2026-03-09")]
        assert next_step(client, sam)["action"] == "follow_up"

    def test_takes_deleting_for_leaving_out(self, client: TestClient) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-03-02T08:00:00Z", "email", "outbound")
        (made,) = planned(client)

        assert client.delete(f"/v1/follow-ups/{made['id']}").status_code == 204

        assert short(client) == []

    def test_comes_once_with_what_was_planned_by_hand(self, client: TestClient) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-03-02T08:00:00Z", "email", "outbound")

        posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "due_at": "2026-03-16T09:00:00Z"})

        assert short(client) == [("hand", "follow_up", "2026-03-16")]

    def test_is_done_by_completing_it(self, client: TestClient) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-03-01T08:00:00Z", "email", "outbound")
        (made,) = planned(client)

        done = posted(client, f"/v1/follow-ups/{made['id']}/complete", {})

        assert done["follow_up"]["status"] == "done"
        posted(client, f"/v1/follow-ups/{made['id']}/reopen", {})
        assert [one["id"] for one in planned(client, status="open")] == [made["id"]]
        assert len(client.get("/v1/interactions").json()["items"]) == 1


class TestPromises:
    @pytest.mark.both_databases
    def test_plan_deed_and_check(self, client: TestClient) -> None:
        sam = add_contact(client)
        mine = {"contact_id": sam["id"], "by": "me", "what": "Send the slides", "due_on": "2026-03-12"}
        theirs = {"contact_id": sam["id"], "by": "them", "what": "Introduce Ana", "due_on": "2026-03-10"}
        made = posted(client, "/v1/promises", mine)
        posted(client, "/v1/promises", theirs)

        assert short(client) == [
            ("promise.mine", "deliver_promise", "2026-03-12"),
            ("promise.theirs", "check_promise", "2026-03-17"),
        ]
        client.patch(f"/v1/promises/{made['id']}", json={"status": "kept"})
        assert short(client) == [("promise.theirs", "check_promise", "2026-03-17")]
        assert {one["status"] for one in planned(client) if one["origin"] == "promise.mine"} == {"done"}


class TestConversations:
    def test_are_thanked(self, client: TestClient) -> None:
        sam = add_contact(client)

        log(client, sam, "2026-03-02T08:30:00Z", "call", "mutual", duration_minutes=30, signals=["laughter", "candid"])

        (thank,) = planned(client, status="open")
        assert (thank["origin"], thank["action"], thank["ask_size"]) == ("meeting.next-step", "thank", "short_call")
        log(client, sam, "2026-03-02T08:50:00Z", "email", "outbound", purpose="thanks")
        assert short(client) == []


class TestEvents:
    def test_get_a_word_after(self, client: TestClient) -> None:
        sam = add_contact(client)
        body = {"name": "PyCon", "starts_at": "2026-03-10T08:00:00Z", "ends_at": "2026-03-11T17:00:00Z"}
        event = posted(client, "/v1/events", body)

        posted(client, f"/v1/events/{event['id']}/attendees", {"contact_id": sam["id"]})

        assert short(client) == [("easy-win.event", "event_after", "2026-03-11")]


class TestShut:
    def test_plans_nothing_with_who_is_not_to_be_contacted(self, client: TestClient) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-03-02T08:00:00Z", "email", "outbound")

        client.patch(f"/v1/contacts/{sam['id']}", json={"do_not_contact": True})

        assert short(client) == []
