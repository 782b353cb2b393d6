"""Prepared: statements that SQLAlchemy puts into words once; then SQLite's driver is given the words and the values.

What SQLAlchemy does anew for each execution takes several times as long as what SQLite does, and an answer is seven of
them (docs/decisions/0027). On a server the way there weighs more than both, so that SQLAlchemy, which sends many rows
as one, does all of it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Dialect, Insert, Select, Update
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.types import TypeEngine

from storage.dialects import is_near

Statement = Insert | Update | Select[*tuple[Any, ...]]
Made = Callable[[Dialect], Statement]
Values = Mapping[str, Any]

_Convert = Callable[[Any], Any]


class Prepared:
    """A statement, or how it is made for a kind of database; all rows that one call gives it name the same values.

    ``many`` is the same for a server, which is asked once for all rows, where it is no insert: each value is an array.
    """

    def __init__(self, one: Statement | Made, many: Statement | None = None) -> None:
        self._one = one
        self._many = many
        self._statements: dict[str, Statement] = {}
        self._words: dict[tuple[str, ...], _Words] = {}

    def change(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Execute it for rows, in the caller's transaction."""
        if rows and is_near(connection):
            self.changed(connection, rows)
        elif rows:
            self._executed(connection, rows)

    def changed(self, connection: Connection, rows: Sequence[Values]) -> int:
        """Execute it for rows, in the caller's transaction; gives how many it changed, as a server says of ``many``."""
        if not rows:
            return 0
        if is_near(connection):
            cursor, words = connection.connection.cursor(), self._in_words(connection.dialect, rows[0])
            return sum(tell(connection, cursor, words.text, words.given(row)).rowcount for row in rows)
        return self._executed(connection, rows).rowcount

    def ask(self, connection: Connection, rows: Sequence[Values]) -> list[tuple[Any, ...]]:
        """Execute it for rows, in the caller's transaction; gives what comes back.

        That is in the order of the rows where an insert asks for it (``sort_by_parameter_order``), else in any.
        """
        if not rows:
            return []
        if is_near(connection):
            cursor, words = connection.connection.cursor(), self._in_words(connection.dialect, rows[0])
            told = (tell(connection, cursor, words.text, words.given(row)) for row in rows)
            return [words.read(found) for answer in told for found in answer.fetchall()]
        return [tuple(found) for found in self._executed(connection, rows)]

    def _executed(self, connection: Connection, rows: Sequence[Values]) -> CursorResult[*tuple[Any, ...]]:
        if self._many is None:
            return connection.execute(self._statement(connection.dialect), rows)
        return connection.execute(self._many, _arrays(rows))

    def _statement(self, dialect: Dialect) -> Statement:
        if dialect.name not in self._statements:
            self._statements[dialect.name] = self._one(dialect) if callable(self._one) else self._one
        return self._statements[dialect.name]

    def _in_words(self, dialect: Dialect, row: Values) -> "_Words":
        names = tuple(row)
        if names not in self._words:
            self._words[names] = _Words(self._statement(dialect), dialect, row)
        return self._words[names]


def tell(_connection: Connection, cursor: DBAPICursor, text: str, given: Sequence[Any]) -> DBAPICursor:
    """Give a statement to the driver; the connection is for tests, which hear of each statement here."""
    cursor.execute(text, given)
    return cursor


class _Words:
    """A statement as SQLite's driver takes it, and what becomes of values on the way there and back."""

    def __init__(self, statement: Statement, dialect: Dialect, row: Values) -> None:
        compiled: Any = statement.compile(dialect=dialect, column_keys=[*row])
        places: Sequence[str] = compiled.positiontup
        self.text = str(compiled)
        self._fixed = {name: value for name, value in compiled.params.items() if name not in row}
        self._places = [(name, _binding(compiled.binds[name].type, dialect)) for name in places]
        self._found = [_reading(column.type, dialect) for column in statement.exported_columns]

    def given(self, row: Values) -> list[Any]:
        values = {**self._fixed, **row}
        return [convert(values[name]) if convert else values[name] for name, convert in self._places]

    def read(self, found: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(convert(value) if convert else value for value, convert in zip(found, self._found, strict=True))


def _arrays(rows: Sequence[Values]) -> dict[str, list[Any]]:
    return {name: [row[name] for row in rows] for name in rows[0]}


def _binding(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reading(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
