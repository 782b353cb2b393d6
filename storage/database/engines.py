"""The engines of both databases: one that writes and one that reads; on PostgreSQL one more for worker locks."""

import logging
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import URL, Engine, event
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage.database.address import CannotOpen, DatabaseInUse, NoDatabase, real_path
from storage.database.sqlite_file import (
    DatabaseFile,
    has_full_text,
    is_locked,
    is_of_another_program,
    make_private,
    set_up,
    use_wal,
)

CONNECTIONS = 3
"""Connections for writing, and as many for reading, per process; a server has 100 by default.

More would not be faster: while one waits for the server, new updates gather for the next, larger batch.
"""

CONNECT_SECONDS = 10.0
"""The time limit for a connection: a start says soon that there is no server."""

WORKER_LOCK_SECONDS = 5.0
"""The time limit for a worker lock, which waits for nothing."""

_GIVEN = re.compile(r"(invalid input for query argument \$\d+).*", re.DOTALL)

WORKER = "practice-bot worker"
"""The name on the server of the connection with a worker's locks; each running worker has one."""

SILENT_SECONDS = 15
"""After this time without a sign of life the server ends a connection that holds locks.

If a process ends, the server knows at once. TCP probes find a machine that vanished in the same time.
"""

LOCK_SECONDS = 5
"""How long a statement waits for a lock, as its holder may hang. Then the whole batch is tried again."""

_SERVER_SETTINGS = {
    "application_name": "practice-bot",
    "timezone": "UTC",
    "idle_in_transaction_session_timeout": f"{SILENT_SECONDS}s",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "2",
    "lock_timeout": f"{LOCK_SECONDS}s",
}

_LOCKING = {**_SERVER_SETTINGS, "application_name": WORKER, "idle_session_timeout": f"{SILENT_SECONDS}s"}

_READING_POSTGRESQL = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def server_engines(address: URL) -> tuple[AsyncEngine, AsyncEngine]:
    """Make an engine that writes, and one that reads and sees one moment during a transaction."""
    return _engine(address, {}), _engine(address, _READING_POSTGRESQL)


def locking_engine(address: URL) -> AsyncEngine:
    """Make the engine of worker locks; it has no pool, as the locks belong to the connection."""
    engine = create_async_engine(
        address,
        hide_parameters=True,
        isolation_level="AUTOCOMMIT",
        poolclass=NullPool,
        connect_args={
            "server_settings": _LOCKING,
            "timeout": CONNECT_SECONDS,
            "command_timeout": WORKER_LOCK_SECONDS,
        },
    )
    event.listen(engine.sync_engine, "handle_error", _without_values)
    return engine


def _engine(address: URL, options: dict[str, object]) -> AsyncEngine:
    engine = create_async_engine(
        address,
        hide_parameters=True,
        execution_options=options,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=None,
        connect_args={"server_settings": _SERVER_SETTINGS, "timeout": CONNECT_SECONDS},
    )
    event.listen(engine.sync_engine, "handle_error", _without_values)
    return engine


def _without_values(context: ExceptionContext) -> None:
    """Remove the values that PostgreSQL or its driver quotes in an error: they may be answers."""
    for error in (*_chain(context.sqlalchemy_exception), *_chain(context.original_exception)):
        error.args = tuple(_plain(each) if isinstance(each, str) else each for each in error.args)
        for added in ("detail", "hint", "where") if hasattr(error, "sqlstate") else ():
            setattr(error, added, None)


def _plain(text: str) -> str:
    """Keep the first line: the details follow in later lines, and the driver quotes the value behind the parameter."""
    return _GIVEN.sub(r"\1", text.split("\n", maxsplit=1)[0])


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and its causes."""
    while error is not None:
        yield error
        error = error.__cause__


_WRITING = (
    "BEGIN IMMEDIATE",
    "secure_delete=ON",  # FAST would leave freed pages as they were
    "temp_store=MEMORY",  # else each savepoint would make a new file, one for each answer
)

_READING_SQLITE = ("BEGIN", "query_only=ON")


def engines(address: URL, file: DatabaseFile | None) -> tuple[AsyncEngine, AsyncEngine]:
    """Make an engine that writes and one that reads; ``file`` is the file of an SQLite database."""
    if file is not None:
        return _sqlite_engines(address, file)
    return server_engines(address)


def _sqlite_engines(address: URL, file: DatabaseFile) -> tuple[AsyncEngine, AsyncEngine]:
    logging.getLogger("aiosqlite").setLevel(logging.INFO)  # below that it writes every value into the log
    here = file.address(address)
    writer = create_async_engine(here, hide_parameters=True, pool_size=1, max_overflow=0, pool_timeout=None)
    reader = create_async_engine(here, hide_parameters=True, pool_size=4, max_overflow=0, pool_timeout=None)
    _set_up(writer.sync_engine, file, *_WRITING)
    _set_up(reader.sync_engine, file, *_READING_SQLITE)
    return writer, reader


def _set_up(engine: Engine, file: DatabaseFile, begin: str, *pragmas: str) -> None:
    set_up(engine, begin, *pragmas)
    file.watch(engine, writes=begin == _WRITING[0])


def prepare(address: URL, *, make: bool = True) -> None:
    """Prepare the file of an SQLite database. Call it in a thread, as it may wait for another program.

    Raises ``NoDatabase`` if there is no file and ``make`` is false.
    """
    if address.get_backend_name() != "sqlite":
        return
    path = Path(address.database or "")
    try:
        real = real_path(path)
        if not real.parent.is_dir():
            raise CannotOpen(f"{path} cannot be made: there is no directory {real.parent}.")
        if real.is_dir():
            raise CannotOpen(f"{path} cannot be opened: it is a directory.")
        if real.exists() and not real.is_file():  # before its mode is changed: it may be the machine's, as /dev/null is
            raise CannotOpen(f"{path} cannot be opened: it is no file.")
        if not make and not real.exists():
            raise NoDatabase(f"There is no database {path}: start the bot once, which makes it, or check DATABASE_URL.")
        if not has_full_text():
            raise CannotOpen(f"{path} cannot be opened: this Python has an SQLite without FTS5; use another Python.")
        if is_of_another_program(real):
            raise CannotOpen(f"{path} is a database of another program: name another file.")
        make_private(real)
        use_wal(real)
    except OSError as error:
        raise CannotOpen(f"{path} cannot be opened: {error.strerror}.") from error
    except sqlite3.DatabaseError as error:
        raise (DatabaseInUse if is_locked(error) else CannotOpen)(f"{path} cannot be opened: {error}.") from error
