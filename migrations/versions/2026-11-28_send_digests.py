"""Send digests."""

import sqlalchemy as sa
from alembic import op

revision = "ec9a68cdeb48"
down_revision = "8b79b10b0be3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Send digests."""
    op.create_table(
        "digest_times",
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_digest_times_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_digest_times")),
    )
    with op.batch_alter_table("digest_times", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_digest_times_at"), ["at"], unique=False)

    op.create_table(
        "digests",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("weekly", sa.Boolean(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_digests_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digests")),
        sa.UniqueConstraint("account_id", "day", name=op.f("uq_digests_account_id_day")),
    )
    with op.batch_alter_table("digests", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_digests_account_id_created_at_id"), ["account_id", "created_at", "id"], unique=False
        )

    op.execute("INSERT INTO digest_times SELECT id, CURRENT_TIMESTAMP FROM accounts WHERE digest_at IS NOT NULL")


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("digests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_digests_account_id_created_at_id"))

    op.drop_table("digests")
    with op.batch_alter_table("digest_times", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_digest_times_at"))

    op.drop_table("digest_times")
