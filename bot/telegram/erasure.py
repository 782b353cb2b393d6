"""The end of an erasure: after the commit, delete the data outside the tables, then send the last message.

The last message in the outbox lists all of it. So a run that is killed in the middle starts again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path

from telegram import Bot, BotCommandScopeChat

from bot.logs import fields
from bot.telegram.runtime import Runtime
from bot.telegram.stopping import PASSES, REFUSALS, UNDONE
from conversations.dialogue.replies import ErasureNotice
from storage import Blobs, Database, Outbox, OutgoingMessage, is_named
from storage.privacy.erased_messages import DELETABLE

AT_ONCE = 100
"""Messages that one call deletes (Bot API, deleteMessages)."""

JUST_STORED = 2.0
"""Seconds after which a file that no draft names can go: a younger one may be of a turn that is not committed yet."""

_LOG = logging.getLogger(__name__)


class ErasureFollowUp:
    """Deletes the files, the messages and the command menu of a person, and their words in the database's own files."""

    def __init__(self, bot: Bot, database: Database, folder: Path, runtime: Runtime) -> None:
        self._bot = bot
        self._database = database
        self._outbox = Outbox(database)
        self._blobs = Blobs(folder)
        self._stopping = runtime.stopping
        self._clock = runtime.clock

    async def finish(self, outgoing: OutgoingMessage, erasure_notice: ErasureNotice) -> bool:
        """Delete all of it; return false if the bot stops first."""
        for sha256 in erasure_notice.files:
            await self._stopping.persist(partial(self._remove, sha256))
        since = self._clock() - DELETABLE  # Telegram lets a bot delete messages of the last 48 hours only
        messages = sorted({*erasure_notice.messages, *await self._outbox.messages_before(outgoing, since)})
        left = 0
        for start in range(0, len(messages), AT_ONCE):
            left += await self._delete(outgoing.chat_id, messages[start : start + AT_ONCE])
        await self._is_done(lambda: self._bot.delete_my_commands(scope=BotCommandScopeChat(outgoing.chat_id)))
        # false while a reader uses an older state of the database: its words are still in the log then
        await self._stopping.retry(self._database.overwritten, UNDONE)
        if self._stopping.is_set():
            return False
        _LOG.info("erased", extra=fields(messages=len(messages) - left, left=left, files=len(erasure_notice.files)))
        return True

    async def _remove(self, sha256: str) -> None:
        """Delete a file, unless somebody else has sent the same one."""
        age = await asyncio.to_thread(self._blobs.age, sha256)
        if age is not None and age < JUST_STORED:
            await self._stopping.rest(JUST_STORED - age)
        named = await self._database.ask(is_named, sha256)
        if not named:
            await asyncio.to_thread(self._blobs.remove, sha256)

    async def _delete(self, chat_id: int, messages: Sequence[int]) -> int:
        """Delete messages; return how many Telegram refused to delete."""
        if await self._is_done(lambda: self._bot.delete_messages(chat_id, messages)):
            return 0
        # Telegram refuses all of them if it refuses one
        done = [await self._is_done(partial(self._bot.delete_message, chat_id, one)) for one in messages]
        return done.count(False)

    async def _is_done(self, ask: Callable[[], Awaitable[object]]) -> bool:
        """Call Telegram until it does something (true) or refuses it for good (false)."""
        try:
            await self._stopping.retry(ask, PASSES)
        except REFUSALS:
            return False
        return True
