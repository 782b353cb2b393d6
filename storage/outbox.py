"""The outbox: messages that were committed with their turn, and are sent until Telegram has taken them."""

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
from storage.database.database import Database
from storage.database.dialects import insert_numbered, unless_there
from storage.database.stored_schema import REPLY, Damaged
from storage.database.tables import OUTBOX, STOPPED, WAITING, due, is_due

_LONG = (ExportFile, StatsPicture, MyFile)


@dataclass(frozen=True)
class OutgoingMessage:
    """One thing to send: a reply, or (with ``query_id`` and no reply) the answer to a press with its toast."""

    id: int
    chat_id: int
    update_id: int | None
    reply: Reply | None
    query_id: str | None
    toast: str
    attempts: int
    message_id: int | None = None
    """While it waits: the message that says how far it is, where one does."""
    begun: bool = False
    """Whether sending has begun, or begins with the commit that made it."""
    takes_long: bool = False
    """Whether its document takes long to make: what comes behind it goes past it."""

    @property
    def answers(self) -> bool:
        """Whether it answers a press, which shows nothing of its own: what comes behind it goes beside it."""
        return self.reply is None

    @property
    def erasure_notice(self) -> ErasureNotice | None:
        """What has to be gone before it is sent, where it is the last message to somebody who was forgotten."""
        return self.reply.erasure_notice if self.reply else None


def takes_long(reply: Reply) -> bool:
    """Say whether a reply's document takes long to make."""
    return isinstance(reply.document, _LONG)


@dataclass(frozen=True)
class Post:
    """What one update puts into the outbox: the answer to a press first, then the replies in order."""

    chat_id: int
    update_id: int | None
    replies: Sequence[Reply]
    query_id: str | None = None
    toast: str = ""
    at_once: bool = False
    """Whether the first reply is sent right after the commit: no message of its chat waits before it."""


def put(connection: Connection, post: Post, now: datetime) -> None:
    """Put messages into the outbox, in the caller's transaction."""
    put_all(connection, [post], now)


def put_all(connection: Connection, posts: Sequence[Post], now: datetime) -> list[OutgoingMessage]:
    """Put the messages of several updates into the outbox, in the caller's transaction; returns its rows."""
    rows = [row for post in posts for row in _rows(post, now)]
    ids = iter(insert_numbered(connection, OUTBOX, rows))
    return [outgoing for post in posts for outgoing in _parcels(post, ids)]


def _parcels(post: Post, ids: Iterator[int]) -> Iterator[OutgoingMessage]:
    if post.query_id is not None:
        yield OutgoingMessage(next(ids), post.chat_id, post.update_id, None, post.query_id, post.toast, 0)
    for number, reply in enumerate(post.replies):
        flags = {"begun": post.at_once and not number, "takes_long": takes_long(reply)}
        yield OutgoingMessage(next(ids), post.chat_id, post.update_id, reply, None, "", 0, **flags)


def put_letter(connection: Connection, chat_id: int, reply: Reply, now: datetime) -> int:
    """Put one reply into the outbox, in the caller's transaction; returns its id."""
    (outgoing,) = put_all(connection, [Post(chat_id, None, (reply,))], now)
    return outgoing.id


def stop(connection: Connection, chat_id: int, now: datetime) -> None:
    """Stop sending to a chat, in the caller's transaction; if it is stopped already, the earlier moment stays."""
    connection.execute(unless_there(connection.dialect, STOPPED), {"chat_id": chat_id, "since": now})


