"""A catalogue is compiled once, and again after a change."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from conversations.languages import catalogue, catalogues

ENGLISH, DANISH, CHANGED = "Overview", "Oversigt", "Oversigt over det hele"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the Danish catalogue to a folder of its own."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    shutil.copy(Path(catalogues.__file__).parents[1] / "locales" / "da.po", tmp_path)
    monkeypatch.setattr(catalogues, "_FOLDER", tmp_path)
    monkeypatch.setattr(catalogues, "_loaded", {})
    return tmp_path


def _read() -> str:
    """Read the catalogue as a new process does."""
    catalogues._loaded.clear()
    return catalogue("da").gettext(ENGLISH)


def test_compiled_catalogue_is_read(folder: Path) -> None:
    """The second process reads what the first one has compiled."""
    kept = folder / "__pycache__" / "da.mo"
    assert (DANISH, True) == (_read(), kept.exists())
    changed = kept.stat().st_mtime_ns
    kept.write_bytes(kept.read_bytes().replace(DANISH.encode(), DANISH[::-1].encode()))
    os.utime(kept, ns=(changed, changed))
    assert DANISH[::-1] == _read()
    assert ["da.mo"] == [file.name for file in kept.parent.iterdir()]


def test_changed_catalogue_is_compiled_again(folder: Path) -> None:
    """What a translator changes is there after the next start."""
    file = folder / "da.po"
    assert DANISH == _read()
    file.write_text(file.read_text("utf-8").replace(f'msgstr "{DANISH}"', f'msgstr "{CHANGED}"'), "utf-8")
    os.utime(file, (1, 1))
    assert CHANGED == _read()


def test_folder_where_nobody_may_write(folder: Path) -> None:
    """The catalogue is compiled for this process alone."""
    (folder / "__pycache__").write_text("")
    assert DANISH == _read()


def test_python_that_writes_no_bytecode(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting that keeps modules from being written keeps catalogues from it, too."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert (DANISH, ["da.po"]) == (_read(), [file.name for file in folder.iterdir()])
