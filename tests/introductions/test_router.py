from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.people import Json, add_contact, log, next_step, posted

CHIEF = {"seniority": "executive", "company": "Northwind"}


def befriend(client: TestClient, name: str, **facts: Any) -> Json:
    """Return somebody with whom the owner has rapport."""
    contact = add_contact(client, name, **facts)
    for day in ("2025-12-20", "2026-01-20", "2026-02-20"):
        log(
            client,
            contact,
            f"{day}T09:00:00Z",
            "call",
            "mutual",
            duration_minutes=30,
            signals=["laughter", "candid"],
        )
        log(client, contact, f"{day}T11:00:00Z", "email", "outbound", purpose="thanks")
    return contact


def tie(client: TestClient, one: Json, other: Json, strength: float = 0.8, kind: str = "colleague") -> None:
    body = {"from_contact_id": one["id"], "to_contact_id": other["id"], "strength": strength, "kind": kind}
    posted(client, "/v1/ties", body)


def ways(client: TestClient, contact: Json, **query: str) -> Json:
    response = client.get(f"/v1/contacts/{contact['id']}/introductions", params=query)
    assert response.status_code == 200, response.text
    found: Json = response.json()
    return found


class TestListIntroductions:
    @pytest.mark.both_databases
    def test_lead_over_one_or_two_others(self, client: TestClient) -> None:
        zoe, cara = add_contact(client, "Zoe Chief", **CHIEF), add_contact(client, "Cara Lee")
        ben, dan = befriend(client, "Ben Ito"), befriend(client, "Dan Oh")
        tie(client, ben, zoe, 0.3, "friend")
        tie(client, cara, zoe, 0.9)
        tie(client, cara, dan, 0.9, "family")

        found = ways(client, zoe)

        first, second = found["items"]
        assert first["path"] == [dan["id"], cara["id"], zoe["id"]]
        assert [hop["full_name"] for hop in first["hops"]] == ["Dan Oh", "Cara Lee", "Zoe Chief"]
        assert [hop["tie_kind"] for hop in first["hops"]] == [None, "family", "colleague"]
        assert second["path"] == [ben["id"], zoe["id"]]
        assert first["probability"] == pytest.approx(first["hops"][0]["chance"] * 0.81)
        assert second["probability"] == pytest.approx(second["hops"][0]["chance"] * 0.3)
        assert first["disjoint"] is second["disjoint"] is True
        assert found["behind_wall"] is True
        assert found["advice"] == ""

    def test_agree_with_the_next_step(self, client: TestClient) -> None:
        zoe, cara = add_contact(client, "Zoe Chief", **CHIEF), add_contact(client, "Cara Lee")
        dan = befriend(client, "Dan Oh")
        tie(client, zoe, cara)
        tie(client, dan, cara)

        step, (way,) = next_step(client, zoe), ways(client, zoe)["items"]

        assert step["action"] == "request_introduction"
        assert step["via"] == {name: way[name] for name in ("contact_id", "full_name", "path", "probability")}
        assert "Cara Lee, who knows Zoe" in step["reasons"][0]["text"]

    def test_can_be_declined_and_forwarded(self, client: TestClient) -> None:
        client.patch("/v1/me", json={"headline": "data engineer", "profile_url": "https://example.com/robin"})
        zoe, ben = add_contact(client, "Zoe Chief", **CHIEF), befriend(client, "Ben Ito")
        tie(client, ben, zoe)

        wording = ways(client, zoe)["items"][0]["wording"]

        assert "Zoe" in wording["subject"]
        assert "A no is a perfectly good answer" in wording["body"]
        assert "Robin Vale, data engineer" in wording["blurb"]
        assert "https://example.com/robin" in wording["blurb"]

    def test_leave_out_who_is_gone_or_out_of_bounds(self, client: TestClient) -> None:
        zoe = add_contact(client, "Zoe Chief", **CHIEF)
        gone, barred, cara, dan = (befriend(client, name) for name in ("Gus Go", "Bo Bar", "Cara Lee", "Dan Oh"))
        for one in (gone, barred, cara):
            tie(client, one, zoe)
        tie(client, dan, cara)
        client.delete(f"/v1/contacts/{gone['id']}")
        for one in (barred, cara):
            client.patch(f"/v1/contacts/{one['id']}", json={"do_not_contact": True})

        assert ways(client, zoe)["items"] == []

    def test_say_who_can_be_asked_later(self, client: TestClient) -> None:
        zoe, ben = add_contact(client, "Zoe Chief", **CHIEF), befriend(client, "Ben Ito")
        tie(client, ben, zoe)
        log(client, ben, "2026-02-26T09:00:00Z", "email", "outbound", ask_size="short_call")

        found = ways(client, zoe)

        assert found["items"] == []
        assert [(one["full_name"], one["why"]) for one in found["not_now"]] == [
            ("Ben Ito", "An ask of yours is still open with them.")
        ]
        assert ways(client, zoe, as_of="2026-06-01T09:00:00Z")["not_now"] == []

    @pytest.mark.both_databases
    def test_name_whom_to_get_to_know_first(self, client: TestClient) -> None:
        zoe = add_contact(client, "Zoe Chief", **CHIEF, schools=["ETH Zürich"], field="finance")
        add_contact(client, "Eli Exec", seniority="executive", company="Northwind")
        kim = add_contact(client, "Kim Poe", company="Northwind Ltd", seniority="mid")

        found, step = ways(client, zoe), next_step(client, zoe)

        assert [(one["full_name"], one["kind"]) for one in found["bridges"]] == [("Kim Poe", "company")]
        assert step["action"] == "build_bridge"
        assert "Kim Poe" in step["reasons"][0]["text"]
        assert found["advice"] in step["reasons"][0]["text"]
        assert kim["id"] == found["bridges"][0]["contact_id"]

    @pytest.mark.parametrize(
        ("theirs", "kind"),
        [({"employers": ["Northwind"]}, "company"), ({"schools": ["ETH"]}, "school"), ({"field": "Finance"}, "field")],
    )
    def test_build_on_what_they_share(self, client: TestClient, theirs: Json, kind: str) -> None:
        zoe = add_contact(client, "Zoe Chief", **CHIEF, schools=["ETH"], field="finance")
        kim = add_contact(client, "Kim Poe", **theirs)
        log(client, kim, "2026-02-20T09:00:00Z", "call", "mutual", duration_minutes=30)

        (bridge,) = ways(client, zoe)["bridges"]

        assert (bridge["full_name"], bridge["kind"]) == ("Kim Poe", kind)

    def test_build_on_a_common_event(self, client: TestClient) -> None:
        zoe, kim = add_contact(client, "Zoe Chief", **CHIEF), add_contact(client, "Kim Poe")
        event = posted(client, "/v1/events", {"name": "DataConf", "starts_at": "2026-05-20T09:00:00Z"})
        for one in (zoe, kim):
            posted(client, f"/v1/events/{event['id']}/attendees", {"contact_id": one["id"]})

        (bridge,) = ways(client, zoe)["bridges"]

        assert (bridge["full_name"], bridge["kind"]) == ("Kim Poe", "event")

    def test_say_where_to_look_when_nobody_is_near(self, client: TestClient) -> None:
        found = ways(client, add_contact(client, "Zoe Chief", **CHIEF))

        assert (found["items"], found["bridges"]) == ([], [])
        assert "Northwind" in found["advice"]


