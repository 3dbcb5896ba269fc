"""The inbox: nothing that is told is dropped, and the owner has the last word."""

from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from comity.database import Database
from comity.integrations import jobs
from comity.jobs import Tools
from tests.conftest import Clock
from tests.integrations import bodies
from tests.integrations.senders import SAM, act, apply_all, connect, happened, inbox, log_of, tell
from tests.people import add_contact, next_step

pytestmark = pytest.mark.both_databases


class Inbox:
    """One integration's inbox, with what fills it."""

    def __init__(self, client: TestClient, database: Database, clock: Clock, kind: str = "generic") -> None:
        self.client, self._database, self._clock = client, database, clock
        self.of = connect(client, kind)

    def hears(self, *told: Any) -> list[Any]:
        for what in told:
            assert tell(self.client, self.of, what, at=self._clock.now).status_code == 202
        apply_all(self._database, self._clock)
        return self.events()

    def events(self, **query: str) -> list[Any]:
        return inbox(self.client, self.of, **query)

    def act(self, event: Any, action: str, **more: Any) -> Any:
        response = act(self.client, self.of, event, action, **more)
        apply_all(self._database, self._clock)
        return response


@pytest.fixture
def box(client: TestClient, database: Database, clock: Clock) -> Inbox:
    return Inbox(client, database, clock)


class TestAppliedEvents:
    def test_stand_in_the_log_and_move_the_next_step(self, client: TestClient, box: Inbox) -> None:
        sam = add_contact(client, emails=["sam@example.com"])
        before = next_step(client, sam)

        (event,) = box.hears(happened(SAM, body="Are you free on Tuesday?", channel="email", expects_reply=True))

        (logged,) = log_of(client)
        assert (event["status"], event["interaction_id"]) == ("applied", logged["id"])
        assert logged["contact_ids"] == [sam["id"]]
        assert logged["source"] == f"generic:{box.of.id}"
        assert next_step(client, sam)["action"] == "reply" != before["action"]

    def test_close_follow_ups(self, client: TestClient, box: Inbox) -> None:
        sam = add_contact(client, emails=["sam@example.com"])
        due = {"contact_id": sam["id"], "due_at": "2026-03-02T09:00:00Z"}
        follow_up = client.post("/v1/follow-ups", json=due).json()

        box.hears(happened(SAM, direction="outbound", occurred_at="2026-03-02T08:00:00Z"))

        assert client.get(f"/v1/follow-ups/{follow_up['id']}").json()["status"] == "done"

    def test_can_be_taken_out_and_stay_out(self, client: TestClient, box: Inbox) -> None:
        add_contact(client, emails=["sam@example.com"])
        (event,) = box.hears(happened(SAM, about="order-1"))
        client.delete(f"/v1/interactions/{event['interaction_id']}")

        newest, _ = box.hears(happened(SAM, about="order-1", subject="Dinner?"))

        assert log_of(client) == []
        assert (newest["status"], newest["code"]) == ("ignored", "taken-out")

    def test_leave_the_owner_out(self, client: TestClient, box: Inbox) -> None:
        owner = client.get("/v1/me").json()["email"]
        sam = add_contact(client, emails=["sam@example.com"])
        add_contact(client, "Robin Vale", emails=[owner])
        client.patch(f"/v1/integrations/{box.of.id}", json={"own_addresses": ["Robin@Work.example"]})

        box.hears(happened(SAM, {"email": owner.upper()}, {"email": "robin@work.example"}))
        alone, _ = box.hears(happened({"email": owner}))

        assert log_of(client)[0]["contact_ids"] == [sam["id"]]
        assert (alone["status"], alone["code"]) == ("ignored", "nobody")

    def test_that_break_a_rule_say_so(self, client: TestClient, box: Inbox) -> None:
        add_contact(client, emails=["sam@example.com"])

        (event,) = box.hears(happened(SAM, kind="meeting", direction="mutual", goals=["one", "two", "three"]))

        assert (event["status"], event["code"]) == ("rejected", "too-many-goals")
        assert "two goals" in event["reason"]


