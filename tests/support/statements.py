"""Hear of each statement before it runs, whether SQLAlchemy executes it or the driver is given it as it is."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from storage import prepared

Hear = Callable[[Connection, str, Any], None]
"""Takes a statement, and what is given to it (the first, where it runs for many)."""


@contextmanager
def heard(hear: Hear) -> Iterator[None]:
    """Hear of what goes to all databases within the block."""

    def executed(*said: Any) -> None:  # noqa: ANN401 - as SQLAlchemy calls it
        connection, _cursor, text, given, _context, many = said
        hear(connection, text, given[0] if many else given)

    def told(connection: Connection, cursor: Any, text: str, given: Sequence[Any]) -> Any:  # noqa: ANN401 - the driver's own
        hear(connection, text, tuple(given))
        return tell(connection, cursor, text, given)

    tell = prepared.tell
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prepared, "tell", told)
        event.listen(Engine, "before_cursor_execute", executed)
        try:
            yield
        finally:
            event.remove(Engine, "before_cursor_execute", executed)
