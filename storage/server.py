"""The PostgreSQL server: how it is spoken to, and how it is kept from telling what was written."""

import re
from collections.abc import Iterator

from sqlalchemy import URL, event
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

CONNECTIONS = 3
"""Of each kind, writing and reading, for one process: a server has 100 unless it was told otherwise.

While one waits for the server, the process works for the next; with more of them less work would share a transaction.
"""

CONNECT_SECONDS = 10.0
"""How long a server may take to answer: a start says soon that there is none."""

WORKER_LOCK_SECONDS = 5.0
"""How long the server may take over a worker lock, which waits for nothing."""

_GIVEN = re.compile(r"(invalid input for query argument \$\d+).*", re.DOTALL)
WORKER = "practice-bot worker"
"""What the server calls the connection that has the locks of a worker; each worker that runs has one."""

SILENT_SECONDS = 15
"""How long a connection that holds something may say nothing before the server takes it for dead.

Of a process that ends the server hears at once. A machine that vanishes is found out by the probes of TCP in as long.
"""

LOCK_SECONDS = 5
"""How long a statement waits for another worker's lock: that worker may hang. Then all of it is tried again."""

_SERVER_SETTINGS = {
    "application_name": "practice-bot",
    "timezone": "UTC",
    "idle_in_transaction_session_timeout": f"{SILENT_SECONDS}s",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "2",
    "lock_timeout": f"{LOCK_SECONDS}s",
}
_LOCKING = {**_SERVER_SETTINGS, "application_name": WORKER, "idle_session_timeout": f"{SILENT_SECONDS}s"}
_READING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def server_engines(address: URL) -> tuple[AsyncEngine, AsyncEngine]:
    """Make the engine that writes, and the one that reads and sees one moment throughout a transaction."""
    return _engine(address, {}), _engine(address, _READING)


def locking_engine(address: URL) -> AsyncEngine:
    """Make the engine of worker locks: each connection is new, and keeps its locks from one to the next."""
    engine = create_async_engine(
        address,
        hide_parameters=True,
        isolation_level="AUTOCOMMIT",
        poolclass=NullPool,
        connect_args={
            "server_settings": _LOCKING,
            "timeout": CONNECT_SECONDS,
            "command_timeout": WORKER_LOCK_SECONDS,
        },
    )
    event.listen(engine.sync_engine, "handle_error", _without_values)
    return engine


def _engine(address: URL, options: dict[str, object]) -> AsyncEngine:
    engine = create_async_engine(
        address,
        hide_parameters=True,
        execution_options=options,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=None,
        connect_args={"server_settings": _SERVER_SETTINGS, "timeout": CONNECT_SECONDS},
    )
    event.listen(engine.sync_engine, "handle_error", _without_values)
    return engine


def _without_values(context: ExceptionContext) -> None:
    """Take away what an error of PostgreSQL's or of its driver's quotes: the row that broke a rule, what was given."""
    for error in (*_chain(context.sqlalchemy_exception), *_chain(context.original_exception)):
        error.args = tuple(_plain(each) if isinstance(each, str) else each for each in error.args)
        for added in ("detail", "hint", "where") if hasattr(error, "sqlstate") else ():
            setattr(error, added, None)


def _plain(text: str) -> str:
    """Give the sentence alone: details follow on lines of their own, and the driver quotes what it cannot send."""
    return _GIVEN.sub(r"\1", text.split("\n", maxsplit=1)[0])


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Go from an error to what caused it."""
    while error is not None:
        yield error
        error = error.__cause__
