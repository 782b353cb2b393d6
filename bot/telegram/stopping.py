"""Stopping: the sign for it, the signals that ask for it, and the one rule for trying again, which it ends."""

import asyncio
import signal
from collections.abc import (
    Awaitable,
    Callable,
    Coroutine,
    Sequence,
)
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
"""The longest pause that a server may ask for: one that is wrong by years must not hold the bot up for years."""

GROWING = (1, 2, 5, 10, 30, 60)

LISTENING = (1, 2, 5, 10, 20, 30)

SHORT = (*[0.01] * 10, 0.05, 0.1, 0.2, 0.5, 1.0)
"""Seconds between attempts, the last one repeated: in general, while the bot cannot hear, and while another worker does
the same work, which is mostly over at once.
"""

REFUSALS = (BadRequest, Forbidden)

FAILS, FAILS_AT_TELEGRAM = retry_if_exception_type(), retry_if_exception_type(TelegramError)

PASSES = retry_if_exception(lambda error: isinstance(error, TelegramError) and not isinstance(error, REFUSALS))

UNDONE = retry_if_result(not_)
"""When to try again: after any error, any of Telegram's, one of Telegram's that is no refusal, a false result."""


class Stopping(asyncio.Event):
    """Set once, when the bot is to stop."""

    def __init__(self, database_health: DatabaseHealth) -> None:
        super().__init__()
        self._keeping = database_health

    async def rest(self, seconds: float) -> None:
        """Wait for so many seconds, or until the bot is to stop."""
        try:
            async with asyncio.timeout(seconds):
                await self.wait()
        except TimeoutError:
            return

    async def unless_set(self, work: Awaitable[Done]) -> Done | None:
        """Do something that may take long; cancel it and return ``None`` if the bot is to stop first."""
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
        """Do something until ``again`` gives no reason to repeat it; ``tell`` is called with each error that is one.

        ``note`` is awaited with each such error and the pause that it makes. A pause that Telegram asks for replaces
        ours. A stop ends a pause of ours, and one last attempt follows; none follows a pause of Telegram's that it cut
        short. ``None`` is returned if the last attempt fails.
        """
        told_to_wait = False

        async def attempt() -> Done | None:
            return None if told_to_wait and self.is_set() else await action()

        def pause(state: RetryCallState) -> float:
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
        with suppress(Exception):  # most of it works at once, and a plan of attempts takes longer than the work
            return await action()
        work = object()

        async def attempt() -> Done:
            done = await action()
            self._keeping.works(work)
            return done

        return await self.retry(attempt, tell=partial(self._keeping.fails, work))

    async def patient(self, action: Callable[[], Awaitable[bool]]) -> None:
        """Do something until it returns true (no other worker is doing it), or until the bot is to stop."""
        if await self.persist(action):
            return
        await self.retry(partial(self.persist, action), UNDONE, SHORT)


def pause_after(error: BaseException | None, attempts: int, pauses: Sequence[float]) -> float:
    """Return the seconds to wait after so many attempts: what Telegram asks for, an hour at most, or one of ours."""
    if not isinstance(error, RetryAfter):
        return pauses[min(attempts, len(pauses)) - 1]
    after = error.retry_after
    return min(after.total_seconds() if isinstance(after, timedelta) else after, LONGEST_SECONDS)


def _error_of(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


async def until_signal(work: Coroutine[None, None, None]) -> None:
    """Let work go on until it ends or a signal comes; a second signal does not interrupt the stop."""
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    for name in SIGNALS:
        loop.add_signal_handler(name, told.set)
    working, waiting = loop.create_task(work), loop.create_task(told.wait())
    await asyncio.wait((working, waiting), return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working
