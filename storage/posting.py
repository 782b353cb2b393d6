"""Posting: messages are put into the outbox in the transaction of the change that they tell of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, update

from conversations.messages import Reply
from storage.dialects import insert_numbered, unless_there
from storage.parcels import Parcel, takes_long
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
    """Whether the first reply is sent right after the commit: no message of its chat waits before it."""


def put(connection: Connection, post: Post, now: datetime) -> None:
    """Put messages into the outbox, in the caller's transaction."""
    put_all(connection, [post], now)


def put_all(connection: Connection, posts: Sequence[Post], now: datetime) -> list[Parcel]:
    """Put the messages of several updates into the outbox, in the caller's transaction; returns its rows."""
    rows = [row for post in posts for row in _rows(post, now)]
    ids = iter(insert_numbered(connection, OUTBOX, rows))
    return [parcel for post in posts for parcel in _parcels(post, ids)]


def _parcels(post: Post, ids: Iterator[int]) -> Iterator[Parcel]:
    if post.query_id is not None:
        yield Parcel(next(ids), post.chat_id, post.update_id, None, post.query_id, post.toast, 0)
    for number, reply in enumerate(post.replies):
        flags = {"begun": post.at_once and not number, "takes_long": takes_long(reply)}
        yield Parcel(next(ids), post.chat_id, post.update_id, reply, None, "", 0, **flags)


def put_letter(connection: Connection, chat_id: int, reply: Reply, now: datetime) -> int:
    """Put one reply into the outbox, in the caller's transaction; returns its id."""
    (parcel,) = put_all(connection, [Post(chat_id, None, (reply,))], now)
    return parcel.id


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
