"""One demo for one database file."""

from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from storage import CannotOpen

SQLITE = "sqlite+aiosqlite:///"


@contextmanager
def alone(database_url: str) -> Iterator[None]:
    """Hold the file: two demos on it, each with its own local Bot API, would send each other's messages."""
    kept = Path(kept_in(database_url))
    if not database_url.startswith(SQLITE) or not kept.parent.is_dir():
        yield
        return
    with kept.with_name(f"{kept.name}-lock").open("w") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise CannotOpen(
                f"{kept} is in use by a demo that runs: talk to that one with chat --join and the address that it "
                f"printed, or name another file, such as --database {SQLITE}other.db"
            ) from None
        yield


def kept_in(database_url: str) -> str:
    """Name the database as a person would: by its file, if it has one."""
    return database_url.removeprefix(SQLITE) if database_url.startswith(SQLITE) else "the database"


def files_of(database_url: str) -> Path | None:
    """Name the folder of the files, beside the database where that is one file; nothing where it is none."""
    return Path(f"{kept_in(database_url)}-files") if database_url.startswith(SQLITE) else None
