from datetime import timedelta

import pytest
from sqlalchemy import func, select
from starlette.testclient import TestClient

from comity.database import Database
from comity.jobs import statuses
from comity.relationships.jobs import SWEEP, sweep
from comity.relationships.models import RelationshipRow
from tests.conftest import Clock
from tests.people import add_contact, log


class TestReviewEverybody:
    def test_has_a_large_network_swept_after_a_change_of_settings(
        self, client: TestClient, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("comity.relationships.jobs.AT_ONCE", 1)
        sam, ada = add_contact(client), add_contact(client, "Ada Stern")

        assert client.patch("/v1/me", json={"seniority": "executive"}).status_code == 200

        assert _waiting(database) == 1
        assert _comes_now(database) == {sam["id"], ada["id"]}

    def test_folds_a_small_one_at_once(self, client: TestClient, database: Database) -> None:
        add_contact(client)

        assert client.patch("/v1/me", json={"seniority": "executive"}).status_code == 200

        assert _waiting(database) == 0


class TestSweep:
    @pytest.mark.both_databases
    def test_folds_anew_only_those_whose_day_has_come(
        self, client: TestClient, database: Database, clock: Clock
    ) -> None:
        waiting, other = add_contact(client), add_contact(client, "Ada Stern")
        log(client, waiting, "2026-03-01T09:00:00Z", "email", "outbound")
        clock.advance(days=8)
        assert _action(database, waiting["id"]) == "wait"

        swept = sweep(database, now=clock())

        assert swept >= 1
        assert _action(database, waiting["id"]) == "follow_up"
        assert sweep(database, now=clock()) == 0
        assert _action(database, other["id"]) is not None

    def test_leaves_a_row_that_answers_for_the_time_to_come(
        self, client: TestClient, database: Database, clock: Clock
    ) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-03-01T09:00:00Z", "email", "outbound")

        with database.read() as session:
            next_change_at = session.scalars(select(RelationshipRow.next_change_at)).one()

        assert next_change_at is not None
        assert clock() < next_change_at <= clock() + timedelta(days=7)


def _action(database: Database, contact_id: str) -> str | None:
    with database.read() as session:
        return session.scalars(select(RelationshipRow.action).filter_by(contact_id=contact_id)).one()


def _waiting(database: Database) -> int:
    with database.read() as session:
        job = statuses(session)
        return session.scalars(select(func.count()).select_from(job).where(job.c.name == SWEEP)).one()


def _comes_now(database: Database) -> set[str]:
    """Return whose turn has come by the last change."""
    with database.read() as session:
        row = RelationshipRow
        return set(session.scalars(select(row.contact_id).where(row.opens_at == row.next_change_at)))
