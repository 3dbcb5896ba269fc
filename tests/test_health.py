import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from comity.migrating import migrate


class TestReadyz:
    @pytest.mark.both_databases
    def test_is_ready_on_the_present_schema(self, anonymous: TestClient) -> None:
        assert anonymous.get("/readyz").json() == {"status": "ok"}

    def test_is_not_ready_on_another(self, app: FastAPI, anonymous: TestClient, database_url: str) -> None:
        migrate(database_url, revision="base")

        response = anonymous.get("/readyz")

        assert (response.status_code, response.json()["type"]) == (503, "/problems/not-migrated")


class TestHealthz:
    def test_asks_nothing_of_the_database(self, app: FastAPI, anonymous: TestClient, database_url: str) -> None:
        migrate(database_url, revision="base")

        assert anonymous.get("/healthz").status_code == 200
