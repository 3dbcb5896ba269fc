"""Index less of what is logged: rows that an index would hold for nothing cost each write a page."""

import sqlalchemy as sa
from alembic import op

revision = "9b7e6ba9f1ca"
down_revision = "b1d5f7a30c42"
branch_labels = None
depends_on = None

IMPORTED = sa.text("external_key IS NOT NULL")
IS_DUE = sa.text("due_at IS NOT NULL")


def upgrade() -> None:
    """Index only what was imported by its key, and only what is due by its day."""
    with op.batch_alter_table("interactions", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_interactions_account_id_external_key"), type_="unique")
    op.create_index(
        "ix_interactions_imported",
        "interactions",
        ["account_id", "external_key"],
        unique=True,
        sqlite_where=IMPORTED,
        postgresql_where=IMPORTED,
    )
    op.drop_index(op.f("ix_relationships_next_change_at"), "relationships")
    op.drop_index(op.f("ix_relationships_account_id_due_at"), "relationships")
    op.create_index(
        op.f("ix_relationships_account_id_due_at"),
        "relationships",
        ["account_id", "due_at"],
        sqlite_where=IS_DUE,
        postgresql_where=IS_DUE,
    )


def downgrade() -> None:
    """Index everything again."""
    op.drop_index(op.f("ix_relationships_account_id_due_at"), "relationships")
    op.create_index(op.f("ix_relationships_account_id_due_at"), "relationships", ["account_id", "due_at"])
    op.create_index(op.f("ix_relationships_next_change_at"), "relationships", ["next_change_at"])
    op.drop_index("ix_interactions_imported", "interactions")
    with op.batch_alter_table("interactions", schema=None) as batch_op:
        batch_op.create_unique_constraint(
            batch_op.f("uq_interactions_account_id_external_key"), ["account_id", "external_key"]
        )
