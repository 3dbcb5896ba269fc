from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from starlette.testclient import TestClient

from comity.accounts.models import Account, Attempt
from comity.accounts.service import AccountChanged
from comity.database import Base, Database


class TestGetMe:
    @pytest.mark.both_databases
    def test_shows_the_account_with_its_version(self, client: TestClient) -> None:
        response = client.get("/v1/me")

        assert response.status_code == 200
        assert response.json()["full_name"] == "Robin Vale"
        assert response.headers["ETag"] == '"1"'

    def test_needs_a_credential(self, anonymous: TestClient) -> None:
        response = anonymous.get("/v1/me")

        assert response.status_code == 401
        assert response.headers["WWW-Authenticate"] == "Bearer"


class TestChangeMe:
    @pytest.mark.both_databases
    def test_changes_what_is_sent_and_nothing_else(self, client: TestClient) -> None:
        hours = {"from": "09:00", "until": "17:30"}

        response = client.patch("/v1/me", json={"timezone": "Europe/Berlin", "working_hours": hours})

        assert response.status_code == 200
        assert response.json()["timezone"] == "Europe/Berlin"
        assert response.json()["working_hours"] == hours
        assert response.json()["full_name"] == "Robin Vale"
        assert client.get("/v1/me").json() == response.json()

    def test_takes_null_as_the_default(self, client: TestClient) -> None:
        client.patch("/v1/me", json={"seniority": "mid", "daily_touches": 9, "quiet_hours": None})

        response = client.patch("/v1/me", json={"seniority": None, "daily_touches": None})

        assert (response.json()["seniority"], response.json()["daily_touches"]) == (None, 5)

    @pytest.mark.parametrize(
        "body",
        [
            {"full_name": None},
            {"full_name": "  "},
            {"full_name": "Ro\u0000bin"},
            {"timezone": "America"},
            {"quiet_hours": {"from": "22:00", "until": "22:00"}},
            {"working_hours": {"from": "09:00", "until": "09:00"}},
            {"timezone": "../../etc/passwd"},
            {"timezone": "europe/berlin"},
            {"seniority": "intern"},
            {"daily_touches": 0},
            {"daily_touches": 2.5},
            {"profile_url": "javascript:alert(1)"},
            {"working_hours": {"from": "9", "until": "17:00"}},
            {"working_hours": {"from": "09:00"}},
            {"digest_at": "24:00"},
            {"locale": "English please"},
            {"theme": "pink"},
            {"password_hash": "x"},
            {"id": "x"},
            {"version": 7},
        ],
    )
    def test_refuses_what_does_not_fit(self, client: TestClient, body: dict[str, Any]) -> None:
        response = client.patch("/v1/me", json=body)

        assert response.status_code == 422
        assert client.get("/v1/me").headers["ETag"] == '"1"'

    def test_refuses_a_stale_version(self, client: TestClient) -> None:
        client.patch("/v1/me", json={"headline": "Gardener"}, headers={"If-Match": '"1"'})

        stale = client.patch("/v1/me", json={"headline": "Baker"}, headers={"If-Match": '"1"'})
        weak = client.patch("/v1/me", json={"headline": "Baker"}, headers={"If-Match": 'W/"2"'})

        assert (stale.status_code, weak.status_code) == (412, 412)
        assert client.get("/v1/me").json()["headline"] == "Gardener"

    @pytest.mark.both_databases
    def test_refuses_anothers_email_address(self, client: TestClient, stranger: TestClient) -> None:
        taken = stranger.get("/v1/me").json()["email"]

        response = client.patch("/v1/me", json={"email": taken.upper()})

        assert (response.status_code, response.json()["type"]) == (409, "/problems/email-taken")

    def test_lets_only_an_admin_change_the_email_address(self, client: TestClient, app: FastAPI) -> None:
        token = client.post("/v1/tokens", json={"name": "phone"}).json()["token"]
        phone = TestClient(app, headers={"Authorization": f"Bearer {token}"})

        response = phone.patch("/v1/me", json={"email": "new@example.com"})

        assert response.status_code == 403
        assert "admin" in response.json()["detail"]

    def test_tells_the_features_above_when_the_coach_reads_otherwise(self, client: TestClient, app: FastAPI) -> None:
        heard: list[AccountChanged] = []
        app.state.database.reactions = {AccountChanged: [lambda _, happened: heard.append(happened) or []]}

        client.patch("/v1/me", json={"headline": "Gardener", "seniority": None})
        client.patch("/v1/me", json={"seniority": "senior"})
        client.put("/v1/me/background", json={"schools": ["Porto"]})

        assert len(heard) == 2


class TestDeleteMe:
    @pytest.mark.both_databases
    def test_leaves_nothing_behind(self, client: TestClient, stranger: TestClient, database: Database) -> None:
        client.put("/v1/me/background", json={"interests": ["chess"]})
        client.post("/v1/contacts", json={"full_name": "Sam Okafor"}, headers={"Idempotency-Key": "once"})
        stranger.get("/v1/me")

        response = client.delete("/v1/me")

        assert response.status_code == 204
        assert client.get("/v1/me").status_code == 401
        with database.read() as session:
            left = {
                table.name: session.scalar(select(func.count()).select_from(table))
                for table in Base.metadata.sorted_tables
            }
        assert {name for name, rows in left.items() if rows} == {Account.__tablename__, "credentials"}
        assert left["accounts"] == 1
        assert left[Attempt.__tablename__] == 0


class TestBackground:
    @pytest.mark.both_databases
    def test_is_replaced_as_a_whole(self, client: TestClient) -> None:
        client.put("/v1/me/background", json={"employers": ["Initech"], "schools": ["Porto"]})

        client.put("/v1/me/background", json={"schools": ["Lisboa"], "accomplishments": ["Ran a marathon"]})

        assert client.get("/v1/me/background").json() == {
            "employers": [],
            "schools": ["Lisboa"],
            "places": [],
            "groups": [],
            "interests": [],
            "accomplishments": ["Ran a marathon"],
        }

    def test_is_empty_at_first(self, client: TestClient) -> None:
        response = client.get("/v1/me/background")

        assert response.json()["interests"] == []
