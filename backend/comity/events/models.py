"""Tables of events."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class Event(Base):
    """A conference, a meetup, a dinner: where several people are at once.

    external_key: its name in a calendar file, which stays when its words change. external_mark: how new the words
    are that were taken over last, and their fingerprint.
    """

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("account_id", "id"),
        CheckConstraint("ends_at >= starts_at", "ends_after_start"),
        Index(None, "account_id", "starts_at", "id"),
        Index(None, "account_id", "external_key", unique=True),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    name: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    place: Mapped[str | None]
    url: Mapped[str | None]
    attending: Mapped[bool]
    sessions: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    external_key: Mapped[str | None]
    external_mark: Mapped[str | None]

    __mapper_args__ = {"version_id_col": version}


class Attendee(Base):
    """A contact who will be, or was, at an event."""

    __tablename__ = "event_attendees"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "event_id"], ["events.account_id", "events.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["account_id", "contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"),
        Index(None, "account_id", "contact_id"),
    )

    account_id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = mapped_column(primary_key=True)
    contact_id: Mapped[str] = mapped_column(primary_key=True)


class Suggestion(Base):
    """Somebody on the list of an event who is no known contact yet: the owner says whether to add them.

    key: by what the same person is recognised in the next list. decided: what the owner said; it stays, so that the
    same list does not ask again.
    """

    __tablename__ = "event_suggestions"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "event_id"], ["events.account_id", "events.id"], ondelete="CASCADE"),
        Index(None, "account_id", "event_id", "key", unique=True),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str]
    event_id: Mapped[str]
    key: Mapped[str]
    full_name: Mapped[str]
    email: Mapped[str | None]
    company: Mapped[str | None]
    title: Mapped[str | None]
    decided: Mapped[str | None]
