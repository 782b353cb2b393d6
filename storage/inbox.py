"""The inbox: every update as it came, committed before Telegram hears that it arrived."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import ColumnElement, Connection, Exists, Row, bindparam, exists, func, select, update

from conversations.messages import SentAt
from storage.crashing import Point, crash_at
from storage.database import Database
from storage.dialects import unless_there
from storage.moments import due, is_due
from storage.prepared import Prepared
from storage.shapes import SENT_AT
from storage.tables import INBOX, WAITING

_Columns = tuple[int, int | None, str, int, datetime | None, datetime | None, str | None]


@dataclass(frozen=True)
class RawUpdate:
    """An update's JSON as it came; ``chat_id`` is missing where it belongs to no chat."""

    update_id: int
    chat_id: int | None
    body: dict[str, Any]
    attempts: int = field(default=0, compare=False)
    """How often its handling has failed: no part of what came."""
    failure: Exception | None = field(default=None, compare=False, repr=False)
    """What its first attempt raised, where that was made with its batch."""
    sent_at: SentAt | None = field(default=None, compare=False)
    """Where it was sent, once it is handled later than it came."""
    left: bool = field(default=False, compare=False)
    """Whether a look has found it waiting, after another worker or an earlier run may have accepted it."""


class NotInInbox(LookupError):  # noqa: N818 - it says what was met
    """A turn was asked for an update that the inbox has never seen: it could not be told from its repetition."""


class Inbox:
    """Updates that wait, were handled, or were set aside."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def accept(self, updates: Sequence[RawUpdate], now: datetime) -> tuple[int, ...]:
        """Keep a batch in one transaction, all of it to be handled later; returns the new ids in order of arrival.

        So tests put something there; what the bot hears comes by ``take_in``.
        """
        if not updates:
            return ()
        new = await self._db.change(accept, updates, now)
        crash_at(Point.AFTER_INBOX)
        return tuple(update_id for update_id in dict.fromkeys(raw.update_id for raw in updates) if update_id in new)

    async def waiting(self) -> tuple[RawUpdate, ...]:
        """All that are not handled yet, in order of arrival."""
        return tuple(map(kept_update, await self._db.rows(_WAITING)))

    async def line(self, chat_id: int | None, now: datetime) -> tuple[RawUpdate, ...]:
        """List what waits for a chat in order of arrival, up to the first that is to be tried again later."""
        rows = await self._db.ask(_line_of, chat_id)
        return tuple(map(kept_update, takewhile(lambda row: is_due(row.retry_at, row.tried_at, now), rows)))

    async def first_of_each(self, now: datetime) -> tuple[RawUpdate, ...]:
        """List the first that waits for each chat, in order of arrival, where it is not to be tried again later."""
        first = select(func.min(INBOX.c.seq)).where(INBOX.c.status == WAITING).group_by(INBOX.c.chat_id)
        found = _ROWS.where(INBOX.c.seq.in_(first), due(INBOX.c.retry_at, INBOX.c.tried_at, now))
        rows = await self._db.rows(found.order_by(INBOX.c.seq))
        return tuple(replace(kept_update(row), left=True) for row in rows)

    async def handled(self, update_id: int, now: datetime) -> None:
        """Mark an update that needed no turn."""
        await self._db.change(claim, update_id, now)


_COLUMNS = select(
    INBOX.c.update_id,
    INBOX.c.chat_id,
    INBOX.c.body,
    INBOX.c.attempts,
    INBOX.c.retry_at,
    INBOX.c.tried_at,
    INBOX.c.sent_at,
)
_ROWS = _COLUMNS.where(INBOX.c.status == WAITING)
_WAITING = _ROWS.where(INBOX.c.seq.in_(select(INBOX.c.seq).where(INBOX.c.status == WAITING))).order_by(INBOX.c.seq)
"""Found first, as SQLite would rather go through the whole inbox in this order than sort what waits."""
_LINE = _ROWS.where(INBOX.c.chat_id == bindparam("chat")).order_by(INBOX.c.seq)
_LINE_OF_NOBODY = _ROWS.where(INBOX.c.chat_id.is_(None)).order_by(INBOX.c.seq)
"""Apart, as PostgreSQL looks for no "IS NOT DISTINCT FROM" in an index."""
_CLAIM = (
    update(INBOX)
    .where(INBOX.c.update_id == bindparam("claimed"), INBOX.c.status != "handled")
    .values(status="handled", tried_at=bindparam("now"))
)


_ACCEPT = Prepared(lambda dialect: unless_there(dialect, INBOX).returning(INBOX.c.update_id))


def claim(connection: Connection, update_id: int, now: datetime) -> bool:
    """Mark the update as handled in the caller's transaction; false where it was handled before.

    On PostgreSQL a second worker waits here until the first has committed, and then finds it handled.
    """
    if connection.execute(_CLAIM, {"claimed": update_id, "now": now}).rowcount:
        return True
    if connection.scalar(select(INBOX.c.seq).where(INBOX.c.update_id == update_id)) is None:
        raise NotInInbox(f"The inbox has no update {update_id}.")
    return False


def accept(
    connection: Connection, updates: Iterable[RawUpdate], now: datetime, handled: Collection[int] = ()
) -> set[int]:
    """Keep a batch in the caller's transaction, some of it as handled there; gives the ids that are new."""
    rows = [_row(raw, now, is_handled=raw.update_id in handled) for raw in updates]
    new = {update_id for (update_id,) in _ACCEPT.ask(connection, rows)}
    crash_at(Point.BEFORE_INBOX)
    return new


def waits_for(chat_id: ColumnElement[Any]) -> Exists:
    """Say in a query whether something waits for a chat, where a column names it."""
    other = INBOX.alias()
    return exists().where(other.c.chat_id == chat_id, other.c.status == WAITING)


def unhandled(connection: Connection, update_ids: Collection[int]) -> None:
    """Let updates wait after all that were kept as handled, in the caller's transaction."""
    if update_ids:
        waiting = {"status": "waiting", "tried_at": None}
        connection.execute(update(INBOX).where(INBOX.c.update_id.in_(update_ids)).values(**waiting))


def _line_of(connection: Connection, chat_id: int | None) -> Sequence[Row[*_Columns]]:
    if chat_id is None:
        return connection.execute(_LINE_OF_NOBODY).all()
    return connection.execute(_LINE, {"chat": chat_id}).all()


def kept_update(row: Row[*tuple[Any, ...]]) -> RawUpdate:
    """Read an update as it is kept."""
    sent_at = None if row.sent_at is None else SENT_AT.read(row.sent_at)
    return RawUpdate(row.update_id, row.chat_id, json.loads(row.body), row.attempts, sent_at=sent_at)


def _row(raw: RawUpdate, now: datetime, *, is_handled: bool) -> dict[str, Any]:
    return {
        "update_id": raw.update_id,
        "chat_id": raw.chat_id,
        "body": json.dumps(raw.body),  # ASCII: a lone half of a surrogate pair survives it
        "arrived_at": now,
        "status": "handled" if is_handled else "waiting",
        "attempts": 0,
        "tried_at": now if is_handled else None,
    }
