"""The table of goals."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class Goal(Base):
    """Something the owner wants from people: from whom, how large, how urgent."""

    __tablename__ = "goals"
    __table_args__ = (Index(None, "account_id", "id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    title: Mapped[str]
    ask_size: Mapped[str]
    urgency: Mapped[str]
    companies: Mapped[list[str]] = mapped_column(JSON)
    fields: Mapped[list[str]] = mapped_column(JSON)
    contact_ids: Mapped[list[str]] = mapped_column(JSON)
    ends_on: Mapped[date | None]

    __mapper_args__ = {"version_id_col": version}
