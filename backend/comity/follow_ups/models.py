"""The tables of follow-ups, and of what a shift moved."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, false, literal_column, text
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class FollowUp(Base):
    """A promise to ourselves: be in touch with one contact at one moment. origin: a rule's name, or `hand`.

    cause: what made the coach plan it, None by hand. The coach keeps it in step with the log, unless is_moved_by_owner:
    the owner put it off, or left it out.
    fired_for: the `due_at` at which it last came due, so that one occurrence comes due once, and a moved one again.
    wanted_at: what was asked for; due_at: the first welcome moment from then on; moves: what led from one to the other.
    understood: how a date in words was read.
    series_id, occurrence: of what recurs each occurrence is a row of its own; they share the series. rhythm_at: from a
    date, the moment of the first occurrence; after the last contact, what this one would be without a newer contact.
    fulfils_from: touches from then on do what was planned. counts_from: if they were recorded from then on: what the
    owner knew when it was made has not done it.
    """

    __tablename__ = "follow_ups"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"),
        Index(None, "account_id", "contact_id", "status"),
        Index(None, "account_id", "status", "due_at", "id"),
        Index(None, "account_id", "series_id"),
        UniqueConstraint("account_id", "contact_id", "cause", "action"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str]
    contact_id: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    wanted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    moved_by: Mapped[str | None]
    moves: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    understood: Mapped[str | None]
    action: Mapped[str]
    ask_size: Mapped[str]
    note: Mapped[str]
    status: Mapped[str]
    origin: Mapped[str]
    recurrence: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    series_id: Mapped[str | None]
    occurrence: Mapped[int] = mapped_column(server_default=text("1"))
    rhythm_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    fulfils_from: Mapped[datetime] = mapped_column(UtcDateTime)
    counts_from: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_by_interaction_id: Mapped[str | None]
    cause: Mapped[str | None]
    is_moved_by_owner: Mapped[bool] = mapped_column(server_default=false())
    fired_for: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __mapper_args__ = {"version_id_col": version}


# Said in the same words by the index and by who reads it: only so is a partial index used.
WAITS = (FollowUp.status == literal_column("'open'")) & FollowUp.fired_for.is_distinct_from(FollowUp.due_at)
Index("ix_follow_ups_waiting", FollowUp.due_at, sqlite_where=WAITS, postgresql_where=WAITS)


class Shift(Base):
    """The owner was away: what moved because of it, so that it can move back.

    first, last: the days away. before: the follow-ups' due moments, and what led to them, as they were.
    """

    __tablename__ = "follow_up_shifts"
    __table_args__ = (Index(None, "account_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    first: Mapped[date]
    last: Mapped[date]
    why: Mapped[str]
    before: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
