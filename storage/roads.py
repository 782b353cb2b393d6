"""Roads: a few connections to a server, on each of which work that waits together shares a transaction.

A transaction is two ways to the server and back more than its work, and a commit an fsync. Where there is time enough
each piece of work has a transaction of its own, as before; under load the ways and the fsync are shared.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.lanes import Order, Outcome, Work
from storage.trouble import is_conflict

GROUP = 16
"""How much work shares a transaction at most: what one has written others cannot write before the last is done."""

ATTEMPTS = 10
"""How often work is done again that the database undid in favour of another transaction."""


class Road:
    """Takes work in order, and does as much side by side as its engine has connections."""

    def __init__(self, engine: AsyncEngine, width: int) -> None:
        self._engine = engine
        self._width = width
        self._waiting: list[Order] = []
        self._under_way: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def engine(self) -> Engine:
        """What the work is done on."""
        return self._engine.sync_engine

    def do(
        self,
        work: Work,
        *,
        patient: bool = False,  # noqa: ARG002 - a lane's word
        brief: bool = False,  # noqa: ARG002 - a lane's word
    ) -> "asyncio.Future[Any]":
        """Do the work in a transaction; what it gives or raises comes when that is committed.

        What is ``patient`` need not wait for others here: it is in nobody's way. What is ``brief`` waits for the server
        like all else.
        """
        order = Order(work, asyncio.get_running_loop().create_future())
        if self._closed:
            order.refuse()
        else:
            self._waiting.append(order)
            if len(self._under_way) < self._width:
                self._begin()
        return order.done

    async def close(self, seconds: float) -> None:
        """Do what waits, for so long; then refuse it, and let what is under way end."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=seconds)
        self._closed = True
        refused, self._waiting = self._waiting, []
        for order in refused:
            order.refuse()
        await asyncio.gather(*self._under_way)

    def _begin(self) -> None:
        task = asyncio.create_task(self._carry_out())
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _carry_out(self) -> None:
        """Do what waits, group by group."""
        while self._waiting:
            group, self._waiting = self._waiting[:GROUP], self._waiting[GROUP:]
            outcomes = await self._done([order.work for order in group])
            for order, outcome in zip(group, outcomes, strict=True):
                order.tell(outcome)

    async def _done(self, works: Sequence[Work], attempts: int = ATTEMPTS) -> Sequence[Outcome]:
        """Do a group in one transaction; where it comes to nothing, each half, so that none fails for another.

        A transaction that cannot begin, since the server is away, is nobody's fault: all hear of it.
        """
        begun = False
        try:
            async with self._engine.begin() as connection:
                begun = True
                return await connection.run_sync(_each, works)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is for who waits
            if len(works) == 1 and attempts > 1 and isinstance(error, DBAPIError) and is_conflict(error):
                return await self._done(works, attempts - 1)
            if len(works) == 1 or not begun:
                return [Outcome(error=error)] * len(works)
        half = len(works) // 2
        return [*await self._done(works[:half]), *await self._done(works[half:])]


def _each(connection: Connection, works: Sequence[Work]) -> Sequence[Outcome]:
    return [Outcome(work(connection)) for work in works]
