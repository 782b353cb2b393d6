"""The contents of attachments: files named by their SHA-256, each stored once."""

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
from storage.database.tables import CONVERSATIONS, DRAFTS, HISTORY, ORPHANED_FILES
from storage.file_writing import UNFINISHED, delete_leftovers
from storage.portable import on_disk

_FORGOTTEN = 24 * 60 * 60
"""An unfinished file older than this many seconds was left by a crash."""


class Blobs:
    """A folder of contents that only its owner can read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Return the path of a content, stored or not."""
        return self._folder / sha256[:2] / sha256

    def age(self, sha256: str) -> float | None:
        """Return how many seconds ago a content was last stored; ``None`` if it is not there."""
        with suppress(FileNotFoundError):
            return time() - self.path(sha256).stat().st_mtime
        return None

    def begin(self) -> "Arriving":
        """Begin to write a content; end with ``keep`` or ``drop``."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Arriving(self, self._folder)

    def try_out(self) -> None:
        """Write a file and delete it again, as a check; raises ``OSError``."""
        arriving = self.begin()
        try:
            arriving.write(b"a trial")
        finally:
            arriving.drop()

    def remove(self, sha256: str, unless_since: float = inf) -> bool:
        """Delete a content, unless it was stored again since then (seconds since 1970); says whether it is gone.

        It is renamed first and looked at again: the same content may arrive at any time.
        """
        path, renamed = self.path(sha256), self._folder / f"{UNFINISHED}{sha256}"
        with suppress(FileNotFoundError):
            if path.stat().st_mtime >= unless_since:
                return False
            path.rename(renamed)
            if renamed.stat().st_mtime >= unless_since:
                renamed.rename(path)
                return False
            renamed.unlink()
        with suppress(OSError):  # others of the same beginning are there
            path.parent.rmdir()
        return True

    def tidy(self) -> None:
        """Delete unfinished files that crashes left; other programs may be writing here now."""
        delete_leftovers(self._folder)
        for path in self._folder.glob(f"{UNFINISHED}*"):
            with suppress(FileNotFoundError):
                if path.is_file() and path.stat().st_mtime < time() - _FORGOTTEN:
                    path.unlink()


class Arriving:
    """A content that is being written; ``size`` is the number of bytes so far."""

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
        """The SHA-256 of the bytes so far."""
        return self._sum.hexdigest()

    def keep(self) -> str:
        """Give the content its name, safely on disk, and return its SHA-256; an existing file is the same."""
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
        """Delete the content unless it was kept."""
        self._file.close()
        self._path.unlink(missing_ok=True)


FRESH = timedelta(days=1)
"""Younger contents stay: the answer that brought them may not be saved yet."""

AT_ONCE = 20
"""How many contents are checked at a time: each is searched for in all drafts."""


class OrphanedFiles:
    """Contents that may belong to no draft any more."""

    def __init__(self, db: Database, blobs: Blobs) -> None:
        self._db = db
        self._blobs = blobs

    async def remove(self, now: datetime) -> int:
        """Delete the contents that no draft refers to, and forget the others; returns how many were deleted."""
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
    """Note a content that may come to belong to no draft, in the caller's transaction."""
    connection.execute(unless_there(connection.dialect, ORPHANED_FILES), {"sha256": sha256, "since": now})


def note_used(connection: Connection, sums: Collection[str]) -> None:
    """Forget contents that now belong to a draft, in the caller's transaction."""
    if sums:
        connection.execute(delete(ORPHANED_FILES).where(ORPHANED_FILES.c.sha256.in_(sums)))


def _loose(connection: Connection) -> list[tuple[str, bool]]:
    sums = connection.scalars(select(ORPHANED_FILES.c.sha256).order_by(ORPHANED_FILES.c.since).limit(AT_ONCE)).all()
    return [(sha256, is_named(connection, sha256)) for sha256 in sums]


def is_named(connection: Connection, sha256: str) -> bool:
    """Say whether a draft has a content, or had it by its history, or a Word form waits; all of them are searched."""
    in_draft = select(DRAFTS.c.id).where(DRAFTS.c.body.contains(sha256))
    in_history = select(HISTORY.c.id).where(HISTORY.c.what == "file_kept", HISTORY.c.body.contains(sha256))
    waiting = select(CONVERSATIONS.c.chat_id).where(CONVERSATIONS.c.state.contains(sha256))
    return any(connection.scalar(query.limit(1)) is not None for query in (in_draft, in_history, waiting))
