"""Time away, and an owner who travels."""

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

import pytest
from starlette.testclient import TestClient

from comity.database import Database
from comity.follow_ups.due import sweep
from tests.conftest import Clock, SignUp
from tests.people import add_contact, posted

Json = dict[str, Any]


def planned(client: TestClient, contact: Json, due_at: str, **more: Any) -> Json:
    return posted(client, "/v1/follow-ups", {"contact_id": contact["id"], "due_at": due_at, **more})


def due(client: TestClient) -> dict[str, str]:
    return {one["id"]: one["due_at"] for one in client.get("/v1/follow-ups").json()["items"]}


class TestShift:
    @pytest.mark.both_databases
    def test_moves_what_is_due_meanwhile_and_piles_nothing_up(self, sign_up: SignUp) -> None:
        client = sign_up(daily_touches=2)
        sam, vip = add_contact(client), add_contact(client, "Ana Reis", importance=5)
        for day in (3, 4, 5, 6, 9):
            planned(client, sam, f"2026-03-{day:02}T09:00:00Z")
        important = planned(client, vip, "2026-03-10T09:00:00Z")
        later = planned(client, sam, "2026-03-16T09:00:00Z")
        before = due(client)

        shift = posted(client, "/v1/follow-ups/shift", {"until": "2026-03-14", "why": "skiing"})

        days = Counter(at[:10] for at in due(client).values())
        assert days == {"2026-03-16": 2, "2026-03-17": 2, "2026-03-18": 2, "2026-03-19": 1}
        assert due(client)[important["id"]] == due(client)[later["id"]] == "2026-03-16T09:00:00Z"
        assert all(one["moves"][0]["rule"] == "timing.away" for one in shift["moved"])
        assert {move["rule"] for one in shift["moved"] for move in one["moves"]} == {
            "timing.away",
            "timing.holiday",
            "timing.hours",
            "follow-up.spread",
        }
        assert client.get("/v1/me").json()["busy_periods"] == [shift["away"]]
        posted(client, f"/v1/follow-ups/shift/{shift['id']}/undo", {})
        assert due(client) == before
        assert client.get("/v1/me").json()["busy_periods"] == []
        assert client.post(f"/v1/follow-ups/shift/{shift['id']}/undo").status_code == 404

    def test_takes_a_day_in_words_and_what_is_overdue(self, client: TestClient, clock: Clock) -> None:
        made = planned(client, add_contact(client), "2026-03-02T10:00:00Z")
        clock.advance(days=2)

        shift = posted(client, "/v1/follow-ups/shift", {"until": "Friday next week"})

        assert shift["away"] == {"from": "2026-03-04", "until": "2026-03-13", "why": ""}
        assert due(client)[made["id"]] == "2026-03-16T09:00:00Z"

    def test_undo_leaves_what_was_touched_since(self, client: TestClient) -> None:
        made = planned(client, add_contact(client), "2026-03-04T10:00:00Z")
        shift = posted(client, "/v1/follow-ups/shift", {"until": "2026-03-14"})
        posted(client, f"/v1/follow-ups/{made['id']}/snooze", {"until": "2026-03-25T10:00:00Z"})

        posted(client, f"/v1/follow-ups/shift/{shift['id']}/undo", {})

        assert due(client)[made["id"]] == "2026-03-25T10:00:00Z"

    @pytest.mark.both_databases
    @pytest.mark.both_databases
    @pytest.mark.parametrize("order", ["first", "last"])
    def test_of_two_that_overlap_can_be_undone_in_any_order(self, sign_up: SignUp, order: str) -> None:
        client = sign_up(daily_touches=2)
        for day in (9, 10, 11, 9, 10, 11):
            planned(client, add_contact(client, f"Sam {day}"), f"2026-03-{day:02}T10:00:00Z")
        before = due(client)
        away = [("2026-03-09", "2026-03-11"), ("2026-03-11", "2026-03-13")]
        made = [posted(client, "/v1/follow-ups/shift", {"from": first, "until": last}) for first, last in away]
        assert min(due(client).values()) == "2026-03-16T09:00:00Z"
        first, last = made if order == "first" else reversed(made)

        posted(client, f"/v1/follow-ups/shift/{first['id']}/undo", {})

        left = [date.fromisoformat(last["away"][end]) for end in ("from", "until")]
        days = Counter(datetime.fromisoformat(at).date() for at in due(client).values())
        assert not [day for day in days if left[0] <= day <= left[1]]
        assert max(days.values()) == 2
        posted(client, f"/v1/follow-ups/shift/{last['id']}/undo", {})
        assert due(client) == before

    def test_is_listed_until_it_is_over_or_undone(self, client: TestClient, stranger: TestClient, clock: Clock) -> None:
        planned(client, add_contact(client), "2026-03-04T10:00:00Z")
        later = posted(client, "/v1/follow-ups/shift", {"from": "2026-06-01", "until": "2026-06-14", "why": "Crete"})
        near = posted(client, "/v1/follow-ups/shift", {"until": "2026-03-14"})

        listed = client.get("/v1/follow-ups/shift").json()

        assert listed["items"] == [
            {"id": near["id"], "away": near["away"], "moved": 1},
            {"id": later["id"], "away": later["away"], "moved": 0},
        ]
        assert stranger.get("/v1/follow-ups/shift").json()["items"] == []
        clock.advance(days=20)
        posted(client, f"/v1/follow-ups/shift/{later['id']}/undo", {})
        assert client.get("/v1/follow-ups/shift").json()["items"] == []

    def test_new_ones_wait_as_well(self, client: TestClient) -> None:
        posted(client, "/v1/follow-ups/shift", {"until": "2026-03-14"})

        made = planned(client, add_contact(client), "2026-03-04T10:00:00Z")

        assert (made["due_at"], made["moved_by"]) == ("2026-03-16T09:00:00Z", "timing.away")

    @pytest.mark.parametrize(
        "body",
        [
            {"until": "2026-03-01"},
            {"from": "2026-03-10", "until": "2026-03-09"},
            {"until": "2028-03-09"},
            {"until": "some day"},
            {},
        ],
    )
    def test_refuses_what_is_no_time_away(self, client: TestClient, body: Json) -> None:
        assert client.post("/v1/follow-ups/shift", json=body).status_code == 422

    def test_leaves_the_others_alone(self, client: TestClient, stranger: TestClient) -> None:
        theirs = planned(stranger, add_contact(stranger), "2026-03-04T10:00:00Z")

        posted(client, "/v1/follow-ups/shift", {"until": "2026-03-14"})

        assert due(stranger) == {theirs["id"]: "2026-03-04T10:00:00Z"}


