"""Snooze, skip, complete and reopen; what recurs comes again."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.conftest import Clock
from tests.people import add_contact, log, posted

Json = dict[str, Any]


def planned(client: TestClient, contact: Json, due_at: str = "2026-03-10T09:00:00Z", **more: Any) -> Json:
    return posted(client, "/v1/follow-ups", {"contact_id": contact["id"], "due_at": due_at, **more})


def do(client: TestClient, follow_up: Json, what: str, body: Json | None = None) -> Json:
    return posted(client, f"/v1/follow-ups/{follow_up['id']}/{what}", body or {})


def opened(client: TestClient) -> list[Json]:
    found: list[Json] = client.get("/v1/follow-ups", params={"status": "open", "sort": "due"}).json()["items"]
    return [one for one in found if one["origin"] == "hand"]


class TestSnooze:
    @pytest.mark.parametrize("until", ["2026-03-12T10:00:00Z", "Thursday next week at 10am"])
    def test_puts_off(self, client: TestClient, until: str) -> None:
        made = planned(client, add_contact(client))

        snoozed = do(client, made, "snooze", {"until": until})

        assert (snoozed["due_at"], snoozed["status"]) == ("2026-03-12T10:00:00Z", "open")

    @pytest.mark.parametrize("until", ["2026-03-01T10:00:00Z", "sometime", "yesterday"])
    def test_refuses_the_past_and_what_is_no_date(self, client: TestClient, until: str) -> None:
        made = planned(client, add_contact(client))

        response = client.post(f"/v1/follow-ups/{made['id']}/snooze", json={"until": until})

        assert (response.status_code, response.json()["errors"][0]["pointer"]) == (422, "/until")

    def test_is_for_open_ones(self, client: TestClient) -> None:
        made = planned(client, add_contact(client))
        do(client, made, "skip")

        response = client.post(f"/v1/follow-ups/{made['id']}/snooze", json={"until": "tomorrow"})

        assert (response.status_code, response.json()["type"]) == (409, "/problems/follow-up-closed")


class TestComplete:
    @pytest.mark.both_databases
    def test_logs_what_was_done_and_takes_it_back(self, client: TestClient) -> None:
        sam = add_contact(client)
        made = planned(client, sam, action="share_value", note="The article")

        done = do(client, made, "complete")

        (entry,) = client.get("/v1/interactions", params={"contact_id": sam["id"]}).json()["items"]
        assert (entry["purpose"], entry["summary"], entry["source"]) == ("share", "The article", "follow_up")
        assert done["follow_up"]["closed_by_interaction_id"] == entry["id"]
        do(client, made, "reopen")
        assert client.get("/v1/interactions").json()["items"] == []
        assert [one["id"] for one in opened(client)] == [made["id"]]

    def test_takes_the_interaction_that_is_given(self, client: TestClient) -> None:
        sam = add_contact(client)
        made = planned(client, sam)
        call = {"contact_ids": [sam["id"]], "kind": "call", "direction": "mutual", "duration_minutes": 20}

        done = do(client, made, "complete", {"interaction": call})

        assert done["follow_up"]["status"] == "done"
        assert any(effect["kind"] == "relationship" for effect in done["effects"])

    def test_stays_done_when_more_is_logged(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        made = planned(client, sam, "2026-05-10T09:00:00Z")
        do(client, made, "complete")
        clock.advance(days=1)

        log(client, sam, "2026-03-03T08:00:00Z", "email", "inbound")

        assert client.get(f"/v1/follow-ups/{made['id']}").json()["status"] == "done"

    def test_may_log_nothing(self, client: TestClient) -> None:
        made = planned(client, add_contact(client))

        do(client, made, "complete", {"log": False})

        assert client.get("/v1/interactions").json()["items"] == []

    @pytest.mark.both_databases
    def test_has_one_winner(self, client: TestClient) -> None:
        made = planned(client, add_contact(client), recurrence={"every": 1, "unit": "week"})

        with ThreadPoolExecutor(8) as threads:
            answers = list(
                threads.map(lambda _: client.post(f"/v1/follow-ups/{made['id']}/complete", json={}), range(8))
            )

        assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7
        assert len(client.get("/v1/interactions").json()["items"]) == 1
        assert len(opened(client)) == 1


class TestReopen:
    def test_stays_open_whatever_was_logged_before(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        made = planned(client, sam, "2026-03-03T09:00:00Z")
        log(client, sam, "2026-03-02T09:00:00Z", "email", "outbound")
        do(client, made, "reopen")
        clock.advance(hours=1)

        log(client, sam, "2026-03-02T09:30:00Z", "email", "inbound")

        assert client.get(f"/v1/follow-ups/{made['id']}").json()["status"] == "open"

    def test_is_for_closed_ones(self, client: TestClient) -> None:
        made = planned(client, add_contact(client))

        assert client.post(f"/v1/follow-ups/{made['id']}/reopen").status_code == 409


class TestWhatWasKnown:
    def test_does_not_close_what_was_planned_after_it(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-03-02T08:00:00Z", "email", "outbound")
        clock.advance(minutes=5)
        made = planned(client, sam, "2026-03-04T09:00:00Z")
        clock.advance(days=1)

        log(client, sam, "2026-03-03T08:00:00Z", "email", "inbound")

        assert client.get(f"/v1/follow-ups/{made['id']}").json()["status"] == "open"


class TestRecurrence:
    @pytest.mark.both_databases
    def test_on_dates_makes_the_next_and_takes_it_back(self, client: TestClient) -> None:
        sam = add_contact(client)
        monthly = {"every": 1, "unit": "month"}
        made = planned(client, sam, "2026-03-31T09:00:00Z", recurrence=monthly)

        done = do(client, made, "complete")

        following = done["next"]
        assert (following["due_at"], following["occurrence"]) == ("2026-04-30T09:00:00Z", 2)
        assert following["series_id"] == made["series_id"] == made["id"]
        assert do(client, following, "skip")["next"]["due_at"] == "2026-06-01T09:00:00Z"  # the 31st is a Sunday
        do(client, following, "reopen")
        assert [one["occurrence"] for one in opened(client)] == [2]

    @pytest.mark.both_databases
    def test_after_contact_moves_with_every_real_one(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        rhythm = {"every": 3, "unit": "week", "anchor": "last_contact"}
        made = posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "recurrence": rhythm})
        assert made["due_at"] == "2026-03-23T09:00:00Z"
        clock.advance(days=4)

        word = log(client, sam, "2026-03-05T08:00:00Z", "email", "inbound")

        assert opened(client)[0]["due_at"] == "2026-03-26T09:00:00Z"
        said = [effect["text"] for effect in word["effects"] if effect["kind"] == "follow_up"]
        assert said == ["The follow-up of 23 March 2026 moves to 26 March 2026."]
        log(client, sam, "2026-03-05T12:00:00Z", "email", "outbound")
        assert opened(client)[0]["due_at"] == "2026-03-26T09:00:00Z"  # what the owner alone sends is no contact
        client.delete(f"/v1/interactions/{word['id']}")
        assert opened(client)[0]["due_at"] == "2026-03-23T09:00:00Z"

    def test_after_contact_goes_on_from_the_touch_that_did_it(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        rhythm = {"every": 3, "unit": "week", "anchor": "last_contact"}
        posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "recurrence": rhythm})
        clock.advance(days=22)

        touch = log(client, sam, "2026-03-23T10:00:00Z", "call", "mutual", duration_minutes=20)

        assert [(one["occurrence"], one["due_at"]) for one in opened(client)] == [(2, "2026-04-13T09:00:00Z")]
        assert any("The next one is due" in effect["text"] for effect in touch["effects"])

    def test_does_not_close_several_with_one_touch(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        planned(client, sam, "2026-03-03T09:00:00Z", recurrence={"every": 1, "unit": "day"})
        clock.advance(days=1, hours=2)

        log(client, sam, "2026-03-03T10:00:00Z", "email", "outbound")
        log(client, sam, "2026-03-03T10:30:00Z", "email", "inbound")

        assert [(one["occurrence"], one["due_at"]) for one in opened(client)] == [(2, "2026-03-04T09:00:00Z")]

    def test_ends(self, client: TestClient) -> None:
        made = planned(client, add_contact(client), recurrence={"every": 1, "unit": "week", "count": 1})

        assert do(client, made, "skip")["next"] is None

    @pytest.mark.parametrize(
        "recurrence",
        [
            {"every": 0, "unit": "week"},
            {"every": 1, "unit": "fortnight"},
            {"every": 1},
            {"every": 1, "unit": "week", "anchor": "moon"},
            {"every": 1, "unit": "week", "byday": "MO"},
        ],
    )
    def test_refuses_what_it_does_not_know(self, client: TestClient, recurrence: Json) -> None:
        body = {"contact_id": add_contact(client)["id"], "due_at": "2026-03-10T09:00:00Z", "recurrence": recurrence}

        assert client.post("/v1/follow-ups", json=body).status_code == 422


class TestList:
    def test_goes_by_when_they_are_due_page_by_page(self, client: TestClient) -> None:
        sam = add_contact(client)
        for day in (12, 10, 11, 13):
            planned(client, sam, f"2026-03-{day}T09:00:00Z")

        found, cursor = [], None
        while True:
            page = client.get(
                "/v1/follow-ups",
                params={"sort": "due", "limit": 1, "due_before": "2026-03-13T00:00:00Z"}
                | ({"cursor": cursor} if cursor else {}),
            ).json()
            found += [one["due_at"][8:10] for one in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                break

        assert found == ["10", "11", "12"]