class TestUnknownPeople:
    def test_wait(self, client: TestClient, box: Inbox) -> None:
        (event,) = box.hears(happened(SAM))

        assert event["status"] == "unmatched"
        assert (event["people"][0]["email"], event["people"][0]["contact_id"]) == ("sam@example.com", None)
        assert client.get(f"/v1/integrations/{box.of.id}").json()["waiting"] == 1
        assert log_of(client) == []

    def test_do_not_hold_up_those_who_are_known(self, client: TestClient, box: Inbox) -> None:
        ana = add_contact(client, "Ana Reis", emails=["ana@example.com"])

        (event,) = box.hears(happened(SAM, {"email": "ana@example.com"}))
        assert event["status"] == "unmatched"
        assert log_of(client)[0]["contact_ids"] == [ana["id"]]

        created = box.act(event, "create").json()
        assert created["status"] == "applied"
        assert created["people"][0]["full_name"] == "Sam Okafor"
        (logged,) = log_of(client)
        assert set(logged["contact_ids"]) == {ana["id"], created["people"][0]["contact_id"]}

    def test_are_matched_once_for_all(self, client: TestClient, box: Inbox) -> None:
        sam = add_contact(client, emails=["sam@work.example"])
        events = box.hears(*(happened(SAM, subject=subject) for subject in ("one", "two", "three")))
        assert {event["status"] for event in events} == {"unmatched"}

        matched = box.act(events[1], "match", contact_id=sam["id"])

        assert matched.json()["status"] == "applied"
        assert {event["status"] for event in box.events()} == {"applied"}
        assert client.get(f"/v1/contacts/{sam['id']}").json()["emails"] == ["sam@work.example", "sam@example.com"]
        assert len(log_of(client)) == 3

    def test_become_contacts(self, client: TestClient, box: Inbox) -> None:
        (event,) = box.hears(happened({"email": "sam@example.com", "company": "Northwind"}))

        made = box.act(event, "create", full_name="Sam Okafor").json()["people"][0]["contact_id"]

        contact = client.get(f"/v1/contacts/{made}").json()
        assert (contact["full_name"], contact["emails"], contact["company"]) == (
            "Sam Okafor",
            ["sam@example.com"],
            "Northwind",
        )

    def test_can_be_left_out_and_fetched_back(self, client: TestClient, box: Inbox) -> None:
        (event,) = box.hears(happened(SAM))

        assert box.act(event, "ignore").json()["status"] == "ignored"
        assert box.act(event, "ignore").json()["type"] == "/problems/not-waiting"
        assert box.act(event, "match", contact_id="x").json()["type"] == "/problems/not-waiting"

        box.act(event, "replay")
        assert box.events()[0]["status"] == "unmatched"

    def test_are_suggested_where_it_is_not_sure(self, client: TestClient, box: Inbox) -> None:
        first, second = (add_contact(client, emails=["office@example.com"], company=name) for name in ("One", "Two"))
        namesake = add_contact(client, "Ana Reis", emails=["ana@home.example"])

        by_name, by_address = box.hears(
            happened({"name": "Front Desk", "email": "office@example.com"}),
            happened({"name": "Ana Reis", "email": "ana@work.example"}),
        )

        assert {by_name["status"], by_address["status"]} == {"unmatched"}
        assert [(one["contact_id"], one["why"]) for one in by_address["people"][0]["likely"]] == [
            (first["id"], "the same e-mail address"),
            (second["id"], "the same e-mail address"),
        ]
        assert [(one["contact_id"], one["full_name"]) for one in by_name["people"][0]["likely"]] == [
            (namesake["id"], "Ana Reis")
        ]

    def test_are_told_by_number_or_by_a_full_name_alone(self, client: TestClient, box: Inbox) -> None:
        sam = add_contact(client, phones=["+49 (30) 123-4567"])
        ana = add_contact(client, "Ana Reis")
        add_contact(client, "Ana")

        events = box.hears(
            happened({"phone": "0049301234567"}, kind="call"),
            happened({"name": "ana  REIS"}),
            happened({"name": "Ana"}),
        )

        assert [(one["status"], one["people"][0]["contact_id"]) for one in events] == [
            ("unmatched", None),
            ("applied", ana["id"]),
            ("applied", sam["id"]),
        ]

    def test_are_named_by_their_place(self, client: TestClient, box: Inbox) -> None:
        ana = add_contact(client, "Ana Reis")
        (event,) = box.hears(happened({"email": "one@example.com"}, {"email": "two@example.com"}))

        half = box.act(event, "match", place=1, contact_id=ana["id"]).json()

        assert (half["status"], [one["contact_id"] for one in half["people"]]) == ("unmatched", [None, ana["id"]])
        assert box.act(event, "match", place=1, contact_id=ana["id"]).json()["type"] == "/problems/no-such-person"
        assert box.act(event, "match", place=0, contact_id="nobody").status_code == 404
        assert box.act(event, "match", place=0).status_code == 422
        assert box.act(event, "create", place=0).json()["status"] == "applied"


