"""Updates whose handling raised: each attempt counted, set aside in the end, taken up again when someone asks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Update, func, select, update

from storage.chats import UNKNOWN, note_place
from storage.database import Database
from storage.inbox import RawUpdate, kept_update
from storage.posting import Post, put
from storage.tables import FULL_INBOX, INBOX, WAITING

_LARGEST = 1 << 63
"""What a column for ids holds."""


@dataclass(frozen=True)
class Failure:
    """An update that was set aside: its error's class and places, never what was written."""

    update_id: int
    chat_id: int | None
    at: datetime
    attempts: int
    error: str
    emptied: bool = False
    """Whether what was sent has been taken out since, so that it cannot be tried again."""


class Failures:
    """What happens to an update that cannot be handled."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def note(
        self, update_id: int, error: str, now: datetime, retry_at: datetime | None, posts: Sequence[Post] = ()
    ) -> int:
        """Count a failed attempt and keep its error, and say what is to be said of it; returns the attempts so far.

        The question that its person was at when it first failed is kept with it: it is tried again for that one.
        With ``retry_at`` the update goes on waiting, without it it is set aside. One that does not wait any more stays
        as it is, counts 0, and nothing is said.
        """
        status = "waiting" if retry_at else "failed"
        outcome = {"status": status, "error": error, "tried_at": now, "retry_at": retry_at}
        change = (
            update(INBOX)
            .where(INBOX.c.update_id == update_id, INBOX.c.status == WAITING)
            .values(attempts=INBOX.c.attempts + 1, **outcome)
        )
        return await self._db.change(_note, update_id, change, posts, now)

    async def all(self) -> tuple[Failure, ...]:
        """All that was set aside, in order of arrival."""
        emptied = INBOX.c.body == ""
        columns = INBOX.c.update_id, INBOX.c.chat_id, INBOX.c.tried_at, INBOX.c.attempts, INBOX.c.error, emptied
        rows = await self._db.rows(select(*columns).where(INBOX.c.status == "failed").order_by(INBOX.c.seq))
        return tuple(
            Failure(update_id, chat_id, at, attempts, error or "", emptied)
            for update_id, chat_id, at, attempts, error, emptied in rows
            if at is not None
        )

    async def retry(self, update_ids: Collection[int], now: datetime) -> frozenset[int]:
        """Let what was set aside wait again, as if it had never been tried; returns the ids of which this is true.

        What has been emptied stays set aside.
        """
        change = (
            update(INBOX)
            .where(INBOX.c.update_id.in_([each for each in update_ids if abs(each) < _LARGEST]))
            .where(INBOX.c.status == "failed", FULL_INBOX)
            .values(status="waiting", attempts=0, retry_at=now, tried_at=now)
            .values(sent_at=func.coalesce(INBOX.c.sent_at, UNKNOWN))
            .returning(INBOX.c.update_id)
        )
        return frozenset(await self._db.change(_ids, change))

    async def retried(self) -> tuple[RawUpdate, ...]:
        """Take what waits again and was not taken yet, in order of arrival; it is given to one caller, once."""
        found = await self._db.rows(select(INBOX.c.update_id).where(*_RETRIED))
        return await self._db.change(_taken) if found else ()


_RETRIED = INBOX.c.status == WAITING, INBOX.c.attempts == 0, INBOX.c.retry_at.is_not(None)
"""An update that failed by itself has attempts, one that never failed has no moment to be tried again."""


def _note(connection: Connection, update_id: int, change: Update, posts: Sequence[Post], now: datetime) -> int:
    note_place(connection, update_id)
    attempts: int | None = connection.scalar(change.returning(INBOX.c.attempts))
    for post in posts if attempts else ():
        put(connection, post, now)
    return attempts or 0


def _ids(connection: Connection, change: Any) -> list[int]:  # noqa: ANN401 - SQLAlchemy's own, which it makes anew often
    return list(connection.scalars(change))


def _taken(connection: Connection) -> tuple[RawUpdate, ...]:
    rows = connection.execute(update(INBOX).where(*_RETRIED).values(retry_at=None).returning(INBOX)).all()
    return tuple(kept_update(row) for row in sorted(rows, key=lambda row: row.seq))
