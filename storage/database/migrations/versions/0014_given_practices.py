"""An invitation may give a practice that belongs to nobody, instead of a role."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; all invitations so far give a role."""
    op.add_column("invites", sa.Column("draft_id", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """Refuse: a newer database is not an older one."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")