class TestTravel:
    @pytest.mark.both_databases
    def test_keeps_the_hour_of_what_lies_ahead_and_leaves_what_is_past(self, sign_up: SignUp, clock: Clock) -> None:
        client = sign_up(timezone="Europe/Berlin")
        sam = add_contact(client)
        past = planned(client, sam, "2026-03-02T10:00:00Z")
        ahead = planned(client, sam, "2026-04-07T08:00:00Z")  # 10:00 in Berlin, in summer
        clock.advance(days=1)

        client.patch("/v1/me", json={"timezone": "America/New_York"})

        assert due(client) == {past["id"]: "2026-03-02T10:00:00Z", ahead["id"]: "2026-04-07T14:00:00Z"}
        assert client.get(f"/v1/follow-ups/{ahead['id']}").json()["wanted_at"] == "2026-04-07T14:00:00Z"

    @pytest.mark.both_databases
    def test_lets_nothing_come_due_again(self, sign_up: SignUp, database: Database, clock: Clock) -> None:
        client = sign_up(timezone="Europe/Berlin")
        promise = {"contact_id": add_contact(client)["id"], "by": "me", "what": "the slides", "due_on": "2026-03-03"}
        posted(client, "/v1/promises", promise)
        clock.now = datetime(2026, 3, 3, 12, tzinfo=UTC)  # seven in the morning in New York: not nine yet
        assert sweep(database, now=clock()) == 1

        client.patch("/v1/me", json={"timezone": "America/New_York"})

        (planned,) = client.get("/v1/follow-ups").json()["items"]
        assert (planned["origin"], planned["due_at"]) == ("promise.mine", "2026-03-03T08:00:00Z")
        clock.advance(days=1)
        assert sweep(database, now=clock()) == 0

    def test_new_hours_move_what_lies_ahead(self, client: TestClient) -> None:
        made = planned(client, add_contact(client), "2026-03-04T10:00:00Z")

        client.patch("/v1/me", json={"quiet_hours": {"from": "20:00", "until": "11:30"}})

        assert due(client)[made["id"]] == "2026-03-04T11:30:00Z"
        assert client.get(f"/v1/follow-ups/{made['id']}").json()["moved_by"] == "timing.quiet-hours"
        client.patch("/v1/me", json={"quiet_hours": None})
        assert due(client)[made["id"]] == "2026-03-04T10:00:00Z"

    def test_new_facts_of_theirs_move_it_too(self, client: TestClient) -> None:
        sam = add_contact(client)
        made = planned(client, sam, "2026-03-04T10:00:00Z")

        client.patch(f"/v1/contacts/{sam['id']}", json={"timezone": "America/New_York"})

        assert due(client)[made["id"]] == "2026-03-04T14:00:00Z"
