"""Files and folders that get their name only when they are whole and on disk.

They are made in a private folder beside their place. A process that is killed leaves that folder; the next one that
makes something in the same place takes it away.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from tempfile import mkdtemp

UNFINISHED = ".part-"
"""The beginning of the names of unfinished files and folders."""

_MARK = "practice-bot.lock"
"""A file in each such folder: it says whose the folder is, and is locked as long as somebody is at it."""


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a private file to write; at the end it gets its name. Where something raises, nothing is left."""
    with private_folder(path.parent) as folder:
        part = private(folder / path.name)
        yield part
        finish(part, path)


@contextmanager
def private_folder(state: Path) -> Iterator[Path]:
    """Give a private folder to write in, beside the final place; it is deleted at the end with all that is left."""
    state.stat()  # raises here for a missing place, and names it
    delete_leftovers(state)
    folder = Path(mkdtemp(prefix=UNFINISHED, dir=state))
    try:
        with _marked(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def finish(part: Path, path: Path) -> None:
    """Give a file, or a folder that is on disk, its name, for good."""
    on_disk(part)
    part.replace(path)
    on_disk(path.parent)


def delete_leftovers(state: Path) -> None:
    """Delete the folders that killed processes left in a place."""
    for folder in leftovers(state):
        shutil.rmtree(folder, ignore_errors=True)


def leftovers(state: Path) -> Iterator[Path]:
    """Give the folders that killed processes left in a place: ours alone, and none in use."""
    for mark in state.glob(f"{UNFINISHED}*/{_MARK}"):
        with suppress(OSError), mark.open("r+b") as file:
            flock(file, LOCK_EX | LOCK_NB)
            yield mark.parent


def private(path: Path) -> Path:
    """Make a new file that its owner alone can read."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path


def on_disk(path: Path) -> None:
    """Wait until a file, or a folder's list of files, is on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _marked(folder: Path) -> Iterator[None]:
    """Mark a folder as ours; the mark gets its name when it is locked, so that nobody takes it for one that is left."""
    unlocked = private(folder / "mark")
    with unlocked.open("wb") as mark:
        flock(mark, LOCK_EX | LOCK_NB)
        unlocked.rename(folder / _MARK)
        yield
