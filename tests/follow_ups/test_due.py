from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from comity.database import Database
from comity.follow_ups import due
from comity.follow_ups.due import Due, FollowUpsDue, sweep
from comity.outbox import Effect
from tests.conftest import Clock
from tests.people import Json, add_contact, posted

pytestmark = pytest.mark.both_databases

TUESDAY = "2026-03-03T09:00:00Z"
WEDNESDAY = "2026-03-04T09:00:00Z"


@pytest.fixture
def told(database: Database, monkeypatch: pytest.MonkeyPatch) -> list[Due]:
    """What has come due, as a reaction hears of it."""
    heard: list[Due] = []

    def hear(_: Session, happened: FollowUpsDue) -> list[Effect]:
        heard.extend(happened.occurrences)
        return []

    monkeypatch.setattr(database, "reactions", {**database.reactions, FollowUpsDue: [hear]})
    return heard


def schedule(client: TestClient, contact: Json, due_at: str = TUESDAY) -> str:
    made = posted(client, "/v1/follow-ups", {"contact_id": contact["id"], "due_at": due_at})
    return f"/v1/follow-ups/{made['id']}"


class TestSweep:
    @pytest.mark.promise("P6")
    def test_lets_each_occurrence_come_due_once(
        self, client: TestClient, database: Database, clock: Clock, told: list[Due]
    ) -> None:
        path = schedule(client, add_contact(client))
        assert sweep(database, now=clock()) == 0
        clock.advance(days=1)

        assert sweep(database, now=clock()) == 1

        assert [f"/v1/follow-ups/{one.follow_up_id}" for one in told] == [path]
        clock.advance(hours=-1)
        assert sweep(database, now=clock()) == 0
        clock.advance(days=30)
        assert sweep(database, now=clock()) == 0

    def test_lets_a_moved_one_come_due_again(
        self, client: TestClient, database: Database, clock: Clock, told: list[Due]
    ) -> None:
        path = schedule(client, add_contact(client))
        clock.advance(days=1)
        sweep(database, now=clock())

        client.patch(path, json={"due_at": WEDNESDAY})

        assert sweep(database, now=clock()) == 0
        clock.advance(days=1)
        assert sweep(database, now=clock()) == 1
        assert [one.due_at.day for one in told] == [3, 4]

    def test_leaves_what_is_closed_or_gone(
        self, client: TestClient, database: Database, clock: Clock, told: list[Due]
    ) -> None:
        sam, deleted = add_contact(client), add_contact(client, "Ada Stern")
        never = add_contact(client, "Kay Never", do_not_contact=True)
        client.patch(schedule(client, sam), json={"status": "skipped"})
        schedule(client, deleted)
        schedule(client, never)
        client.delete(f"/v1/contacts/{deleted['id']}")
        clock.advance(days=1)

        sweep(database, now=clock())

        assert told == []

    def test_hands_over_an_accounts_together(
        self, client: TestClient, stranger: TestClient, database: Database, clock: Clock, told: list[Due]
    ) -> None:
        mine, theirs = add_contact(client), add_contact(stranger)
        for due_at in (TUESDAY, WEDNESDAY):
            schedule(client, mine, due_at)
            schedule(stranger, theirs, due_at)
        clock.advance(days=2)

        sweep(database, now=clock())

        assert told == sorted(told)
        assert len({one.account_id for one in told}) == 2

    def test_goes_on_until_nothing_is_due(
        self,
        client: TestClient,
        database: Database,
        clock: Clock,
        told: list[Due],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(due, "CLAIMED_AT_ONCE", 2)
        sam = add_contact(client)
        for _ in range(5):
            schedule(client, sam)
        clock.advance(days=1)

        assert sweep(database, now=clock()) == 5

        assert len(told) == len(set(told)) == 5

    def test_takes_back_the_claim_where_telling_fails(
        self, client: TestClient, database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> list[Effect]:
            raise ZeroDivisionError

        schedule(client, add_contact(client))
        clock.advance(days=1)
        with monkeypatch.context() as broken:
            broken.setattr(database, "reactions", {FollowUpsDue: [fail]})
            with pytest.raises(ZeroDivisionError):
                sweep(database, now=clock())

        assert sweep(database, now=clock()) == 1

    def test_shares_them_with_others_who_sweep(
        self, client: TestClient, database: Database, clock: Clock, told: list[Due], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(due, "CLAIMED_AT_ONCE", 3)
        sam = add_contact(client)
        for _ in range(20):
            schedule(client, sam)
        now = clock() + timedelta(days=1)

        with ThreadPoolExecutor(4) as sweepers:
            list(sweepers.map(lambda _: sweep(database, now=now), range(4)))

        assert len(told) == len(set(told)) == 20


class TestLongestDue:
    def test_reads_only_what_waits(self, database: Database, clock: Clock) -> None:
        query = due.longest_due(clock()).compile(database.writer, compile_kwargs={"literal_binds": True})
        explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"

        with database.writer.connect() as connection:
            if not database.is_sqlite:
                connection.exec_driver_sql("SET LOCAL enable_seqscan = off")  # the table is empty
            plan = connection.exec_driver_sql(f"{explain} {query}").all()

        assert "ix_follow_ups_waiting" in str(plan)
        assert "SORT" not in str(plan).upper()
        assert "TEMP B-TREE" not in str(plan)
