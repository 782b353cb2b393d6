"""Statements that differ between SQLite and PostgreSQL; ``engines.py`` has how each is opened."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cache
from typing import Any, TypeVarTuple

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    Connection,
    Dialect,
    Select,
    Table,
    Text,
    any_,
    bindparam,
    cast,
    column,
    delete,
    func,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert

from storage.database.tables import CONVERSATIONS, COUNTERS, DRAFTS, INBOX, ORPHANED_FILES, PEOPLE, STOPPED, WATCHERS

Columns = TypeVarTuple("Columns")

Insert = sqlite.Insert | postgresql.Insert

_KEYS = {
    table: keys
    for table, *keys in (
        (INBOX, "update_id"),
        (PEOPLE, "user_id"),
        (CONVERSATIONS, "chat_id"),
        (DRAFTS, "chat_id", "number"),
        (STOPPED, "chat_id"),
        (COUNTERS, "name"),
        (WATCHERS, "user_id"),
        (ORPHANED_FILES, "sha256"),
    )
}


def unless_there(dialect: Dialect, table: Table[Any]) -> Insert:
    """Insert rows; skip those whose key exists."""
    return _unless_there(dialect.name, table)


def or_update(dialect: Dialect, table: Table[Any], *columns: str) -> Insert:
    """Insert rows; if the key exists, update the named columns."""
    return _or_update(dialect.name, table, columns)


def next_version(dialect: Dialect) -> ReturningInsert[int]:
    """Insert conversations, or update those that have the version before; returns the chats that were saved."""
    return _next_version(dialect.name)


def counted(dialect: Dialect) -> ReturningInsert[int]:
    """Insert a counter, or add to the one that exists; returns its new value."""
    return _counted(dialect.name)


class TransactionLock(IntEnum):
    """Work that only one transaction at a time does; the numbers are keys of PostgreSQL's advisory locks."""

    MIGRATING = 0x5072616374696331
    NEWS = 0x5072616374696332


def take_lock(connection: Connection, lock: TransactionLock) -> None:
    """Lock this work until the transaction ends, and wait for others; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        if lock is TransactionLock.MIGRATING:  # another worker may need long for it
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
        connection.execute(select(func.pg_advisory_xact_lock(lock.value)))


def among(dialect: Dialect, query: Select[*Columns], column: Column[Any]) -> Select[*Columns]:
    """Limit a query to rows with one of the values of the parameter ``among`` in a column."""
    return _among(dialect.name, query, column)


def having(dialect: Dialect, words: Sequence[str], *, beginning: bool) -> Select[int]:
    """Select the ids of the drafts that have all words, the newest first; words are letters and figures.

    With ``beginning`` the last word can be the beginning of one. The words of drafts are in ``drafts.words``.
    """
    *first, last = (f'"{word}"' if dialect.name == "sqlite" else f"'{word}'" for word in words)
    if dialect.name == "sqlite":
        return _HAVING_SQLITE.params(words=" AND ".join([*first, f"{last}*" if beginning else last]))
    return _HAVING_POSTGRESQL.params(words=" & ".join([*first, f"{last}:*" if beginning else last]))


def plan_anew(connection: Connection) -> None:
    """Let PostgreSQL plan each statement of this transaction for its values; SQLite does so anyway.

    A plan for all words is slow for rare ones: it reads draft by draft until there are enough.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL plan_cache_mode = force_custom_plan")