class TestReplay:
    def test_changes_nothing_that_stands(self, client: TestClient, box: Inbox) -> None:
        add_contact(client, emails=["sam@example.com"])
        (event,) = box.hears(happened(SAM))

        for _ in range(3):
            assert box.act(event, "replay").json()["status"] == "received"

        assert box.events()[0]["status"] == "applied"
        assert len(log_of(client)) == 1

    def test_brings_back_what_was_taken_out(self, client: TestClient, box: Inbox) -> None:
        add_contact(client, emails=["sam@example.com"])
        (event,) = box.hears(happened(SAM))
        client.delete(f"/v1/interactions/{event['interaction_id']}")

        box.act(event, "replay")

        assert [one["id"] for one in log_of(client)] == [box.events()[0]["interaction_id"]]

    def test_needs_what_it_said(self, client: TestClient, box: Inbox, database: Database, clock: Clock) -> None:
        (event,) = box.hears(happened(SAM))
        clock.advance(days=30)
        jobs.forget_bodies(Tools(database, clock))
        assert box.events()[0]["can_be_replayed"]

        clock.advance(seconds=1)
        jobs.forget_bodies(Tools(database, clock))

        (kept,) = box.events()
        assert (kept["status"], kept["people"], kept["subject"]) == ("unmatched", [], None)
        assert not kept["can_be_replayed"]
        for action in ("replay", "create"):
            assert box.act(event, action).json()["type"] == "/problems/body-gone"

    def test_counts_once_as_the_event_itself_does(self, client: TestClient, box: Inbox, clock: Clock) -> None:
        clock.advance(days=40)
        told = happened(SAM)
        box.hears(told)

        assert tell(client, box.of, told, at=clock.now, event_id=box.events()[0]["external_id"]).status_code == 200


class TestErasure:
    def test_leaves_nothing_of_what_was_told(self, client: TestClient, box: Inbox, database: Database) -> None:
        sam = add_contact(client, emails=["sam@example.com"])
        ana = add_contact(client, "Ana Reis", emails=["ana@example.com"])
        box.hears(happened(SAM, body="A canary"), happened({"email": "ana@example.com"}, body="Nothing of him"))
        tell(client, box.of, happened(SAM, subject="A canary that waits"))

        assert client.delete(f"/v1/contacts/{sam['id']}?erase=true").status_code == 204

        events = box.events()
        assert [(one["status"], one["code"]) for one in events] == [
            ("ignored", "erased"),
            ("applied", ""),
            ("applied", "erased"),
        ]
        assert [one["people"] for one in events if one["code"] == "erased"] == [[], []]
        assert events[1]["people"][0]["contact_id"] == ana["id"]
        (again, *_) = box.hears(happened(SAM))
        assert (again["status"], again["code"], again["people"]) == ("ignored", "erased", [])


