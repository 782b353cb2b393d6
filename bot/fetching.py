"""Files: fetched while their chat goes on; the update of each is handled when its file has arrived."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta
from functools import partial

from bot.attachments import Attachments
from bot.clock import Clock
from bot.delivery import Delivery
from bot.keeping import Keeping
from bot.logs import fields, places
from bot.progress import Progress
from bot.reading import Reading, read
from bot.requests import FileGone
from bot.stopping import Stopping, pause_after
from bot.wording import file_on_its_way
from conversations.attaching import file_name
from conversations.messages import Attached, Input
from storage import Kind, Post, RawUpdate, Store, WorkerLocks

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
        keeping: Keeping,
        progress: Progress,
        stopping: Stopping,
        clock: Clock,
    ) -> None:
        self._store = store
        self._attachments = attachments
        self._delivery = delivery
        self._look = look
        self._locks = locks
        self._keeping = keeping
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
