"""The inbox: every update as it came, committed before Telegram is told that it arrived."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Row, Select, func, select, update

from conversations.dialogue.inputs import SentAt
from storage.crash_points import Point, crash_at
from storage.database.database import Database
from storage.database.dialects import among, unless_there
from storage.database.stored_schema import SENT_AT
from storage.database.tables import FETCHING, INBOX, WAITING, due, is_due
from storage.outbox import Post, put

OF_A_CHAT = 20
"""The most updates of one chat in a batch, so that a flood in one chat does not delay the others."""

OF_NOBODY = 200
"""The most updates without a chat that a batch reads from the inbox."""


@dataclass(frozen=True)
class RawUpdate:
    """The JSON of an update as it came; ``chat_id`` is ``None`` if it belongs to no chat."""

    update_id: int
    chat_id: int | None
    body: dict[str, Any]
    attempts: int = field(default=0, compare=False)
    """How often its handling has failed."""
    sent_at: SentAt | None = field(default=None, compare=False)
    """The question that it was sent at, if it is handled later than it came: it belongs there."""


class Inbox:
    """The updates that wait."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def waiting(self) -> tuple[RawUpdate, ...]:
        """List the updates that wait, in order of arrival."""
        return tuple(map(kept_update, await self._db.rows(_WAITING.order_by(INBOX.c.seq))))

    async def hurry(self) -> None:
        """Make updates that failed due now: the version that starts may have the fix."""
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
"""The subquery finds the waiting rows: without it SQLite scans the whole inbox in order to save the sort."""

_OF_NOBODY = _COLUMNS.where(INBOX.c.chat_id.is_(None)).order_by(INBOX.c.seq).limit(OF_NOBODY)
"""A query of its own, as PostgreSQL uses no index for "IS NOT DISTINCT FROM"."""

_NTH = func.row_number().over(partition_by=INBOX.c.chat_id, order_by=INBOX.c.seq).label("nth")


@cache
def _first_of_chats(dialect: Dialect) -> Select[Any]:
    chat_id: Any = INBOX.c.chat_id
    numbered = among(dialect, _COLUMNS.add_columns(_NTH), chat_id).subquery()
    return select(numbered).where(numbered.c.nth <= OF_A_CHAT).order_by(numbered.c.seq)


def accept(connection: Connection, updates: Iterable[RawUpdate], now: datetime) -> list[RawUpdate]:
    """Insert updates as handled, in the caller's transaction; returns the new ones. An id that exists is skipped.

    Almost all are handled in the same transaction, so this saves an update of their rows; ``put_back`` sets the
    others to waiting. Rows are inserted in the order of their ids, so that two workers with the same updates cannot
    deadlock.
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
class WaitingUpdates:
    """The updates of a chat that can be handled now, in order of arrival.

    ``goes_on`` is false if new updates must wait behind others; ``is_full`` is true if there are more to read.
    """

    raws: list[RawUpdate] = field(default_factory=list)
    goes_on: bool = True
    is_full: bool = False


def waiting_of_chats(
    connection: Connection, chats: Collection[int | None], now: datetime
) -> dict[int | None, WaitingUpdates]:
    """Read the waiting updates of chats: at most ``OF_A_CHAT`` of each, and none behind an update that is not due."""
    rows: list[Row[Any]] = []
    if named := [chat_id for chat_id in chats if chat_id is not None]:
        rows += connection.execute(_first_of_chats(connection.dialect), {"among": named})
    if None in chats:
        rows += connection.execute(_OF_NOBODY)
    found: dict[int | None, WaitingUpdates] = {chat_id: WaitingUpdates() for chat_id in chats}
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
    """Mark updates as handled, in the caller's transaction; returns false if another worker has handled one of them.

    On PostgreSQL a second worker waits here until the first commits, and then finds the update handled.
    """
    if not update_ids:
        return True
    mine = INBOX.c.update_id.in_(update_ids), INBOX.c.status == WAITING
    change = update(INBOX).where(*mine).values(status="handled", tried_at=now)
    return connection.execute(change).rowcount == len(update_ids)


def kept_update(row: Row[*tuple[Any, ...]]) -> RawUpdate:
    """Read an update from its row."""
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


class Fetches:
    """The updates whose file is being fetched, in order of arrival in each chat."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def tell(self, update_id: int, post: Post, now: datetime) -> bool:
        """Post a message about a file; returns false if the update no longer waits, as after an erasure."""
        return await self._db.change(_tell, update_id, post, now)

    async def due(self, now: datetime) -> tuple[int, ...]:
        """List the chats whose first file is due to be fetched."""
        rows = await self._db.rows(_first(now).order_by(INBOX.c.chat_id))
        return tuple(row.chat_id for row in rows)

    async def next(self, chat_id: int, now: datetime) -> RawUpdate | None:
        """Return the first file of a chat if it is due."""
        rows = await self._db.rows(_first(now).where(INBOX.c.chat_id == chat_id))
        return kept_update(rows[0]) if rows else None

    async def later(self, update_id: int, now: datetime, retry_at: datetime) -> None:
        """Count a failed attempt, and do not fetch the file before ``retry_at``."""
        change = update(INBOX).where(INBOX.c.update_id == update_id, _IS_FETCHED)
        waits = change.values(attempts=INBOX.c.attempts + 1, tried_at=now, retry_at=retry_at)
        await self._db.change(Connection.execute, waits)

    async def arrived(self, update_id: int, now: datetime) -> bool:
        """Let an update be handled, as its file is here; returns false if it no longer waits, as after an erasure."""
        change = update(INBOX).where(INBOX.c.update_id == update_id, _IS_FETCHED)
        waits = change.values(status="waiting", attempts=0, tried_at=now, retry_at=now)  # the next look takes it up
        return bool((await self._db.change(Connection.execute, waits)).rowcount)


_IS_FETCHED = INBOX.c.status == FETCHING


def _first(now: datetime) -> Any:  # noqa: ANN401 - a select of all columns
    """Select the first file of each chat if it is due."""
    first = select(func.min(INBOX.c.seq)).where(_IS_FETCHED).group_by(INBOX.c.chat_id)
    return select(INBOX).where(_IS_FETCHED, INBOX.c.seq.in_(first), due(INBOX.c.retry_at, INBOX.c.tried_at, now))


def _tell(connection: Connection, update_id: int, post: Post, now: datetime) -> bool:
    waits = connection.scalar(select(INBOX.c.seq).where(INBOX.c.update_id == update_id, _IS_FETCHED)) is not None
    if waits:
        put(connection, post, now)
    return waits


def wait_for_file(connection: Connection, raw: RawUpdate, sent_at: str, now: datetime) -> None:
    """Set an update to fetching, in the caller's transaction; its chat goes on without it.

    ``sent_at`` is the question that the file was sent at, as ``sent_at_text`` writes it: the file is saved there.
    """
    waits = {"status": "fetching", "tried_at": now, "retry_at": now}
    kept = func.coalesce(INBOX.c.sent_at, sent_at)
    connection.execute(update(INBOX).where(INBOX.c.update_id == raw.update_id).values(sent_at=kept, **waits))
