"""The end of a talk with somebody who was forgotten: what is outside the database goes before the last message comes.

All that is to be done stands in the parcel of that message: a run that is killed in the middle begins again.
"""

import asyncio
import logging
from collections.abc import (
    Awaitable,
    Callable,
    Sequence,
)
from functools import partial
from pathlib import Path

from telegram import Bot, BotCommandScopeChat

from bot.clock import Clock
from bot.logs import fields
from bot.telegram.stopping import PASSES, REFUSALS, UNDONE, Stopping
from conversations.dialogue.replies import ErasureNotice
from storage import Blobs, Database, Outbox, OutgoingMessage, is_named
from storage.privacy.erased_messages import DELETABLE

AT_ONCE = 100
"""Messages that one call deletes (Bot API, deleteMessages)."""

JUST_STORED = 2.0
"""Seconds within which a content may be that of somebody else, whose turn is not over yet."""

_LOG = logging.getLogger(__name__)


class ErasureFollowUp:
    """Deletes what a farewell names: contents of files, messages, the person's menu, and what the file still holds."""

    def __init__(self, bot: Bot, database: Database, folder: Path, *, stopping: Stopping, clock: Clock) -> None:
        self._bot = bot
        self._database = database
        self._outbox = Outbox(database)
        self._blobs = Blobs(folder)
        self._stopping = stopping
        self._clock = clock

    async def cleared(self, outgoing: OutgoingMessage, erasure_notice: ErasureNotice) -> bool:
        """Delete all of it; true when it is done, false where the bot is to stop."""
        for sha256 in erasure_notice.files:
            await self._stopping.persist(partial(self._remove, sha256))
        since = self._clock() - DELETABLE
        messages = sorted({*erasure_notice.messages, *await self._outbox.messages_before(outgoing, since)})
        left = 0
        for start in range(0, len(messages), AT_ONCE):
            left += await self._delete(outgoing.chat_id, messages[start : start + AT_ONCE])
        await self._taken(lambda: self._bot.delete_my_commands(scope=BotCommandScopeChat(outgoing.chat_id)))
        await self._stopping.retry(self._database.overwritten, UNDONE)  # who reads an older state is waited for
        if self._stopping.is_set():
            return False
        _LOG.info("forgotten", extra=fields(messages=len(messages) - left, left=left, files=len(erasure_notice.files)))
        return True

    async def _remove(self, sha256: str) -> None:
        """Take a content away that nobody else has sent; one that was just stored is looked at a little later."""
        age = await asyncio.to_thread(self._blobs.age, sha256)
        if age is not None and age < JUST_STORED:
            await self._stopping.rest(JUST_STORED - age)
        named = await self._database.ask(is_named, sha256)
        if not named:
            await asyncio.to_thread(self._blobs.remove, sha256)

    async def _delete(self, chat_id: int, messages: Sequence[int]) -> int:
        """Delete messages; where Telegram refuses one of them and so all, one by one. Gives how many are left."""
        if await self._taken(lambda: self._bot.delete_messages(chat_id, messages)):
            return 0
        taken = [await self._taken(partial(self._bot.delete_message, chat_id, one)) for one in messages]
        return taken.count(False)

    async def _taken(self, ask: Callable[[], Awaitable[object]]) -> bool:
        """Ask Telegram until it does something (true) or refuses it for good (false)."""
        try:
            await self._stopping.retry(ask, PASSES)
        except REFUSALS:
            return False
        return True
