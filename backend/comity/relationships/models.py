"""The derived row: what a relationship is without the clock. It can always be made again from the log."""

from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Dialect, Double, ForeignKeyConstraint, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from comity.coach.correspondence import State
from comity.coach.step import NextStep
from comity.database import Base, UtcDateTime

STEP = TypeAdapter(NextStep)
STATE = TypeAdapter(State)
IS_DUE = "due_at IS NOT NULL"  # few are: the others need no entry, which each fold would write anew


class StepText(TypeDecorator[NextStep]):
    """A step as JSON text; what says nothing is left out."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: NextStep | None, dialect: Dialect) -> str | None:
        """Write."""
        return None if value is None else STEP.dump_json(value, exclude_defaults=True).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> NextStep | None:
        """Read."""
        return None if value is None else STEP.validate_json(value)


class StateText(TypeDecorator[State]):
    """What passed between the two, in numbers, as a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: State | None, dialect: Dialect) -> str | None:
        """Write."""
        return None if value is None else STATE.dump_json(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> State | None:
        """Read."""
        return None if value is None else STATE.validate_json(value)


class RelationshipRow(Base):
    """One contact's last fold.

    ceiling, rate, last_day: the index of playbook §5 without the clock (see `coach/rank.py`); last_day is days since
    1970, None where there never was an exchange.
    correspondence: what the chance of a reply is read from on any day (playbook §9), None where nobody has looked yet.
    openings, revived: the owner's touches after a silence and those answered, as `Correspondence` counts them. pressed:
    touches after two silences (see `coach/pressing.py`).
    opens_at: before it no step of this contact can be on today's list. due_at: from it on an obligation or an
    occasion stands. step: as it was chosen, None where nobody has looked yet; until next_change_at it stays what
    it is, from then on it must be chosen anew. place: by whose days and hours it goes, so that a closed day hides all
    its people at once. readiness: how readily they would introduce somebody (see `coach/introductions.py`), 0..1.
    """

    __tablename__ = "relationships"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "contact_id"], ["contacts.account_id", "contacts.id"], ondelete="CASCADE"),
        Index(
            "ix_relationships_ranked", "account_id", "ceiling", "opens_at", "place", "last_day", "rate", "contact_id"
        ),
        Index(None, "account_id", "readiness"),
        Index(None, "account_id", "due_at", sqlite_where=text(IS_DUE), postgresql_where=text(IS_DUE)),
        Index(None, "account_id", "next_change_at"),
    )

    account_id: Mapped[str] = mapped_column(primary_key=True)
    contact_id: Mapped[str] = mapped_column(primary_key=True)
    folded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    trust_stage: Mapped[str]
    action: Mapped[str | None]
    headline: Mapped[str]
    step: Mapped[NextStep | None] = mapped_column(StepText)
    ceiling: Mapped[float] = mapped_column(Double)
    rate: Mapped[float] = mapped_column(Double)
    last_day: Mapped[float | None] = mapped_column(Double)
    last_contact_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    correspondence: Mapped[State | None] = mapped_column(StateText)
    openings: Mapped[int]
    revived: Mapped[int]
    pressed: Mapped[int] = mapped_column(server_default=text("0"))
    opens_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    next_change_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    place: Mapped[str]
    readiness: Mapped[float] = mapped_column(Double, server_default=text("0"))
