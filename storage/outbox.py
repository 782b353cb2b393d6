"""The outbox: messages are committed with the step that made them, and sent until Telegram accepts them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    true,
    update,
)

from conversations.dialogue.replies import ErasureNotice, ExportFile, MyFile, Reply, StatsPicture
from conversations.languages import ENGLISH
from storage.database.database import Database
from storage.database.dialects import insert_numbered, unless_there
from storage.database.stored_schema import REPLY, STATE, Damaged, NewerStored
from storage.database.tables import CONVERSATIONS, OUTBOX, STOPPED, WAITING, due, is_due

_LONG = (ExportFile, StatsPicture, MyFile)


@dataclass(frozen=True)
class OutgoingMessage:
    """A message to send: a reply, or (with ``query_id`` and no reply) the answer to a press with its toast."""

    id: int
    chat_id: int
    update_id: int | None
    reply: Reply | None
    query_id: str | None
    toast: str
    attempts: int
    message_id: int | None = None
    """While it waits: the message in the chat that shows its progress, if there is one."""
    begun: bool = False
    """True if it may have been sent: sending began, or begins right after the commit that made it."""
    takes_long: bool = False
    """True if its document takes long to make: later messages are sent before it."""

    @property
    def answers(self) -> bool:
        """True if it only answers a press: later messages need not wait for it."""
        return self.reply is None

    @property
    def erasure_notice(self) -> ErasureNotice | None:
        """The files and messages to delete before this is sent, if it is the last message to an erased person."""
        return self.reply.erasure_notice if self.reply else None


def takes_long(reply: Reply) -> bool:
    """Say whether a reply's document takes long to make."""
    return isinstance(reply.document, _LONG)


@dataclass(frozen=True)
class Post:
    """The messages that one update causes: the answer to a press first, then the replies in order."""

    chat_id: int
    update_id: int | None
    replies: Sequence[Reply]
    query_id: str | None = None
    toast: str = ""
    at_once: bool = False
    """True if the first reply is sent right after the commit: no message of its chat waits before it."""


def put(connection: Connection, post: Post, now: datetime) -> None:
    """Put messages into the outbox, in the caller's transaction."""
    put_all(connection, [post], now)


def put_all(connection: Connection, posts: Sequence[Post], now: datetime) -> list[OutgoingMessage]:
    """Put the messages of several updates into the outbox, in the caller's transaction; returns its rows."""
    rows = [row for post in posts for row in _rows(post, now)]
    ids = iter(insert_numbered(connection, OUTBOX, rows))
    return [outgoing for post in posts for outgoing in _messages(post, ids)]


def _messages(post: Post, ids: Iterator[int]) -> Iterator[OutgoingMessage]:
    if post.query_id is not None:
        yield OutgoingMessage(next(ids), post.chat_id, post.update_id, None, post.query_id, post.toast, 0)
    for number, reply in enumerate(post.replies):
        flags = {"begun": post.at_once and not number, "takes_long": takes_long(reply)}
        yield OutgoingMessage(next(ids), post.chat_id, post.update_id, reply, None, "", 0, **flags)


def put_reply(connection: Connection, chat_id: int, reply: Reply, now: datetime) -> int:
    """Put one reply into the outbox, in the caller's transaction; returns its id."""
    (outgoing,) = put_all(connection, [Post(chat_id, None, (reply,))], now)
    return outgoing.id


def stop(connection: Connection, chat_id: int, now: datetime) -> None:
    """Stop sending to a chat, in the caller's transaction; if it is stopped already, the earlier time stays."""
    connection.execute(unless_there(connection.dialect, STOPPED), {"chat_id": chat_id, "since": now})


def resume(connection: Connection, chat_id: int) -> None:
    """Send to a chat again, in the caller's transaction; its waiting messages are due."""
    if connection.execute(delete(STOPPED).where(STOPPED.c.chat_id == chat_id)).rowcount:
        waiting = OUTBOX.c.chat_id == chat_id, OUTBOX.c.status == WAITING
        connection.execute(update(OUTBOX).where(*waiting).values(not_before=None))


def spoken_in(connection: Connection, chat_id: int) -> str:
    """Return the language of the talk in a chat; English if there is none, or if it cannot be read."""
    state = connection.scalar(select(CONVERSATIONS.c.state).where(CONVERSATIONS.c.chat_id == chat_id))
    try:
        return STATE.read(state).speaks if state else ENGLISH
    except (Damaged, NewerStored):
        return ENGLISH


