"""How fast the bot sends: what Telegram allows it, shared among the workers that run."""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import (
    Callable,
    Coroutine,
)
from typing import Any

from telegram.ext import AIORateLimiter, BaseRateLimiter

GROUP_PER_MINUTE = 20


class Rate(BaseRateLimiter[int]):
    """So many messages a second for all workers together; 0: no limit of our own.

    It lends calls to the library's limiter, and takes a new one where the number of workers changes: that one has no
    public way to change its rate. Messages of the last second then count no more.
    """

    def __init__(self, messages_per_second: int) -> None:
        self._all_together = messages_per_second
        self._workers = 1
        self._limiter = _limiter(messages_per_second)

    async def initialize(self) -> None:
        """Do nothing: the library's limiter needs no set-up."""

    async def shutdown(self) -> None:
        """Do nothing, likewise."""

    async def process_request(  # noqa: PLR0913, PLR0917 - the signature is the library's
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401 - of the call
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:  # noqa: ANN401 - what the call gives
        """Make a call when it is its turn: without a limit at once."""
        if not self._all_together:
            return await callback(*args, **kwargs)
        return await self._limiter.process_request(callback, args, kwargs, endpoint, data, rate_limit_args)

    def share(self, workers: int) -> None:
        """Take one worker's share, at least one message a second."""
        if self._all_together and workers != self._workers:
            self._workers = workers
            self._limiter = _limiter(max(1, self._all_together / workers))


def _limiter(messages_per_second: float) -> AIORateLimiter:
    return AIORateLimiter(messages_per_second, group_max_rate=GROUP_PER_MINUTE)


REMEMBERED = 10_000
"""How many handled updates can be asked about."""


class Progress:
    """Lets others wait for an update without asking again and again."""

    def __init__(self) -> None:
        self._handled: OrderedDict[int, int | None] = OrderedDict()
        self._sending = Counter[int]()
        self._making: set[int] = set()
        self._news = asyncio.Event()

    def handled(self, update_id: int, chat_id: int | None) -> None:
        """Note that an update has been handled (or set aside)."""
        self._handled[update_id] = chat_id
        if len(self._handled) > REMEMBERED:
            self._handled.popitem(last=False)
        self._tell()

    def sending(self, chat_id: int) -> None:
        """Note that a chat has mail; more of it may go out beside that."""
        self._sending[chat_id] += 1

    def sent(self, chat_id: int) -> None:
        """Note that it is out, or can go no further for now."""
        self._sending[chat_id] -= 1
        if not self._sending[chat_id]:
            del self._sending[chat_id]
        self._tell()

    def documents(self, chat_id: int) -> None:
        """Note that something that takes long is being made for a chat."""
        self._making.add(chat_id)

    def made(self, chat_id: int) -> None:
        """Note that it is made and sent, or given up."""
        self._making.discard(chat_id)
        self._tell()

    async def settled(self, update_id: int) -> None:
        """Wait until an update has been handled and its chat's mail is out, but for what takes long."""
        while update_id not in self._handled or self._handled[update_id] in self._sending:
            await self._news.wait()

    async def idle(self) -> None:
        """Wait until nobody's mail is on its way, and nothing is being made."""
        while self._sending or self._making:
            await self._news.wait()

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
