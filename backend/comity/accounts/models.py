"""Tables of accounts and their credentials."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class Account(Base):
    """One owner of a network."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    email: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]
    full_name: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
    timezone: Mapped[str] = mapped_column(default="UTC")
    seniority: Mapped[str | None]
    field: Mapped[str | None]
    headline: Mapped[str] = mapped_column(default="")
    profile_url: Mapped[str | None]
    daily_touches: Mapped[int] = mapped_column(default=5)
    working_hours: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    quiet_hours: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    digest_at: Mapped[str | None]
    locale: Mapped[str] = mapped_column(default="en")
    theme: Mapped[str] = mapped_column(default="system")
    single_key_shortcuts: Mapped[bool] = mapped_column(default=True)
    background: Mapped[dict[str, list[str]]] = mapped_column(JSON, default=dict)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Credential(Base):
    """A browser session or an access token: 256 random bits, of which only the SHA-256 is kept."""

    __tablename__ = "credentials"
    __table_args__ = (Index(None, "account_id", "kind"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    kind: Mapped[str]
    hash: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    scopes: Mapped[list[str]] = mapped_column(JSON)
    last_four: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
