"""Bodies of `/v1/imports`."""

from datetime import datetime
from enum import StrEnum

from comity.imports.reading import Format
from comity.imports.records import Outcome
from comity.imports.spreadsheet.columns import Field
from comity.schemas import Out


class ImportStatus(StrEnum):
    """How far an import is."""

    PREVIEWING = "previewing"
    READY = "ready"
    APPLYING = "applying"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    UNDOING = "undoing"
    UNDONE = "undone"


class Counts(Out):
    """What becomes of the records; until they are applied: what would."""

    created: int
    updated: int
    skipped: int
    refused: int


class Progress(Out):
    """How many records are applied, of how many, how fast. `seconds_left` is null where nobody can tell."""

    done: int
    total: int
    per_second: float
    seconds_left: int | None


class ImportOut(Out):
    """A file and how far it is."""

    id: str
    version: int
    created_at: datetime
    file_name: str
    format: Format
    event_id: str | None
    status: ImportStatus
    problem: str | None
    counts: Counts
    progress: Progress


class RecordOut(Out):
    """One record of the file. `left_out` says what of it could not be taken over."""

    line: int
    file: str
    label: str
    outcome: Outcome
    code: str
    reason: str
    left_out: list[str]
    contact_id: str | None
    interaction_id: str | None
    event_id: str | None


class ColumnOut(Out):
    """A column of a table. `field` is what its name says that it tells, or null."""

    name: str
    field: Field | None


class ColumnsOut(Out):
    """The columns of a table and its first rows. `format` is how it is read without a mapping; null: not at all."""

    format: Format | None
    header_line: int
    columns: list[ColumnOut]
    rows: list[list[str]]
