"""Loose files: contents whose draft was deleted, taken from the disk where nobody else refers to them."""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select

from storage.blobs import Blobs
from storage.database import Database
from storage.dialects import unless_there
from storage.tables import DRAFTS, HISTORY, LOOSE_FILES

FRESH = timedelta(days=1)
"""What came within this time stays: the answer that brought it may not be kept yet."""

AT_ONCE = 20
"""How many are looked for at a time: each is looked for in every draft."""


class LooseFiles:
    """Contents that may be nobody's."""

    def __init__(self, db: Database, blobs: Blobs) -> None:
        self._db = db
        self._blobs = blobs

    async def remove(self, now: datetime) -> int:
        """Take away what nobody refers to; what somebody does is loose no more. Gives how many contents went."""
        found = await self._db.ask(_loose)
        removed = 0
        for sha256, is_used in found:
            since = (now - FRESH).timestamp()
            gone = not is_used and await asyncio.to_thread(self._blobs.remove, sha256, since)
            if is_used or gone:
                await self._db.change(Connection.execute, delete(LOOSE_FILES).where(LOOSE_FILES.c.sha256 == sha256))
            removed += gone
        return removed


def note_loose(connection: Connection, sha256: str, now: datetime) -> None:
    """Remember a content that may come to be nobody's, in the caller's transaction."""
    connection.execute(unless_there(connection.dialect, LOOSE_FILES), {"sha256": sha256, "since": now})


def note_used(connection: Connection, sums: Collection[str]) -> None:
    """Remember no longer contents that have become somebody's, in the caller's transaction."""
    if sums:
        connection.execute(delete(LOOSE_FILES).where(LOOSE_FILES.c.sha256.in_(sums)))


def _loose(connection: Connection) -> list[tuple[str, bool]]:
    sums = connection.scalars(select(LOOSE_FILES.c.sha256).order_by(LOOSE_FILES.c.since).limit(AT_ONCE)).all()
    return [(sha256, is_named(connection, sha256)) for sha256 in sums]


def is_named(connection: Connection, sha256: str) -> bool:
    """Whether a draft has a content, or had it as its history says: all of them are looked through."""
    in_draft = select(DRAFTS.c.id).where(DRAFTS.c.body.contains(sha256))
    in_history = select(HISTORY.c.id).where(HISTORY.c.what == "file_kept", HISTORY.c.body.contains(sha256))
    return any(connection.scalar(query.limit(1)) is not None for query in (in_draft, in_history))
