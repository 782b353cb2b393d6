"""Indexes for queries that read whole tables: claims, countries, the audit log, news of a draft, invitations."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

CLAIMED = sa.text("claimed_by IS NOT NULL")
UNUSED = sa.text("used_by IS NULL AND withdrawn_at IS NULL")


def upgrade() -> None:
    """Add the indexes."""
    claimed = ["claimed_by", "status", "waits_since", "id"]
    op.create_index("drafts_claimed", "drafts", claimed, sqlite_where=CLAIMED, postgresql_where=CLAIMED)
    op.create_index("drafts_of_country", "drafts", ["status", "country", "waits_since", "id", "themes", "claimed_by"])
    op.create_index("audit_of_person", "audit", ["who", "what"])
    op.create_index("news_of_draft", "news", ["draft_id"])
    op.create_index("invites_unused", "invites", ["id"], sqlite_where=UNUSED, postgresql_where=UNUSED)


def downgrade() -> None:
    """Refuse: a newer database is not an older one."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")
