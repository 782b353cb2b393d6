"""Transient errors are told from errors of the work."""

import errno
import io
import os
import socket
import sqlite3
import ssl

import asyncpg  # type: ignore[import-untyped] # it has no types
import pytest
from sqlalchemy import exc
from sqlalchemy.exc import DBAPIError

from storage import is_transient


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


OF_THE_MACHINE = (
    *(errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR),
    *(errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG, errno.ESTALE, errno.ENODEV, errno.ENXIO, errno.EBUSY),
    *(errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN, errno.ENOBUFS, errno.ENOLCK, errno.EINTR),
    *(errno.EHOSTUNREACH, errno.EHOSTDOWN, errno.ENETUNREACH, errno.ENETDOWN, errno.ENETRESET, errno.EADDRNOTAVAIL),
    *(errno.ECONNREFUSED, errno.ECONNRESET, errno.ECONNABORTED, errno.ENOTCONN, errno.ETIMEDOUT, errno.EPIPE),
)
OF_A_WRONG_CALL = (errno.ENOENT, errno.EEXIST, errno.EBADF, errno.EINVAL, errno.EISDIR, errno.ENAMETOOLONG)
OF_THE_SERVER = (
    *("08000", "08001", "08006", "25P03", "25P04", "28P01", "3D000", "40001", "42501"),
    *("53200", "53300", "55P03", "57P01", "57P03", "58030", "XX001"),
)
OF_THE_FILE = (
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_LOCKED),
    *(sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_INTERRUPT),
)


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
        *(OSError(code, os.strerror(code)) for code in OF_THE_MACHINE),
        *(FromPostgreSQL(state) for state in OF_THE_SERVER),
        *(of_sqlite(code) for code in OF_THE_FILE),
        OSError("Multiple exceptions: [Errno 111] secret, [Errno 113] secret"),
        FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/secret']"),
        RuntimeError("can't start new thread"),
        socket.gaierror(socket.EAI_AGAIN, "secret"),
        socket.gaierror(socket.EAI_NONAME, "secret"),
        ssl.SSLError(1, "secret"),
        ssl.SSLEOFError(8, "secret"),
        ssl.SSLCertVerificationError(1, "secret"),
        MemoryError(),
        exc.TimeoutError("secret"),
        exc.PendingRollbackError("secret"),
        asyncpg.TargetServerAttributeNotMatched("secret"),
        asyncpg.TooManyConnectionsError("secret"),
        asyncpg.CannotConnectNowError("secret"),
        asyncpg.ConnectionDoesNotExistError("secret"),
    ],
    ids=repr,
)
def test_trouble_of_the_database(error: Exception) -> None:
    """A full disk, a lock, a lost connection pass; SQLAlchemy's wrapping does not hide them."""
    assert (True, True) == (is_transient(error), is_transient(DBAPIError("secret", {}, error)))


@pytest.mark.parametrize(
    "error",
    [
        of_sqlite(sqlite3.SQLITE_CONSTRAINT_UNIQUE),
        of_sqlite(sqlite3.SQLITE_ERROR),
        sqlite3.ProgrammingError("secret"),
        FromPostgreSQL("23505"),
        FromPostgreSQL("22021"),
        FromPostgreSQL("42601"),
        FromPostgreSQL("XX000"),
        asyncpg.InterfaceError("secret"),
        *(OSError(code, os.strerror(code)) for code in OF_A_WRONG_CALL),
        OSError("an image that is cut off"),
        io.UnsupportedOperation("secret"),
        RuntimeError("secret"),
        KeyError("secret"),
    ],
)
def test_trouble_of_what_was_given(error: Exception) -> None:
    """A broken rule, a wrong statement, a bug do not pass by waiting."""
    assert (False, False) == (is_transient(error), is_transient(DBAPIError("secret", {}, error)))


def test_trouble_of_a_connection_that_is_lost() -> None:
    """A connection that SQLAlchemy gave up counts as transient, whatever its error was."""
    assert is_transient(DBAPIError("secret", {}, Exception("secret"), connection_invalidated=True)) is True
