"""One demo for one database file."""

from contextlib import AbstractContextManager

from storage import held

SQLITE = "sqlite+aiosqlite:///"


def alone(database_url: str) -> AbstractContextManager[None]:
    """Hold the file: two demos on it, each with its own local Bot API, would send each other's messages."""
    return held(
        database_url,
        "talk to a demo with chat --join and the address that it printed, or name another file, such as "
        f"--database {SQLITE}other.db",
    )


def kept_in(database_url: str) -> str:
    """Name the database as a person would: by its file, if it has one."""
    return database_url.removeprefix(SQLITE) if database_url.startswith(SQLITE) else "the database"
