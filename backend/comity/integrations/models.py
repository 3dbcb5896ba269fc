"""Tables of what other programs tell: who may tell it, what was told, and who is who elsewhere."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime, new_id


def _index_of_few(name: str, *columns: str, where: str) -> Index:
    """Return an index of the few events of which something holds: the others, when they come, need not wait for it."""
    return Index(f"ix_hook_events_{name}", *columns, sqlite_where=text(where), postgresql_where=text(where))


class Integration(Base):
    """A program that may tell this account what happened.

    secret: locked, see `vault.py`. old_secrets: `{secret, until}` of those that were rotated out and still count.
    own_addresses: under which the owner appears there, beside the account's own.
    """

    __tablename__ = "integrations"
    __table_args__ = (UniqueConstraint("account_id", "id"), Index(None, "account_id", "created_at", "id"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    kind: Mapped[str]
    name: Mapped[str]
    enabled: Mapped[bool]
    own_addresses: Mapped[list[str]] = mapped_column(JSON)
    secret: Mapped[str]
    old_secrets: Mapped[list[dict[str, str]]] = mapped_column(JSON)

    __mapper_args__ = {"version_id_col": version}


class HookEvent(Base):
    """One thing that was told.

    replay_key: once for an integration, so that the same event counts once. body: for 30 days. about: what it is about
    at the sender (a booking), and replaces: what that stands instead of; the events of one thing share an interaction.
    people: who took part, `Someone` as a dict. runs: how often it was set to be applied.
    """

    __tablename__ = "hook_events"
    __table_args__ = (
        UniqueConstraint("integration_id", "replay_key"),
        ForeignKeyConstraint(
            ["account_id", "integration_id"], ["integrations.account_id", "integrations.id"], ondelete="CASCADE"
        ),
        Index(None, "account_id", "integration_id", "id"),
        _index_of_few("waiting", "account_id", "integration_id", "id", where="status = 'unmatched'"),
        _index_of_few("about", "integration_id", "about", where="about IS NOT NULL"),
        _index_of_few("replaces", "integration_id", "replaces", where="replaces IS NOT NULL"),
        _index_of_few("whole", "received_at", where="body IS NOT NULL"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str]
    integration_id: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    external_id: Mapped[str]
    replay_key: Mapped[str]
    digest: Mapped[str]
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    runs: Mapped[int]
    status: Mapped[str]
    code: Mapped[str]
    reason: Mapped[str]
    about: Mapped[str | None]
    replaces: Mapped[str | None]
    said_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    interaction_id: Mapped[str | None]
    kind: Mapped[str | None]
    direction: Mapped[str | None]
    occurred_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    subject: Mapped[str | None]
    people: Mapped[list[dict[str, Any]]] = mapped_column(JSON)

    __mapper_args__ = {"version_id_col": version}


class HookHandle(Base):
    """Who somebody is elsewhere, where they have no address: the owner said it once."""

    __tablename__ = "hook_handles"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"),
        Index(None, "account_id", "contact_id"),
    )

    account_id: Mapped[str] = mapped_column(primary_key=True)
    handle: Mapped[str] = mapped_column(primary_key=True)
    contact_id: Mapped[str]
