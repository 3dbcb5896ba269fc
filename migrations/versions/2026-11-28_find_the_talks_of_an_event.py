"""Find the talks of an event."""

import sqlalchemy as sa
from alembic import op

revision = "45e64d9367c1"
down_revision = "ef85e2fe43c2"
branch_labels = None
depends_on = None

AT_AN_EVENT = sa.text("event_id IS NOT NULL")


def upgrade() -> None:
    """Find the talks of an event."""
    with op.batch_alter_table("interactions", schema=None) as batch_op:
        batch_op.create_index(
            "ix_interactions_events",
            ["account_id", "event_id", "occurred_at"],
            unique=False,
            sqlite_where=AT_AN_EVENT,
            postgresql_where=AT_AN_EVENT,
        )


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("interactions", schema=None) as batch_op:
        batch_op.drop_index("ix_interactions_events", sqlite_where=AT_AN_EVENT, postgresql_where=AT_AN_EVENT)
