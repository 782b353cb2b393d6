"""Updates handled later know their question, updates that wait for a file delay nothing, messages know if begun."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FETCHING = sa.text("status = 'fetching'")


def upgrade() -> None:
    """Add the columns and the index."""
    op.add_column("inbox", sa.Column("sent_at", sa.Text(), nullable=True))
    op.create_index("inbox_fetching", "inbox", ["chat_id", "seq"], sqlite_where=FETCHING, postgresql_where=FETCHING)
    op.add_column("outbox", sa.Column("begun", sa.Boolean(), nullable=False, server_default=sa.false()))
    waiting = "UPDATE outbox SET begun = true WHERE status = 'waiting' AND reply IS NOT NULL AND attempts > 0"
    op.execute(waiting)


def downgrade() -> None:
    """Refuse: a newer database is not an older one."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")
