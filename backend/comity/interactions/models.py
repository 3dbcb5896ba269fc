"""Tables of the log."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id

# What asks for an introduction, or is one: few of a long log, so they have an index of their own.
ABOUT_INTRODUCTIONS = "kind = 'introduction' OR purpose = 'introduction_request' OR ask_size = 'introduction'"

# Few of a long log happened at an event.
AT_AN_EVENT = "event_id IS NOT NULL"

# What was logged by hand is in no file that could bring it again.
IMPORTED = "external_key IS NOT NULL"


class Interaction(Base):
    """One thing that happened, or is planned, with one or more contacts.

    about_contact_id: to whom an introduction is asked for; they take no part in it.
    """

    __tablename__ = "interactions"
    __table_args__ = (
        UniqueConstraint("account_id", "id"),
        CheckConstraint("duration_minutes >= 0", "duration_not_negative"),
        Index(None, "account_id", "occurred_at", "id"),
        Index(
            "ix_interactions_introductions",
            "account_id",
            "occurred_at",
            sqlite_where=text(ABOUT_INTRODUCTIONS),
            postgresql_where=text(ABOUT_INTRODUCTIONS),
        ),
        Index(
            "ix_interactions_imported",
            "account_id",
            "external_key",
            unique=True,
            sqlite_where=text(IMPORTED),
            postgresql_where=text(IMPORTED),
        ),
        Index(
            "ix_interactions_events",
            "account_id",
            "event_id",
            "occurred_at",
            sqlite_where=text(AT_AN_EVENT),
            postgresql_where=text(AT_AN_EVENT),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    occurred_at: Mapped[datetime] = mapped_column(UtcDateTime)
    kind: Mapped[str]
    direction: Mapped[str]
    channel: Mapped[str | None]
    duration_minutes: Mapped[int | None]
    subject: Mapped[str | None]
    summary: Mapped[str | None]
    body: Mapped[str | None]
    signals: Mapped[list[str]] = mapped_column(JSON)
    assessed: Mapped[bool]
    ask_size: Mapped[str]
    ask_outcome: Mapped[str | None]
    gave: Mapped[str | None]
    received: Mapped[str | None]
    purpose: Mapped[str | None]
    expects_reply: Mapped[bool | None]
    goals: Mapped[list[str]] = mapped_column(JSON)
    goal_outcomes: Mapped[list[str | None] | None] = mapped_column(JSON(none_as_null=True))
    event_id: Mapped[str | None]
    promise_id: Mapped[str | None]
    about_contact_id: Mapped[str | None]
    thread_id: Mapped[str | None]
    trust_stage: Mapped[str | None]
    source: Mapped[str]
    external_key: Mapped[str | None]

    __mapper_args__ = {"version_id_col": version}


class InteractionContact(Base):
    """With whom it happened. The instant stands here too, so that one contact's log is one range of an index."""

    __tablename__ = "interaction_contacts"
    __table_args__ = (
        ForeignKeyConstraint(
            ["account_id", "interaction_id"], ["interactions.account_id", "interactions.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(["account_id", "contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"),
        Index(None, "account_id", "contact_id", "occurred_at", "interaction_id"),
    )

    account_id: Mapped[str] = mapped_column(primary_key=True)
    interaction_id: Mapped[str] = mapped_column(primary_key=True)
    contact_id: Mapped[str] = mapped_column(primary_key=True)
    occurred_at: Mapped[datetime] = mapped_column(UtcDateTime)
