"""Stage 1 of an update: the loop that asks Telegram for updates, and whether the bot hears Telegram at all."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TypeVar

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.health import Metrics
from bot.logs import fields, places
from bot.telegram.receiving import Listener, NotKept
from bot.telegram.stopping import FAILS_AT_TELEGRAM, LISTENING, Stopping

HOLD_SECONDS = 10
"""How long Telegram may hold a call when it has no update."""

TRY_SECONDS = 1
"""The same after an error: the sooner Telegram answers, the sooner the bot knows that the error is over."""

AT_ONCE = 0.5
"""If an answer without new updates comes sooner than this, the server does not hold calls: make a pause."""

PACE = 1.0
"""Seconds between calls to a server that does not hold them, such as some emulators."""

Done = TypeVar("Done")

_LOG = logging.getLogger(__name__)


class Hearing:
    """Whether the bot hears Telegram: Telegram answered the last ``getUpdates``, or has taken the webhook's address."""

    def __init__(self, metrics: Metrics, stopping: Stopping) -> None:
        self._metrics = metrics
        self._stopping = stopping
        self._error: type[BaseException] | None = None
        self._works = False

    @property
    def works(self) -> bool:
        """Whether the last attempt succeeded."""
        return self._works

    def found(self) -> None:
        """Note that the bot hears Telegram."""
        if self._error:
            _LOG.warning("the Bot API answers again")
        self._error, self._works = None, True
        self._metrics.hears(is_heard=True)

    def lost(self, sentence: str, error: BaseException) -> None:
        """Note that the bot does not hear Telegram; the same kind of error is logged once."""
        self._works = False
        self._metrics.hears(is_heard=False)
        if type(error) is not self._error:
            self._error = type(error)
            told = type(error).__name__ if isinstance(error, TelegramError) else places(error)
            _LOG.warning("%s", sentence, extra=fields(error=told))

    async def until_done(self, sentence: str, ask: Callable[[], Awaitable[Done]]) -> Done | None:
        """Call the Bot API until it succeeds, with growing pauses; return ``None`` if the bot stops first."""
        return await self._stopping.retry(ask, FAILS_AT_TELEGRAM, LISTENING, partial(self.lost, sentence))


class Polling:
    """Asks for updates, one call after the other, whatever Telegram answers.

    The library's Updater is not used. Its loop ends for good at a 401 and at any 404. If an answer is not a list of
    updates, it asks again 2,000 times a second.
    """

    def __init__(self, listener: Listener, hearing: Hearing, stopping: Stopping) -> None:
        self._listener = listener
        self._hearing = hearing
        self._stopping = stopping
        self._asking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Delete the webhook, as Telegram answers ``getUpdates`` only without one; then ask until the bot stops."""
        await self._hearing.until_done(
            "the webhook cannot be deleted; trying again with growing pauses", self._listener.leave_webhook
        )
        self._hearing.found()
        self._asking = asyncio.create_task(self._ask())

    async def stop(self) -> None:
        """Stop asking, after one last call: it tells Telegram that the last batch arrived, and keeps new updates."""
        if self._asking is None:
            return
        self._asking.cancel()
        await asyncio.gather(self._asking, return_exceptions=True)
        if self._hearing.works:
            with suppress(Exception):  # if it fails, the updates come again at the next start and are recognised
                await self._listener.fetch(0)

    async def _ask(self) -> None:
        while not self._stopping.is_set():
            if pause := await self._stopping.retry(self._asked, pauses=LISTENING):
                await self._stopping.rest(pause)

    async def _asked(self) -> float:
        """Ask once; return the seconds to wait before the next call. Raises any error of the call."""
        seconds = HOLD_SECONDS if self._hearing.works else TRY_SECONDS
        started = monotonic()
        try:
            is_new = await self._listener.fetch(seconds)
        except NotKept:  # an error of the database: Telegram was heard, and DatabaseHealth logs it
            raise
        except Exception as error:
            self._hearing.lost(_sentence(error), error)
            await self._listener.let_others_fetch()
            raise
        if is_new is None:  # another worker asks
            return 0
        self._hearing.found()
        if not is_new and monotonic() - started < AT_ONCE:
            return PACE
        return 0


def _sentence(error: Exception) -> str:
    if isinstance(error, Conflict):
        return (
            "another program fetches this bot's updates, or a webhook is set; stop it: trying again with growing pauses"
        )
    if isinstance(error, InvalidToken):
        return "the Bot API refuses the token; was it revoked? trying again with growing pauses"
    return "no updates from the Bot API; trying again with growing pauses"
