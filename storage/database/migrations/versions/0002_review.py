"""Review: the columns that queues are filtered and ordered by, names of reviewers, and news for them."""

import json
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)

_AT_A_TIME = 500


def upgrade() -> None:
    """Add and fill the columns, and make the tables of the news."""
    op.add_column("people", sa.Column("name", sa.Text(), nullable=True))
    op.add_column("people", sa.Column("menu", sa.Text(), nullable=True))
    op.create_index("people_role", "people", ["role"])
    op.create_index("people_menu", "people", ["menu"])
    for column in (
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("themes", sa.Text(), nullable=True),
        sa.Column("claimed_by", sa.BigInteger(), nullable=True),
        sa.Column("waits_since", MOMENT, nullable=True),
    ):
        op.add_column("drafts", column)
    _fill()
    op.create_index("drafts_queued", "drafts", ["status", "waits_since", "id", "country", "themes", "claimed_by"])
    op.create_table(
        "news",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("draft_id", sa.BigInteger(), sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("move", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_table(
        "watchers",
        sa.Column("user_id", BIG, primary_key=True, autoincrement=False),
        sa.Column("every", sa.Text(), nullable=True),
        sa.Column("told_up_to", sa.BigInteger(), nullable=True),
        sa.Column("told_at", MOMENT, nullable=True),
    )


def downgrade() -> None:
    """Refuse: what people wrote does not fit into less."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")


_DRAFTS = sa.table(
    "drafts",
    sa.column("id", sa.BigInteger()),
    sa.column("body", sa.Text()),
    sa.column("updated_at", MOMENT),
    sa.column("submitted_at", MOMENT),
    sa.column("country", sa.Text()),
    sa.column("themes", sa.Text()),
    sa.column("waits_since", MOMENT),
)


def _fill() -> None:
    """Fill the new columns of existing drafts, a few hundred at a time."""
    connection, last = op.get_bind(), 0
    query = sa.select(_DRAFTS).order_by(_DRAFTS.c.id).limit(_AT_A_TIME)
    while rows := connection.execute(query.where(_DRAFTS.c.id > last)).all():
        for row in rows:
            values = _found(json.loads(row.body), row.submitted_at or row.updated_at)
            connection.execute(sa.update(_DRAFTS).where(_DRAFTS.c.id == row.id).values(**values))
        last = rows[-1].id


def _found(body: dict[str, Any], since: datetime) -> dict[str, Any]:
    answers = body.get("answers", {})
    country = answers.get("country_of_origin.country", {}).get("value")
    themes = answers.get("key_themes.themes", {}).get("value") or []
    return {"country": country, "themes": f"|{'|'.join(themes)}|" if themes else "", "waits_since": since}
