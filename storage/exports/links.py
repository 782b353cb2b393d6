"""Web and e-mail addresses within a text, so that they can be clicked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from conversations.fields.addresses import addresses_in, is_web

_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,63}"
_LIKELY = re.compile(rf"(?:https?://|www\.)\S+|{_EMAIL}", re.IGNORECASE)
"""Only what says that it is an address: "work.The next" has a dot in it, too."""
_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_KEPT = "%/:?#[]@!$&'()*+,;=~"
_LONGEST = 2000
"""Word follows no longer address."""


@dataclass(frozen=True)
class Piece:
    """A run of text; with ``link``, where it leads."""

    text: str
    link: str = ""


def pieces(text: str) -> tuple[Piece, ...]:
    """Take a text apart into addresses and what stands between them; together they are the text."""
    return tuple(piece for piece in _pieces(text) if piece.text)


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    for found in _LIKELY.finditer(text):
        link = _link(found[0])
        if link is not None:
            yield Piece(text[end : found.start()])
            yield link
            end = found.start() + len(link.text)
    yield Piece(text[end:])


def _link(written: str) -> Piece | None:
    """Make a link of an address without the full stop behind it."""
    address = next(iter(addresses_in(written)), "")
    shown = address if written.startswith(address) else address.removeprefix("https://")
    target = _target(address)
    return Piece(shown, target) if target else None


def _target(address: str) -> str:
    """Say where an address leads, spelt as Word wants it; nowhere where it is none."""
    if not is_web(address) and not re.fullmatch(_EMAIL, address):
        return ""
    target = _LOOSE_PERCENT.sub("%25", quote(address if is_web(address) else f"mailto:{address}", safe=_KEPT))
    return target if len(target) <= _LONGEST else ""
