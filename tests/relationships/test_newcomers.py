"""Many people at once."""

import pytest
from sqlalchemy import delete, select
from starlette.testclient import TestClient

from comity.database import Database
from comity.outbox import Happened
from comity.relationships.models import RelationshipRow
from comity.relationships.newcomers import expect
from tests.conftest import MONDAY

PEOPLE = [
    {"full_name": "Ana Lima", "title": "CEO", "company": "Acme", "connected_on": "2026-02-20"},
    {"full_name": "Ole Berg", "title": "Intern", "country": "NO", "importance": 5},
    {"full_name": "Ula Moss"},
]
WORTH = (RelationshipRow.ceiling, RelationshipRow.rate, RelationshipRow.last_day, RelationshipRow.place)


@pytest.mark.both_databases
class TestExpect:
    def test_ranks_them_as_if_each_were_folded(self, client: TestClient, database: Database) -> None:
        client.post("/v1/goals", json={"title": "Work at Acme", "ask_size": "referral", "companies": ["Acme"]})
        ids = [client.post("/v1/contacts", json=person).json()["id"] for person in PEOPLE]
        with database.write() as session:
            account_id = session.scalars(select(RelationshipRow.account_id).limit(1)).one()
            worth = select(RelationshipRow.contact_id, *WORTH).order_by(RelationshipRow.contact_id)
            folded = session.execute(worth).all()
            session.execute(delete(RelationshipRow))

            expect(session, Happened(account_id, tuple(ids), MONDAY))

            assert session.execute(worth).all() == folded
            assert set(session.scalars(select(RelationshipRow.next_change_at))) == {MONDAY}

    def test_keeps_what_is_known_of_the_others(self, client: TestClient, database: Database) -> None:
        ana = client.post("/v1/contacts", json=PEOPLE[0]).json()["id"]
        call = {"contact_ids": [ana], "kind": "call", "direction": "mutual", "duration_minutes": 20}
        client.post("/v1/interactions", json=call)
        with database.write() as session:
            before = session.execute(select(RelationshipRow.trust_stage, RelationshipRow.last_day)).one()
            account_id = session.scalars(select(RelationshipRow.account_id)).one()

            expect(session, Happened(account_id, (ana,), MONDAY))

            assert session.execute(select(RelationshipRow.trust_stage, RelationshipRow.last_day)).one() == before
