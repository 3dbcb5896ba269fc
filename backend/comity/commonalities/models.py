"""The table of grounds: who has what, so that how rare it is takes one count on an index."""

from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base

# One ground in several is the company of now; who works together is counted from entries of these alone.
IS_CURRENT: dict[str, Any] = {"sqlite_where": text("is_current IS 1"), "postgresql_where": text("is_current IS true")}


class ContactGround(Base):
    """One thing that a contact has and others may have too; made from the contact, and always to be made again.

    ground: its key (`coach/grounds.py`). is_current: the contact works there now.
    """

    __tablename__ = "contact_grounds"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"),
        Index(None, "account_id", "contact_id"),
        Index("ix_contact_grounds_current", "account_id", "ground", **IS_CURRENT),
        Index("ix_contact_grounds_current_of", "account_id", "contact_id", "ground", **IS_CURRENT),
    )

    account_id: Mapped[str] = mapped_column(primary_key=True)
    ground: Mapped[str] = mapped_column(primary_key=True)
    contact_id: Mapped[str] = mapped_column(primary_key=True)
    is_current: Mapped[bool]
