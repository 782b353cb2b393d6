"""The one sign that the bot is stopping, waiting that it cuts short, and the signals that ask for it."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import suppress
from itertools import chain, repeat
from typing import TypeVar

from bot.keeping import Keeping

SIGNALS = (signal.SIGTERM, signal.SIGINT)

Done = TypeVar("Done")


class Stopping(asyncio.Event):
    """Set once, when the bot is to stop."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__()
        self._keeping = keeping

    async def rest(self, seconds: float) -> None:
        """Wait for so long, or until the bot is to stop."""
        try:
            async with asyncio.timeout(seconds):
                await self.wait()
        except TimeoutError:
            return

    async def unless_set(self, work: Awaitable[Done]) -> Done | None:
        """Do something that may take long; nothing where the bot is to stop before it is done."""
        working, told = asyncio.ensure_future(work), asyncio.ensure_future(self.wait())
        try:
            await asyncio.wait((working, told), return_when=asyncio.FIRST_COMPLETED)
            return working.result() if working.done() else None
        finally:
            working.cancel()
            told.cancel()
            await asyncio.gather(working, told, return_exceptions=True)

    async def persist(self, action: Callable[[], Awaitable[Done]]) -> Done | None:
        """Do something on the database until it works, with growing pauses; nothing where the bot is to stop."""
        work = object()
        for pause in growing_pauses():
            try:
                done = await action()
            except Exception as error:  # noqa: BLE001 - a full disk or a lock: it passes, the process goes on
                self._keeping.fails(work, error)
            else:
                self._keeping.works(work)
                return done
            if self.is_set():
                break
            await self.rest(pause)
        return None

    async def patient(self, action: Callable[[], Awaitable[bool]]) -> None:
        """Do something until it is done, which it is not while another worker is at it, or until the bot is to stop."""
        pauses = short_pauses()
        while not await self.persist(action) and not self.is_set():
            await self.rest(next(pauses))


def growing_pauses() -> Iterator[float]:
    """Seconds between attempts that are never given up."""
    return chain((1, 2, 5, 10, 30), repeat(60))


def short_pauses() -> Iterator[float]:
    """Seconds between attempts at what another worker is at: soon first, as most of it takes no time."""
    return chain(repeat(0.01, 10), (0.05, 0.1, 0.2, 0.5), repeat(1.0))


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
