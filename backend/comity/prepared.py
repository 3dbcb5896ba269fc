"""Statements compiled once: for the hottest requests, where SQLAlchemy's own work outweighs the database's."""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar, cast

from sqlalchemy import (
    ARRAY,
    JSON,
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Dialect,
    Select,
    String,
    bindparam,
    literal_column,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import replacement_traverse
from sqlalchemy.types import TypeEngine

Query = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]
Process = Callable[[Any], Any]
Kind = TypeVar("Kind", bound="_Compiled")

FETCHED = 1_000  # rows at a time, where they are turned into something else one by one
LIST_OF_TEXT = JSON().with_variant(ARRAY(String), "postgresql")


class Prepared:
    """A select of columns, which answers with named tuples. Its values are bound by name (`bindparam`, `among`)."""

    def __init__(self, query: Query) -> None:
        self._make = partial(_Select, query)
        self._compiled: dict[str, _Select] = {}

    def all(self, session: Session, **values: Any) -> list[Any]:
        """Return every row."""
        if session.autoflush:
            session.flush()
        compiled, driver = _ready(session, self._compiled, self._make)
        return compiled.all(driver, values)

    def each(self, session: Session, **values: Any) -> Iterator[Any]:
        """Yield row after row, for what is long and is turned into something else at once."""
        if session.autoflush:
            session.flush()
        compiled, driver = _ready(session, self._compiled, self._make)
        return compiled.each(driver, values)

    def first(self, session: Session, **values: Any) -> Any:
        """Return the first row, or None."""
        return next(iter(self.all(session, **values)), None)


class PreparedInsert:
    """An insert of whole rows. made_for: gives the statement for a dialect's name; rows give every column a value."""

    def __init__(self, made_for: Callable[[str], Any]) -> None:
        self._make: Callable[[Dialect], _Compiled] = lambda dialect: _Compiled(made_for(dialect.name).inline(), dialect)
        self._compiled: dict[str, _Compiled] = {}

    def add(self, session: Session, *rows: Mapping[str, Any]) -> None:
        """Insert these rows."""
        compiled, driver = _ready(session, self._compiled, self._make)
        compiled.run(driver, rows)


def _ready(session: Session, compiled: dict[str, Kind], make: Callable[[Dialect], Kind]) -> tuple[Kind, Any]:
    """Return a statement as it is for this session's database, made the first time, and the driver's own connection."""
    bind = session.bind
    connection = bind if isinstance(bind, Connection) else session.connection()
    dialect = connection.dialect
    found = compiled.get(dialect.name)
    if found is None:
        found = compiled[dialect.name] = make(dialect)
    return found, connection.connection.driver_connection


class among(ColumnElement[bool]):  # noqa: N801 (it reads like a function of SQL)
    """Whether a column's value is one of those bound under a name, however many: the text stays the same."""

    inherit_cache = False

    def __init__(self, column: Any, name: str) -> None:
        self.column = column
        self.values = bindparam(name, type_=LIST_OF_TEXT)


@compiles(among)
def _among_json(element: among, compiler: SQLCompiler, **how: Any) -> str:
    column, values = compiler.process(element.column, **how), compiler.process(element.values, **how)
    return f"{column} IN (SELECT value FROM json_each({values}))"


@compiles(among, "postgresql")
def _among_array(element: among, compiler: SQLCompiler, **how: Any) -> str:
    return f"{compiler.process(element.column, **how)} = ANY({compiler.process(element.values, **how)})"


