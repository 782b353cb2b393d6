"""Several workers: each reads the waiting updates of one chat, in order of arrival."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WAITING = sa.text("status = 'waiting'")


def upgrade() -> None:
    """Order the index by chat first."""
    op.drop_index("inbox_waiting", "inbox")
    op.create_index("inbox_waiting", "inbox", ["chat_id", "seq"], sqlite_where=WAITING, postgresql_where=WAITING)


def downgrade() -> None:
    """Refuse, as all migrations do."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")
