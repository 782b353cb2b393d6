"""The stop of the bot, and the one rule for trying again, which a stop ends."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from operator import not_
from typing import TypeVar

from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, retry_if_exception_type, retry_if_result

from bot.health import DatabaseHealth

SIGNALS = (signal.SIGTERM, signal.SIGINT)

Done = TypeVar("Done")

LONGEST_SECONDS = 3600
"""The longest pause that a server may ask for: a server with a wrong clock may ask for years."""

# Seconds between attempts; the last figure is used again and again.

GROWING = (1, 2, 5, 10, 30, 60)
"""For most work."""

LISTENING = (1, 2, 5, 10, 20, 30)
"""While the bot does not hear Telegram."""

SHORT = (*[0.01] * 10, 0.05, 0.1, 0.2, 0.5, 1.0)
"""While another worker does the same work: mostly it has finished within a few milliseconds."""

REFUSALS = (BadRequest, Forbidden)
"""Telegram's final refusals: another attempt would not help."""

# When to try again.

FAILS, FAILS_AT_TELEGRAM = retry_if_exception_type(), retry_if_exception_type(TelegramError)
"""After any error; after any error of Telegram."""

PASSES = retry_if_exception(lambda error: isinstance(error, TelegramError) and not isinstance(error, REFUSALS))
"""After an error of Telegram that may pass."""

UNDONE = retry_if_result(not_)
"""After a false result."""


class Stopping(asyncio.Event):
    """Set once, when the bot is to stop."""

    def __init__(self, database_health: DatabaseHealth) -> None:
        super().__init__()
        self._database_health = database_health

    async def rest(self, seconds: float) -> None:
        """Wait for ``seconds``, or until the bot is to stop."""
        try:
            async with asyncio.timeout(seconds):
                await self.wait()
        except TimeoutError:
            return

    async def unless_set(self, work: Awaitable[Done]) -> Done | None:
        """Do work that may take long; if the bot is to stop first, cancel it and return ``None``."""
        working, told = asyncio.ensure_future(work), asyncio.ensure_future(self.wait())
        try:
            await asyncio.wait((working, told), return_when=asyncio.FIRST_COMPLETED)
            return working.result() if working.done() else None
        finally:
            working.cancel()
            told.cancel()
            await asyncio.gather(working, told, return_exceptions=True)

    async def retry(
        self,
        action: Callable[[], Awaitable[Done]],
        again: Callable[[RetryCallState], bool] = FAILS,
        pauses: Sequence[float] = (),
        tell: Callable[[BaseException], None] | None = None,
        note: Callable[[BaseException, float], Awaitable[None]] | None = None,
    ) -> Done | None:
        """Do something, and do it again as long as ``again`` says so; ``None`` if the bot stops before it succeeds.

        ``pauses`` are seconds (``GROWING``, if there are none); if Telegram asks for a pause, that one counts. Before
        each pause ``tell`` gets the error, and ``note`` gets the error and the seconds. An error that ``again`` does
        not name is raised.

        A stop ends the pause, and one last attempt follows. After a pause that Telegram asked for none follows: until
        its end Telegram refuses every call, and each call makes the pause longer.
        """
        told_to_wait = False

        async def attempt() -> Done | None:
            return None if told_to_wait and self.is_set() else await action()

        def pause(state: RetryCallState) -> float:
            # GROWING is read at each pause, not bound as a default: tests make it shorter
            return pause_after(_error_of(state), state.attempt_number, pauses or GROWING)

        async def after(state: RetryCallState) -> None:
            nonlocal told_to_wait
            error = _error_of(state)
            told_to_wait = isinstance(error, RetryAfter)
            if error and tell:
                tell(error)
            if error and note:
                await note(error, pause(state))

        ends = partial(AsyncRetrying, stop=lambda _: self.is_set(), retry_error_callback=lambda _: None)
        return await ends(sleep=self.rest, wait=pause, retry=again, after=after)(attempt)

    async def persist(self, action: Callable[[], Awaitable[Done]]) -> Done | None:
        """Do something on the database until it works, with growing pauses; ``None`` if the bot stops first."""
        with suppress(Exception):  # most of it works at once, and to set up a retry takes longer than the work
            return await action()
        work = object()

        async def attempt() -> Done:
            done = await action()
            self._database_health.works(work)
            return done

        return await self.retry(attempt, tell=partial(self._database_health.fails, work))

    async def until_true(self, action: Callable[[], Awaitable[bool]]) -> None:
        """Do something on the database until it returns true, or until the bot is to stop.

        It returns false while another worker does the same work.
        """
        if await self.persist(action):
            return
        await self.retry(partial(self.persist, action), UNDONE, SHORT)


def pause_after(error: BaseException | None, attempts: int, pauses: Sequence[float]) -> float:
    """Return the seconds to wait after an attempt: what Telegram asks for, an hour at most, else one of ``pauses``."""
    if not isinstance(error, RetryAfter):
        return pauses[min(attempts, len(pauses)) - 1]
    after = error.retry_after
    return min(after.total_seconds() if isinstance(after, timedelta) else after, LONGEST_SECONDS)


def _error_of(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


async def until_signal(work: Coroutine[None, None, None]) -> None:
    """Run work until it ends or a signal comes; then cancel it and wait for its end, whatever signals follow."""
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    for name in SIGNALS:
        try:
            loop.add_signal_handler(name, told.set)
        except NotImplementedError:  # on Windows
            signal.signal(name, lambda *_: loop.call_soon_threadsafe(told.set))
    working, waiting = loop.create_task(work), loop.create_task(told.wait())
    await asyncio.wait((working, waiting), return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working
