"""One demo for one database file."""

from contextlib import AbstractContextManager
from pathlib import Path

from storage import held

SQLITE = "sqlite+aiosqlite:///"


def alone(database_url: str) -> AbstractContextManager[None]:
    """Hold the file: two demos on it, each with its own local Bot API, would send each other's messages."""
    return held(
        database_url,
        "talk to a demo with chat --join and the address that it printed, or name another file, such as "
        f"--database {SQLITE}other.db",
    )


def alone_with_page(database_url: str) -> AbstractContextManager[None]:
    """Hold the page's own lock: that of the file is with the bot's process, and free while that one is killed."""
    return held(f"{database_url}-page", "a demo runs on it already; open the page whose address it printed")


def kept_in(database_url: str) -> str:
    """Name the database as a person would: by its file, if it has one."""
    return database_url.removeprefix(SQLITE) if database_url.startswith(SQLITE) else "the database"


def files_of(database_url: str) -> Path | None:
    """Name the folder of the files, beside the database where that is one file; nothing where it is none."""
    return Path(f"{kept_in(database_url)}-files") if database_url.startswith(SQLITE) else None


def chats_of(database_url: str) -> Path | None:
    """Name the file of the talks, beside the database where that is one file; nothing where it is none."""
    return Path(f"{kept_in(database_url)}-chats.json") if database_url.startswith(SQLITE) else None
