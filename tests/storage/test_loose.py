"""Loose files: contents go with the last draft that refers to them, and not before."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select
from support.turns import begun

from conversations.messages import FileKept
from storage import Blobs, Database, LooseFiles
from storage.history import append
from storage.tables import LOOSE_FILES

DAY = timedelta(days=1)


def stored(folder: Path, content: bytes, at: datetime) -> str:
    """Store a content as it came at that moment."""
    blobs = Blobs(folder)
    arriving = blobs.begin()
    arriving.write(content)
    sha256 = arriving.keep()
    os.utime(blobs.path(sha256), (at.timestamp(), at.timestamp()))
    return sha256


async def loosened(db: Database, sha256: str, now: datetime) -> None:
    """Note a content as one that may be nobody's."""
    await db.change(Connection.execute, insert(LOOSE_FILES).values(sha256=sha256, since=now))


async def listed(db: Database) -> int:
    """Count what is noted."""
    return len(await db.rows(select(LOOSE_FILES.c.sha256)))


async def test_content_of_nobody_goes(db: Database, now: datetime, tmp_path: Path) -> None:
    """It is taken from the disk, and forgotten; one that is gone already is forgotten too."""
    sha256 = stored(tmp_path, b"leaflet", now - 2 * DAY)
    for one in (sha256, "f" * 64):
        await loosened(db, one, now)
    assert (2, 0) == (await LooseFiles(db, Blobs(tmp_path)).remove(now), await listed(db))
    assert [] == [*tmp_path.glob(f"**/*{sha256}")]  # noqa: ASYNC240 - a folder of the test's own


async def test_content_that_somebody_refers_to_stays(db: Database, now: datetime, tmp_path: Path) -> None:
    """A file that is in another history or draft stays on the disk and is loose no more."""
    sha256 = stored(tmp_path, b"leaflet", now - 2 * DAY)
    await begun(db, now)
    kept = FileKept(draft=1, question="x.y", name="a.pdf", sha256=sha256, size=7, message=9)
    await db.change(append, 5, None, [kept], now)
    await loosened(db, sha256, now)
    removed = await LooseFiles(db, Blobs(tmp_path)).remove(now)
    assert (0, 0, True) == (removed, await listed(db), Blobs(tmp_path).path(sha256).is_file())


@pytest.mark.both
async def test_content_that_came_again_waits(db: Database, now: datetime, tmp_path: Path) -> None:
    """Of a file that came within a day the answer may not be kept yet: it is looked at again later."""
    sha256 = stored(tmp_path, b"leaflet", now - timedelta(hours=1))
    await loosened(db, sha256, now)
    loose = LooseFiles(db, Blobs(tmp_path))
    assert [(0, 1), (1, 0)] == [(await loose.remove(at), await listed(db)) for at in (now, now + DAY)]


def test_content_that_comes_while_it_goes(now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes again between the look and the removal is put back."""
    sha256 = stored(tmp_path, b"leaflet", now - 2 * DAY)
    rename = Path.rename

    def late(path: Path, target: Path) -> Path:
        if path.name == sha256:
            stored(tmp_path, b"leaflet", now)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", late)
    blobs = Blobs(tmp_path)
    assert (False, True) == (blobs.remove(sha256, now.timestamp() - 1), blobs.path(sha256).is_file())
