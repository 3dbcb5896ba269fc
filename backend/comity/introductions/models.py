"""The table of those who do not know each other, as the owner said."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime


class NoTie(Base):
    """Two people of whom the owner said that they do not know each other: they are not suggested again.

    one_contact_id, other_contact_id: in the order of ids, so that each pair has one row.
    """

    __tablename__ = "no_ties"
    __table_args__ = (
        ForeignKeyConstraint(
            ["account_id", "one_contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["account_id", "other_contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"
        ),
        CheckConstraint("one_contact_id < other_contact_id", "in_order"),
        Index(None, "account_id", "other_contact_id"),
    )

    account_id: Mapped[str] = mapped_column(primary_key=True)
    one_contact_id: Mapped[str] = mapped_column(primary_key=True)
    other_contact_id: Mapped[str] = mapped_column(primary_key=True)
    said_at: Mapped[datetime] = mapped_column(UtcDateTime)
