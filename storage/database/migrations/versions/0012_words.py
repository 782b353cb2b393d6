"""The words of each draft, and their full-text index: FTS5 on SQLite, GIN on PostgreSQL."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from storage.database.stored_schema import DRAFT, Damaged, NewerStored

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_AT_A_TIME = 200

_DRAFTS = sa.table(
    "drafts", sa.column("id", sa.BigInteger()), sa.column("body", sa.Text()), sa.column("words", sa.Text())
)

_FTS5 = (
    # The words stand in drafts only; the index has neither their places nor their number. "ascii" divides at spaces,
    # as the words are letters and figures of any script: conversations/fields/plain.py has divided them.
    """CREATE VIRTUAL TABLE draft_search USING fts5
    (words, content='drafts', content_rowid='id', detail=none, columnsize=0, tokenize='ascii')""",
    """CREATE TRIGGER draft_search_new AFTER INSERT ON drafts BEGIN
    INSERT INTO draft_search (rowid, words) VALUES (new.id, new.words);
    END""",
    """CREATE TRIGGER draft_search_changed AFTER UPDATE OF words ON drafts WHEN old.words <> new.words BEGIN
    INSERT INTO draft_search (draft_search, rowid, words) VALUES ('delete', old.id, old.words);
    INSERT INTO draft_search (rowid, words) VALUES (new.id, new.words);
    END""",
    """CREATE TRIGGER draft_search_gone AFTER DELETE ON drafts BEGIN
    INSERT INTO draft_search (draft_search, rowid, words) VALUES ('delete', old.id, old.words);
    INSERT INTO counters (name, value) VALUES ('deleted_words', 1) ON CONFLICT (name) DO NOTHING;
    END""",
)

_GIN = (
    # A column, as the server would make this again for each row that it checks: 0.1 ms. And an array, as to_tsvector
    # would divide some words once more, in its own way.
    """ALTER TABLE drafts ADD COLUMN draft_search tsvector
    GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED""",
    # Without a list of changes that wait: a long one makes each search slow, and one answer in hundreds.
    "CREATE INDEX draft_search ON drafts USING gin (draft_search) WITH (fastupdate = off)",
)


def upgrade() -> None:
    """Add and fill the column, and index it."""
    op.add_column("drafts", sa.Column("words", sa.Text(), nullable=False, server_default=""))
    _fill()
    if op.get_context().dialect.name == "postgresql":
        _execute(_GIN)
    else:
        _execute(_FTS5)
        op.execute("INSERT INTO draft_search (draft_search) VALUES ('rebuild')")


def downgrade() -> None:
    """Refuse: a newer database is not an older one."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")


def _execute(statements: Iterable[str]) -> None:
    for statement in statements:
        op.execute(statement)


def _fill() -> None:
    """Write the words of all drafts, a few hundred at a time."""
    connection, last = op.get_bind(), 0
    query = sa.select(_DRAFTS.c.id, _DRAFTS.c.body).order_by(_DRAFTS.c.id).limit(_AT_A_TIME)
    changed = sa.update(_DRAFTS).where(_DRAFTS.c.id == sa.bindparam("number")).values(words=sa.bindparam("found"))
    while drafts := connection.execute(query.where(_DRAFTS.c.id > last)).all():
        connection.execute(changed, [{"number": draft.id, "found": _words(draft.body)} for draft in drafts])
        last = drafts[-1].id


def _words(body: str) -> str:
    """Return the words of a stored draft; one that cannot be read is not found until it can."""
    try:
        return DRAFT.read(body).searchable
    except (Damaged, NewerStored):
        return ""
