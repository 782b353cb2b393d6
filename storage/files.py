"""The SQLite file: readable by its owner alone, every commit on disk before it is called one."""

import asyncio
import hashlib
import os
from collections.abc import Collection
from contextlib import suppress
from datetime import datetime, timedelta
from math import inf
from pathlib import Path
from tempfile import mkstemp
from time import time

from sqlalchemy import Connection, delete, select

from storage.database.database import Database
from storage.database.dialects import unless_there
from storage.database.tables import DRAFTS, HISTORY, ORPHANED_FILES
from storage.file_writing import UNFINISHED, delete_leftovers, on_disk

_FORGOTTEN = 24 * 60 * 60
"""Seconds after which an unfinished file is one that a crash has left behind."""


class Blobs:
    """A folder of contents, readable by its owner alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Say where the content with that sum lies, if it is there."""
        return self._folder / sha256[:2] / sha256

    def age(self, sha256: str) -> float | None:
        """Tell how many seconds ago a content was stored last; nothing where it is not there."""
        with suppress(FileNotFoundError):
            return time() - self.path(sha256).stat().st_mtime
        return None

    def begin(self) -> "Arriving":
        """Begin to write a content; to be ended with ``keep`` or ``drop``."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Arriving(self, self._folder)

    def try_out(self) -> None:
        """Write something and take it away; raises ``OSError``."""
        arriving = self.begin()
        try:
            arriving.write(b"a trial")
        finally:
            arriving.drop()

    def remove(self, sha256: str, unless_since: float = inf) -> bool:
        """Take a content away, unless it came (again) since that moment (seconds since 1970); says whether it is gone.

        It is put aside first and looked at again: a content may come once more at any time.
        """
        path, aside = self.path(sha256), self._folder / f"{UNFINISHED}{sha256}"
        with suppress(FileNotFoundError):
            if path.stat().st_mtime >= unless_since:
                return False
            path.rename(aside)
            if aside.stat().st_mtime >= unless_since:
                aside.rename(path)
                return False
            aside.unlink()
        with suppress(OSError):  # others of the same beginning are there
            path.parent.rmdir()
        return True

    def tidy(self) -> None:
        """Take away what crashes have left unfinished; other programs may be writing here at this moment."""
        delete_leftovers(self._folder)
        for path in self._folder.glob(f"{UNFINISHED}*"):
            with suppress(FileNotFoundError):
                if path.is_file() and path.stat().st_mtime < time() - _FORGOTTEN:
                    path.unlink()


class Arriving:
    """A content on its way to the disk; ``size`` is how much of it has come, in bytes."""

    def __init__(self, blobs: Blobs, folder: Path) -> None:
        self._blobs = blobs
        descriptor, name = mkstemp(prefix=UNFINISHED, dir=folder)  # readable by its owner alone
        self._path = Path(name)
        self._file = os.fdopen(descriptor, "wb")
        self._sum = hashlib.sha256()
        self.size = 0

    def write(self, chunk: bytes) -> None:
        """Write the next chunk."""
        self._file.write(chunk)
        self._sum.update(chunk)
        self.size += len(chunk)

    @property
    def sha256(self) -> str:
        """The sum of what has come."""
        return self._sum.hexdigest()

    def keep(self) -> str:
        """Put the content under its sum, on disk for good; give the sum. What is there already is the same."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        sha256 = self.sha256
        path = self._blobs.path(sha256)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        self._path.replace(path)
        for folder in (path.parent, path.parent.parent):
            on_disk(folder)
        return sha256

    def drop(self) -> None:
        """Take away what has not been kept; nothing where it has."""
        self._file.close()
        self._path.unlink(missing_ok=True)


FRESH = timedelta(days=1)
"""What came within this time stays: the answer that brought it may not be kept yet."""

AT_ONCE = 20
"""How many are looked for at a time: each is looked for in every draft."""


class OrphanedFiles:
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
                await self._db.change(
                    Connection.execute, delete(ORPHANED_FILES).where(ORPHANED_FILES.c.sha256 == sha256)
                )
            removed += gone
        return removed


def note_orphaned(connection: Connection, sha256: str, now: datetime) -> None:
    """Remember a content that may come to be nobody's, in the caller's transaction."""
    connection.execute(unless_there(connection.dialect, ORPHANED_FILES), {"sha256": sha256, "since": now})


def note_used(connection: Connection, sums: Collection[str]) -> None:
    """Remember no longer contents that have become somebody's, in the caller's transaction."""
    if sums:
        connection.execute(delete(ORPHANED_FILES).where(ORPHANED_FILES.c.sha256.in_(sums)))


def _loose(connection: Connection) -> list[tuple[str, bool]]:
    sums = connection.scalars(select(ORPHANED_FILES.c.sha256).order_by(ORPHANED_FILES.c.since).limit(AT_ONCE)).all()
    return [(sha256, is_named(connection, sha256)) for sha256 in sums]


def is_named(connection: Connection, sha256: str) -> bool:
    """Whether a draft has a content, or had it as its history says: all of them are looked through."""
    in_draft = select(DRAFTS.c.id).where(DRAFTS.c.body.contains(sha256))
    in_history = select(HISTORY.c.id).where(HISTORY.c.what == "file_kept", HISTORY.c.body.contains(sha256))
    return any(connection.scalar(query.limit(1)) is not None for query in (in_draft, in_history))
