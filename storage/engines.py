"""Engines: one that writes and one that reads, neither of which tells what was written."""

import logging
import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.files import is_locked, make_private, set_up, use_wal
from storage.lanes import Lane
from storage.roads import Road
from storage.server import CONNECTIONS, server_engines

Way = Lane | Road

_WRITING = (
    "BEGIN IMMEDIATE",
    "secure_delete=ON",  # FAST would leave freed pages as they were
    "temp_store=MEMORY",  # what savepoints keep for undoing would be a new file for each answer
)
_READING = ("BEGIN", "query_only=ON")


class CannotOpen(ValueError):  # noqa: N818 - it says what happened, in one line
    """The database cannot be opened; the message is one line for the person who runs the bot."""


class NoDatabase(CannotOpen):
    """There is no such file, and none is to be made."""


class DatabaseInUse(CannotOpen):
    """Another program holds the database and does not let go."""


def parsed(url: str) -> URL:
    """Read a database address; raises ``CannotOpen`` where it is none that this program can use."""
    with suppress(ArgumentError):
        address = make_url(url)
        in_memory = address.get_backend_name() == "sqlite" and address.database in {None, "", ":memory:"}
        if address.get_dialect().is_async and not in_memory:
            return address
    raise CannotOpen(
        "A database address looks like sqlite+aiosqlite:///practices.db or postgresql+asyncpg://user@host/practices."
    )


def engines(address: URL) -> tuple[AsyncEngine, AsyncEngine]:
    """Make the engine that writes and the one that reads."""
    if address.get_backend_name() == "sqlite":
        return _sqlite_engines(address)
    try:
        return server_engines(address)
    except ImportError as error:
        raise CannotOpen(f"{address.drivername} needs another package: {error}.") from error


def ways(address: URL, writer: AsyncEngine, reader: AsyncEngine) -> tuple[Way, Way]:
    """Make the way of what writes and that of what reads: an SQLite file has a lane, a server a road of many."""
    if address.get_backend_name() != "sqlite":
        return Road(writer, CONNECTIONS), Road(reader, CONNECTIONS)
    return Lane(_of_a_lane(address, *_WRITING)), Lane(_of_a_lane(address, *_READING))


def _of_a_lane(address: URL, begin: str, *pragmas: str) -> Engine:
    here = address.set(drivername="sqlite")
    engine = create_engine(here, hide_parameters=True, pool_size=1, max_overflow=0, pool_timeout=None)
    set_up(engine, begin, *pragmas)
    return engine


def _sqlite_engines(address: URL) -> tuple[AsyncEngine, AsyncEngine]:
    logging.getLogger("aiosqlite").setLevel(logging.INFO)  # below that it writes every value into the log
    writer = create_async_engine(address, hide_parameters=True, pool_size=1, max_overflow=0, pool_timeout=None)
    reader = create_async_engine(address, hide_parameters=True, pool_size=4, max_overflow=0, pool_timeout=None)
    set_up(writer.sync_engine, *_WRITING)
    set_up(reader.sync_engine, *_READING)
    return writer, reader


def prepare(address: URL, *, make: bool = True) -> None:
    """Make the file of an SQLite database ready; it may wait for another program, so it wants a thread.

    Raises ``NoDatabase`` where there is no file and ``make`` is false.
    """
    if address.get_backend_name() != "sqlite":
        return
    path = Path(address.database or "")
    if not path.parent.is_dir():
        raise CannotOpen(f"{path} cannot be made: there is no directory {path.parent}.")
    if path.is_dir():
        raise CannotOpen(f"{path} cannot be opened: it is a directory.")
    if not make and not path.exists():
        raise NoDatabase(f"There is no database {path}: check DATABASE_URL.")
    try:
        make_private(path)
        use_wal(path)
    except OSError as error:
        raise CannotOpen(f"{path} cannot be opened: {error.strerror}.") from error
    except sqlite3.DatabaseError as error:
        raise (DatabaseInUse if is_locked(error) else CannotOpen)(f"{path} cannot be opened: {error}.") from error
