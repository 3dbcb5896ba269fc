import pytest
from starlette.testclient import TestClient

from tests.people import add_contact, log, next_step, posted


class TestLogInteraction:
    @pytest.mark.both_databases
    def test_says_what_moved(self, client: TestClient) -> None:
        sam = add_contact(client)

        logged = log(client, sam, "2026-03-01T10:00:00Z", "call", "mutual", duration_minutes=30, signals=["candid"])

        moved = {effect["kind"]: effect for effect in logged["effects"]}
        assert moved["relationship"]["after"] == "acquainted"
        assert moved["next_step"]["after"] == "thank"
        assert next_step(client, sam)["action"] == "thank"

    def test_does_not_care_about_the_order_of_arrival(self, client: TestClient) -> None:
        early, late = add_contact(client, "Early Bird"), add_contact(client, "Late Comer")
        story = [
            ("2026-01-05T10:00:00Z", "email", "outbound"),
            ("2026-01-06T10:00:00Z", "email", "inbound"),
            ("2026-02-10T10:00:00Z", "call", "mutual"),
        ]
        for occurred_at, kind, direction in story:
            log(client, early, occurred_at, kind, direction)
        for occurred_at, kind, direction in reversed(story):
            log(client, late, occurred_at, kind, direction)

        first, second = (client.get(f"/v1/contacts/{one['id']}/relationship").json() for one in (early, late))

        assert {**first, "evidence": None} == {**second, "evidence": None}

    def test_refuses_more_than_two_goals_by_the_rule(self, client: TestClient) -> None:
        sam = add_contact(client)
        body = {"contact_ids": [sam["id"]], "kind": "meeting", "direction": "mutual", "goals": ["a", "b", "c"]}

        response = client.post("/v1/interactions", json=body)

        assert response.status_code == 422
        assert response.json()["errors"][0]["rule"] == "meeting.two-goals"

    @pytest.mark.parametrize(
        ("wrong", "status"),
        [
            ({"kind": "telepathy"}, 422),
            ({"direction": "sideways"}, 422),
            ({"occurred_at": "2026-03-01T10:00:00"}, 422),
            ({"occurred_at": "9999-12-31T23:59:59-12:00"}, 422),
            ({"duration_minutes": -1}, 422),
            ({"duration_minutes": 2**63}, 422),
            ({"trust_stage": "ally"}, 422),
            ({"contact_ids": []}, 422),
            ({"contact_ids": ["nobody"]}, 404),
            ({"event_id": "nothing"}, 404),
            ({"promise_id": "nothing"}, 404),
            ({"source": "import"}, 422),
        ],
    )
    def test_refuses_what_does_not_fit(self, client: TestClient, wrong: dict[str, object], status: int) -> None:
        sam = add_contact(client)
        body = {"contact_ids": [sam["id"]], "kind": "call", "direction": "mutual", **wrong}

        assert client.post("/v1/interactions", json=body).status_code == status
        assert client.get("/v1/interactions").json()["items"] == []

    def test_keeps_a_promise_that_it_delivers(self, client: TestClient) -> None:
        sam = add_contact(client)
        promise = posted(
            client,
            "/v1/promises",
            {"contact_id": sam["id"], "by": "me", "what": "the article", "made_at": "2026-02-20T10:00:00Z"},
        )

        sent = log(
            client,
            sam,
            "2026-03-01T10:00:00Z",
            "email",
            "outbound",
            purpose="promise_delivery",
            promise_id=promise["id"],
        )

        assert client.get(f"/v1/promises/{promise['id']}").json()["status"] == "kept"
        client.delete(f"/v1/interactions/{sent['id']}")
        assert client.get(f"/v1/promises/{promise['id']}").json()["status"] == "open"


