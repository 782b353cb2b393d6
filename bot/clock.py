"""The clock of the bot, which tests replace, and the work that is due at certain times."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.logs import fields, places
from storage import Blobs, Database, OrphanedFiles, PayloadPurge, Reminders, Retention, StepFunction, is_transient

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


REMIND_EVERY = timedelta(minutes=1)
"""How often due reminders and untouched drafts are looked for."""

PURGE_EVERY = timedelta(hours=1)
"""How often old payloads and unused files are deleted."""

_LOG = logging.getLogger(__name__)


class ScheduledWork:
    """Reminders, retention, and the deletion of old payloads and unused files: a limited number at a time.

    All dates are in the database: after a restart nothing is lost and nothing is done twice.
    """

    def __init__(self, database: Database, step: StepFunction, days: int, folder: Path, clock: Clock) -> None:
        self._reminders = Reminders(database, step)
        self._retention = Retention(database, step, days)
        self._payload_purge = PayloadPurge(database)
        self._unused_files = OrphanedFiles(database, Blobs(folder))
        self._clock = clock
        self._reminded: datetime | None = None
        self._purged: datetime | None = None

    async def sweep(self) -> tuple[int, ...]:
        """Do what is due now; return the chats that have new messages to send."""
        now = self._clock()
        chats: tuple[int, ...] = ()
        if _is_over(self._reminded, REMIND_EVERY, now):
            chats += await _each(self._reminders.remind, await self._reminders.due(now), now)
            chats += await _each(self._retention.take, await self._retention.due(now), now)
            self._reminded = now
        if _is_over(self._purged, PURGE_EVERY, now):
            more = await self._payload_purge.some(now)
            await self._unused_files.remove(now)
            self._purged = None if more else now
        return chats


def _is_over(since: datetime | None, pause: timedelta, now: datetime) -> bool:
    """Whether ``pause`` has passed since a time."""
    # a time in the future comes from a clock that was wrong and has been put right
    return since is None or not since <= now < since + pause


async def _each(
    take: Callable[[int, datetime], Awaitable[int | None]], due: Iterable[int], now: datetime
) -> tuple[int, ...]:
    """Do each by itself, so that an error in one does not stop the others."""
    chats = []
    for one in due:
        try:
            chat_id = await take(one, now)
        except Exception as error:
            if is_transient(error):
                raise
            _LOG.error("scheduled work failed", extra=fields(what=take.__qualname__, error=places(error)))
        else:
            chats += [] if chat_id is None else [chat_id]
    return tuple(chats)
