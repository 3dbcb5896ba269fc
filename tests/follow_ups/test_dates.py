"""Dates in words, through the API."""

import pytest
from starlette.testclient import TestClient

from tests.conftest import SignUp
from tests.people import add_contact, posted


class TestCreateInWords:
    @pytest.mark.both_databases
    def test_says_how_it_was_understood_and_what_moved_it(self, sign_up: SignUp) -> None:
        client = sign_up(timezone="Europe/Berlin")
        sam = add_contact(client, country="GB", timezone="Europe/London")

        made = posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "due": "next Tuesday morning"})

        assert made["understood"] == "Tuesday, 10 March 2026 at 09:00 (Europe/Berlin)"
        assert (made["wanted_at"], made["due_at"]) == ("2026-03-10T08:00:00Z", "2026-03-10T09:00:00Z")
        assert made["moves"] == [{"rule": "timing.hours", "from": "2026-03-10T08:00:00Z", "to": "2026-03-10T09:00:00Z"}]

    def test_goes_by_what_is_known_of_them(self, client: TestClient) -> None:
        away = {"from": "2026-03-09", "until": "2026-03-17", "why": "skiing"}
        sam = add_contact(client, busy_periods=[away])

        made = posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "due": "after her vacation"})

        assert made["due_at"] == "2026-03-18T09:00:00Z"

    def test_goes_by_the_events_ahead(self, client: TestClient) -> None:
        posted(
            client,
            "/v1/events",
            {"name": "PyCon", "starts_at": "2026-04-14T08:00:00Z", "ends_at": "2026-04-16T17:00:00Z"},
        )
        sam = add_contact(client)

        made = posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "due": "after the conference"})

        assert made["due_at"] == "2026-04-17T09:00:00Z"

    @pytest.mark.parametrize(
        ("body", "pointer"),
        [
            ({"due": "one of these days"}, "/due"),
            ({"due": "tomorrow at 4"}, "/due"),
            ({}, "/due_at"),
            ({"due": "tomorrow", "due_at": "2026-03-10T09:00:00Z"}, "/due_at"),
            ({"recurrence": {"every": 1, "unit": "week"}}, "/due_at"),
        ],
    )
    def test_refuses_what_is_no_date(self, client: TestClient, body: dict[str, object], pointer: str) -> None:
        sam = add_contact(client)

        response = client.post("/v1/follow-ups", json={"contact_id": sam["id"], **body})

        assert (response.status_code, response.json()["errors"][0]["pointer"]) == (422, pointer)


class TestCreateAfterLastContact:
    def test_refuses_what_lies_beyond_the_calendar(self, client: TestClient) -> None:
        rhythm = {"every": 1000, "unit": "year", "anchor": "last_contact"}

        response = client.post("/v1/follow-ups", json={"contact_id": add_contact(client)["id"], "recurrence": rhythm})

        assert (response.status_code, response.json()["errors"][0]["pointer"]) == (422, "/recurrence")


class TestReadDate:
    def test_shows_what_would_be_and_saves_nothing(self, client: TestClient) -> None:
        sam = add_contact(client, country="DE", timezone="Europe/Berlin")

        read = posted(client, "/v1/follow-ups/read-date", {"text": "on Sunday at 3pm", "contact_id": sam["id"]})

        assert (read["wanted_at"], read["due_at"]) == ("2026-03-08T15:00:00Z", "2026-03-09T08:00:00Z")
        assert read["moved_by"] == "timing.holiday"
        assert client.get("/v1/follow-ups").json()["items"] == []

    def test_points_at_what_it_does_not_understand(self, client: TestClient) -> None:
        response = client.post("/v1/follow-ups/read-date", json={"text": "3/4"})

        assert (response.status_code, response.json()["errors"][0]["pointer"]) == (422, "/text")
