"""Sharing: the claims of workers on one PostgreSQL database.

A claim is an advisory lock that belongs to a connection which its worker has for nothing else. The server gives it back
when that connection ends: at once where the process is killed, after ``SILENT_SECONDS`` where a worker or its machine
hangs and says nothing more. So there is no table of claims, no clock to agree on, and nothing to tidy up.

Claims keep workers from doing things twice, and mail from being sent twice. What was heard is right without them: a
turn marks its update in its own transaction, whoever takes it.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import TypeVar

from sqlalchemy import column, func, select, table
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.claims import Claim, Claims, Kind
from storage.engines import parsed
from storage.server import SILENT_SECONDS, WORKER, claiming_engine

BEAT_SECONDS = 3.0
"""How often a worker says that it lives, and counts those that do."""

TRUST_SECONDS = SILENT_SECONDS / 2
"""How old the server's last word may be for a claim to count unasked."""

MOST = 250
"""Claims of one kind that a worker holds; PostgreSQL has room for 6,400 locks unless it was told otherwise."""

_CHAT_BITS = 56
"""Telegram's ids have 52, and a sign."""

_SESSIONS = table("pg_stat_activity", column("datname"), column("application_name"))
_WORKERS = select(func.count()).where(
    _SESSIONS.c.datname == func.current_database(), _SESSIONS.c.application_name == WORKER
)

Result = TypeVar("Result")


def claims_of(url: str) -> Claims:
    """Give what a worker claims with, on the database of an address."""
    address = parsed(url)
    return Claims() if address.get_backend_name() == "sqlite" else SharedClaims(claiming_engine(address))


@dataclass(eq=False)
class _Session:
    """One connection and what it holds; ``heard`` is a moment after which the server spoke with it."""

    connection: AsyncConnection
    heard: float = 0.0
    held: dict[Kind, set[int]] = field(default_factory=lambda: defaultdict(set))


class SharedClaims(Claims):
    """The claims of one of several workers. A session that breaks takes all of them away, and another is begun."""

    shared = True

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._session: _Session | None = None
        self._line = asyncio.Lock()
        self._beating: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Begin to say that this worker lives."""
        self._beating = asyncio.create_task(self._beat())

    async def close(self) -> None:
        """Let go of all: other workers take it up at once."""
        if self._beating is not None:
            self._beating.cancel()
            await asyncio.gather(self._beating, return_exceptions=True)
        async with self._line:
            await self._end()

    @asynccontextmanager
    async def hold(self, kind: Kind, chat_id: int = 0) -> AsyncIterator[Claim | None]:
        """Hold a claim while the block runs; nothing where another worker has it, or this one has too many.

        Raises what the database raises where it cannot be asked.
        """
        session = await self._taken(kind, chat_id)
        try:
            yield _Held(self, session) if session else None
        finally:
            if session is not None and session is self._session:
                with suppress(Exception):  # the session is gone, and the claim with it
                    await self._in_line(lambda current: _give_back(current, session, kind, chat_id))

    async def keeps(self, kind: Kind) -> bool:
        """Whether this worker has a claim for as long as it lives; it takes one that nobody has."""
        session = self._session
        if session is not None and 0 in session.held[kind] and await self.lives(session):
            return True
        return await self._taken(kind, 0) is not None

    async def lives(self, session: _Session) -> bool:
        """Whether a session lives, and its claims with it; the server is asked where it has not spoken for a while."""
        if session is self._session and monotonic() - session.heard > TRUST_SECONDS:
            with suppress(Exception):  # the session is gone
                await self._in_line(_speak)
        return session is self._session

    async def _taken(self, kind: Kind, chat_id: int) -> _Session | None:
        """Take a claim; a caller that is cancelled meanwhile leaves it taken, which is so only at a stop."""
        return await self._in_line(lambda session: _take(session, kind, chat_id))

    async def _beat(self) -> None:
        """Speak with the server, so that it hears that this worker lives; a session that broke is begun anew."""
        while True:
            with suppress(Exception):  # the sweep tells of a database that does not work
                self.workers = await self._in_line(_count)
            await asyncio.sleep(BEAT_SECONDS)

    async def _in_line(self, work: Callable[[_Session], Awaitable[Result]]) -> Result:
        """Do something on the session after all else, and to its end: what is cut off would end the session."""
        return await asyncio.shield(self._done(work))

    async def _done(self, work: Callable[[_Session], Awaitable[Result]]) -> Result:
        async with self._line:
            started = monotonic()
            session = self._session = self._session or _Session(await self._engine.connect())
            try:
                result = await work(session)
            except BaseException:
                await self._end()
                raise
            session.heard = started
            return result

    async def _end(self) -> None:
        """End the session, however: where the server does not hear of it, it hears nothing more either."""
        session, self._session = self._session, None
        if session is not None:
            with suppress(Exception):
                await session.connection.invalidate()
            with suppress(Exception):
                await session.connection.close()


class _Held(Claim):
    """A claim of one session."""

    def __init__(self, claims: SharedClaims, session: _Session) -> None:
        self._claims = claims
        self._session = session

    async def still_mine(self) -> bool:
        """Whether the session lives that took it."""
        return await self._claims.lives(self._session)


async def _take(session: _Session, kind: Kind, chat_id: int) -> _Session | None:
    """Take a claim that nobody has, this worker included: PostgreSQL would give a session the same lock twice."""
    held = session.held[kind]
    if chat_id in held or len(held) >= MOST:
        return None
    if not await session.connection.scalar(select(func.pg_try_advisory_lock(_key(kind, chat_id)))):
        return None
    held.add(chat_id)
    return session


async def _give_back(current: _Session, session: _Session, kind: Kind, chat_id: int) -> None:
    if current is session:
        await session.connection.scalar(select(func.pg_advisory_unlock(_key(kind, chat_id))))
        session.held[kind].discard(chat_id)


async def _speak(session: _Session) -> None:
    await session.connection.scalar(select(func.now()))


async def _count(session: _Session) -> int:
    return await session.connection.scalar(_WORKERS) or 1


def _key(kind: Kind, chat_id: int) -> int:
    """Give a claim its number; the lines of ``dialects.py`` have other numbers."""
    return kind << _CHAT_BITS | chat_id & (1 << _CHAT_BITS) - 1
