"""The SQLite file: readable by its owner alone, every commit on disk before it is called one."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic
from time import sleep as pause
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_MS = 2_000
"""How long a connection waits for another program's lock, in milliseconds: a stop may have to wait as long."""

_COMPANIONS = ("", "-wal", "-shm")
_OURS = frozenset({"alembic_version", "inbox"})
"""Tables that every version has made: many programs have the first."""


def make_private(path: Path) -> None:
    """Create the file where it is missing, and take group and others off it; SQLite's companions follow its mode.

    A file that is there is not opened: closing it would take away the locks that SQLite holds on it in this process.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDONLY, 0o600))
    for companion in (path.with_name(path.name + ending) for ending in _COMPANIONS):
        if companion.exists() and (mode := companion.stat().st_mode & 0o777) & 0o077:
            companion.chmod(mode & 0o700)


def use_wal(path: Path) -> None:
    """Switch the file to a write-ahead log; SQLite does not wait for a lock there by itself, so this asks again."""
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
    """Say whether tables are those of this program, of whatever version."""
    return tables >= _OURS


def is_of_another_program(path: Path) -> bool:
    """Say whether a database that is there has tables, and not ours.

    It is opened to be written: SQLite undoes then what a process that was killed has half done. Else it stays as it is.
    """
    if not path.exists():
        return False
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=BUSY_MS / 1000)) as connection:
        tables = tables_of(connection)
    return bool(tables) and not are_ours(tables)


def is_locked(error: BaseException | None) -> bool:
    """Say whether an error of SQLite's means that another program holds the file."""
    return "locked" in str(error)


async def log_emptied(engine: AsyncEngine) -> bool:
    """Fold the write-ahead log into the file and leave none of it; false where somebody still reads from it.

    With ``secure_delete`` nothing is left in the file of what was deleted; the log has it until it is emptied.
    """
    async with engine.connect() as connection:
        raw = await connection.get_raw_connection()
        driver: Any = raw.driver_connection  # past SQLAlchemy, which would open a transaction
        async with driver.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
            busy, _, _ = await cursor.fetchone()
    return not busy


def set_up(engine: Engine, begin: str, *pragmas: str) -> None:
    """Give each connection of the engine its pragmas, and let each transaction open with ``begin``."""
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
