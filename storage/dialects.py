"""Where SQLite and PostgreSQL differ in a statement; how they are opened, reached and shared differs elsewhere."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import cache
from typing import Any, TypeVarTuple

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Dialect,
    Select,
    Table,
    any_,
    bindparam,
    column,
    func,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert
from sqlalchemy.types import TypeEngine

from storage.tables import CONVERSATIONS, COUNTERS, DRAFTS, INBOX, LOOSE_FILES, PEOPLE, STOPPED, WATCHERS

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
        (LOOSE_FILES, "sha256"),
    )
}


def unless_there(dialect: Dialect, table: Table[Any]) -> Insert:
    """Insert rows; those whose key is there already are left as they are."""
    return _unless_there(dialect.name, table)


def or_update(dialect: Dialect, table: Table[Any], *columns: str) -> Insert:
    """Insert rows; where the key is there already, its columns named here get the new values."""
    return _or_update(dialect.name, table, columns)


def counted(dialect: Dialect) -> ReturningInsert[int]:
    """Insert a counter, or raise the one that is there by the value given; returns what it then stands at."""
    return _counted(dialect.name)


class Line(IntEnum):
    """Where transactions wait for each other; on PostgreSQL numbers that no other program is likely to use."""

    MIGRATING = 0x5072616374696331
    NEWS = 0x5072616374696332


def is_near(connection: Connection) -> bool:
    """Whether a statement has no way to go: SQLite is in this process, and takes each row by itself."""
    return connection.dialect.name == "sqlite"


def stand_in(connection: Connection, line: Line) -> None:
    """Wait until no other transaction is in the line; each leaves it with its end. SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(line.value)))


def among(dialect: Dialect, query: Select[*Columns], column: Column[int]) -> Select[*Columns]:
    """Narrow a query to the rows whose column has one of the values given as ``among``, however many those are."""
    return _among(dialect.name, query, column)


def from_arrays(**columns: type[TypeEngine[Any]]) -> Callable[[str], ColumnElement[Any]]:
    """Give the columns of rows that come as arrays, to stand in a statement of PostgreSQL's for parameters of one."""
    arrays = [bindparam(name, type_=ARRAY(kind)) for name, kind in columns.items()]
    rows = func.unnest(*arrays).table_valued(*(column(name, kind) for name, kind in columns.items()))
    return rows.render_derived(name="rows").c.__getitem__


def count_on(connection: Connection, table: Table[Any]) -> None:
    """Let a table that was filled with ids of another one count on from the highest; SQLite does so by itself."""
    counting = table.autoincrement_column
    if connection.dialect.name == "postgresql" and counting is not None:
        highest = connection.scalar(select(func.max(counting)))
        if highest is not None:
            sequence = func.pg_get_serial_sequence(table.name, counting.name)
            connection.execute(select(func.setval(sequence, highest)))


def give_up(connection: Connection, table: Table[Any], ids: Iterable[int]) -> None:
    """Note ids that are never to be given again: SQLite would give that of a last row once more."""
    name = _given_up(table)
    highest = connection.scalar(select(COUNTERS.c.value).where(COUNTERS.c.name == name)) or 0
    more = max((*ids, highest)) - highest
    connection.execute(counted(connection.dialect), {"name": name, "value": more})


def fresh_ids(connection: Connection, table: Table[Any], count: int) -> list[dict[str, int]]:
    """Give ids that no row has had, where the database would not (SQLite, which has one writer), each as a column."""
    if connection.dialect.name != "sqlite":
        return [{}] * count
    given_up = connection.scalar(select(COUNTERS.c.value).where(COUNTERS.c.name == _given_up(table))) or 0
    highest = connection.scalar(select(func.max(table.c.id))) or 0
    return [{"id": max(given_up, highest) + number} for number in range(1, count + 1)]


@cache
def _among(name: str, query: Select[*Columns], column: Column[int]) -> Select[*Columns]:
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
def _counted(name: str) -> ReturningInsert[int]:
    insert = _insert(name, COUNTERS)
    raised = {"value": COUNTERS.c.value + insert.excluded.value}
    return insert.on_conflict_do_update(index_elements=_KEYS[COUNTERS], set_=raised).returning(COUNTERS.c.value)


def _insert(name: str, table: Table[Any]) -> Insert:
    return sqlite.insert(table) if name == "sqlite" else postgresql.insert(table)
