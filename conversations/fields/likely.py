"""Which choices of a list everyday words mean, such as "moms" and "kids"."""

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

from conversations import refusals
from conversations.fields.kind import Option
from conversations.fields.pieces import parts_of
from conversations.fields.plain import fold

_SHORT = 4
"""A beginning of so few letters counts only in words that are hardly longer: "kid" in "kids", not "mor" in "moral"."""
_MOST = 3
"""So many choices are offered of one word, or of words that stand together."""


class Likely:
    """The ``choices`` of a list by the words that people have for them.

    ``words`` gives for a choice the beginnings of such words, parted by commas. Of two beginnings that fit the longer
    counts, so that "policy" is none of the police; one that several choices have means any of them.
    """

    def __init__(self, choices: Iterable[str], words: Mapping[str, str]) -> None:
        self._order = tuple(map(str, choices))
        self._stems: dict[str, list[str]] = {}
        for choice, stems in words.items():
            for stem in stems.split(","):
                self._stems.setdefault(fold(stem), []).append(str(choice))

    def options(self, text: str, chosen: Iterable[str], rest_for: str) -> tuple[Option, ...]:
        """Offer the choices that a text may mean, with those ``chosen``; the question ``rest_for`` takes other words.

        Where other words have no question to go to, nothing is offered.
        """
        pieces = {piece: self._meant(piece) for piece in parts_of(text)}
        others = ", ".join(piece for piece, meant in pieces.items() if not meant)
        choices = [meant for meant in pieces.values() if meant]
        if not choices or (others and not rest_for):
            return ()
        if len(pieces) == 1:
            return tuple(Option(one, self._with(chosen, [one])) for one in choices[0])
        first = [meant[0] for meant in choices]
        label = "; ".join(map(str, self._with((), first))) + (f", and {others}" if others else "")
        return (Option(refusals.label(label), self._with(chosen, first), {rest_for: others} if others else {}),)

    def _with(self, chosen: Iterable[str], more: Iterable[str]) -> list[JsonValue]:
        every = {*chosen, *more}
        return [choice for choice in self._order if choice in every]

    def _meant(self, piece: str) -> list[str]:
        """List the choices that the words of a piece mean, in the order of the words."""
        said = f" {fold(piece)} "
        rests = (said[n + 1 :] for n, sign in enumerate(said) if sign == " ")
        stems = (max((stem for stem in self._stems if _begins(stem, rest)), key=len, default="") for rest in rests)
        return [*dict.fromkeys(choice for stem in stems if stem for choice in self._stems[stem])][:_MOST]


def _begins(stem: str, text: str) -> bool:
    """Say whether a text begins with a word of this beginning."""
    behind = text.find(" ") - len(stem)
    return text.startswith(stem) and (len(stem) > _SHORT or behind < len(stem) - 1)
