"""The backlog: how much waits in the inbox and in the outbox, and since when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, func, select

from storage.database import Database
from storage.tables import INBOX, OUTBOX, STOPPED, WAITING


@dataclass(frozen=True)
class Waiting:
    """So many wait, the first of them since that moment."""

    count: int
    since: datetime | None


@dataclass(frozen=True)
class Backlog:
    """Updates that were not handled yet, and parcels that Telegram has not taken yet."""

    inbox: Waiting
    outbox: Waiting


_TRIED = select(func.coalesce(INBOX.c.tried_at, INBOX.c.arrived_at))  # after a failed attempt it waits anew
_POSTED = select(OUTBOX.c.created_at)


async def backlog_of(db: Database) -> Backlog:
    """Look at both at one moment; what is kept for stopped chats waits for nobody and is left out."""
    return await db.ask(_backlog)


UPDATES = select(func.count(), func.min(INBOX.c.seq)).where(INBOX.c.status == WAITING)
PARCELS = (
    select(func.count(), func.min(OUTBOX.c.id))
    .where(OUTBOX.c.status == WAITING)
    .where(~exists().where(STOPPED.c.chat_id == OUTBOX.c.chat_id))
)
"""Both are answered from an index of what waits, however much was handled before."""


def _backlog(connection: Connection) -> Backlog:
    updates, first_update = connection.execute(UPDATES).one()
    parcels, first_parcel = connection.execute(PARCELS).one()
    return Backlog(
        inbox=Waiting(updates, connection.scalar(_TRIED.where(INBOX.c.seq == first_update))),
        outbox=Waiting(parcels, connection.scalar(_POSTED.where(OUTBOX.c.id == first_parcel))),
    )
