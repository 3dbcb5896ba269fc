"""Keep who holds a worker's slot."""

import sqlalchemy as sa
from alembic import op

revision = "d20c6be81f97"
down_revision = "9b7e6ba9f1ca"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep who holds a worker's slot."""
    op.create_table(
        "worker_slots",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_worker_slots")),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("worker_slots")
