from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from comity.database import Database
from comity.introductions import groups
from comity.introductions.models import NoTie
from tests.people import Json, add_contact, posted


def suggested(client: TestClient, **query: Any) -> Json:
    response = client.get("/v1/ties/suggestions", params=query)
    assert response.status_code == 200, response.text
    found: Json = response.json()
    return found


def names(found: Json) -> list[set[str]]:
    return [{one["full_name"] for one in item["people"]} for item in found["items"]]


class TestListTieSuggestions:
    @pytest.mark.both_databases
    def test_show_company_thread_and_event(self, client: TestClient) -> None:
        ada, ben = (
            add_contact(client, name, company=at) for name, at in (("Ada Roy", "Acme"), ("Ben Ito", "ACME Inc."))
        )
        cas, dan, eve, flo = (add_contact(client, name) for name in ("Cas Poe", "Dan Oh", "Eve Lim", "Flo Ng"))
        add_contact(client, "Gus Go", employers=["Acme"])
        for one in (cas, dan):
            body = {"contact_ids": [one["id"]], "kind": "email", "direction": "inbound", "thread_id": "t1"}
            posted(client, "/v1/interactions", body | {"subject": "The offer", "occurred_at": "2026-02-01T09:00:00Z"})
        event = posted(client, "/v1/events", {"name": "DataConf", "starts_at": "2026-02-20T09:00:00Z"})
        for one in (eve, flo):
            posted(client, f"/v1/events/{event['id']}/attendees", {"contact_id": one["id"]})

        found = suggested(client)

        assert names(found) == [{"Cas Poe", "Dan Oh"}, {"Ada Roy", "Ben Ito"}, {"Eve Lim", "Flo Ng"}]
        thread, company, gathering = (item["why"][0] for item in found["items"])
        assert (thread["shared_by"], company["shared_by"], gathering["shared_by"]) == ("thread", "company", "event")
        assert "The offer" in thread["text"]
        assert {found["items"][1]["from_contact_id"], found["items"][1]["to_contact_id"]} == {ada["id"], ben["id"]}

    @pytest.mark.both_databases
    def test_say_the_same_of_a_crowd_as_of_a_few(self, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
        people = [add_contact(client, f"Kim {number}", company="Acme", importance=number) for number in range(1, 6)]
        everybody = suggested(client)
        theirs = suggested(client, contact_id=people[0]["id"])

        monkeypatch.setattr(groups, "CROWD", 2)

        assert suggested(client) == everybody
        assert suggested(client, contact_id=people[0]["id"]) == theirs
        assert len(theirs["items"]) == 4
        assert "3 more" in theirs["items"][0]["why"][0]["text"]

    def test_go_when_they_are_taken(self, client: TestClient) -> None:
        for name in ("Ada Roy", "Ben Ito", "Cas Poe"):
            add_contact(client, name, company="Acme")
        (first, *_) = suggested(client)["items"]

        fields = ("from_contact_id", "to_contact_id", "kind", "strength")
        assert client.get("/v1/ties").json()["items"] == []
        tie = posted(client, "/v1/ties", {name: first[name] for name in fields})

        assert tie["kind"] == "colleague"
        assert len(suggested(client)["items"]) == 2

    def test_come_in_pages(self, client: TestClient) -> None:
        for number in range(4):
            add_contact(client, f"Kim {number}", company="Acme")
        pages, cursor = [], None

        while not pages or cursor:
            page = suggested(client, limit=2, **({"cursor": cursor} if cursor else {}))
            pages += names(page)
            cursor = page["next_cursor"]

        assert len(pages) == 6
        assert len({frozenset(pair) for pair in pages}) == 6

    def test_may_be_asked_for_one_contact(self, client: TestClient) -> None:
        people = [add_contact(client, f"Kim {number:02}", company="Acme") for number in range(12)]

        found = suggested(client, contact_id=people[11]["id"])

        assert len(found["items"]) == 10
        assert all("Kim 11" in pair for pair in names(found))

    def test_leave_out_who_is_gone(self, client: TestClient) -> None:
        add_contact(client, "Ada Roy", company="Acme")
        gone = add_contact(client, "Ben Ito", company="Acme")
        client.delete(f"/v1/contacts/{gone['id']}")

        assert suggested(client)["items"] == []
        assert client.get("/v1/ties/suggestions", params={"contact_id": gone["id"]}).status_code == 404

    def test_refuse_a_cursor_that_is_not_ours(self, client: TestClient) -> None:
        assert client.get("/v1/ties/suggestions", params={"cursor": "bm9wZQ"}).status_code == 422

    def test_show_a_thread_with_others_in_it_alone(self, client: TestClient) -> None:
        cas, dan, eve = (add_contact(client, name) for name in ("Cas Poe", "Dan Oh", "Eve Lim"))
        email = {"kind": "email", "direction": "inbound", "occurred_at": "2026-02-01T09:00:00Z"}
        for one, thread in ((cas, "t1"), (dan, "t1"), (eve, "t2")):
            posted(client, "/v1/interactions", {**email, "contact_ids": [one["id"]], "thread_id": thread})

        assert names(suggested(client)) == names(suggested(client, contact_id=dan["id"])) == [{"Cas Poe", "Dan Oh"}]
        assert suggested(client, contact_id=eve["id"])["items"] == []


def said(client: TestClient, verb: str, one: Json, other: Json) -> int:
    body = {"from_contact_id": one["id"], "to_contact_id": other["id"]}
    return client.post(f"/v1/ties/suggestions/{verb}", json=body).status_code


class TestDismissTieSuggestion:
    @pytest.mark.both_databases
    def test_is_not_asked_again(self, client: TestClient) -> None:
        ada, ben, cas = (add_contact(client, name, company="Acme") for name in ("Ada Roy", "Ben Ito", "Cas Poe"))

        assert [said(client, "dismiss", ben, ada), said(client, "dismiss", ada, ben)] == [204, 204]

        assert names(suggested(client)) == [{"Ada Roy", "Cas Poe"}, {"Ben Ito", "Cas Poe"}]
        assert names(suggested(client, contact_id=ada["id"])) == [{"Ada Roy", "Cas Poe"}]
        assert said(client, "dismiss", ada, cas) == 204
        assert suggested(client, contact_id=ada["id"])["items"] == []

    def test_refuses_one_person_twice_and_those_of_others(self, client: TestClient, stranger: TestClient) -> None:
        ada, ben = (add_contact(client, name, company="Acme") for name in ("Ada Roy", "Ben Ito"))

        assert said(client, "dismiss", ada, ada) == 422
        assert [said(stranger, verb, ada, ben) for verb in ("dismiss", "reopen")] == [404, 404]
        assert len(suggested(client)["items"]) == 1

    def test_hinders_no_tie(self, client: TestClient) -> None:
        ada, ben = (add_contact(client, name, company="Acme") for name in ("Ada Roy", "Ben Ito"))
        said(client, "dismiss", ada, ben)

        assert posted(client, "/v1/ties", {"from_contact_id": ada["id"], "to_contact_id": ben["id"]})["id"]

    def test_goes_with_who_is_erased(self, client: TestClient, database: Database) -> None:
        ada, ben = (add_contact(client, name, company="Acme") for name in ("Ada Roy", "Ben Ito"))
        said(client, "dismiss", ada, ben)

        client.delete(f"/v1/contacts/{ben['id']}", params={"erase": "true"})

        with database.read() as session:
            assert session.scalars(select(NoTie)).all() == []


class TestReopenTieSuggestion:
    @pytest.mark.both_databases
    def test_suggests_it_again(self, client: TestClient) -> None:
        ada, ben = (add_contact(client, name, company="Acme") for name in ("Ada Roy", "Ben Ito"))
        before = suggested(client)
        said(client, "dismiss", ada, ben)

        assert [said(client, "reopen", ben, ada), said(client, "reopen", ada, ben)] == [204, 204]

        assert suggested(client) == before
