"""`/v1/imports`, from upload to undo, on the real stack."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from httpx2 import Response
from sqlalchemy import select
from starlette.testclient import TestClient

from comity.database import Database
from comity.imports import applying, chunks, jobs
from comity.imports.models import ImportChunk
from tests.conftest import Clock, SignUp
from tests.imports import files
from tests.imports.conftest import Upload
from tests.imports.files import ANA, ME, message

pytestmark = pytest.mark.both_databases

ANA_ROW = f"Ana,Lima,{ANA},,Acme,Engineer,12 Mar 2024"
TWICE = '{"First Name": "notes", "First Name": "full_name"}'
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"


@pytest.fixture
def client(sign_up: SignUp) -> Iterator[TestClient]:
    with sign_up("Mia Owner", profile_url=ME) as client:
        yield client


def people(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/v1/contacts", params={"limit": 200}).json()["items"]
    return sorted((client.get(f"/v1/contacts/{each['id']}").json() for each in found), key=lambda one: one["full_name"])


def facts(client: TestClient) -> list[dict[str, Any]]:
    moving = {"id", "version", "created_at", "updated_at"}
    return [{name: value for name, value in one.items() if name not in moving} for one in people(client)]


def by_hand(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/v1/follow-ups", params={"sort": "due"}).json()["items"]
    return [one for one in found if one["origin"] == "hand"]


def counts(created: int = 0, updated: int = 0, skipped: int = 0, refused: int = 0) -> dict[str, int]:
    return {"created": created, "updated": updated, "skipped": skipped, "refused": refused}


def act(client: TestClient, work: Callable[[], None], import_: dict[str, Any], what: str) -> dict[str, Any]:
    response = client.post(f"/v1/imports/{import_['id']}/{what}")
    assert response.status_code in {200, 202}, response.text
    work()
    found: dict[str, Any] = client.get(f"/v1/imports/{import_['id']}").json()
    return found


class TestStartImport:
    def test_previews_first(self, client: TestClient, upload: Upload) -> None:
        found = upload(files.connections(ANA_ROW, ",,,,Acme,,"), name="Connections.csv")

        assert (found["status"], found["format"], found["file_name"]) == (
            "ready",
            "linkedin_connections",
            "Connections.csv",
        )
        assert found["counts"] == counts(created=1, refused=1)
        assert found["progress"] == {"done": 0, "total": 2, "per_second": 0.0, "seconds_left": None}
        assert people(client) == []

    def test_counts_in_the_preview_what_stands_twice_in_the_file(self, upload: Upload) -> None:
        found = upload(files.connections(ANA_ROW, ANA_ROW, ANA_ROW.replace("Engineer", "CTO")))

        assert found["counts"] == counts(created=1, updated=1, skipped=1)

    def test_takes_over_at_once_where_it_is_told_to(self, client: TestClient, upload: Upload) -> None:
        found = upload(files.connections(ANA_ROW), apply="true")

        assert (found["status"], found["counts"]) == ("done", counts(created=1))
        (ana,) = people(client)
        assert (ana["full_name"], ana["company"], ana["connected_on"]) == ("Ana Lima", "Acme", "2024-03-12")
        assert (ana["seniority"], ana["field"], ana["inferred"]) == ("mid", "software", ["seniority", "field"])

    def test_marks_who_comes_from_an_address_book_as_met(
        self, client: TestClient, upload: Upload, database: Database
    ) -> None:
        upload(files.CARDS["iphone"], apply="true")

        (sam,) = people(client)
        relationship = client.get(f"/v1/contacts/{sam['id']}/relationship")
        assert relationship.status_code == 200
        assert sam["birthday"] == "--05-21"

    @pytest.mark.parametrize(
        ("content", "status", "problem"),
        [
            (PNG, 415, "unsupported-file"),
            (b"once upon a time", 415, "unsupported-file"),
            (b"", 422, "empty-file"),
            (b"PK\x03\x04 cut off", 422, "unreadable-archive"),
            (files.archive([("Connections.csv", b"\n" * 30_000_000)]), 413, "archive-too-large"),
        ],
    )
    def test_refuses_a_file_that_it_cannot_read(
        self, client: TestClient, content: bytes, status: int, problem: str
    ) -> None:
        response = client.post("/v1/imports", files={"file": ("x", content)})

        assert (response.status_code, response.json()["type"]) == (status, f"/problems/{problem}")
        assert client.get("/v1/imports").json()["items"] == []

    @pytest.mark.parametrize(
        "fields",
        [
            {"mapping": "no json"},
            {"mapping": '{"a": 1}'},
            {"mapping": TWICE},
            {"format": "floppy"},
            {"apply": "perhaps"},
        ],
    )
    def test_refuses_fields_that_mean_nothing(self, client: TestClient, fields: dict[str, str]) -> None:
        response = client.post("/v1/imports", files={"file": ("x", files.connections(ANA_ROW))}, data=fields)

        assert response.status_code == 422

    def test_refuses_a_file_of_another_format_than_was_said(self, client: TestClient) -> None:
        response = client.post(
            "/v1/imports", files={"file": ("x", files.connections(ANA_ROW))}, data={"format": "vcard"}
        )

        assert (response.status_code, response.json()["type"]) == (422, "/problems/other-format")

    @pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\folder\\passwd", "pass\u202ewd"])
    def test_shows_the_name_of_the_file_and_no_more(self, upload: Upload, name: str) -> None:
        assert upload(files.connections(ANA_ROW), name=name)["file_name"] == "passwd"

    def test_takes_a_file_of_some_mebibytes(self, upload: Upload) -> None:
        content = files.connections(*(f"{files.connection(number)}{' ' * 3_000}" for number in range(700)))

        assert upload(content)["counts"] == counts(created=700)

    def test_the_same_key_is_one_import(self, client: TestClient) -> None:
        def send(content: bytes) -> Response:
            return client.post("/v1/imports", files={"file": ("x", content)}, headers={"Idempotency-Key": "once"})

        first, second, other = (
            send(content) for content in (b"name,mail\nA,a@b.cc", b"name,mail\nA,a@b.cc", b"name,mail")
        )

        assert (first.status_code, second.json()["id"], other.status_code) == (202, first.json()["id"], 422)

    @pytest.mark.parametrize(
        "parts",
        [[("file", ("a", ANA_ROW)), ("file", ("b", ANA_ROW))], [("file", ("a", ANA_ROW)), ("hat", ("b", ANA_ROW))]],
    )
    def test_takes_one_file_and_nothing_else(self, client: TestClient, parts: list[Any]) -> None:
        response = client.post("/v1/imports", files=parts)

        assert (response.status_code, response.json()["type"]) == (422, "/problems/unknown-field")

    def test_refuses_a_request_without_a_file(self, client: TestClient) -> None:
        assert client.post("/v1/imports", data={"apply": "true"}).status_code == 422

    def test_follows_a_mapping(self, client: TestClient, upload: Upload) -> None:
        upload(b"Wer;Wo\nAna Lima;Acme\n", mapping='{"Wer": "full_name", "Wo": "company"}', apply="true")

        assert [(one["full_name"], one["company"]) for one in people(client)] == [("Ana Lima", "Acme")]

    def test_says_which_part_of_a_mapping_fits_nothing(self, client: TestClient) -> None:
        response = client.post(
            "/v1/imports", files={"file": ("x", b"Wer;Wo\nAna Lima;Acme\n")}, data={"mapping": '{"Was": "full_name"}'}
        )

        assert (response.status_code, response.json()["errors"][0]["pointer"]) == (422, "/mapping/Was")


class TestLookAtColumns:
    def test_shows_what_a_mapping_can_be_made_of(self, client: TestClient) -> None:
        content = "Wer;E-Mail\nAna Lima;ana@example.com\n".encode("utf-16")

        response = client.post("/v1/imports/columns", files={"file": ("x.csv", content)})

        assert (response.status_code, response.json()) == (
            200,
            {
                "format": None,
                "header_line": 1,
                "columns": [{"name": "Wer", "field": None}, {"name": "E-Mail", "field": "emails"}],
                "rows": [["Ana Lima", "ana@example.com"]],
            },
        )
        assert client.get("/v1/imports").json()["items"] == []

    @pytest.mark.parametrize(("content", "status"), [(PNG, 415), (files.CARDS["mac"], 415), (b"", 422), (b"PK", 422)])
    def test_refuses_what_is_no_table(self, client: TestClient, content: bytes, status: int) -> None:
        assert client.post("/v1/imports/columns", files={"file": ("x.csv", content)}).status_code == status

    def test_takes_a_file_and_nothing_else(self, client: TestClient) -> None:
        response = client.post("/v1/imports/columns", files={"file": ("x", b"a,b")}, data={"apply": "true"})

        assert (response.status_code, response.json()["errors"][0]["pointer"]) == (422, "/apply")


class TestApplyImport:
    def test_a_second_time_changes_nothing(self, client: TestClient, upload: Upload) -> None:
        content = files.connections(ANA_ROW, "Ole,Berg,,ole@example.com,Globex,CEO,01 Feb 2024")
        upload(content, apply="true")
        before = people(client)

        again = upload(content, apply="true")

        assert again["counts"] == counts(skipped=2)
        assert people(client) == before

    def test_a_second_time_leaves_alone_what_was_edited(self, client: TestClient, upload: Upload) -> None:
        upload(files.connections(ANA_ROW), apply="true")
        (ana,) = people(client)
        client.patch(f"/v1/contacts/{ana['id']}", json={"company": "Acme Oslo"})

        upload(files.connections(ANA_ROW), apply="true")

        assert people(client)[0]["company"] == "Acme Oslo"

    def test_a_blank_overwrites_nothing_and_news_are_taken(self, client: TestClient, upload: Upload) -> None:
        upload(files.connections(f"Ana,Lima,{ANA},ana@example.com,Acme,Engineer,12 Mar 2024"), apply="true")

        found = upload(files.connections(f"Ana,Lima,{ANA},,,Head of Sales,"), apply="true")

        assert found["counts"] == counts(updated=1)
        (ana,) = people(client)
        assert (ana["emails"], ana["company"], ana["title"]) == (["ana@example.com"], "Acme", "Head of Sales")
        assert (ana["seniority"], ana["field"], ana["connected_on"]) == ("director", "sales", "2024-03-12")

    @pytest.mark.parametrize(
        ("known", "row"),
        [
            ({"profile_url": "http://linkedin.com/in/ana-lima/"}, f"A. M.,Lima,{ANA},,Elsewhere,,"),
            ({"emails": ["ANA@example.com"]}, "A. M.,Lima,,ana@example.com,Elsewhere,,"),
            ({"company": "ACME Inc."}, "ana,LIMA,,,Acme,,"),
        ],
    )
    def test_finds_who_is_known(self, client: TestClient, upload: Upload, known: dict[str, Any], row: str) -> None:
        client.post("/v1/contacts", json={"full_name": "Ana Lima"} | known)

        upload(files.connections(row), apply="true")

        assert len(people(client)) == 1

    def test_tells_two_people_of_one_name_in_one_company_apart(self, client: TestClient, upload: Upload) -> None:
        upload(files.connections(ANA_ROW, ANA_ROW.replace("ana-lima", "ana-lima-2")), apply="true")

        assert len(people(client)) == 2

    def test_brings_nobody_back_who_was_deleted(self, client: TestClient, upload: Upload) -> None:
        upload(files.connections(ANA_ROW), apply="true")
        client.delete(f"/v1/contacts/{people(client)[0]['id']}")

        found = upload(files.connections(ANA_ROW.replace("Engineer", "CEO")), apply="true")

        assert found["counts"] == counts(skipped=1)
        assert people(client) == []

    def test_brings_nobody_back_who_was_erased(self, client: TestClient, upload: Upload) -> None:
        upload(files.connections(ANA_ROW), apply="true")
        client.delete(f"/v1/contacts/{people(client)[0]['id']}", params={"erase": "true"})

        found = upload(files.connections(ANA_ROW), apply="true")

        assert found["counts"] == counts(skipped=1)
        assert people(client) == []

    def test_keeps_no_word_of_who_was_erased(self, client: TestClient, upload: Upload, database: Database) -> None:
        upload(files.connections(ANA_ROW, files.connection(1)), apply="true")
        (ana, _) = people(client)

        client.delete(f"/v1/contacts/{ana['id']}", params={"erase": "true"})

        with database.read() as session:
            (entries,) = session.scalars(select(ImportChunk.entries))
        assert b"Lima" not in entries
        assert b"Person1" in entries

    def test_goes_on_where_it_was_killed(
        self, client: TestClient, upload: Upload, work: Callable[[], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(chunks, "RECORDS_AT_ONCE", 10)
        found = upload(files.connections(*map(files.connection, range(35))))
        client.post(f"/v1/imports/{found['id']}/apply")
        with monkeypatch.context() as patch:
            patch.setattr(jobs, "apply_entries", Dying(after=2))
            with pytest.raises(KeyboardInterrupt):
                work()
        assert client.get(f"/v1/imports/{found['id']}").json()["progress"]["done"] == 20

        work()

        after = client.get(f"/v1/imports/{found['id']}").json()
        assert (after["status"], after["counts"]) == ("done", counts(created=35))
        assert len(people(client)) == 35

    def test_gives_up_a_file_that_kills_the_worker_again_and_again(
        self, client: TestClient, upload: Upload, work: Callable[[], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found = upload(files.connections(ANA_ROW))
        client.post(f"/v1/imports/{found['id']}/apply")
        with monkeypatch.context() as patch:
            patch.setattr(jobs, "apply_entries", Dying(after=0))
            for _ in range(jobs.MOST_BEGINNINGS):
                with pytest.raises(KeyboardInterrupt):
                    work()

            work()

        after = client.get(f"/v1/imports/{found['id']}").json()
        assert (after["status"], people(client)) == ("failed", [])
        assert "given up" in after["problem"]


class Dying:
    """Applies some chunks, and is killed in the midst of the next."""

    def __init__(self, *, after: int) -> None:
        self.left = after

    def __call__(self, *args: Any, **values: Any) -> None:
        applying.apply_entries(*args, **values)
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt


class TestMessages:
    def test_become_a_log_with_directions_and_threads(self, client: TestClient, upload: Upload) -> None:
        upload(files.connections(ANA_ROW), apply="true")
        answer = message(sender="Mia Owner", sender_url=ME, to="Ana Lima", to_urls=ANA, sent="2024-03-16 10:00:00 UTC")

        found = upload(files.messages(message(), answer), apply="true")

        assert found["counts"] == counts(created=2)
        (ana,) = people(client)
        log = client.get("/v1/interactions").json()["items"]
        assert [(one["direction"], one["kind"], one["channel"], one["source"]) for one in log] == [
            ("outbound", "message", "linkedin", "import"),
            ("inbound", "message", "linkedin", "import"),
        ]
        assert {(*one["contact_ids"], one["thread_id"], one["body"]) for one in log} == {
            (ana["id"], "linkedin:c1", "Hello")
        }

    def test_a_second_time_adds_nothing(self, client: TestClient, upload: Upload) -> None:
        upload(files.messages(message()), apply="true")

        found = upload(
            files.messages(message(content="newer", sent="2025-01-01 10:00:00 UTC"), message()), apply="true"
        )

        assert found["counts"] == counts(created=1, skipped=1)
        assert len(client.get("/v1/interactions").json()["items"]) == 2
        assert len(people(client)) == 1

    def test_find_whom_only_the_address_book_knows(self, client: TestClient, upload: Upload) -> None:
        client.post("/v1/contacts", json={"full_name": "Ana Lima", "company": "Acme"})

        upload(files.messages(message()), apply="true")

        (ana,) = people(client)
        assert (ana["company"], ana["profile_url"]) == ("Acme", ANA)

    def test_old_unanswered_ones_are_no_debt(self, client: TestClient, upload: Upload) -> None:
        upload(files.messages(message()), apply="true")

        (ana,) = people(client)
        step = client.get(f"/v1/contacts/{ana['id']}/next-step").json()
        assert step["action"] != "reply"

    def test_a_whole_archive_brings_people_and_their_messages(self, client: TestClient, upload: Upload) -> None:
        parts = [("messages.csv", files.messages(message())), ("Connections.csv", files.connections(ANA_ROW))]

        found = upload(files.archive(parts), apply="true")

        assert (found["format"], found["counts"]) == ("linkedin_archive", counts(created=2))
        assert len(people(client)) == 1


class TestUndoImport:
    def test_removes_what_it_created(self, client: TestClient, upload: Upload, work: Callable[[], None]) -> None:
        parts = [("messages.csv", files.messages(message())), ("Connections.csv", files.connections(ANA_ROW))]
        found = upload(files.archive(parts), apply="true")

        undone = act(client, work, found, "undo")

        assert undone["status"] == "undone"
        assert people(client) == []
        assert client.get("/v1/interactions").json()["items"] == []
        assert upload(files.archive(parts), apply="true")["counts"] == counts(created=2)

    def test_restores_what_it_changed(self, client: TestClient, upload: Upload, work: Callable[[], None]) -> None:
        given = {
            "full_name": "Ana Lima",
            "profile_url": ANA,
            "company": "Initech",
            "title": "Intern",
            "connected_on": "2020-01-01",
        }
        client.post("/v1/contacts", json=given)
        before = facts(client)
        found = upload(files.connections(ANA_ROW), apply="true")
        assert facts(client) != before

        act(client, work, found, "undo")

        assert facts(client) == before

    def test_restores_what_messages_told_of_somebody(
        self, client: TestClient, upload: Upload, work: Callable[[], None]
    ) -> None:
        client.post("/v1/contacts", json={"full_name": "Ana Lima", "company": "Acme"})
        before = facts(client)
        found = upload(files.messages(message()), apply="true")
        assert facts(client) != before

        act(client, work, found, "undo")

        assert facts(client) == before

    def test_opens_again_what_its_messages_had_done(
        self, client: TestClient, upload: Upload, work: Callable[[], None]
    ) -> None:
        ana = client.post("/v1/contacts", json={"full_name": "Ana Lima", "profile_url": ANA}).json()
        weekly = {"every": 1, "unit": "week"}
        body = {"contact_id": ana["id"], "due_at": "2026-03-02T15:00:00Z", "recurrence": weekly}
        assert client.post("/v1/follow-ups", json=body).status_code == 201
        before = by_hand(client)
        word = message(sender="Mia Owner", sender_url=ME, to="Ana Lima", to_urls=ANA, sent="2026-03-02 08:30:00 UTC")
        found = upload(files.messages(word), apply="true")
        assert [one["status"] for one in by_hand(client)] == ["done", "open"]

        act(client, work, found, "undo")

        (after,) = by_hand(client)
        assert after | {"version": 1} == before[0]

    def test_leaves_alone_what_was_edited_since(
        self, client: TestClient, upload: Upload, work: Callable[[], None], clock: Clock
    ) -> None:
        client.post("/v1/contacts", json={"full_name": "Ana Lima", "profile_url": ANA, "company": "Initech"})
        found = upload(files.connections(ANA_ROW), apply="true")
        clock.advance(minutes=1)
        client.patch(f"/v1/contacts/{people(client)[0]['id']}", json={"company": "Hooli"})

        act(client, work, found, "undo")

        (ana,) = people(client)
        assert (ana["company"], ana["title"]) == ("Hooli", None)

    def test_keeps_whom_somebody_worked_on(
        self, client: TestClient, upload: Upload, work: Callable[[], None], clock: Clock
    ) -> None:
        found = upload(files.connections(ANA_ROW, *map(files.connection, range(2))), apply="true")
        (ana, *_) = people(client)
        body = {"contact_ids": [ana["id"]], "kind": "call", "direction": "mutual"}
        assert client.post("/v1/interactions", json=body).status_code == 201

        act(client, work, found, "undo")

        assert [one["full_name"] for one in people(client)] == ["Ana Lima"]
        records = client.get(f"/v1/imports/{found['id']}/records").json()["items"]
        assert [record["code"] for record in records] == ["kept", "", ""]

    def test_is_possible_only_where_something_was_applied(self, client: TestClient, upload: Upload) -> None:
        found = upload(files.connections(ANA_ROW))

        response = client.post(f"/v1/imports/{found['id']}/undo")

        assert (response.status_code, response.json()["type"]) == (409, "/problems/not-ready")


class TestCancelImport:
    def test_stops_before_anything_is_written(
        self, client: TestClient, upload: Upload, work: Callable[[], None]
    ) -> None:
        found = upload(files.connections(ANA_ROW))

        cancelled = act(client, work, found, "cancel")

        assert cancelled["status"] == "cancelled"
        assert client.post(f"/v1/imports/{found['id']}/apply").status_code == 409
        assert people(client) == []


class TestListImportRecords:
    def test_lists_every_record_with_its_line_and_reason(self, client: TestClient, upload: Upload) -> None:
        found = upload(files.connections(ANA_ROW, ",,,,Acme,,", "too,short", "short"))

        records = client.get(f"/v1/imports/{found['id']}/records").json()["items"]

        assert [(one["line"], one["outcome"], one["label"], one["code"]) for one in records] == [
            (5, "created", "Ana Lima", ""),
            (6, "refused", "", "no_name"),
            (7, "refused", "", "wrong_number_of_columns"),
            (8, "refused", "", "wrong_number_of_columns"),
        ]
        assert records[2]["reason"] == "The row has 2 columns, the header 7."
        assert records[3]["reason"] == "The row has 1 column, the header 7."

    def test_pages_through_one_outcome(
        self, client: TestClient, upload: Upload, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(chunks, "RECORDS_AT_ONCE", 4)
        rows = [row for number in range(10) for row in (files.connection(number), ",,,,Acme,,")]
        path = f"/v1/imports/{upload(files.connections(*rows))['id']}/records"
        lines: list[int] = []
        cursor: dict[str, str] = {}
        while True:
            page = client.get(path, params={"outcome": "refused", "limit": 3} | cursor).json()
            lines += [record["line"] for record in page["items"]]
            if page["next_cursor"] is None:
                break
            cursor = {"cursor": page["next_cursor"]}

        assert lines == list(range(6, 26, 2))

    def test_refuses_a_cursor_of_another_making(self, client: TestClient, upload: Upload) -> None:
        path = f"/v1/imports/{upload(files.connections(ANA_ROW))['id']}/records"

        assert client.get(path, params={"cursor": "WyJhIl0"}).status_code == 422
        assert client.get(path, params={"outcome": "eaten"}).status_code == 422


class TestListJobs:
    def test_lists_imports(self, client: TestClient, upload: Upload) -> None:
        found = upload(files.connections(ANA_ROW), apply="true")

        (job,) = client.get("/v1/me/jobs").json()["items"]

        assert (job["id"], job["kind"], job["status"]) == (found["id"], "import", "done")
        assert job["progress"]["done"] == job["progress"]["total"] == 1


class TestOthers:
    def test_see_nothing_of_it(self, stranger: TestClient, upload: Upload) -> None:
        found = upload(files.connections(ANA_ROW))
        path = f"/v1/imports/{found['id']}"

        answers = [stranger.get(path), stranger.get(f"{path}/records")]
        answers += [stranger.post(f"{path}/{what}") for what in ("apply", "cancel", "undo")]

        assert {answer.status_code for answer in answers} == {404}
        assert stranger.get("/v1/imports").json()["items"] == []
        assert stranger.get("/v1/me/jobs").json()["items"] == []
