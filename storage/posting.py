"""Posting: what a turn or a plain answer puts into the outbox, in the transaction that made it true."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, update

from conversations.messages import Reply
from storage.database import Database
from storage.dialects import unless_there
from storage.inbox import claim
from storage.parcels import Parcel
from storage.prepared import Prepared
from storage.shapes import REPLY
from storage.tables import OUTBOX, STOPPED, WAITING


@dataclass(frozen=True)
class Post:
    """What one update puts into the outbox: the answer to a press first, then the replies in order."""

    chat_id: int
    update_id: int | None
    replies: Sequence[Reply]
    query_id: str | None = None
    toast: str = ""
    at_once: bool = False
    """Whether the first reply is sent as soon as it is committed: nothing of its chat waits before it."""


async def say(  # noqa: PLR0913, PLR0917 - all of them belong to one posting
    db: Database,
    update_id: int | None,
    chat_id: int,
    replies: Sequence[Reply],
    now: datetime,
    query_id: str | None = None,
) -> None:
    """Reply outside a conversation and mark the update as handled, in one transaction; nothing where it was before."""
    await db.change(_say, Post(chat_id, update_id, replies, query_id), now)


def put(connection: Connection, post: Post, now: datetime) -> None:
    """Put what is to be sent into the outbox, in the caller's transaction."""
    _INSERT.change(connection, [*_rows(post, now)])


def put_all(connection: Connection, posts: Sequence[Post], now: datetime) -> Mapping[int, tuple[Parcel, ...]]:
    """Put what several updates have to send into the outbox, in the caller's transaction; gives each chat's parcels."""
    rows = [row for post in posts for row in _rows(post, now)]
    ids = iter([number for (number,) in _NUMBERED.ask(connection, rows)])
    return {post.chat_id: tuple(_parcels(post, ids)) for post in posts}


def _parcels(post: Post, ids: Iterator[int]) -> Iterator[Parcel]:
    if post.query_id is not None:
        yield Parcel(next(ids), post.chat_id, post.update_id, None, post.query_id, post.toast, 0)
    for number, reply in enumerate(post.replies):
        begun = post.at_once and not number
        yield Parcel(next(ids), post.chat_id, post.update_id, reply, None, "", 0, begun=begun)


def put_letter(connection: Connection, chat_id: int, reply: Reply, now: datetime) -> int:
    """Put one reply into the outbox, in the caller's transaction; gives its parcel, to see what becomes of it."""
    (row,) = _rows(Post(chat_id, None, (reply,)), now)
    ((number,),) = _NUMBERED.ask(connection, [row])
    return int(number)


def stop(connection: Connection, chat_id: int, now: datetime) -> None:
    """Note that the chat takes nothing, in the caller's transaction; the first moment stays."""
    connection.execute(unless_there(connection.dialect, STOPPED), {"chat_id": chat_id, "since": now})


def resume(connection: Connection, chat_id: int) -> None:
    """Take the chat's stop away, in the caller's transaction."""
    if connection.execute(delete(STOPPED).where(STOPPED.c.chat_id == chat_id)).rowcount:
        waiting = OUTBOX.c.chat_id == chat_id, OUTBOX.c.status == WAITING
        connection.execute(update(OUTBOX).where(*waiting).values(not_before=None))


_INSERT = Prepared(insert(OUTBOX))
_NUMBERED = Prepared(insert(OUTBOX).returning(OUTBOX.c.id, sort_by_parameter_order=True))


def _say(connection: Connection, post: Post, now: datetime) -> None:
    if post.update_id is None or claim(connection, post.update_id, now):
        put(connection, post, now)


def _rows(post: Post, now: datetime) -> Iterable[dict[str, Any]]:
    always = {
        "chat_id": post.chat_id,
        "update_id": post.update_id,
        "created_at": now,
        "status": "waiting",
        "attempts": 0,
    }
    if post.query_id is not None:
        yield {**always, "reply": None, "query_id": post.query_id, "toast": post.toast, "begun": False}
    for number, reply in enumerate(post.replies):
        begun = post.at_once and not number
        yield {**always, "reply": REPLY.write(reply), "query_id": None, "toast": "", "begun": begun}
