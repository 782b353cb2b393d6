"""What is said of a document in the making.

First the chat shows that the bot is at work; after a while a message says how far it is, is changed every few seconds,
and is taken away at the end.
"""

import asyncio
from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
)
from contextlib import asynccontextmanager, suppress

from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram.calls import PlainBot
from bot.telegram.sending import redraw, say
from conversations.dialogue.replies import Reply
from storage import OutgoingMessage

HASTE, PATIENCE, EVERY = 0.3, 2.0, 3.0
"""Seconds before the chat shows it, before it is said at all, and between two changes."""

Shows = Callable[[int, int], Awaitable[None]]
"""Keeps which message shows how far a parcel is."""


class DocumentProgress:
    """What is said of one parcel; it is a courtesy, so that nothing fails where it cannot be said."""

    def __init__(self, bot: PlainBot, outgoing: OutgoingMessage, shows: Shows) -> None:
        self._bot = bot
        self._parcel = outgoing
        self._shows = shows
        self._message_id = outgoing.message_id
        self._over = asyncio.Event()
        self._newest: Reply | None = None
        self._said: Reply | None = None

    def hear(self, reply: Reply) -> None:
        """Take what can be said now."""
        self._newest = reply

    @asynccontextmanager
    async def told(self) -> AsyncIterator[None]:
        """Say it while the block runs; what is just being said is said to its end, so that it can be taken away."""
        telling, acting = asyncio.create_task(self._tell()), asyncio.create_task(self._act())
        try:
            yield
            self._over.set()
            await telling
        finally:
            telling.cancel()
            acting.cancel()
            await asyncio.gather(telling, acting, return_exceptions=True)

    async def over(self) -> None:
        """Take the message away: what it spoke of is there."""
        if self._message_id is not None:
            with suppress(TelegramError):
                await self._bot.delete_message(self._parcel.chat_id, self._message_id)
            self._message_id = None

    async def _act(self) -> None:
        """Show that the bot is at work, for the 5 seconds that Telegram shows it; then a message says more."""
        await asyncio.sleep(HASTE)
        with suppress(TelegramError):
            await self._bot.send_chat_action(self._parcel.chat_id, ChatAction.UPLOAD_DOCUMENT)

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
        chat_id, before = self._parcel.chat_id, self._message_id
        told = say(self._bot, chat_id, reply) if before is None else redraw(self._bot, chat_id, before, reply)
        self._message_id = await told
        if self._message_id != before:
            await self._shows(self._parcel.id, self._message_id)
