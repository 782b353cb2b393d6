"""The parameters of one call, read as the Bot API reads them: everything arrives as text."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.refusals import Refusal, RefusalError

Json = dict[str, Any]

INTEGER = re.compile(r"\s*(-?\d+)")


@dataclass(frozen=True)
class Upload:
    """A file that came in a multipart body."""

    name: str
    content: bytes
    mime_type: str


@dataclass(frozen=True)
class Params:
    """Named texts and uploads of one call."""

    values: Mapping[str, str] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the parameter, or an empty text where it is missing."""
        return self.values.get(name, "")

    def number(self, name: str, default: int = 0) -> int:
        """Return the leading integer of the parameter: `12abc` is 12, as on the real server."""
        return whole(self.text(name), default)

    def clamped(self, name: str, default: int, low: int, high: int) -> int:
        """Return the parameter moved into its bounds."""
        return max(low, min(high, self.number(name, default)))

    def flag(self, name: str) -> bool:
        """Return whether the parameter says yes."""
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def loaded(self, name: str, unreadable: Refusal) -> object:
        """Return the JSON in the parameter, None where it is missing; refuse what does not parse."""
        raw = self.text(name)
        if not raw:
            return None
        try:
            return json.loads(raw)
        except ValueError as error:
            raise RefusalError(unreadable) from error


def whole(value: object, default: int = 0) -> int:
    """Return the leading integer of a value."""
    match = INTEGER.match(str(value))
    return int(match[1]) if match else default


def flat(value: object) -> str:
    """Return a JSON value as the text that the Bot API makes of it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
