"""Sharing: the claims of workers on one PostgreSQL database.

A claim is an advisory lock that belongs to a connection which its worker has for nothing else. The server gives it back
when that connection ends: at once where the process is killed, after ``SILENT_SECONDS`` where a worker or its machine
hangs and says nothing more. So there is no table of claims, no clock to agree on, and nothing to tidy up.

Claims keep workers from doing things twice, and mail from being sent twice. What was heard is right without them: a
turn marks its update in its own transaction, whoever takes it.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import TypeVar

from sqlalchemy import column, func, select, table, text
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

_TAKE_OR_GIVE_BACK = text(
    "SELECT CASE WHEN take THEN pg_try_advisory_lock(key) ELSE pg_advisory_unlock(key) END"
    " FROM unnest(CAST(:keys AS bigint[]), CAST(:takes AS boolean[])) AS asked (key, take)"
)

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
    """One connection, the keys of what it holds or is asking for, and what it has for as long as it lives.

    ``heard`` is a moment after which the server spoke with it.
    """

    connection: AsyncConnection
    heard: float = 0.0
    held: set[int] = field(default_factory=set)
    kept: set[Kind] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A claim to be taken, or to be given back by the session that has it, and where the outcome is waited for."""

    key: int
    holder: _Session | None
    done: "asyncio.Future[_Session | None]"


class SharedClaims(Claims):
    """The claims of one of several workers. A session that breaks takes all of them away, and another is begun.

    What comes to be asked while the server is asked something is asked together, in order.
    """

    shared = True

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._session: _Session | None = None
        self._line = asyncio.Lock()
        self._room = {kind: asyncio.Semaphore(MOST) for kind in Kind}
        self._asked: list[_Asked] = []
        self._asking: asyncio.Task[None] | None = None
        self._beating: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Begin to say that this worker lives."""
        self._beating = asyncio.create_task(self._beat())

    async def close(self) -> None:
        """Let go of all: other workers take it up at once."""
        if self._beating is not None:
            self._beating.cancel()
            await asyncio.gather(self._beating, return_exceptions=True)
        if self._asking is not None:
            await self._asking
        async with self._line:
            await self._end()

    @asynccontextmanager
    async def hold(self, kind: Kind, chat_id: int = 0) -> AsyncIterator[Claim | None]:
        """Hold a claim while the block runs; nothing where another has it. Waits while this worker has too many.

        Raises what the database raises where it cannot be asked.
        """
        async with self._room[kind]:
            session = await self._ask(kind, chat_id)
            try:
                yield _Held(self, session) if session else None
            finally:
                if session is not None and session is self._session:
                    with suppress(Exception):  # the session is gone, and the claim with it
                        await self._ask(kind, chat_id, session)

    async def keeps(self, kind: Kind) -> bool:
        """Whether this worker has a claim for as long as it lives; it takes one that nobody has."""
        session = self._session
        if session is not None and kind in session.kept and await self.lives(session):
            return True
        taken = await self._ask(kind, 0)
        if taken is not None:
            taken.kept.add(kind)
        return taken is not None

    async def leave(self, kind: Kind) -> None:
        """Give back what ``keeps`` has taken, so that another worker can take it."""
        session = self._session
        if session is not None and kind in session.kept:
            session.kept.discard(kind)
            with suppress(Exception):  # the session is gone, and the claim with it
                await self._ask(kind, 0, session)

    async def lives(self, session: _Session) -> bool:
        """Whether a session lives, and its claims with it; the server is asked where it has not spoken for a while."""
        if session is self._session and monotonic() - session.heard > TRUST_SECONDS:
            with suppress(Exception):  # the session is gone
                await self._in_line(_speak)
        return session is self._session

    async def _ask(self, kind: Kind, chat_id: int, holder: _Session | None = None) -> _Session | None:
        """Take a claim, or give one back; gives the session that has taken it.

        A caller that is cancelled meanwhile leaves it taken, which is so only at a stop.
        """
        asked = _Asked(_key(kind, chat_id), holder, asyncio.get_running_loop().create_future())
        self._asked.append(asked)
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask_all())
        return await asyncio.shield(asked.done)

    async def _ask_all(self) -> None:
        """Ask what is to be asked, all that has come together at once."""
        while self._asked:
            asked, self._asked = self._asked, []
            try:
                await self._done(partial(_ask_together, asked=asked))
            except Exception as error:  # noqa: BLE001 - whatever it is, it is for who waits
                for each in asked:
                    if not each.done.done():
                        each.done.set_exception(error)
        self._asking = None

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


async def _ask_together(session: _Session, asked: Sequence[_Asked]) -> None:
    """Take and give back in order, in one statement.

    What this worker has already is asked for in vain: PostgreSQL would give a session the same lock twice. What another
    session is to give back has gone with that one.
    """
    fitting = [each for each in asked if _fits(session, each)]
    keys, takes = [each.key for each in fitting], [each.holder is None for each in fitting]
    answers = await session.connection.execute(_TAKE_OR_GIVE_BACK, {"keys": keys, "takes": takes}) if keys else ()
    for each, (done,) in zip(fitting, answers, strict=True):
        if each.holder is None and not done:
            session.held.discard(each.key)
        each.done.set_result(session if each.holder is None and done else None)


def _fits(session: _Session, asked: _Asked) -> bool:
    """Whether the server is to be asked, and note what the session holds if it says yes; else say no."""
    if asked.holder is session:
        session.held.discard(asked.key)
        return True
    if asked.holder is None and asked.key not in session.held:
        session.held.add(asked.key)
        return True
    asked.done.set_result(None)
    return False


async def _speak(session: _Session) -> None:
    await session.connection.scalar(select(func.now()))


async def _count(session: _Session) -> int:
    return await session.connection.scalar(_WORKERS) or 1


def _key(kind: Kind, chat_id: int) -> int:
    """Give a claim its number; the lines of ``dialects.py`` have other numbers."""
    return kind << _CHAT_BITS | chat_id & (1 << _CHAT_BITS) - 1
