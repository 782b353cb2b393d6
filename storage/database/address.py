"""The address of the database: the ones that this program can use, and the file of an SQLite address."""

from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

_LIKE_SQLITE = "sqlite+aiosqlite:///practices.db"

_LIKE_POSTGRESQL = "postgresql+asyncpg://user@host/practices"

_DRIVERS = ("sqlite+aiosqlite://", "postgresql+asyncpg://")

_OPTIONS = frozenset({"host", "passfile", "port", "prepared_statement_cache_size", "ssl", "target_session_attrs"})
"""The options of a PostgreSQL address; the driver accepts no others as text."""

_SSL = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")

_SERVERS = ("any", "primary", "standby", "read-write", "read-only", "prefer-standby")

_PORTS = 1 << 16


class CannotOpen(ValueError):  # noqa: N818 - it says what happened, in one line
    """The database cannot be opened; the message is one line for the person who runs the bot."""


class NoDatabase(CannotOpen):
    """The file is missing, and must not be created."""


class DatabaseInUse(CannotOpen):
    """Another program holds the database."""


def parsed(url: str) -> URL:
    """Read a database address; raises ``CannotOpen`` if this program cannot use it."""
    address, wrong = _read(url)
    if address is None or wrong:
        raise CannotOpen(f"A database address {wrong}.")
    return address


def wrong_with(url: str) -> str:
    """Say what is wrong with a database address, as the rest of a sentence; empty if nothing is."""
    return _read(url)[1]


def _read(url: str) -> tuple[URL | None, str]:
    if not url.startswith(_DRIVERS):
        return None, f"should begin with {' or '.join(_DRIVERS)}"
    if url.startswith(_DRIVERS[1]) and find_spec("asyncpg") is None:
        return None, "needs the driver of PostgreSQL: pip install 'practice-bot[postgresql]'"
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):  # a port that is no number is the latter
        return None, f"should look like {_LIKE_POSTGRESQL} or {_LIKE_SQLITE}"
    if not f"{url}{address.host}{address.database}".isprintable():  # %00 is none either
        return None, "should be made of characters that can be printed"
    return address, _of_sqlite(address) if address.get_backend_name() == "sqlite" else _of_postgresql(address)


def _of_sqlite(address: URL) -> str:
    elsewhere = address.host or address.port is not None or address.username or address.password
    name = (address.database or "").strip()
    if elsewhere or name in {"", ":memory:"} or name.startswith("file:"):
        return f"should name a file, such as {_LIKE_SQLITE}"
    if name.startswith("~"):
        return "should have the full path of the file: ~ is not your home folder here"
    return "should have nothing behind a question mark" if address.query else ""


def _of_postgresql(address: URL) -> str:
    return next(_wrong_of_postgresql(address), "")


def _wrong_of_postgresql(address: URL) -> Iterator[str]:
    if unknown := sorted(set(address.query) - _OPTIONS):
        yield f"should have no option but {', '.join(sorted(_OPTIONS))}: not {', '.join(unknown)}"
    if not (address.host or address.query.get("host")) or not address.database:
        yield f"should name a host and a database, such as {_LIKE_POSTGRESQL}"
    if "@" in (address.host or ""):
        yield "should have %40 in place of an @ in the password"
    if not 0 < (1 if address.port is None else address.port) < _PORTS:
        yield f"should have a port from 1 to {_PORTS - 1}"
    if str(address.query.get("ssl", "prefer")) not in _SSL:
        yield f"should have one of {', '.join(_SSL)} behind ssl="
    if str(address.query.get("target_session_attrs", "any")) not in _SERVERS:
        yield f"should have one of {', '.join(_SERVERS)} behind target_session_attrs="
    try:
        address.get_dialect()().create_connect_args(address)
    except ArgumentError:
        yield "should have host=NAME:PORT for each host, where it has several"
    except ValueError:
        yield "should have a number behind port= and prepared_statement_cache_size="


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite address; ``None`` for PostgreSQL."""
    address = parsed(url)
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


def is_there(path: Path) -> bool:
    """Say whether a file exists; a name that no file can have does not."""
    with suppress(OSError):
        return path.is_file()
    return False


def real_path(path: Path) -> Path:
    """Resolve links; raises ``CannotOpen`` if they form a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise CannotOpen(f"{path} cannot be opened: its links lead in a circle.") from error
