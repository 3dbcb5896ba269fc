"""The table that remembers what was made up."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime


class SampleNetwork(Base):
    """The ids of what was made up for one account, so that exactly this can be taken away again."""

    __tablename__ = "sample_networks"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    contact_ids: Mapped[list[str]] = mapped_column(JSON)
    event_ids: Mapped[list[str]] = mapped_column(JSON)
    goal_ids: Mapped[list[str]] = mapped_column(JSON)
