"""Many rows of one table at once, straight to the driver: Core spends as long on each row as the database does."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from comity.database import Base


def insert_many(session: Session, table_name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, all with the keys of the first. Columns that none of them fills are left to the database."""
    if not rows:
        return
    connection = session.connection()
    table, dialect = Base.metadata.tables[table_name], connection.dialect
    columns: dict[str, list[Any]] = {}
    for name in rows[0]:
        values = [row[name] for row in rows]
        if any(value is not None for value in values):
            process = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
            columns[name] = [*map(process, values)] if process else values
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    marks = ", ".join([mark] * len(columns))
    statement = f"INSERT INTO {table_name} ({', '.join(columns)}) VALUES ({marks})"
    connection.exec_driver_sql(statement, [*zip(*columns.values(), strict=True)])
