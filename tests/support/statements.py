"""Watch each SQL statement before it runs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

Hear = Callable[[Connection, str, Any], None]
"""Gets a statement and its parameters (only the first ones, if it runs for many)."""


@contextmanager
def heard(hear: Hear) -> Iterator[None]:
    """Watch all statements to all databases within the block."""

    def executed(*said: Any) -> None:  # noqa: ANN401 - as SQLAlchemy calls it
        connection, _cursor, text, given, _context, many = said
        hear(connection, text, given[0] if many else given)

    event.listen(Engine, "before_cursor_execute", executed)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", executed)
