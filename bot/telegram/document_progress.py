"""Show in the chat how far a long document is.

First the chat shows that the bot is uploading. After a while a message says how far the document is. It changes every
few seconds, and is deleted when the document is there.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram.client import PlainBot
from bot.telegram.sending import redraw, say
from conversations.dialogue.replies import Reply
from storage import OutgoingMessage

HASTE, PATIENCE, EVERY = 0.3, 2.0, 3.0
"""Seconds before the chat shows the upload, before the message is sent, and between two changes of it."""

Shows = Callable[[int, int], Awaitable[None]]
"""Keeps the id of the message that shows the progress of an outgoing message: after a restart it is changed on."""


class DocumentProgress:
    """The progress of one document. If it cannot be shown, nothing else fails."""

    def __init__(self, bot: PlainBot, outgoing: OutgoingMessage, shows: Shows) -> None:
        self._bot = bot
        self._outgoing = outgoing
        self._shows = shows
        self._message_id = outgoing.message_id
        self._over = asyncio.Event()
        self._newest: Reply | None = None
        self._said: Reply | None = None

    def update(self, reply: Reply) -> None:
        """Take the newest progress; it is shown with the next change."""
        self._newest = reply

    @asynccontextmanager
    async def shown(self) -> AsyncIterator[None]:
        """Show the progress while the block runs."""
        telling, acting = asyncio.create_task(self._tell()), asyncio.create_task(self._act())
        try:
            yield
            self._over.set()
            await telling  # not cancelled: a message that is being sent would stay, as its id were unknown
        finally:
            telling.cancel()
            acting.cancel()
            await asyncio.gather(telling, acting, return_exceptions=True)

    async def remove(self) -> None:
        """Delete the message."""
        if self._message_id is not None:
            with suppress(TelegramError):
                await self._bot.delete_message(self._outgoing.chat_id, self._message_id)
            self._message_id = None

    async def _act(self) -> None:
        await asyncio.sleep(HASTE)
        with suppress(TelegramError):  # Telegram shows it for 5 seconds; then the message says more
            await self._bot.send_chat_action(self._outgoing.chat_id, ChatAction.UPLOAD_DOCUMENT)

    async def _tell(self) -> None:
        await self._rest(PATIENCE)
        while not self._over.is_set():
            if self._newest is not None and self._newest != self._said:
                self._said = self._newest
                with suppress(TelegramError):
                    await self._say(self._newest)
            await self._rest(EVERY)

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._over.wait(), seconds)

    async def _say(self, reply: Reply) -> None:
        chat_id, before = self._outgoing.chat_id, self._message_id
        told = say(self._bot, chat_id, reply) if before is None else redraw(self._bot, chat_id, before, reply)
        self._message_id = await told
        if self._message_id != before:
            await self._shows(self._outgoing.id, self._message_id)
