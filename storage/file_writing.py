"""Files and folders that get their name only when they are complete and on disk.

They are written in a private folder beside their final path. A killed process leaves that folder, and the next one
that writes there deletes it.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from storage.portable import lock, on_disk

UNFINISHED = ".part-"
"""The prefix of unfinished files and folders."""

_MARK = "practice-bot.lock"
"""A file in each such folder: it says that the folder is ours, and is locked while the folder is used."""

_IS_WINDOWS = sys.platform == "win32"
"""Windows neither renames nor deletes an open file, so there the mark has its name before it is locked."""


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a private file to write, and name it at the end; if the block raises, nothing is left."""
    with private_folder(path.parent) as folder:
        part = private(folder / path.name)
        yield part
        finish(part, path)


@contextmanager
def private_folder(parent: Path) -> Iterator[Path]:
    """Yield a private folder beside the final path; it is deleted at the end with its contents."""
    parent.stat()  # raises here if it is missing, with its name
    delete_leftovers(parent)
    folder = Path(mkdtemp(prefix=UNFINISHED, dir=parent))
    try:
        with _marked(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def finish(part: Path, path: Path) -> None:
    """Give a file, or a folder that is on disk, its final name."""
    on_disk(part)
    part.replace(path)
    on_disk(path.parent)


def delete_leftovers(parent: Path) -> None:
    """Delete the folders that killed processes left."""
    for folder in leftovers(parent):
        shutil.rmtree(folder, ignore_errors=True)


def leftovers(parent: Path) -> Iterator[Path]:
    """Yield the folders that killed processes left: only ours, and none in use."""
    for mark in parent.glob(f"{UNFINISHED}*/{_MARK}"):
        with suppress(OSError), mark.open("r+b") as file:
            lock(file.fileno())
            yield mark.parent


def private(path: Path) -> Path:
    """Create a file that only its owner can read."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path


@contextmanager
def _marked(folder: Path) -> Iterator[None]:
    """Mark a folder as ours. The mark gets its name once it is locked: an unlocked mark means a folder to delete."""
    unlocked = private(folder / (_MARK if _IS_WINDOWS else "mark"))
    with unlocked.open("wb") as mark:
        lock(mark.fileno())
        if not _IS_WINDOWS:
            unlocked.rename(folder / _MARK)
        yield
