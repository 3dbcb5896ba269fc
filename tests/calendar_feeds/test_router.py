from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from tests.conftest import SignUp
from tests.people import add_contact, posted

pytestmark = pytest.mark.both_databases


@pytest.fixture
def feed(client: TestClient) -> str:
    """The path of Robin's feed, with something of every kind."""
    client.patch("/v1/me", json={"timezone": "Europe/Berlin"})
    sam = add_contact(client, "Sam Okafor", birthday="--02-29", emails=["sam@example.org"])
    posted(client, "/v1/follow-ups", {"contact_id": sam["id"], "due_at": "2026-03-30T08:00:00Z", "note": "a;b,c\nd"})
    posted(client, "/v1/promises", {"contact_id": sam["id"], "by": "me", "what": "Slides", "due_on": "2026-03-05"})
    event = {"name": "PyCon", "starts_at": "2026-04-01T09:00:00Z", "ends_at": "2026-04-02T17:00:00Z", "place": "Bonn"}
    posted(client, "/v1/events", event)
    path: str = client.post("/v1/me/calendar").json()["path"]
    return path


def entries(client: TestClient, path: str) -> dict[str, Any]:
    response = client.get(path)
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(one["uid"]).partition("-0")[0]: one for one in Calendar.from_ical(response.content).walk("VEVENT")}


class TestReadCalendar:
    def test_holds_what_is_ahead_in_the_owners_zone(self, anonymous: TestClient, feed: str) -> None:
        found = entries(anonymous, feed)

        assert found.keys() == {"follow-up", "promise", "birthday", "event"}
        begins = found["follow-up"]["dtstart"]
        assert (begins.params["TZID"], begins.dt.utcoffset()) == ("Europe/Berlin", timedelta(hours=2))
        assert str(found["follow-up"]["summary"]) == "Follow up: Sam Okafor"
        assert str(found["follow-up"]["description"]) == "a;b,c\nd"
        assert found["promise"]["dtstart"].dt == date(2026, 3, 5)
        assert (found["birthday"]["dtstart"].dt, found["birthday"]["rrule"]["byyearday"]) == (date(2000, 2, 29), [60])
        assert str(found["event"]["location"]) == "Bonn"
        assert all(one.walk("VALARM") for one in found.values())
        text = anonymous.get(feed).text
        assert "BEGIN:VTIMEZONE" in text
        assert "ATTENDEE" not in text
        assert "sam@example.org" not in text
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))

    def test_says_when_nothing_changed(self, client: TestClient, anonymous: TestClient, feed: str) -> None:
        etag = anonymous.get(feed).headers["ETag"]

        assert anonymous.get(feed, headers={"If-None-Match": etag}).status_code == 304
        assert anonymous.get(feed).content == anonymous.get(feed).content
        add_contact(client, "Ana Reis", birthday="1990-05-01")
        assert anonymous.get(feed, headers={"If-None-Match": etag}).status_code == 200

    def test_leaves_out_what_is_done_and_who_is_not_to_be_approached(
        self, client: TestClient, anonymous: TestClient, feed: str
    ) -> None:
        sam = client.get("/v1/contacts").json()["items"][0]
        client.patch(f"/v1/contacts/{sam['id']}", json={"do_not_contact": True})

        assert entries(anonymous, feed).keys() == {"event"}

    @pytest.mark.parametrize("path", ["/v1/calendar.ics", "/v1/calendar.ics?secret=", "/v1/calendar.ics?secret=wrong"])
    def test_is_nowhere_without_its_secret(self, client: TestClient, feed: str, path: str) -> None:
        response = client.get(path)

        assert (response.status_code, response.json()["type"]) == (404, "/problems/calendar-not-found")

    @pytest.mark.promise("P36")
    def test_leaves_its_secret_in_no_log(
        self, anonymous: TestClient, feed: str, caplog: pytest.LogCaptureFixture, figure: Callable[[str], None]
    ) -> None:
        with caplog.at_level("DEBUG"):
            anonymous.get(feed)
            anonymous.get(feed + "x")

        lines = [str(line.__dict__) for line in caplog.records if line.name.startswith("comity")]
        assert lines
        assert not [line for line in lines if feed.rpartition("=")[2] in line]
        figure("a calendar's secret: in no log line")


class TestMakeCalendarFeed:
    def test_ends_the_old_address(self, client: TestClient, anonymous: TestClient, feed: str) -> None:
        newer = client.post("/v1/me/calendar").json()

        assert anonymous.get(feed).status_code == 404
        assert anonymous.get(newer["path"]).status_code == 200
        shown = client.get("/v1/me/calendar").json()
        assert shown.keys() == {"last_four", "created_at"}
        assert shown["last_four"] == newer["secret"][-4:]

    def test_is_the_accounts_own(self, client: TestClient, sign_up: SignUp, feed: str) -> None:
        other = sign_up("Stran Ger")

        assert other.get("/v1/me/calendar").status_code == 404
        assert other.delete("/v1/me/calendar").status_code == 404
        assert "Sam" not in other.get(other.post("/v1/me/calendar").json()["path"]).text


class TestEndCalendarFeed:
    def test_ends_it_at_once(self, client: TestClient, anonymous: TestClient, feed: str) -> None:
        assert client.delete("/v1/me/calendar").status_code == 204

        assert anonymous.get(feed).status_code == 404
