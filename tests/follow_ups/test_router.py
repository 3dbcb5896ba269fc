import pytest
from starlette.testclient import TestClient

from tests.conftest import Clock
from tests.people import add_contact, log, next_step, posted


class TestCreateFollowUp:
    @pytest.mark.both_databases
    @pytest.mark.parametrize(
        ("wanted", "due", "moved_by"),
        [
            ("2026-03-03T09:00:00Z", "2026-03-03T09:00:00Z", None),
            ("2026-03-02T22:30:00Z", "2026-03-03T08:00:00Z", "timing.hours"),
            ("2026-03-07T12:00:00Z", "2026-03-09T08:00:00Z", "timing.holiday"),
            ("2026-12-25T10:00:00Z", "2026-12-28T08:00:00Z", "timing.holiday"),
        ],
    )
    def test_moves_into_their_working_day(self, client: TestClient, wanted: str, due: str, moved_by: str) -> None:
        sam = add_contact(client, country="DE", timezone="Europe/Berlin")

        made = posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "due_at": wanted})

        assert (made["due_at"], made["wanted_at"], made["moved_by"]) == (due, wanted, moved_by)

    def test_names_the_actions_that_there_are(self, client: TestClient) -> None:
        body = {"contact_id": add_contact(client)["id"], "due_at": "2026-03-10T09:00:00Z", "action": "wait"}

        detail = client.post("/v1/follow-ups", json=body).json()["errors"][0]["detail"]

        assert detail.startswith("Input should be 'reply', 'deliver_promise', 'thank',")

    def test_hides_another_accounts_contact(self, stranger: TestClient, client: TestClient) -> None:
        sam = add_contact(client)

        response = stranger.post("/v1/follow-ups", json={"contact_id": sam["id"], "due_at": "2026-03-02T09:00:00Z"})

        assert (response.status_code, response.json()["type"]) == (404, "/problems/contact-not-found")


class TestFulfilment:
    @pytest.mark.both_databases
    def test_comes_with_the_touch_and_goes_with_it(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-02-25T10:00:00Z", "email", "inbound", expects_reply=False)
        made = posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "due_at": "2026-03-03T09:00:00Z"})
        path = f"/v1/follow-ups/{made['id']}"
        clock.advance(days=2)

        touch = log(client, sam, "2026-03-04T08:00:00Z", "email", "outbound")

        assert client.get(path).json()["status"] == "done"
        assert "follow_up" in {effect["kind"] for effect in touch["effects"]}
        client.delete(f"/v1/interactions/{touch['id']}")
        assert client.get(path).json()["status"] == "open"

    def test_needs_a_word_to_them(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        made = posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "due_at": "2026-03-03T09:00:00Z"})
        clock.advance(days=2)

        log(client, sam, "2026-03-04T08:00:00Z", "email", "inbound")

        assert client.get(f"/v1/follow-ups/{made['id']}").json()["status"] == "open"

    def test_makes_the_step_when_it_is_due(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-02-25T10:00:00Z", "email", "inbound", expects_reply=False)
        body = {"contact_id": sam["id"], "due_at": "2026-03-03T09:00:00Z", "action": "share_value", "note": "the book"}
        posted(client, "/v1/follow-ups", body)

        clock.advance(days=1, hours=1)

        step = next_step(client, sam)
        assert (step["action"], step["obligation"]) == ("share_value", True)
        assert step["reasons"][0]["rule"] == "follow-up.by-hand"


class TestChangeFollowUp:
    def test_closes_and_reopens(self, client: TestClient) -> None:
        sam = add_contact(client)
        made = posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "due_at": "2026-03-03T09:00:00Z"})
        path = f"/v1/follow-ups/{made['id']}"

        closed = client.patch(path, json={"status": "skipped"}).json()
        opened = client.patch(path, json={"status": "open"}).json()

        assert closed["closed_at"] is not None
        assert opened["closed_at"] is None


class TestListFollowUps:
    @pytest.mark.both_databases
    def test_leaves_out_who_was_deleted_until_they_come_back(self, client: TestClient) -> None:
        sam = add_contact(client)
        made = posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "due_at": "2026-03-03T09:00:00Z"})
        client.delete(f"/v1/contacts/{sam['id']}")
        gone = client.get("/v1/follow-ups").json()["items"]
        client.post(f"/v1/contacts/{sam['id']}/restore")

        assert gone == []
        assert [one["id"] for one in client.get("/v1/follow-ups").json()["items"]] == [made["id"]]
