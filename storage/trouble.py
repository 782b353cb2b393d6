"""Trouble with the database itself, told from trouble with what it was given: the first passes, the second does not."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError

_SQLITE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    }
)
_POSTGRESQL = ("08", "25006", "53", "57", "58")
"""How its states begin: connection, read-only, resources, operator, system (PostgreSQL's manual, appendix A)."""

_CONFLICT = frozenset({"40001", "40P01"})
"""Two transactions could not both go on (serialization failure, deadlock), and this one was undone."""

_DISK = frozenset({errno.EDQUOT, errno.EIO, errno.ENOSPC, errno.EROFS})


def is_trouble(error: BaseException | None) -> bool:
    """Whether the database, its disk or the way to it failed; trying again helps when they work again."""
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or is_trouble(error.orig)
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in _SQLITE
    if isinstance(error, OSError):
        return isinstance(error, ConnectionError | TimeoutError) or error.errno in _DISK
    return str(getattr(error, "sqlstate", "")).startswith(_POSTGRESQL)


def is_conflict(error: DBAPIError) -> bool:
    """Whether the database undid the transaction in favour of another: the same again may well succeed."""
    return getattr(error.orig, "sqlstate", None) in _CONFLICT
