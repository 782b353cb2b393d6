"""Finding the row of the table that fits a text."""

from collections.abc import Iterator
from functools import cache
from itertools import product

from conversations.remarks.lexicon import canonical, words_of
from conversations.remarks.table import Row, answering, course, people

ROWS: tuple[Row, ...] = (
    answering.DONT_KNOW,
    people.THANKS_FOR,
    answering.SAID_ALREADY,
    course.WHERE,
    people.MONEY,
    answering.COPY,
    answering.COLLEAGUE,
    course.HOW_LONG,
    people.READERS,
    answering.LANGUAGE,
    answering.SPELLING,
    course.CAN_CHANGE,
    course.STOPPING,
    course.CORRECTING,
    answering.MUST_I,
    answering.HOW_MUCH,
    answering.NO_FIGURES,
    answering.FILES,
    course.DEADLINE,
    course.WHAT_NEXT,
    course.NEXT,
    people.PEOPLE,
    people.WHAT_IS_THIS,
    people.ANGER,
    answering.NOT_UNDERSTOOD,
    answering.HOW_TO,
    people.GOODBYE,
    people.GREETING,
    people.THANKS,
    people.FINE,
)
"""All rows in their order; a new row gets a line here."""

_LONGEST_PHRASE = 8

_WIDEST_GAP = 4
"""Two dots in a phrase stand for at most so many words."""

Words = tuple[str, ...]


def row_of(text: str) -> Row | None:
    """Return the row with the longest phrase in the text; of rows with the same length, the first."""
    words, phrases = canonical(text), _phrases()
    runs = (words[n : n + size] for n in range(len(words)) for size in range(1, _LONGEST_PHRASE + 1))
    found = [(len(run), phrases[run]) for run in runs if run in phrases]
    found += [(1, number) for stem, number in _stems() if any(word.startswith(stem) for word in words)]
    beginnings = (_gapped().get(word, ()) for word in {*words})
    for begin, end, number in (gapped for several in beginnings for gapped in several):
        if _has_gapped(words, begin, end):
            found.append((len(begin) + len(end), number))
    best = min(((ROWS[number].last, -size, number) for size, number in found), default=None)
    return ROWS[best[2]] if best else None


@cache
def _phrases() -> dict[Words, int]:
    """Map each phrase without signs, as words, to the first row that has it."""
    phrases: dict[Words, int] = {}
    for number, phrase in _every_phrase():
        if not _has_sign(phrase) and (words := canonical(phrase)):
            phrases.setdefault(words, number)
    return phrases


@cache
def _stems() -> tuple[tuple[str, int], ...]:
    """List the beginnings of words, written with a star."""
    return tuple((words_of(phrase)[0], number) for number, phrase in _every_phrase() if phrase.endswith("*"))


def _has_sign(phrase: str) -> bool:
    return ".." in phrase or phrase.endswith("*")


@cache
def _gapped() -> dict[str, list[tuple[Words, Words, int]]]:
    """Map first words to phrases with two dots, in two parts, with the number of the row."""
    phrases: dict[str, list[tuple[Words, Words, int]]] = {}
    for number, phrase in _every_phrase():
        begin, dots, end = phrase.partition("..")
        if dots:
            phrases.setdefault(canonical(begin)[0], []).append((canonical(begin), canonical(end), number))
    return phrases


def _every_phrase() -> Iterator[tuple[int, str]]:
    """Yield the phrases of all rows with the number of the row; a slash makes several phrases."""
    for number, row in enumerate(ROWS):
        for phrase in row.phrases.split(","):
            for words in product(*(word.split("/") for word in phrase.split())):
                yield number, " ".join(words)


def _has_gapped(words: Words, begin: Words, end: Words) -> bool:
    starts = [n + len(begin) for n in range(len(words)) if words[n : n + len(begin)] == begin]
    return any(words[at : at + len(end)] == end for n in starts for at in range(n, n + _WIDEST_GAP + 1))
