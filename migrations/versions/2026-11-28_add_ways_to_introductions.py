"""Add ways to introductions."""

import sqlalchemy as sa
from alembic import op

revision = "ef85e2fe43c2"
down_revision = "f62f0c76c324"
branch_labels = None
depends_on = None

ABOUT_INTRODUCTIONS = sa.text("kind = 'introduction' OR purpose = 'introduction_request' OR ask_size = 'introduction'")


def upgrade() -> None:
    """Add ways to introductions."""
    with op.batch_alter_table("interactions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("about_contact_id", sa.String(), nullable=True))
        batch_op.create_index(
            "ix_interactions_introductions",
            ["account_id", "occurred_at"],
            unique=False,
            sqlite_where=ABOUT_INTRODUCTIONS,
            postgresql_where=ABOUT_INTRODUCTIONS,
        )

    with op.batch_alter_table("relationships", schema=None) as batch_op:
        batch_op.add_column(sa.Column("readiness", sa.Double(), nullable=False, server_default=sa.text("0")))
        batch_op.create_index(
            batch_op.f("ix_relationships_account_id_readiness"), ["account_id", "readiness"], unique=False
        )

    with op.batch_alter_table("ties", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ties_account_id_to_contact_id"))
        batch_op.create_index(
            "ix_ties_from", ["account_id", "from_contact_id", "to_contact_id", "strength"], unique=False
        )
        batch_op.create_index(
            "ix_ties_to", ["account_id", "to_contact_id", "from_contact_id", "strength"], unique=False
        )

    # How ready those are whom the owner knows, the sweep finds out: their day has come.
    op.execute("UPDATE relationships SET next_change_at = folded_at WHERE trust_stage <> 'stranger'")


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("ties", schema=None) as batch_op:
        batch_op.drop_index("ix_ties_to")
        batch_op.drop_index("ix_ties_from")
        batch_op.create_index(
            batch_op.f("ix_ties_account_id_to_contact_id"), ["account_id", "to_contact_id"], unique=False
        )

    with op.batch_alter_table("relationships", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_relationships_account_id_readiness"))
        batch_op.drop_column("readiness")

    with op.batch_alter_table("interactions", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_interactions_introductions", sqlite_where=ABOUT_INTRODUCTIONS, postgresql_where=ABOUT_INTRODUCTIONS
        )
        batch_op.drop_column("about_contact_id")
