import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import median

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from starlette.testclient import TestClient

from comity import jobs
from comity.accounts.models import ResetRequest, ResetToken
from comity.accounts.resetting import SEND
from comity.database import Database
from comity.settings import Settings
from tests.a_mail_server import MailServer, mail_server
from tests.conftest import Clock

pytestmark = pytest.mark.both_databases

ROBIN = {"email": "robin@example.com", "password": "correct horse", "full_name": "Robin Vale"}
NEW = "battery staple"


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def settings(settings: Settings, server: MailServer) -> Settings:
    values = {"smtp_url": server.url, "mail_from": "comity@example.org", "public_url": "https://comity.example.org"}
    return Settings.model_validate(settings.model_dump() | values)


@pytest.fixture
def robin(anonymous: TestClient) -> TestClient:
    anonymous.headers["Origin"] = "https://comity.example.org"
    assert anonymous.post("/v1/auth/register", json=ROBIN).status_code == 201
    anonymous.cookies.clear()
    return anonymous


@pytest.fixture
def work(database: Database, clock: Clock, app: FastAPI) -> Callable[[], None]:
    """Return what sends the links that wait."""
    tools = jobs.Tools(database, clock, app.state.settings.post)
    engine = jobs._client_of(database.writer)
    done: set[str] = set()

    def work() -> None:
        for each in engine.list_workflows(status=["ENQUEUED", "DELAYED"]):
            if each.name == SEND and each.workflow_id not in done:
                assert each.input
                done.add(each.workflow_id)
                jobs.JOBS[SEND](tools, **each.input["kwargs"])

    return work


def ask(client: TestClient, email: str = ROBIN["email"]) -> int:
    response = client.post("/v1/auth/reset", json={"email": email}, headers={"Host": "evil.example"})
    return response.status_code


def token_in(server: MailServer) -> str:
    body = server.received[-1].get_body(("plain",))
    assert body is not None
    found = re.search(r"https://comity\.example\.org/reset#(\S+)", body.get_content())
    assert found, body.get_content()
    return found[1]


def confirm(client: TestClient, token: str, password: str = NEW) -> tuple[int, str]:
    response = client.post("/v1/auth/reset/confirm", json={"token": token, "new_password": password})
    return response.status_code, response.json()["type"] if response.content else ""


def sign_in(client: TestClient, password: str) -> int:
    return client.post("/v1/auth/login", json={"email": ROBIN["email"], "password": password}).status_code


REFUSED = (422, "/problems/link-not-good")


class TestReset:
    def test_sets_a_new_password_and_signs_everybody_out(
        self, robin: TestClient, work: Callable[[], None], server: MailServer, database: Database
    ) -> None:
        old = robin.post("/v1/auth/token", json={k: ROBIN[k] for k in ("email", "password")} | {"name": "app"}).json()
        assert ask(robin) == 202
        work()
        token = token_in(server)
        with database.read() as session:
            assert token not in session.scalars(select(ResetToken.hash)).all()

        assert confirm(robin, token) == (204, "")

        assert robin.get("/v1/me", headers={"Authorization": f"Bearer {old['token']}"}).status_code == 401
        assert (sign_in(robin, ROBIN["password"]), sign_in(robin, NEW)) == (401, 200)
        assert confirm(robin, token) == REFUSED
        with database.read() as session:
            assert session.scalars(select(func.count(ResetRequest.id))).one() == 0

    def test_lives_an_hour(self, robin: TestClient, work: Callable[[], None], server: MailServer, clock: Clock) -> None:
        ask(robin)
        work()
        clock.advance(hours=1)

        assert confirm(robin, token_in(server)) == REFUSED
        assert confirm(robin, "made-up") == REFUSED

    def test_ends_when_the_address_changes(
        self, robin: TestClient, work: Callable[[], None], server: MailServer
    ) -> None:
        ask(robin)
        work()
        body = {"email": ROBIN["email"], "password": ROBIN["password"], "name": "script", "scopes": ["write", "admin"]}
        token = robin.post("/v1/auth/token", json=body).json()["token"]
        headers = {"Authorization": f"Bearer {token}"}
        assert robin.patch("/v1/me", json={"email": "vale@example.com"}, headers=headers).status_code == 200

        assert confirm(robin, token_in(server)) == REFUSED

    def test_writes_to_nobody_it_does_not_know(
        self, robin: TestClient, work: Callable[[], None], server: MailServer, database: Database
    ) -> None:
        assert ask(robin, "nobody@example.com") == 202
        work()

        assert server.received == []
        with database.read() as session:
            assert session.scalars(select(func.count(ResetRequest.id))).one() == 0

    def test_is_sent_again_where_the_mail_server_was_away(
        self, robin: TestClient, work: Callable[[], None], server: MailServer
    ) -> None:
        server.refusals["DATA"] = "451 later"
        ask(robin)
        work()
        del server.refusals["DATA"]

        work()

        assert confirm(robin, token_in(server)) == (204, "")

    def test_is_asked_for_four_times_an_hour(self, robin: TestClient, clock: Clock) -> None:
        assert [ask(robin) for _ in range(5)] == [202] * 4 + [429]
        assert [ask(robin, "nobody@example.com") for _ in range(5)] == [202] * 4 + [429]
        clock.advance(hours=1)
        assert ask(robin) == 202

    @pytest.mark.promise("P26")
    def test_works_once_of_fifty_at_once(
        self, robin: TestClient, work: Callable[[], None], server: MailServer, figure: Callable[[str], None]
    ) -> None:
        ask(robin)
        work()
        token = token_in(server)

        with ThreadPoolExecutor(10) as pool:
            answers = list(pool.map(lambda number: confirm(robin, token, f"a password {number}"), range(50)))

        assert sorted(answers) == [(204, "")] + [REFUSED] * 49
        figure("a reset link used 50 times at once: 1 success")

    @pytest.mark.promise("P23")
    def test_takes_as_long_for_nobody(self, robin: TestClient, clock: Clock, figure: Callable[[str], None]) -> None:
        took: dict[str, list[float]] = {ROBIN["email"]: [], "nobody@example.com": []}
        for _ in range(40):
            clock.advance(minutes=20)
            for email, seconds in took.items():
                started = time.perf_counter()
                assert ask(robin, email) == 202
                seconds.append(time.perf_counter() - started)

        known, unknown = (median(seconds) for seconds in took.values())
        assert 0.8 <= known / unknown <= 1.25
        figure(f"a reset asked for, known to unknown account: {known / unknown:.2f}")


class TestWithoutMail:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return Settings.model_validate(settings.model_dump() | {"smtp_url": "", "mail_from": ""})

    def test_says_so(self, robin: TestClient) -> None:
        response = robin.post("/v1/auth/reset", json={"email": ROBIN["email"]})

        assert (response.status_code, response.json()["type"]) == (409, "/problems/mail-not-set")
