"""Tables of imports: the file while it is read, its records by the thousand, and what was taken over before."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class Import(Base):
    """One file, from its arrival to what became of it.

    next_chunk: the first chunk that is not applied (or, while undoing, not undone) yet, written with the chunk before.
    event_id: the event of which the file is the list of attendees, where it is one.
    beginnings: how often the job has begun since it last got on; a file that kills the worker is given up.
    """

    __tablename__ = "imports"
    __table_args__ = (UniqueConstraint("account_id", "id"), Index(None, "account_id", "created_at", "id"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    moved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    file_name: Mapped[str]
    format: Mapped[str]
    mapping: Mapped[dict[str, str] | None] = mapped_column(JSON)
    apply_at_once: Mapped[bool]
    event_id: Mapped[str | None]
    status: Mapped[str]
    problem: Mapped[str | None]
    next_chunk: Mapped[int] = mapped_column(default=0)
    beginnings: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    created: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    skipped: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)

    __mapper_args__ = {"version_id_col": version}


class ImportPiece(Base):
    """A part of the uploaded file. It stays until the file is read, so that reading can begin again."""

    __tablename__ = "import_pieces"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "import_id"], ["imports.account_id", "imports.id"], ondelete="CASCADE"),
    )

    account_id: Mapped[str] = mapped_column(primary_key=True)
    import_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ImportChunk(Base):
    """A thousand records or so, as read, with what became of each and what undoes it.

    One row for a thousand records: a row for each would double the time of an import.
    """

    __tablename__ = "import_chunks"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "import_id"], ["imports.account_id", "imports.id"], ondelete="CASCADE"),
    )

    account_id: Mapped[str] = mapped_column(primary_key=True)
    import_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    entries: Mapped[bytes] = mapped_column(LargeBinary)
    created: Mapped[int]
    updated: Mapped[int]
    skipped: Mapped[int]
    refused: Mapped[int]


class TakenRecord(Base):
    """A record that was taken over, by its fingerprint: the same words say nothing new, whatever was edited since."""

    __tablename__ = "import_taken_records"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"),
        Index(None, "account_id", "contact_id"),
    )

    account_id: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    contact_id: Mapped[str]


class ErasedPerson(Base):
    """What is left of somebody who was erased: keyed hashes, so that no file brings them back."""

    __tablename__ = "import_erased_people"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    key_hash: Mapped[str] = mapped_column(primary_key=True)
