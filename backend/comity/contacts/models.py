"""Tables of contacts and of what recognises them."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Dialect, ForeignKey, ForeignKeyConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from comity.database import Base, UtcDateTime, new_id

SEPARATOR = "\x1f"


class TagList(TypeDecorator[list[str]]):
    """Tags in one column, each between separators, so that one can be looked for on any database."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: list[str] | None, dialect: Dialect) -> str:
        """Join."""
        return "".join(f"{SEPARATOR}{tag}" for tag in value or ()) + SEPARATOR

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], list[str]]:
        """Split: in one go, since every row of a list has tags."""
        return _split


def _split(value: str | None) -> list[str]:
    return value[1:-1].split(SEPARATOR) if value and value != SEPARATOR else []


class Contact(Base):
    """Somebody the owner knows or wants to know."""

    __tablename__ = "contacts"
    __table_args__ = (
        UniqueConstraint("account_id", "id"),
        Index(
            "ix_contacts_by_name",
            "account_id",
            "sort_name",
            "id",
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        Index(None, "account_id", "importance", "id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    full_name: Mapped[str]
    sort_name: Mapped[str]
    search_text: Mapped[str]
    emails: Mapped[list[str]] = mapped_column(JSON, default=list)
    phones: Mapped[list[str]] = mapped_column(JSON, default=list)
    company: Mapped[str | None]
    company_key: Mapped[str | None]
    title: Mapped[str | None]
    seniority: Mapped[str | None]
    field: Mapped[str | None]
    location: Mapped[str | None]
    country: Mapped[str | None]
    timezone: Mapped[str | None]
    observances: Mapped[list[str]] = mapped_column(JSON, default=list)
    profile_url: Mapped[str | None]
    tags: Mapped[list[str]] = mapped_column(TagList, default=list)
    importance: Mapped[int] = mapped_column(default=3)
    birthday: Mapped[str | None]
    job_started_on: Mapped[date | None]
    org_trouble_on: Mapped[date | None]
    occasions: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    connected_on: Mapped[date | None]
    needs: Mapped[list[str]] = mapped_column(JSON, default=list)
    how_met: Mapped[str | None]
    interests: Mapped[list[str]] = mapped_column(JSON, default=list)
    schools: Mapped[list[str]] = mapped_column(JSON, default=list)
    employers: Mapped[list[str]] = mapped_column(JSON, default=list)
    notes: Mapped[str | None]
    do_not_contact: Mapped[bool] = mapped_column(default=False)
    busy_periods: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    keep_in_touch: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))
    inferred: Mapped[list[str]] = mapped_column(JSON, default=list)
    met_by_import: Mapped[bool] = mapped_column(default=False)

    __mapper_args__ = {"version_id_col": version}


class ContactKey(Base):
    """One thing by which a contact is recognised: `email:`, `url:`, or `name:` (name and company), folded."""

    __tablename__ = "contact_keys"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"),
        Index(None, "account_id", "contact_id"),
    )

    account_id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    contact_id: Mapped[str] = mapped_column(primary_key=True)