class TestUpdateInteraction:
    @pytest.mark.both_databases
    def test_corrects_what_follows_from_it(self, client: TestClient) -> None:
        sam = add_contact(client)
        call = log(client, sam, "2026-03-01T10:00:00Z", "call", "mutual", duration_minutes=30)
        assert next_step(client, sam)["action"] == "assess"

        response = client.patch(f"/v1/interactions/{call['id']}", json={"signals": ["candid", "laughter"]})

        assert response.status_code == 200
        assert next_step(client, sam)["action"] == "thank"

    def test_moves_it_to_other_people(self, client: TestClient) -> None:
        sam, ada = add_contact(client), add_contact(client, "Ada Stern")
        call = log(client, sam, "2026-03-01T10:00:00Z", "call", "mutual", duration_minutes=30)

        client.patch(f"/v1/interactions/{call['id']}", json={"contact_ids": [ada["id"]]})

        stages = [client.get(f"/v1/contacts/{one['id']}/relationship").json()["trust_stage"] for one in (sam, ada)]
        assert stages == ["stranger", "acquainted"]

    @pytest.mark.both_databases
    def test_takes_what_it_names_as_it_is_although_it_was_deleted_since(self, client: TestClient) -> None:
        sam, ada, ben = add_contact(client), add_contact(client, "Ada Stern"), add_contact(client, "Ben Ito")
        event = posted(client, "/v1/events", {"name": "PyCon", "starts_at": "2026-03-01T09:00:00Z"})
        promise = posted(client, "/v1/promises", {"contact_id": sam["id"], "by": "me", "what": "the slides"})
        body = {"contact_ids": [sam["id"], ada["id"]], "kind": "call", "direction": "mutual"}
        named = {"event_id": event["id"], "promise_id": promise["id"], "about_contact_id": ben["id"]}
        call = posted(client, "/v1/interactions", {**body, **named, "occurred_at": "2026-03-01T10:00:00Z"})
        for path in (f"events/{event['id']}", f"promises/{promise['id']}", f"contacts/{ada['id']}"):
            client.delete(f"/v1/{path}")
        client.delete(f"/v1/contacts/{ben['id']}", params={"erase": True})

        assessed = client.patch(f"/v1/interactions/{call['id']}", json={"signals": ["candid"]})
        whole = client.patch(f"/v1/interactions/{call['id']}", json={**named, "contact_ids": [ada["id"], sam["id"]]})
        anew = client.patch(f"/v1/interactions/{call['id']}", json={"contact_ids": [sam["id"], ben["id"]]})

        assert (assessed.status_code, whole.status_code, anew.status_code) == (200, 200, 404)


class TestGoalOutcomes:
    @pytest.mark.both_databases
    def test_say_what_became_of_each_goal(self, client: TestClient) -> None:
        talk = log(client, add_contact(client), "2026-03-01T10:00:00Z", "call", "mutual", goals=["Learn", "Thank"])
        assert talk["goal_outcomes"] == []

        told = client.patch(f"/v1/interactions/{talk['id']}", json={"goal_outcomes": [None, "reached"]}).json()

        assert (told["goals"], told["goal_outcomes"]) == (["Learn", "Thank"], [None, "reached"])

    def test_go_with_their_goals(self, client: TestClient) -> None:
        talk = log(
            client,
            add_contact(client),
            "2026-03-01T10:00:00Z",
            "call",
            "mutual",
            goals=["Learn", "Thank"],
            goal_outcomes=["left", "reached"],
        )
        path = f"/v1/interactions/{talk['id']}"

        turned = client.patch(path, json={"goals": ["Thank", "Listen"]}).json()
        emptied = client.patch(path, json={"goals": []}).json()

        assert turned["goal_outcomes"] == ["reached", None]
        assert emptied["goal_outcomes"] == []

    @pytest.mark.parametrize("outcomes", [["reached", "reached"], ["won"], "reached"])
    def test_are_no_more_than_the_goals_and_of_the_known_words(self, client: TestClient, outcomes: object) -> None:
        talk = log(client, add_contact(client), "2026-03-01T10:00:00Z", "call", "mutual", goals=["Learn"])

        response = client.patch(f"/v1/interactions/{talk['id']}", json={"goal_outcomes": outcomes})

        assert response.status_code == 422


class TestDeleteInteraction:
    def test_takes_back_what_followed_from_it(self, client: TestClient) -> None:
        sam = add_contact(client)
        call = log(client, sam, "2026-03-01T10:00:00Z", "call", "mutual", duration_minutes=30)

        assert client.delete(f"/v1/interactions/{call['id']}").status_code == 204

        assert client.get(f"/v1/contacts/{sam['id']}/relationship").json()["trust_stage"] == "stranger"


class TestListInteractions:
    @pytest.mark.both_databases
    def test_pages_through_all_of_them_latest_first(self, client: TestClient) -> None:
        sam = add_contact(client)
        for day in range(1, 8):
            log(client, sam, f"2026-02-0{day}T10:00:00Z", "note", "outbound")

        days, cursor = [], None
        while True:
            page = client.get("/v1/interactions", params={"limit": 3, **({"cursor": cursor} if cursor else {})}).json()
            days += [one["occurred_at"][8:10] for one in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                break

        assert days == ["07", "06", "05", "04", "03", "02", "01"]

    @pytest.mark.both_databases
    def test_shows_those_of_an_event_alone(self, client: TestClient) -> None:
        sam = add_contact(client)
        event = posted(client, "/v1/events", {"name": "Meetup", "starts_at": "2026-02-03T18:00:00Z"})
        there = log(client, sam, "2026-02-03T18:00:00Z", "event", "mutual", event_id=event["id"])
        log(client, sam, "2026-02-04T10:00:00Z", "note", "outbound")

        shown = client.get("/v1/interactions", params={"event_id": event["id"]}).json()["items"]

        assert [one["id"] for one in shown] == [there["id"]]
