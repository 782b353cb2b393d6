"""Files that Telegram does not hand over at once: their chat goes on, and each gets its turn when it has arrived."""

import asyncio
import logging
from collections import Counter
from datetime import timedelta

from telegram.error import RetryAfter, TelegramError

from bot.attachments import Attachments
from bot.clock import Clock
from bot.delivery import Delivery
from bot.keeping import Keeping
from bot.logs import fields, places
from bot.reading import Reading, read
from bot.requests import FileGone
from bot.sending import retry_after
from bot.stopping import Stopping
from bot.wording import file_on_its_way
from conversations.attaching import file_name
from conversations.messages import Attached
from storage import Claims, Kind, Post, RawUpdate, Store

PATIENCE = 3.0
"""Seconds for which a chat waits for its file, so that most are saved before the next message is read."""

PAUSES = (1, 2, 5, 10, 30, 60, 120, 300, 600)
"""Seconds between attempts, unless Telegram says how long to wait; the last one again and again."""

MOST_GONE = 3
"""How often a link may lead nowhere before the person is told so: each time Telegram is asked for a new one."""

_LOG = logging.getLogger(__name__)


class Fetching:
    """Fetches files: at first their chat waits a moment, then it goes on without them; a chat's files stay in order."""

    def __init__(  # noqa: PLR0913 - what fetching touches
        self,
        store: Store,
        attachments: Attachments,
        delivery: Delivery,
        *,
        claims: Claims,
        keeping: Keeping,
        stopping: Stopping,
        clock: Clock,
    ) -> None:
        self._store = store
        self._attachments = attachments
        self._delivery = delivery
        self._claims = claims
        self._keeping = keeping
        self._stopping = stopping
        self._clock = clock
        self._here: dict[int, Attached] = {}
        self._gone = Counter[int]()
        self._tasks: dict[int, asyncio.Task[None]] = {}

    async def fetched(self, raw: RawUpdate, reading: Reading, chat_id: int, given: Attached) -> Attached | None:
        """Return the file of an update; None if its chat goes on without it, or if the bot is stopping."""
        if raw.update_id in self._here:
            return self._here.pop(raw.update_id)
        seconds = 0.0
        if raw.sent_at is not None or not await self._store.fetches.has(chat_id):
            try:
                async with asyncio.timeout(PATIENCE):
                    return await self._stopping.unless_set(self._attempted(raw, reading, chat_id, given))
            except TimeoutError:
                pass
            except (TelegramError, OSError, FileGone) as error:
                seconds = self._pause(raw, error)
        await self._begin(raw, chat_id, given, seconds)
        return None

    async def discard(self, given: Attached) -> None:
        """Take away the content of a file that no practice has taken."""
        await self._attachments.discard(given.sha256)

    async def resume(self) -> None:
        """Fetch the files that are due now, also those that an earlier run left."""
        for chat_id in await self._store.fetches.due(self._clock()):
            self._start(chat_id)

    async def close(self) -> None:
        """Leave the files that have not arrived to the next start."""
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _begin(self, raw: RawUpdate, chat_id: int, given: Attached, seconds: float) -> None:
        """Let the chat go on, and tell its person the first time."""
        now = self._clock()
        posts = [] if raw.sent_at else [Post(chat_id, None, (file_on_its_way(file_name(given)),))]
        await self._store.fetches.begin(raw.update_id, now, now + timedelta(seconds=seconds), posts)
        self._delivery.wake(chat_id)
        self._start(chat_id)

    def _start(self, chat_id: int) -> None:
        if chat_id not in self._tasks and not self._stopping.is_set():
            self._tasks[chat_id] = asyncio.create_task(self._serve(chat_id))

    async def _serve(self, chat_id: int) -> None:
        """Fetch the due files of a chat; a later look finds the others."""
        try:
            async with self._claims.hold(Kind.FILES, chat_id) as claim:
                while claim and (raw := await self._store.fetches.next(chat_id, self._clock())):
                    if not await self._one(raw, chat_id):
                        return
        except Exception as error:  # noqa: BLE001 - trouble of the database: the next look is in a few seconds
            _LOG.warning("files are fetched later", extra=fields(chat=chat_id, error=places(error)))
        finally:
            del self._tasks[chat_id]

    async def _one(self, raw: RawUpdate, chat_id: int) -> bool:
        """Fetch one file and let its update have its turn; false where it has to wait."""
        reading = read(raw.body, raw.sent_at)
        if not isinstance(reading.given, Attached):
            raise TypeError("this update has no file")
        try:
            given = await self._stopping.unless_set(self._attempted(raw, reading, chat_id, reading.given))
        except Exception as error:  # noqa: BLE001 - whatever it is, the file is kept waiting
            now = self._clock()
            until = now + timedelta(seconds=self._pause(raw, error))
            await self._store.fetches.later(raw.update_id, now, until)
            return False
        if given is None:
            return False
        self._here[raw.update_id] = given
        if not await self._store.fetches.arrived(raw.update_id, self._clock()):
            del self._here[raw.update_id]  # /forget has deleted its person
            await self.discard(given)
        return True

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
        seconds = float(PAUSES[min(raw.attempts, len(PAUSES) - 1)])
        if isinstance(error, RetryAfter):
            seconds = retry_after(error)
        _LOG.warning(
            "a file is not here yet",
            extra=fields(update=raw.update_id, chat=raw.chat_id, error=places(error), seconds=seconds),
        )
        return seconds
