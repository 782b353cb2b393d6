"""The outbox: replies that were committed with their turn and are sent until Telegram has taken them."""

from collections.abc import Mapping, Sequence
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

from storage.crashing import Point, crash_at
from storage.database import Database
from storage.dialects import among
from storage.moments import due, is_due
from storage.parcels import LONG, Parcel
from storage.posting import resume, stop
from storage.prepared import Prepared
from storage.shapes import REPLY, Damaged
from storage.tables import OUTBOX, STOPPED, WAITING


class Outbox:
    """Parcels that wait, were sent, or were refused; a stopped chat keeps its parcels and is not tried."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._note_sent = db.noting(_note_sent)
        self._note_begun = db.noting(_note_begun)
        self._ask_next = db.asking(_waiting_of)

    async def chats_with_mail(self, now: datetime) -> tuple[int, ...]:
        """Chats that have something to be sent now, as ``next`` gives it; the one that waits longest first."""
        return tuple(chat_id for (chat_id,) in await self._db.rows(_chats_with_mail(now)))

    async def next(self, chat_id: int, now: datetime) -> tuple[Parcel, ...]:
        """List what waits for a chat in order, up to the first that is not due yet; nothing where it is stopped.

        What answers a press, or is long in the making, holds up nothing behind it, due or not; what cannot be read is
        set aside.
        """
        found: list[Parcel] = []
        for row in await self._ask_next(chat_id):
            try:
                parcel = _parcel(row)
            except Damaged as error:
                await self.refused(row.id, type(error).__name__, now)
                continue
            if is_due(row.not_before, row.tried_at, now):
                found.append(parcel)
            elif not (parcel.answers or parcel.takes_long):
                break
        return tuple(found)

    async def sent(self, parcel_id: int, message_id: int | None, now: datetime) -> None:
        """Telegram has taken it; ``message_id`` is the message that it became, if it is one."""
        crash_at(Point.BEFORE_MARKING)
        await self._note_sent({"parcel": parcel_id, "message": message_id, "now": now})

    async def shows(self, parcel_id: int, message_id: int) -> None:
        """Remember the message that says how far a waiting parcel is, so that another run goes on with it."""
        change = update(OUTBOX).where(OUTBOX.c.id == parcel_id, OUTBOX.c.status == WAITING)
        await self._db.change(Connection.execute, change.values(message_id=message_id))

    async def refused(self, parcel_id: int, error: str, now: datetime) -> None:
        """Telegram will never take it: set aside with the error's class."""
        await self._tried(parcel_id, now, status="refused", error=error)

    async def messages_before(self, parcel: Parcel, since: datetime) -> tuple[int, ...]:
        """List what was sent to a parcel's chat before it, and not before a moment."""
        earlier = OUTBOX.c.chat_id == parcel.chat_id, OUTBOX.c.id < parcel.id, OUTBOX.c.tried_at >= since
        rows = await self._db.rows(select(OUTBOX.c.message_id).where(*earlier, OUTBOX.c.message_id.is_not(None)))
        return tuple(message_id for (message_id,) in rows if message_id is not None)

    async def forgotten(self, parcel: Parcel) -> None:
        """Forget a chat to which the last message has gone, or cannot go: nothing of it is left here."""
        await self._db.change(_forgotten, parcel)

    async def begin(self, parcel_id: int) -> None:
        """Note that sending begins: whoever finds it so later may be sending it a second time."""
        await self._note_begun({"parcel": parcel_id})

    async def later(self, parcel_id: int, now: datetime, not_before: datetime, *, begun: bool = True) -> None:
        """Telegram did not take it now: it keeps its place and is due at ``not_before``.

        ``begun`` says whether it may have been taken all the same.
        """
        await self._tried(parcel_id, now, not_before=not_before, begun=begun)

    async def newest(self) -> int:
        """Give the number of the parcel that came last."""
        return max((number for (number,) in await self._db.rows(select(func.max(OUTBOX.c.id))) if number), default=0)

    async def stop(self, chat_id: int, now: datetime, blocked: Parcel | None = None) -> None:
        """Keep the parcels and do not try them: the person blocked the bot, as Telegram says of ``blocked``."""
        await self._db.change(_stop, chat_id, now, blocked)

    async def resume(self, chat_id: int) -> None:
        """Try again what waits: the person is back. A turn of the chat does the same by itself."""
        await self._db.change(resume, chat_id)

    async def waits(self, parcel_id: int) -> bool:
        """Whether a parcel is still to be sent."""
        mine = OUTBOX.c.id == parcel_id, OUTBOX.c.status == WAITING
        return bool(await self._db.rows(select(OUTBOX.c.id).where(*mine)))

    async def empty(self) -> bool:
        """Whether nothing waits, stopped chats included."""
        return not await self._db.rows(select(OUTBOX.c.id).where(OUTBOX.c.status == WAITING).limit(1))

    async def _tried(self, parcel_id: int, now: datetime, **outcome: Any) -> None:  # noqa: ANN401 - columns of the table
        change = update(OUTBOX).where(OUTBOX.c.id == parcel_id)
        await self._db.change(
            Connection.execute, change.values(attempts=OUTBOX.c.attempts + 1, tried_at=now, **outcome)
        )


