"""What the owner decides about a step holds for the follow-up that it stands for."""

import pytest
from starlette.testclient import TestClient

from tests.conftest import Clock
from tests.people import Json, add_contact, log, next_step, posted

pytestmark = pytest.mark.both_databases

LATER = "2026-03-12T10:00:00Z"


@pytest.fixture
def sam(client: TestClient) -> Json:
    return add_contact(client)


def plan(client: TestClient, contact: Json, **more: object) -> Json:
    """Have a follow-up due by now."""
    return posted(client, "/v1/follow-ups", {"contact_id": contact["id"], "due_at": "2026-03-02T08:00:00Z", **more})


def agenda(client: TestClient) -> list[Json]:
    found: list[Json] = client.get("/v1/follow-ups", params={"sort": "due"}).json()["items"]
    return [one | {"version": 0} for one in found]


def decide(client: TestClient, step: Json, what: str, **body: object) -> None:
    response = client.post(f"/v1/next-steps/{step['id']}/{what}", json=body)
    assert response.status_code == 200, response.text


class TestSnooze:
    def test_moves_what_was_planned_by_hand_and_reopening_moves_it_back(
        self, client: TestClient, sam: Json, clock: Clock
    ) -> None:
        plan(client, sam, note="Ask for the slides", recurrence={"every": 2, "unit": "week", "anchor": "last_contact"})
        before = agenda(client)
        step = next_step(client, sam)
        assert step["reasons"][0]["rule"] == "follow-up.by-hand"

        decide(client, step, "snooze", until=LATER)

        (moved,) = agenda(client)
        assert (moved["status"], moved["wanted_at"], moved["due_at"]) == ("open", LATER, LATER)
        assert next_step(client, sam)["id"] != step["id"]
        decide(client, step, "reopen")
        assert agenda(client) == before
        assert next_step(client, sam)["id"] == step["id"]

    def test_comes_back_when_it_is_due(self, client: TestClient, sam: Json, clock: Clock) -> None:
        plan(client, sam)
        step = next_step(client, sam)

        decide(client, step, "snooze", until=LATER)

        clock.advance(days=10, hours=2)
        (today,) = client.get("/v1/next-steps").json()["items"]
        assert today["id"] == step["id"]

    def test_moves_what_the_coach_planned(self, client: TestClient, sam: Json, clock: Clock) -> None:
        log(client, sam, "2026-02-20T08:00:00Z", "email", "outbound")
        (planned,) = agenda(client)
        step = next_step(client, sam)
        assert step["reasons"][0]["rule"] == planned["origin"] == "silence.follow-up-once"

        decide(client, step, "snooze", until=LATER)

        assert [one["due_at"] for one in agenda(client)] == [LATER]
        decide(client, step, "reopen")
        assert agenda(client) == [planned]
        assert next_step(client, sam)["id"] == step["id"]

    def test_leaves_alone_on_reopening_what_was_moved_since(self, client: TestClient, sam: Json) -> None:
        plan(client, sam)
        step = next_step(client, sam)
        decide(client, step, "snooze", until=LATER)
        (moved,) = agenda(client)
        posted(client, f"/v1/follow-ups/{moved['id']}/snooze", {"until": "2026-03-19T10:00:00Z"})

        decide(client, step, "reopen")

        assert [one["due_at"] for one in agenda(client)] == ["2026-03-19T10:00:00Z"]


class TestDismiss:
    def test_skips_what_was_planned_by_hand_and_reopening_opens_it(self, client: TestClient, sam: Json) -> None:
        plan(client, sam, recurrence={"every": 1, "unit": "week"})
        before = agenda(client)
        step = next_step(client, sam)

        decide(client, step, "dismiss", reason="not now")

        assert [one["status"] for one in agenda(client)] == ["skipped", "open"]
        decide(client, step, "reopen")
        assert agenda(client) == before
        assert next_step(client, sam)["id"] == step["id"]

    def test_skips_what_the_coach_planned(self, client: TestClient, sam: Json) -> None:
        log(client, sam, "2026-02-20T08:00:00Z", "email", "outbound")
        (planned,) = agenda(client)
        step = next_step(client, sam)

        decide(client, step, "dismiss")

        assert [one["status"] for one in agenda(client)] == ["skipped"]
        decide(client, step, "reopen")
        assert agenda(client) == [planned]

    def test_leaves_alone_on_reopening_what_was_deleted_since(self, client: TestClient, sam: Json) -> None:
        made = plan(client, sam)
        step = next_step(client, sam)
        decide(client, step, "dismiss")
        assert client.delete(f"/v1/follow-ups/{made['id']}").status_code == 204

        decide(client, step, "reopen")

        assert agenda(client) == []
