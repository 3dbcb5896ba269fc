"""One connection of the bare driver, with the settings that the product uses; statements are written once for both."""

import re
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import orjson
import psycopg
from psycopg.types.json import set_json_loads
from sqlalchemy.engine import make_url

NAMED = re.compile(r"%\((\w+)\)s")
PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=5000", "cache_size=-16000", "synchronous=FULL")


class Driver:
    """A connection in autocommit; what needs a transaction says so. Statements name values in psycopg's way."""

    def __init__(self, url: str) -> None:
        self.is_sqlite = url.startswith("sqlite")
        self._connection = _sqlite(url) if self.is_sqlite else _postgresql(url)

    def rows(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """Return what a query finds."""
        text = _named_with_colons(statement) if self.is_sqlite else statement
        found: list[tuple[Any, ...]] = self._connection.execute(text, values).fetchall()
        return found

    def run(self, statement: str, values: Mapping[str, Any] | None = None) -> None:
        """Change something."""
        text = _named_with_colons(statement) if self.is_sqlite else statement
        self._connection.execute(text, values or {})

    def close(self) -> None:
        """Give it back."""
        self._connection.close()

    def begin(self) -> None:
        """Begin a transaction that writes."""
        self.run("BEGIN IMMEDIATE" if self.is_sqlite else "BEGIN")

    def instant(self, moment: datetime) -> Any:
        """Return an instant as the database keeps it."""
        return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f") if self.is_sqlite else moment

    def read_instant(self, stored: Any) -> Any:
        """Return a stored instant as orjson can write it."""
        return datetime.fromisoformat(stored) if self.is_sqlite and stored is not None else stored

    def read_json(self, stored: Any) -> Any:
        """Return a stored JSON value."""
        return orjson.loads(stored) if self.is_sqlite and stored is not None else stored


def to_json(value: Any) -> bytes:
    """Write an answer; instants in UTC with a Z."""
    return orjson.dumps(value, option=orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z)


@lru_cache
def _named_with_colons(statement: str) -> str:
    return NAMED.sub(r":\1", statement)


def _sqlite(url: str) -> Any:
    connection = sqlite3.connect(make_url(url).database or "", isolation_level=None, check_same_thread=False)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _postgresql(url: str) -> Any:
    connection = psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
    set_json_loads(orjson.loads, connection)
    connection.execute("SET TIME ZONE 'UTC'")
    return connection