class TestRequests:
    @pytest.fixture
    def zoe(self, client: TestClient) -> Json:
        return add_contact(client, "Zoe Chief", **CHIEF)

    @pytest.fixture
    def ben(self, client: TestClient, zoe: Json) -> Json:
        ben = befriend(client, "Ben Ito")
        tie(client, ben, zoe)
        return ben

    def test_go_from_asked_to_made_to_thanked(self, client: TestClient, zoe: Json, ben: Json) -> None:
        def status(as_of: str) -> str | None:
            requests = ways(client, zoe, as_of=as_of)["requests"]
            return requests[0]["status"] if requests else None

        ask = {"purpose": "introduction_request", "ask_size": "introduction", "about_contact_id": zoe["id"]}
        log(client, ben, "2026-03-02T09:00:00Z", "email", "outbound", **ask)
        log(client, ben, "2026-03-03T09:00:00Z", "email", "inbound", ask_outcome="granted", expects_reply=False)
        log(client, zoe, "2026-03-05T09:00:00Z", "introduction", "mutual")
        log(client, ben, "2026-03-06T09:00:00Z", "email", "outbound", purpose="thanks")

        days = ("01", "02", "04", "05", "06")
        assert [status(f"2026-03-{day}T12:00:00Z") for day in days] == [None, "asked", "granted", "made", "thanked"]

    def test_wait_for_an_answer_before_another_is_asked(self, client: TestClient, zoe: Json, ben: Json) -> None:
        kim = befriend(client, "Kim Poe")
        tie(client, kim, zoe, 0.2)
        ask = {"purpose": "introduction_request", "ask_size": "introduction", "about_contact_id": zoe["id"]}
        log(client, ben, "2026-03-02T08:00:00Z", "email", "outbound", **ask)

        waiting = next_step(client, zoe)
        log(client, ben, "2026-03-02T08:30:00Z", "email", "inbound", ask_outcome="declined", expects_reply=False)
        free = next_step(client, zoe)

        assert waiting["action"] == "wait"
        assert "Ben Ito" in waiting["reasons"][0]["text"]
        assert free["via"]["contact_id"] == kim["id"]

    def test_are_found_by_name_too(self, client: TestClient, zoe: Json, ben: Json) -> None:
        ask = {"purpose": "introduction_request", "ask_size": "introduction", "subject": "Would you ask Zoë Chief?"}
        log(client, ben, "2026-03-01T09:00:00Z", "email", "outbound", **ask)

        (request,) = ways(client, zoe)["requests"]

        assert (request["connector_id"], request["status"]) == (ben["id"], "asked")

    def test_are_logged_by_a_step_that_is_done(self, client: TestClient, zoe: Json, ben: Json) -> None:
        step = next_step(client, zoe)

        assert client.post(f"/v1/next-steps/{step['id']}/done", json={}).is_success

        (request,) = ways(client, zoe)["requests"]
        assert request["connector_id"] == ben["id"]

    def test_end_with_thanks_to_the_connector(self, client: TestClient, zoe: Json, ben: Json) -> None:
        ask = {"purpose": "introduction_request", "ask_size": "introduction", "about_contact_id": zoe["id"]}
        log(client, ben, "2026-02-25T08:00:00Z", "email", "outbound", **ask)
        log(client, ben, "2026-02-26T08:30:00Z", "email", "inbound", ask_outcome="granted", expects_reply=False)
        log(client, zoe, "2026-03-01T09:00:00Z", "introduction", "mutual")

        owed = next_step(client, ben)
        log(client, ben, "2026-03-02T08:00:00Z", "email", "outbound", purpose="thanks")
        done = next_step(client, ben)

        assert (owed["action"], owed["ask_size"], owed["obligation"]) == ("thank", "none", True)
        assert "introduced you to Zoe Chief" in owed["reasons"][0]["text"]
        assert owed["reasons"][0]["rule"] == "meeting.next-step"
        assert done["action"] != "thank"

    def test_refuse_another_accounts_contact(self, client: TestClient, stranger: TestClient, ben: Json) -> None:
        theirs = add_contact(stranger, "Not Yours")
        body = {"contact_ids": [ben["id"]], "kind": "email", "direction": "outbound", "about_contact_id": theirs["id"]}

        assert client.post("/v1/interactions", json=body).status_code == 404
