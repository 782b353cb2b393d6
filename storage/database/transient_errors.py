"""Transient errors: the database, its disk or its network failed, so the same work may succeed later."""

import errno
import socket
import sqlite3
import ssl

from sqlalchemy.exc import DBAPIError, DisconnectionError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

_SQLITE = frozenset(
    {
        sqlite3.SQLITE_ABORT,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOLFS,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_SCHEMA,
    }
)

_POSTGRESQL = (
    "08",  # connection
    "0A000",  # the table has changed since the statement was prepared; our statements ask for nothing unknown
    "25006",  # read-only: a standby, a full disk
    "25P03",  # idle for too long in a transaction
    "25P04",  # too long in a transaction
    "28",  # a password that was changed
    "3D000",  # no such database: it is being restored
    "40",  # two transactions, of which this one was undone
    "42501",  # a right that was taken away
    "53",  # resources: full disk, no memory, too many connections
    "55",  # a lock that is not to be had
    "57",  # operator: the server starts, stops, or has cancelled the statement
    "58",  # system: the disk
    "F0",  # its settings
    "XX001",  # a damaged table
    "XX002",  # a damaged index
)
"""The first characters of PostgreSQL's error codes (its manual, appendix A)."""

_CONFLICT = frozenset({"40001", "40P01"})
"""A serialization failure or a deadlock: the server rolled this transaction back."""

_BUGS = frozenset(
    {
        errno.EBADF,
        errno.ECHILD,
        errno.EEXIST,
        errno.EFAULT,
        errno.EILSEQ,
        errno.EINVAL,
        errno.EISDIR,
        errno.ENAMETOOLONG,
        errno.ENOENT,
        errno.ENOSYS,
        errno.ENOTEMPTY,
        errno.ENOTTY,
        errno.ESPIPE,
        errno.ESRCH,
    }
)
"""The error numbers of a wrong call. All others are the machine's: its disk, its network, its limits."""

_IN_WORDS = (
    "Multiple exceptions:",  # asyncio, where a name has several addresses and none answers
    "No usable temporary directory",  # tempfile, where the disk is full
    "can't start new thread",  # Python, at the limit of processes
)
"""The first words of transient errors without a number, or with a wrong one."""


def is_transient(error: BaseException | None) -> bool:
    """Say whether the database, its disk or its network failed, so that trying again may help."""
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or is_transient(error.orig)
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in _SQLITE
    if isinstance(error, OSError | RuntimeError) and _says(error).startswith(_IN_WORDS):
        return True
    if isinstance(error, OSError):
        return _is_trouble_of_the_machine(error)
    if isinstance(error, MemoryError | NoConnectionLeft | DisconnectionError | PendingRollbackError):
        return True  # sqlite3 raises MemoryError where SQLite has no memory
    return str(getattr(error, "sqlstate", "")).startswith(_POSTGRESQL) or _is_trouble_of_the_driver(error)


def _is_trouble_of_the_machine(error: OSError) -> bool:
    if isinstance(error, ConnectionError | TimeoutError | socket.gaierror | socket.herror | ssl.SSLError):
        return True  # errors of host names and TLS have numbers of their own
    return error.errno is not None and error.errno not in _BUGS


def _is_trouble_of_the_driver(error: BaseException | None) -> bool:
    """Say whether asyncpg lost its state or found no suitable server; asyncpg is not imported with SQLite."""
    return any(each.__name__ == "InternalClientError" for each in type(error).__mro__)


def _says(error: Exception) -> str:
    return str(error.strerror if isinstance(error, OSError) and error.strerror else error)


def is_conflict(error: DBAPIError) -> bool:
    """Say whether the database rolled the transaction back for another one, so that it is to be repeated."""
    return getattr(error.orig, "sqlstate", None) in _CONFLICT
