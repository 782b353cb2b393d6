"""Files from Telegram: fetched and stored before the turn, so that an answer that names one has it."""

import asyncio
import logging
from collections import Counter
from collections.abc import (
    Callable,
    Coroutine,
    Sequence,
)
from contextlib import aclosing
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from telegram import File
from telegram.error import BadRequest, NetworkError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.health import DatabaseHealth
from bot.logs import fields, places
from bot.telegram.client import FileGone
from bot.telegram.delivery import Delivery
from bot.telegram.progress import Progress
from bot.telegram.reading import Reading, read
from bot.telegram.stopping import Stopping, pause_after
from bot.telegram.texts import file_on_its_way
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.inputs import Attached, Input
from conversations.filling.attachments import LARGEST, file_name, takes_file
from storage import Blobs, Database, Kind, Post, RawUpdate, Store, WorkerLocks, conversation_of, is_named, note_orphaned

if TYPE_CHECKING:
    from bot.telegram.client import AiohttpRequest


AT_ONCE = 8
"""Files that are fetched at the same time."""

CHUNK = 1 << 18
"""Bytes that are held in memory of each."""


class Attachments:
    """Fetches what the conversation wants and stores it under ``folder``."""

    def __init__(self, bot: ExtBot[int], database: Database, folder: Path, clock: Clock) -> None:
        self._bot = bot
        self._request = cast("AiohttpRequest", bot.request)  # every bot of ours has one of these
        self._database = database
        self._blobs = Blobs(folder)
        self._clock = clock
        self._places = asyncio.Semaphore(AT_ONCE)

    async def stored(self, chat_id: int, given: Attached, file_id: str | None) -> Attached:
        """Store the file where the conversation wants it; what cannot be had is for the core to say.

        Raises ``TelegramError``, ``OSError`` or ``FileGone`` where trying again may help; then nothing is stored.
        """
        conversation = await conversation_of(self._database, chat_id)
        if file_id is None or not takes_file(conversation, given):
            return given
        async with self._places:
            try:
                file = await self._bot.get_file(file_id)
            except BadRequest as refusal:
                return given.model_copy(update={"too_big": "too big" in refusal.message.lower()})
            return await self._fetched(conversation, given, file)

    async def discard(self, sha256: str) -> None:
        """Take away a content that was stored and is nobody's after all."""
        named = await self._database.ask(is_named, sha256)
        if sha256 and not named:
            await asyncio.to_thread(self._blobs.remove, sha256)

    async def tidy(self) -> None:
        """Take away what crashes have left unfinished."""
        await asyncio.to_thread(self._blobs.tidy)

    async def _fetched(self, conversation: Conversation, given: Attached, file: File) -> Attached:
        beginning = asyncio.create_task(asyncio.to_thread(self._blobs.begin))
        try:
            arriving = await asyncio.shield(beginning)
            async with aclosing(self._request.chunks(file.file_path or "", CHUNK)) as chunks:
                async for chunk in chunks:
                    await asyncio.to_thread(arriving.write, chunk)
                    if arriving.size > LARGEST:
                        return given.model_copy(update={"too_big": True})
            if arriving.size < (file.file_size or 0):
                raise NetworkError("The file is not whole")
            arrived = given.model_copy(update={"size": arriving.size})
            if not takes_file(conversation, arrived):  # Telegram had not said how large it is
                return arrived
            # By the time of its turn its person may be forgotten, or the bot killed.
            await self._database.change(note_orphaned, arriving.sha256, self._clock())
            return arrived.model_copy(update={"sha256": await asyncio.to_thread(arriving.keep)})
        finally:  # a thread cannot be cancelled: where the bot is stopped here, the file is made all the same
            await asyncio.to_thread((await beginning).drop)


PATIENCE = 3.0
"""Seconds after which a person is told that their file is still on its way."""

PAUSES = (1, 2, 5, 10, 30, 60, 120, 300, 600)
"""Seconds between attempts, unless Telegram says how long to wait; the last one again and again.

The pause is kept with the update, not slept: it goes on through a restart, and another worker may make the attempt.
"""

MOST_GONE = 3
"""How often a link may lead nowhere before the person is told so: each time Telegram is asked for a new one."""

_LOG = logging.getLogger(__name__)


