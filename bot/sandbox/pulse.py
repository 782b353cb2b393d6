"""Waiting for something to happen, without looking again and again."""

import asyncio
from collections.abc import Callable


class Pulse:
    """Wakes everybody who waits, each time something has happened."""

    def __init__(self) -> None:
        self._beat = asyncio.Event()

    def beat(self) -> None:
        """Wake all who wait."""
        self._beat.set()
        self._beat = asyncio.Event()

    async def next(self) -> None:
        """Wait until something happens."""
        await self._beat.wait()

    async def until(self, predicate: Callable[[], object], timeout: float) -> None:  # noqa: ASYNC109 - TimeoutError is the answer
        """Wait until `predicate` holds; TimeoutError after `timeout` seconds."""
        async with asyncio.timeout(timeout):
            while not predicate():
                await self.next()
