"""Tables of accounts, their credentials, and the attempts to get in."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Double, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


class Account(Base):
    """One owner of a network. busy_periods: when they are away.

    keep_in_touch: how often to be in touch with those who bear a tag, by the tag.
    reply_rate, closing_rate: see `coach/history.py`; None until first counted.
    """

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
    working_hours: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    quiet_hours: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    busy_periods: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    digest_at: Mapped[str | None]
    locale: Mapped[str] = mapped_column(default="en")
    theme: Mapped[str] = mapped_column(default="system")
    single_key_shortcuts: Mapped[bool] = mapped_column(default=True)
    background: Mapped[dict[str, list[str]]] = mapped_column(JSON, default=dict)
    keep_in_touch: Mapped[dict[str, dict[str, int]]] = mapped_column(JSON, default=dict)
    reply_rate: Mapped[float | None] = mapped_column(Double)
    closing_rate: Mapped[float | None] = mapped_column(Double)

    __mapper_args__ = {"version_id_col": version}


class CredentialKind(StrEnum):
    """How somebody is signed in."""

    SESSION = "session"
    """A browser's cookie."""
    APP_TOKEN = "app_token"  # noqa: S105
    """Had for the password by an app or a script; it ends when the password changes."""
    PERSONAL_TOKEN = "personal_token"  # noqa: S105
    """Made by hand; it ends when it is revoked."""


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


class Attempt(Base):
    """Somebody tried to get in: a registration, or a guess at a password that has not proved right. Kept for a day."""

    __tablename__ = "attempts"
    __table_args__ = (Index(None, "what", "subject", "at"), Index(None, "what", "address", "at"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    what: Mapped[str]
    subject: Mapped[str]
    address: Mapped[str]
    is_stranger: Mapped[bool]
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class ResetRequest(Base):
    """Somebody asked for a new password; gone when the link was sent.

    account_id: None where there is no such account.
    """

    __tablename__ = "reset_requests"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ResetToken(Base):
    """A link that sets a new password: 256 random bits, of which only the SHA-256 is kept."""

    __tablename__ = "reset_tokens"

    hash: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class KnownAddress(Base):
    """An address from which an owner has signed in: strangers' guesses do not use up the owner's own."""

    __tablename__ = "known_addresses"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    address: Mapped[str] = mapped_column(primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
