"""The PostgreSQL server: how it is spoken to, and how it is kept from telling what was written."""

import logging
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import URL, Engine, event, make_url
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage.database.sqlite_file import DatabaseFile, is_locked, is_of_another_program, make_private, set_up, use_wal

CONNECTIONS = 3
"""Of each kind, writing and reading, for one process: a server has 100 unless it was told otherwise.

While one waits for the server, the process works for the next; with more of them less work would share a transaction.
"""

CONNECT_SECONDS = 10.0
"""How long a server may take to answer: a start says soon that there is none."""

WORKER_LOCK_SECONDS = 5.0
"""How long the server may take over a worker lock, which waits for nothing."""

_GIVEN = re.compile(r"(invalid input for query argument \$\d+).*", re.DOTALL)

WORKER = "practice-bot worker"
"""What the server calls the connection that has the locks of a worker; each worker that runs has one."""

SILENT_SECONDS = 15
"""How long a connection that holds something may say nothing before the server takes it for dead.

Of a process that ends the server hears at once. A machine that vanishes is found out by the probes of TCP in as long.
"""

LOCK_SECONDS = 5
"""How long a statement waits for another worker's lock: that worker may hang. Then all of it is tried again."""

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
    """Make the engine that writes, and the one that reads and sees one moment throughout a transaction."""
    return _engine(address, {}), _engine(address, _READING_POSTGRESQL)


def locking_engine(address: URL) -> AsyncEngine:
    """Make the engine of worker locks: each connection is new, and keeps its locks from one to the next."""
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
    """Take away what an error of PostgreSQL's or of its driver's quotes: the row that broke a rule, what was given."""
    for error in (*_chain(context.sqlalchemy_exception), *_chain(context.original_exception)):
        error.args = tuple(_plain(each) if isinstance(each, str) else each for each in error.args)
        for added in ("detail", "hint", "where") if hasattr(error, "sqlstate") else ():
            setattr(error, added, None)


def _plain(text: str) -> str:
    """Give the sentence alone: details follow on lines of their own, and the driver quotes what it cannot send."""
    return _GIVEN.sub(r"\1", text.split("\n", maxsplit=1)[0])


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Go from an error to what caused it."""
    while error is not None:
        yield error
        error = error.__cause__


_WRITING = (
    "BEGIN IMMEDIATE",
    "secure_delete=ON",  # FAST would leave freed pages as they were
    "temp_store=MEMORY",  # what savepoints keep for undoing would be a new file for each answer
)

_READING_SQLITE = ("BEGIN", "query_only=ON")

_LIKE_SQLITE = "sqlite+aiosqlite:///practices.db"

_LIKE_POSTGRESQL = "postgresql+asyncpg://user@host/practices"

_DRIVERS = ("sqlite+aiosqlite://", "postgresql+asyncpg://")

_OPTIONS = frozenset({"host", "passfile", "port", "prepared_statement_cache_size", "ssl", "target_session_attrs"})
"""The options of a PostgreSQL address: the driver takes no others as text."""

_SSL = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")

_SERVERS = ("any", "primary", "standby", "read-write", "read-only", "prefer-standby")

_PORTS = 1 << 16


class CannotOpen(ValueError):  # noqa: N818 - it says what happened, in one line
    """The database cannot be opened; the message is one line for the person who runs the bot."""


class NoDatabase(CannotOpen):
    """There is no such file, and none is to be made."""


class DatabaseInUse(CannotOpen):
    """Another program holds the database and does not let go."""


def parsed(url: str) -> URL:
    """Read a database address; raises ``CannotOpen`` where it is none that this program can use."""
    address, wrong = _read(url)
    if address is None or wrong:
        raise CannotOpen(f"A database address {wrong}.")
    return address


def wrong_with(url: str) -> str:
    """Say what a database address should be, in words that go on from its name; nothing where it is one."""
    return _read(url)[1]


def _read(url: str) -> tuple[URL | None, str]:
    if not url.startswith(_DRIVERS):
        return None, f"should begin with {' or '.join(_DRIVERS)}"
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):  # a port that is no number is the latter
        return None, f"should look like {_LIKE_POSTGRESQL} or {_LIKE_SQLITE}"
    if not f"{url}{address.host}{address.database}".isprintable():  # %00 is none either
        return None, "should be made of characters that can be printed"
    return address, _of_sqlite(address) if address.get_backend_name() == "sqlite" else _of_postgresql(address)


def _of_sqlite(address: URL) -> str:
    elsewhere = address.host or address.port is not None or address.username or address.password
    name = (address.database or "").strip()
    if elsewhere or name in {"", ":memory:"} or name.startswith("file:"):
        return f"should name a file, such as {_LIKE_SQLITE}"
    if name.startswith("~"):
        return "should have the full path of the file: ~ is not your home folder here"
    return "should have nothing behind a question mark" if address.query else ""


def _of_postgresql(address: URL) -> str:
    return next(_wrong_of_postgresql(address), "")


def _wrong_of_postgresql(address: URL) -> Iterator[str]:
    if unknown := sorted(set(address.query) - _OPTIONS):
        yield f"should have no option but {', '.join(sorted(_OPTIONS))}: not {', '.join(unknown)}"
    if not (address.host or address.query.get("host")) or not address.database:
        yield f"should name a host and a database, such as {_LIKE_POSTGRESQL}"
    if "@" in (address.host or ""):
        yield "should have %40 in place of an @ in the password"
    if not 0 < (1 if address.port is None else address.port) < _PORTS:
        yield f"should have a port from 1 to {_PORTS - 1}"
    if str(address.query.get("ssl", "prefer")) not in _SSL:
        yield f"should have one of {', '.join(_SSL)} behind ssl="
    if str(address.query.get("target_session_attrs", "any")) not in _SERVERS:
        yield f"should have one of {', '.join(_SERVERS)} behind target_session_attrs="
    try:
        address.get_dialect()().create_connect_args(address)
    except ArgumentError:
        yield "should have host=NAME:PORT for each host, where it has several"
    except ValueError:
        yield "should have a number behind port= and prepared_statement_cache_size="


def engines(address: URL, file: DatabaseFile | None) -> tuple[AsyncEngine, AsyncEngine]:
    """Make the engine that writes and the one that reads; an SQLite database has its file."""
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
    """Make the file of an SQLite database ready; it may wait for another program, so it wants a thread.

    Raises ``NoDatabase`` where there is no file and ``make`` is false.
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
        if is_of_another_program(real):
            raise CannotOpen(f"{path} is a database of another program: name another file.")
        make_private(real)
        use_wal(real)
    except OSError as error:
        raise CannotOpen(f"{path} cannot be opened: {error.strerror}.") from error
    except sqlite3.DatabaseError as error:
        raise (DatabaseInUse if is_locked(error) else CannotOpen)(f"{path} cannot be opened: {error}.") from error


def real_path(path: Path) -> Path:
    """Follow links; raises ``CannotOpen`` where they lead in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise CannotOpen(f"{path} cannot be opened: its links lead in a circle.") from error
