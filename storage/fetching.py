"""Updates whose file is not here yet: they hold up nothing of their chat, and know where they were sent."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from storage.chats import note_place
from storage.database import Database
from storage.inbox import RawUpdate, kept_update
from storage.moments import due
from storage.posting import Post, put
from storage.tables import FETCHING, INBOX, WAITING


class Fetches:
    """The updates that wait for their file, in order of arrival in each chat."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def begin(self, update_id: int, now: datetime, retry_at: datetime, posts: Sequence[Post]) -> None:
        """Let the chat of an update go on while its file is fetched, and say what is to be said of it."""
        await self._db.change(_begin, update_id, now, retry_at, posts)

    async def has(self, chat_id: int) -> bool:
        """Whether something of a chat is to be fetched."""
        return bool(await self._db.rows(select(INBOX.c.seq).where(_IS_FETCHED, INBOX.c.chat_id == chat_id).limit(1)))

    async def due(self, now: datetime) -> tuple[int, ...]:
        """List the chats whose first file is to be asked for now."""
        rows = await self._db.rows(_first(now).order_by(INBOX.c.chat_id))
        return tuple(row.chat_id for row in rows)

    async def next(self, chat_id: int, now: datetime) -> RawUpdate | None:
        """Give the first of a chat, where it is to be asked for now."""
        rows = await self._db.rows(_first(now).where(INBOX.c.chat_id == chat_id))
        return kept_update(rows[0]) if rows else None

    async def later(self, update_id: int, now: datetime, retry_at: datetime) -> None:
        """Count a failed attempt, and do not ask for the file before that moment."""
        change = update(INBOX).where(INBOX.c.update_id == update_id, _IS_FETCHED)
        waits = change.values(attempts=INBOX.c.attempts + 1, tried_at=now, retry_at=retry_at)
        await self._db.change(Connection.execute, waits)

    async def arrived(self, update_id: int, now: datetime) -> bool:
        """Let an update have its turn; false where it has been handled, as it is where its person was forgotten."""
        change = update(INBOX).where(INBOX.c.update_id == update_id, _IS_FETCHED)
        waits = change.values(status="waiting", attempts=0, tried_at=now, retry_at=now)  # the next look takes it up
        return bool((await self._db.change(Connection.execute, waits)).rowcount)


_IS_FETCHED = INBOX.c.status == FETCHING


def _first(now: datetime) -> Any:  # noqa: ANN401 - a select of all columns
    """Ask for the first of each chat, where it is due."""
    first = select(func.min(INBOX.c.seq)).where(_IS_FETCHED).group_by(INBOX.c.chat_id)
    return select(INBOX).where(_IS_FETCHED, INBOX.c.seq.in_(first), due(INBOX.c.retry_at, INBOX.c.tried_at, now))


def _begin(connection: Connection, update_id: int, now: datetime, retry_at: datetime, posts: Sequence[Post]) -> None:
    waits = INBOX.c.update_id == update_id, INBOX.c.status == WAITING
    note_place(connection, update_id)
    change = update(INBOX).where(*waits).values(status="fetching", tried_at=now, retry_at=retry_at)
    for post in posts if connection.execute(change).rowcount else ():
        put(connection, post, now)
