"""Keep shown steps."""

import sqlalchemy as sa
from alembic import op

revision = "6b3681f84145"
down_revision = "eeb86bd37802"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep shown steps."""
    op.create_table(
        "shown_steps",
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("step_id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=True),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("ask_size", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("reply_probability", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id", "contact_id"],
            ["contacts.account_id", "contacts.id"],
            name=op.f("fk_shown_steps_account_id_contact_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_shown_steps_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", "step_id", name=op.f("pk_shown_steps")),
    )
    with op.batch_alter_table("shown_steps", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_shown_steps_account_id_contact_id"), ["account_id", "contact_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_shown_steps_account_id_shown_at"), ["account_id", "shown_at"], unique=False
        )


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("shown_steps", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_shown_steps_account_id_shown_at"))
        batch_op.drop_index(batch_op.f("ix_shown_steps_account_id_contact_id"))

    op.drop_table("shown_steps")
