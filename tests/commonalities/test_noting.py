import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from comity.commonalities.models import ContactGround
from comity.database import Database
from comity.migrating import migrate
from tests.people import add_contact

BEFORE = "e545318e9c17"


def noted(database: Database) -> set[tuple[str, str, bool]]:
    row = ContactGround
    with database.read() as session:
        return {tuple(one) for one in session.execute(select(row.contact_id, row.ground, row.is_current))}


class TestNote:
    def test_tells_where_they_work_now(self, client: TestClient, database: Database) -> None:
        sam = add_contact(client, company="Acme", employers=["acme inc", "Quanta"])

        assert noted(database) == {(sam["id"], "employer:acme", True), (sam["id"], "employer:quanta", False)}

        client.patch(f"/v1/contacts/{sam['id']}", json={"company": "Quanta"})

        assert noted(database) == {(sam["id"], "employer:acme", False), (sam["id"], "employer:quanta", True)}

    def test_covers_the_sample_network(self, client: TestClient, database: Database) -> None:
        assert client.post("/v1/sample-network").is_success
        assert len(noted(database)) > 120

        assert client.delete("/v1/sample-network").is_success
        assert noted(database) == set()

    @pytest.mark.both_databases
    def test_covers_those_who_were_there_before_the_table(
        self, client: TestClient, database: Database, database_url: str
    ) -> None:
        sam = {
            "company": "The Müller GmbH & Co. KG",
            "employers": ["Acme (2014)"],
            "schools": ["Universität Zürich", "..."],
            "location": "Greater Zürich Area, Switzerland",
            "interests": ["Rock-Climbing"],
            "tags": ["Rotary", "friend"],
        }
        add_contact(client, **sam)
        gone = add_contact(client, "Kim Oh", **sam)
        client.delete(f"/v1/contacts/{gone['id']}")
        before = noted(database)

        try:
            migrate(database_url, revision=BEFORE)
        finally:
            migrate(database_url)

        assert len(before) == 8
        assert noted(database) == before
