"""An answer taken apart into paragraphs: bullets, inner bullets, and text whose line breaks are kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal

from storage.exports.direction import directions
from storage.exports.links import Piece, pieces

Look = Literal["text", "bullet", "inner bullet", "none"]

_BULLET = re.compile(r"(\s*)([-*•·–—‣▪●○◦])[ \t\xa0]+(?=\S)")
_INNER = "○◦"


@dataclass(frozen=True)
class Part:
    """A paragraph of an answer; line breaks are kept in it."""

    look: Look
    pieces: tuple[Piece, ...]


def parts_of(text: str) -> tuple[Part, ...]:
    """Take an answer apart into bullets and paragraphs; an empty line ends a paragraph, a line break stays in it.

    A line that is read in the other direction than the one before it begins a paragraph, as each has one direction.
    """
    lines = text.splitlines()
    runs = groupby(zip(map(_look, lines), directions(lines), lines, strict=True), key=itemgetter(0, 1))
    return tuple(part for (look, _), run in runs for part in _run(look, [line for _, _, line in run]))


def _look(line: str) -> Look:
    if not line.strip():
        return "none"
    found = _BULLET.match(line)
    if found is None:
        return "text"
    indented = len(found[1].expandtabs(4)) > 1 or found[2] in _INNER
    return "inner bullet" if indented else "bullet"


def _run(look: Look, lines: list[str]) -> Iterator[Part]:
    if look == "text":
        yield Part(look, pieces("\n".join(lines)))
    elif look != "none":
        yield from (Part(look, pieces(_BULLET.sub("", line, count=1))) for line in lines)
