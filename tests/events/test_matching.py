from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.people import add_contact, posted

CONFERENCE = {"name": "DataConf", "starts_at": "2026-03-09T09:00:00Z"}


def attendee(client: TestClient, **body: str) -> dict[str, Any]:
    event = posted(client, "/v1/events", CONFERENCE)
    return posted(client, f"/v1/events/{event['id']}/attendees", body)


class TestMatches:
    @pytest.mark.both_databases
    @pytest.mark.parametrize(
        "body",
        [
            {"full_name": "Somebody Else", "email": "SAM@example.com"},
            {"full_name": "sam okafor"},
            {"full_name": "Sam Okafor", "company": "Lindholm GmbH"},
            {"full_name": "Sam Okafor", "email": "private@example.com"},
        ],
    )
    def test_find_a_contact(self, client: TestClient, body: dict[str, str]) -> None:
        sam = add_contact(client, emails=["sam@example.com"], company="Lindholm")

        found = attendee(client, **body)

        assert (found["contact_id"], found["added"]) == (sam["id"], False)

    @pytest.mark.parametrize(
        "body", [{"full_name": "Sam Okafor", "company": "Arbor"}, {"full_name": "Sam", "email": "x@example.com"}]
    )
    def test_do_not_guess(self, client: TestClient, body: dict[str, str]) -> None:
        add_contact(client, company="Lindholm")
        add_contact(client, "Sam")

        assert attendee(client, **body)["added"] is True

    def test_leave_namesakes_to_the_owner(self, client: TestClient) -> None:
        at_work = add_contact(client, company="Lindholm")
        add_contact(client, company="Arbor")

        assert attendee(client, full_name="Sam Okafor")["added"] is True
        assert attendee(client, full_name="Sam Okafor", company="Lindholm")["contact_id"] == at_work["id"]

    def test_forget_who_was_deleted(self, client: TestClient) -> None:
        sam = add_contact(client, emails=["sam@example.com"])
        client.delete(f"/v1/contacts/{sam['id']}")

        assert attendee(client, full_name="Sam Okafor", email="sam@example.com")["added"] is True

    def test_never_reach_into_another_account(self, client: TestClient, stranger: TestClient) -> None:
        sam = add_contact(stranger, emails=["sam@example.com"])
        event = posted(client, "/v1/events", CONFERENCE)
        path = f"/v1/events/{event['id']}/attendees"

        assert client.post(path, json={"contact_id": sam["id"]}).status_code == 404
        assert posted(client, path, {"full_name": "Sam Okafor", "email": "sam@example.com"})["added"] is True