def _rows(post: Post, now: datetime) -> Iterable[dict[str, Any]]:
    always = {
        "chat_id": post.chat_id,
        "update_id": post.update_id,
        "created_at": now,
        "status": "waiting",
        "attempts": 0,
        "reply": None,
        "query_id": None,
        "toast": "",
        "begun": False,
        "takes_long": False,
    }
    if post.query_id is not None:
        yield {**always, "query_id": post.query_id, "toast": post.toast}
    for number, reply in enumerate(post.replies):
        flags = {"begun": post.at_once and not number, "takes_long": takes_long(reply)}
        yield {**always, "reply": REPLY.write(reply), **flags}


class Outbox:
    """Messages that wait, were sent, or were refused; messages of a stopped chat wait and are not tried."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def spoken_in(self, chat_id: int) -> str:
        """Return the language of the talk in a chat."""
        return await self._db.ask(spoken_in, chat_id)

    async def chats_with_mail(self, now: datetime) -> tuple[int, ...]:
        """List the chats for which ``next`` returns messages, the longest waiting first."""
        return tuple(chat_id for (chat_id,) in await self._db.rows(_chats_with_mail(now)))

    async def next(self, chat_id: int, now: datetime) -> tuple[OutgoingMessage, ...]:
        """List the due messages of a chat in order, up to the first that is not due; none if the chat is stopped.

        Answers to presses and long documents delay no later message. A row that cannot be read is set to refused.
        """
        found: list[OutgoingMessage] = []
        for row in await self._db.rows(_WAITING.where(OUTBOX.c.chat_id == chat_id)):
            try:
                outgoing = _message(row)
            except Damaged as error:
                await self.refused(row.id, type(error).__name__, now)
                continue
            if is_due(row.not_before, row.tried_at, now):
                found.append(outgoing)
            elif not (outgoing.answers or outgoing.takes_long):
                break
        return tuple(found)

    async def shows(self, outgoing_id: int, message_id: int) -> None:
        """Save which message shows the progress of a document: after a restart the bot edits the same one."""
        change = update(OUTBOX).where(OUTBOX.c.id == outgoing_id, OUTBOX.c.status == WAITING)
        await self._db.change(Connection.execute, change.values(message_id=message_id))

    async def refused(self, outgoing_id: int, error: str, now: datetime) -> None:
        """Set a message to refused, with the class of the error: Telegram will never accept it."""
        await self._tried(outgoing_id, now, status="refused", error=error)

    async def messages_before(self, outgoing: OutgoingMessage, since: datetime) -> tuple[int, ...]:
        """List the Telegram ids of messages that were sent to the same chat before it, since a time."""
        earlier = OUTBOX.c.chat_id == outgoing.chat_id, OUTBOX.c.id < outgoing.id, OUTBOX.c.tried_at >= since
        rows = await self._db.rows(select(OUTBOX.c.message_id).where(*earlier, OUTBOX.c.message_id.is_not(None)))
        return tuple(message_id for (message_id,) in rows if message_id is not None)

    async def forgotten(self, outgoing: OutgoingMessage) -> None:
        """Delete the last rows of an erased person's chat after its last message was sent or refused."""
        await self._db.change(_forgotten, outgoing)

    async def later(self, outgoing_id: int, now: datetime, not_before: datetime, *, begun: bool = True) -> None:
        """Count a failed attempt: the message keeps its place and is due at ``not_before``.

        ``begun`` says whether Telegram may have accepted it in spite of the error.
        """
        await self._tried(outgoing_id, now, not_before=not_before, begun=begun)

    async def newest(self) -> int:
        """Return the highest id of a message."""
        return max((number for (number,) in await self._db.rows(select(func.max(OUTBOX.c.id))) if number), default=0)

    async def stop(self, chat_id: int, now: datetime, blocked: OutgoingMessage | None = None) -> None:
        """Stop sending to a chat, as its person blocked the bot; ``blocked`` is the message that found it out."""
        await self._db.change(_stop, chat_id, now, blocked)

    async def resume(self, chat_id: int) -> None:
        """Send to a chat again, as its person is back. Every step in the chat does the same."""
        await self._db.change(resume, chat_id)

    async def waits(self, outgoing_id: int) -> bool:
        """Say whether a message is still to be sent."""
        mine = OUTBOX.c.id == outgoing_id, OUTBOX.c.status == WAITING
        return bool(await self._db.rows(select(OUTBOX.c.id).where(*mine)))

    async def empty(self) -> bool:
        """Say whether no message waits, not even for a stopped chat."""
        return not await self._db.rows(select(OUTBOX.c.id).where(OUTBOX.c.status == WAITING).limit(1))

    async def _tried(self, outgoing_id: int, now: datetime, **outcome: Any) -> None:  # noqa: ANN401 - columns of the table
        change = update(OUTBOX).where(OUTBOX.c.id == outgoing_id)
        await self._db.change(
            Connection.execute, change.values(attempts=OUTBOX.c.attempts + 1, tried_at=now, **outcome)
        )


