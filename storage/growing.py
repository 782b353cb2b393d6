"""Files that are there when they are whole and on disk, and not before."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def growing(path: Path) -> Iterator[Path]:
    """Give a private file to write; at the end it gets its name. Where something raises, nothing is left."""
    part = path.with_name(f".part-{path.name}")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDONLY, 0o600))
    try:
        yield part
        on_disk(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    on_disk(path.parent)


def on_disk(path: Path) -> None:
    """Wait until a file, or a folder's list of files, is on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
