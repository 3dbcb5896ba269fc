"""Keep how often somebody was written to after two silences, and how often that closed a door."""

import sqlalchemy as sa
from alembic import op

revision = "5b0c9e7d41aa"
down_revision = "535c8e695012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the count, at nothing, and let the turn of every row come to be folded anew."""
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("closing_rate", sa.Double(), nullable=True))
    with op.batch_alter_table("relationships", schema=None) as batch_op:
        batch_op.add_column(sa.Column("pressed", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.execute("UPDATE relationships SET next_change_at = folded_at")


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("relationships", schema=None) as batch_op:
        batch_op.drop_column("pressed")
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.drop_column("closing_rate")
