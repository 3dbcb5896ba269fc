"""Count who works together from an index of the companies of now alone."""

import sqlalchemy as sa
from alembic import op

revision = "7c1f0b5de2a4"
down_revision = "0e6a4d2c71b9"
branch_labels = None
depends_on = None

IS_CURRENT = {"sqlite_where": sa.text("is_current IS 1"), "postgresql_where": sa.text("is_current IS true")}


def upgrade() -> None:
    """Add the indexes."""
    table = "contact_grounds"
    op.create_index("ix_contact_grounds_current", table, ["account_id", "ground"], **IS_CURRENT)
    op.create_index("ix_contact_grounds_current_of", table, ["account_id", "contact_id", "ground"], **IS_CURRENT)


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_contact_grounds_current_of", "contact_grounds")
    op.drop_index("ix_contact_grounds_current", "contact_grounds")
