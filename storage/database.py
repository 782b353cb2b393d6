"""The database: opened and brought up to date, then one transaction at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Any, Self, TypeVar, TypeVarTuple

from sqlalchemy import URL, Connection, Engine, Row, Select, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database_file import file_behind
from storage.dialects import Line, stand_in
from storage.engines import CannotOpen, DatabaseInUse, Way, engines, parsed, prepare, ways
from storage.files import is_locked, log_emptied
from storage.lanes import Closed, Lane
from storage.schema import NewerSchema, bring_up_to_date
from storage.together import Together, alone

Result = TypeVar("Result")
Item = TypeVar("Item")
Given = TypeVarTuple("Given")
Ask = Callable[[Item], Awaitable[Result]]
Transaction = AbstractAsyncContextManager[AsyncConnection]

TOGETHER = 64
"""How many share a statement at most, of those that could."""

CLOSE_SECONDS = 0.5
"""How long what waits for its turn may go on waiting when the database is closed."""


class NewerDatabase(CannotOpen):
    """The database was written by a newer version of this program."""


class Database:
    """Transactions on one database, committed at their end, or rolled back where something raises.

    ``change`` and ``ask`` run a function in one; ``write`` and ``read`` give a block one. ``change`` and ``ask`` have a
    way each (a lane of an SQLite file, a road to a server): what waits there together shares a transaction.
    """

    def __init__(self, address: URL) -> None:
        file = file_behind(address)
        self._writer, self._reader = engines(address, file)
        self._changing, self._asking = ways(address, file, self._writer, self._reader)
        self._running: set[asyncio.Task[Any]] = set()
        self._closed = False
        event.listen(self._writer.sync_engine, "checkout", self._refuse)

    @classmethod
    async def open(cls, url: str, *, make: bool = True) -> Self:
        """Open the database and bring it up to date; raises ``CannotOpen`` or one of its kinds.

        A file that is not there is made, or refused where ``make`` is false.
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
        """Let what runs come to its end, and let go of all connections.

        What has not begun after ``CLOSE_SECONDS``, since another program holds the file, raises ``Closed``.
        """
        for way in (self._changing, self._asking):
            await way.close(CLOSE_SECONDS)
        await asyncio.gather(*self._running, return_exceptions=True)
        self._closed = True
        await self._writer.dispose()
        await self._reader.dispose()

    async def change(self, work: Callable[[Connection, *Given], Result], *given: *Given) -> Result:
        """Do the work in one transaction that may write; a caller that is cancelled meanwhile leaves it to its end.

        A cancelled statement would leave the driver holding the file's lock for good (SQLAlchemy 2.1, aiosqlite 0.22).
        Where the database undoes the transaction in favour of another one, the work is done again.
        """
        return await _by(self._changing, work, *given)

    async def change_briefly(self, work: Callable[[Connection, *Given], Result], *given: *Given) -> Result:
        """Do the work like ``change``: a few statements on a few rows, for which a quick file needs no thread."""
        return await _by(self._changing, work, *given, brief=True)

    async def note(self, work: Callable[[Connection, *Given], Result], *given: *Given) -> Result:
        """Do the work like ``change_briefly``, and not in the way of what somebody waits for."""
        return await _by(self._changing, work, *given, patient=True, brief=True)

    async def ask(self, work: Callable[[Connection, *Given], Result], *given: *Given) -> Result:
        """Do the work in one transaction that only reads, all of it at one moment."""
        return await _by(self._asking, work, *given)

    def noting(self, work: Callable[[Connection, Sequence[Item]], Sequence[Result]]) -> Ask[Item, Result]:
        """Give what does a work like ``note`` for one, on a server for all at once that have come meanwhile."""
        return _for_each(self._changing, lambda items: self.note(work, items))

    def asking(self, work: Callable[[Connection, Sequence[Item]], Sequence[Result]]) -> Ask[Item, Result]:
        """Give what does a work like ``ask`` for one, on a server for all at once that have come meanwhile."""
        return _for_each(self._asking, lambda items: self.ask(work, items))

    async def rows(self, query: Select[*Given]) -> Sequence[Row[*Given]]:
        """Ask one question and take all of its rows."""
        return await self.ask(_rows, query)

    async def overwritten(self) -> bool:
        """Leave nothing of what was deleted in the file and its log; false where somebody still reads from the log.

        On PostgreSQL that is the server's to do: vacuum, and its own log.
        """
        if self._writer.dialect.name != "sqlite":
            return True
        return await self._kept(log_emptied(self._writer))

    def write(self) -> Transaction:
        """Open a transaction that may write, for a block that is never cancelled."""
        return self._writer.begin()

    def read(self) -> Transaction:
        """Open a transaction that only reads."""
        return self._reader.begin()

    @property
    def changing(self) -> Engine:
        """What ``change`` works on."""
        return self._changing.engine

    def _refuse(self, *_connection: object) -> None:
        if self._closed:
            raise Closed("The database is closed.")

    async def _kept(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Let work come to its end, whatever becomes of its caller."""
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


async def _by(
    way: Way,
    work: Callable[[Connection, *Given], Result],
    *given: *Given,
    patient: bool = False,
    brief: bool = False,
) -> Result:
    result: Result = await way.do(lambda connection: work(connection, *given), patient=patient, brief=brief)
    return result


def _for_each(way: Way, do: Callable[[Sequence[Item]], Awaitable[Sequence[Result]]]) -> Ask[Item, Result]:
    """Take one by one what is done for many: on a lane that costs no way to a server and back."""
    return partial(alone, do) if isinstance(way, Lane) else Together(do, TOGETHER)


def _up_to_date(connection: Connection) -> None:
    stand_in(connection, Line.MIGRATING)
    bring_up_to_date(connection)


def _rows(connection: Connection, query: Select[*Given]) -> Sequence[Row[*Given]]:
    return connection.execute(query).all()
