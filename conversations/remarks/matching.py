"""Which row of the table answers a text: the one with the longest way of saying something that is in it."""

from collections.abc import Iterator
from functools import cache
from itertools import product

from conversations.remarks.answers import Row
from conversations.remarks.lexicon import canonical, words_of
from conversations.remarks.table import ROWS

_LONGEST_WAY = 8

_WIDEST_GAP = 4
"""Two dots in a way of saying something stand for at most so many words."""

Words = tuple[str, ...]


def row_of(text: str) -> Row | None:
    """Find the row that has the longest way of saying something which is in the text; of several the first."""
    words, ways = canonical(text), _ways()
    runs = (words[n : n + size] for n in range(len(words)) for size in range(1, _LONGEST_WAY + 1))
    found = [(len(run), ways[run]) for run in runs if run in ways]
    found += [(1, number) for stem, number in _stems() if any(word.startswith(stem) for word in words)]
    beginnings = (_gapped().get(word, ()) for word in {*words})
    for begin, end, number in (way for several in beginnings for way in several):
        if _has_gapped(words, begin, end):
            found.append((len(begin) + len(end), number))
    best = min(((ROWS[number].last, -size, number) for size, number in found), default=None)
    return ROWS[best[2]] if best else None


@cache
def _ways() -> dict[Words, int]:
    """Map each way of saying something, as words, to the first row that has it."""
    ways: dict[Words, int] = {}
    for number, way in _every_way():
        if not _has_sign(way) and (words := canonical(way)):
            ways.setdefault(words, number)
    return ways


@cache
def _stems() -> tuple[tuple[str, int], ...]:
    """List the beginnings of words, those with a star."""
    return tuple((words_of(way)[0], number) for number, way in _every_way() if way.endswith("*"))


def _has_sign(way: str) -> bool:
    return ".." in way or way.endswith("*")


@cache
def _gapped() -> dict[str, list[tuple[Words, Words, int]]]:
    """List the ways with two dots in them, in their two parts, by their first word."""
    ways: dict[str, list[tuple[Words, Words, int]]] = {}
    for number, way in _every_way():
        begin, dots, end = way.partition("..")
        if dots:
            ways.setdefault(canonical(begin)[0], []).append((canonical(begin), canonical(end), number))
    return ways


def _every_way() -> Iterator[tuple[int, str]]:
    """List the ways of all rows, those with a slash once for each word that will do, with the numbers of the rows."""
    for number, row in enumerate(ROWS):
        for way in row.ways.split(","):
            for words in product(*(word.split("/") for word in way.split())):
                yield number, " ".join(words)


def _has_gapped(words: Words, begin: Words, end: Words) -> bool:
    starts = [n + len(begin) for n in range(len(words)) if words[n : n + len(begin)] == begin]
    return any(words[at : at + len(end)] == end for n in starts for at in range(n, n + _WIDEST_GAP + 1))