@dataclass(frozen=True)
class Sent:
    """Telegram accepted a message; ``message_id`` is its id there, if it has one."""

    outgoing_id: int
    message_id: int | None
    at: datetime


@dataclass(frozen=True)
class Begun:
    """Sending begins. If the message still waits after a crash, it may be sent a second time."""

    outgoing_id: int


Mark = Sent | Begun


def write_marks(connection: Connection, marks: Sequence[Mark]) -> None:
    """Save the marks of outgoing messages, in the caller's transaction."""
    if begun := [{"outgoing": mark.outgoing_id} for mark in marks if isinstance(mark, Begun)]:
        connection.execute(_BEGUN, begun)
    if sent := [mark for mark in marks if isinstance(mark, Sent)]:
        connection.execute(
            _SENT, [{"outgoing": each.outgoing_id, "message": each.message_id, "now": each.at} for each in sent]
        )


_IS_MESSAGE = OUTBOX.c.id == bindparam("outgoing")

_BEGUN = update(OUTBOX).where(_IS_MESSAGE).values(begun=true())

_SENT = (
    update(OUTBOX)
    .where(_IS_MESSAGE, OUTBOX.c.status == WAITING)  # a worker that hung may mark late: another has sent it then
    .values(attempts=OUTBOX.c.attempts + 1, tried_at=bindparam("now"), status="sent", message_id=bindparam("message"))
)


def _forgotten(connection: Connection, outgoing: OutgoingMessage) -> None:
    """Delete the sent messages and the answers to presses; empty the row of the last message.

    That row stays, so that its id is not given again.
    """
    over = or_(OUTBOX.c.status != WAITING, OUTBOX.c.reply.is_(None))
    connection.execute(delete(OUTBOX).where(OUTBOX.c.chat_id == outgoing.chat_id, OUTBOX.c.id < outgoing.id, over))
    emptied = {"chat_id": 0, "update_id": None, "reply": None, "message_id": None, "status": "sent"}
    connection.execute(update(OUTBOX).where(OUTBOX.c.id == outgoing.id).values(**emptied))


def _stop(connection: Connection, chat_id: int, now: datetime, blocked: OutgoingMessage | None) -> None:
    stop(connection, chat_id, now)
    if blocked is not None:
        connection.execute(update(OUTBOX).where(OUTBOX.c.id == blocked.id).values(begun=blocked.begun))


def _due(now: datetime) -> ColumnElement[bool]:
    return due(OUTBOX.c.not_before, OUTBOX.c.tried_at, now)


def _chats_with_mail(now: datetime) -> Select[int]:
    """Select the chats with a due message that no undue message blocks."""
    waiting, message = OUTBOX.c.status == WAITING, OUTBOX.c.reply.is_not(None)
    holding = (
        select(OUTBOX.c.chat_id, func.min(OUTBOX.c.id).label("id"))
        .where(waiting, ~_due(now), message, ~OUTBOX.c.takes_long)
        .group_by(OUTBOX.c.chat_id)
        .subquery()
    )
    return (
        select(OUTBOX.c.chat_id)
        .outerjoin_from(OUTBOX, holding, OUTBOX.c.chat_id == holding.c.chat_id)
        .where(waiting, _due(now))
        .where(or_(holding.c.id.is_(None), OUTBOX.c.id < holding.c.id))
        .where(~exists().where(STOPPED.c.chat_id == OUTBOX.c.chat_id))
        .group_by(OUTBOX.c.chat_id)
        .order_by(func.min(OUTBOX.c.id))
    )


_WAITING = (
    select(OUTBOX)
    .where(OUTBOX.c.status == WAITING, ~exists().where(STOPPED.c.chat_id == OUTBOX.c.chat_id))
    .order_by(OUTBOX.c.id)
)


def _message(row: Row[Any]) -> OutgoingMessage:
    return OutgoingMessage(
        id=row.id,
        chat_id=row.chat_id,
        update_id=row.update_id,
        reply=None if row.reply is None else REPLY.read(row.reply),
        query_id=row.query_id,
        toast=row.toast,
        attempts=row.attempts,
        message_id=row.message_id,
        begun=row.begun,
        takes_long=row.takes_long,
    )
