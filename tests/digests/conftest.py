"""Digests with a clock that a test sets, and a mail server that keeps what it is handed."""

from collections.abc import Callable, Iterator

import pytest

from comity import jobs
from comity.database import Database
from comity.digests import jobs as digest_jobs
from comity.digests.sweep import SEND, sweep
from comity.mail import Post
from tests.a_mail_server import MailServer, mail_server
from tests.conftest import Clock

Morning = Callable[[], int]


@pytest.fixture
def server() -> Iterator[MailServer]:
    """Where mail goes."""
    with mail_server() as server:
        yield server


@pytest.fixture
def post(server: MailServer) -> Post:
    """How it goes there."""
    return Post.by(
        smtp_url=server.url, folder=None, sender="comity@example.org", public_url="https://comity.example.org"
    )


@pytest.fixture
def work(database: Database, clock: Clock, post: Post) -> Callable[[], None]:
    """Return what sends the digests that wait, and those that are to be tried again as if their pause were over."""
    assert digest_jobs
    tools = jobs.Tools(database, clock, post)
    engine = jobs._client_of(database.writer)
    done: set[str] = set()

    def work() -> None:
        for each in engine.list_workflows(status=["ENQUEUED", "DELAYED"]):
            if each.name == SEND and each.workflow_id not in done:
                assert each.input
                done.add(each.workflow_id)
                jobs.JOBS[SEND](tools, **each.input["kwargs"])

    return work


@pytest.fixture
def morning(database: Database, clock: Clock, work: Callable[[], None]) -> Morning:
    """Return what lets a minute's sweep and its jobs happen, and says how many digests there were."""

    def morning() -> int:
        queued = sweep(database, now=clock())
        work()
        return queued

    return morning
