"""Everyday words for the choices of a list: "Lehrer" may mean Educators/academics."""

from collections.abc import Iterable, Mapping
from itertools import product

from pydantic import JsonValue

from conversations.fields import texts
from conversations.fields.kind import Option
from conversations.fields.labels import parts_of
from conversations.fields.plain import fold
from conversations.fields.typed import ChoicesName, beginnings
from conversations.languages import current, in_language, with_semicolons

_SHORT = 4
"""So short a beginning counts only in words that are hardly longer: "kid" in "kids", but not "mor" in "moral"."""

_MOST = 3
"""So many choices, or sets of choices, are offered for one text."""

_MOST_BUTTONS = 4
"""So many buttons are shown for words without a sign between them, which may be one group or several."""

Meanings = list[str]
"""The choices that one word may mean."""


class Likely:
    """Everyday words for the ``choices`` of a list.

    ``words`` maps a choice to beginnings of such words, with commas between them. The longest beginning that fits
    counts, so "policy" does not mean the police. A beginning that several choices have means any of them. ``most``: so
    many choices fit together; with 1 the answer is a label, else a list of labels. ``table``: where the language that
    is spoken has more words, which count first; ``meant`` maps its keys to choices.
    """

    def __init__(
        self,
        choices: Iterable[str],
        words: Mapping[str, str],
        most: int | None = None,
        table: ChoicesName | None = None,
        meant: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._order = tuple(map(str, choices))
        self._most = len(self._order) if most is None else most
        self._table = table
        self._keys = meant or {}
        self._stems: dict[str, Meanings] = {}
        for choice, stems in words.items():
            for stem in dict.fromkeys(map(fold, stems.split(","))):
                self._stems.setdefault(stem, []).append(str(choice))

    def options(self, text: str, chosen: Iterable[str], rest_for: str | None = None) -> tuple[Option, ...]:
        """Offer the choices that a text may mean, together with those already ``chosen``.

        Words without a choice go to the question ``rest_for``. If that has an answer already (""), nothing is offered
        for a text with such words; if there is no such question, they are left out.
        """
        pieces = {piece: self._meant(piece) for piece in parts_of(text)}
        others = ", ".join(piece for piece, (meant, _) in pieces.items() if not meant)
        every = [meanings for meant, _ in pieces.values() for meanings in meant]
        words = [meanings for n, meanings in enumerate(every) if meanings not in every[:n]]
        if not words or (others and rest_for == ""):
            return ()
        alone = [Option(in_language(one), self._with(chosen, [one])) for one in self._each(words)]
        apart = len(pieces) > 1 or all(not more for _, more in pieces.values())
        if self._most < len(words) or not apart or len(words) == len(pieces) == 1:
            return tuple(alone[:_MOST])
        rest = others if rest_for else ""
        together = [self._together(chosen, some, rest, rest_for or "") for some in self._sets(words)]
        more = [] if len(pieces) > 1 else [one for one in alone if one not in together]
        return (*together, *more)[:_MOST_BUTTONS]

    def _each(self, words: Iterable[Meanings]) -> list[str]:
        return [*dict.fromkeys(choice for meanings in words for choice in meanings)]

    def _sets(self, words: Iterable[Meanings]) -> list[frozenset[str]]:
        return [*dict.fromkeys(frozenset(some) for some in product(*words))][:_MOST]

    def _together(self, chosen: Iterable[str], some: Iterable[str], rest: str, rest_for: str) -> Option:
        label = with_semicolons(in_language(choice) for choice in self._order if choice in some)
        label = texts.choices_and(label, rest) if rest else label
        return Option(texts.label(label), self._with(chosen, some), {rest_for: rest} if rest else {})

    def _with(self, chosen: Iterable[str], more: Iterable[str]) -> JsonValue:
        """Return the answer: the label, or the labels with those already chosen if so many fit together."""
        if self._most == 1:
            return next(iter(more))
        both = {*chosen, *more}
        every = both if len(both) <= self._most else {*more}
        return [choice for choice in self._order if choice in every]

    def _spoken(self) -> dict[str, Meanings]:
        """Return the words of the language that is spoken."""
        table = beginnings(self._table, current()) if self._table else {}
        return {stem: [*self._keys[key]] for key, stems in table.items() for stem in stems}

    def _meant(self, piece: str) -> tuple[list[Meanings], int]:
        """Return what each everyday word of a piece means, and count the other words."""
        words, meant, others, at = fold(piece).split(), list[Meanings](), 0, 0
        spoken = self._spoken()
        while at < len(words):
            rest = f"{' '.join(words[at:])} "
            stem, means = _longest(spoken, rest)
            if not stem:
                stem, means = _longest(self._stems, rest)
            meant += [means] if stem else []
            others += not stem
            at += stem.count(" ") + 1
        return meant, others


def _longest(stems: Mapping[str, Meanings], text: str) -> tuple[str, Meanings]:
    """Return the longest beginning that fits a text, and what it means."""
    stem = max((stem for stem in stems if _begins(stem, text)), key=len, default="")
    return stem, stems.get(stem, [])


def _begins(stem: str, text: str) -> bool:
    """Tell whether the first word of a text begins with this."""
    behind = text.find(" ", len(stem)) - len(stem)
    return text.startswith(stem) and (len(stem) > _SHORT or behind < len(stem) - 1)
