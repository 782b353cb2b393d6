"""Updates whose handling raised: attempts are counted, then the update is set aside until an operator retries it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from storage.conversations import UNKNOWN
from storage.database.database import Database
from storage.database.tables import FULL_INBOX, INBOX, WAITING
from storage.inbox import RawUpdate

_LARGEST = 1 << 63
"""Ids beyond this do not fit into the column."""


@dataclass(frozen=True)
class Failure:
    """An update that was set aside, with the class and the code positions of its error, and no text of its person."""

    update_id: int
    chat_id: int | None
    at: datetime
    attempts: int
    error: str
    emptied: bool = False
    """True if its content was deleted since, so that it cannot be tried again."""


class Failures:
    """The updates that were set aside."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def all(self) -> tuple[Failure, ...]:
        """List the updates that were set aside, in order of arrival."""
        emptied = INBOX.c.body == ""
        columns = INBOX.c.update_id, INBOX.c.chat_id, INBOX.c.tried_at, INBOX.c.attempts, INBOX.c.error, emptied
        rows = await self._db.rows(select(*columns).where(INBOX.c.status == "failed").order_by(INBOX.c.seq))
        return tuple(
            Failure(update_id, chat_id, at, attempts, error or "", emptied)
            for update_id, chat_id, at, attempts, error, emptied in rows
            if at is not None
        )

    async def retry(self, update_ids: Collection[int], now: datetime) -> frozenset[int]:
        """Let updates wait again, with no attempt counted; returns the ids that do.

        Emptied updates stay set aside.
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


@dataclass(frozen=True)
class Attempt:
    """A failed attempt: its error, the question it was sent at, and when to try again; ``None`` sets it aside.

    The question of the first attempt stays: the next attempts are for the same question.
    """

    error: str
    sent_at: str
    at: datetime
    retry_at: datetime | None


def note(connection: Connection, raw: RawUpdate, attempt: Attempt) -> None:
    """Count a failed attempt and save its error, in the caller's transaction."""
    connection.execute(
        update(INBOX)
        .where(INBOX.c.update_id == raw.update_id, INBOX.c.status == WAITING)
        .values(
            attempts=INBOX.c.attempts + 1,
            sent_at=func.coalesce(INBOX.c.sent_at, attempt.sent_at),
            status="waiting" if attempt.retry_at else "failed",
            error=attempt.error,
            tried_at=attempt.at,
            retry_at=attempt.retry_at,
        )
    )


def _ids(connection: Connection, change: Any) -> list[int]:  # noqa: ANN401 - a statement of SQLAlchemy's
    return list(connection.scalars(change))
