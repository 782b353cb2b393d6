"""How deep JSON is nested: Python's parser and writer count the stack they stand on, so they may differ.

An update that can be read and not be written down would be asked for again for ever, and all others behind it.
"""

from collections.abc import Iterable

from pydantic import JsonValue

DEEPEST = 256
"""Levels; Python's own bound is near 900, and the deepest update of the Bot API is far below both."""


def is_too_deep(value: JsonValue) -> bool:
    """Say whether something is nested deeper than that."""
    level: list[JsonValue] = [value]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _within(outer)]
        if not level:
            return False
    return True


def _within(value: JsonValue) -> Iterable[JsonValue]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
