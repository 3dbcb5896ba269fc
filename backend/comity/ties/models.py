"""The table of ties."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Double, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class Tie(Base):
    """Two people know each other; without `from_contact_id` it is the owner who knows the other."""

    __tablename__ = "ties"
    __table_args__ = (
        UniqueConstraint("account_id", "from_contact_id", "to_contact_id"),
        CheckConstraint("from_contact_id <> to_contact_id", "not_to_oneself"),
        ForeignKeyConstraint(
            ["account_id", "from_contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["account_id", "to_contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"
        ),
        Index("ix_ties_from", "account_id", "from_contact_id", "to_contact_id", "strength"),
        Index("ix_ties_to", "account_id", "to_contact_id", "from_contact_id", "strength"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    from_contact_id: Mapped[str | None]
    to_contact_id: Mapped[str]
    kind: Mapped[str]
    strength: Mapped[float] = mapped_column(Double)

    __mapper_args__ = {"version_id_col": version}
