"""Hearing: the loop that asks Telegram for updates, and whether the bot can hear at all."""

import asyncio
import logging
from collections.abc import (
    Awaitable,
    Callable,
)
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
"""How long Telegram may hold a call for which it has no update."""

TRY_SECONDS = 1
"""How long it may hold one after trouble: the answer says that the trouble is over."""

AT_ONCE = 0.5
"""An answer that has nothing new and came sooner is followed by a pause: the server does not hold calls."""

PACE = 1.0
"""Seconds between calls to a server that does not hold them, as some emulators: people wait no longer than that."""

Done = TypeVar("Done")

_LOG = logging.getLogger(__name__)


class Hearing:
    """Whether Telegram answers when the bot asks for updates, or has taken the address where it is to post them."""

    def __init__(self, metrics: Metrics, stopping: Stopping) -> None:
        self._metrics = metrics
        self._stopping = stopping
        self._trouble: type[BaseException] | None = None
        self._works = False

    @property
    def works(self) -> bool:
        """Whether the bot could hear when it last tried."""
        return self._works

    def found(self) -> None:
        """Note that the bot can hear."""
        if self._trouble:
            _LOG.warning("the Bot API answers again")
        self._trouble, self._works = None, True
        self._metrics.hears(is_heard=True)

    def lost(self, sentence: str, error: BaseException) -> None:
        """Note that the bot cannot hear; each trouble is said once."""
        self._works = False
        self._metrics.hears(is_heard=False)
        if type(error) is not self._trouble:
            self._trouble = type(error)
            told = type(error).__name__ if isinstance(error, TelegramError) else places(error)
            _LOG.warning("%s", sentence, extra=fields(error=told))

    async def until_done(self, sentence: str, ask: Callable[[], Awaitable[Done]]) -> Done | None:
        """Ask the Bot API until it does something, with growing pauses; nothing where the bot is to stop."""
        return await self._stopping.retry(ask, FAILS_AT_TELEGRAM, LISTENING, partial(self.lost, sentence))


class Polling:
    """Asks for updates, one call after the other. Whatever is answered, it asks again.

    The library's Updater is not used: its loop ends for good at a 401 and at any 404, and asks 2,000 times a second
    where an answer is not what it should be.
    """

    def __init__(self, listener: Listener, hearing: Hearing, stopping: Stopping) -> None:
        self._listener = listener
        self._hearing = hearing
        self._stopping = stopping
        self._asking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take away a webhook, which Telegram wants before it answers; then ask and go on asking."""
        await self._hearing.until_done(
            "the webhook cannot be deleted; trying again with growing pauses", self._listener.leave_webhook
        )
        self._hearing.found()
        self._asking = asyncio.create_task(self._ask())

    async def stop(self) -> None:
        """Ask no more, but once: so Telegram hears that what came last has arrived, and what came since is kept."""
        if self._asking is None:
            return
        self._asking.cancel()
        await asyncio.gather(self._asking, return_exceptions=True)
        if self._hearing.works:
            with suppress(Exception):  # it comes again at the next start, and is recognised
                await self._listener.fetch(0)

    async def _ask(self) -> None:
        while not self._stopping.is_set():
            if pause := await self._stopping.retry(self._asked, pauses=LISTENING):
                await self._stopping.rest(pause)

    async def _asked(self) -> float:
        """Ask once; give the pause to make before the next call, 0 where all is well. Raises whatever goes wrong."""
        seconds = HOLD_SECONDS if self._hearing.works else TRY_SECONDS
        started = monotonic()
        try:
            is_new = await self._listener.fetch(seconds)
        except NotKept:  # the database's trouble, and told as such
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
