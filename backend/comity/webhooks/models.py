"""Tables of what is told to other programs: to whom, what, and how each try went."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id

IS_TOLD = text("status IN ('active', 'parked')")
HAS_BODY = text("body IS NOT NULL")


class Webhook(Base):
    """An address that is told of some of what happens.

    secret: locked, see `vault.py`. old_secrets: `{secret, until}` of those that were rotated out and still sign, too.
    changed_at: since when it has its status.
    """

    __tablename__ = "webhooks"
    __table_args__ = (
        UniqueConstraint("account_id", "id"),
        Index(None, "account_id", "created_at", "id"),
        Index("ix_webhooks_told", "account_id", sqlite_where=IS_TOLD, postgresql_where=IS_TOLD),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    url: Mapped[str]
    description: Mapped[str]
    event_types: Mapped[list[str]] = mapped_column(JSON)
    status: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_delivered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    secret: Mapped[str]
    old_secrets: Mapped[list[dict[str, str]]] = mapped_column(JSON)

    __mapper_args__ = {"version_id_col": version}


class WebhookDelivery(Base):
    """One thing that one address is told. Its id is the `webhook-id`, however often it is sent.

    key: by what the same thing is known, where it could be told twice. body: for seven days. runs: how often it was set
    to be sent anew; tries: how many tries of this run have ended, so that a job of another one does nothing.
    """

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        UniqueConstraint("webhook_id", "key"),
        UniqueConstraint("account_id", "id"),
        ForeignKeyConstraint(["account_id", "webhook_id"], ["webhooks.account_id", "webhooks.id"], ondelete="CASCADE"),
        Index(None, "account_id", "webhook_id", "id"),
        Index(None, "webhook_id", "status"),
        Index("ix_webhook_deliveries_whole", "created_at", sqlite_where=HAS_BODY, postgresql_where=HAS_BODY),
        Index(None, "created_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str]
    webhook_id: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    event_type: Mapped[str]
    key: Mapped[str | None]
    body: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str]
    runs: Mapped[int]
    tries: Mapped[int]
    next_try_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answered: Mapped[int | None]
    fault: Mapped[str]


class WebhookAttempt(Base):
    """One try. Until its end is known it counts as cut off, as it is where the worker died. answer: its first 4 KiB."""

    __tablename__ = "webhook_attempts"
    __table_args__ = (
        ForeignKeyConstraint(
            ["account_id", "delivery_id"],
            ["webhook_deliveries.account_id", "webhook_deliveries.id"],
            ondelete="CASCADE",
        ),
        Index(None, "account_id", "delivery_id", "id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str]
    delivery_id: Mapped[str]
    began_at: Mapped[datetime] = mapped_column(UtcDateTime)
    milliseconds: Mapped[int | None]
    answered: Mapped[int | None]
    fault: Mapped[str]
    answer: Mapped[str] = mapped_column(Text)
