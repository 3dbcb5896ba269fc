from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from sqlalchemy import func, literal_column, select, text
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from comity.database import Database
from comity.prepared import Prepared

ONE = Prepared(select(literal_column("1").label("one")))
Open = Callable[[Database], Callable[[], AbstractContextManager[Session]]]


@pytest.mark.on_postgresql
@pytest.mark.parametrize("opened", [lambda database: database.read, lambda database: database.write])
class TestAConnection:
    """Of the pool, where the server was restarted meanwhile."""

    def test_is_made_anew_where_the_server_has_left_it(
        self, database: Database, postgresql: Engine, opened: Open
    ) -> None:
        opens = opened(database)
        with opens() as one, opens() as other:
            left = {_process_of(one), _process_of(other)}

        with postgresql.connect() as operator:
            for process in left:
                operator.execute(text("SELECT pg_terminate_backend(:process, 5000)"), {"process": process})

        for _ in range(2):
            with opens() as session:
                assert ONE.first(session).one == 1
                assert _process_of(session) not in left

    def test_is_used_again_otherwise(self, database: Database, opened: Open) -> None:
        opens = opened(database)

        def process() -> int:
            with opens() as session:
                return _process_of(session)

        assert process() == process()


def _process_of(session: Session) -> int:
    return session.scalars(select(func.pg_backend_pid())).one()
