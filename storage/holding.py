"""One bot for one SQLite file: who runs on it holds a lock beside it, which ends with the process however that ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from storage.engines import CannotOpen, DatabaseInUse, parsed


def file_of(url: str) -> Path | None:
    """Find the file behind a database address; none where the database is not a file."""
    address = parsed(url)
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


@contextmanager
def held(url: str, advice: str = "stop that one first") -> Iterator[None]:
    """Hold the database of an address alone; raises ``DatabaseInUse``, with the advice, where another does.

    The lock is a file of its own: commands that read or write a little go on beside a bot that runs. PostgreSQL, where
    many workers meet, is held by nobody.
    """
    path = file_of(url)
    if path is None or not path.parent.is_dir():  # the second is told when the database is opened
        yield
        return
    lock = _opened(path)
    try:
        flock(lock, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise DatabaseInUse(f"{path} is in use by a bot that runs: {advice}.") from None
    try:
        yield
    finally:
        os.close(lock)


def _opened(path: Path) -> int:
    """Open the lock's file; two names of one database have one lock."""
    real = path.resolve()
    lock = real.with_name(f"{real.name}-lock")
    try:
        return os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CannotOpen(f"{lock} cannot be made: {error.strerror}.") from error