_SENT = Prepared(
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("parcel"))
    .values(attempts=OUTBOX.c.attempts + 1, tried_at=bindparam("now"), status="sent", message_id=bindparam("message"))
)


_BEGUN = Prepared(update(OUTBOX).where(OUTBOX.c.id == bindparam("parcel")).values(begun=true()))


def _note_begun(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> Sequence[None]:
    _BEGUN.change(connection, rows)
    return [None] * len(rows)


def _note_sent(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> Sequence[None]:
    _SENT.change(connection, rows)
    return [None] * len(rows)


def _forgotten(connection: Connection, parcel: Parcel) -> None:
    """Delete what was sent, and answers to presses however they stand; of the last message the empty row stays.

    Numbers are given once.
    """
    over = or_(OUTBOX.c.status != WAITING, OUTBOX.c.reply.is_(None))
    connection.execute(delete(OUTBOX).where(OUTBOX.c.chat_id == parcel.chat_id, OUTBOX.c.id < parcel.id, over))
    emptied = {"chat_id": 0, "update_id": None, "reply": None, "message_id": None, "status": "sent"}
    connection.execute(update(OUTBOX).where(OUTBOX.c.id == parcel.id).values(**emptied))


def _stop(connection: Connection, chat_id: int, now: datetime, blocked: Parcel | None) -> None:
    stop(connection, chat_id, now)
    if blocked is not None:
        connection.execute(update(OUTBOX).where(OUTBOX.c.id == blocked.id).values(begun=blocked.begun))


_LONG = or_(*(OUTBOX.c.reply.contains(f'"document":{{"makes":"{kind}"', autoescape=True) for kind in LONG))
"""What takes long, as ``REPLY`` writes it; in a text a person's quotes would be escaped."""


def _due(now: datetime) -> ColumnElement[bool]:
    return due(OUTBOX.c.not_before, OUTBOX.c.tried_at, now)


def _chats_with_mail(now: datetime) -> Select[int]:
    """Ask for the chats of which ``next`` gives something: what is due, and behind no message that is not."""
    waiting, message = OUTBOX.c.status == WAITING, OUTBOX.c.reply.is_not(None)
    holding = (
        select(OUTBOX.c.chat_id, func.min(OUTBOX.c.id).label("id"))
        .where(waiting, ~_due(now), message, ~_LONG)
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


def _waiting_of(connection: Connection, chats: Sequence[int]) -> Sequence[Sequence[Row[Any]]]:
    """List what waits for each of some chats."""
    found: dict[int, list[Row[Any]]] = {chat_id: [] for chat_id in chats}
    for row in connection.execute(among(connection.dialect, _WAITING, OUTBOX.c.chat_id), {"among": chats}):
        found[row.chat_id].append(row)
    return [found[chat_id] for chat_id in chats]


def _parcel(row: Row[Any]) -> Parcel:
    return Parcel(
        id=row.id,
        chat_id=row.chat_id,
        update_id=row.update_id,
        reply=None if row.reply is None else REPLY.read(row.reply),
        query_id=row.query_id,
        toast=row.toast,
        attempts=row.attempts,
        message_id=row.message_id,
        begun=row.begun,
    )
