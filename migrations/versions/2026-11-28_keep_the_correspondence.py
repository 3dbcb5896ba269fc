"""Keep what the chance of a reply is read from, so that a kept step says the chance of the day on which it is read."""

import sqlalchemy as sa
from alembic import op

revision = "0e6a4d2c71b9"
down_revision = "69910f54e6cb"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it, and let the turn of every row come to be folded anew."""
    with op.batch_alter_table("relationships", schema=None) as batch_op:
        batch_op.add_column(sa.Column("correspondence", sa.Text(), nullable=True))
    op.execute("UPDATE relationships SET next_change_at = folded_at")


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("relationships", schema=None) as batch_op:
        batch_op.drop_column("correspondence")
