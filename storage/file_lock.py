"""One bot for one SQLite file: a running bot locks the file; the lock ends with its process, however that ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from storage.database.engines import CannotOpen, DatabaseInUse, parsed, real_path

_ON_THE_FILE = sys.platform == "linux"
"""There flock knows nothing of the locks that SQLite sets by fcntl; elsewhere the two may exclude each other."""


def file_of(url: str) -> Path | None:
    """Find the file behind a database address; none where the database is not a file."""
    address = parsed(url)
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


def is_there(path: Path) -> bool:
    """Whether there is such a file; there is none under a name that no file can have."""
    with suppress(OSError):
        return path.is_file()
    return False


@contextmanager
def held(url: str, advice: str = "stop that one first") -> Iterator[None]:
    """Hold the database of an address alone; raises ``DatabaseInUse``, with the advice, where another does.

    The lock is on the file itself, whatever its name: it goes along where the file is moved, and nobody can delete it
    from under a bot. Commands that read or write a little go on beside a bot that runs. PostgreSQL, where many workers
    meet, is held by nobody.
    """
    path = file_of(url)
    try:
        state = None if path is None else _place(real_path(path))
        is_new = state is not None and not state.exists()
        lock = None if state is None else _locked(state)
    except BlockingIOError:
        raise DatabaseInUse(f"{path} is in use by a bot that runs: {advice}.") from None
    except OSError as error:
        raise CannotOpen(f"{path} cannot be opened: {error.strerror}.") from error
    if state is None or lock is None:
        yield
        return
    try:
        yield
    finally:
        if is_new and not os.fstat(lock).st_size:
            state.unlink(missing_ok=True)
        os.close(lock)  # after the database, whose locks in this process end with it


def _place(real: Path) -> Path | None:
    """Name the file to lock; none where there can be no database: opening it says why."""
    if real.is_dir() or not real.parent.is_dir():
        return None
    return real if _ON_THE_FILE else real.with_name(f"{real.name}-lock")


def _locked(state: Path) -> int:
    """Lock a file and make it if it is missing; lock again if somebody has deleted it in between."""
    while True:
        lock = os.open(state, os.O_RDONLY | os.O_CREAT, 0o600)
        try:
            flock(lock, LOCK_EX | LOCK_NB)
            if state.exists() and os.path.samestat(state.stat(), os.fstat(lock)):
                return lock
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)
