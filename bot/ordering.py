"""The order of updates: chats side by side, each chat as it came."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

from telegram.ext import BaseUpdateProcessor


class PerChat(BaseUpdateProcessor):
    """Lets an update in when the updates of its chat before it are done; chats do not wait for each other."""

    def __init__(self, chat_of: Callable[[object], int | None]) -> None:
        super().__init__(max_concurrent_updates=sys.maxsize)  # its own limit would count those that wait
        self._chat_of = chat_of
        self._lines: WeakValueDictionary[int | None, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[None]) -> None:
        """Wait in the chat's line, then handle the update."""
        line = self._lines.setdefault(self._chat_of(update), asyncio.Lock())
        async with line:
            await coroutine

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""
