"""A give names two contacts who should meet, through the API."""

import pytest
from sqlalchemy import String, cast, select
from starlette.testclient import TestClient

from comity.database import Database
from comity.relationships.models import RelationshipRow
from tests.people import Json, add_contact, log, next_step, posted

NAMED = "Introduce Sam and Ada Stern to each other: Sam needs “a data engineer”, and Ada knows about that."


def met(client: TestClient, name: str, *days: str, **facts: object) -> Json:
    contact = add_contact(client, name, **facts)
    for day in days:
        signs = ["laughter", "candid"]
        log(client, contact, f"{day}T10:00:00Z", "call", "mutual", duration_minutes=30, signals=signs)
        log(client, contact, f"{day}T12:00:00Z", "email", "outbound", purpose="thanks")
    return contact


@pytest.fixture
def ada(client: TestClient) -> Json:
    return met(client, "Ada Stern", "2025-12-20", "2026-01-20", "2026-02-20", title="Data Engineer")


@pytest.fixture
def sam(client: TestClient, ada: Json) -> Json:
    """Somebody whose tie cools."""
    return met(client, "Sam Okafor", "2025-12-15", "2026-01-20", needs=["a data engineer"])


def why(client: TestClient, contact: Json) -> str:
    step = next_step(client, contact, as_of="2026-03-02T09:00:00Z")
    assert step["action"] == "share_value"
    assert step["reasons"][0]["rule"] == "warmth.cooling"
    text: str = step["reasons"][0]["text"]
    return text


class TestMatches:
    @pytest.mark.both_databases
    def test_are_named_by_the_give(self, client: TestClient, sam: Json) -> None:
        assert NAMED in why(client, sam)

    def test_do_not_know_each_other_yet(self, client: TestClient, sam: Json, ada: Json) -> None:
        posted(client, "/v1/ties", {"from_contact_id": ada["id"], "to_contact_id": sam["id"]})

        assert "Ada" not in why(client, sam)

    @pytest.mark.parametrize("path", ["{id}", "{id}?erase=true"])
    def test_are_not_named_when_they_are_gone(
        self, client: TestClient, database: Database, sam: Json, ada: Json, path: str
    ) -> None:
        client.patch(f"/v1/contacts/{sam['id']}", json={"importance": 4})
        assert "Ada Stern" in kept(database, sam)

        client.delete(f"/v1/contacts/{path.format(id=ada['id'])}")

        assert "Ada Stern" not in kept(database, sam)
        assert "Ada" not in why(client, sam)
        assert {item["contact"]["id"] for item in client.get("/v1/next-steps").json()["items"]} == {sam["id"]}


def kept(database: Database, contact: Json) -> str:
    with database.read() as session:
        row = RelationshipRow
        step = session.scalars(select(cast(row.step, String)).where(row.contact_id == contact["id"])).one()
    return step or ""
