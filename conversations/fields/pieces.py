"""A text that names several labels of a list, taken apart; labels may have ``and``, a slash or a comma in them."""

import re
from dataclasses import dataclass
from itertools import pairwise

from conversations.fields.matching import Labels
from conversations.fields.plain import latin_digits, storable

_LONGEST = 1000
"""A longer text is no list of labels."""
_NUMBERS = re.compile(r"[\W_]*\d{1,3}(?:(?:[\W_]+|\s+(?:and|und|et|og|och|ja)\s+)\d{1,3})*[\W_]*$", re.IGNORECASE)
_DASHED = re.compile(r"\d\s*[-–—]\s*\d")
_SEPARATOR = re.compile(
    r"\s*[,;\n]\s*|\s+(?:and|&|\+|und|et|og|och|ja|y|e|en|i|oraz|si|și|és|ir|un|και|и)\s+", re.IGNORECASE
)
_MOST_PIECES = 100
_MOST_PARTS = 5
"""How many separators one label has in it, at most, and one more."""


@dataclass(frozen=True)
class Pieces:
    """The labels that were found, what was not understood, and whether numbers have a dash between them.

    ``rest`` is all that was not understood, in one piece as it was written where nothing known stands within it.
    """

    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    rest: str = ""
    dashed: bool = False


def pieces_of(text: str, labels: Labels) -> Pieces:
    """Find the labels that a text names, by number or in words."""
    text = latin_digits(storable(text)) if len(text) <= _LONGEST else ""
    if _NUMBERS.match(text):
        return _by_number(text, labels)
    spans = _spans(text)
    if len(spans) > _MOST_PIECES:
        return Pieces(unknown=(text,), rest=text)
    known: list[str] = []
    unknown: list[int] = []
    at = 0
    while at < len(spans):
        found, parts = _longest(text, spans[at : at + _MOST_PARTS], labels)
        if found:
            known.append(found)
        else:
            unknown.append(at)
        at += parts
    pieces = tuple(text[slice(*spans[place])] for place in unknown)
    return Pieces(tuple(known), pieces, _rest(text, spans, unknown))


def parts_of(text: str) -> tuple[str, ...]:
    """Split a text where commas, lines or "and" part it."""
    return tuple(text[start:end].strip() for start, end in _spans(text))


def _rest(text: str, spans: list[tuple[int, int]], unknown: list[int]) -> str:
    """Give what was not understood, as it was written where it stands together."""
    if unknown and unknown[-1] - unknown[0] == len(unknown) - 1:
        return text[spans[unknown[0]][0] : spans[unknown[-1]][1]]
    return ", ".join(text[slice(*spans[place])] for place in unknown)


def _by_number(text: str, labels: Labels) -> Pieces:
    numbers = re.findall(r"\d+", text)
    if _DASHED.search(text):
        return Pieces(dashed=True)
    found = [(number, labels.numbered(number)) for number in numbers]
    unknown = tuple(number for number, label in found if not label)
    return Pieces(tuple(label for _, label in found if label), unknown, ", ".join(unknown))


def _spans(text: str) -> list[tuple[int, int]]:
    ends = [(0, 0), *(found.span() for found in _SEPARATOR.finditer(text)), (len(text), len(text))]
    spans = [(before[1], after[0]) for before, after in pairwise(ends)]
    return [(start, end) for start, end in spans if any(map(str.isalnum, text[start:end]))]


def _longest(text: str, spans: list[tuple[int, int]], labels: Labels) -> tuple[str | None, int]:
    """Find the label that the most of these parts, from the first, make together, and how many they are."""
    runs = [(text[spans[0][0] : spans[last][1]], last + 1) for last in reversed(range(len(spans)))]
    for look in (labels.exact, labels.find):
        for run, parts in runs:
            found = look(run)
            if found:
                return found, parts
    return None, 1
