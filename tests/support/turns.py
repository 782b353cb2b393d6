"""Turns of the real core on a database, without Telegram."""

from datetime import datetime

from bot.demo.agreeing import agree
from conversations.engine import step
from conversations.messages import Attached, Commanded, Input, Wrote
from storage import Database, Heard, Inbox, Outbox, RawUpdate, Retention, turn


class Chat:
    """One chat: what is written there becomes turns, and its mail is taken when it is asked for."""

    def __init__(self, db: Database, chat_id: int) -> None:
        self.db = db
        self.chat_id = chat_id
        self._updates = chat_id * 1000

    async def says(self, text: str, now: datetime) -> None:
        """Write a text or a command."""
        command = Commanded(name=text[1:], argument="", message=self._updates)
        await self.give(command if text.startswith("/") else Wrote(text=text, message=self._updates), now)

    async def sends(self, sha256: str, now: datetime) -> None:
        """Send a file whose content has been stored."""
        await self.give(
            Attached(what="document", caption="", message=self._updates, name="a.pdf", size=1, sha256=sha256), now
        )

    async def give(self, given: Input, now: datetime) -> None:
        """Take a turn."""
        self._updates += 1
        await Inbox(self.db).accept([RawUpdate(self._updates, self.chat_id, {"words": "of Anna"})], now)
        await turn(self.db, Heard(self._updates, self.chat_id, self.chat_id, given), step, now)

    async def mail(self, now: datetime) -> list[str]:
        """Take what waits for the chat, as Telegram does; gives the first line of each message."""
        outbox = Outbox(self.db)
        parcels = await outbox.next(self.chat_id, now)
        for parcel in parcels:
            await outbox.sent(parcel.id, parcel.id, now)
        return [parcel.reply.lines[0].text for parcel in parcels if parcel.reply]


async def begun(db: Database, now: datetime, chat_id: int = 5) -> Chat:
    """Begin a practice in a chat, whose person agreed before."""
    await agree(db, [chat_id], now)
    chat = Chat(db, chat_id)
    await chat.says("/start", now)
    await chat.says("Open Door", now)
    await chat.mail(now)
    return chat


async def swept(db: Database, now: datetime, days: int = 365) -> list[int | None]:
    """Take every step that is due for untouched drafts."""
    retention = Retention(db, step, days)
    return [await retention.take(one, now) for one in await retention.due(now)]
