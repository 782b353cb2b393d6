"""Contents of files: each once, under its sum, on disk before it is named."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from storage import Blobs

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
