"""The database, SQLite or PostgreSQL: opened, brought up to date, and used in transactions."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Any, Self, TypeVar, TypeVarTuple

from sqlalchemy import URL, Connection, Row, Select, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.database.address import CannotOpen, DatabaseInUse, parsed
from storage.database.dialects import TransactionLock, drop_deleted_words, take_lock
from storage.database.engines import engines, prepare
from storage.database.schema import NewerSchema, bring_up_to_date
from storage.database.sqlite_file import file_behind, is_locked, log_emptied
from storage.database.transient_errors import is_conflict

Result = TypeVar("Result")

Given = TypeVarTuple("Given")

Transaction = AbstractAsyncContextManager[AsyncConnection]

ATTEMPTS = 10
"""How often work is tried if the database rolls it back for another transaction."""

CLOSE_SECONDS = 0.5
"""How long a close lets work wait for a connection."""


class NewerDatabase(CannotOpen):
    """The database was written by a newer version of this program."""


class Closed(ConnectionError):  # noqa: N818 - it says what happened
    """The database was closed before a transaction could begin."""


class Database:
    """Transactions on one database; each is committed at its end, or rolled back if something raises.

    ``change`` and ``ask`` run a function in one; ``write`` and ``read`` give a block one.
    """

    def __init__(self, address: URL) -> None:
        self._writer, self._reader = engines(address, file_behind(address))
        self._running: set[asyncio.Task[Any]] = set()
        self._closed = False
        for engine in (self._writer, self._reader):
            event.listen(engine.sync_engine, "checkout", self._refuse)

    @classmethod
    async def open(cls, url: str, *, make: bool = True) -> Self:
        """Open the database and bring it up to date; raises ``CannotOpen``.

        A missing file is created, or refused if ``make`` is false.
        """
        address = parsed(url)
        await asyncio.to_thread(partial(prepare, address, make=make))
        db = cls(address)
        try:
            await db._bring_up_to_date(address.render_as_string(hide_password=True))
        except BaseException:
            await db.close()
            raise
        return db

    async def close(self) -> None:
        """Wait for running work, and close all connections.

        Work that still has no connection after ``CLOSE_SECONDS`` raises ``Closed``.
        """
        if self._running:
            await asyncio.wait(self._running, timeout=CLOSE_SECONDS)
        self._closed = True
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._writer.dispose()
        await self._reader.dispose()

    async def change(self, work: Callable[[Connection, *Given], Result], *given: *Given) -> Result:
        """Do the work in one transaction that may write; it ends even if the caller is cancelled.

        A cancelled statement would leave the driver holding the file's lock for good (SQLAlchemy 2.1, aiosqlite 0.22).
        The work is repeated if the database rolls it back for another transaction.
        """
        return await self._kept(_done(self._writer, work, *given))

    async def ask(self, work: Callable[[Connection, *Given], Result], *given: *Given) -> Result:
        """Do the work in one transaction that only reads, and sees one moment."""
        return await self._kept(_done(self._reader, work, *given))

    async def rows(self, query: Select[*Given]) -> Sequence[Row[*Given]]:
        """Return all rows of a query."""
        return await self.ask(_rows, query)

    async def overwritten(self) -> bool:
        """Rewrite SQLite's full-text index and empty its log, so that they hold no deleted data.

        Returns false if somebody still reads from the log.

        PostgreSQL does that itself, by its vacuum.
        """
        if self._writer.dialect.name != "sqlite":
            return True
        await self.change(drop_deleted_words)
        return await self._kept(log_emptied(self._writer))

    def write(self) -> Transaction:
        """Open a transaction that may write; its block must not be cancelled (see ``change``)."""
        return self._writer.begin()

    def read(self) -> Transaction:
        """Open a transaction that only reads."""
        return self._reader.begin()

    @property
    def writer(self) -> AsyncEngine:
        """The engine that ``change`` works on."""
        return self._writer

    def _refuse(self, *_connection: object) -> None:
        if self._closed:
            raise Closed("The database is closed.")

    async def _kept(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Run work to its end even if its caller is cancelled."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _bring_up_to_date(self, name: str) -> None:
        try:
            await self.change(_up_to_date)
        except NewerSchema as error:
            raise NewerDatabase(
                f"{name} was written by a newer version of this program (its revision is {error}): update the program."
            ) from error
        except DBAPIError as error:
            if is_locked(error.orig):
                raise DatabaseInUse(f"{name} is held by another program; stop that one first.") from error
            raise CannotOpen(f"{name} cannot be opened: {error.orig}.") from error
        except OSError as error:
            raise CannotOpen(f"{name} cannot be reached: {error}.") from error
        except (TypeError, ValueError) as error:  # the driver's, of a name or an option that it does not take
            raise CannotOpen(f"{name} cannot be used: {error}.") from error


async def _done(engine: AsyncEngine, work: Callable[[Connection, *Given], Result], *given: *Given) -> Result:
    for _ in range(ATTEMPTS - 1):
        try:
            async with engine.begin() as connection:
                return await connection.run_sync(work, *given)
        except DBAPIError as error:
            if not is_conflict(error):
                raise
    async with engine.begin() as connection:
        return await connection.run_sync(work, *given)


def _up_to_date(connection: Connection) -> None:
    take_lock(connection, TransactionLock.MIGRATING)
    bring_up_to_date(connection)


def _rows(connection: Connection, query: Select[*Given]) -> Sequence[Row[*Given]]:
    return connection.execute(query).all()
