"""`/v1/sample-network`, through the API."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select
from starlette.testclient import TestClient

from comity.coach.words import Kind, TrustStage
from comity.database import Base, Database
from tests.conftest import Clock, SignUp

SUNDAY = datetime(2026, 11, 22, tzinfo=UTC)
COLLECTIONS = ("contacts", "interactions", "promises", "ties", "events", "goals", "follow-ups")
OWNERS_OWN = {"accounts", "credentials"}


def items(client: TestClient, path: str, **filters: str) -> list[dict[str, Any]]:
    """Return a whole collection."""
    found: list[dict[str, Any]] = []
    cursor: str | None = None
    while True:
        page = client.get(f"/v1/{path}", params={"limit": 200, **filters, **({"cursor": cursor} if cursor else {})})
        found += page.json()["items"]
        cursor = page.json()["next_cursor"]
        if cursor is None:
            return found


def today(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/v1/next-steps").json()["items"]
    return found


def filled_tables(database: Database) -> dict[str, int]:
    """Return how many rows each table has that has any."""
    with database.read() as session:
        counts = {
            name: session.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in Base.metadata.tables.items()
        }
    return {name: count for name, count in counts.items() if count}


@pytest.fixture
def network(client: TestClient) -> dict[str, int]:
    """A made-up network in the client's account, as it was answered."""
    response = client.post("/v1/sample-network")
    assert response.status_code == 201, response.text
    counts: dict[str, int] = response.json()
    return counts


class TestCreateSampleNetwork:
    @pytest.mark.both_databases
    def test_makes_up_a_whole_network_and_says_how_much(self, client: TestClient, network: dict[str, int]) -> None:
        by_hand = {  # the coach plans more
            path.replace("-", "_"): [one for one in items(client, path) if one.get("origin", "hand") == "hand"]
            for path in COLLECTIONS
        }

        assert network == {name: len(found) for name, found in by_hand.items()}
        assert network["contacts"] == 120
        assert all(network.values())

    def test_tags_everybody(self, client: TestClient, network: dict[str, int]) -> None:
        assert all(contact["tags"] == ["Demo"] for contact in items(client, "contacts"))

    def test_reaches_every_trust_stage(self, client: TestClient, network: dict[str, int]) -> None:
        assert all(items(client, "contacts", trust_stage=stage) for stage in TrustStage)

    def test_tells_two_years_in_every_kind_of_interaction(
        self, client: TestClient, network: dict[str, int], clock: Clock
    ) -> None:
        log = items(client, "interactions")

        days = [datetime.fromisoformat(one["occurred_at"]) for one in log]
        assert min(days) < clock.now - timedelta(days=700)
        assert {one["kind"] for one in log} == set(Kind)

    def test_repeats_no_note_more_than_a_few_times(self, client: TestClient, network: dict[str, int]) -> None:
        notes = Counter(one["summary"] for one in items(client, "interactions"))

        assert max(notes.values()) <= 5

    @pytest.mark.parametrize("hour", [0, 9, 15, 23])
    @pytest.mark.parametrize("day", range(7))
    def test_fills_today_on_any_day_and_at_any_hour(self, sign_up: SignUp, clock: Clock, day: int, hour: int) -> None:
        clock.now = SUNDAY + timedelta(days=day, hours=hour)
        client = sign_up()
        client.post("/v1/sample-network")

        steps = today(client)

        assert len({step["action"] for step in steps}) >= 8
        assert {step["contact"]["trust_stage"] for step in steps if step["contact"]} == set(TrustStage)

    @pytest.mark.parametrize(
        ("day", "hour", "timezone"),
        [
            (date(2027, 5, 1), 9, "UTC"),  # a Saturday on which Caracas rests
            (date(2027, 7, 24), 20, "America/New_York"),  # another
            (date(2026, 11, 29), 11, "Asia/Kolkata"),  # a Sunday that ends before it is Monday anywhere
            (date(2026, 12, 25), 23, "Europe/Berlin"),
            (date(2027, 1, 1), 1, "Pacific/Kiritimati"),
            (date(2027, 3, 21), 14, "Asia/Tehran"),
            (date(2027, 12, 25), 8, "Pacific/Pago_Pago"),
        ],
    )
    def test_fills_today_on_holidays_wherever_the_owner_lives(
        self, sign_up: SignUp, clock: Clock, day: date, hour: int, timezone: str
    ) -> None:
        clock.now = datetime.combine(day, time(hour), ZoneInfo(timezone)).astimezone(UTC)
        client = sign_up(timezone=timezone)
        client.post("/v1/sample-network")

        steps = today(client)

        assert len({step["action"] for step in steps}) >= 8
        assert {step["contact"]["trust_stage"] for step in steps if step["contact"]} == set(TrustStage)

    def test_has_a_warm_introduction(self, client: TestClient, network: dict[str, int]) -> None:
        (ingrid,) = items(client, "contacts", q="Ingrid Solheim")

        step = client.get(f"/v1/contacts/{ingrid['id']}/next-step").json()

        assert (step["action"], step["via"]["full_name"]) == ("request_introduction", "Bjørn Eriksrud")

    def test_is_the_same_for_everybody(self, client: TestClient, stranger: TestClient) -> None:
        client.post("/v1/sample-network")
        stranger.post("/v1/sample-network")

        mine, theirs = (
            sorted((one["occurred_at"], one["summary"]) for one in items(somebody, "interactions"))
            for somebody in (client, stranger)
        )
        assert mine == theirs

    def test_is_made_once(self, client: TestClient, network: dict[str, int]) -> None:
        response = client.post("/v1/sample-network")

        assert (response.status_code, response.json()["type"]) == (409, "/problems/sample-network-exists")
        assert len(items(client, "contacts")) == 120

    def test_answers_a_repeated_request_alike(self, client: TestClient) -> None:
        first, again = (client.post("/v1/sample-network", headers={"Idempotency-Key": "one"}) for _ in range(2))

        assert (first.status_code, first.json()) == (again.status_code, again.json())

    def test_leaves_another_account_alone(self, stranger: TestClient, network: dict[str, int]) -> None:
        assert all(items(stranger, path) == [] for path in COLLECTIONS)


