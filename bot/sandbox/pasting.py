"""How clients cut a text that is too long for one message."""

from typing import Literal

from bot.sandbox.text import utf16_length

Client = Literal["exact", "phone", "desktop"]

LIMIT = 4096  # UTF-16 units, in which clients count
PHONE_LOOKS_BACK = 300  # characters in which the phone app looks for a good place


def parts(text: str, client: Client = "exact") -> list[str]:
    """Return the messages that a client makes of a text.

    `exact` cuts at the limit; `phone` at an empty line, line or sentence end or blank in the last 300 characters;
    `desktop` at the best such place in the second half.
    """
    result = []
    rest = text
    while utf16_length(rest) > LIMIT:
        end = fitting(rest)
        cut = (
            end if client == "exact" else best_cut(rest, end - PHONE_LOOKS_BACK if client == "phone" else end // 2, end)
        )
        result.append(rest[:cut])
        rest = rest[cut:]
    return [part for part in (*result, rest) if part.strip()]


def fitting(text: str) -> int:
    """Return how many characters fit into one message."""
    end = min(len(text), LIMIT)
    while utf16_length(text[:end]) > LIMIT:
        end -= utf16_length(text[:end]) - LIMIT + 1 >> 1
    return end


def best_cut(text: str, low: int, high: int) -> int:
    """Return the last of the best places between `low` and `high`, `high` where there is none."""
    for mark in ("\n\n", "\n", ". ", " "):
        place = text.rfind(mark, low, high)
        if place > 0:
            return place + len(mark)
    return high
