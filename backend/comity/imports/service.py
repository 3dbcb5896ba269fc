"""What can be done with a file of people or messages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import BinaryIO

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from comity.database import find_owned
from comity.errors import Conflict, NotFound
from comity.events.service import get_event
from comity.imports.chunks import Entry, entries_of
from comity.imports.models import Import, ImportChunk, ImportPiece
from comity.imports.problems import NotAListOfPeople, OtherFormat
from comity.imports.reading import PEOPLE, Format, detect
from comity.imports.records import Outcome
from comity.imports.schemas import ImportStatus
from comity.imports.values import clean
from comity.jobs import enqueue

PIECE_BYTES = 256 * 1024
LONGEST_FILE_NAME = 200
READ, APPLY, UNDO = "imports.read.v1", "imports.apply.v1", "imports.undo.v1"
CAN_BE_CANCELLED = frozenset({ImportStatus.PREVIEWING, ImportStatus.READY, ImportStatus.APPLYING})
CAN_BE_UNDONE = frozenset({ImportStatus.DONE, ImportStatus.CANCELLED, ImportStatus.FAILED})


class ImportNotFound(NotFound):
    """There is no such import."""


class NotReady(Conflict):
    """The import is not at a point where this can be done."""


def start_import(
    session: Session,
    *,
    account_id: str,
    file: BinaryIO,
    file_name: str,
    format_: Format | None,
    mapping: Mapping[str, str] | None,
    apply_at_once: bool,
    now: datetime,
    event_id: str | None = None,
) -> Import:
    """Take a file in; it is read in the background.

    format_: what somebody says that the file is. event_id: the event of which it is the list of attendees. Raises
    UnsupportedFile, EmptyFile, UnreadableArchive, ArchiveTooLarge, UnknownColumns, OtherFormat, EventNotFound,
    NotAListOfPeople.
    """
    if event_id is not None:
        get_event(session, account_id=account_id, event_id=event_id)
    found = detect(file, mapping)
    if format_ not in {None, found}:
        raise OtherFormat(f"It looks like {found}.")
    if event_id is not None and found not in PEOPLE:
        raise NotAListOfPeople(f"It looks like {found}.", pointer="/event_id")
    import_ = Import(
        account_id=account_id,
        created_at=now,
        file_name=clean(re.split(r"[/\\]", file_name)[-1])[:LONGEST_FILE_NAME],
        format=found,
        mapping=dict(mapping) if mapping else None,
        apply_at_once=apply_at_once,
        event_id=event_id,
        status=ImportStatus.PREVIEWING,
    )
    session.add(import_)
    session.flush()
    _keep_file(session, import_, file)
    _enqueue(session, READ, import_)
    return import_


def _keep_file(session: Session, import_: Import, file: BinaryIO) -> None:
    file.seek(0)
    number = 0
    while content := file.read(PIECE_BYTES):
        piece = {"account_id": import_.account_id, "import_id": import_.id, "number": number, "content": content}
        session.execute(insert(ImportPiece).values(piece))
        number += 1


def _enqueue(session: Session, name: str, import_: Import) -> None:
    job_id = f"{name}:{import_.id}:{import_.version}"
    enqueue(session, name, job_id=job_id, account_id=import_.account_id, import_id=import_.id)


def get_import(session: Session, *, account_id: str, import_id: str, lock: bool = False) -> Import:
    """Return an import.

    Raises ImportNotFound.
    """
    return find_owned(session, Import, account_id=account_id, row_id=import_id, missing=ImportNotFound, lock=lock)


def apply_import(session: Session, *, account_id: str, import_id: str) -> Import:
    """Take its records over, in the background.

    Raises ImportNotFound, NotReady.
    """
    return _go_on(session, account_id, import_id, frozenset({ImportStatus.READY}), ImportStatus.APPLYING, APPLY)


def undo_import(session: Session, *, account_id: str, import_id: str) -> Import:
    """Bring back what was there before, in the background.

    Raises ImportNotFound, NotReady.
    """
    return _go_on(session, account_id, import_id, CAN_BE_UNDONE, ImportStatus.UNDOING, UNDO)


def cancel_import(session: Session, *, account_id: str, import_id: str) -> Import:
    """Stop. What is taken over already stays; it can be undone.

    Raises ImportNotFound, NotReady.
    """
    return _go_on(session, account_id, import_id, CAN_BE_CANCELLED, ImportStatus.CANCELLED, None)


def finish_reading(session: Session, import_: Import) -> None:
    """The file is read: wait for the owner's word, or go on where they gave it beforehand."""
    import_.status = ImportStatus.APPLYING if import_.apply_at_once else ImportStatus.READY
    _reset(import_)
    session.flush()
    if import_.apply_at_once:
        _enqueue(session, APPLY, import_)


def _reset(import_: Import) -> None:
    """Count from here: another job is to begin."""
    import_.beginnings = 0
    import_.started_at = None


def _go_on(
    session: Session,
    account_id: str,
    import_id: str,
    present: frozenset[ImportStatus],
    to: ImportStatus,
    job: str | None,
) -> Import:
    import_ = get_import(session, account_id=account_id, import_id=import_id, lock=True)
    if import_.status not in present:
        raise NotReady(f"It is {import_.status}.")
    import_.status = to
    _reset(import_)
    session.flush()
    if job:
        _enqueue(session, job, import_)
    return import_


def list_records(
    session: Session, *, account_id: str, import_id: str, outcome: Outcome | None, after: Sequence[int] | None
) -> Iterator[tuple[tuple[int, int], Entry]]:
    """Yield the records of an import behind a place, each with its own place: its chunk, and where it stands there.

    Raises ImportNotFound.
    """
    get_import(session, account_id=account_id, import_id=import_id)
    first_chunk, last_seen = after or (0, -1)
    number = first_chunk
    while chunk := _chunk_from(session, account_id, import_id, outcome, number):
        for place, entry in enumerate(entries_of(chunk)):
            is_seen = chunk.number == first_chunk and place <= last_seen
            if not is_seen and "outcome" in entry and outcome in {None, entry["outcome"]}:
                yield (chunk.number, place), entry
        number = chunk.number + 1


def _chunk_from(
    session: Session, account_id: str, import_id: str, outcome: Outcome | None, number: int
) -> ImportChunk | None:
    """The first chunk from this number on that has a record of this outcome."""
    chunks = select(ImportChunk).filter_by(account_id=account_id, import_id=import_id)
    if outcome:
        chunks = chunks.where(getattr(ImportChunk, outcome) > 0)
    return session.scalars(chunks.where(ImportChunk.number >= number).order_by(ImportChunk.number).limit(1)).first()
