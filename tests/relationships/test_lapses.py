import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from comity.database import Database
from comity.outbox import Effect
from comity.promises.service import PromiseLapsed
from comity.relationships.jobs import sweep
from tests.conftest import Clock
from tests.people import add_contact, log, posted

pytestmark = pytest.mark.both_databases


@pytest.fixture
def told(database: Database, monkeypatch: pytest.MonkeyPatch) -> list[PromiseLapsed]:
    """What has lapsed, as a reaction hears of it."""
    heard: list[PromiseLapsed] = []

    def hear(_: Session, happened: PromiseLapsed) -> list[Effect]:
        heard.append(happened)
        return []

    monkeypatch.setattr(database, "reactions", {**database.reactions, PromiseLapsed: [hear]})
    return heard


class TestPromiseLapsed:
    def test_is_told_once_when_the_clock_ends_hope(
        self, client: TestClient, database: Database, clock: Clock, told: list[PromiseLapsed]
    ) -> None:
        sam = add_contact(client)
        body = {"contact_id": sam["id"], "by": "them", "what": "Send the deck", "made_at": "2026-02-01T09:00:00Z"}
        promise = posted(client, "/v1/promises", body)
        log(client, sam, "2026-03-01T09:00:00Z", "email", "outbound", purpose="promise_check")
        sweep(database, now=clock())
        assert told == []
        clock.advance(days=14)

        for _ in range(2):
            sweep(database, now=clock())
            log(client, sam, "2026-03-10T09:00:00Z", "note", "outbound")

        assert [(one.contact_ids, one.promise_id) for one in told] == [((sam["id"],), promise["id"])]

    def test_is_not_told_where_they_kept_it(
        self, client: TestClient, database: Database, clock: Clock, told: list[PromiseLapsed]
    ) -> None:
        sam = add_contact(client)
        body = {"contact_id": sam["id"], "by": "them", "what": "Send the deck", "made_at": "2026-02-01T09:00:00Z"}
        promise = posted(client, "/v1/promises", body)
        log(client, sam, "2026-03-01T09:00:00Z", "email", "outbound", purpose="promise_check")
        client.patch(f"/v1/promises/{promise['id']}", json={"status": "kept"})
        clock.advance(days=14)

        sweep(database, now=clock())

        assert told == []
