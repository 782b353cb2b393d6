"""The one clock of the Telegram side; tests bring their own."""

import logging
from collections.abc import (
    Awaitable,
    Callable,
    Iterable,
)
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.logs import fields, places
from storage import Blobs, Database, OrphanedFiles, PayloadPurge, Reminders, Retention, StepFunction, is_transient

Clock = Callable[[], datetime]


def now() -> datetime:
    """Tell the time, in UTC."""
    return datetime.now(UTC)


LOOKED_EVERY = timedelta(minutes=1)
"""How often reminders and untouched drafts are looked for."""

EMPTIED_EVERY = timedelta(hours=1)

_LOG = logging.getLogger(__name__)


class Clockwork:
    """Takes what is due, a bounded piece at a time; all that must be remembered is in the database."""

    def __init__(self, database: Database, step: StepFunction, days: int, folder: Path, clock: Clock) -> None:
        self._reminders = Reminders(database, step)
        self._retention = Retention(database, step, days)
        self._emptying = PayloadPurge(database)
        self._loose = OrphanedFiles(database, Blobs(folder))
        self._clock = clock
        self._looked: datetime | None = None
        self._emptied: datetime | None = None

    async def sweep(self) -> tuple[int, ...]:
        """Do what is due at this moment; gives the chats that have got mail."""
        now = self._clock()
        mailed: tuple[int, ...] = ()
        if _is_over(self._looked, LOOKED_EVERY, now):
            mailed += await _each(self._reminders.remind, await self._reminders.due(now), now)
            mailed += await _each(self._retention.take, await self._retention.due(now), now)
            self._looked = now
        if _is_over(self._emptied, EMPTIED_EVERY, now):
            more = await self._emptying.some(now)
            await self._loose.remove(now)
            self._emptied = None if more else now
        return mailed


def _is_over(since: datetime | None, pause: timedelta, now: datetime) -> bool:
    """Whether so much time has passed; a moment that is still to come is that of a clock that was put right."""
    return since is None or not since <= now < since + pause


async def _each(
    take: Callable[[int, datetime], Awaitable[int | None]], due: Iterable[int], now: datetime
) -> tuple[int, ...]:
    """Take each by itself: one that cannot be taken holds up no other."""
    mailed = []
    for one in due:
        try:
            chat_id = await take(one, now)
        except Exception as error:
            if is_transient(error):
                raise
            _LOG.error("what was due could not be done", extra=fields(what=take.__qualname__, error=places(error)))
        else:
            mailed += [] if chat_id is None else [chat_id]
    return tuple(mailed)
