"""Turns without Telegram: what somebody did goes into the inbox and is handled in a batch, as the bot does it."""

import base64
import pickle
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.demo.test_bed import agree
from conversations.dialogue.inputs import Attached, Commanded, Input, Wrote
from conversations.dialogue.model import UNNAMED, Operator
from conversations.dialogue.replies import Reply
from conversations.engine.engine import step
from storage import (
    PAUSES,
    Apologies,
    Batches,
    Begun,
    Codes,
    Database,
    Heard,
    NoInput,
    Outbox,
    Post,
    RawUpdate,
    Retention,
    Sent,
    Setting,
    Taken,
    new_code,
)
from storage import failures as kept_failures
from storage import inbox as kept_inbox
from storage.conversations import UNKNOWN
from storage.outbox import put, write_marks


def raw_of(heard: Heard) -> RawUpdate:
    """Write an update so that ``read_back`` reads it."""
    told = base64.b64encode(pickle.dumps(heard)).decode()
    return RawUpdate(heard.update_id, heard.chat_id, {"update_id": heard.update_id, "heard": told})


def read_back(raw: RawUpdate) -> Heard | NoInput | None:
    """Read an update that ``raw_of`` wrote; all others say nothing."""
    told = raw.body.get("heard")
    return pickle.loads(base64.b64decode(told)) if told else None  # noqa: S301 - a test wrote it


async def accept(db: Database, updates: Sequence[RawUpdate], now: datetime) -> tuple[int, ...]:
    """Put updates into the inbox, to be handled later; gives the new ids in order of arrival."""
    new = await db.change(_accept, updates, now)
    return tuple(update_id for update_id in dict.fromkeys(raw.update_id for raw in updates) if update_id in new)


def _accept(connection: Connection, updates: Sequence[RawUpdate], now: datetime) -> set[int]:
    new = {raw.update_id for raw in kept_inbox.accept(connection, updates, now)}
    kept_inbox.put_back(connection, new)
    return new


async def failed(db: Database, update_id: int, error: str, now: datetime, retry_at: datetime | None) -> None:
    """Count a failed attempt of an update."""
    attempt = kept_failures.Attempt(error, UNKNOWN, now, retry_at)
    await db.change(kept_failures.note, RawUpdate(update_id, None, {}), attempt)


async def sent(db: Database, outgoing_id: int, message_id: int | None, now: datetime) -> None:
    """Note that Telegram has taken a message."""
    await db.change(write_marks, [Sent(outgoing_id, message_id, now)])


async def say(  # noqa: PLR0913, PLR0917 - all of them belong to one posting
    db: Database,
    update_id: int | None,
    chat_id: int,
    replies: Sequence[Reply],
    now: datetime,
    query_id: str | None = None,
) -> None:
    """Put something into the outbox, outside a conversation."""
    await db.change(put, Post(chat_id, update_id, replies, query_id), now)


async def handled(db: Database, update_id: int, now: datetime) -> bool:
    """Note that an update is handled; false if it was before."""
    return await db.change(kept_inbox.mark_handled, [update_id], now)


async def begun_sending(db: Database, outgoing_id: int) -> None:
    """Note that a message is being sent."""
    await db.change(write_marks, [Begun(outgoing_id)])


class Handling:
    """Batches of a worker in a test, and what came of them."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a batch is handled with
        self,
        db: Database,
        step: Any,  # noqa: ANN401 - any step function
        now: datetime,
        codes: Codes = new_code,
        admins: frozenset[int] = frozenset(),
        pauses: Sequence[float] = PAUSES,
        read: Callable[[RawUpdate], Heard | NoInput | None] = read_back,
        apologies: Apologies | None = None,
        operator: Operator = UNNAMED,
        alone: bool = True,  # noqa: FBT001, FBT002 - as the setting has it
    ) -> None:
        self.taken: list[Taken] = []
        self.troubles: list[Exception] = []
        setting = Setting(step, admins, operator=operator, codes=codes, alone=alone)
        self.batches = Batches(
            db,
            setting,
            read,
            lambda: now,
            apologies=apologies,
            pauses=pauses,
            follow=self.taken.append,
            fails=lambda error, _chats: self.troubles.append(error),
        )

    async def took(self, raws: Sequence[RawUpdate]) -> Taken:
        """Take a batch; gives what came of all its parts."""
        await self.batches.take(raws)
        await self._end()
        return self.all()

    async def handled(self, raws: Sequence[RawUpdate]) -> Taken:
        """Take a batch, and look again while another worker is at a chat."""
        await self.took(raws)
        seen = 0
        while again := set[int | None]().union(*(each.again for each in self.taken[seen:])):
            seen = len(self.taken)
            await self.looked(*again)
        return self.all()

    async def looked(self, *chats: int | None) -> Taken:
        """Handle what waits for chats; raises what the database raised."""
        self.batches.look(chats)
        await self._end()
        if self.troubles:
            raise self.troubles[0]
        return self.all()

    async def _end(self) -> None:
        """Wait for the batches, then end all pauses: one that ends with the test's loop would begin a batch there."""
        await self.batches.settled()
        await self.batches.close()

    def all(self) -> Taken:
        """Put together what came of all batches so far."""
        found = Taken()
        for each in self.taken:
            found.new |= each.new
            found.outcomes += each.outcomes
            found.mail |= each.mail
            found.again |= each.again
            found.more |= each.more
        return found


async def taken(db: Database, now: datetime, *heard: Heard, step: Any = step, **more: Any) -> Taken:  # noqa: ANN401 - any step function, settings
    """Take a batch of what several people did."""
    return await Handling(db, step, now, **more).took([raw_of(each) for each in heard])


async def turn(  # noqa: PLR0913, PLR0917 - what a turn is taken with
    db: Database,
    heard: Heard,
    step: Any,  # noqa: ANN401 - any step function
    now: datetime,
    codes: Codes = new_code,
    admins: frozenset[int] = frozenset(),
    operator: Operator = UNNAMED,
) -> tuple[int, ...] | None:
    """Take one turn; gives the chats that have got mail, nothing if the update was handled before.

    Raises what the step raised.
    """
    told = await Handling(db, step, now, codes, admins, operator=operator).handled([raw_of(heard)])
    mine = next((each for each in told.outcomes if each.raw.update_id == heard.update_id), None)
    if mine is None:
        return None
    if mine.error is not None:
        raise mine.error
    return tuple(told.mail)


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
        heard = Heard(self._updates, self.chat_id, self.chat_id, given)
        raw = RawUpdate(self._updates, self.chat_id, {**raw_of(heard).body, "words": "of Anna"})
        await Handling(self.db, step, now).handled([raw])

    async def mail(self, now: datetime) -> list[str]:
        """Take what waits for the chat, as Telegram does; gives the first line of each message."""
        outgoing_messages = await Outbox(self.db).next(self.chat_id, now)
        for outgoing in outgoing_messages:
            await sent(self.db, outgoing.id, outgoing.id, now)
        return [outgoing.reply.lines[0].text for outgoing in outgoing_messages if outgoing.reply]


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
