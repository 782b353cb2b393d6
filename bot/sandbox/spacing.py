"""The rule that one file is not uploaded again and again: its size gives it away."""

from collections.abc import Callable

from bot.sandbox.params import Params
from bot.sandbox.refusals import RefusalError, flood

WATCHED_FROM = 100_000  # bytes of all files in a call
BACKLOG = 5.0  # seconds that may pile up
RETRY_AFTER = 60


class Spacing:
    """Refuses uploads of equal size that pile up; the real server also spaces them, which takes time only."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._due: dict[int, float] = {}

    def check(self, params: Params) -> None:
        """Count the files of a call and refuse it past the backlog."""
        size = sum(len(upload.content) for upload in params.uploads.values())
        if size <= WATCHED_FROM:
            return
        now = self._clock()
        due = self._due.get(size, 0.0)
        if due > now + BACKLOG:
            raise RefusalError(flood(RETRY_AFTER))
        self._due[size] = max(due + min(max(size * 1e-7, 0.2), 0.9), now - 1.0)
