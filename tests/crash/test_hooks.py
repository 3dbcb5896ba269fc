"""A server is killed again and again while others tell it what happened; they send again what was not answered."""

import http.client
import json
import queue
import random
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from starlette.testclient import TestClient

from comity.database import Database
from comity.integrations.models import HookEvent
from comity.interactions.models import Interaction, InteractionContact
from tests.crash.servers import Server
from tests.crash.workers import wait_for, wait_while_it_moves
from tests.integrations.senders import Connected, connect, happened, sign
from tests.people import add_contact
from tests.promised import Figure

SEED = 20260302
SENDERS = 4
AGAIN_SECONDS = 0.05


class Senders:
    """Some who tell the same things, each until it is answered with 2xx."""

    def __init__(self, port: int, to: Connected, number: int) -> None:
        self.answers: Counter[int] = Counter()
        self.retries = 0
        self._port, self._to = port, to
        self._waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._lock = threading.Lock()
        for one in range(number):
            self._waiting.put(one)
        self._threads = [threading.Thread(target=self._send_all, daemon=True) for _ in range(SENDERS)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def are_done(self) -> bool:
        return not any(thread.is_alive() for thread in self._threads)

    def accepted(self) -> int:
        return self.answers.total()

    def _send_all(self) -> None:
        with suppress(queue.Empty):
            while True:
                number = self._waiting.get_nowait()
                while not (status := self._send(number)):
                    with self._lock:
                        self.retries += 1
                    time.sleep(AGAIN_SECONDS)
                with self._lock:
                    self.answers[status] += 1

    def _now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 (the server that is told reads the clock too)

    def _send(self, number: int) -> int:
        """Return the status where it is a 2xx, 0 otherwise."""
        body = json.dumps(happened({"email": "sam@example.com"}, subject=f"Number {number}")).encode()
        hook = sign("generic", self._to.secret, body, at=self._now(), event_id=f"event_{number}")
        with suppress(OSError, http.client.HTTPException), closing(_connection(self._port)) as connection:
            connection.request("POST", f"/v1/hooks/{self._to.id}", hook.body, hook.headers)
            with connection.getresponse() as response:
                return response.status if 200 <= response.status < 300 else 0
        return 0


def _connection(port: int) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", port, timeout=30)


@pytest.mark.both_databases
@pytest.mark.promise("P2", "K1", "K2")
def test_hooks_accepted_are_stored_and_applied_each_once(
    client: TestClient, database: Database, database_url: str, tmp_path: Path, size: str, figure: Figure
) -> None:
    number, kills = {"short": (200, 3), "long": (5_000, 50)}[size]
    dice = random.Random(SEED)
    add_contact(client, emails=["sam@example.com"])
    server = Server(database_url, tmp_path)
    senders = Senders(server.port, connect(client), number)
    killed = 0
    try:
        server.start()
        senders.start()
        for kill in range(1, kills + 1):
            wait_for(lambda kill=kill: senders.accepted() >= number * kill // (kills + 1), seconds=900, every=0.005)
            time.sleep(dice.random() * 0.05)
            killed += not senders.are_done()
            server.kill()
            server.start()
        wait_for(senders.are_done, seconds=900)
        wait_while_it_moves(lambda: applied(database), number)
    finally:
        server.kill()

    with database.read() as session:
        subjects = session.scalars(select(Interaction.subject)).all()
        links = session.scalar(select(func.count()).select_from(InteractionContact))
    figure(
        f"{number:,} hooks, {killed} kills, {senders.retries:,} sent again: {senders.accepted():,} accepted "
        f"({senders.answers[200]} as duplicates), {len(subjects):,} applied, {len(subjects) - len(set(subjects))} twice"
    )
    assert killed == kills
    assert senders.accepted() == number == links
    assert sorted(subjects) == sorted(f"Number {one}" for one in range(number))


def applied(database: Database) -> int:
    """How many events are applied."""
    with database.read() as session:
        return session.scalar(select(func.count()).where(HookEvent.status == "applied")) or 0
