import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from comity.database import Base, Database
from comity.migrating import migrate

pytestmark = pytest.mark.both_databases


class TestMigrations:
    def test_make_the_tables_that_the_code_has(self, database: Database) -> None:
        names = Base.metadata.tables.keys()
        options = {
            "include_name": lambda name, kind, _: kind != "table" or name in names,
            "compare_server_default": True,
        }

        with database.writer.connect() as connection:
            context = MigrationContext.configure(connection, opts=options)
            difference = compare_metadata(context, Base.metadata)

        assert not difference

    def test_go_down_and_up_again(self, database: Database, database_url: str) -> None:
        try:
            migrate(database_url, revision="base")
            left = Base.metadata.tables.keys() & set(inspect(database.writer).get_table_names())
        finally:
            migrate(database_url)

        assert not left
        assert Base.metadata.tables.keys() <= set(inspect(database.writer).get_table_names())
