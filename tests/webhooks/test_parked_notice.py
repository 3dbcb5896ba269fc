"""The owner is told by mail of an endpoint that is called no more: once each time."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from comity import jobs
from comity.jobs import Tools
from comity.mail import Post
from comity.webhooks.parked_notice import TELL
from comity.webhooks.schedule import PAUSES
from tests.a_mail_server import MailServer, mail_server
from tests.conftest import Clock
from tests.webhooks.endpoint import Endpoint

pytestmark = [pytest.mark.both_databases, pytest.mark.promise("P11")]

GONE = b"HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n"
BROKEN = b"HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\noops"


@pytest.fixture
def server() -> Iterator[MailServer]:
    """Where mail goes."""
    with mail_server() as server:
        yield server


@pytest.fixture
def notify(server: MailServer, tools: Tools) -> Callable[[], None]:
    """Return what sends the mails that wait, as if the pauses between tries were over."""
    post = Post.by(smtp_url=server.url, folder=None, sender="comity@example.org", public_url="https://comity.test")
    with_post = replace(tools, post=post)
    engine = jobs._client_of(tools.database.writer)
    done: set[str] = set()

    def notify() -> None:
        for each in engine.list_workflows(status=["ENQUEUED", "DELAYED"]):
            if each.name == TELL and each.workflow_id not in done:
                assert each.input
                done.add(each.workflow_id)
                jobs.JOBS[TELL](with_post, **each.input["kwargs"])

    return notify


def fail_for_days(endpoint: Endpoint, clock: Clock) -> None:
    endpoint.listener.answer = BROKEN
    endpoint.test()
    for pause in (0, *PAUSES):
        clock.advance(seconds=pause)
        endpoint.work()
    assert endpoint.shown()["status"] == "parked"


class TestParked:
    def test_is_told_once_each_time(
        self, endpoint: Endpoint, clock: Clock, server: MailServer, notify: Callable[[], None]
    ) -> None:
        endpoint.client.patch(endpoint.path, json={"description": "The CRM"})
        endpoint.test()  # two that end on the same day
        fail_for_days(endpoint, clock)
        notify()

        (mail,) = server.received
        assert mail["To"] == endpoint.client.get("/v1/me").json()["email"]
        said = mail.get_content()
        assert "The CRM (127.0.0.1) is called no more" in said
        assert f"https://comity.test{endpoint.path.removeprefix('/v1')}" in said.splitlines()
        assert "in?a=b" not in said
        notify()
        assert len(server.received) == 1

        endpoint.client.patch(endpoint.path, json={"active": True})
        fail_for_days(endpoint, clock)
        notify()
        assert len(server.received) == 2
        assert len({mail["Message-ID"] for mail in server.received}) == 2

    def test_is_not_told_of_one_that_is_called_again(
        self, endpoint: Endpoint, clock: Clock, server: MailServer, notify: Callable[[], None]
    ) -> None:
        fail_for_days(endpoint, clock)
        endpoint.client.patch(endpoint.path, json={"active": True})

        notify()

        assert server.received == []

    def test_is_told_again_where_the_server_did_not_take_it(
        self, endpoint: Endpoint, clock: Clock, server: MailServer, notify: Callable[[], None]
    ) -> None:
        fail_for_days(endpoint, clock)
        server.refusals = {"DATA": "451 later"}
        notify()
        assert server.received == []
        server.refusals = {}

        notify()

        assert len(server.received) == 1


class TestGone:
    def test_is_told_at_once(self, endpoint: Endpoint, server: MailServer, notify: Callable[[], None]) -> None:
        endpoint.listener.answer = GONE
        endpoint.test()
        endpoint.work()

        notify()

        (mail,) = server.received
        assert "gone for good (410)" in mail.get_content()
