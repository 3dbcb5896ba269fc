"""The list at another instant is the one that choosing a step for everybody would give."""

from datetime import datetime, timedelta

import pytest
from starlette.testclient import TestClient

from comity.coach.rank import Candidate, todays
from comity.database import Database
from comity.next_steps.advice import advise_from
from comity.next_steps.todays_list import day_of, steps_of, without_contact
from comity.relationships.gathering import Gathered
from tests.conftest import MONDAY


@pytest.fixture
def account_id(client: TestClient) -> str:
    """An account with the sample network."""
    client.post("/v1/sample-network")
    found: str = client.get("/v1/me").json()["id"]
    return found


def chosen_for_everybody(database: Database, account_id: str, as_of: datetime, limit: int | None) -> list[str]:
    with database.read() as session:
        day = day_of(session, account_id=account_id, as_of=as_of, limit=limit)
        gathered = Gathered(session, account_id=account_id, contact_ids=None, as_of=as_of)
        advised = [advise_from(gathered, contact_id, as_of=as_of) for contact_id in gathered.histories]
        advised += without_contact(session, account_id, as_of, day.timezone)
    owed = sum(one.step.obligation for one in advised)
    candidates = [Candidate(one.step, one.step_id, one.index, one.is_newcomer) for one in advised]
    room = day.room if limit is None else owed + limit
    return [one.contact_id for one in todays(candidates, room=room, until=day.ends)]


@pytest.mark.parametrize("days", [-200, -30, -3, -1, 1, 2, 5, 40, 300])
@pytest.mark.parametrize("limit", [None, 25])
def test_leaves_nobody_out(
    client: TestClient, database: Database, account_id: str, days: int, limit: int | None
) -> None:
    as_of = MONDAY + timedelta(days=days)

    with database.read() as session:
        folded = steps_of(day_of(session, account_id=account_id, as_of=as_of, limit=limit), is_now=False)

    assert [one.step_id for one in folded] == chosen_for_everybody(database, account_id, as_of, limit)
