"""Calendars and lists of attendees through `/v1/imports`, from upload to undo, on the real stack."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from comity.database import Database
from comity.imports.models import ImportChunk
from tests.conftest import Clock, SignUp
from tests.imports.conftest import Upload
from tests.people import add_contact, log, next_step, posted

pytestmark = pytest.mark.both_databases

SAM, ANA = "mailto:sam@example.com", "mailto:ana@example.com"
GUESTS = b"Name,Email,Company,Job Title\nSam Okafor,sam@example.com,Lindholm,Engineer\nMei Tanaka,,Arbor,Founder\n"


@pytest.fixture
def client(sign_up: SignUp) -> Iterator[TestClient]:
    with sign_up("Mia Owner") as client:
        yield client


def conference(*lines: str, name: str = "DataConf", start: str = "20260309T090000Z", method: str = "") -> bytes:
    return "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            *([f"METHOD:{method}"] if method else []),
            "BEGIN:VEVENT",
            "UID:conf@example.com",
            f"SUMMARY:{name}",
            f"DTSTART:{start}",
            "DURATION:PT8H",
            f"ATTENDEE;CN=Sam Okafor:{SAM}",
            f"ATTENDEE;CN=Ana Reis:{ANA}",
            *lines,
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    ).encode()


def items(client: TestClient, path: str) -> list[dict[str, Any]]:
    response = client.get(path)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()["items"]
    return found


def act(client: TestClient, work: Callable[[], None], import_: dict[str, Any], what: str) -> dict[str, Any]:
    response = client.post(f"/v1/imports/{import_['id']}/{what}")
    assert response.status_code in {200, 202}, response.text
    work()
    found: dict[str, Any] = client.get(f"/v1/imports/{import_['id']}").json()
    return found


def counts(created: int = 0, updated: int = 0, skipped: int = 0, refused: int = 0) -> dict[str, int]:
    return {"created": created, "updated": updated, "skipped": skipped, "refused": refused}


class TestCalendar:
    def test_previews_first(self, client: TestClient, upload: Upload) -> None:
        found = upload(conference())

        assert (found["status"], found["format"], found["counts"]) == ("ready", "ics", counts(created=1))
        assert items(client, "/v1/events") == []

    def test_matches_attendees_and_suggests_the_others(self, client: TestClient, upload: Upload) -> None:
        sam = add_contact(client, emails=["sam@example.com"])

        found = upload(conference(), apply="true")

        (event,) = items(client, "/v1/events")
        path = f"/v1/events/{event['id']}"
        (record,) = items(client, f"/v1/imports/{found['id']}/records")
        assert (event["name"], event["starts_at"]) == ("DataConf", "2026-03-09T09:00:00Z")
        assert (record["outcome"], record["event_id"]) == ("created", event["id"])
        assert [one["contact_id"] for one in items(client, f"{path}/attendees")] == [sam["id"]]
        (suggestion,) = items(client, f"{path}/suggestions")
        assert (suggestion["full_name"], suggestion["email"]) == ("Ana Reis", "ana@example.com")
        assert next_step(client, sam)["action"] == "event_before"
        assert len(items(client, "/v1/contacts")) == 1

    def test_changes_nothing_the_second_time(self, client: TestClient, upload: Upload) -> None:
        upload(conference(), apply="true")
        (event,) = items(client, "/v1/events")
        client.patch(f"/v1/events/{event['id']}", json={"name": "Our conference"})
        for one in items(client, f"/v1/events/{event['id']}/suggestions"):
            client.delete(f"/v1/events/{event['id']}/suggestions/{one['id']}")

        again = upload(conference(), apply="true")

        assert again["counts"] == counts(skipped=1)
        (same,) = items(client, "/v1/events")
        assert (same["id"], same["name"]) == (event["id"], "Our conference")
        assert items(client, f"/v1/events/{event['id']}/suggestions") == []

    def test_follows_the_organiser_when_the_event_moves(
        self, client: TestClient, upload: Upload, work: Callable[[], None]
    ) -> None:
        upload(conference(), apply="true")
        (event,) = items(client, "/v1/events")

        moved = upload(conference(start="20260310T090000Z"), apply="true")

        assert moved["counts"] == counts(updated=1)
        (found,) = items(client, "/v1/events")
        assert (found["id"], found["starts_at"]) == (event["id"], "2026-03-10T09:00:00Z")
        act(client, work, moved, "undo")
        (found,) = items(client, "/v1/events")
        assert found["starts_at"] == "2026-03-09T09:00:00Z"

    def test_lets_no_older_file_change_a_newer_one(self, client: TestClient, upload: Upload) -> None:
        upload(conference("SEQUENCE:2"), apply="true")

        older = upload(conference("SEQUENCE:1", start="20260310T090000Z"), apply="true")

        assert older["counts"] == counts(skipped=1)
        assert items(client, f"/v1/imports/{older['id']}/records")[0]["code"] == "older"
        assert items(client, "/v1/events")[0]["starts_at"] == "2026-03-09T09:00:00Z"

    def test_never_says_that_the_owner_goes_after_all(self, client: TestClient, upload: Upload) -> None:
        upload(conference(), apply="true")
        (event,) = items(client, "/v1/events")
        client.patch(f"/v1/events/{event['id']}", json={"attending": False})

        upload(conference(start="20260310T090000Z"), apply="true")

        assert items(client, "/v1/events")[0]["attending"] is False

    def test_takes_a_cancelled_event_off_the_plan(self, client: TestClient, upload: Upload) -> None:
        sam = add_contact(client, emails=["sam@example.com"])
        upload(conference(), apply="true")

        by_a_stranger = upload(conference(method="CANCEL"), apply="true")
        assert (by_a_stranger["counts"], next_step(client, sam)["action"]) == (counts(skipped=1), "event_before")

        upload(conference("STATUS:CANCELLED"), apply="true")
        assert next_step(client, sam)["action"] != "event_before"

    def test_matches_any_number_of_guests(self, client: TestClient, upload: Upload) -> None:
        guests = [f"ATTENDEE;CN=Guest {one}:mailto:g{one}@example.com" for one in range(2_400)]
        events = [conference(*guests[at : at + 480]).replace(b"conf@", b"%d@" % at) for at in range(0, 2_400, 480)]

        found = upload(b"\r\n".join(events), apply="true")

        assert (found["status"], found["counts"]) == ("done", counts(created=len(events)))

    def test_does_not_begin_with_what_is_cancelled(self, client: TestClient, upload: Upload) -> None:
        found = upload(conference("STATUS:CANCELLED"), apply="true")

        assert found["counts"] == counts(skipped=1)
        assert items(client, "/v1/events") == []

    def test_is_undone_as_a_whole(self, client: TestClient, upload: Upload, work: Callable[[], None]) -> None:
        sam = add_contact(client, emails=["sam@example.com"])
        found = upload(conference(), apply="true")

        undone = act(client, work, found, "undo")

        assert undone["status"] == "undone"
        assert items(client, "/v1/events") == []
        assert next_step(client, sam)["action"] != "event_before"

    def test_stays_where_somebody_worked_on_it(
        self, client: TestClient, upload: Upload, work: Callable[[], None]
    ) -> None:
        sam = add_contact(client, emails=["sam@example.com"])
        found = upload(conference(), apply="true")
        (event,) = items(client, "/v1/events")
        log(client, sam, "2026-03-02T08:00:00Z", "email", "outbound", event_id=event["id"])

        act(client, work, found, "undo")

        assert [one["id"] for one in items(client, "/v1/events")] == [event["id"]]
        assert items(client, f"/v1/imports/{found['id']}/records")[0]["code"] == "kept"

    def test_suggests_nobody_who_was_deleted_or_erased(self, client: TestClient, upload: Upload) -> None:
        sam = add_contact(client, emails=["sam@example.com"])
        ana = add_contact(client, "Ana Reis", emails=["ana@example.com"])
        client.delete(f"/v1/contacts/{sam['id']}")
        client.delete(f"/v1/contacts/{ana['id']}", params={"erase": "true"})

        upload(conference(), apply="true")

        (event,) = items(client, "/v1/events")
        assert items(client, f"/v1/events/{event['id']}/suggestions") == []

    def test_keeps_nothing_of_whoever_is_erased(
        self, client: TestClient, upload: Upload, database: Database, work: Callable[[], None]
    ) -> None:
        event = posted(client, "/v1/events", {"name": "DataConf", "starts_at": "2026-03-09T09:00:00Z"})
        list_ = b"Name,Email\nAna Reis,ana@example.com\nMei Tanaka,mei@example.com\n"
        applied = upload(list_, name="guests.csv", event_id=event["id"], apply="true")
        for preview in ((conference(), {}), (list_, {"event_id": event["id"]})):
            upload(preview[0], **preview[1])
        (ana, _) = items(client, f"/v1/events/{event['id']}/suggestions")
        path = f"/v1/events/{event['id']}/suggestions/{ana['id']}/accept"
        contact_id = client.post(path, json={}).json()["contact_id"]

        client.delete(f"/v1/contacts/{contact_id}", params={"erase": "true"})

        with database.read() as session:
            kept = b"".join(session.scalars(select(ImportChunk.entries)))
        assert b"Ana Reis" not in kept
        assert b"ana@example.com" not in kept
        assert b"Mei Tanaka" in kept
        assert act(client, work, applied, "undo")["status"] == "undone"

    def test_is_refused_record_by_record(self, client: TestClient, upload: Upload) -> None:
        found = upload(conference(start="99991231T235959Z"), apply="true")

        (record,) = items(client, f"/v1/imports/{found['id']}/records?outcome=refused")
        assert (record["code"], record["line"], record["label"]) == ("out_of_range", 2, "DataConf")

    def test_keeps_to_its_account(self, client: TestClient, upload: Upload, stranger: TestClient) -> None:
        upload(conference(), apply="true")
        (event,) = items(client, "/v1/events")

        assert items(stranger, "/v1/events") == []
        response = stranger.post("/v1/imports", files={"file": ("guests.csv", GUESTS)}, data={"event_id": event["id"]})
        assert response.status_code == 404


class TestListOfAttendees:
    def test_matches_and_suggests_without_adding_contacts(
        self, client: TestClient, upload: Upload, work: Callable[[], None]
    ) -> None:
        sam = add_contact(client, emails=["sam@example.com"])
        event = posted(client, "/v1/events", {"name": "DataConf", "starts_at": "2026-03-09T09:00:00Z"})
        path = f"/v1/events/{event['id']}"

        found = upload(GUESTS, name="guests.csv", event_id=event["id"], apply="true")

        assert (found["event_id"], found["counts"]) == (event["id"], counts(created=2))
        assert [one["contact_id"] for one in items(client, f"{path}/attendees")] == [sam["id"]]
        (mei,) = items(client, f"{path}/suggestions")
        assert (mei["full_name"], mei["company"], mei["title"]) == ("Mei Tanaka", "Arbor", "Founder")
        assert len(items(client, "/v1/contacts")) == 1
        again = upload(GUESTS, name="guests.csv", event_id=event["id"], apply="true")
        assert again["counts"] == counts(skipped=2)
        act(client, work, found, "undo")
        assert items(client, f"{path}/attendees") == items(client, f"{path}/suggestions") == []

    def test_says_so_where_the_event_is_gone(
        self, client: TestClient, upload: Upload, work: Callable[[], None]
    ) -> None:
        event = posted(client, "/v1/events", {"name": "DataConf", "starts_at": "2026-03-09T09:00:00Z"})
        found = upload(GUESTS, name="guests.csv", event_id=event["id"])
        client.delete(f"/v1/events/{event['id']}")

        assert act(client, work, found, "apply")["counts"] == counts(refused=2)

    def test_is_a_list_of_people(self, client: TestClient) -> None:
        event = posted(client, "/v1/events", {"name": "DataConf", "starts_at": "2026-03-09T09:00:00Z"})

        response = client.post("/v1/imports", files={"file": ("x.ics", conference())}, data={"event_id": event["id"]})

        assert (response.status_code, response.json()["type"]) == (422, "/problems/not-a-list-of-people")


class TestClockOfASeries:
    def test_brings_the_next_times_when_their_turn_comes(
        self, client: TestClient, upload: Upload, clock: Clock
    ) -> None:
        weekly = conference("RRULE:FREQ=WEEKLY")
        first = upload(weekly, apply="true")

        again = upload(weekly, apply="true")
        clock.advance(days=14)
        later = upload(weekly, apply="true")

        assert (first["counts"], again["counts"]) == (counts(created=12), counts(skipped=12))
        assert later["counts"] == counts(created=1, skipped=11)
