"""Keep how often touches after a silence are answered, by contact and as the owner's own rate."""

import sqlalchemy as sa
from alembic import op

revision = "f62f0c76c324"
down_revision = "6b3681f84145"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the counts, at nothing, and let the turn of every row come to be folded anew."""
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reply_rate", sa.Double(), nullable=True))
    with op.batch_alter_table("relationships", schema=None) as batch_op:
        batch_op.add_column(sa.Column("openings", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("revived", sa.Integer(), nullable=True))
    op.execute("UPDATE relationships SET openings = 0, revived = 0, next_change_at = folded_at")
    with op.batch_alter_table("relationships", schema=None) as batch_op:
        batch_op.alter_column("openings", existing_type=sa.Integer(), nullable=False)
        batch_op.alter_column("revived", existing_type=sa.Integer(), nullable=False)


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("relationships", schema=None) as batch_op:
        batch_op.drop_column("revived")
        batch_op.drop_column("openings")
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.drop_column("reply_rate")
