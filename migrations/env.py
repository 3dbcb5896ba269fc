"""How Alembic reaches the database: one transaction a migration, foreign keys off on SQLite, a lock on PostgreSQL."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

from comity.contacts.models import TagList
from comity.database import UtcDateTime
from comity.migrating import all_tables

LOCK = 0x434F4D4947  # our own among PostgreSQL's advisory locks: two starters at once, one migrates

metadata = all_tables()


def include_name(name: str | None, kind: str, parents: Any) -> bool:
    """Leave the durable engine's tables alone."""
    return kind != "table" or name in metadata.tables


def render_item(kind: str, item: Any, autogenerate: AutogenContext) -> str | Literal[False]:
    """Write plain column types: a migration is history and imports nothing of the application."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, TagList):
        return "sa.String()"
    return False


def run(connection: Connection) -> None:
    """Migrate on an open connection."""
    is_sqlite = connection.dialect.name == "sqlite"
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_name=include_name,
        render_item=render_item,
        render_as_batch=is_sqlite,
        compare_server_default=True,
        transaction_per_migration=True,
        transactional_ddl=True,
    )
    if not is_sqlite:
        connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": LOCK})
        connection.commit()
    with context.begin_transaction():
        context.run_migrations()
    if is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RuntimeError("The migration left a reference to nothing.")


def main() -> None:
    """Open the connection that a migration needs and no other has."""
    engine = create_engine(context.config.attributes["url"], poolclass=NullPool)
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.commit()
        run(connection)
        connection.commit()


main()
