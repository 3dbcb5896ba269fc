from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.people import add_contact, log, posted

BACKGROUND: dict[str, Any] = {
    "employers": ["Acme"],
    "schools": ["ETH Zurich"],
    "places": ["Utrecht"],
    "groups": ["Rotary"],
    "interests": ["chess", "coffee"],
}


@pytest.fixture
def owner(client: TestClient) -> TestClient:
    assert client.put("/v1/me/background", json=BACKGROUND).is_success
    return client


def in_common(client: TestClient, contact: dict[str, Any], **query: Any) -> dict[str, Any]:
    response = client.get(f"/v1/contacts/{contact['id']}/commonalities", params=query)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def kinds(found: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one["kind"], one["name"]) for one in found["items"]}


class TestListCommonalities:
    @pytest.mark.both_databases
    def test_find_every_kind(self, owner: TestClient) -> None:
        sam = add_contact(
            owner,
            company="Acme Inc.",
            schools=["ETH Zürich"],
            location="Utrecht, Netherlands",
            interests=["Chess"],
            tags=["Rotary"],
        )
        ben = add_contact(owner, "Ben Ito", how_met="At school")
        event = posted(owner, "/v1/events", {"name": "DataConf", "starts_at": "2026-02-01T09:00:00Z"})
        posted(owner, f"/v1/events/{event['id']}/attendees", {"contact_id": sam["id"]})
        posted(owner, "/v1/ties", {"from_contact_id": ben["id"], "to_contact_id": sam["id"]})

        found = in_common(owner, sam)

        assert kinds(found) == {
            ("employer", "Acme Inc."),
            ("school", "ETH Zürich"),
            ("place", "Utrecht"),
            ("group", "Rotary"),
            ("interest", "Chess"),
            ("event", "DataConf"),
            ("mutual_contact", "Ben Ito"),
        }
        assert found["contacts"] == 2
        by_kind = {one["kind"]: one for one in found["items"]}
        assert by_kind["event"]["event_id"] == event["id"]
        assert by_kind["mutual_contact"]["contact_id"] == ben["id"]
        assert by_kind["mutual_contact"]["known"] is True

    @pytest.mark.both_databases
    def test_put_the_rare_first_and_open_with_it(self, owner: TestClient) -> None:
        sam = add_contact(owner, interests=["coffee", "chess"])
        for number in range(5):
            add_contact(owner, f"Kim {number}", interests=["Coffee"])

        found = in_common(owner, sam)

        assert [(one["name"], one["shared_by"]) for one in found["items"]] == [("chess", 1), ("coffee", 6)]
        assert found["items"][0]["rarity"] == 1 > found["items"][1]["rarity"]
        assert "chess" in found["opener"]
        assert found["opener"] == found["items"][0]["opener"]

    def test_follow_what_becomes_of_others(self, owner: TestClient) -> None:
        sam, kim = add_contact(owner, interests=["chess"]), add_contact(owner, "Kim Oh", interests=["chess"])
        counts = []

        def count() -> None:
            (one,) = in_common(owner, sam)["items"]
            counts.append(one["shared_by"])

        count()
        owner.delete(f"/v1/contacts/{kim['id']}")
        count()
        owner.post(f"/v1/contacts/{kim['id']}/restore")
        count()
        owner.patch(f"/v1/contacts/{kim['id']}", json={"interests": ["go"]})
        count()
        owner.patch(f"/v1/contacts/{kim['id']}", json={"interests": ["go", "Chess"]})
        count()
        owner.delete(f"/v1/contacts/{kim['id']}", params={"erase": True})
        count()

        assert counts == [2, 1, 2, 1, 2, 1]

    def test_do_not_count_other_accounts(self, owner: TestClient, stranger: TestClient) -> None:
        sam = add_contact(owner, interests=["chess"])
        add_contact(stranger, interests=["chess"])

        (one,) = in_common(owner, sam)["items"]

        assert one["shared_by"] == 1

    def test_tell_a_friend_of_both_from_a_stranger(self, owner: TestClient) -> None:
        sam, ben, ada = (add_contact(owner, name) for name in ("Sam Okafor", "Ben Ito", "Ada Stern"))
        for other in (ben, ada):
            posted(owner, "/v1/ties", {"from_contact_id": sam["id"], "to_contact_id": other["id"]})
        log(owner, ada, "2026-02-20T09:00:00Z", "call", "mutual", duration_minutes=30)

        found = in_common(owner, sam)

        assert [(one["name"], one["known"]) for one in found["items"]] == [("Ada Stern", True), ("Ben Ito", False)]
        assert "Ada Stern" in found["opener"]

    def test_say_of_an_event_whether_it_has_been(self, owner: TestClient) -> None:
        sam = add_contact(owner)
        event = posted(owner, "/v1/events", {"name": "DataConf", "starts_at": "2026-03-20T09:00:00Z"})
        posted(owner, f"/v1/events/{event['id']}/attendees", {"contact_id": sam["id"]})

        ahead, been = in_common(owner, sam), in_common(owner, sam, as_of="2026-04-01T09:00:00Z")

        assert "will both be" in ahead["items"][0]["text"]
        assert "were both" in been["items"][0]["text"]

    def test_leave_curiosity_where_nothing_is_shared(self, client: TestClient) -> None:
        sam = add_contact(client, company="Northwind")

        found = in_common(client, sam)

        assert found["items"] == []
        assert "Northwind" in found["opener"]


class TestNextStep:
    def test_opens_with_the_rarest(self, owner: TestClient) -> None:
        for number in range(5):
            add_contact(owner, f"Kim {number}", company="Acme")
        sam = add_contact(owner, company="Acme", interests=["chess"])

        step = owner.get(f"/v1/contacts/{sam['id']}/next-step").json()

        assert step["action"] == "introduce_yourself"
        assert "chess" in step["message_brief"]["open_with"].lower()
