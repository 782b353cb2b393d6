"""The backlog of inbox and outbox, and the purge of old texts from them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, Update, exists, func, or_, select, update

from storage.database.database import Database
from storage.database.dialects import drop_deleted_words, has_deleted_words
from storage.database.tables import FULL_INBOX, FULL_OUTBOX, INBOX, OUTBOX, STOPPED, WAITING


@dataclass(frozen=True)
class Waiting:
    """How many rows wait, and since when the first one has waited."""

    count: int
    since: datetime | None


@dataclass(frozen=True)
class Backlog:
    """The updates that are not handled and the messages that are not sent yet."""

    inbox: Waiting
    outbox: Waiting


_TRIED = select(func.coalesce(INBOX.c.tried_at, INBOX.c.arrived_at))  # after a failed attempt its wait begins again

_POSTED = select(OUTBOX.c.created_at)


async def backlog_of(db: Database) -> Backlog:
    """Read both at the same time; messages for stopped chats do not count."""
    return await db.ask(_backlog)


UPDATES = select(func.count(), func.min(INBOX.c.seq)).where(INBOX.c.status == WAITING)

MESSAGES = (
    select(func.count(), func.min(OUTBOX.c.id))
    .where(OUTBOX.c.status == WAITING)
    .where(~exists().where(STOPPED.c.chat_id == OUTBOX.c.chat_id))
)
"""An index of the waiting rows answers both, however large the tables are."""


def _backlog(connection: Connection) -> Backlog:
    updates, first_update = connection.execute(UPDATES).one()
    outgoing_messages, first_message = connection.execute(MESSAGES).one()
    return Backlog(
        inbox=Waiting(updates, connection.scalar(_TRIED.where(INBOX.c.seq == first_update))),
        outbox=Waiting(outgoing_messages, connection.scalar(_POSTED.where(OUTBOX.c.id == first_message))),
    )


KEPT = timedelta(days=7)
"""How long the texts of handled updates and sent messages are kept."""

FAILED_KEPT = timedelta(days=30)
"""How long the text of a failed update is kept: longer, as it may be tried again."""

AT_ONCE = 500
"""Rows in one transaction, so that no batch waits long for it."""


class PayloadPurge:
    """Deletes texts that are no longer needed, and words of deleted drafts from the full-text index."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def some(self, now: datetime) -> bool:
        """Delete the texts of some rows of each table; say whether there may be more."""
        return await self._db.change(_some, now)


def old_updates(now: datetime) -> Select[int]:
    """Select the updates to empty."""
    handled = (INBOX.c.status == "handled") & (INBOX.c.arrived_at <= now - KEPT)
    failed = (INBOX.c.status == "failed") & (INBOX.c.arrived_at <= now - FAILED_KEPT)
    found = select(INBOX.c.seq).where(FULL_INBOX, INBOX.c.arrived_at <= now - KEPT, or_(handled, failed))
    return found.order_by(INBOX.c.arrived_at).limit(AT_ONCE)


def old_messages(now: datetime) -> Select[int]:
    """Select the messages to empty; a waiting one keeps its text, however old it is."""
    done = OUTBOX.c.status.in_(("sent", "refused"))
    found = select(OUTBOX.c.id).where(FULL_OUTBOX, OUTBOX.c.created_at <= now - KEPT, done)
    return found.order_by(OUTBOX.c.created_at).limit(AT_ONCE)


def _some(connection: Connection, now: datetime) -> bool:
    updates: Update = update(INBOX).where(INBOX.c.seq.in_(old_updates(now))).values(body="")
    outgoing_messages: Update = update(OUTBOX).where(OUTBOX.c.id.in_(old_messages(now))).values(reply=None, toast="")
    emptied: list[Any] = [connection.execute(change).rowcount for change in (updates, outgoing_messages)]
    if AT_ONCE in emptied:
        return True
    if has_deleted_words(connection):
        drop_deleted_words(connection)
    return False
