"""How fast the bot sends: what Telegram allows it, shared among the workers that run."""

from aiolimiter import AsyncLimiter  # the one that the library's own rate limiter is made of
from telegram.ext import AIORateLimiter

GROUP_PER_MINUTE = 20


class Rate(AIORateLimiter):
    """So many messages a second for all workers together; 0: no limit of our own."""

    def __init__(self, messages_per_second: int) -> None:
        super().__init__(messages_per_second, group_max_rate=GROUP_PER_MINUTE if messages_per_second else 0)
        self._all_together = messages_per_second
        self._workers = 1

    def share(self, workers: int) -> None:
        """Take one worker's share, at least one message a second."""
        if self._all_together and workers != self._workers:
            self._workers = workers
            self._base_limiter = AsyncLimiter(max(1, self._all_together / workers), 1)
