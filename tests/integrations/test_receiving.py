"""Events that arrive together: one transaction, one job, and each its own answer."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from starlette.testclient import TestClient

from comity.database import Database, new_id
from comity.integrations import jobs, keeping
from comity.integrations.keeping import EventIdReused, HookMalformed, Receipt
from comity.integrations.models import HookEvent
from comity.integrations.receiving import Arrival, NotSigned, receive
from comity.integrations.signing import Delivery
from comity.jobs import Tools, statuses
from tests.conftest import MONDAY, Clock
from tests.integrations.senders import SAM, Connected, Json, connect, happened, inbox, log_of, sign
from tests.people import add_contact

pytestmark = pytest.mark.both_databases


@pytest.fixture
def to(client: TestClient) -> Connected:
    add_contact(client, emails=["sam@example.com"])
    return connect(client)


def arrival(to: Connected, what: Json, *, event_id: str, secret: str = "") -> Arrival:
    hook = sign("generic", secret or to.secret, json.dumps(what).encode(), event_id=event_id)
    return Arrival(to.id, Delivery({name: [value] for name, value in hook.headers.items()}, {}, hook.body, MONDAY))


def answers(outcomes: Sequence[Receipt | Exception]) -> list[Any]:
    return [one.status if isinstance(one, Receipt) else type(one) for one in outcomes]


class Enqueued:
    """What was enqueued, beside its being enqueued."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lots: list[list[str]] = []
        enqueue = keeping.enqueue

        def noted(*args: Any, **arguments: Any) -> None:
            self.lots.append(arguments["event_ids"])
            enqueue(*args, **arguments)

        monkeypatch.setattr(keeping, "enqueue", noted)


class TestReceive:
    def test_answers_each_for_itself_and_has_what_is_new_applied_by_one_job(
        self, app: FastAPI, database: Database, client: TestClient, to: Connected, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stranger = "whsec_c3RyYW5nZXI="
        enqueued = Enqueued(monkeypatch)
        lot = [
            arrival(to, happened(SAM, subject="One"), event_id="one"),
            arrival(to, happened(SAM), event_id="wrong", secret=stranger),
            arrival(to, {"type": "interaction"}, event_id="malformed"),
            arrival(to, happened(SAM, subject="Two"), event_id="two"),
            arrival(to, happened(SAM, subject="One"), event_id="one"),
            arrival(to, happened(SAM, subject="Another"), event_id="two"),
        ]

        outcomes = receive(database, app.state.vault, lot)

        assert answers(outcomes) == [202, NotSigned, HookMalformed, 202, 200, EventIdReused]
        assert enqueued.lots == [[outcomes[place].body["id"] for place in (0, 3)]]  # type: ignore[union-attr]
        with database.read() as session:
            assert session.scalar(select(func.count()).select_from(statuses(session))) == 1
        assert sorted(event["status"] for event in inbox(client, to)) == ["received"] * 2 + ["rejected"] * 2

    def test_loses_nothing_to_one_that_spoils_the_transaction(
        self, app: FastAPI, database: Database, client: TestClient, to: Connected, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        gone = connect(client)
        check = keeping.keep

        def keep(database: Database, rows: Sequence[keeping.Row]) -> Any:
            client.delete(f"/v1/integrations/{gone.id}")  # between the look at the signature and the insert
            return check(database, rows)

        monkeypatch.setattr("comity.integrations.receiving.keep", keep)
        lot = [arrival(one, happened(SAM), event_id=name) for one, name in ((to, "a"), (gone, "b"), (to, "c"))]

        outcomes = receive(database, app.state.vault, lot)

        assert [isinstance(one, Receipt) for one in outcomes] == [True, False, True]
        assert {event["status"] for event in inbox(client, to)} == {"received"}
        assert len(inbox(client, to)) == 2

    def test_keeps_the_same_events_side_by_side(self, app: FastAPI, database: Database, to: Connected) -> None:
        lots = [[arrival(to, happened(SAM), event_id=f"{turn}-{number}") for number in range(12)] for turn in range(10)]

        with ThreadPoolExecutor(2) as pool:  # the other way round, as two servers may get them
            for lot in lots:
                both = pool.map(lambda one: receive(database, app.state.vault, one), (lot, lot[::-1]))
                assert sorted(answers([one for outcomes in both for one in outcomes])) == [200] * 12 + [202] * 12

        with database.read() as session:
            assert session.scalar(select(func.count()).select_from(HookEvent)) == 120


class TestApply:
    def test_is_held_up_by_none_that_fails(
        self,
        app: FastAPI,
        database: Database,
        client: TestClient,
        to: Connected,
        clock: Clock,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        lot = [arrival(to, happened(SAM, subject=name), event_id=name) for name in ("a", "b", "c")]
        ids = [one.body["id"] for one in receive(database, app.state.vault, lot) if isinstance(one, Receipt)]
        apply = jobs.apply_event

        def fails(session: Any, event: HookEvent, **more: Any) -> None:
            if event.external_id == "b":
                raise ZeroDivisionError
            apply(session, event, **more)

        monkeypatch.setattr(jobs, "apply_event", fails)
        work = {"account_id": account_of(database, to), "event_ids": [new_id(), *ids]}

        with pytest.raises(ZeroDivisionError):
            jobs.apply(Tools(database, clock), **work)
        assert {one["subject"] for one in log_of(client)} == {"a", "c"}

        monkeypatch.setattr(jobs, "apply_event", apply)
        jobs.apply(Tools(database, clock), **work)
        assert sorted(one["subject"] for one in log_of(client)) == ["a", "b", "c"]


def account_of(database: Database, to: Connected) -> str:
    with database.read() as session:
        return session.scalars(select(HookEvent.account_id).filter_by(integration_id=to.id)).first() or ""
