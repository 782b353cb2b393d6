"""Scheduled work: reminders, notices before a deletion, orphaned files, and texts to purge."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_DRAFT = "status = 'draft'"
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the columns, the table and the indexes that find what is due."""
    op.add_column("conversations", sa.Column("remind_at", MOMENT, nullable=True))
    op.add_column("drafts", sa.Column("notice_days", sa.Integer(), nullable=True))
    op.add_column("drafts", sa.Column("notice_at", MOMENT, nullable=True))
    op.add_column("drafts", sa.Column("notice_parcel", sa.BigInteger(), nullable=True))
    op.create_table(
        "loose_files",
        sa.Column("sha256", sa.Text(), primary_key=True),
        sa.Column("since", MOMENT, nullable=False),
    )
    noticed = ["notice_days", "notice_at", "notice_parcel"]
    _index("inbox_full", "inbox", ["arrived_at"], "body <> ''")
    _index("outbox_full", "outbox", ["created_at"], "(reply IS NOT NULL OR toast <> '')")
    _index("conversations_reminded", "conversations", ["remind_at"], "remind_at IS NOT NULL")
    _index("drafts_untouched", "drafts", ["status", "updated_at", "id", "chat_id", "number", *noticed], _DRAFT)


def _index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def downgrade() -> None:
    """Refuse: who was told of a deletion would be forgotten."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")
