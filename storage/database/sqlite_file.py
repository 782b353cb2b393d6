"""The SQLite file: readable only by its owner, on disk with every commit, watched, and locked by a running bot."""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from math import inf, prod
from pathlib import Path
from time import monotonic
from time import sleep as pause
from typing import Any

from sqlalchemy import URL, Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.database.address import CannotOpen, DatabaseInUse, file_of, real_path
from storage.portable import lock as lock_file

BUSY_MS = 2_000
"""How long a connection waits for another program's lock, in milliseconds; a stop may wait as long."""

SEARCH = "draft_search"
"""The full-text index; SQLite keeps it in tables whose names begin so, and they are never empty."""

_COMPANIONS = ("", "-wal", "-shm")

_OURS = frozenset({"alembic_version", "inbox"})
"""Tables of every version; many programs have the first."""


def make_private(path: Path) -> None:
    """Create the file if it is missing, and make it private; the files that SQLite puts beside it follow its mode.

    An existing file is not opened: closing it would free the locks that SQLite holds on it in this process.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDONLY, 0o600))
    for companion in (path.with_name(path.name + ending) for ending in _COMPANIONS):
        if companion.exists() and (mode := companion.stat().st_mode & 0o777) & 0o077:
            companion.chmod(mode & 0o700)


def use_wal(path: Path) -> None:
    """Switch the file to a write-ahead log; try again while it is locked, as SQLite does not wait here."""
    ends = monotonic() + BUSY_MS / 1000
    with closing(sqlite3.connect(path, timeout=BUSY_MS / 1000)) as connection:
        while True:
            try:
                connection.execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError as error:
                if not is_locked(error) or monotonic() > ends:
                    raise
                pause(0.01)
            else:
                return


def tables_of(connection: sqlite3.Connection) -> frozenset[str]:
    """List the tables of a database."""
    return frozenset(name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))


def are_ours(tables: frozenset[str]) -> bool:
    """Say whether tables are of this program, whatever its version."""
    return tables >= _OURS


def is_of_another_program(path: Path) -> bool:
    """Say whether an existing database belongs to another program.

    It is opened for writing, so that SQLite undoes the unfinished work of a killed process.
    """
    if not path.exists():
        return False
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=BUSY_MS / 1000)) as connection:
        tables = tables_of(connection)
    return bool(tables) and not are_ours(tables)


def has_full_text() -> bool:
    """Say whether this build of SQLite has FTS5, which searches for words."""
    with closing(sqlite3.connect(":memory:")) as connection, suppress(sqlite3.DatabaseError):
        connection.execute("CREATE VIRTUAL TABLE words USING fts5 (word)")
        return True
    return False


def is_locked(error: BaseException | None) -> bool:
    """Say whether an error of SQLite means that another program holds the file."""
    return "locked" in str(error)


async def log_emptied(engine: AsyncEngine) -> bool:
    """Move the write-ahead log into the file and empty it; returns false if somebody still reads from it.

    ``secure_delete`` overwrites deleted data in the file, but the log has it until it is emptied.
    """
    async with engine.connect() as connection:
        raw = await connection.get_raw_connection()
        driver: Any = raw.driver_connection  # past SQLAlchemy, which would open a transaction
        async with driver.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
            busy, _, _ = await cursor.fetchone()
    return not busy


def set_up(engine: Engine, begin: str, *pragmas: str) -> None:
    """Set the pragmas of each connection, and the statement that begins each transaction."""
    event.listen(engine, "connect", _connected("foreign_keys=ON", *pragmas))
    event.listen(engine, "begin", _begun(begin))


def _connected(*pragmas: str) -> Callable[[DBAPIConnection, ConnectionPoolEntry], None]:
    def connected(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver would open transactions by itself, and late
        cursor = connection.cursor()
        for pragma in (f"busy_timeout={BUSY_MS}", "journal_mode=WAL", "synchronous=FULL", *pragmas):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return connected


def _begun(begin: str) -> Callable[[Connection], None]:
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return begun


_BESIDE_IT = ("-wal", "-shm")

_BACK = "Put it back, or stop the bot."

_AGAIN = "Stop the bot and start it again."


class DatabaseGone(ConnectionError):  # noqa: N818 - it says what happened
    """The database's file is gone or was replaced; the text is one line that says why and what to do."""