class _Compiled:
    """A statement as text for one kind of database, with how its values are written."""

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        self._text: str = compiled.string
        self._places: list[str] | None = compiled.positiontup
        self._fixed: dict[str, Any] = compiled.construct_params(_check=False)
        writers = {name: _impl(bind, dialect).bind_processor(dialect) for bind, name in compiled.bind_names.items()}
        self._writers = {name: write for name, write in writers.items() if write}
        self._dialect = dialect
        self._error: type[Exception] = dialect.loaded_dbapi.Error

    def run(self, connection: Any, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run it once for each of these."""
        values = [self._written(row) for row in rows]
        try:
            if len(values) == 1:  # psycopg opens a pipeline for many, and waits twice as often
                connection.execute(self._text, values[0])
            else:
                connection.cursor().executemany(self._text, values)
        except self._error as error:
            raise self._ours(error) from error

    def _written(self, values: Mapping[str, Any]) -> Any:
        written = {**self._fixed, **values}
        for name, write in self._writers.items():
            written[name] = write(written[name])
        return written if self._places is None else [written[name] for name in self._places]

    def _ours(self, error: Any) -> BaseException:
        """Return a fault of the driver as SQLAlchemy's, without the values."""
        ours: BaseException = DBAPIError.instance(self._text, None, error, self._error, dialect=self._dialect)
        return ours


class _Select(_Compiled):
    """A select as text, with how its columns are read."""

    def __init__(self, query: Query, dialect: Dialect) -> None:
        super().__init__(_with_literals(query, dialect), dialect)
        self._columns = list(query.selected_columns)
        row: Any = namedtuple("Row", [str(column.key) for column in self._columns])  # type: ignore[misc]
        self._row = partial(tuple.__new__, row)
        self._readers: list[tuple[int, Process]] | None = None

    def all(self, connection: Any, values: dict[str, Any]) -> list[Any]:
        """Run it on the driver's own connection."""
        try:
            cursor = connection.execute(self._text, self._written(values))
            rows = cursor.fetchall()
        except self._error as error:
            raise self._ours(error) from error
        return self._read(rows, self._readers_of(cursor))

    def each(self, connection: Any, values: dict[str, Any]) -> Iterator[Any]:
        """Run it on the driver's own connection, and fetch some rows at a time."""
        try:
            cursor = connection.execute(self._text, self._written(values))
            while rows := cursor.fetchmany(FETCHED):
                yield from self._read(rows, self._readers_of(cursor))
        except self._error as error:
            raise self._ours(error) from error

    def _readers_of(self, cursor: Any) -> list[tuple[int, Process]]:
        """Return how columns are read, by their places. How numbers are depends on the driver's own types."""
        if self._readers is None:
            self._readers = self._made_readers(cursor.description)
        return self._readers

    def _made_readers(self, description: Any) -> list[tuple[int, Process]]:
        kinds = [kind for _, kind, *_ in description]
        readers = [
            _impl(column, self._dialect).result_processor(self._dialect, kind)
            for column, kind in zip(self._columns, kinds, strict=True)
        ]
        lists = [isinstance(column.type, JSON) for column in self._columns]
        return [
            (place, _lists_with(read) if is_list else read)
            for place, (read, is_list) in enumerate(zip(readers, lists, strict=True))
            if read
        ]

    def _read(self, rows: Iterable[tuple[Any, ...]], readers: list[tuple[int, Process]]) -> list[Any]:
        """Return rows by name, each value as its type has it. One loop, since pages and logs are long."""
        found = []
        for row in rows:
            values = list(row)
            for place, read in readers:
                values[place] = read(values[place])
            found.append(self._row(values))
        return found


def _lists_with(read: Process) -> Process:
    """Return how JSON is read: an empty list, as most are in a long log, needs no parser."""
    return lambda stored: [] if stored == "[]" else read(stored)


def _with_literals(query: Query, dialect: Dialect) -> Query:
    """Return a query whose text holds the values that never change.

    SQLite compares bound values with the conditions of partial indexes, and so compiles a statement anew each time it
    is run where one of them might fit: that costs more than most of these queries.
    """

    def as_literal(element: Any, **_: Any) -> Any:
        if not isinstance(element, BindParameter) or element.required or element.expanding:
            return None
        write = _impl(element, dialect).literal_processor(dialect)
        if write is None or element.value is None:
            return None
        return literal_column(write(element.value), element.type)

    return cast(Query, replacement_traverse(query, {}, as_literal))


def _impl(element: Any, dialect: Dialect) -> TypeEngine[Any]:
    impl: TypeEngine[Any] = element.type.dialect_impl(dialect)
    return impl
