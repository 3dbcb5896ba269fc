"""The table of calendar feeds."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime


class CalendarFeed(Base):
    """An account's one feed; of its secret only the SHA-256 is kept."""

    __tablename__ = "calendar_feeds"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    hash: Mapped[str] = mapped_column(unique=True)
    last_four: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
