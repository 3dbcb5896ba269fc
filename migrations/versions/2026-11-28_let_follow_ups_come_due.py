"""Let follow-ups come due."""

import sqlalchemy as sa
from alembic import op

revision = "b1d5f7a30c42"
down_revision = "45e64d9367c1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let follow-ups come due once for each occurrence, and lapses be told of once."""
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.add_column(sa.Column("fired_for", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.create_index(
            "ix_follow_ups_waiting",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("status = 'open' AND fired_for IS NOT due_at"),
            postgresql_where=sa.text("status = 'open' AND fired_for IS DISTINCT FROM due_at"),
        )
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lapse_told_for", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.drop_column("lapse_told_for")
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.drop_index("ix_follow_ups_waiting")
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.drop_column("fired_for")
