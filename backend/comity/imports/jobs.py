"""What the worker does for imports. Each job may begin again at any time: the cursor stands beside what was written."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import wraps
from itertools import count
from tempfile import TemporaryFile
from typing import IO

from sqlalchemy import delete
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.database import serialize
from comity.errors import ComityError
from comity.imports import service
from comity.imports.applying import apply_entries, expect_entries
from comity.imports.chunks import entries_of, in_chunks, read_chunk, rewrite_chunk, write_chunk
from comity.imports.known import Gone, gone_of
from comity.imports.models import Import, ImportChunk, ImportPiece
from comity.imports.problems import TooManyRecords
from comity.imports.reading import Format, read
from comity.imports.records import MOST_RECORDS, FileOwner
from comity.imports.schemas import ImportStatus
from comity.imports.service import ImportNotFound
from comity.imports.undoing import undo_entries
from comity.jobs import Tools, breathe, enqueue, job
from comity.relationships.jobs import SWEEP

MOST_BEGINNINGS = 5  # a file that kills the worker again and again is given up
COUNTS = ("total", "done", "created", "updated", "skipped", "refused")

log = logging.getLogger("comity.imports")


class Task:
    """One job's import, and how to work on it: a transaction at a time, as long as it still has the status."""

    def __init__(self, tools: Tools, account_id: str, import_id: str, status: ImportStatus) -> None:
        self.tools = tools
        self.account_id = account_id
        self.import_id = import_id
        self.status = status

    @contextmanager
    def step(self) -> Iterator[tuple[Session, Import]]:
        """One transaction on the import.

        Raises ImportNotFound where it has another status by now: somebody cancelled it, or it is done.
        """
        with self.tools.database.write() as session:
            serialize(session, f"imports:{self.account_id}")  # two files may name the same people
            import_ = service.get_import(session, account_id=self.account_id, import_id=self.import_id, lock=True)
            if import_.status != self.status:
                raise ImportNotFound
            yield session, import_
        breathe()

    def begin(self) -> None:
        """Note that the job begins, or begins again."""
        with self.step() as (_, import_):
            import_.beginnings += 1
            import_.started_at = import_.started_at or self.tools.clock()
            if import_.beginnings > MOST_BEGINNINGS:
                _fail(import_, "Reading it stopped Comity several times; it was given up.")

    def gone(self) -> Gone:
        """Who shall not come back."""
        with self.tools.database.read() as session:
            return gone_of(session, self.account_id)


def import_job(name: str, status: ImportStatus) -> Callable[[Callable[[Task], None]], Callable[..., None]]:
    """Make `work(task)` the job that takes an import out of a status. What goes wrong is told to the owner."""

    def register(work: Callable[[Task], None]) -> Callable[..., None]:
        @job(name)
        @wraps(work)
        def run(tools: Tools, *, account_id: str, import_id: str) -> None:
            task = Task(tools, account_id, import_id, status)
            with suppress(ImportNotFound):
                try:
                    task.begin()
                    work(task)
                except (ImportNotFound, OperationalError, NoConnection):
                    raise
                except ComityError as error:
                    _tell_failure(task, f"{error.title()} {error.detail}".strip())
                except Exception:
                    log.exception("import.failed")
                    _tell_failure(task, "Something unexpected went wrong. What is taken over already can be undone.")

        return run

    return register


def _tell_failure(task: Task, problem: str) -> None:
    with task.step() as (session, import_):
        _fail(import_, problem)
        _forget_file(session, import_)


def _fail(import_: Import, problem: str) -> None:
    import_.status = ImportStatus.FAILED
    import_.problem = problem


@import_job(service.READ, ImportStatus.PREVIEWING)
def read_import(task: Task) -> None:
    """Read the file, and say what would become of each record."""
    gone = task.gone()
    earlier: set[int] = set()
    with TemporaryFile() as file:
        _fetch_file(task, file)
        with task.step() as (session, import_):
            _begin_anew(session, import_)
            owner = _owner(session, import_)
            records = read(
                file,
                Format(import_.format),
                owner=owner,
                mapping=import_.mapping,
                now=task.tools.clock(),
                as_guests=import_.event_id is not None,
            )
        for number, entries in enumerate(in_chunks(records)):
            with task.step() as (session, import_):
                if not import_.apply_at_once:
                    expect_entries(
                        session,
                        account_id=task.account_id,
                        entries=entries,
                        gone=gone,
                        now=task.tools.clock(),
                        earlier=earlier,
                        event_id=import_.event_id,
                    )
                write_chunk(session, import_, number, entries)
                if import_.total > MOST_RECORDS:
                    raise TooManyRecords(f"It holds more than {MOST_RECORDS:,}.")
    with task.step() as (session, import_):
        _forget_file(session, import_)
        service.finish_reading(session, import_)


def _fetch_file(task: Task, file: IO[bytes]) -> None:
    """Put the file together, a piece at a time."""
    with task.tools.database.read() as session:
        for number in count():
            piece = session.get(ImportPiece, (task.account_id, task.import_id, number))
            if piece is None:
                return
            file.write(piece.content)
            session.expunge(piece)


def _begin_anew(session: Session, import_: Import) -> None:
    session.execute(delete(ImportChunk).filter_by(account_id=import_.account_id, import_id=import_.id))
    for name in COUNTS:
        setattr(import_, name, 0)


def _owner(session: Session, import_: Import) -> FileOwner:
    account = session.get_one(Account, import_.account_id)
    return FileOwner(
        full_name=account.full_name,
        profile_url=account.profile_url or "",
        email=account.email,
        timezone=account.timezone,
    )


def _forget_file(session: Session, import_: Import) -> None:
    session.execute(delete(ImportPiece).filter_by(account_id=import_.account_id, import_id=import_.id))


@import_job(service.APPLY, ImportStatus.APPLYING)
def apply_import(task: Task) -> None:
    """Take the records over, a chunk in each transaction, and with it the cursor."""
    gone = task.gone()
    while True:
        with task.step() as (session, import_):
            now = task.tools.clock()
            chunk = read_chunk(session, import_, import_.next_chunk)
            if chunk is None:
                import_.status = ImportStatus.DONE
                enqueue(session, SWEEP, job_id=f"{SWEEP}:{import_.id}:{import_.version}")
                return
            entries = entries_of(chunk)
            apply_entries(
                session,
                account_id=task.account_id,
                entries=entries,
                gone=gone,
                now=now,
                event_id=import_.event_id,
            )
            rewrite_chunk(import_, chunk, entries)
            _move(import_, chunks=1, records=len(entries), now=task.tools.clock())


@import_job(service.UNDO, ImportStatus.UNDOING)
def undo_import(task: Task) -> None:
    """Bring back what was there before, from the last chunk to the first."""
    while True:
        with task.step() as (session, import_):
            now = task.tools.clock()
            chunk = read_chunk(session, import_, import_.next_chunk - 1)
            if chunk is None:
                import_.status = ImportStatus.UNDONE
                return
            entries = entries_of(chunk)
            undo_entries(session, account_id=task.account_id, entries=entries, now=now)
            rewrite_chunk(import_, chunk, entries)
            _move(import_, chunks=-1, records=-len(entries), now=task.tools.clock())


def _move(import_: Import, *, chunks: int, records: int, now: datetime) -> None:
    import_.next_chunk += chunks
    import_.done += records
    import_.moved_at = now
    import_.beginnings = 0
