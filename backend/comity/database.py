"""Engines, sessions and what every table shares."""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from select import POLLIN, poll
from typing import Any, TypeVar

from pydantic_core import from_json, to_json
from sqlalchemy import DateTime, Dialect, Engine, MetaData, create_engine, event, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeDecorator

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
BUSY_MILLISECONDS = 5000
ONLY_READS: dict[str, Any] = {"autoflush": False, "expire_on_commit": False}
POSTGRESQL_POOL = {"pool_size": 8, "max_overflow": 4, "pool_timeout": 5}


class Base(DeclarativeBase):
    """The tables of Comity."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware and in UTC on our side, whatever the database keeps."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive instant."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive instant: {value}")
        return value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """Read an instant back as UTC. SQLite keeps text, and a log is long: it is read in one go."""
        return _from_text if dialect.name == "sqlite" else _in_utc


def _from_text(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(f"{value}+00:00")


def _in_utc(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


def new_id() -> str:
    """Return a new id: 26 characters, time-ordered (48 bits of milliseconds, then 80 random bits)."""
    number = (time.time_ns() // 1_000_000 << 80) | secrets.randbits(80)
    return "".join(CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))


Owned = TypeVar("Owned", bound=Base)


def find_owned(
    session: Session, model: type[Owned], *, account_id: str, row_id: str, missing: type[Exception], lock: bool = False
) -> Owned:
    """Return the account's row with this id. lock: nobody else changes it before this transaction ends.

    Raises `missing`, for another account's row too.
    """
    query = select(model).filter_by(account_id=account_id, id=row_id)
    row = session.scalars(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise missing
    return row


def row_exists(session: Session, table: str, *, account_id: str, row_id: str) -> bool:
    """Return whether the account has this row. By table name, for a reference to a feature that lies above."""
    columns = Base.metadata.tables[table].columns
    query = select(columns.id).where(columns.account_id == account_id, columns.id == row_id)
    return session.scalars(query).first() is not None


def serialize(session: Session, name: str) -> None:
    """Let transactions on `name` follow one another. SQLite has one writer already."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))


class Database:
    """One database with a way to read and a way to write. SQLite has one writer, PostgreSQL one engine for both.

    reactions: what happens at once when something happened (see `outbox.py`); every writing session carries it.
    """

    def __init__(self, url: str, *, reactions: Any = None) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            self.writer = _sqlite_engine(url, write=True)
            self.reader = _sqlite_engine(url, write=False)
        else:
            self.writer = _postgresql_engine(url)
            self.reader = _postgresql_engine(url, isolation_level="AUTOCOMMIT", pool_reset_on_return=None)
        self.reactions = reactions

    def session(self) -> Session:
        """Return a session that may write; the caller commits."""
        return Session(self.writer, expire_on_commit=False, info={"reactions": self.reactions})

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back if anything is raised.

        The connection is taken at once: a session that looks for it anew at each statement is slower.
        """
        info = {"reactions": self.reactions}
        with self.writer.begin() as connection, Session(connection, expire_on_commit=False, info=info) as session:
            yield session
            session.flush()

    def read_session(self) -> Session:
        """Return a session that can only read; it takes a connection when it is first asked."""
        return Session(self.reader, **ONLY_READS)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Read without a transaction, on a connection taken at once: half the price of a session that looks for one."""
        with self.reader.connect() as connection, Session(connection, **ONLY_READS) as session:
            yield session

    def dispose(self) -> None:
        """Close every connection."""
        self.writer.dispose()
        self.reader.dispose()


def _json(value: Any) -> str:
    """Write JSON columns; days and enums become strings."""
    return to_json(value).decode()


def _postgresql_engine(url: str, **differing: Any) -> Engine:
    """Make an engine whose connections are looked at before each use: the server may have been restarted since.

    A ping (`pool_pre_ping`) would send a query for it, which costs a tenth of a hot read.
    """
    engine = create_engine(
        url,
        json_serializer=_json,
        json_deserializer=from_json,
        hide_parameters=True,
        **POSTGRESQL_POOL,
        **differing,
    )

    @event.listens_for(engine, "checkout")
    def _check(connection: Any, _: ConnectionPoolEntry, __: Any) -> None:
        if _is_left(connection):
            raise InvalidatePoolError

    return engine


def _is_left(connection: Any) -> bool:
    """Whether the server has left an idle connection: its end is all that could be read there."""
    if connection.closed:
        return True
    watched = poll()
    watched.register(connection.fileno(), POLLIN)
    return bool(watched.poll(0))


def _sqlite_engine(url: str, *, write: bool) -> Engine:
    """Make an engine for one SQLite file.

    A pool of one is a fair queue of writers; SQLite's own busy wait is not. `synchronous=FULL`: what was acknowledged
    survives a power cut. Readers cannot write and take no transaction.
    """
    pool: dict[str, Any] = {"pool_timeout": 5} | (
        {"pool_size": 1, "max_overflow": 0}
        if write
        else {"pool_size": 8, "max_overflow": 4, "pool_reset_on_return": None}
    )
    engine = create_engine(url, json_serializer=_json, json_deserializer=from_json, hide_parameters=True, **pool)

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in _pragmas(write=write):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        if write:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _pragmas(*, write: bool) -> tuple[str, ...]:
    shared = (
        "journal_mode=WAL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MILLISECONDS}",
        "trusted_schema=OFF",
        "cache_size=-16000",
    )
    return (*shared, "synchronous=FULL", "secure_delete=ON") if write else (*shared, "query_only=ON")