class TestBookings:
    @pytest.fixture
    def box(self, client: TestClient, database: Database, clock: Clock) -> Inbox:
        add_contact(client, emails=["sam@example.com"])
        return Inbox(client, database, clock, "calcom")

    made = bodies.calcom()
    moved = bodies.calcom(
        "BOOKING_RESCHEDULED",
        uid="moved",
        rescheduleUid=made["payload"]["uid"],
        starts="2026-03-09T09:30:00Z",
        ends="2026-03-09T10:00:00Z",
        created="2026-03-02T08:40:00Z",
    )
    cancelled = bodies.calcom("BOOKING_CANCELLED", uid="moved", created="2026-03-02T08:50:00Z")

    def test_are_planned_moved_and_cancelled(self, client: TestClient, box: Inbox) -> None:
        box.hears(self.made)
        (planned,) = log_of(client)
        assert (planned["kind"], planned["occurred_at"], planned["duration_minutes"]) == (
            "meeting",
            "2026-03-05T09:30:00Z",
            60,
        )

        box.hears(self.moved)
        (moved,) = log_of(client)
        assert (moved["id"], moved["occurred_at"], moved["duration_minutes"]) == (
            planned["id"],
            "2026-03-09T09:30:00Z",
            30,
        )

        newest, *_ = box.hears(self.cancelled)
        assert (newest["status"], newest["code"]) == ("applied", "removed")
        assert log_of(client) == []

    @pytest.mark.parametrize("order", ["made moved cancelled", "cancelled moved made", "moved cancelled made"])
    def test_come_to_the_same_in_any_order(self, client: TestClient, box: Inbox, order: str) -> None:
        for name in order.split():
            box.hears(getattr(self, name))

        assert log_of(client) == []

    def test_that_were_moved_before_they_were_made_stay_where_they_are(self, client: TestClient, box: Inbox) -> None:
        box.hears(self.moved)
        box.hears(self.made)

        assert [one["occurred_at"] for one in log_of(client)] == ["2026-03-09T09:30:00Z"]
        assert [(one["status"], one["code"]) for one in box.events()] == [("ignored", "superseded"), ("applied", "")]

    def test_told_again_are_one(self, client: TestClient, box: Inbox) -> None:
        box.hears(self.made)
        again = self.made | {"createdAt": "2026-03-02T08:31:00Z"}
        box.hears(again)

        assert len(log_of(client)) == 1

    def test_that_took_place_stay(self, client: TestClient, box: Inbox) -> None:
        box.hears(self.made)
        (planned,) = log_of(client)
        client.patch(f"/v1/interactions/{planned['id']}", json={"signals": ["candid"]})

        newest, *_ = box.hears(bodies.calcom("BOOKING_CANCELLED", created="2026-03-05T12:00:00Z"))

        assert (newest["status"], newest["code"]) == ("ignored", "took-place")
        assert len(log_of(client)) == 1

    def test_of_strangers_wait_no_longer_when_cancelled(self, client: TestClient, box: Inbox) -> None:
        stranger = {"attendees": [{"email": "no@example.com", "name": "No One"}]}
        (event,) = box.hears(bodies.calcom(**stranger))
        assert event["status"] == "unmatched"

        box.hears(bodies.calcom("BOOKING_CANCELLED", created="2026-03-02T08:55:00Z", **stranger))

        assert [one["status"] for one in box.events()] == ["ignored", "ignored"]


BODY_FIRST = {  # they read what they are asked before they look who asks, for whom they then need the scope read
    ("post", "/v1/asks/check"),
    ("post", "/v1/interactions/read-signals"),
    ("post", "/v1/outreach/check"),
    ("post", "/v1/outreach/drafts"),
}


class TestScopes:
    @pytest.mark.parametrize(("scopes", "reads", "writes"), [(["read"], 200, 403), (["hooks"], 403, 403)])
    def test_of_a_token_count(self, client: TestClient, box: Inbox, scopes: list[str], reads: int, writes: int) -> None:
        token = client.post("/v1/tokens", json={"name": "less", "scopes": scopes}).json()["token"]
        less = {"Authorization": f"Bearer {token}"}
        (event,) = box.hears(happened(SAM))
        path = f"/v1/integrations/{box.of.id}/events"

        assert client.get(path, headers=less).status_code == reads
        body = {"event_id": event["id"], "action": "ignore"}
        assert client.post(path, json=body, headers=less).status_code == writes

    def test_hooks_may_add_interactions_and_events_and_nothing_else(self, client: TestClient, app: FastAPI) -> None:
        operations = [(verb, path, one) for path, all_ in app.openapi()["paths"].items() for verb, one in all_.items()]

        def answer(verb: str, path: str) -> int:
            token = client.post("/v1/tokens", json={"name": "hooks", "scopes": ["hooks"]}).json()["token"]
            less = {"Authorization": f"Bearer {token}"}
            return client.request(verb, path.replace("{", "").replace("}", ""), json={}, headers=less).status_code

        allowed = {(verb, path) for verb, path, one in operations if one["security"] and answer(verb, path) != 403}
        assert allowed - BODY_FIRST == {
            ("post", "/v1/interactions"),
            ("post", "/v1/events"),
            ("post", "/v1/events/{event_id}/attendees"),
            ("post", "/v1/auth/logout"),
        }
