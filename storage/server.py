"""The PostgreSQL server: how it is spoken to, and how it is kept from telling what was written."""

import re
from collections.abc import Iterator

from sqlalchemy import URL, event
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

CONNECTIONS = 5
"""Of each kind, writing and reading, for one process: a server has 100 unless it was told otherwise."""

CONNECT_SECONDS = 10.0
"""How long a server may take to answer: a start says soon that there is none."""

_GIVEN = re.compile(r"(invalid input for query argument \$\d+).*", re.DOTALL)
_SERVER_SETTINGS = {"application_name": "practice-bot", "timezone": "UTC"}
_READING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def server_engines(address: URL) -> tuple[AsyncEngine, AsyncEngine]:
    """Make the engine that writes, and the one that reads and sees one moment throughout a transaction."""
    return _engine(address, {}), _engine(address, _READING)


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
