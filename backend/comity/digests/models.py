"""Tables of digests: when the next one is due, and what became of each."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class DigestTime(Base):
    """When an account's next digest is due. Accounts that want none have no row."""

    __tablename__ = "digest_times"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class Digest(Base):
    """The digest of one of the owner's days; there is one a day. weekly: it held the week's summary.

    attempts: how often it was handed to the mail server in vain.
    """

    __tablename__ = "digests"
    __table_args__ = (UniqueConstraint("account_id", "day"), Index(None, "account_id", "created_at", "id"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    day: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    status: Mapped[str]
    reason: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
    weekly: Mapped[bool] = mapped_column(default=False)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