class DatabaseFile:
    """The file that was opened; ``watch`` checks before each commit that it is still there."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()  # a link is not followed: it may lead elsewhere later
        found = self._path.stat()
        self._identity = found.st_dev, found.st_ino
        self._size = found.st_size
        self._companions = [Path(f"{path.resolve()}{ending}") for ending in _BESIDE_IT]
        self._beside: list[int | None] | None = None

    def address(self, address: URL) -> URL:
        """Return the address that makes SQLite open the file and never create it."""
        return address.set(database=self._path.as_uri(), query={"mode": "rw", "uri": "true"})

    def watch(self, engine: Engine, *, writes: bool) -> None:
        """Let no transaction of an engine commit, or read, on another file than the one that was opened.

        Call it after ``set_up``.
        """
        event.listen(engine, "do_connect", self._looks)
        event.listen(engine, "handle_error", self._fails)  # SQLite would only say that it cannot open a file
        event.listen(engine, "commit" if writes else "begin", self._commits if writes else self._reads)

    def _looks(self, *_given: object) -> None:
        self._found()

    def _fails(self, _context: object) -> None:
        self._check_size(self._found().st_size, inf)

    def _reads(self, connection: Connection) -> None:
        size = self._found().st_size
        if size < self._size:
            # VACUUM makes the file smaller, and also the size that it should have, but never empty
            self._check_size(size, _bytes(connection) if size else inf)
        self._size = size

    def _check_size(self, size: int, least: float) -> None:
        if size < self._size <= least:
            raise DatabaseGone(f"{self._path} was cut short. {_BACK}")

    def _commits(self, connection: Connection) -> None:
        """Check the file and its companions: three calls of some microseconds before a commit of milliseconds."""
        self._reads(connection)
        beside = [_inode(path) for path in self._companions]
        if self._beside is None:
            self._beside = beside
        elif beside != self._beside:
            if self._only_we_wrote(beside):
                _fold(connection)
            raise DatabaseGone(f"{self._path}-wal or -shm was taken away. {_AGAIN}")

    def _only_we_wrote(self, beside: list[int | None]) -> bool:
        """Say whether no other program has written since the log or its index was deleted.

        A connection that is opened then, as the bot's own readers may be, makes a new log; it is empty until a commit.
        """
        (log, index), (first_log, first_index) = beside, self._beside or (None, None)
        is_empty = log not in {None, first_log} and not _bytes_of(self._companions[0])
        return (log in {None, first_log} or is_empty) and index in {None, first_index}

    def _found(self) -> os.stat_result:
        try:
            found = self._path.stat()
        except OSError as error:
            raise DatabaseGone(f"{self._path} is gone. {_BACK}") from error
        if (found.st_dev, found.st_ino) != self._identity:
            raise DatabaseGone(f"{self._path} is another file now. Put the first one back, or start the bot again.")
        return found


def file_behind(address: URL) -> DatabaseFile | None:
    """Return the file of a database that is about to be opened; ``None`` for PostgreSQL."""
    return DatabaseFile(Path(address.database or "")) if address.get_backend_name() == "sqlite" else None


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return None


def _bytes_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


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
    """Roll back, and move earlier commits from the log into the file: the log has lost its name.

    Not if another program has written to a new log in its place: this might undo that.
    """
    cursor = connection.connection.cursor()
    cursor.execute("ROLLBACK")
    cursor.execute("PRAGMA wal_checkpoint(FULL)")  # FULL waits for readers: else their part would stay in the log


_ON_THE_FILE = sys.platform == "linux"
"""On Linux flock does not see the locks that SQLite sets by fcntl; elsewhere one may exclude the other."""


@contextmanager
def held(url: str, advice: str = "stop that one first") -> Iterator[None]:
    """Lock a database for one bot; raises ``DatabaseInUse``, with the advice, if another bot has it.

    The lock is on the file itself: it stays if the file is moved, and nobody can delete it while the bot runs. It ends
    with its process, however that ends. Short commands do not take it, so they work beside a running bot. On
    PostgreSQL, which has many workers, it does nothing.
    """
    path = file_of(url)
    try:
        target = None if path is None else _file_to_lock(real_path(path))
        is_new = target is not None and not target.exists()
        lock = None if target is None else _lock(target)
    except BlockingIOError:
        raise DatabaseInUse(f"{path} is in use by a bot that runs: {advice}.") from None
    except OSError as error:
        raise CannotOpen(f"{path} cannot be opened: {error.strerror}.") from error
    if target is None or lock is None:
        yield
        return
    try:
        yield
    finally:
        if is_new and not os.fstat(lock).st_size:
            with suppress(PermissionError):  # Windows deletes no open file: it stays, empty
                target.unlink(missing_ok=True)
        os.close(lock)  # after the database, whose locks in this process end with it


def _file_to_lock(real: Path) -> Path | None:
    """Return the file to lock; ``None`` if no database can be there: opening it says why."""
    if real.is_dir() or not real.parent.is_dir():
        return None
    return real if _ON_THE_FILE else real.with_name(f"{real.name}-lock")


def _lock(target: Path) -> int:
    """Create and lock a file; lock again if somebody deleted it in between."""
    while True:
        lock = os.open(target, os.O_RDONLY | os.O_CREAT, 0o600)
        try:
            lock_file(lock)
            if target.exists() and os.path.samestat(target.stat(), os.fstat(lock)):
                return lock
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)
