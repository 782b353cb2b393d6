"""The inbox: every update as it came, committed before Telegram hears that it arrived."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Row, Select, func, select, update

from conversations.messages import SentAt
from storage.crashing import Point, crash_at
from storage.database import Database
from storage.dialects import among, unless_there
from storage.moments import due, is_due
from storage.shapes import SENT_AT
from storage.tables import INBOX, WAITING

OF_A_CHAT = 20
"""How many updates of one chat a batch has at most, so that a flood in one chat delays the others no longer."""

OF_NOBODY = 200
"""How many updates without a chat a batch reads from the inbox at most."""


@dataclass(frozen=True)
class RawUpdate:
    """An update's JSON as it came; ``chat_id`` is missing where it belongs to no chat."""

    update_id: int
    chat_id: int | None
    body: dict[str, Any]
    attempts: int = field(default=0, compare=False)
    """How often its handling has failed."""
    sent_at: SentAt | None = field(default=None, compare=False)
    """Where its person was when they sent it, if it is handled later than it came."""


class Inbox:
    """Updates that wait, were handled, or were set aside."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def waiting(self) -> tuple[RawUpdate, ...]:
        """All that are not handled yet, in order of arrival."""
        return tuple(map(kept_update, await self._db.rows(_WAITING.order_by(INBOX.c.seq))))

    async def hurry(self) -> None:
        """Make updates that are to be tried again due now: the version that starts may have the fix."""
        waits = INBOX.c.status == WAITING, INBOX.c.retry_at.is_not(None)
        if await self._db.rows(select(INBOX.c.seq).where(*waits).limit(1)):
            await self._db.change(Connection.execute, update(INBOX).where(*waits).values(retry_at=None))

    async def chats_due(self, now: datetime) -> tuple[int | None, ...]:
        """List the chats whose first waiting update is due, in order of arrival."""
        first = select(func.min(INBOX.c.seq)).where(INBOX.c.status == WAITING).group_by(INBOX.c.chat_id)
        is_first = INBOX.c.seq.in_(first), due(INBOX.c.retry_at, INBOX.c.tried_at, now)
        rows = await self._db.rows(select(INBOX.c.chat_id).where(*is_first).order_by(INBOX.c.seq))
        return tuple(chat_id for (chat_id,) in rows)


_COLUMNS = select(
    INBOX.c.seq,
    INBOX.c.update_id,
    INBOX.c.chat_id,
    INBOX.c.body,
    INBOX.c.attempts,
    INBOX.c.retry_at,
    INBOX.c.tried_at,
    INBOX.c.sent_at,
).where(INBOX.c.status == WAITING)
_WAITING = _COLUMNS.where(INBOX.c.seq.in_(select(INBOX.c.seq).where(INBOX.c.status == WAITING)))
"""The waiting rows are found by a subquery: else SQLite scans the whole inbox in order, to save the sort."""
_OF_NOBODY = _COLUMNS.where(INBOX.c.chat_id.is_(None)).order_by(INBOX.c.seq).limit(OF_NOBODY)
"""A query of its own, as PostgreSQL uses no index for "IS NOT DISTINCT FROM"."""
_PLACE = func.row_number().over(partition_by=INBOX.c.chat_id, order_by=INBOX.c.seq).label("place")


@cache
def _first_of_chats(dialect: Dialect) -> Select[Any]:
    chat_id: Any = INBOX.c.chat_id
    numbered = among(dialect, _COLUMNS.add_columns(_PLACE), chat_id).subquery()
    return select(numbered).where(numbered.c.place <= OF_A_CHAT).order_by(numbered.c.seq)


def accept(connection: Connection, updates: Iterable[RawUpdate], now: datetime) -> list[RawUpdate]:
    """Insert updates as handled, in the caller's transaction; returns the new ones. ``put_back`` takes those that wait.

    Rows are inserted in the order of their ids, so that two workers with the same updates cannot deadlock.
    """
    by_id = {raw.update_id: raw for raw in sorted(updates, key=lambda raw: raw.update_id)}
    if not by_id:
        return []
    statement = unless_there(connection.dialect, INBOX).returning(INBOX.c.update_id)
    new = set(connection.scalars(statement, [_row(raw, now) for raw in by_id.values()]))
    crash_at(Point.BEFORE_INBOX)
    return [raw for raw in by_id.values() if raw.update_id in new]


def put_back(connection: Connection, update_ids: Collection[int]) -> None:
    """Set updates that were inserted as handled to waiting, in the caller's transaction."""
    if update_ids:
        waiting = {"status": "waiting", "tried_at": None}
        connection.execute(update(INBOX).where(INBOX.c.update_id.in_(update_ids)).values(**waiting))


@dataclass
class Line:
    """The waiting updates of a chat that can be handled now, in order of arrival.

    ``goes_on`` is false if new updates must wait too, behind others; ``is_full`` says that more can be read at once.
    """

    raws: list[RawUpdate] = field(default_factory=list)
    goes_on: bool = True
    is_full: bool = False


def lines(connection: Connection, chats: Collection[int | None], now: datetime) -> dict[int | None, Line]:
    """Read what waits for chats: in each at most ``OF_A_CHAT`` updates, and none behind one that is not due yet."""
    rows: list[Row[Any]] = []
    if named := [chat_id for chat_id in chats if chat_id is not None]:
        rows += connection.execute(_first_of_chats(connection.dialect), {"among": named})
    if None in chats:
        rows += connection.execute(_OF_NOBODY)
    found: dict[int | None, Line] = {chat_id: Line() for chat_id in chats}
    for row in rows:
        line = found[row.chat_id]
        line.goes_on = line.goes_on and is_due(row.retry_at, row.tried_at, now)
        if line.goes_on:
            line.raws.append(kept_update(row))
    for line in found.values():
        line.is_full = len(line.raws) >= OF_A_CHAT
        line.goes_on = line.goes_on and not line.is_full
    return found


def mark_handled(connection: Connection, update_ids: Collection[int], now: datetime) -> bool:
    """Mark updates as handled, in the caller's transaction; false if another worker has handled one of them.

    On PostgreSQL a second worker waits here until the first has committed, and then finds it handled.
    """
    if not update_ids:
        return True
    mine = INBOX.c.update_id.in_(update_ids), INBOX.c.status == WAITING
    change = update(INBOX).where(*mine).values(status="handled", tried_at=now)
    return connection.execute(change).rowcount == len(update_ids)


def kept_update(row: Row[*tuple[Any, ...]]) -> RawUpdate:
    """Read an update as it is kept."""
    sent_at = None if row.sent_at is None else SENT_AT.read(row.sent_at)
    return RawUpdate(row.update_id, row.chat_id, json.loads(row.body), row.attempts, sent_at)


def _row(raw: RawUpdate, now: datetime) -> dict[str, Any]:
    return {
        "update_id": raw.update_id,
        "chat_id": raw.chat_id,
        "body": json.dumps(raw.body),  # ASCII: a lone half of a surrogate pair survives it
        "arrived_at": now,
        "status": "handled",
        "attempts": 0,
        "tried_at": now,
    }
