"""Plainer names: the message of a notice, and files that may belong to no draft."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Rename the column and the table; both databases keep the indexes and the data."""
    op.execute("ALTER TABLE drafts RENAME COLUMN notice_parcel TO notice_message")
    op.rename_table("loose_files", "orphaned_files")
    if op.get_context().dialect.name == "postgresql":  # its keys have names of their own; SQLite's have none
        op.execute("ALTER INDEX loose_files_pkey RENAME TO orphaned_files_pkey")


def downgrade() -> None:
    """Refuse: a newer database is not an older one."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")
