"""An import survives whatever ends its worker: it goes on, and comes out as if nothing had happened."""

import io
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from comity.accounts.models import Account
from comity.contacts.models import Contact, ContactKey
from comity.database import Database
from comity.imports import service
from comity.imports.models import Import, TakenRecord
from comity.relationships.models import RelationshipRow
from tests.conftest import MONDAY, SignUp
from tests.imports import files
from tests.promised import Figure

PATIENCE_SECONDS = 120


def progress(database: Database, import_id: str) -> tuple[str, int]:
    with database.read() as session:
        row = session.execute(select(Import.status, Import.done).where(Import.id == import_id)).one()
        return row.status, row.done


def start_a_worker(database: Database) -> subprocess.Popen[bytes]:
    program = Path(__file__).parents[1] / "a_worker.py"
    return subprocess.Popen([sys.executable, str(program), database.url.render_as_string(hide_password=False)])


def wait_for_more(database: Database, import_id: str, done: int) -> int:
    """Wait until the import got on, or is done."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        status, now_done = progress(database, import_id)
        if now_done > done or status == "done":
            return now_done
        assert status in {"previewing", "applying"}
        assert time.monotonic() < deadline, "it never got on"
        time.sleep(0.01)


@pytest.mark.both_databases
@pytest.mark.promise("P19", "K11")
def test_goes_on_after_every_kill(database: Database, sign_up: SignUp, size: str, figure: Figure) -> None:
    kills, rows = {"short": (2, 3_000), "long": (30, 20_000)}[size]
    sign_up()
    content = files.connections(*map(files.connection, range(rows)))
    with database.write() as session:
        account_id = session.scalars(select(Account.id)).one()
        import_id = service.start_import(
            session,
            account_id=account_id,
            file=io.BytesIO(content),
            file_name="Connections.csv",
            format_=None,
            mapping=None,
            apply_at_once=True,
            now=MONDAY,
        ).id
    done = 0

    for kill in range(kills + 1):
        process = start_a_worker(database)
        try:
            done = wait_for_more(database, import_id, done if kill < kills else rows)
        finally:
            process.kill()
            process.wait()

    assert progress(database, import_id) == ("done", rows)
    with database.read() as session:
        tables = (Contact.id, TakenRecord.fingerprint, RelationshipRow.contact_id)
        assert [session.scalar(select(func.count()).select_from(table.class_)) for table in tables] == [rows] * 3
        assert session.scalar(select(func.count()).select_from(ContactKey)) == 2 * rows
        assert session.scalar(select(Import.created)) == rows
    figure(f"{kills} kills during an import of {rows:,} rows: the same as without, 0 duplicates")
