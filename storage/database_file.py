"""The file of an SQLite database, while it is open: still the one that was opened, whole, and with its log beside it.

SQLite goes on writing into a file that was deleted or moved away, and says that it is kept.
"""

import os
import sqlite3
from math import inf, prod
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, event

_COMPANIONS = ("-wal", "-shm")
_BACK = "Put it back, or stop the bot."
_AGAIN = "Stop the bot and start it again."


class DatabaseGone(ConnectionError):  # noqa: N818 - it says what happened
    """Nothing can be kept in the database's file; the text is one line that says why, and what to do."""


class DatabaseFile:
    """The file that was opened; ``watch`` checks before each commit that it is still there."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()  # a link is not followed: it may lead elsewhere later
        found = self._path.stat()
        self._identity = found.st_dev, found.st_ino
        self._size = found.st_size
        self._companions = [Path(f"{path.resolve()}{ending}") for ending in _COMPANIONS]
        self._beside: list[int | None] | None = None

    def address(self, address: URL) -> URL:
        """Give the address under which SQLite opens the file, and makes none where it is missing."""
        return address.set(database=self._path.as_uri(), query={"mode": "rw", "uri": "true"})

    def watch(self, engine: Engine, *, writes: bool) -> None:
        """Let no transaction of an engine be committed, or read, on another file than the one that was opened.

        The engine has its pragmas, and the word that begins a transaction.
        """
        event.listen(engine, "do_connect", self._looks)
        event.listen(engine, "handle_error", self._looks)  # SQLite says of the same trouble that it cannot open a file
        event.listen(engine, "commit" if writes else "begin", self._commits if writes else self._reads)

    def _looks(self, *_given: object) -> None:
        self._found()

    def _reads(self, connection: Connection) -> None:
        size = self._found().st_size
        if size < self._size <= _bytes(connection):  # VACUUM makes the file smaller, and what has to be in it
            raise DatabaseGone(f"{self._path} was cut short. {_BACK}")
        self._size = size

    def _commits(self, connection: Connection) -> None:
        """Look at the file and what is beside it: three calls of some microseconds, before a commit of milliseconds."""
        self._reads(connection)
        beside = [_inode(path) for path in self._companions]
        if self._beside is None:
            self._beside = beside
        elif beside != self._beside:
            if None in beside and not set(beside) - {None, *self._beside}:
                _fold(connection)
            raise DatabaseGone(f"{self._path}-wal or -shm was taken away. {_AGAIN}")

    def _found(self) -> os.stat_result:
        try:
            found = self._path.stat()
        except OSError as error:
            raise DatabaseGone(f"{self._path} is gone. {_BACK}") from error
        if (found.st_dev, found.st_ino) != self._identity:
            raise DatabaseGone(f"{self._path} is another file now. Put the first one back, or start the bot again.")
        return found


def file_behind(address: URL) -> DatabaseFile | None:
    """Find the file of a database that is about to be opened; none where the database is not a file."""
    return DatabaseFile(Path(address.database or "")) if address.get_backend_name() == "sqlite" else None


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return None


def _bytes(connection: Connection) -> float:
    """Return the least size that the file must have, in bytes; infinity if it cannot be read."""
    cursor = connection.connection.cursor()
    sizes: list[int] = []
    for name in ("page_count", "page_size"):
        try:
            cursor.execute(f"PRAGMA {name}")
        except sqlite3.DatabaseError:
            return inf
        sizes += cursor.fetchone() or ()
    return prod(sizes)


def _fold(connection: Connection) -> None:
    """Give up the transaction, and bring into the file what was committed before: the log has lost its name.

    Where another log is in its place another program has written, and what is folded might undo that.
    """
    cursor = connection.connection.cursor()
    cursor.execute("ROLLBACK")
    cursor.execute("PRAGMA wal_checkpoint(FULL)")  # it waits for those who read: else their part would stay in the log
