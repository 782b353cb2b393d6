"""Contacts and places that people share: what they tell, also in the vCard of a contact; total on any JSON."""

import re
from collections.abc import Iterator

from pydantic import JsonValue

from conversations.messages import Detail

_MOST = 10
"""Values of one detail."""
_LONGEST = 500
"""Characters of one value."""
_CARD = 20_000
"""Characters of a vCard that are read; Telegram takes 2,048 bytes."""
_FOLDED = re.compile(r"\r?\n[ \t]")
_PROPERTY = re.compile(r"(?:[\w-]+\.)?(FN|TEL|EMAIL|URL|ADR)((?:;[^:]*)?):(.*)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_PARTS = re.compile(r"(?<!\\);")
_DETAILS: dict[str, Detail] = {"FN": "name", "TEL": "phone", "EMAIL": "email", "URL": "website", "ADR": "address"}

Details = dict[Detail, tuple[str, ...]]


def contact(body: dict[str, JsonValue]) -> Details:
    """Read a contact: Telegram's own fields, then those of its vCard."""
    name = _line(f"{_line(body.get('first_name'))} {_line(body.get('last_name'))}")
    own: list[tuple[Detail, str]] = [("name", name), ("phone", _line(body.get("phone_number")))]
    card = body.get("vcard")
    return _collected([*own, *(_of_card(card[:_CARD]) if isinstance(card, str) else ())], most_names=1)


def venue(body: dict[str, JsonValue]) -> Details:
    """Read a place with a name."""
    return _collected([("title", _line(body.get("title"))), ("address", _line(body.get("address")))])


def _collected(found: list[tuple[Detail, str]], most_names: int = _MOST) -> Details:
    """Put together what is told: each value once, and one name."""
    details: dict[Detail, dict[str, None]] = {}
    for detail, value in found:
        known = details.setdefault(detail, {})
        if value and len(known) < (most_names if detail == "name" else _MOST):
            known[value] = None
    return {detail: tuple(values) for detail, values in details.items() if values}


def _of_card(card: str) -> Iterator[tuple[Detail, str]]:
    for line in _FOLDED.sub("", card).splitlines():
        found = _PROPERTY.fullmatch(line)
        if found is None or "QUOTED-PRINTABLE" in found[2].upper():
            continue
        name, value = found[1].upper(), found[3]
        parts = _PARTS.split(value) if name == "ADR" else [value.removeprefix("tel:").removeprefix("mailto:")]
        yield _DETAILS[name], ", ".join(filter(None, (_line(_ESCAPED.sub(_unescaped, part)) for part in parts)))


def _unescaped(found: re.Match[str]) -> str:
    return " " if found[1] in "nN" else found[1]


def _line(value: JsonValue) -> str:
    """Give a value as one line of text."""
    kept = (
        (char if char.isprintable() or char in "\u200c\u200d" else " " for char in value)
        if isinstance(value, str)
        else ()
    )
    return " ".join("".join(kept).split())[:_LONGEST]
