"""Say how often to be in touch."""

import sqlalchemy as sa
from alembic import op

revision = "8b79b10b0be3"
down_revision = "50f2a0b2c25c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say how often to be in touch, with one person and with those who bear a tag."""
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("keep_in_touch", sa.JSON(), nullable=True))
    op.execute("UPDATE accounts SET keep_in_touch = '{}'")
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.alter_column("keep_in_touch", existing_type=sa.JSON(), nullable=False)
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("keep_in_touch", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.drop_column("keep_in_touch")
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.drop_column("keep_in_touch")
