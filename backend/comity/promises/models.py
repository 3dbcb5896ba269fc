"""The table of promises."""

from datetime import date, datetime

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class Promise(Base):
    """What the owner or a contact said they would do. That one lapsed is derived, never stored.

    lapse_told_for: the instant of the lapse that was last told of, so that each is told of once.
    """

    __tablename__ = "promises"
    __table_args__ = (
        UniqueConstraint("account_id", "id"),
        ForeignKeyConstraint(["account_id", "contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"),
        Index(None, "account_id", "contact_id", "made_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str]
    contact_id: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    by: Mapped[str]
    what: Mapped[str]
    due_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    status: Mapped[str]
    resolved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    interaction_id: Mapped[str | None]
    resolved_by_interaction_id: Mapped[str | None]
    lapse_told_for: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __mapper_args__ = {"version_id_col": version}
