"""The first tables."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
WAITING = sa.text("status = 'waiting'")


def upgrade() -> None:
    """Make the tables and their indexes."""
    _make_people()
    _make_inbox()
    _make_conversations()
    _make_drafts()
    _make_history()
    _make_outbox()
    op.create_table("counters", _text("name", primary_key=True), _id("value"))


def downgrade() -> None:
    """Refuse: what people wrote does not fit into less."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")


def _make_people() -> None:
    op.create_table(
        "people",
        sa.Column("user_id", BIG, primary_key=True, autoincrement=False),
        _id("chat_id", nullable=True),
        _text("role"),
        _moment("since"),
        _id("given_by", nullable=True),
        _moment("seen_at", nullable=True),
    )


def _make_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("seq", BIG, primary_key=True),
        sa.Column("update_id", sa.BigInteger(), nullable=False, unique=True),
        _id("chat_id", nullable=True),
        _text("body"),
        _moment("arrived_at"),
        _text("status"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _moment("tried_at", nullable=True),
        _moment("retry_at", nullable=True),
        _text("error", nullable=True),
    )
    op.create_index("inbox_waiting", "inbox", ["seq"], sqlite_where=WAITING, postgresql_where=WAITING)


def _make_conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("chat_id", BIG, primary_key=True, autoincrement=False),
        _id("version"),
        _text("state"),
        _moment("updated_at"),
    )


def _make_drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("chat_id", sa.BigInteger(), sa.ForeignKey("conversations.chat_id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("status"),
        sa.Column("reference", sa.Text(), nullable=True, unique=True),
        _text("title"),
        _text("body"),
        _moment("created_at"),
        _moment("updated_at"),
        _moment("submitted_at", nullable=True),
        _moment("decided_at", nullable=True),
        sa.UniqueConstraint("chat_id", "number"),
    )


def _make_history() -> None:
    op.create_table(
        "history",
        sa.Column("id", BIG, primary_key=True),
        _id("chat_id"),
        sa.Column("draft_number", sa.Integer(), nullable=True),
        _id("update_id", nullable=True),
        _moment("at"),
        _text("what"),
        _text("question", nullable=True),
        _text("source", nullable=True),
        _text("body"),
    )
    op.create_index("history_of_chat", "history", ["chat_id", "id"])


def _make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", BIG, primary_key=True),
        _id("chat_id"),
        _id("update_id", nullable=True),
        _text("reply", nullable=True),
        _text("query_id", nullable=True),
        _text("toast"),
        _moment("created_at"),
        _text("status"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _moment("not_before", nullable=True),
        _moment("tried_at", nullable=True),
        _id("message_id", nullable=True),
        _text("error", nullable=True),
    )
    op.create_index("outbox_waiting", "outbox", ["chat_id", "id"], sqlite_where=WAITING, postgresql_where=WAITING)
    op.create_table("stopped", sa.Column("chat_id", BIG, primary_key=True, autoincrement=False), _moment("since"))


def _id(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, MOMENT, nullable=nullable)


def _text(name: str, *, nullable: bool = False, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable, primary_key=primary_key)
