"""Lanes: one thread with one connection to an SQLite file, where work that waits together shares a transaction.

A commit costs an fsync, and each transaction the way to the thread and back, however much it holds. Each piece of work
of many has a savepoint, so that one that raises undoes itself alone; nobody hears of their work before it is committed.

The way to the thread and back is a sixth of what an answer to a person who is alone takes. Work that is brief goes
without it while the file is quick and free (docs/decisions/0028).
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from storage import files

Work = Callable[[Connection], Any]

GROUP = 64
"""How much work shares a transaction at most: the first of a group waits for the last of it."""

FEW = 2
"""How much work that shares a transaction goes without savepoints: it costs less to do it again, each alone."""

PATIENCE = 0.005
"""Seconds that work which nobody waits for stays for company, so that its commit is not in the way of what comes."""

QUICK = 0.005
"""Seconds that the last transaction may have taken for the next one of brief work to be done in the loop's thread."""


class Closed(ConnectionError):  # noqa: N818 - it says what happened
    """The database was closed before a transaction could begin."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a piece of work: what it gave, or what it raised."""

    result: Any = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A piece of work, and where its outcome is waited for."""

    work: Work
    done: "asyncio.Future[Any]"
    patient: bool = False
    brief: bool = False

    def tell(self, outcome: Outcome) -> None:
        """Say what came of it, unless whoever asked was cancelled meanwhile."""
        if self.done.cancelled():
            return
        if outcome.error is None:
            self.done.set_result(outcome.result)
        else:
            self.done.set_exception(outcome.error)

    def refuse(self) -> None:
        """Say that it was not begun."""
        self.tell(Outcome(error=Closed("The database is closed.")))


class Lane:
    """Takes work in order; what comes while a group is under way is the next group."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lane")
        self._connection: Connection | None = None
        self._insists = True
        self._took = 0.0
        self._waiting: list[Order] = []
        self._under_way: asyncio.Future[None] | None = None
        self._alarm: asyncio.TimerHandle | None = None
        self._closed = False

    def do(self, work: Work, *, patient: bool = False, brief: bool = False) -> "asyncio.Future[Any]":
        """Do the work in a transaction; what it gives or raises comes when that is committed.

        What is ``patient`` waits a moment for other work, to share its transaction. What is ``brief``, a few statements
        on a few rows, may be done before this returns.
        """
        order = Order(work, asyncio.get_running_loop().create_future(), patient, brief)
        if self._closed:
            order.refuse()
        else:
            self._waiting.append(order)
            self._go_on()
        return order.done

    async def close(self, seconds: float) -> None:
        """Do what waits, for so long; then let the group under way end, and refuse what is behind it."""
        if self._closed:
            return
        loop = asyncio.get_running_loop()
        ends = loop.time() + seconds
        self._begin()
        while (self._under_way or self._waiting) and (left := ends - loop.time()) > 0:
            if self._under_way:
                await asyncio.wait([self._under_way], timeout=left)
            self._begin()  # what is patient, too
        self._closed = True
        refused, self._waiting = self._waiting, []
        for order in refused:
            order.refuse()
        await loop.run_in_executor(self._thread, self._let_go)
        self._thread.shutdown()

    def _go_on(self) -> None:
        """Begin where somebody waits; where nobody does, in a moment."""
        if self._under_way is not None:
            return
        if any(not order.patient for order in self._waiting):
            self._begin()
        elif self._waiting and self._alarm is None:
            self._alarm = asyncio.get_running_loop().call_later(PATIENCE, self._begin)

    def _begin(self) -> None:
        """Do what waits, here or in the thread, unless that is at work: it is told to go on by itself."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        if self._under_way is not None or not self._waiting:
            return
        group, self._waiting = self._waiting[:GROUP], self._waiting[GROUP:]
        if not self._done_here(group):
            loop = asyncio.get_running_loop()
            self._under_way = loop.create_future()
            self._thread.submit(self._carry_out, group, loop, self._under_way)

    def _done_here(self, group: Sequence[Order]) -> bool:
        """Do a group in the loop's thread; false where that may take long, or another program holds the file."""
        if self._connection is None or self._took > QUICK or not all(order.brief for order in group):
            return False
        self._insists = False
        outcomes = self._timed(group)
        if all(_is_locked(outcome) for outcome in outcomes):
            return False
        asyncio.get_running_loop().call_soon(self._told, group, outcomes)  # in the order in which it was asked for
        return True

    def _ended(self, under_way: "asyncio.Future[None]", group: Sequence[Order], outcomes: Sequence[Outcome]) -> None:
        self._under_way = None
        under_way.set_result(None)
        self._told(group, outcomes)

    def _told(self, group: Sequence[Order], outcomes: Sequence[Outcome]) -> None:
        for order, outcome in zip(group, outcomes, strict=True):
            order.tell(outcome)
        self._go_on()

    def _carry_out(
        self, group: Sequence[Order], loop: asyncio.AbstractEventLoop, under_way: "asyncio.Future[None]"
    ) -> None:
        """Do a group in the thread, and say so in the loop: straight, as each future between is a round of the loop."""
        self._insists = True
        loop.call_soon_threadsafe(self._ended, under_way, group, self._timed(group))

    def _timed(self, group: Sequence[Order]) -> Sequence[Outcome]:
        """Do a group, and remember how long that took."""
        started = monotonic()
        try:
            return self._done([order.work for order in group])
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is for who waits
            return [Outcome(error=error)] * len(group)
        finally:
            self._took = monotonic() - started

    def _done(self, works: Sequence[Work]) -> Sequence[Outcome]:
        """Do a group; where it comes to nothing as a whole, each alone, so that none fails for another.

        A transaction that cannot begin, since another program holds the file, is nobody's fault: all hear of it.
        """
        begun = False
        try:
            with self._transaction() as connection:
                begun = True
                return _each(connection, works)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is for who waits
            self._hang_up()
            if len(works) == 1 or not begun:
                return [Outcome(error=error)] * len(works)
        return [outcome for work in works for outcome in self._done([work])]

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """Open a transaction on the one connection, which is kept: a pool's checks would be a tenth of an answer."""
        self._connection = self._connection or self.engine.connect()
        files.wait_for_lock(self._connection, self._insists)
        with self._connection.begin():
            yield self._connection

    def _hang_up(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            connection.close()

    def _let_go(self) -> None:
        self._hang_up()
        self.engine.dispose()


def _is_locked(outcome: Outcome) -> bool:
    """Whether a transaction did not begin, since another program holds the file."""
    return isinstance(outcome.error, OperationalError) and files.is_locked(outcome.error.orig)


def _each(connection: Connection, works: Sequence[Work]) -> Sequence[Outcome]:
    """Do works in the caller's transaction; what one of a few raises undoes all of it."""
    if len(works) <= FEW:
        return [Outcome(work(connection)) for work in works]
    return [_apart(connection, work) for work in works]


def _apart(connection: Connection, work: Work) -> Outcome:
    """Do a work of several in one transaction; where it raises, undo it alone.

    Raises where that cannot be, since a full disk has made SQLite undo the whole transaction.
    """
    direct = connection.connection.cursor()  # three times as fast as SQLAlchemy's execution of a bare word
    direct.execute("SAVEPOINT apart")
    try:
        outcome = Outcome(work(connection))
    except Exception as error:  # noqa: BLE001 - it is for who waits
        direct.execute("ROLLBACK TO apart")
        outcome = Outcome(error=error)
    direct.execute("RELEASE apart")
    return outcome
