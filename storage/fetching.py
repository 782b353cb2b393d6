"""Updates whose file is not here yet: their chat goes on, and they keep the place that they were sent at."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from storage.database import Database
from storage.inbox import RawUpdate, kept_update
from storage.moments import due
from storage.posting import Post, put
from storage.tables import FETCHING, INBOX


class Fetches:
    """The updates that wait for their file, in order of arrival in each chat."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def tell(self, update_id: int, post: Post, now: datetime) -> bool:
        """Post a message about a file if it still waits; false if it does not, as after an erasure."""
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
        """Let an update whose file is here be handled; false if it no longer waits, as after an erasure."""
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


def wait_for_file(connection: Connection, raw: RawUpdate, place: str, now: datetime) -> None:
    """Set an update to fetching, in the caller's transaction: its chat goes on.

    ``place`` is where its person was when they sent the file; it lands there.
    """
    waits = {"status": "fetching", "tried_at": now, "retry_at": now}
    kept = func.coalesce(INBOX.c.sent_at, place)
    connection.execute(update(INBOX).where(INBOX.c.update_id == raw.update_id).values(sent_at=kept, **waits))
