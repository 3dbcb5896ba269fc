from sqlalchemy import delete
from starlette.testclient import TestClient

from comity.database import Database
from comity.relationships.models import RelationshipRow
from comity.relationships.service import refold_many
from tests.conftest import MONDAY
from tests.people import add_contact, log, next_step, posted

CHIEF = {"seniority": "executive", "company": "Northwind"}


class TestRefoldMany:
    def test_finds_ways_over_those_who_are_folded_with_them(self, client: TestClient, database: Database) -> None:
        zoe, ben = add_contact(client, "Zoe Chief", **CHIEF), add_contact(client, "Ben Ito")
        for day in ("2025-12-20", "2026-01-20", "2026-02-20"):
            log(client, ben, f"{day}T09:00:00Z", "call", "mutual", duration_minutes=30, signals=["laughter", "candid"])
            log(client, ben, f"{day}T11:00:00Z", "email", "outbound", purpose="thanks")
        posted(client, "/v1/ties", {"from_contact_id": ben["id"], "to_contact_id": zoe["id"], "strength": 0.8})
        account_id: str = client.get("/v1/me").json()["id"]

        with database.write() as session:
            session.execute(delete(RelationshipRow))
            refold_many(session, account_id=account_id, contact_ids=[zoe["id"], ben["id"]], now=MONDAY)

        todays = {item["contact"]["id"]: item["action"] for item in client.get("/v1/next-steps").json()["items"]}
        assert todays[zoe["id"]] == next_step(client, zoe)["action"] == "request_introduction"
