"""The table of what the owner did with steps."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class Decision(Base):
    """What the owner did with one step: done, snoozed, dismissed, or reopened. The latest one for a step holds.

    changed: what `done` changed besides logging, so that `reopen` can undo it.
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
