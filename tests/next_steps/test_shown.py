"""Which steps were shown: noted behind the answer, once."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from comity.database import Database
from comity.next_steps.models import ShownStep
from tests.conftest import MONDAY, Clock
from tests.people import Json, add_contact, log, next_step


@pytest.fixture
def sam(client: TestClient) -> Json:
    sam = add_contact(client)
    log(client, sam, "2026-02-20T09:00:00Z", "email", "outbound", ask_size="short_call")
    return sam


def noted(database: Database) -> list[Any]:
    with database.read() as session:
        return list(session.scalars(select(ShownStep)).all())


class TestShownSteps:
    @pytest.mark.both_databases
    def test_are_noted_with_their_day(self, client: TestClient, database: Database, sam: Json) -> None:
        step = next_step(client, sam)

        (row,) = noted(database)
        assert (row.step_id, row.contact_id, row.rule) == (step["id"], sam["id"], "silence.follow-up-once")
        assert row.shown_at == MONDAY

    @pytest.mark.both_databases
    def test_keep_the_day_on_which_they_were_first_shown(
        self, client: TestClient, database: Database, sam: Json, clock: Clock
    ) -> None:
        client.get("/v1/next-steps")
        clock.advance(days=1)

        client.get("/v1/next-steps")
        next_step(client, sam)

        assert [row.shown_at for row in noted(database)] == [MONDAY]

    @pytest.mark.parametrize("query", [{"as_of": "2026-03-01T09:00:00Z"}, {"want": "meeting"}])
    def test_leave_out_what_was_only_asked_about(
        self, client: TestClient, database: Database, sam: Json, query: dict[str, str]
    ) -> None:
        next_step(client, sam, **query)

        assert noted(database) == []

    def test_leave_out_pauses(self, client: TestClient, database: Database, clock: Clock, sam: Json) -> None:
        clock.now = datetime.fromisoformat("2026-02-21T09:00:00Z")

        assert next_step(client, sam)["action"] == "wait"

        assert noted(database) == []

    def test_never_fail_a_read(self, client: TestClient, database: Database, sam: Json) -> None:
        with database.write() as session:
            session.execute(ShownStep.__table__.delete())
            session.connection().exec_driver_sql("ALTER TABLE shown_steps RENAME TO elsewhere")

        assert next_step(client, sam)["action"] == "follow_up"
