"""Files from Telegram: fetched and stored before the turn, so that an answer that names one has it."""

import asyncio
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, cast

from telegram import File
from telegram.error import BadRequest, NetworkError
from telegram.ext import ExtBot

from bot.clock import Clock
from conversations.attaching import LARGEST, takes_file
from conversations.conversation import Conversation
from conversations.messages import Attached
from storage import Blobs, Database, conversation_of, is_named, note_loose

if TYPE_CHECKING:
    from bot.requests import AiohttpRequest

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
            await self._database.change(note_loose, arriving.sha256, self._clock())
            return arrived.model_copy(update={"sha256": await asyncio.to_thread(arriving.keep)})
        finally:  # a thread cannot be cancelled: where the bot is stopped here, the file is made all the same
            await asyncio.to_thread((await beginning).drop)