class TestRemoveSampleNetwork:
    @pytest.mark.both_databases
    def test_leaves_nothing_of_it(self, client: TestClient, network: dict[str, int], database: Database) -> None:
        owed = next(step for step in today(client) if step["action"] == "reply")
        client.post(f"/v1/next-steps/{owed['id']}/done", json={})

        response = client.delete("/v1/sample-network")

        assert response.status_code == 204
        assert filled_tables(database).keys() == OWNERS_OWN

    def test_keeps_what_is_the_owners_own(self, client: TestClient, network: dict[str, int]) -> None:
        own = client.post("/v1/contacts", json={"full_name": "Ada Own", "tags": ["Demo"]}).json()
        somebody = items(client, "contacts", q="Valentina")[0]
        event = items(client, "events")[0]
        client.post(f"/v1/events/{event['id']}/attendees", json={"contact_id": own["id"]})
        together = {"contact_ids": [own["id"], somebody["id"]], "kind": "call", "direction": "mutual"}
        client.post("/v1/interactions", json=together)
        client.post("/v1/goals", json={"title": "My own"})

        client.delete("/v1/sample-network")

        assert [contact["full_name"] for contact in items(client, "contacts")] == ["Ada Own"]
        assert [one["contact_ids"] for one in items(client, "interactions")] == [[own["id"]]]
        assert [goal["title"] for goal in items(client, "goals")] == ["My own"]

    def test_lets_it_be_made_up_again(self, client: TestClient, network: dict[str, int]) -> None:
        client.delete("/v1/sample-network")

        assert client.post("/v1/sample-network").json() == network

    def test_says_where_there_is_none(self, client: TestClient) -> None:
        response = client.delete("/v1/sample-network")

        assert (response.status_code, response.json()["type"]) == (404, "/problems/sample-network-not-found")

    def test_leaves_another_accounts_alone(self, client: TestClient, stranger: TestClient) -> None:
        client.post("/v1/sample-network")
        stranger.post("/v1/sample-network")

        client.delete("/v1/sample-network")

        assert len(items(stranger, "contacts")) == 120
