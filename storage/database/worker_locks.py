"""Worker locks: for work that only one worker at a time does on a database.

On PostgreSQL each is an advisory lock of a session that the worker has for nothing else. The server frees it when the
session ends: at once if the worker is killed, after ``SILENT_SECONDS`` if it hangs. A new session starts with no locks.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from enum import IntEnum
from time import monotonic

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncConnection  # noqa: TC002 - a block of its own for one name is longer

from storage.database.address import parsed
from storage.database.engines import SILENT_SECONDS, WORKER, locking_engine

BEAT_SECONDS = 3.0  # between two signs of life of a worker
MOST = 250  # locks of one kind that a worker holds at most; PostgreSQL has room for 6,400 by default
_CHAT_BITS = 56  # Telegram's ids have 52, and a sign

_ASK = text(
    "SELECT CASE WHEN take THEN pg_try_advisory_lock(key) WHEN NOT take THEN pg_advisory_unlock(key) END"
    " FROM unnest(CAST(:keys AS bigint[]), CAST(:takes AS boolean[])) AS asked (key, take)"
)

_WORKERS = text("SELECT count(*) FROM pg_stat_activity WHERE (datname, application_name) = (current_catalog, :worker)")


class Kind(IntEnum):
    """The work of a lock: a worker keeps the first two while it lives; each of the others is for one chat."""

    POLLING = 1
    SWEEPING = 2
    SENDING = 4
    LONG = 5  # one document that takes long; the chat's other messages pass it
    FILES = 6  # fetching the files that a chat does not wait for


@dataclass(eq=False)
class WorkerLock:
    """A lock that this worker has and no other."""

    key: int = 0
    locks: "WorkerLocks | None" = None

    async def still_mine(self) -> bool:
        """Ask the server whether this worker still has the lock; a late answer counts as no, as the worker hung."""
        asked = monotonic()
        return self.locks is None or (await self.locks.ask(self) and monotonic() - asked < SILENT_SECONDS)


class WorkerLocks:
    """The locks of one worker. On SQLite there is one worker, so it has every lock."""

    def __init__(self, url: str) -> None:
        address = parsed(url)
        self.shared = address.get_backend_name() != "sqlite"  # whether there can be other workers
        self.workers = 1  # that live
        if self.shared:
            self._engine = locking_engine(address)
        self._session: AsyncConnection | None = None
        self._held = dict[int, WorkerLock]()  # PostgreSQL would give a session the same lock twice
        self._asked = list[tuple[WorkerLock, bool | None]]()
        self._line = asyncio.Lock()  # a connection runs one statement at a time
        self._room = {kind: asyncio.Semaphore(MOST) for kind in Kind}
        self._beating: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Start the signs of life."""
        self._beating = asyncio.create_task(self._beat()) if self.shared else None

    async def close(self) -> None:
        """Free all locks."""
        if self._beating is not None:
            self._beating.cancel()
        async with self._line:
            await self._end()

    @asynccontextmanager
    async def hold(self, kind: Kind, chat_id: int = 0) -> AsyncIterator[WorkerLock | None]:
        """Hold a lock during the block; yields ``None`` if it is taken. Waits while this worker holds ``MOST``."""
        if not self.shared:
            yield WorkerLock()
            return
        lock, taken = WorkerLock(kind << _CHAT_BITS | chat_id & (1 << _CHAT_BITS) - 1, self), True
        async with self._room[kind]:
            try:
                taken = await self.ask(lock, take=True)
                yield lock if taken else None
            finally:
                if taken:  # or the caller is cancelled while the server is asked
                    await self.ask(lock, take=False)

    async def keeps(self, kind: Kind) -> bool:
        """Take a lock until this worker ends; returns whether it has it, from now or before."""
        lock = self._held.get(kind << _CHAT_BITS) or WorkerLock(kind << _CHAT_BITS, self)
        return not self.shared or await lock.still_mine() or await self.ask(lock, take=True) or lock.key in self._held

    async def leave(self, kind: Kind) -> None:
        """Free a lock that ``keeps`` has taken."""
        await self.ask(self._held.get(kind << _CHAT_BITS, WorkerLock()), take=False)

    async def ask(self, lock: WorkerLock, *, take: bool | None = None) -> bool:
        """Take a lock, free it, or check that its session lives; returns whether this worker has it afterwards."""
        self._asked.append((lock, take))
        with suppress(*(() if take else (Exception,))):  # the session has ended, and the lock with it
            await asyncio.shield(self._ask_all(self._asked))  # a statement that is cut off would end the session
        return self._held.get(lock.key) is lock

    async def _ask_all(self, asked: list[tuple[WorkerLock, bool | None]]) -> None:
        """Ask for all callers in one statement; they go on together, so their marks share a batch."""
        async with self._line:
            if asked is not self._asked:  # another caller has asked for all of these
                return
            held, rows, self._asked = {**self._held}, list[tuple[WorkerLock, bool | None]](), []
            for lock, take in asked:
                if held.get(lock.key) is (None if take else lock):
                    rows.append((lock, take))
                    held[lock.key] = lock
            if rows:
                keys, takes = [lock.key for lock, _ in rows], [take for _, take in rows]
                answers = await self._run(_ASK, {"keys": keys, "takes": takes})
                for (lock, take), (done,) in zip(rows, answers, strict=True):
                    if take is False or (take and not done):
                        held.pop(lock.key, None)
                self._held = held

    async def _beat(self) -> None:
        while True:
            with suppress(Exception):  # the sweep reports a database that does not work
                async with self._line:
                    ((self.workers,),) = await self._run(_WORKERS, {"worker": WORKER})
            await asyncio.sleep(BEAT_SECONDS)

    async def _run(self, statement: TextClause, given: dict[str, object]) -> Sequence[Sequence[int]]:
        try:
            session = self._session = self._session or await self._engine.connect()
            return (await session.execute(statement, given)).all()
        except BaseException:
            await self._end()
            raise

    async def _end(self) -> None:
        session, self._session, self._held = self._session, None, {}
        if session is not None:
            with suppress(Exception):  # the server may be gone
                await session.invalidate()
