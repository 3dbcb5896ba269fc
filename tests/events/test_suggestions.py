from typing import Any

import pytest
from sqlalchemy import insert, select
from starlette.testclient import TestClient

from comity.accounts.models import Account
from comity.database import Database
from comity.events.matching import Guest
from comity.events.models import Suggestion
from tests.people import add_contact, posted

CONFERENCE = {"name": "DataConf", "starts_at": "2026-03-09T09:00:00Z"}

Suggest = Any


@pytest.fixture
def event(client: TestClient) -> dict[str, Any]:
    return posted(client, "/v1/events", CONFERENCE)


@pytest.fixture
def suggest(client: TestClient, database: Database, event: dict[str, Any]) -> Suggest:
    """Return what puts somebody on the event's list."""

    def suggest(full_name: str, email: str | None = None, company: str | None = None) -> str:
        guest = Guest(full_name, email, company)
        email_of_owner = client.get("/v1/me").json()["email"]
        with database.write() as session:
            account_id = session.scalars(select(Account.id).filter_by(email=email_of_owner)).one()
            values = {"account_id": account_id, "event_id": event["id"], "key": guest.key, **guest._asdict()}
            session.execute(insert(Suggestion).values(values))
        (found,) = [one["id"] for one in listed(client, event) if one["full_name"] == full_name]
        return str(found)

    return suggest


def listed(client: TestClient, event: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/v1/events/{event['id']}/suggestions").json()["items"]
    return found


def accept(client: TestClient, event: dict[str, Any], identity: str, **body: str) -> Any:
    return client.post(f"/v1/events/{event['id']}/suggestions/{identity}/accept", json=body)


class TestListSuggestions:
    def test_names_whom_they_may_well_be(self, client: TestClient, event: dict[str, Any], suggest: Suggest) -> None:
        sam = add_contact(client, company="Lindholm")
        suggest("Sam Okafor", "sam@example.com", "Arbor")
        suggest("Ana Reis")

        found = listed(client, event)

        assert [(one["full_name"], one["likely_contact_id"]) for one in found] == [
            ("Ana Reis", None),
            ("Sam Okafor", sam["id"]),
        ]

    def test_leaves_out_who_is_there_already(self, client: TestClient, event: dict[str, Any], suggest: Suggest) -> None:
        suggest("Ana Reis", "ana@example.com")

        posted(client, f"/v1/events/{event['id']}/attendees", {"full_name": "Ana Reis", "email": "ana@example.com"})

        assert listed(client, event) == []


class TestAcceptSuggestion:
    @pytest.mark.both_databases
    def test_adds_them(self, client: TestClient, event: dict[str, Any], suggest: Suggest) -> None:
        identity = suggest("Ana Reis", "ana@example.com", "Arbor")

        accepted = accept(client, event, identity).json()

        assert (accepted["full_name"], accepted["company"], accepted["added"]) == ("Ana Reis", "Arbor", True)
        assert listed(client, event) == []
        assert accept(client, event, identity).status_code == 404

    def test_takes_the_owners_word_for_who_they_are(
        self, client: TestClient, event: dict[str, Any], suggest: Suggest
    ) -> None:
        sam = add_contact(client, company="Lindholm")

        accepted = accept(client, event, suggest("S. Okafor"), contact_id=sam["id"]).json()

        assert (accepted["contact_id"], accepted["added"]) == (sam["id"], False)

    def test_hides_what_is_anothers(
        self, client: TestClient, stranger: TestClient, event: dict[str, Any], suggest: Suggest
    ) -> None:
        identity = suggest("Ana Reis")
        theirs, other = posted(stranger, "/v1/events", CONFERENCE), add_contact(stranger, "Mei Tanaka")

        assert accept(stranger, event, identity).status_code == 404
        assert accept(stranger, theirs, identity).status_code == 404
        assert accept(client, event, identity, contact_id=other["id"]).status_code == 404
        assert stranger.delete(f"/v1/events/{theirs['id']}/suggestions/{identity}").status_code == 404

    def test_refuses_a_name_that_nobody_can_read(
        self, client: TestClient, event: dict[str, Any], suggest: Suggest
    ) -> None:
        response = accept(client, event, suggest("\u200d"))

        assert (response.status_code, response.json()["type"]) == (422, "/problems/not-a-name-of-a-contact")


class TestDismissSuggestion:
    def test_leaves_them_out(self, client: TestClient, event: dict[str, Any], suggest: Suggest) -> None:
        path = f"/v1/events/{event['id']}/suggestions/{suggest('Ana Reis')}"

        assert client.delete(path).status_code == 204
        assert client.delete(path).status_code == 404
        assert listed(client, event) == []


class TestForget:
    def test_takes_away_whoever_is_erased(
        self, client: TestClient, database: Database, event: dict[str, Any], suggest: Suggest
    ) -> None:
        suggest("Sam Okafor", "private@example.com")
        suggest("S. O.", "sam@example.com")
        suggest("Ana Reis")
        sam = add_contact(client, emails=["Sam@Example.com"])

        client.delete(f"/v1/contacts/{sam['id']}", params={"erase": "true"})

        with database.read() as session:
            assert session.scalars(select(Suggestion.full_name)).all() == ["Ana Reis"]
