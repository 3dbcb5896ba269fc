"""The tables of what the owner was shown, and of what they did with it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class Decision(Base):
    """What the owner did with one step: done, snoozed, dismissed, or reopened. The latest one for a step holds.

    changed: what it changed besides logging, so that `reopen` can undo it.
    """

    __tablename__ = "step_decisions"
    __table_args__ = (Index(None, "account_id", "step_id", "id"), Index(None, "account_id", "decided_at"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    step_id: Mapped[str]
    contact_id: Mapped[str | None]
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decision: Mapped[str]
    action: Mapped[str]
    rule: Mapped[str]
    headline: Mapped[str]
    ask_size: Mapped[str]
    reply_probability: Mapped[float | None]
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str | None]
    interaction_id: Mapped[str | None]
    changed: Mapped[dict[str, Any]] = mapped_column(JSON)


class ShownStep(Base):
    """A step that the owner was shown, and when first. What came of it is asked of the log, never kept here."""

    __tablename__ = "shown_steps"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"),
        Index(None, "account_id", "shown_at"),
        Index(None, "account_id", "contact_id"),
    )

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    step_id: Mapped[str] = mapped_column(primary_key=True)
    contact_id: Mapped[str | None]
    shown_at: Mapped[datetime] = mapped_column(UtcDateTime)
    action: Mapped[str]
    rule: Mapped[str]
    ask_size: Mapped[str]
    channel: Mapped[str | None]
    reply_probability: Mapped[float | None]
