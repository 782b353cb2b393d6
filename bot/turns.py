"""Turns: each update handled in one transaction, chats side by side, each chat in order of arrival."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from time import perf_counter

from telegram import Update

from bot.attachments import Attachments
from bot.clock import Clock
from bot.delivery import Delivery
from bot.logs import fields, places
from bot.progress import Progress
from bot.reading import Membership, Reading, read
from bot.stopping import Stopping
from bot.wording import only_in_private, set_aside, trying_again
from conversations.messages import Attached, Reply, Revised
from storage import Database, Heard, Inbox, RawUpdate, StepFunction, say, turn

PAUSES = (1.0, 2.0, 5.0, 10.0)
"""Seconds before an update that failed is tried again; after the last attempt it is set aside.

Its chat waits meanwhile, so that the next answer is not taken for this one's question.
"""

PLACES = 16
"""Turns that run at once; a chat that floods takes one of them at most."""

_LOG = logging.getLogger(__name__)


class Turns:
    """Handles updates: reads each, lets the core take its step, wakes delivery for the replies."""

    def __init__(  # noqa: PLR0913 - what a turn touches
        self,
        database: Database,
        step: StepFunction,
        delivery: Delivery,
        heard: dict[int, RawUpdate],
        username: Callable[[], str],
        *,
        attachments: Attachments,
        progress: Progress,
        stopping: Stopping,
        clock: Clock,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._database = database
        self._inbox = Inbox(database)
        self._step = step
        self._delivery = delivery
        self._attachments = attachments
        self._heard = heard
        self._username = username
        self._progress = progress
        self._stopping = stopping
        self._clock = clock
        self._pauses = pauses
        self._places = asyncio.Semaphore(PLACES)

    def chat_of(self, update: object) -> int | None:
        """Tell whose line an update waits in."""
        raw = self._heard.get(update.update_id) if isinstance(update, Update) else None
        return raw.chat_id if raw else None

    async def handle(self, update: Update, _context: object) -> None:
        """Handle an update; try again where that fails, and set it aside in the end. One heard before is nothing."""
        raw = self._heard.pop(update.update_id, None)
        if raw is None:
            return
        for pause in (*self._pauses, None):
            if self._stopping.is_set():
                return
            if await self._tried(raw, pause) or pause is None:
                self._progress.handled(raw.update_id, raw.chat_id)
                return

    async def _tried(self, raw: RawUpdate, pause: float | None) -> bool:
        started = perf_counter()
        reading = read(raw.body)
        try:
            fetched = await self._fetched(reading)
            if fetched is None:
                return False
            async with self._places:
                outcome = await self._take(raw, fetched)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
            _log(raw, reading, started, "set aside" if pause is None else "tried again later", places(error))
            await self._failed(raw, reading, places(error), pause)
            return False
        _log(raw, reading, started, outcome)
        return True

    async def _fetched(self, reading: Reading) -> Reading | None:
        """Fetch the file that came, where it is wanted, in no place of the turns; nothing where the bot is to stop."""
        if not isinstance(reading.given, Attached) or not reading.private or reading.chat_id is None:
            return reading
        storing = self._attachments.stored(reading.chat_id, reading.given, reading.file_id)
        given = await self._stopping.unless_set(storing)
        return None if given is None else replace(reading, given=given)

    async def _take(self, raw: RawUpdate, reading: Reading) -> str:
        """Do what an update asks for, in one transaction; say in a word what that was."""
        given, chat_id = reading.given, reading.chat_id
        if isinstance(given, Membership):
            return await self._moved(raw, reading)
        if given is None or chat_id is None or (isinstance(given, Revised) and not reading.private):
            await self._inbox.handled(raw.update_id, self._clock())
            return "nothing to answer"
        if not reading.private:
            await self._say(raw.update_id, reading, only_in_private(self._username()))
            return "sent to the private chat"
        heard = Heard(raw.update_id, chat_id, reading.user_id or chat_id, given, reading.query_id)
        new = await turn(self._database, heard, self._step, self._clock())
        self._delivery.wake(chat_id)
        return "done" if new else "heard before"

    async def _moved(self, raw: RawUpdate, reading: Reading) -> str:
        """Stop sending to a person who blocked the bot, go on where one is back."""
        if reading.private and reading.chat_id is not None:
            if reading.given is Membership.BLOCKED:
                await self._delivery.stop_chat(reading.chat_id)
            else:
                await self._delivery.resume_chat(reading.chat_id)
        await self._inbox.handled(raw.update_id, self._clock())
        return "moved"

    async def _say(self, update_id: int | None, reading: Reading, reply: Reply) -> None:
        """Say something outside the conversation; with an update, that handles it."""
        if reading.chat_id is not None:
            await say(self._database, update_id, reading.chat_id, (reply,), self._clock(), reading.query_id)
            self._delivery.wake(reading.chat_id)

    async def _failed(self, raw: RawUpdate, reading: Reading, error: str, pause: float | None) -> None:
        """Count the attempt, tell the person at the first and the last, and wait."""

        async def noted() -> None:
            now = self._clock()
            retry_at = None if pause is None else now + timedelta(seconds=pause)
            attempts = await self._inbox.failed(raw.update_id, error, now, retry_at)
            if pause is None or attempts == 1:
                await self._say(None, reading, set_aside() if pause is None else trying_again())

        await self._stopping.persist(noted)
        await self._stopping.rest(pause or 0)


def _log(raw: RawUpdate, reading: Reading, started: float, outcome: str, error: str | None = None) -> None:
    """Write the one line of a turn."""
    details = fields(
        update=raw.update_id,
        chat=raw.chat_id,
        input=_kind(reading),
        ms=round((perf_counter() - started) * 1000, 1),
        outcome=outcome,
        **({"error": error} if error else {}),
    )
    _LOG.log(logging.ERROR if error else logging.INFO, "turn", extra=details)


def _kind(reading: Reading) -> str:
    if isinstance(reading.given, Membership):
        return reading.given.value
    return reading.given.did if reading.given else "none"
