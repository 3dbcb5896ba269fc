"""Keep of whom the owner said that they do not know each other."""

import sqlalchemy as sa
from alembic import op

revision = "b93d6c04ae17"
down_revision = "5d0a3c7e91f4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "no_ties",
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("one_contact_id", sa.String(), nullable=False),
        sa.Column("other_contact_id", sa.String(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("one_contact_id < other_contact_id", name=op.f("ck_no_ties_in_order")),
        sa.ForeignKeyConstraint(
            ["account_id", "one_contact_id"],
            ["contacts.account_id", "contacts.id"],
            name=op.f("fk_no_ties_account_id_one_contact_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "other_contact_id"],
            ["contacts.account_id", "contacts.id"],
            name=op.f("fk_no_ties_account_id_other_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "one_contact_id", "other_contact_id", name=op.f("pk_no_ties")),
    )
    op.create_index("ix_no_ties_account_id_other_contact_id", "no_ties", ["account_id", "other_contact_id"])


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_no_ties_account_id_other_contact_id", "no_ties")
    op.drop_table("no_ties")