class Fetching:
    """Fetches files while their chat goes on; a chat's files stay in order."""

    def __init__(  # noqa: PLR0913 - what fetching touches
        self,
        store: Store,
        attachments: Attachments,
        delivery: Delivery,
        look: Callable[[Sequence[int]], None],
        *,
        locks: WorkerLocks,
        database_health: DatabaseHealth,
        progress: Progress,
        stopping: Stopping,
        clock: Clock,
    ) -> None:
        self._store = store
        self._attachments = attachments
        self._delivery = delivery
        self._look = look
        self._locks = locks
        self._keeping = database_health
        self._progress = progress
        self._stopping = stopping
        self._clock = clock
        self._here: dict[int, Attached] = {}
        self._told: set[int] = set()
        self._gone = Counter[int]()
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._others: set[asyncio.Task[None]] = set()

    def with_content(self, update_id: int, given: Input) -> tuple[Input, bool]:
        """Return the input, a file with its content if that has arrived; false if the file is still to be fetched."""
        if not isinstance(given, Attached):
            return given, True
        here = self._here.get(update_id)
        return (given, False) if here is None else (here, True)

    def done(self, update_id: int, *, is_kept: bool) -> None:
        """Drop an update's file; delete its content if it was not kept."""
        given = self._here.pop(update_id, None)
        if given is not None and given.sha256 and not is_kept:
            discard = partial(self._attachments.discard, given.sha256)
            self._keep(self._stopping.persist(discard))

    async def resume(self) -> None:
        """Fetch the due files, also those that an earlier run left."""
        for chat_id in await self._store.fetches.due(self._clock()):
            self.start(chat_id)

    async def close(self) -> None:
        """Wait until the fetching has ended; files that have not arrived are left to the next start."""
        await asyncio.gather(*self._tasks.values(), *self._others, return_exceptions=True)

    def start(self, chat_id: int) -> None:
        """Fetch the files of a chat, one after the other."""
        if chat_id not in self._tasks and not self._stopping.is_set():
            self._tasks[chat_id] = asyncio.create_task(self._serve(chat_id))

    def _keep(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._others.add(task)
        task.add_done_callback(self._others.discard)

    async def _serve(self, chat_id: int) -> None:
        """Fetch the due files of a chat; a later sweep finds the others."""
        try:
            async with self._locks.hold(Kind.FILES, chat_id) as lock:
                while lock and (raw := await self._store.fetches.next(chat_id, self._clock())):
                    if not await self._one(raw, chat_id):
                        return
        except Exception as error:  # noqa: BLE001 - trouble of the database: the next look is in a few seconds
            _LOG.warning("files are fetched later", extra=fields(chat=chat_id, error=places(error)))
        finally:
            del self._tasks[chat_id]

    async def _one(self, raw: RawUpdate, chat_id: int) -> bool:
        """Fetch one file and let its update be handled; false if it has to wait."""
        reading = read(raw.body, raw.sent_at)
        if not isinstance(reading.given, Attached):
            raise TypeError("this update has no file")
        waiting = asyncio.create_task(self._tell_after(PATIENCE, raw, chat_id, reading.given))
        try:
            given = await self._stopping.unless_set(self._attempted(raw, reading, chat_id, reading.given))
        except Exception as error:  # noqa: BLE001 - whatever it is, the file is kept waiting
            now = self._clock()
            until = now + timedelta(seconds=self._pause(raw, error))
            await self._store.fetches.later(raw.update_id, now, until)
            await self._tell_after(0, raw, chat_id, reading.given)
            return False
        finally:
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
        if given is None:
            return False
        self._here[raw.update_id] = given
        self._told.discard(raw.update_id)
        if not await self._store.fetches.arrived(raw.update_id, self._clock()):
            self.done(raw.update_id, is_kept=False)  # /forget has deleted its person
        self._look([chat_id])
        return True

    async def _tell_after(self, seconds: float, raw: RawUpdate, chat_id: int, given: Attached) -> None:
        """Tell the person once that their file takes longer."""
        await asyncio.sleep(seconds)
        if raw.attempts or raw.update_id in self._told:
            return
        self._told.add(raw.update_id)
        post = Post(chat_id, None, (file_on_its_way(file_name(given)),))
        if await self._store.fetches.tell(raw.update_id, post, self._clock()):
            self._delivery.wake(chat_id)
        self._progress.handled(raw.update_id, chat_id)  # for whoever waits: there is nothing more to see for now

    async def _attempted(self, raw: RawUpdate, reading: Reading, chat_id: int, given: Attached) -> Attached:
        """Fetch a file. If its link leads nowhere three times, return it without content: the core tells the person."""
        work = ("file", raw.update_id)
        try:
            found = await self._attachments.stored(chat_id, given, reading.file_id)
        except FileGone:
            self._gone[raw.update_id] += 1
            if self._gone[raw.update_id] < MOST_GONE:
                raise
            found = given
        except OSError as error:
            self._keeping.fails(work, error)
            raise
        self._keeping.works(work)
        del self._gone[raw.update_id]
        return found

    def _pause(self, raw: RawUpdate, error: Exception) -> float:
        seconds = pause_after(error, raw.attempts + 1, PAUSES)
        _LOG.warning(
            "a file is not here yet",
            extra=fields(update=raw.update_id, chat=raw.chat_id, error=places(error), seconds=seconds),
        )
        return seconds
