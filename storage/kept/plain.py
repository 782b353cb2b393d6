"""Plain data for a person: moments as text, and nobody else's number."""

from datetime import UTC, datetime
from typing import Any

from conversations.file_names import safe_name

Plain = dict[str, Any]

YOU, ANOTHER = "you", "somebody else"
_NUMBERS = ("by", "whom", "user")
"""Where the core keeps the number of a person."""
_FILE = {"name", "sha256"}
"""The keys of a file, as the core keeps it."""


def moment(at: datetime | None) -> str | None:
    """Write a moment, in UTC to the second."""
    return None if at is None else at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def without_numbers(value: Any, user: int) -> Any:  # noqa: ANN401 - JSON of any shape
    """Put ``you`` or ``somebody else`` in the place of people's numbers; names that stand beside them stay.

    Of a file only a name that is no path leaves.
    """
    if isinstance(value, list):
        return [without_numbers(one, user) for one in value]
    if not isinstance(value, dict):
        return value
    plain = {key: _who(one, user) if key in _NUMBERS else without_numbers(one, user) for key, one in value.items()}
    return plain | {"name": safe_name(plain["name"])} if plain.keys() >= _FILE else plain


def _who(value: Any, user: int) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, int):
        return YOU if value == user else ANOTHER
    return without_numbers(value, user)
