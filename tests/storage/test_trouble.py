"""Trouble: of the database, or of what it was given."""

import errno
import sqlite3

import pytest
from sqlalchemy.exc import DBAPIError

from storage import is_trouble


class FromPostgreSQL(Exception):  # noqa: N818 - as it reads
    """An error as asyncpg's adapter raises it."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__("secret")
        self.sqlstate = sqlstate


def of_sqlite(code: int) -> sqlite3.Error:
    """Make an error as sqlite3 raises it."""
    error = sqlite3.OperationalError("secret")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    "error",
    [
        of_sqlite(sqlite3.SQLITE_FULL),
        of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT),
        of_sqlite(sqlite3.SQLITE_READONLY_DBMOVED),
        of_sqlite(sqlite3.SQLITE_IOERR_WRITE),
        FromPostgreSQL("53100"),
        FromPostgreSQL("25006"),
        ConnectionRefusedError(),
        TimeoutError(),
        OSError(errno.ENOSPC, "secret"),
    ],
)
def test_trouble_of_the_database(error: Exception) -> None:
    """A full disk, a lock, a lost connection pass; SQLAlchemy's wrapping does not hide them."""
    assert (True, True) == (is_trouble(error), is_trouble(DBAPIError("secret", {}, error)))


@pytest.mark.parametrize(
    "error",
    [
        of_sqlite(sqlite3.SQLITE_CONSTRAINT_UNIQUE),
        of_sqlite(sqlite3.SQLITE_ERROR),
        sqlite3.ProgrammingError("secret"),
        FromPostgreSQL("23505"),
        FileNotFoundError(errno.ENOENT, "secret"),
        KeyError("secret"),
    ],
)
def test_trouble_of_what_was_given(error: Exception) -> None:
    """A broken rule, a wrong statement, a bug do not pass by waiting."""
    assert (False, False) == (is_trouble(error), is_trouble(DBAPIError("secret", {}, error)))


def test_trouble_of_a_connection_that_is_lost() -> None:
    """A connection that SQLAlchemy gave up is trouble whatever its error was."""
    assert is_trouble(DBAPIError("secret", {}, Exception("secret"), connection_invalidated=True)) is True