def drop_deleted_words(connection: Connection) -> None:
    """Rewrite the full-text index of SQLite, which else holds deleted words for a while; 0.1 s for 10,000 drafts.

    PostgreSQL does that itself, by its vacuum.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO draft_search (draft_search) VALUES ('optimize')")
        connection.execute(delete(COUNTERS).where(COUNTERS.c.name == DELETED_WORDS))


DELETED_WORDS = "deleted_words"
"""The counter that SQLite sets when a draft is deleted (migration 0012)."""


def has_deleted_words(connection: Connection) -> bool:
    """Say whether a draft was deleted since ``drop_deleted_words``; never on PostgreSQL."""
    return connection.scalar(select(COUNTERS.c.value).where(COUNTERS.c.name == DELETED_WORDS)) is not None


def count_on(connection: Connection, table: Table[Any]) -> None:
    """After a copy, continue the ids of a table after the highest one; SQLite does so by itself."""
    counting = table.autoincrement_column
    if connection.dialect.name == "postgresql" and counting is not None:
        highest = connection.scalar(select(func.max(counting)))
        if highest is not None:
            sequence = func.pg_get_serial_sequence(table.name, counting.name)
            connection.execute(select(func.setval(sequence, highest)))


def give_up(connection: Connection, table: Table[Any], ids: Iterable[int]) -> None:
    """Note ids that must not be given again: SQLite would reuse the id of a deleted last row."""
    name = _given_up(table)
    highest = connection.scalar(select(COUNTERS.c.value).where(COUNTERS.c.name == name)) or 0
    more = max((*ids, highest)) - highest
    connection.execute(counted(connection.dialect), {"name": name, "value": more})


def fresh_ids(connection: Connection, table: Table[Any], count: int) -> list[dict[str, int]]:
    """Return new ids, each as a column, on SQLite, which could give a deleted row's id again; else empty columns."""
    if connection.dialect.name != "sqlite":
        return [{}] * count
    given_up = connection.scalar(select(COUNTERS.c.value).where(COUNTERS.c.name == _given_up(table))) or 0
    highest = connection.scalar(select(func.max(table.c.id))) or 0
    return [{"id": max(given_up, highest) + number} for number in range(1, count + 1)]


def insert_numbered(connection: Connection, table: Table[Any], rows: list[dict[str, Any]]) -> list[int]:
    """Insert rows and return their ids in order.

    On SQLite, which has one writer, the ids are counted here: with RETURNING it would insert the rows one by one.
    """
    if not rows:
        return []
    if connection.dialect.name != "sqlite" or len(rows) == 1:
        return list(connection.scalars(_numbered(table), rows))
    highest = connection.scalar(select(func.max(table.c.id))) or 0
    ids = [highest + number for number in range(1, len(rows) + 1)]
    connection.execute(table.insert(), [row | {"id": number} for row, number in zip(rows, ids, strict=True)])
    return ids


@cache
def _numbered(table: Table[Any]) -> ReturningInsert[int]:
    return table.insert().returning(table.c.id, sort_by_parameter_order=True)


@cache
def _among(name: str, query: Select[*Columns], column: Column[Any]) -> Select[*Columns]:
    if name == "sqlite":
        return query.where(column.in_(bindparam("among", expanding=True)))
    return query.where(column == any_(bindparam("among", type_=ARRAY(BigInteger))))  # one statement for any number


def _given_up(table: Table[Any]) -> str:
    return f"{table.name}_given_up"


@cache
def _unless_there(name: str, table: Table[Any]) -> Insert:
    return _insert(name, table).on_conflict_do_nothing(index_elements=_KEYS[table])


@cache
def _or_update(name: str, table: Table[Any], columns: tuple[str, ...]) -> Insert:
    insert = _insert(name, table)
    given = {column: insert.excluded[column] for column in columns}
    return insert.on_conflict_do_update(index_elements=_KEYS[table], set_=given)


@cache
def _next_version(name: str) -> ReturningInsert[int]:
    insert = _insert(name, CONVERSATIONS)
    given = {column: insert.excluded[column] for column in ("version", "state", "updated_at", "remind_at")}
    before = CONVERSATIONS.c.version == insert.excluded.version - 1
    return insert.on_conflict_do_update(index_elements=_KEYS[CONVERSATIONS], set_=given, where=before).returning(
        CONVERSATIONS.c.chat_id
    )


@cache
def _counted(name: str) -> ReturningInsert[int]:
    insert = _insert(name, COUNTERS)
    raised = {"value": COUNTERS.c.value + insert.excluded.value}
    return insert.on_conflict_do_update(index_elements=_KEYS[COUNTERS], set_=raised).returning(COUNTERS.c.value)


_SEARCH = table("draft_search", column("rowid", BigInteger), column("draft_search", Text))

_HAVING_SQLITE = (
    select(_SEARCH.c.rowid).where(_SEARCH.c.draft_search.match(bindparam("words"))).order_by(_SEARCH.c.rowid.desc())
)

_WORDS = literal_column("drafts.draft_search", postgresql.TSVECTOR)

_HAVING_POSTGRESQL = (
    select(DRAFTS.c.id)
    .where(_WORDS.bool_op("@@")(cast(bindparam("words"), postgresql.TSQUERY)))
    .order_by(DRAFTS.c.id.desc())
)


def _insert(name: str, table: Table[Any]) -> Insert:
    return sqlite.insert(table) if name == "sqlite" else postgresql.insert(table)
