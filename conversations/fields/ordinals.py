"""Numbers of choices in words: "the first and the third", "the last two"."""

from functools import cache

from conversations.fields.plain import fold
from conversations.fields.typed import ListName, typed, written
from conversations.languages import ENGLISH, current

_LONGEST = 60

_ENDING = 3
"""So many letters may follow the beginning of a word: "pierwszego"; none in English, where "secondary" is no number."""


def positions(text: str, count: int) -> tuple[int, ...]:
    """Return the numbers that a text has in words, of a list with ``count`` choices; nothing if it says more."""
    language = current()
    words = fold(text).split() if len(text) <= _LONGEST else []
    around = typed("around_ordinals", language)
    found = list[int]()
    many = 1
    for word in words:
        number, last = _number(word, "ordinals", language), _number(word, "last", language)
        much = _number(word, "counts", language)
        if number or last:
            found.append(count if last else number)
        elif much and many == 1:
            many = much + 1  # the list begins with two
        elif word not in around:
            return ()
    if many > 1:
        found = _run(found, many, count) if len(found) == 1 else []
    return tuple(dict.fromkeys(found)) if all(0 < number <= count for number in found) else ()


def _run(found: list[int], many: int, count: int) -> list[int]:
    """Return the first so many numbers, or the last so many."""
    first = {1: 1, count: count - many + 1}.get(found[0])
    return [*range(first, first + many)] if first else []


def _number(word: str, name: ListName, language: str) -> int:
    """Return at which place of a list a word begins as there, counted from 1, else 0."""
    places = (n for n, stems in enumerate(_stems(name, language), 1) for stem in stems if _is(word, stem, language))
    return next(places, 0)


@cache
def _stems(name: ListName, language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(filter(None, map(fold, stems.split("/")))) for stems in written(name, language))


def _is(word: str, stem: str, language: str) -> bool:
    ending = _ENDING if stem.isalpha() and language != ENGLISH else 0
    return word.startswith(stem) and len(word) <= len(stem) + ending
