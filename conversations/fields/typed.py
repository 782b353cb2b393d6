"""What people type in each language at the questions: yes and no, "we have none", times, names of countries.

One file for each language stands in ``words/``, and ``any.toml`` for all together; ``docs/languages.md`` explains them.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Literal

from conversations.fields.plain import fold, one_line

ListName = Literal[
    "yes",
    "no",
    "unclear",
    "between_choices",
    "negation",
    "have",
    "adds_nothing",
    "ask",
    "who",
    "around_who",
    "only_knows",
    "this_year",
    "last_year",
    "ago",
    "numbers",
    "two_years_ago",
    "tens",
    "decade",
    "last_month",
    "months_ago",
    "at_sign",
    "dot",
    "until",
    "since",
    "another_year",
    "no_end_yet",
    "date_to",
    "date_little",
    "excepting",
    "ordinals",
    "last",
    "counts",
    "around_ordinals",
]
"""The names of the lists in the file of a language."""

SharedName = Literal[
    "polite",
    "nothing",
    "perhaps_nothing",
    "no_such",
    "none_of_it",
    "details",
    "only_repeats",
    "undo",
    "undo_what",
    "skip",
    "done",
    "no_more",
    "today",
]
"""The names of the lists that stand in ``any.toml`` alone."""

EVERYWHERE = "any"
"""The file of words for all languages."""

COUNTRIES = "countries"
"""The table of other names of countries, by their codes."""

ChoicesName = Literal["organisation", "funds"]
"""The tables of beginnings of everyday words for the choices of a list."""

_FILES = files("conversations.fields") / "words"


@cache
def codes() -> tuple[str, ...]:
    """List the codes of the languages that have a file."""
    names = (file.name.removesuffix(".toml") for file in _FILES.iterdir() if file.name.endswith(".toml"))
    return tuple(sorted({*names} - {EVERYWHERE}))


@cache
def _read(language: str) -> dict[str, str | dict[str, str]]:
    return tomllib.loads((_FILES / f"{language}.toml").read_text("utf-8")) if language in (EVERYWHERE, *codes()) else {}


@cache
def written(name: ListName | SharedName, language: str) -> tuple[str, ...]:
    """Return a list of a language as it is written; without a file it is empty."""
    listed = _read(language).get(name, "")
    return tuple(filter(None, map(one_line, listed.split(",")))) if isinstance(listed, str) else ()


@cache
def typed(name: ListName | SharedName, language: str) -> frozenset[str]:
    """Return a list of a language as ``fold`` writes it."""
    return frozenset(filter(None, map(fold, written(name, language))))


@cache
def single(name: ListName, language: str) -> frozenset[str]:
    """Return the words of a list that stand alone there."""
    return frozenset(phrase for phrase in typed(name, language) if " " not in phrase)


@cache
def in_any(name: ListName) -> frozenset[str]:
    """Return a list of all languages together, without the words of ``any.toml``."""
    return frozenset().union(*(typed(name, language) for language in codes()))


@cache
def beginnings(name: ChoicesName, language: str) -> dict[str, tuple[str, ...]]:
    """Map the keys of a table of a language to folded beginnings of words."""
    table = _read(language).get(name, {})
    found = table.items() if isinstance(table, dict) else ()
    return {key: tuple(filter(None, map(fold, listed.split(",")))) for key, listed in found}


_PREPOSITIONS = frozenset(["v", "ve", "w", "we", "u", "na", "в", "във", "на", "σε", "στη", "στην", "στο", "στον"])
"""Words for "in" before a country in a case of its own, where it can be nothing else: "w Niemczech i Austrii"."""

_SHORT = 3
"""So short a name counts only where its language is spoken: SAD are the United States in Croatian."""


def _without_preposition(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in _PREPOSITIONS and " " not in rest and len(rest) > _SHORT + 1 else name


def _countries(language: str) -> Iterator[tuple[str, str]]:
    """Yield the folded names that a language has for countries, each with its two-letter code."""
    named = _read(language).get(COUNTRIES, {})
    for code, names in named.items() if isinstance(named, dict) else ():
        yield from ((fold(name), code) for name in names.split(","))


@cache
def short_countries(language: str) -> dict[str, str]:
    """Map the short folded names that a language has for countries to two-letter codes."""
    return {name: code for name, code in _countries(language) if 0 < len(name) <= _SHORT}


@cache
def countries() -> dict[str, str]:
    """Map folded names of countries, as people type them, to two-letter codes; leave out what means several."""
    found = defaultdict[str, set[str]](set)
    for name, code in chain.from_iterable(map(_countries, codes())):
        found[name].add(code)
        found[_without_preposition(name)].add(code)
    return {name: min(means) for name, means in found.items() if len(name) > _SHORT and len(means) == 1}
