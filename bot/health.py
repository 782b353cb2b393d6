"""Whether the bot is well: one look at the database a second at most, whoever asks and however often."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Literal

from bot.clock import Clock
from bot.keeping import Keeping
from bot.logs import fields
from storage import Backlog, Database, DatabaseGone, Waiting, backlog_of

ANSWER_SECONDS = 2.0
"""How long the database may take to answer."""

LATE_SECONDS = 60.0
"""How long an update may wait: a failing one is tried again after 10 s at most, a large file arrives in seconds."""

FRESH_SECONDS = 1.0
"""How long a look is good for."""

State = Literal["ok", "no answer", "cannot save", "gone"]
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Health:
    """What a look found; no backlog where the database did not answer."""

    database: State
    at: datetime
    backlog: Backlog | None = None

    @property
    def backlog_seconds(self) -> float | None:
        """How long the oldest update has waited."""
        return None if self.backlog is None else self.seconds(self.backlog.inbox)

    @property
    def is_ok(self) -> bool:
        """Whether the database answers and keeps what it is given, and updates are handled in time."""
        return self.database == "ok" and (self.backlog_seconds or 0.0) <= LATE_SECONDS

    def seconds(self, waiting: Waiting) -> float:
        """Tell how long the first of them has waited; 0 where none does."""
        return max(0.0, round((self.at - waiting.since).total_seconds(), 1)) if waiting.since else 0.0


class Watch:
    """Looks when asked; those who ask within a second, or while the database has not answered, share a look."""

    def __init__(self, database: Database, keeping: Keeping, clock: Clock) -> None:
        self._database = database
        self._keeping = keeping
        self._clock = clock
        self._look: asyncio.Task[Health] | None = None
        self._fresh_until = 0.0

    async def health(self) -> Health:
        """Tell how the bot is, within ``ANSWER_SECONDS``."""
        if self._look is None or (self._look.done() and monotonic() >= self._fresh_until):
            self._look = asyncio.create_task(self._looked())
        await asyncio.wait([self._look], timeout=ANSWER_SECONDS)
        return self._look.result() if self._look.done() else Health("no answer", self._clock())

    async def _looked(self) -> Health:
        try:
            backlog = await backlog_of(self._database)
        except DatabaseGone:  # the log says which file, and what to do
            health = Health("gone", self._clock())
        except Exception as error:  # noqa: BLE001 - whatever it is, that is the answer
            _LOG.debug("no look at the database", extra=fields(error=type(error).__name__))
            health = Health("no answer", self._clock())
        else:
            health = Health("cannot save" if self._keeping.is_failing else "ok", self._clock(), backlog)
        self._fresh_until = monotonic() + FRESH_SECONDS
        return health
