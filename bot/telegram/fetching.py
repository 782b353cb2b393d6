"""Files that people send: fetched and stored before their turn, while their chat goes on."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from contextlib import aclosing
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import cast

from telegram import File
from telegram.error import BadRequest, NetworkError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.logs import fields, places
from bot.telegram.delivery import Delivery
from bot.telegram.http_request import AiohttpRequest, FileGone
from bot.telegram.reading import Reading, read
from bot.telegram.runtime import Runtime
from bot.telegram.stopping import pause_after
from bot.telegram.texts import file_on_its_way
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.inputs import Attached, Input
from conversations.filling.attachments import LARGEST, file_name
from conversations.languages import speaking
from conversations.papers.arriving import is_worth_reading, named_pdf, wants_content
from storage import Blobs, Database, Kind, Post, RawUpdate, Store, conversation_of, is_named, note_orphaned
from storage.papers import NotAForm, NotReadable, is_pdf, read_in_subprocess

AT_ONCE = 8
"""Files that are downloaded at the same time."""

READ_AT_ONCE = 2
"""Word files and PDFs that are read at the same time, each in a process."""

CHUNK = 1 << 18
"""Bytes of each download that are in memory at a time."""


class Downloader:
    """Downloads the files that a conversation wants, and stores them under ``folder``."""

    def __init__(self, bot: ExtBot[int], database: Database, folder: Path, clock: Clock) -> None:
        self._bot = bot
        self._request = cast("AiohttpRequest", bot.request)  # every bot of ours has one of these
        self._database = database
        self._blobs = Blobs(folder)
        self._clock = clock
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._readers = asyncio.Semaphore(READ_AT_ONCE)

    async def download(self, chat_id: int, given: Attached, file_id: str | None) -> Attached:
        """Store a file, if the conversation wants it, and return the input with its size and its SHA-256.

        The input of a file that cannot be had comes back without them, and the core tells the person. Raises
        ``TelegramError``, ``OSError`` or ``FileGone`` if another attempt may help; then nothing is stored.
        """
        conversation = await conversation_of(self._database, chat_id)
        if file_id is None or not wants_content(conversation, given):
            return given
        async with self._slots:
            try:
                file = await self._bot.get_file(file_id)
            except BadRequest as refusal:
                return given.model_copy(update={"too_big": "too big" in refusal.message.lower()})
            return await self._fetched(conversation, given, file)

    async def read(self, chat_id: int, given: Attached) -> Attached:
        """Read a fetched Word file or PDF in a process of its own; the input gets what was read, or why nothing was.

        A PDF without the titles of the form is a file like any other, and so is what is only named like one.
        """
        conversation = await conversation_of(self._database, chat_id)
        if not given.sha256 or not is_worth_reading(conversation, given):
            return given
        if named_pdf(given) and not await asyncio.to_thread(is_pdf, self._blobs.path(given.sha256)):
            return given
        async with self._readers:
            with speaking(conversation.speaks):
                try:
                    paper = await read_in_subprocess(self._blobs.path(given.sha256), self._clock().date())
                except NotReadable as refusal:
                    if isinstance(refusal, NotAForm) and named_pdf(given):
                        return given
                    return given.model_copy(update={"unread": str(refusal)})
        return given.model_copy(update={"paper": paper})

    async def discard(self, sha256: str) -> None:
        """Delete a stored file, unless a draft names it."""
        named = await self._database.ask(is_named, sha256)
        if sha256 and not named:
            await asyncio.to_thread(self._blobs.remove, sha256)

    async def tidy(self) -> None:
        """Delete the unfinished files that crashes have left."""
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
            if not wants_content(conversation, arrived):  # Telegram may leave out the size of a file
                return arrived
            # noted as unused until its turn: before it the bot may be killed, or the person's data erased
            await self._database.change(note_orphaned, arriving.sha256, self._clock())
            return arrived.model_copy(update={"sha256": await asyncio.to_thread(arriving.keep)})
        finally:  # a thread cannot be cancelled: it makes the file also if the bot is stopped here
            await asyncio.to_thread((await beginning).drop)


PATIENCE = 3.0
"""Seconds after which a person is told that their file has not arrived yet."""

PAUSES = (1, 2, 5, 10, 30, 60, 120, 300, 600)
"""Seconds between attempts, unless Telegram says how long to wait; the last figure is used again and again.

