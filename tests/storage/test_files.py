"""Contents of files: stored once under their checksum, and deleted with the last draft that refers to them."""

import os
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select
from support.turns import begun

from conversations.dialogue.events import FileKept
from storage import Blobs, Database, OrphanedFiles
from storage.database.tables import ORPHANED_FILES
from storage.drafts import append

SUM = sha256(b"leaflet").hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Name a folder that is not there yet."""
    return tmp_path / "deep" / "data"


@pytest.fixture
def blobs(folder: Path) -> Blobs:
    """Keep contents in it."""
    return Blobs(folder)


def keep(blobs: Blobs, *chunks: bytes) -> str:
    """Keep a content that comes in chunks."""
    arriving = blobs.begin()
    for chunk in chunks:
        arriving.write(chunk)
    kept = arriving.keep()
    arriving.drop()
    return kept


def files(folder: Path) -> list[str]:
    """List the files in the folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_content_is_kept_under_its_sum(blobs: Blobs, folder: Path) -> None:
    """The chunks make one content, which is found by its sum."""
    assert SUM == keep(blobs, b"lea", b"", b"flet")
    assert ([f"{SUM[:2]}/{SUM}"], b"leaflet") == (files(folder), blobs.path(SUM).read_bytes())


def test_same_content_is_kept_once(blobs: Blobs, folder: Path) -> None:
    """What is there already stays as it is."""
    keep(blobs, b"leaflet")
    keep(blobs, b"leaflet")
    assert ([f"{SUM[:2]}/{SUM}"], b"leaflet") == (files(folder), blobs.path(SUM).read_bytes())


def test_content_is_for_its_owner_alone(blobs: Blobs, folder: Path) -> None:
    """Neither group nor others may read the file or list a folder."""
    path = blobs.path(keep(blobs, b"leaflet"))
    assert ["0o700", "0o700", "0o600"] == [oct(state.stat().st_mode & 0o777) for state in (folder, path.parent, path)]


def test_content_dropped_leaves_nothing(blobs: Blobs, folder: Path) -> None:
    """An attempt that is given up takes its half file away."""
    arriving = blobs.begin()
    arriving.write(b"lea")
    arriving.drop()
    assert [] == files(folder)


def test_content_is_on_disk_before_it_is_named(blobs: Blobs, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The content is synchronised under its first name, then the folders that have the new one."""
    seen: list[list[str]] = []

    def noted(_descriptor: int) -> None:
        seen.append(files(folder))

    monkeypatch.setattr(os, "fsync", noted)
    keep(blobs, b"leaflet")
    unfinished, *named = seen
    assert (True, [[f"{SUM[:2]}/{SUM}"]] * 2) == (unfinished[0].startswith(".part-"), named)


def test_tidying_a_folder_that_is_not_there_does_nothing(blobs: Blobs, folder: Path) -> None:
    """Without files there is no folder."""
    blobs.tidy()
    assert not folder.exists()


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
    await db.change(Connection.execute, insert(ORPHANED_FILES).values(sha256=sha256, since=now))


async def listed(db: Database) -> int:
    """Count what is noted."""
    return len(await db.rows(select(ORPHANED_FILES.c.sha256)))


async def test_content_of_nobody_goes(db: Database, now: datetime, tmp_path: Path) -> None:
    """It is taken from the disk, and forgotten; one that is gone already is forgotten too."""
    sha256 = stored(tmp_path, b"leaflet", now - 2 * DAY)
    for one in (sha256, "f" * 64):
        await loosened(db, one, now)
    assert (2, 0) == (await OrphanedFiles(db, Blobs(tmp_path)).remove(now), await listed(db))
    assert [] == [*tmp_path.glob(f"**/*{sha256}")]  # noqa: ASYNC240 - a folder of the test's own


async def test_content_that_somebody_refers_to_stays(db: Database, now: datetime, tmp_path: Path) -> None:
    """A file that is in another history or draft stays on the disk and is no longer noted."""
    sha256 = stored(tmp_path, b"leaflet", now - 2 * DAY)
    await begun(db, now)
    kept = FileKept(draft=1, question="x.y", name="a.pdf", sha256=sha256, size=7, message=9)
    await db.change(append, 5, None, [kept], now)
    await loosened(db, sha256, now)
    removed = await OrphanedFiles(db, Blobs(tmp_path)).remove(now)
    assert (0, 0, True) == (removed, await listed(db), Blobs(tmp_path).path(sha256).is_file())


@pytest.mark.both
async def test_content_that_came_again_waits(db: Database, now: datetime, tmp_path: Path) -> None:
    """Of a file that came within a day the answer may not be kept yet: it is looked at again later."""
    sha256 = stored(tmp_path, b"leaflet", now - timedelta(hours=1))
    await loosened(db, sha256, now)
    loose = OrphanedFiles(db, Blobs(tmp_path))
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
