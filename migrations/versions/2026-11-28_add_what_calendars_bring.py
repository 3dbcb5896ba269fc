"""Add what calendars bring."""

import sqlalchemy as sa
from alembic import op

revision = "eeb86bd37802"
down_revision = "5f367d0aa70f"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what calendars bring."""
    op.create_table(
        "event_suggestions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("company", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("decided", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id", "event_id"],
            ["events.account_id", "events.id"],
            name=op.f("fk_event_suggestions_account_id_event_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_suggestions")),
    )
    with op.batch_alter_table("event_suggestions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_event_suggestions_account_id_event_id_key"), ["account_id", "event_id", "key"], unique=True
        )

    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.add_column(sa.Column("external_key", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("external_mark", sa.String(), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_events_account_id_external_key"), ["account_id", "external_key"], unique=True
        )

    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("event_id", sa.String(), nullable=True))

    with op.batch_alter_table("interactions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("goal_outcomes", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("interactions", schema=None) as batch_op:
        batch_op.drop_column("goal_outcomes")

    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.drop_column("event_id")

    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_events_account_id_external_key"))
        batch_op.drop_column("external_mark")
        batch_op.drop_column("external_key")

    with op.batch_alter_table("event_suggestions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_suggestions_account_id_event_id_key"))

    op.drop_table("event_suggestions")
