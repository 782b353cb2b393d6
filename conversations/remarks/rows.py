"""Finding the row of the table that fits a text, and the meaning of a term in it."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, product
from operator import itemgetter
from sys import intern
from typing import Any, Literal

from conversations.fields.typed import EVERYWHERE, typed
from conversations.languages import ENGLISH, current
from conversations.remarks.lexicon import canonical, canonical_of_plain, languages, lexicon, plain, words_of

About = Literal["question", "remark"]
"""A question can also be sent to the coordinators; a remark, such as "thanks", needs no more than the reply."""


@dataclass(frozen=True)
class Row:
    """The phrases that people use, and the reply; ``waiting`` is the reply while a submission waits for its review."""

    name: str
    answer: str
    phrases: str = ""
    about: About = "question"
    waiting: str = ""
    last: bool = False


@cache
def rows() -> dict[str, Row]:
    """Read the table of replies, in its order; the file explains the rows."""
    more = [language.phrases for language in languages().values()]
    return {name: Row(name, **row | {"phrases": _all(row, "phrases", name, more)}) for name, row in _read("replies")}


@cache
def meanings() -> dict[str, tuple[frozenset[str], str]]:
    """Read the beginnings of each term, as ``canonical`` writes them, and what it means."""
    more = [language.terms for language in languages().values()]
    return {name: (_beginnings(_all(row, "terms", name, more)), row["means"]) for name, row in _read("meanings")}


def _read(table: str) -> Iterable[tuple[str, dict[str, Any]]]:
    return tomllib.loads((files("conversations.remarks") / f"{table}.toml").read_text("utf-8")).items()


def _all(row: Mapping[str, str], key: str, name: str, more: Iterable[Mapping[str, str]]) -> str:
    """Join the words of a row with those that stand in the files of the languages."""
    return ",".join([row.get(key, ""), *(words.get(name, "") for words in more)])


_WHOLE = 3
"""So short a term must be a whole word: "random" does not mean "ran"."""


def _beginnings(terms: str) -> frozenset[str]:
    every = filter(None, (" ".join(canonical(term)) for term in terms.split(",")))
    return frozenset(f" {term} " if len(term) <= _WHOLE else f" {term}" for term in every)


def meaning_of(text: str) -> str | None:
    """Return the meaning of the longest term in the text, or None: "former extremists" are not "extremism"."""
    said = f" {' '.join(canonical(text))} "
    found = [(len(term), means) for terms, means in meanings().values() for term in terms if term in said]
    return max(found, key=itemgetter(0))[1] if found else None


@cache
def _in_order() -> tuple[Row, ...]:
    return tuple(rows().values())


_LONGEST_PHRASE = 8

_WIDEST_GAP = 4
"""Two dots in a phrase stand for at most so many words."""

Words = tuple[str, ...]


_MOST_AROUND = 2
"""At most so many words such as "please" and "thanks" stand before a phrase that is alone, and as many behind it."""


def alone(text: str, *, least: int = 1) -> Row | None:
    """Return the row of a text that is nothing but a phrase of ``[alone]``, with at ``least`` so many words; or None.

    "Please" and the like may stand around it. A phrase of one word counts where its language is spoken, an English one
    everywhere.
    """
    words = canonical(text)
    spoken, every = _alone().get(current(), {}), _alone()[ENGLISH]
    for phrase in _without_around(words):
        name = spoken.get(phrase) or every.get(phrase)
        if name and len(phrase) >= least:
            return rows()[name]
    return None


def _without_around(words: Words) -> Iterator[Words]:
    """Yield the words, then what is left without polite words at either end."""
    around = lexicon().leading | typed("polite", EVERYWHERE)
    for before, behind in product(range(_MOST_AROUND + 1), repeat=2):
        begin, rest = words[:before], words[before:]
        end = rest[len(rest) - behind :]
        if len(rest) > behind and around.issuperset(begin + end):
            yield rest[: len(rest) - behind]


@cache
def _alone() -> Mapping[str, Mapping[Words, str]]:
    """Return the phrases of each language, as words, with their rows; English also has all others of several words."""
    by_code = {code: dict(_alone_in(language.alone)) for code, language in languages().items()}
    several = {phrase: name for own in by_code.values() for phrase, name in own.items() if len(phrase) > 1}
    return by_code | {ENGLISH: several | by_code[ENGLISH]}


def _alone_in(table: Mapping[str, str]) -> Iterator[tuple[Words, str]]:
    for name, phrases in table.items():
        for phrase in plain(phrases).split(","):
            yield from (
                (_listed(some), name) for some in product(*(word.split("/") for word in phrase.split())) if some
            )


def row_of(text: str) -> Row | None:
    """Return the row with the longest phrase in the text; of rows with the same length, the first.

    A text that is only a phrase of ``[alone]`` has the row of that phrase.
    """
    return alone(text) or _row_in(text)


def _row_in(text: str) -> Row | None:
    words = canonical(text)
    phrases = _phrases()
    found = [(len(run), phrases.whole[run]) for run in _outermost(words)]
    found += [(1, number) for stem, number in phrases.stems if any(word.startswith(stem) for word in words)]
    beginnings = (phrases.gapped.get(word, ()) for word in {*words})
    for begin, end, number in (gapped for several in beginnings for gapped in several):
        if _has_gapped(words, begin, end):
            found.append((len(begin) + len(end), number))
    best = min(((_in_order()[number].last, -size, number) for size, number in found), default=None)
    return _in_order()[best[2]] if best else None


def _outermost(words: Words) -> Iterator[Words]:
    """List the phrases in a text, except those inside a longer phrase: "morgen" in "guten morgen" is a greeting."""
    phrases, end = _phrases().whole, 0
    for begin in range(len(words)):
        sizes = range(min(_LONGEST_PHRASE, len(words) - begin), 0, -1)
        runs = (words[begin : begin + size] for size in sizes if begin + size > end)
        longest = next((run for run in runs if run in phrases), None)
        if longest:
            end = begin + len(longest)
            yield longest


@dataclass(frozen=True)
class _Phrases:
    """The phrases of all rows, each with the number of its row.

    ``whole`` has phrases without signs, as words, with the first row that has them; ``stems`` the beginnings of words,
    written with a star; ``gapped`` the phrases with two dots, in two parts, by their first words.
    """

    whole: Mapping[Words, int]
    stems: tuple[tuple[str, int], ...]
    gapped: Mapping[str, list[tuple[Words, Words, int]]]


@cache
def _phrases() -> _Phrases:
    whole, stems, gapped = dict[Words, int](), list[tuple[str, int]](), dict[str, list[tuple[Words, Words, int]]]()
    for number, phrase in _every_phrase():
        if ".." in phrase:
            at = phrase.index("..")
            begin, end = _listed(phrase[:at]), _listed(phrase[at + 1 :])
            gapped.setdefault(begin[0], []).append((begin, end, number))
        elif phrase[-1].endswith("*"):
            stems.append((words_of(phrase[0])[0], number))
        else:
            whole.setdefault(_listed(phrase), number)
    return _Phrases(whole, tuple(stems), gapped)


def _every_phrase() -> Iterator[tuple[int, Words]]:
    """List the phrases of all rows, as they are written, with the number of the row; a slash makes several phrases."""
    written = ((n, phrase.split()) for n, row in enumerate(_in_order()) for phrase in plain(row.phrases).split(","))
    return ((n, some) for n, words in written if words for some in product(*(word.split("/") for word in words)))


def _listed(phrase: Words) -> Words:
    return tuple(chain.from_iterable(map(_one_listed, phrase)))


@cache
def _one_listed(word: str) -> Words:
    return tuple(map(intern, canonical_of_plain(word)))


def _has_gapped(words: Words, begin: Words, end: Words) -> bool:
    starts = [n + len(begin) for n in range(len(words)) if words[n : n + len(begin)] == begin]
    return any(words[at : at + len(end)] == end for n in starts for at in range(n, n + _WIDEST_GAP + 1))
