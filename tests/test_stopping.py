"""Told to stop, `comity serve` and `comity worker` end within twenty seconds: what is under way is finished or left."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from comity import jobs
from comity.accounts.models import Account
from comity.database import Database, new_id

STOPS_WITHIN_SECONDS = 20.0
PATIENCE_SECONDS = 90.0
PROGRAM = "import sys, a_worker; from comity.cli import main; sys.exit(main())"
SOMEBODY = json.dumps(
    {"email": "robin@example.com", "password": "a long enough secret", "full_name": "Robin Vale"}
).encode()


def wait_for(condition: Callable[[], Any], *, seconds: float = PATIENCE_SECONDS) -> Any:
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)
    return found


@pytest.fixture
def store(database_url: str) -> Iterator[Database]:
    store = Database(database_url)
    yield store
    store.dispose()


class Process:
    """`comity serve` or `comity worker`, with jobs that tests look at."""

    def __init__(self, store: Database, data_dir: Path, *arguments: str) -> None:
        url = store.url.render_as_string(hide_password=False).replace("+psycopg", "")
        environment = {"COMITY_DATABASE_URL": url, "COMITY_DATA_DIR": str(data_dir), "PYTHONUNBUFFERED": "1"}
        paths = {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])}
        self.popen = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *arguments],
            env={**os.environ, **environment, **paths},
            stdout=subprocess.PIPE,
            text=True,
        )

    def port(self) -> int:
        """Where it serves, once it does."""
        assert self.popen.stdout
        return int(self.popen.stdout.readline().rpartition(":")[2])

    def stop(self) -> float:
        """Tell it to stop; return by when it must have."""
        self.popen.send_signal(signal.SIGTERM)
        return time.monotonic() + STOPS_WITHIN_SECONDS

    def ends_by(self, deadline: float) -> int:
        """Return how it ended."""
        return self.popen.wait(deadline - time.monotonic())


@pytest.fixture
def comity(store: Database, tmp_path: Path) -> Iterator[Callable[..., Process]]:
    """Start one, of which nothing is left afterwards."""
    started: list[Process] = []

    def start(*arguments: str) -> Process:
        started.append(Process(store, tmp_path, *arguments))
        return started[-1]

    yield start
    for process in started:
        process.popen.kill()
        process.popen.communicate()


class Diary:
    """What a job wrote down: `begun 123`, `step 123`, `done`."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def lines(self, start: str) -> list[str]:
        text = self.file.read_text() if self.file.exists() else ""
        return [line for line in text.splitlines() if line.startswith(start)]


def have_done(store: Database, name: str, diary: Diary) -> None:
    with store.write() as session:
        jobs.enqueue(session, name, job_id=new_id(), diary=str(diary.file))


@contextmanager
def half_sent(port: int) -> Iterator[Callable[[], http.client.HTTPResponse]]:
    """Be somebody who registers, of whose words half has come; yield how to send the rest, and hear the answer."""
    half = len(SOMEBODY) // 2
    head = (
        f"POST /v1/auth/register HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(SOMEBODY)}\r\n\r\n"
    ).encode()
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS) as connection:
        connection.sendall(head + SOMEBODY[:half])
        time.sleep(0.5)

        def send_the_rest() -> http.client.HTTPResponse:
            connection.sendall(SOMEBODY[half:])
            response = http.client.HTTPResponse(connection)
            response.begin()
            response.read()
            return response

        yield send_the_rest


def is_refused(port: int) -> bool:
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", port)) != 0


class TestServe:
    def test_accepts_nobody_any_more_and_answers_those_whom_it_had_accepted(
        self, comity: Callable[..., Process], store: Database
    ) -> None:
        server = comity("serve", "--port", "0")
        port = server.port()

        with half_sent(port) as send_the_rest:
            deadline = server.stop()
            wait_for(lambda: is_refused(port), seconds=5)
            answer = send_the_rest()

        assert server.ends_by(deadline) == 0
        assert answer.status == 201
        with store.read() as session:
            assert session.scalars(select(Account.email)).all() == ["robin@example.com"]

    def test_waits_neither_for_a_client_nor_for_a_job_that_does_not_end(
        self, comity: Callable[..., Process], store: Database, tmp_path: Path
    ) -> None:
        diary = Diary(tmp_path / "diary")
        server = comity("serve", "--port", "0")
        port = server.port()
        have_done(store, "tests.slow.v1", diary)
        wait_for(lambda: diary.lines("begun"))

        with half_sent(port):
            deadline = server.stop()
            server.ends_by(deadline)

        diary.file.with_suffix(".go").touch()
        comity("worker")
        wait_for(lambda: diary.lines("done"))
        assert (len(diary.lines("begun")), len(diary.lines("done"))) == (2, 1)


class TestWorker:
    @pytest.mark.both_databases
    def test_leaves_a_long_job_between_two_of_its_steps_to_the_next_one(
        self, comity: Callable[..., Process], store: Database, tmp_path: Path
    ) -> None:
        diary = Diary(tmp_path / "diary")
        first = comity("worker")
        have_done(store, "tests.walks.v1", diary)
        wait_for(lambda: len(diary.lines("step")) > 2)

        assert first.ends_by(first.stop()) == 0

        walked = diary.lines("step")
        assert set(walked) == {f"step {first.popen.pid}"}
        second = comity("worker")
        wait_for(lambda: f"step {second.popen.pid}" in diary.lines("step"))
