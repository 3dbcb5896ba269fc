"""Keep what the coach plans."""

import sqlalchemy as sa
from alembic import op

revision = "50f2a0b2c25c"
down_revision = "c23eb03d1376"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep what the coach plans."""
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.add_column(sa.Column("cause", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("is_moved_by_owner", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.create_unique_constraint(
            batch_op.f("uq_follow_ups_account_id_contact_id_cause_action"),
            ["account_id", "contact_id", "cause", "action"],
        )


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_follow_ups_account_id_contact_id_cause_action"), type_="unique")
        batch_op.drop_column("is_moved_by_owner")
        batch_op.drop_column("cause")
