"""Emptying: what was heard and said is taken out of the inbox and the outbox when it has served its time.

The rows stay: an update that comes again is recognised, and a parcel keeps what became of it.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, Update, or_, select, update

from storage.database import Database
from storage.tables import FULL_INBOX, FULL_OUTBOX, INBOX, OUTBOX

KEPT = timedelta(days=7)
"""How long the words of what was handled or sent stay."""

FAILED_KEPT = timedelta(days=30)
"""How long those of an update stay that could not be handled: it is kept for another try."""

AT_ONCE = 500
"""Rows in one transaction: nobody's turn waits long for it."""


class Emptying:
    """Takes words out of what is done with."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def some(self, now: datetime) -> bool:
        """Empty some rows of each kind; says whether there may be more."""
        return await self._db.change(_some, now)


def old_updates(now: datetime) -> Select[int]:
    """Ask for updates whose words have served their time."""
    handled = (INBOX.c.status == "handled") & (INBOX.c.arrived_at <= now - KEPT)
    failed = (INBOX.c.status == "failed") & (INBOX.c.arrived_at <= now - FAILED_KEPT)
    found = select(INBOX.c.seq).where(FULL_INBOX, INBOX.c.arrived_at <= now - KEPT, or_(handled, failed))
    return found.order_by(INBOX.c.arrived_at).limit(AT_ONCE)


def old_parcels(now: datetime) -> Select[int]:
    """Ask for parcels likewise; one that still waits keeps its words, however old it is."""
    done = OUTBOX.c.status.in_(("sent", "refused"))
    found = select(OUTBOX.c.id).where(FULL_OUTBOX, OUTBOX.c.created_at <= now - KEPT, done)
    return found.order_by(OUTBOX.c.created_at).limit(AT_ONCE)


def _some(connection: Connection, now: datetime) -> bool:
    updates: Update = update(INBOX).where(INBOX.c.seq.in_(old_updates(now))).values(body="")
    parcels: Update = update(OUTBOX).where(OUTBOX.c.id.in_(old_parcels(now))).values(reply=None, toast="")
    emptied: list[Any] = [connection.execute(change).rowcount for change in (updates, parcels)]
    return AT_ONCE in emptied
