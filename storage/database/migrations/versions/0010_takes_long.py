"""A message says in a column of its own whether its document takes long to make."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

LONG = ("export", "stats", "myfile")
OUTBOX = sa.table(
    "outbox", sa.column("status", sa.Text()), sa.column("reply", sa.Text()), sa.column("takes_long", sa.Boolean())
)


def upgrade() -> None:
    """Add the column, and fill it for waiting messages; a quotation mark that a person typed is escaped in a reply."""
    op.add_column("outbox", sa.Column("takes_long", sa.Boolean(), nullable=False, server_default=sa.false()))
    long = sa.or_(*(OUTBOX.c.reply.contains(f'"document":{{"makes":"{kind}"', autoescape=True) for kind in LONG))
    op.execute(sa.update(OUTBOX).where(OUTBOX.c.status == "waiting", long).values(takes_long=True))


def downgrade() -> None:
    """Refuse: a newer database is not an older one."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")
