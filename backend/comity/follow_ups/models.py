"""The table of follow-ups."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index, literal_column
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class FollowUp(Base):
    """A promise to ourselves: be in touch with one contact at one moment. origin: a rule's name, or `hand`.

    fired_for: the `due_at` at which it last came due, so that one occurrence comes due once, and a moved one again.
    """

    __tablename__ = "follow_ups"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"),
        Index(None, "account_id", "contact_id", "status"),
        Index(None, "account_id", "status", "due_at", "id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str]
    contact_id: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    wanted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    moved_by: Mapped[str | None]
    action: Mapped[str]
    ask_size: Mapped[str]
    note: Mapped[str]
    status: Mapped[str]
    origin: Mapped[str]
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_by_interaction_id: Mapped[str | None]
    fired_for: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __mapper_args__ = {"version_id_col": version}


# Said in the same words by the index and by who reads it: only so is a partial index used.
WAITS = (FollowUp.status == literal_column("'open'")) & FollowUp.fired_for.is_distinct_from(FollowUp.due_at)
Index("ix_follow_ups_waiting", FollowUp.due_at, sqlite_where=WAITS, postgresql_where=WAITS)