The pause is stored with the update: it lasts through a restart, and any worker may make the next attempt.
"""

MOST_GONE = 3
"""How often the link of a file may be dead before the person is told; Telegram is asked for a new link each time."""

_LOG = logging.getLogger(__name__)


class Fetching:
    """Fetches files while their chats go on; the files of a chat stay in order.

    ``look`` makes the batches handle the waiting updates of some chats.
    """

    def __init__(
        self,
        store: Store,
        downloader: Downloader,
        delivery: Delivery,
        look: Callable[[Sequence[int]], None],
        runtime: Runtime,
    ) -> None:
        self._store = store
        self._downloader = downloader
        self._delivery = delivery
        self._look = look
        self._locks = runtime.locks
        self._database_health = runtime.database_health
        self._pending = runtime.pending
        self._stopping = runtime.stopping
        self._clock = runtime.clock
        self._arrived: dict[int, Attached] = {}
        self._told: set[int] = set()
        self._gone = Counter[int]()
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._others: set[asyncio.Task[None]] = set()

    def with_content(self, update_id: int, given: Input) -> tuple[Input, bool]:
        """Return the input, and false if its file is still to be fetched; a file that has arrived has its SHA-256."""
        if not isinstance(given, Attached):
            return given, True
        arrived = self._arrived.get(update_id)
        return (given, False) if arrived is None else (arrived, True)

    def done(self, update_id: int, *, is_kept: bool) -> None:
        """Forget the file of a handled update, and delete it if the turn did not keep it."""
        given = self._arrived.pop(update_id, None)
        if given is not None and given.sha256 and not is_kept:
            discard = partial(self._downloader.discard, given.sha256)
            self._in_background(self._stopping.persist(discard))

    async def resume(self) -> None:
        """Fetch the due files, also those that an earlier run left."""
        for chat_id in await self._store.fetches.due(self._clock()):
            self.start(chat_id)

    async def close(self) -> None:
        """Wait for the fetching to end; the next start fetches the files that have not arrived."""
        await asyncio.gather(*self._tasks.values(), *self._others, return_exceptions=True)

    def start(self, chat_id: int) -> None:
        """Fetch the files of a chat, one after the other."""
        if chat_id not in self._tasks and not self._stopping.is_set():
            self._tasks[chat_id] = asyncio.create_task(self._serve(chat_id))

    def _in_background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._others.add(task)
        task.add_done_callback(self._others.discard)

    async def _serve(self, chat_id: int) -> None:
        """Fetch the due files of a chat; a later sweep finds the others."""
        try:
            async with self._locks.hold(Kind.FILES, chat_id) as lock:
                while lock and (raw := await self._store.fetches.next(chat_id, self._clock())):
                    if not await self._fetch_one(raw, chat_id):
                        return
        except Exception as error:  # noqa: BLE001 - an error of the database: the next sweep comes in a few seconds
            _LOG.warning("files are fetched later", extra=fields(chat=chat_id, error=places(error)))
        finally:
            del self._tasks[chat_id]

    async def _fetch_one(self, raw: RawUpdate, chat_id: int) -> bool:
        """Fetch one file and let its update be handled; false if it has to wait."""
        reading = read(raw.body, raw.sent_at)
        if not isinstance(reading.given, Attached):
            raise TypeError("this update has no file")
        waiting = asyncio.create_task(self._tell_after(PATIENCE, raw, chat_id, reading.given))
        try:
            given = await self._stopping.unless_set(self._attempt(raw, reading, chat_id, reading.given))
        except Exception as error:  # noqa: BLE001 - whatever it is, the file is kept waiting
            now = self._clock()
            until = now + timedelta(seconds=self._pause(raw, error))
            await self._store.fetches.later(raw.update_id, now, until)
            await self._tell_after(0, raw, chat_id, reading.given)
            return False
        finally:
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
        if given is not None:
            given = await self._stopping.unless_set(self._downloader.read(chat_id, given))
        if given is None:
            return False
        self._arrived[raw.update_id] = given
        self._told.discard(raw.update_id)
        if not await self._store.fetches.arrived(raw.update_id, self._clock()):
            self.done(raw.update_id, is_kept=False)  # /forget has deleted the update
        self._look([chat_id])
        return True

    async def _tell_after(self, seconds: float, raw: RawUpdate, chat_id: int, given: Attached) -> None:
        """Tell the person once that their file takes longer."""
        await asyncio.sleep(seconds)
        if raw.attempts or raw.update_id in self._told:
            return
        self._told.add(raw.update_id)
        # in a task of its own: the file may arrive or fail now, and that must not leave the message half told
        self._in_background(self._stopping.persist(partial(self._tell, raw, chat_id, given)))

    async def _tell(self, raw: RawUpdate, chat_id: int, given: Attached) -> None:
        with speaking((await conversation_of(self._store.database, chat_id)).speaks):
            post = Post(chat_id, None, (file_on_its_way(file_name(given)),))
        if await self._store.fetches.tell(raw.update_id, post, self._clock()):
            self._delivery.wake(chat_id)
        self._pending.handled(raw.update_id, chat_id)  # those who wait for the update have seen all there is for now

    async def _attempt(self, raw: RawUpdate, reading: Reading, chat_id: int, given: Attached) -> Attached:
        """Fetch a file. If its link is dead three times, return it without content: the core tells the person."""
        work = ("file", raw.update_id)
        try:
            found = await self._downloader.download(chat_id, given, reading.file_id)
        except FileGone:
            self._gone[raw.update_id] += 1
            if self._gone[raw.update_id] < MOST_GONE:
                raise
            found = given
        except OSError as error:
            self._database_health.fails(work, error)
            raise
        self._database_health.works(work)
        del self._gone[raw.update_id]
        return found

    def _pause(self, raw: RawUpdate, error: Exception) -> float:
        seconds = pause_after(error, raw.attempts + 1, PAUSES)
        _LOG.warning(
            "a file is not here yet",
            extra=fields(update=raw.update_id, chat=raw.chat_id, error=places(error), seconds=seconds),
        )
        return seconds
