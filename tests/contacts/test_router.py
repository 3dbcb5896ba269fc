import pytest
from starlette.testclient import TestClient

from tests.conftest import Clock
from tests.people import add_contact, log


class TestCreateContact:
    @pytest.mark.both_databases
    def test_guesses_what_is_not_given_and_says_so(self, client: TestClient) -> None:
        contact = add_contact(client, title="Chief Financial Officer", company="Acme Ltd", country="JP")

        assert (contact["seniority"], contact["timezone"]) == ("executive", "Asia/Tokyo")
        assert {"seniority", "timezone"} <= set(contact["inferred"])

    def test_keeps_what_is_given(self, client: TestClient) -> None:
        contact = add_contact(client, title="Chief Financial Officer", seniority="mid")

        assert contact["seniority"] == "mid"
        assert "seniority" not in contact["inferred"]

    @pytest.mark.parametrize(
        "wrong",
        [
            {"full_name": " "},
            {"full_name": "Sam\u0000"},
            {"full_name": "x" * 201},
            {"full_name": "\u200b\u200b"},
            {"nickname": "Sam"},
            {"importance": 6},
            {"birthday": "02-30"},
            {"birthday": "--02-30"},
            {"timezone": "America"},
            {"country": "Germany"},
            {"profile_url": "javascript:alert(1)"},
            {"emails": ["nobody"]},
            {"emails": ["<ana@example.com>"]},
            {"emails": ["mailto:ana@example.com"]},
            {"busy_periods": [{"from": "2026-03-02", "until": "2026-03-01", "why": ""}]},
            {"job_started_on": "9999-12-31"},
            {"id": "me"},
            {"account_id": "me"},
        ],
    )
    def test_refuses_what_does_not_fit(self, client: TestClient, wrong: dict[str, object]) -> None:
        response = client.post("/v1/contacts", json={"full_name": "Sam Okafor", **wrong})

        assert response.status_code == 422
        assert response.headers["Content-Type"] == "application/problem+json"

    @pytest.mark.parametrize("birthday", ["1980-02-29", "--02-29"])
    def test_takes_a_leap_day(self, client: TestClient, birthday: str) -> None:
        assert add_contact(client, birthday=birthday)["birthday"] == birthday


class TestUpdateContact:
    @pytest.mark.both_databases
    def test_changes_what_is_sent_and_nothing_else(self, client: TestClient) -> None:
        contact = add_contact(client, company="Acme", tags=["old friend"])

        response = client.patch(f"/v1/contacts/{contact['id']}", json={"company": "Globex", "tags": None})

        assert response.status_code == 200
        assert (response.json()["company"], response.json()["tags"]) == ("Globex", [])
        assert response.json()["full_name"] == "Sam Okafor"
        assert response.headers["ETag"] != f'"{contact["version"]}"'

    def test_guesses_again_what_was_a_guess(self, client: TestClient) -> None:
        contact = add_contact(client, title="Intern")

        response = client.patch(f"/v1/contacts/{contact['id']}", json={"title": "Managing Director"})

        assert contact["seniority"] == "student"
        assert response.json()["seniority"] in {"director", "executive"}

    def test_leaves_a_corrected_guess_alone(self, client: TestClient) -> None:
        contact = add_contact(client, title="Intern")
        client.patch(f"/v1/contacts/{contact['id']}", json={"seniority": "mid"})

        response = client.patch(f"/v1/contacts/{contact['id']}", json={"title": "Managing Director"})

        assert response.json()["seniority"] == "mid"

    def test_refuses_a_stale_tag_and_a_weak_one(self, client: TestClient) -> None:
        contact = add_contact(client)
        path = f"/v1/contacts/{contact['id']}"
        assert client.patch(path, json={"notes": "first"}, headers={"If-Match": '"1"'}).status_code == 200

        assert client.patch(path, json={"notes": "second"}, headers={"If-Match": '"1"'}).status_code == 412
        assert client.patch(path, json={"notes": "second"}, headers={"If-Match": 'W/"2"'}).status_code == 412
        assert client.get(path).json()["notes"] == "first"

    def test_cannot_empty_a_name(self, client: TestClient) -> None:
        contact = add_contact(client)

        response = client.patch(f"/v1/contacts/{contact['id']}", json={"full_name": None})

        assert response.status_code == 422
        assert response.json()["errors"][0]["pointer"] == "/full_name"


class TestDeleteContact:
    @pytest.mark.both_databases
    def test_can_be_undone_for_thirty_days(self, client: TestClient, clock: Clock) -> None:
        contact = add_contact(client)
        path = f"/v1/contacts/{contact['id']}"

        assert client.delete(path).status_code == 204
        assert client.get(path).status_code == 404
        assert client.get("/v1/contacts").json()["items"] == []

        clock.advance(days=29)
        assert client.post(f"{path}/restore").status_code == 200
        assert client.get("/v1/contacts").json()["items"][0]["id"] == contact["id"]

    def test_cannot_be_undone_later(self, client: TestClient, clock: Clock) -> None:
        contact = add_contact(client)
        client.delete(f"/v1/contacts/{contact['id']}")

        clock.advance(days=31)

        assert client.post(f"/v1/contacts/{contact['id']}/restore").status_code == 404

    @pytest.mark.both_databases
    def test_erases_the_person_and_what_happened_with_them_alone(self, client: TestClient) -> None:
        sam, ada = add_contact(client), add_contact(client, "Ada Stern")
        log(client, sam, "2026-02-01T10:00:00Z", "note", "outbound", summary="only Sam")
        both = {"contact_ids": [sam["id"], ada["id"]], "kind": "meeting", "direction": "mutual"}
        client.post("/v1/interactions", json=both)

        assert client.delete(f"/v1/contacts/{sam['id']}", params={"erase": True}).status_code == 204

        left = client.get("/v1/interactions").json()["items"]
        assert [one["contact_ids"] for one in left] == [[ada["id"]]]
        assert client.post(f"/v1/contacts/{sam['id']}/restore").status_code == 404
