"""Find out which section or question of the form a title in a Word form means."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from conversations.fields.plain import fold
from conversations.form import completion
from conversations.form.questions import repeat_of
from conversations.form.template import Template, in_use
from conversations.languages import CATALOGUES, ENGLISH, current, in_language, speaking
from conversations.papers.title_words import ANYWHERE, WITHIN

FEWEST = 4
"""A document with the titles of fewer sections is not the form."""

LONGEST = 110
"""Characters of the longest title, with a remark in brackets."""

_SURE = 88
"""The least likeness, of 100, of a misspelt title that is surely the form's."""

_LIKELY = 76
"""The least likeness of a title that probably is the form's."""

_APART = 6
"""By how much the likeness to a title must exceed that to the title of another question."""

_SHORTEST = 6
"""Characters of the shortest word that may be misspelt: "fine" and "fin" differ by one letter."""

_NUMBER = re.compile(r"\A\s*(?:(?:section|question)\s+)?\d{1,2}(?:\s*[.):·–-]|\s(?=\D))\s*", re.IGNORECASE)

_BEHIND = re.compile(r"(?:\([^()]*\)|[\s:*.?–-])+\Z")
"""What may follow a title: a remark in brackets, a colon, the star of what is required."""

_COUNT = re.compile(r"\s+\d{1,2}\Z")
"""The number of a meeting, such as "Name of the meeting 2"."""


@dataclass(frozen=True)
class Title:
    """The section or question that a title means: ``target`` is a key of ``title_words``."""

    target: str
    sure: bool
    own: bool
    """It is a title of the form itself, or like one that stands out."""

    @property
    def section(self) -> str:
        """The key of the section."""
        return self.target.partition(".")[0]


def title_in(text: str, section: str, *, stands_out: bool) -> Title | None:
    """Read a whole text as a title; ``section`` is the open one, "" for none.

    A misspelt or shortened title is only found in a text that ``stands_out``, as other texts may have any words.
    """
    if len(text) > LONGEST or "\n" in text.strip():
        return None
    names = [name for name in dict.fromkeys(_names(text)) if name]
    exact = next((title for name in names if (title := _exact(name, section))), None)
    if exact is not None or not stands_out:
        return exact
    found = [title for name in names if (title := _alike(name, section) or _shortened(name))]
    return max(found, key=lambda title: title.sure, default=None)


def _names(text: str) -> Iterator[str]:
    """Yield a text in the forms in which it may be a title: whole, without a number, without a remark behind it."""
    bare = _NUMBER.sub("", text)
    yield fold(text)
    yield fold(bare)
    yield fold(_BEHIND.sub("", bare))
    yield fold(_COUNT.sub("", _BEHIND.sub("", bare)))


def _exact(name: str, section: str) -> Title | None:
    target = _within(section).get(name) or anywhere().get(name)
    return Title(target, sure=True, own=name in _own(in_use(), current())) if target else None


def _alike(name: str, section: str) -> Title | None:
    if len(name) < _SHORTEST:
        return None
    known = anywhere() | _within(section)
    found = process.extract(name, known.keys(), scorer=fuzz.ratio, score_cutoff=_LIKELY - _APART, limit=20)
    if not found or found[0][1] < _LIKELY:
        return None
    best, likeness = known[found[0][0]], found[0][1]
    if any(known[title] != best and likeness - other < _APART for title, other, _ in found):
        return None
    return Title(best, sure=likeness >= _SURE, own=True)


def _shortened(name: str) -> Title | None:
    """Find the only question whose titles have all words of a text, such as "Transferability"."""
    words = set(name.split())
    if len(name) < _SHORTEST:
        return None
    targets = {target for title, target in anywhere().items() if words <= set(title.split())}
    return Title(targets.pop(), sure=False, own=True) if len(targets) == 1 else None


def anywhere() -> dict[str, str]:
    """Return the section or question of each title, folded."""
    return _anywhere(in_use(), current())


@cache
def _anywhere(template: Template, language: str) -> dict[str, str]:
    return _folded(ANYWHERE) | _own(template, language)


def language_of(texts: Iterable[str]) -> str:
    """Return the language of a form with these texts: that of most of its titles, else the language of the talk.

    The other catalogues are read only if neither the language of the talk nor English will do: not compiled, they take
    seconds.
    """
    names = {name for text in texts if len(text) <= LONGEST for name in _names(text) if name}
    for codes in ((current(), ENGLISH), CATALOGUES):
        found = {
            code: len({target for title, target in _titles(in_use(), code).items() if title in names}) for code in codes
        }
        best = max(found, key=lambda code: found[code])
        if found[best] >= FEWEST:
            return best
    return current()


@cache
def _own(template: Template, language: str) -> dict[str, str]:
    """Return the titles of the form itself, in one language and in English."""
    return _titles(template, language) | _titles(template, ENGLISH)


@cache
def _titles(template: Template, language: str) -> dict[str, str]:
    """Return the titles of the form itself; a section with one question stands for that question."""
    with speaking(language):
        return _titles_now(template)


def _titles_now(template: Template) -> dict[str, str]:
    own = {}
    for section in template.sections:
        questions, repeat = completion.every(section), repeat_of(section)
        for asked in questions:
            key = asked.path.rpartition(".")[2]
            repeated = repeat is not None and asked.item is not None
            own[fold(in_language(asked.question.title))] = (
                f"{section.key}.{asked.group}.*.{key}" if repeated else asked.path
            )
        own[fold(in_language(section.title))] = section.key if len(questions) > 1 else questions[0].path
    return own


@cache
def _within(section: str) -> dict[str, str]:
    return _folded(WITHIN.get(section, {}))


def _folded(table: Mapping[str, str]) -> dict[str, str]:
    return {fold(name): target for target, names in table.items() for name in names.split(",")}


def label_pattern(section: str) -> re.Pattern[str]:
    """Return a pattern that finds the labels of a section within a line, each with its colon."""
    return _label_pattern(section, current())


@cache
def _label_pattern(section: str, language: str) -> re.Pattern[str]:
    tables = (ANYWHERE, WITHIN.get(section, {}))
    named = {target: names.split(",") for table in tables for target, names in table.items()}
    own = [title for title, target in _own(in_use(), language).items() if target.startswith(f"{section}.")]
    names = [*own, *(name for target, every in named.items() if target.startswith(f"{section}.") for name in every)]
    words = (r"\W+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True) if name.strip())
    return re.compile(rf"(?:(?<=[\s;,|(])|\A)({'|'.join(words)})\s*:\s*", re.IGNORECASE)
