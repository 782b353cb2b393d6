"""The direction of writing in a Word document: Arabic, Hebrew and others are read from the right."""

import unicodedata
from collections.abc import Iterable

from docx.oxml.ns import qn

from storage.exports.ooxml import Element, properties_of, put, words

_RIGHT, _LEFT = frozenset(("R", "AL")), "L"


def from_the_right(text: str) -> bool | None:
    """Say by its first letter whether a text is read from the right; of one without letters nothing can be said."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in _RIGHT:
            return True
        if kind == _LEFT:
            return False
    return None


def directions(lines: Iterable[str]) -> tuple[bool, ...]:
    """Say of each line whether it is read from the right; one without letters as the line before it."""
    found: list[bool] = []
    for line in lines:
        here = from_the_right(line)
        found.append(here if here is not None else bool(found and found[-1]))
    return tuple(found)


def mark_directions(root: Element) -> None:
    """Mark each paragraph and each run that is read from the right; a run without letters goes with its paragraph."""
    for paragraph in root.iter(qn("w:p")):
        turned = bool(from_the_right(words(paragraph)))
        if turned:
            put(properties_of(paragraph), "w:bidi")
        for run in paragraph.iter(qn("w:r")):
            here = from_the_right(words(run))
            if turned if here is None else here:
                put(properties_of(run), "w:rtl")
