"""Finding labels of a list in a text: by number, by name, by a unique part, or by similarity."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from conversations.fields.plain import fold, latin_digits, storable
from conversations.fields.typed import written
from conversations.languages import ENGLISH, catalogue, current

_SHORTEST_PART = 4

_SHORTEST_NEAR = 3
"""Shorter texts resemble the beginning of too many labels."""

_NEAR = 0.75
"""The least similarity (difflib's ratio) of a misspelled label: "Formrs" has 0.92, "Training"/"Families" 0.38."""

_BEHIND = 0.1
"""Others are offered if their similarity is at most so much below the best."""

_MOST = 3

_MOSTLY = 0.6
"""So much of a word tells it: "Terrorism" is less of the Estonian "Terrorismiohvrid"."""

_LONGEST = 120
"""No label is longer; difflib needs quadratic time."""

_NUMBER = re.compile(r"\W*(\d{1,3})\W*$")

_ABBREVIATION = re.compile(r"\(([A-Z]{2,6})\)")
"""An abbreviation in brackets is another name of the label: Internal Security Fund (ISF)."""

_BRACKETS = re.compile(r"\([^)]*\)")

_BULLET = re.compile(r"\s*(?:\d{1,3}[.):]|[-–•*·✓])\s*(?=\S)")


class Labels:
    """The labels of a list, prepared for searching.

    ``shown`` has each label in the language of the talk; the label itself is found, too. ``called`` maps other names to
    labels.
    """

    def __init__(
        self, labels: Sequence[str], called: Mapping[str, str] | None = None, shown: Sequence[str] = ()
    ) -> None:
        self.labels = tuple(labels)
        named = [*zip(labels, labels, strict=True), *zip(shown or labels, labels, strict=True)]
        short = {fold(found[1]): label for name, label in named if (found := _ABBREVIATION.search(name))}
        spoken = {fold(_ABBREVIATION.sub("", name).replace("+", " plus")): label for name, label in named}
        other = {fold(name): label for name, label in (called or {}).items()}
        self._folded = {fold(name): label for name, label in named}
        self._labelled = short | spoken | self._folded
        self._names = other | self._labelled
        self._with_another_inside = {label for label in self.labels for name in self.within(label) if name != label}
        first_alone = self._with_another_inside
        self._sides = [
            (label, side) for name, label in named for side in _sides(name)[: 1 if label in first_alone else None]
        ]

    def numbered(self, text: str) -> str | None:
        """Return the label with this number, counted from 1."""
        number = _NUMBER.match(latin_digits(text[:_LONGEST])) if len(text) <= _LONGEST else None
        n = int(number[1]) if number else 0
        return self.at(n) if 0 < n <= len(self.labels) else None

    def at(self, number: int) -> str:
        """Return the label with this number, counted from 1."""
        return self.labels[number - 1]

    def exact(self, text: str) -> str | None:
        """Return the label that equals the text, or whose abbreviation does, ignoring case, accents and punctuation."""
        if len(text) > _LONGEST:
            return None
        return self._names.get(fold(text)) or self._names.get(fold(_BULLET.sub("", text, count=1)))

    def is_whole(self, text: str) -> bool:
        """Tell whether the text is a label or its abbreviation, and not another name for it."""
        return len(text) <= _LONGEST and (
            fold(text) in self._labelled or fold(_BULLET.sub("", text, count=1)) in self._labelled
        )

    def begun(self, text: str) -> str | None:
        """Return the label that begins with the text, if it is the only one."""
        return _only(self._with(text, at_start=True))

    def part(self, text: str) -> str | None:
        """Return the only label of which the text is a side, else the only one that has two words of the text.

        "Probation" is a side of a label, and "rehabili" most of a side. "Terrorism" is one word of several, so it does
        not mean its victims; "their families" is behind the first side of a label with another one in it: None.
        """
        part = fold(text[: _LONGEST + 1])
        if not _SHORTEST_PART <= len(part) <= _LONGEST:
            return None
        meant = _only(label for label, side in self._sides if _is_side(part, side))
        several = part.isdecimal() or sum(len(word) >= _SHORTEST_PART for word in part.split()) > 1
        if meant or not several:
            return meant
        label = _only(self._with(text, at_start=True)) or _only(self._with(text, at_start=False))
        others = {*self.within(text)} - {label}
        return None if others or (label in self._with_another_inside and not self.begun(text)) else label

    def find(self, text: str) -> str | None:
        """Return the label that a text means without doubt."""
        return self.numbered(text) or self.exact(text) or self.part(text)

    def near(self, text: str) -> tuple[str, ...]:
        """List the labels that a text may mean: labels that contain it, that it contains, or that are similar."""
        if len(text) > _LONGEST:
            return ()
        partly = [*dict.fromkeys((*self.within(text), *self._with(text, at_start=False)))]
        return tuple(partly[:_MOST]) or nearest(fold(text), self._folded)

    def _with(self, text: str, *, at_start: bool) -> list[str]:
        part = fold(text[: _LONGEST + 1])
        if not _SHORTEST_PART <= len(part) <= _LONGEST:
            return []
        begins = str.startswith if at_start else _has_word_beginning
        return [label for folded, label in self._folded.items() if begins(folded, part)]

    def within(self, text: str) -> list[str]:
        """List the labels that a text contains."""
        words = f" {fold(text)} "
        return [*dict.fromkeys(label for name, label in self._names.items() if f" {name} " in words)]


def _is_side(part: str, side: str) -> bool:
    """Tell whether a text is one side of a label, or most of its only word: "rehabili"."""
    return part == side or (" " not in side and side.startswith(part) and len(part) >= _MOSTLY * len(side))


def _has_word_beginning(label: str, part: str) -> bool:
    """Tell whether a word of a label begins a part: the Latvian "biedrība" is no "sabiedrība"."""
    return f" {part}" in f" {label}"


class SpokenLabels:
    """The labels of a list in each catalogue, prepared when it is first spoken.

    ``show`` returns a label in the language that is spoken; ``in_order`` lists them as that language does.
    """

    def __init__(
        self,
        labels: Sequence[str],
        show: Callable[[str], str],
        called: Mapping[str, str] | None = None,
        in_order: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        self._labels = tuple(labels)
        self._show = show
        self._in_order = in_order or (lambda: self._labels)
        self._called = called
        self._by_catalogue = {catalogue(ENGLISH): Labels(self._labels, called)}

    def now(self) -> Labels:
        """Return the labels in the language that is spoken."""
        spoken = catalogue(current())
        if spoken not in self._by_catalogue:
            labels = self._in_order()
            self._by_catalogue[spoken] = Labels(labels, self._called, list(map(self._show, labels)))
        return self._by_catalogue[spoken]


def nearest(text: str, folded: Mapping[str, str]) -> tuple[str, ...]:
    """List the most similar of some folded names, the best first; beginnings of names are compared, too."""
    if len(text) < _SHORTEST_NEAR:
        return ()
    matcher = SequenceMatcher(b=text, autojunk=False)
    alike = ((max(_ratio(matcher, name), _ratio(matcher, name[: len(text)])), value) for name, value in folded.items())
    best = sorted((pair for pair in alike if pair[0] >= _NEAR), key=lambda pair: -pair[0])
    return tuple(dict.fromkeys(value for ratio, value in best if ratio > best[0][0] - _BEHIND))[:_MOST]


def _ratio(matcher: SequenceMatcher[str], name: str) -> float:
    matcher.set_seq1(name)
    possible = matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR
    return matcher.ratio() if possible else 0.0


def _only(found: Iterable[str]) -> str | None:
    different = set(found)
    return different.pop() if len(different) == 1 else None


_LONGEST_LIST = 1000
"""A longer text is no list of labels."""


_DASHED = re.compile(r"\d\s*[-–—]\s*\d")

_AND = "and|&|und|et|og|och|ja|y|e|en|i|oraz|si|și|és|ir|un|και|и|sowie|as well as"

_OR = "or|oder|ou|o|eller|lub|albo|czy"


@cache
def _ands(language: str) -> str:
    """Return the words for "and" as alternatives of a pattern, the longest first: "et aussi" is not cut at "et"."""
    return "|".join([*sorted(map(re.escape, written("between_choices", language)), key=len, reverse=True), _AND])


@cache
def _numbers(language: str) -> re.Pattern[str]:
    """Return the pattern of numbers with signs and "and" between them: "1. and 3."."""
    between = rf"(?:[\W_]+|[\W_]*\s+(?:{_ands(language)})\s+)"
    return re.compile(rf"[\W_]*\d{{1,3}}(?:{between}\d{{1,3}})*[\W_]*$", re.IGNORECASE)


@cache
def _separator(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands between the choices of a list, and of bullets and numbers before them.

    "Of" is Dutch for "or".
    """
    return re.compile(
        r"\s*(?:[,;\n•·▪●◦]|(?<!\b\w)/|(?<=\w)[&+](?=\w)|(?<!\d)\s[-–—+]\s(?!\d)|^\s*[-–—*+]|(?:^|\s)[-–—*](?=[^\W\d])|"
        r"(?:^|\s)\d{1,2}[.)]\s+(?=[^\W\d]))\s*|"
        rf"\s+(?:(?:{_ands(language)})(?:\s?/\s?(?:{_OR}|of))?|{_OR})\s+",
        re.IGNORECASE | re.MULTILINE,
    )


def _sides(label: str) -> tuple[str, ...]:
    """List what stands on both sides of a slash, "and" or "or" in a label; brackets are left out."""
    own = written("between_choices", current())[:1]
    ands = "|".join([re.escape(own[0]) if own else _AND, "and", _OR])
    sides = re.split(rf"(?<!\b\w)/|[,;]|\s(?:{ands})\s", _BRACKETS.sub(" ", label), flags=re.IGNORECASE)
    return tuple(filter(None, map(fold, sides)))


_MOST_PIECES = 100

_MOST_PARTS = 5
"""A label has at most one separator less than this."""


@dataclass(frozen=True)
class Pieces:
    """The labels that a text names (``known``) and its other pieces (``unknown``).

    ``rest``: all unknown pieces in one text, as written if they stand together. ``dashed``: whether a dash stands
    between numbers, as in "1-5".
    """

    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    rest: str = ""
    dashed: bool = False


def pieces_of(text: str, labels: Labels) -> Pieces:
    """Split a text into labels, by number or by name, and unknown pieces."""
    text = latin_digits(storable(text)) if len(text) <= _LONGEST_LIST else ""
    if _numbers(current()).match(text):
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
    pieces = tuple(text[slice(*spans[n])] for n in unknown)
    return Pieces(tuple(known), pieces, _rest(text, spans, unknown))


def parts_of(text: str) -> tuple[str, ...]:
    """Split a text at commas, slashes, line breaks, bullets, "and" and "or"."""
    return tuple(text[start:end].strip() for start, end in _spans(text))


def _rest(text: str, spans: list[tuple[int, int]], unknown: list[int]) -> str:
    """Return what was not understood, as written if it stands together."""
    if unknown and unknown[-1] - unknown[0] == len(unknown) - 1:
        return text[spans[unknown[0]][0] : spans[unknown[-1]][1]]
    return ", ".join(text[slice(*spans[n])] for n in unknown)


def _by_number(text: str, labels: Labels) -> Pieces:
    numbers = re.findall(r"\d+", text)
    if _DASHED.search(text):
        return Pieces(dashed=True)
    found = [(number, labels.numbered(number)) for number in numbers]
    unknown = tuple(number for number, label in found if not label)
    return Pieces(tuple(label for _, label in found if label), unknown, ", ".join(unknown))


def _spans(text: str) -> list[tuple[int, int]]:
    ends = [(0, 0), *(found.span() for found in _separator(current()).finditer(text)), (len(text), len(text))]
    spans = [(before[1], after[0]) for before, after in pairwise(ends)]
    return [(start, end) for start, end in spans if any(map(str.isalnum, text[start:end]))]


def _longest(text: str, spans: list[tuple[int, int]], labels: Labels) -> tuple[str | None, int]:
    """Return the label that the longest run of parts makes, from the first on, and the number of parts."""
    runs = [(text[spans[0][0] : spans[last][1]], last + 1) for last in reversed(range(len(spans)))]
    for look in (labels.exact, labels.find):
        for run, parts in runs:
            found = look(run)
            if found:
                return found, parts
    return None, 1
