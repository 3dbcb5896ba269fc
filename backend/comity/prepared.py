"""Selects built and compiled once: for the hottest reads, where SQLAlchemy's own work outweighs the query's."""

from collections import namedtuple
from collections.abc import Callable
from typing import Any

from sqlalchemy import ARRAY, JSON, ColumnElement, Connection, Dialect, Select, String, bindparam
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

Process = Callable[[Any], Any]

LIST_OF_TEXT = JSON().with_variant(ARRAY(String), "postgresql")


class Prepared:
    """A select of columns, which answers with named tuples. Its values are bound by name (`bindparam`, `among`)."""

    def __init__(self, query: Select[*tuple[Any, ...]]) -> None:
        self._query = query
        self._compiled: dict[str, _Compiled] = {}

    def all(self, session: Session, **values: Any) -> list[Any]:
        """Return every row."""
        if session.autoflush:
            session.flush()
        bind = session.get_bind()
        compiled = self._compiled.get(bind.dialect.name)
        if compiled is None:
            compiled = self._compiled[bind.dialect.name] = _Compiled(self._query, bind.dialect)
        connection = bind if isinstance(bind, Connection) else session.connection()
        return compiled.all(connection.connection.driver_connection, values)

    def first(self, session: Session, **values: Any) -> Any:
        """Return the first row, or None."""
        return next(iter(self.all(session, **values)), None)


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
    """A select as text for one kind of database, with how its values are written and its columns are read."""

    def __init__(self, query: Select[*tuple[Any, ...]], dialect: Dialect) -> None:
        compiled: Any = query.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        self._text: str = compiled.string
        self._places: list[str] | None = compiled.positiontup
        self._fixed: dict[str, Any] = compiled.construct_params(_check=False)
        writers = {name: _impl(bind, dialect).bind_processor(dialect) for bind, name in compiled.bind_names.items()}
        self._writers = {name: write for name, write in writers.items() if write}
        self._columns = list(query.selected_columns)
        self._row: Any = namedtuple("Row", [str(column.key) for column in self._columns])  # type: ignore[misc]
        self._readers: list[tuple[int, Process]] | None = None
        self._dialect = dialect

    def all(self, connection: Any, values: dict[str, Any]) -> list[Any]:
        """Run it on the driver's own connection."""
        try:
            cursor = connection.execute(self._text, self._written(values))
            rows = cursor.fetchall()
        except self._dialect.loaded_dbapi.OperationalError as error:
            raise OperationalError(self._text, None, error) from error
        if self._readers is None:
            self._readers = self._readers_of(cursor.description)
        return [self._read(row, self._readers) for row in rows]

    def _written(self, values: dict[str, Any]) -> Any:
        written = self._fixed | values
        for name, write in self._writers.items():
            written[name] = write(written[name])
        return written if self._places is None else [written[name] for name in self._places]

    def _readers_of(self, description: Any) -> list[tuple[int, Process]]:
        """Return how columns are read, by their places. How numbers are depends on the driver's own types."""
        kinds = [kind for _, kind, *_ in description]
        readers = [
            _impl(column, self._dialect).result_processor(self._dialect, kind)
            for column, kind in zip(self._columns, kinds, strict=True)
        ]
        return [(place, read) for place, read in enumerate(readers) if read]

    def _read(self, row: tuple[Any, ...], readers: list[tuple[int, Process]]) -> Any:
        values = list(row)
        for place, read in readers:
            values[place] = read(values[place])
        return self._row._make(values)


def _impl(element: Any, dialect: Dialect) -> TypeEngine[Any]:
    impl: TypeEngine[Any] = element.type.dialect_impl(dialect)
    return impl
