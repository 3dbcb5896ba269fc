"""Add integrations."""

import sqlalchemy as sa
from alembic import op

revision = "535c8e695012"
down_revision = "f4f2bd8b8bc3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add integrations."""
    op.create_table(
        "integrations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("own_addresses", sa.JSON(), nullable=False),
        sa.Column("secret", sa.String(), nullable=False),
        sa.Column("old_secrets", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_integrations_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_integrations")),
        sa.UniqueConstraint("account_id", "id", name=op.f("uq_integrations_account_id_id")),
    )
    with op.batch_alter_table("integrations", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_integrations_account_id_created_at_id"), ["account_id", "created_at", "id"], unique=False
        )

    op.create_table(
        "hook_events",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("integration_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("replay_key", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("runs", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("replaces", sa.String(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("interaction_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("direction", sa.String(), nullable=True),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "integration_id"],
            ["integrations.account_id", "integrations.id"],
            name=op.f("fk_hook_events_account_id_integration_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hook_events")),
        sa.UniqueConstraint("integration_id", "replay_key", name=op.f("uq_hook_events_integration_id_replay_key")),
    )
    with op.batch_alter_table("hook_events", schema=None) as batch_op:
        batch_op.create_index(
            "ix_hook_events_about",
            ["integration_id", "about"],
            unique=False,
            sqlite_where=sa.text("about IS NOT NULL"),
            postgresql_where=sa.text("about IS NOT NULL"),
        )
        batch_op.create_index(
            batch_op.f("ix_hook_events_account_id_integration_id_id"),
            ["account_id", "integration_id", "id"],
            unique=False,
        )
        batch_op.create_index(
            "ix_hook_events_replaces",
            ["integration_id", "replaces"],
            unique=False,
            sqlite_where=sa.text("replaces IS NOT NULL"),
            postgresql_where=sa.text("replaces IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_hook_events_waiting",
            ["account_id", "integration_id", "id"],
            unique=False,
            sqlite_where=sa.text("status = 'unmatched'"),
            postgresql_where=sa.text("status = 'unmatched'"),
        )
        batch_op.create_index(
            "ix_hook_events_whole",
            ["received_at"],
            unique=False,
            sqlite_where=sa.text("body IS NOT NULL"),
            postgresql_where=sa.text("body IS NOT NULL"),
        )

    op.create_table(
        "hook_handles",
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "contact_id"],
            ["contacts.account_id", "contacts.id"],
            name=op.f("fk_hook_handles_account_id_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "handle", name=op.f("pk_hook_handles")),
    )
    with op.batch_alter_table("hook_handles", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_hook_handles_account_id_contact_id"), ["account_id", "contact_id"], unique=False
        )


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("hook_handles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hook_handles_account_id_contact_id"))

    op.drop_table("hook_handles")
    with op.batch_alter_table("hook_events", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_hook_events_whole",
            sqlite_where=sa.text("body IS NOT NULL"),
            postgresql_where=sa.text("body IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_hook_events_waiting",
            sqlite_where=sa.text("status = 'unmatched'"),
            postgresql_where=sa.text("status = 'unmatched'"),
        )
        batch_op.drop_index(
            "ix_hook_events_replaces",
            sqlite_where=sa.text("replaces IS NOT NULL"),
            postgresql_where=sa.text("replaces IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_hook_events_account_id_integration_id_id"))
        batch_op.drop_index(
            "ix_hook_events_about",
            sqlite_where=sa.text("about IS NOT NULL"),
            postgresql_where=sa.text("about IS NOT NULL"),
        )

    op.drop_table("hook_events")
    with op.batch_alter_table("integrations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_integrations_account_id_created_at_id"))

    op.drop_table("integrations")
