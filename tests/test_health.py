from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import insert, select
from starlette.testclient import TestClient

from comity.database import Database
from comity.jobs import enqueue, statuses
from comity.migrating import migrate
from tests.conftest import Clock


class TestReadyz:
    @pytest.mark.both_databases
    def test_is_ready_on_the_present_schema(self, anonymous: TestClient) -> None:
        assert anonymous.get("/readyz").json() == {"status": "ok"}

    def test_is_not_ready_on_another(self, app: FastAPI, anonymous: TestClient, database_url: str) -> None:
        migrate(database_url, revision="base")

        response = anonymous.get("/readyz")

        assert (response.status_code, response.json()["type"]) == (503, "/problems/not-migrated")

    @pytest.mark.both_databases
    def test_is_not_ready_where_no_worker_does_what_is_scheduled(
        self, anonymous: TestClient, clock: Clock, database: Database
    ) -> None:
        clock.advance(seconds=119)
        assert anonymous.get("/readyz").status_code == 200
        clock.advance(seconds=2)
        assert anonymous.get("/readyz").json()["type"] == "/problems/schedules-late"

        done = clock().timestamp() * 1000
        with database.write() as session:
            row = {"workflow_uuid": "sched-1", "status": "SUCCESS", "name": "tests.tick.v1", "schedule_name": "tick"}
            session.execute(insert(statuses(session)).values(row | {"created_at": done, "completed_at": done}))

        assert anonymous.get("/readyz").status_code == 200
        clock.advance(seconds=121)
        assert anonymous.get("/readyz").status_code == 503


class TestMetrics:
    @pytest.mark.both_databases
    def test_says_what_waits_and_for_how_long(self, anonymous: TestClient, clock: Clock, database: Database) -> None:
        with database.write() as session:
            for number in range(2):
                enqueue(session, "tests.listen.v1", job_id=f"job-{number}", number=number)
            created_at = session.scalars(select(statuses(session).c.created_at)).first()
        clock.now = datetime.fromtimestamp(int(created_at or 0) / 1000, UTC) + timedelta(seconds=30)

        said = anonymous.get("/metrics").text

        assert 'comity_jobs{name="tests.listen.v1",status="enqueued"} 2.0' in said
        assert 'comity_queue_jobs{queue="work"} 2.0' in said
        assert 29 <= float(said.split('comity_queue_oldest_seconds{queue="work"} ')[1].split()[0]) <= 31
        assert "comity_scheduler_lag_seconds" in said
        assert "comity_request_seconds" in said


class TestHealthz:
    def test_asks_nothing_of_the_database(self, app: FastAPI, anonymous: TestClient, database_url: str) -> None:
        migrate(database_url, revision="base")

        assert anonymous.get("/healthz").status_code == 200
