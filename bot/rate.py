"""How fast the bot sends: what Telegram allows it, shared among the workers that run."""

from collections.abc import Callable, Coroutine
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
