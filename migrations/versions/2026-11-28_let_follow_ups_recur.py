"""Let follow-ups recur, and the owner be away."""

from datetime import UTC, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "f4f2bd8b8bc3"
down_revision = "d20c6be81f97"
branch_labels = None
depends_on = None

FULFILS_AHEAD = timedelta(days=3)


def upgrade() -> None:
    """Let follow-ups recur, and the owner be away."""
    op.create_table(
        "follow_up_shifts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_follow_up_shifts_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_shifts")),
    )
    with op.batch_alter_table("follow_up_shifts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_follow_up_shifts_account_id"), ["account_id"], unique=False)

    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("busy_periods", sa.JSON(), nullable=True))

    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.add_column(sa.Column("moves", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("understood", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("recurrence", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("series_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("occurrence", sa.Integer(), server_default=sa.text("1"), nullable=False))
        batch_op.add_column(sa.Column("rhythm_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("fulfils_from", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("counts_from", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_follow_ups_account_id_series_id"), ["account_id", "series_id"], unique=False
        )

    op.execute("UPDATE accounts SET busy_periods = '[]'")
    _say_what_fulfils()
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.alter_column("busy_periods", existing_type=sa.JSON(), nullable=False)
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.alter_column("moves", existing_type=sa.JSON(), nullable=False)
        batch_op.alter_column("fulfils_from", existing_type=sa.DateTime(timezone=True), nullable=False)


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_follow_ups_account_id_series_id"))
        batch_op.drop_column("counts_from")
        batch_op.drop_column("fulfils_from")
        batch_op.drop_column("rhythm_at")
        batch_op.drop_column("occurrence")
        batch_op.drop_column("series_id")
        batch_op.drop_column("recurrence")
        batch_op.drop_column("understood")
        batch_op.drop_column("moves")

    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.drop_column("busy_periods")

    with op.batch_alter_table("follow_up_shifts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_follow_up_shifts_account_id"))

    op.drop_table("follow_up_shifts")


def _say_what_fulfils() -> None:
    """Write from when on a touch does what was planned, and which rule moved it."""
    moments = [sa.column(name, sa.DateTime(timezone=True)) for name in ("due_at", "wanted_at", "fulfils_from")]
    texts = [sa.column(name, sa.String) for name in ("id", "moved_by")]
    follow_ups = sa.table("follow_ups", *texts, *moments, sa.column("moves", sa.JSON))
    write = (
        sa.update(follow_ups)
        .where(follow_ups.c.id == sa.bindparam("of"))
        .values(fulfils_from=sa.bindparam("new_from"), moves=sa.bindparam("new_moves"))
    )
    connection = op.get_bind()
    rows = [
        {"of": row.id, "new_from": row.due_at - FULFILS_AHEAD, "new_moves": _moves(row)}
        for row in connection.execute(sa.select(follow_ups)).all()
    ]
    if rows:
        connection.execute(write, rows)


def _moves(row: sa.Row[Any]) -> list[dict[str, str]]:
    if row.moved_by is None:
        return []
    wanted_at, due_at = (
        moment.replace(tzinfo=moment.tzinfo or UTC).isoformat() for moment in (row.wanted_at, row.due_at)
    )
    return [{"rule": row.moved_by, "from": wanted_at, "to": due_at}]
