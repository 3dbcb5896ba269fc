"""The few with the best index are found without computing everybody's, and they are the same few."""

import random
from datetime import UTC, datetime, timedelta
from itertools import chain

import pytest
from sqlalchemy import select, update
from starlette.testclient import TestClient

from comity.coach.days import day_number
from comity.coach.rank import Ranking
from comity.database import Database
from comity.next_steps.kept import CHUNK, Kept
from comity.relationships.models import RelationshipRow as Row
from tests.conftest import MONDAY

SUNDAY = datetime(2026, 3, 1, 10, tzinfo=UTC)


@pytest.fixture
def account_id(client: TestClient, database: Database, request: pytest.FixtureRequest) -> str:
    """An account whose rows have any ceilings, paces, silences and openings that could be."""
    client.post("/v1/sample-network")
    found: str = client.get("/v1/me").json()["id"]
    dice = random.Random(request.param)
    with database.write() as session:
        for contact_id in session.scalars(select(Row.contact_id).where(Row.account_id == found)).all():
            values = {
                "ceiling": dice.choice([0.0, 1.0, dice.random(), dice.lognormvariate(0, 2)]),
                "rate": dice.choice([1e-9, 0.01, dice.random()]),
                "last_day": dice.choice([None, day_number(SUNDAY) - dice.lognormvariate(3, 2)]),
                "opens_at": SUNDAY + timedelta(days=dice.randint(-5, 2)),
            }
            session.execute(update(Row).where(Row.account_id == found, Row.contact_id == contact_id).values(values))
    return found


@pytest.mark.parametrize("account_id", range(5), indirect=True)
@pytest.mark.parametrize("as_of", [SUNDAY, MONDAY])
def test_finds_whom_computing_everybody_finds(database: Database, account_id: str, as_of: datetime) -> None:
    ends_at = as_of + timedelta(hours=14)
    with database.read() as session:
        kept = Kept(
            session, account_id=account_id, as_of=as_of, timezone="Europe/Berlin", ends_at=ends_at, reply_rate=0.5
        )
        found = list(chain.from_iterable(kept.ranked()))
        rows = session.scalars(select(Row).where(Row.account_id == account_id, Row.opens_at < ends_at)).all()
        shut = set(kept._shut_places())

    def worth(row: Row) -> tuple[float, str]:
        return -Ranking(row.ceiling, row.rate, row.last_day).on(day_number(as_of)), row.contact_id

    assert len(found) > CHUNK or shut
    assert found == [row.contact_id for row in sorted(rows, key=worth) if row.place not in shut]
