"""Forgetting: numbers of drafts and news are given once, though rows are deleted; PostgreSQL does so anyway."""

from alembic import op

revision = "0005"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables anew on SQLite, which otherwise gives the number of a deleted last row again.

    News waits aside meanwhile: while it refers to drafts, SQLite does not let these be made anew.
    """
    if op.get_context().dialect.name != "sqlite":
        return
    op.execute("CREATE TEMPORARY TABLE news_aside AS SELECT * FROM news")
    op.execute("DELETE FROM news")
    for table in ("drafts", "news"):
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_autoincrement": True}):
            pass
    op.execute("INSERT INTO news SELECT * FROM news_aside")
    op.execute("DROP TABLE news_aside")


def downgrade() -> None:
    """Refuse: numbers would be given twice."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")
