"""A row for each theme of a submission, as no index finds one of several; drafts in progress keep a column."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

CLAIMED = sa.text("claimed_by IS NOT NULL")
_AT_A_TIME = 500


def upgrade() -> None:
    """Make the table, fill it from the column, and empty the column where the table has its themes."""
    op.create_table(
        "draft_themes",
        sa.Column("draft_id", sa.BigInteger(), sa.ForeignKey("drafts.id"), primary_key=True, autoincrement=False),
        sa.Column("theme", sa.Text(), primary_key=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("claimed_by", sa.BigInteger(), nullable=True),
        sa.Column("waits_since", sa.DateTime(timezone=True), nullable=True),
        sqlite_with_rowid=False,
    )
    _fill()
    queued = ["theme", "status", "waits_since", "draft_id"]
    op.create_index("draft_themes_queued", "draft_themes", queued)
    of_country = ["theme", "status", "country", "waits_since", "draft_id"]
    op.create_index("draft_themes_of_country", "draft_themes", of_country)
    claimed = ["claimed_by", *queued]
    op.create_index("draft_themes_claimed", "draft_themes", claimed, sqlite_where=CLAIMED, postgresql_where=CLAIMED)


def downgrade() -> None:
    """Refuse: a newer database is not an older one."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")


def _table(name: str, *columns: sa.ColumnClause[Any]) -> sa.TableClause:
    """Describe the columns that this migration reads from one table and writes to the other."""
    status, country = sa.column("status", sa.Text()), sa.column("country", sa.Text())
    claimed_by, moment = sa.column("claimed_by", sa.BigInteger()), sa.DateTime(timezone=True)
    return sa.table(name, *columns, status, country, claimed_by, sa.column("waits_since", moment))


_DRAFTS = _table("drafts", sa.column("id", sa.BigInteger()), sa.column("themes", sa.Text()))
_ROWS = _table("draft_themes", sa.column("draft_id", sa.BigInteger()), sa.column("theme", sa.Text()))


def _fill() -> None:
    """Write the rows of submissions, a few hundred at a time."""
    connection, last = op.get_bind(), 0
    handed_in = sa.select(_DRAFTS).where(_DRAFTS.c.status != "draft")
    query = handed_in.order_by(_DRAFTS.c.id).limit(_AT_A_TIME)
    while drafts := connection.execute(query.where(_DRAFTS.c.id > last)).all():
        if rows := [row for draft in drafts for row in _rows(draft)]:
            connection.execute(sa.insert(_ROWS), rows)
        last = drafts[-1].id
    connection.execute(sa.update(_DRAFTS).where(_DRAFTS.c.status != "draft").values(themes=None))


def _rows(draft: sa.Row[Any]) -> Iterable[dict[str, Any]]:
    known = draft._asdict()
    number, themes = known.pop("id"), known.pop("themes")
    return [
        {"draft_id": number, "theme": theme, **known} for theme in dict.fromkeys((themes or "").split("|")) if theme
    ]
