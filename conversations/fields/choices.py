"""One label, or several, of a list: pressed, typed, or by number."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from pydantic import JsonValue

from conversations.fields import texts
from conversations.fields.kind import Kind, NotUnderstood, Offered, Option, Partly, Reading, ReadingContext, Understood
from conversations.fields.matching import Labels, Pieces, pieces_of
from conversations.fields.plain import fold


class _Listed:
    """A list of labels of which some were called otherwise in an older version of the form."""

    choices: tuple[str, ...] = ()
    renamed: Mapping[str, str]

    def today(self, label: str) -> str:
        """Say what a label of an older list is called now."""
        while label not in self.choices and label in self.renamed:
            label = self.renamed[label]
        return label

    def gone(self, label: str, context: ReadingContext | None) -> bool:
        """Say whether a label has left the list; a draft of an older version keeps what it had."""
        return label not in self.choices and not (context is not None and context.older)


class OneOf(_Listed, Kind[str]):
    """One of the labels of an enumeration; ``renamed`` gives older names of labels their new ones."""

    def __init__(self, enum: type[StrEnum], renamed: Mapping[str, str] | None = None) -> None:
        self.choices = tuple(member.value for member in enum)
        self.renamed = renamed or {}
        self._labels = Labels(self.choices)

    def understand(self, text: str, context: ReadingContext) -> Reading[str]:
        """Read a label, its number or a part that only it has; offer the nearest."""
        found = self._labels.find(self.today(text.strip()))
        if found:
            return Understood(found)
        near = self._labels.near(text)
        if near:
            return Offered(texts.nearly_in_list(text), tuple(Option(texts.label(one), one) for one in near))
        return NotUnderstood(texts.not_in_list(text))

    def problem(self, value: str, context: ReadingContext | None = None) -> str | None:
        """Say when the label is not, or no longer, in the list."""
        return texts.gone_from_list(value) if self.gone(value, context) else None

    def brought_up(self, value: JsonValue) -> JsonValue:
        """Rename the label."""
        return self.today(str(value))


class Several(_Listed, Kind[tuple[str, ...]]):
    """Some of the labels of an enumeration: ``exactly`` so many, or ``at_least``; ``renamed`` as in ``OneOf``.

    ``called`` gives other names that people have for labels.
    """

    several = True

    def __init__(
        self,
        enum: type[StrEnum],
        exactly: int | None = None,
        at_least: int = 1,
        renamed: Mapping[str, str] | None = None,
        called: Mapping[str, str] | None = None,
    ) -> None:
        self.renamed = renamed or {}
        self.choices = tuple(member.value for member in enum)
        self.exactly = exactly
        self.at_least = at_least
        self._labels = Labels(self.choices, called)

    def understand(self, text: str, context: ReadingContext) -> Reading[tuple[str, ...]]:
        """Read labels and numbers, separated by commas, lines or ``and``; offer the nearest of one that is unknown."""
        pieces = pieces_of(text, self._labels)
        if pieces.dashed:
            return NotUnderstood(texts.dash_between_numbers())
        if pieces.known and not pieces.unknown:
            return Understood(self.ordered(pieces.known))
        return self._partly(pieces, text)

    def named_in(self, text: str) -> tuple[str, ...]:
        """Find the labels that a text names somewhere in it."""
        return self.ordered((*self._labels.within(text),))

    def only_named(self, text: str, context: ReadingContext, *, numbers: bool) -> tuple[str, ...]:
        """List the labels that a text names, whole and with nothing else, or by their ``numbers``; none otherwise."""
        reading = self.read(text, context)
        if not isinstance(reading, Understood):
            return ()
        if self._labels.exact(text):
            return reading.value
        words = fold(text).split()
        by_number = {word: self._labels.numbered(word) for word in words if word.isdecimal()}
        said = Counter(word for word in words if not by_number.get(word))
        others = tuple(label for label in reading.value if label not in by_number.values())
        whole = said in [Counter(fold(" ".join(some)).split()) for some in (reading.value, others)]
        return reading.value if whole and (numbers or not any(by_number.values())) else ()

    def ordered(self, chosen: tuple[str, ...]) -> tuple[str, ...]:
        """Put labels in the order of the list, each once; those that have left the list come last."""
        listed = tuple(label for label in self.choices if label in chosen)
        return listed + tuple(dict.fromkeys(label for label in chosen if label not in self.choices))

    def problem(self, value: tuple[str, ...], context: ReadingContext | None = None) -> str | None:
        """Say when a label has left the list, or how many are chosen of how many."""
        gone = next((label for label in value if self.gone(label, context)), None)
        if gone is not None:
            return texts.gone_from_list(gone)
        chosen = len(set(value))
        if self.exactly is not None:
            return None if chosen == self.exactly else texts.exactly(self.exactly, chosen)
        return None if chosen >= self.at_least else texts.at_least(self.at_least, chosen)

    def brought_up(self, value: JsonValue) -> JsonValue:
        """Rename the labels."""
        if not isinstance(value, list):
            return value
        return list(dict.fromkeys(self.today(str(label)) for label in value))

    def too_many(self, chosen: tuple[str, ...]) -> str:
        """Say, to one press more than there may be, what is chosen and what to do first."""
        return texts.unpress_first(chosen)

    def show(self, value: tuple[str, ...]) -> str:
        """Join the labels."""
        return "; ".join(value)

    def _partly(self, pieces: Pieces, text: str) -> Reading[tuple[str, ...]]:
        """Say what was not understood; what was understood is ticked by then."""
        rest = pieces.rest or text
        known = self.ordered(pieces.known)
        near = self._labels.near(pieces.unknown[0] if pieces.unknown else text) if len(pieces.unknown) < 2 else ()  # noqa: PLR2004 - one
        options = tuple(Option(texts.label(one), list(self.ordered((*known, one)))) for one in near)
        problem = texts.nearly_in_list(rest) if near else texts.not_in_list(rest)
        if known:
            return Partly(known, problem, rest, options)
        return Offered(problem, options) if near else NotUnderstood(problem)