def resume(connection: Connection, chat_id: int) -> None:
    """Send to a chat again, in the caller's transaction; what waits there is due."""
    if connection.execute(delete(STOPPED).where(STOPPED.c.chat_id == chat_id)).rowcount:
        waiting = OUTBOX.c.chat_id == chat_id, OUTBOX.c.status == WAITING
        connection.execute(update(OUTBOX).where(*waiting).values(not_before=None))


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

    async def chats_with_mail(self, now: datetime) -> tuple[int, ...]:
        """Chats for which ``next`` returns something; the one that waits longest first."""
        return tuple(chat_id for (chat_id,) in await self._db.rows(_chats_with_mail(now)))

    async def next(self, chat_id: int, now: datetime) -> tuple[OutgoingMessage, ...]:
        """List the due messages of a chat in order, up to the first that is not due; none if the chat is stopped.

        Answers to presses and long documents hold up nothing behind them, due or not. A row that cannot be read is
        refused.
        """
        found: list[OutgoingMessage] = []
        for row in await self._db.rows(_WAITING.where(OUTBOX.c.chat_id == chat_id)):
            try:
                outgoing = _parcel(row)
            except Damaged as error:
                await self.refused(row.id, type(error).__name__, now)
                continue
            if is_due(row.not_before, row.tried_at, now):
                found.append(outgoing)
            elif not (outgoing.answers or outgoing.takes_long):
                break
        return tuple(found)

    async def shows(self, outgoing_id: int, message_id: int) -> None:
        """Remember the message that shows the progress of a waiting document, so that another run goes on with it."""
        change = update(OUTBOX).where(OUTBOX.c.id == outgoing_id, OUTBOX.c.status == WAITING)
        await self._db.change(Connection.execute, change.values(message_id=message_id))

    async def refused(self, outgoing_id: int, error: str, now: datetime) -> None:
        """Telegram will never take it: set aside with the error's class."""
        await self._tried(outgoing_id, now, status="refused", error=error)

    async def messages_before(self, outgoing: OutgoingMessage, since: datetime) -> tuple[int, ...]:
        """List the messages that were sent to a parcel's chat before it, since a moment."""
        earlier = OUTBOX.c.chat_id == outgoing.chat_id, OUTBOX.c.id < outgoing.id, OUTBOX.c.tried_at >= since
        rows = await self._db.rows(select(OUTBOX.c.message_id).where(*earlier, OUTBOX.c.message_id.is_not(None)))
        return tuple(message_id for (message_id,) in rows if message_id is not None)

    async def forgotten(self, outgoing: OutgoingMessage) -> None:
        """Delete what is left of a chat after its last message was sent, or was refused."""
        await self._db.change(_forgotten, outgoing)

    async def later(self, outgoing_id: int, now: datetime, not_before: datetime, *, begun: bool = True) -> None:
        """Telegram did not take it now: it keeps its place and is due at ``not_before``.

        ``begun`` says whether it may have been taken all the same.
        """
        await self._tried(outgoing_id, now, not_before=not_before, begun=begun)

    async def newest(self) -> int:
        """Give the number of the parcel that came last."""
        return max((number for (number,) in await self._db.rows(select(func.max(OUTBOX.c.id))) if number), default=0)

    async def stop(self, chat_id: int, now: datetime, blocked: OutgoingMessage | None = None) -> None:
        """Keep a chat's messages and do not try them: the person blocked the bot. ``blocked`` was refused."""
        await self._db.change(_stop, chat_id, now, blocked)

    async def resume(self, chat_id: int) -> None:
        """Try a chat's messages again: the person is back. A turn of the chat does so by itself."""
        await self._db.change(resume, chat_id)

    async def waits(self, outgoing_id: int) -> bool:
        """Whether a parcel is still to be sent."""
        mine = OUTBOX.c.id == outgoing_id, OUTBOX.c.status == WAITING
        return bool(await self._db.rows(select(OUTBOX.c.id).where(*mine)))

    async def empty(self) -> bool:
        """Whether nothing waits, stopped chats included."""
        return not await self._db.rows(select(OUTBOX.c.id).where(OUTBOX.c.status == WAITING).limit(1))

    async def _tried(self, outgoing_id: int, now: datetime, **outcome: Any) -> None:  # noqa: ANN401 - columns of the table
        change = update(OUTBOX).where(OUTBOX.c.id == outgoing_id)
        await self._db.change(
            Connection.execute, change.values(attempts=OUTBOX.c.attempts + 1, tried_at=now, **outcome)
        )


@dataclass(frozen=True)
class Sent:
    """Telegram has taken an outgoing message; ``message_id`` is the message that it became, if it is one."""

    outgoing_id: int
    message_id: int | None
    at: datetime


@dataclass(frozen=True)
class Begun:
    """Sending begins. Whoever finds the message waiting after a crash may send it a second time."""

    outgoing_id: int


Mark = Sent | Begun


def write_marks(connection: Connection, marks: Sequence[Mark]) -> None:
    """Note what became of outgoing messages, in the caller's transaction."""
    if begun := [{"outgoing": mark.outgoing_id} for mark in marks if isinstance(mark, Begun)]:
        connection.execute(_BEGUN, begun)
    if sent := [mark for mark in marks if isinstance(mark, Sent)]:
        connection.execute(
            _SENT, [{"outgoing": each.outgoing_id, "message": each.message_id, "now": each.at} for each in sent]
        )


_IS_PARCEL = OUTBOX.c.id == bindparam("outgoing")

_BEGUN = update(OUTBOX).where(_IS_PARCEL).values(begun=true())

_SENT = (
    update(OUTBOX)
    .where(_IS_PARCEL, OUTBOX.c.status == WAITING)  # a worker that hung may mark late what another has sent
    .values(attempts=OUTBOX.c.attempts + 1, tried_at=bindparam("now"), status="sent", message_id=bindparam("message"))
)


def _forgotten(connection: Connection, outgoing: OutgoingMessage) -> None:
    """Delete what was sent, and all answers to presses. The row of the last message is emptied and stays.

    So its id is not given again.
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


def _parcel(row: Row[Any]) -> OutgoingMessage:
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
