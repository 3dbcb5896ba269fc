"""How often to be in touch, through the API."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.conftest import Clock
from tests.people import add_contact, log, next_step

Json = dict[str, Any]
MONTHLY = {"ideal_days": 30, "longest_days": 45}


def talked(client: TestClient, **facts: Any) -> Json:
    """Somebody the owner talked with a week ago and thanked."""
    sam = add_contact(client, **facts)
    log(client, sam, "2026-02-20T09:00:00Z", "call", "mutual", duration_minutes=30, assessed=True)
    log(client, sam, "2026-02-23T09:00:00Z", "email", "outbound", purpose="thanks")
    return sam


def owed(client: TestClient) -> list[tuple[str, str]]:
    items = client.get("/v1/follow-ups", params={"status": "open", "sort": "due"}).json()["items"]
    return [(one["origin"], one["due_at"][:10]) for one in items]


class TestContact:
    @pytest.mark.both_databases
    def test_becomes_due_and_then_owed(self, client: TestClient, clock: Clock) -> None:
        sam = talked(client, keep_in_touch=MONTHLY)
        assert owed(client) == [("warmth.keep-in-touch", "2026-04-09")]  # 45 days after the last word

        clock.advance(days=22)  # 29 days after it
        assert next_step(client, sam)["action"] == "wait"
        clock.advance(days=1)
        due = next_step(client, sam)
        clock.advance(days=15)
        overdue = next_step(client, sam)

        assert (due["reasons"][0]["rule"], due["obligation"]) == ("warmth.keep-in-touch", False)
        assert (overdue["reasons"][0]["rule"], overdue["obligation"]) == ("warmth.keep-in-touch", True)
        today = client.get("/v1/next-steps").json()["items"]
        assert [(one["contact"]["id"], one["obligation"]) for one in today] == [(sam["id"], True)]

    def test_begins_anew_with_every_word(self, client: TestClient, clock: Clock) -> None:
        sam = talked(client, keep_in_touch=MONTHLY)
        clock.advance(days=10)

        word = log(client, sam, "2026-03-12T09:00:00Z", "email", "inbound", expects_reply=False)

        assert owed(client) == [("warmth.keep-in-touch", "2026-04-27")]  # the 26th is a Sunday
        assert any("moves from 9 April 2026 to 27 April 2026" in effect["text"] for effect in word["effects"])

    def test_is_left_alone_without_one(self, client: TestClient) -> None:
        sam = talked(client, keep_in_touch=MONTHLY)

        client.patch(f"/v1/contacts/{sam['id']}", json={"keep_in_touch": None})

        assert owed(client) == []

    @pytest.mark.parametrize("interval", [{"ideal_days": 30}, {"ideal_days": 30, "longest_days": 20}, {"ideal_days": 0, "longest_days": 2}])  # noqa: E501  # fmt: skip
    def test_refuses_what_is_no_interval(self, client: TestClient, interval: Json) -> None:
        assert client.post("/v1/contacts", json={"full_name": "Sam", "keep_in_touch": interval}).status_code == 422


class TestTags:
    @pytest.mark.both_databases
    def test_count_for_all_who_bear_them_the_shortest_first(self, client: TestClient) -> None:
        talked(client, tags=["friends", "alumni"])
        tags = [{"tag": "friends", **MONTHLY}, {"tag": "alumni", "ideal_days": 90, "longest_days": 180}]

        client.put("/v1/me/keep-in-touch", json={"tags": tags})

        assert client.get("/v1/me/keep-in-touch").json() == {"tags": tags}
        assert owed(client) == [("warmth.keep-in-touch", "2026-04-09")]

    def test_give_way_to_the_contacts_own(self, client: TestClient) -> None:
        client.put("/v1/me/keep-in-touch", json={"tags": [{"tag": "friends", **MONTHLY}]})

        talked(client, tags=["friends"], keep_in_touch={"ideal_days": 60, "longest_days": 100})

        assert owed(client) == [("warmth.keep-in-touch", "2026-06-03")]

    @pytest.mark.parametrize("tags", [[{"tag": "a", **MONTHLY}, {"tag": "a", **MONTHLY}], [{"tag": "", **MONTHLY}]])
    def test_stand_once_and_have_a_name(self, client: TestClient, tags: list[Json]) -> None:
        assert client.put("/v1/me/keep-in-touch", json={"tags": tags}).status_code == 422
