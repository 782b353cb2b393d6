"""The ids of news are given once, though rows are deleted; PostgreSQL does so anyway."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Recreate the table on SQLite, which otherwise reuses the id of a deleted last row."""
    if op.get_context().dialect.name == "sqlite":
        with op.batch_alter_table("news", recreate="always", table_kwargs={"sqlite_autoincrement": True}):
            pass


def downgrade() -> None:
    """Refuse: numbers would be given twice."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")
