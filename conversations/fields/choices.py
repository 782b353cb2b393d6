"""Choices from a list: one label, several labels, and words that are in no list.

A person presses a label, types it, or types its number. Words that the list has not can go to the next question, which
takes any text: ``rest_goes_to`` does that.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from pydantic import JsonValue

from conversations.fields import texts
from conversations.fields.date_parts import RANGE_WORDS, ignored, months
from conversations.fields.kind import Kind, NotUnderstood, Offered, Option, Partly, Reading, ReadingContext, Understood
from conversations.fields.labels import Pieces, SpokenLabels, pieces_of
from conversations.fields.likely import Likely
from conversations.fields.ordinals import positions
from conversations.fields.plain import fold
from conversations.fields.typed import EVERYWHERE, single, typed
from conversations.fields.years import about_years, says_years
from conversations.fields.yes_no import agreed, may_say_nothing, says_merely
from conversations.languages import current, with_semicolons

_DOUBT = re.compile(
    r"\b(?:maybe|perhaps|probably|mostly|mainly|both|i (?:think|guess|believe)|i would say|vielleicht|wahrscheinlich|"
    r"hauptsächlich|ich (?:glaube|denke)|peut-être|surtout|je (?:pense|crois)|måske|jeg tror|kanske|jag tror|quizás?|"
    r"tal vez|creo que|forse|penso|credo|misschien|ik denk|może|chyba|myślę)\b[\s,:]*",
    re.IGNORECASE,
)
"""Words of doubt before a choice."""


class _Listed:
    """A list of labels; some may have had another name in an older version of the form."""

    choices: tuple[str, ...] = ()
    renamed: Mapping[str, str]

    def today(self, label: str) -> str:
        """Return today's name of a label."""
        while label not in self.choices and label in self.renamed:
            label = self.renamed[label]
        return label

    def gone(self, label: str, context: ReadingContext | None) -> bool:
        """Tell whether a label is no longer in the list; a draft of an older version may keep it."""
        return label not in self.choices and not (context is not None and context.older)


def _excepts(text: str) -> bool:
    """Tell whether a text has a word for "except" in the language that is spoken: then it names what is not meant."""
    return not single("excepting", current()).isdisjoint(fold(text).split()[1:])


def _denies(text: str) -> bool:
    """Tell whether a text begins with a word for "not" in the language that is spoken, or has one for "except"."""
    if _excepts(text):
        return True
    first, *others = fold(text).split() or [""]
    return bool(others) and first in single("negation", current()) and not first.isdecimal()  # Estonian says 0, too


class OneOf(_Listed, Kind[str]):
    """One label of an enumeration; ``renamed`` maps old labels to new ones."""

    def __init__(self, enum: type[StrEnum], renamed: Mapping[str, str] | None = None) -> None:
        self.choices = tuple(member.value for member in enum)
        self.renamed = renamed or {}
        self._labels = SpokenLabels(self.choices, self.label)

    def understand(self, text: str, context: ReadingContext) -> Reading[str]:
        """Read a label, its number or a unique part of it; offer the most similar ones."""
        labels = self._labels.now()
        found = labels.find(self.today(text.strip()))
        if found:
            return Understood(found)
        near = labels.near(text) or tuple(map(labels.at, positions(text, len(self.choices))))
        if near:
            options = tuple(Option(texts.label(self.label(one)), one) for one in near)
            return Offered(texts.nearly_in_list(text), options)
        return NotUnderstood(texts.not_in_list(text))

    def problem(self, value: str, context: ReadingContext | None = None) -> str | None:
        """Report a label that is not in the list."""
        return texts.gone_from_list(self.label(value)) if self.gone(value, context) else None

    def brought_up(self, value: JsonValue) -> JsonValue:
        """Replace an old label with its new name."""
        return self.today(str(value))

    def show(self, value: str) -> str:
        """Return the label in the language that is spoken."""
        return self.label(value)


class Several(_Listed, Kind[tuple[str, ...]]):
    """Several labels of an enumeration: ``exactly`` so many, or ``at_least`` so many.

    ``renamed`` maps old labels to new ones; ``called`` maps other names that people use to labels.
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
        self._labels = SpokenLabels(self.choices, self.label, called)

    def understand(self, text: str, context: ReadingContext) -> Reading[tuple[str, ...]]:
        """Read labels and numbers, separated by commas, lines or "and"; offer the most similar labels for the rest."""
        labels = self._labels.now()
        pieces = pieces_of(text, labels)
        if pieces.unknown:
            plainer = pieces_of(_DOUBT.sub("", text), labels)
            pieces = plainer if len(plainer.known) > len(pieces.known) else pieces
        if pieces.dashed:
            return NotUnderstood(texts.dash_between_numbers())
        denied = _denies(text) and not labels.is_whole(text)  # "not prison but families" ticks nothing
        if pieces.known and (denied or (pieces.unknown and _PHONE.fullmatch(text))):
            return self._partly(Pieces(unknown=(text,), rest=text), text)
        if pieces.known and not pieces.unknown:
            return Understood(self.ordered(pieces.known))
        numbers = () if pieces.known else positions(text, len(self.choices))
        if len(numbers) > 1:
            return Understood(self.ordered(tuple(map(labels.at, numbers))))
        return self._partly(pieces, text)

    def named_in(self, text: str) -> tuple[str, ...]:
        """List the labels that occur anywhere in a text."""
        return self.ordered((*self._labels.now().within(text),))

    def only_named(self, text: str, context: ReadingContext, *, numbers: bool) -> tuple[str, ...]:
        """List the labels of a text that has nothing but whole labels, or ``numbers`` if these are allowed."""
        reading = self.read(text, context)
        if not isinstance(reading, Understood):
            return ()
        labels = self._labels.now()
        if labels.is_whole(text):
            return reading.value
        words = fold(text).split()
        by_number = {word: labels.numbered(word) for word in words if word.isdecimal()}
        said = Counter(word for word in words if not by_number.get(word))
        others = tuple(label for label in reading.value if label not in by_number.values())
        named = [some for these in (reading.value, others) for some in (these, tuple(map(self.label, these)))]
        whole = said in [Counter(fold(" ".join(some)).split()) for some in named]
        return reading.value if whole and (numbers or not any(by_number.values())) else ()

    def ordered(self, chosen: tuple[str, ...]) -> tuple[str, ...]:
        """Sort labels in the order of the list, each once; labels that are no longer in it come last."""
        listed = tuple(label for label in self.choices if label in chosen)
        return listed + tuple(dict.fromkeys(label for label in chosen if label not in self.choices))

    def problem(self, value: tuple[str, ...], context: ReadingContext | None = None) -> str | None:
        """Report a label that is no longer in the list, or a wrong number of labels."""
        gone = next((label for label in value if self.gone(label, context)), None)
        if gone is not None:
            return texts.gone_from_list(self.label(gone))
        chosen = len(set(value))
        if self.exactly is not None:
            return None if chosen == self.exactly else self._not_exactly(self.exactly, value)
        return None if chosen >= self.at_least else texts.at_least(self.at_least, chosen)

    def _not_exactly(self, wanted: int, value: tuple[str, ...]) -> str:
        labels = tuple(dict.fromkeys(value))
        return (
            texts.too_many(wanted, tuple(map(self.label, labels)))
            if len(labels) > wanted
            else texts.too_few(wanted, len(labels))
        )

    def brought_up(self, value: JsonValue) -> JsonValue:
        """Replace old labels with their new names."""
        if not isinstance(value, list):
            return value
        return list(dict.fromkeys(self.today(str(label)) for label in value))

    def too_many(self, chosen: tuple[str, ...]) -> str:
        """Answer a press when all labels are chosen: say what is chosen and what to do first."""
        return texts.unpress_first(tuple(map(self.label, chosen)))

    def show(self, value: tuple[str, ...]) -> str:
        """Join the labels with semicolons."""
        return with_semicolons(map(self.label, value))

    def _partly(self, pieces: Pieces, text: str) -> Reading[tuple[str, ...]]:
        """Keep the labels that were understood, and ask about the rest."""
        rest = pieces.rest or text
        known = self.ordered(pieces.known)
        unknown = pieces.unknown[0] if pieces.unknown else text
        labels = self._labels.now()
        near = () if len(pieces.unknown) > 1 or _excepts(text) else labels.near(unknown)
        near = near or tuple(map(labels.at, () if known else positions(text, len(self.choices))))
        options = tuple(Option(texts.label(self.label(one)), list(self.ordered((*known, one)))) for one in near)
        problem = texts.nearly_in_list(rest) if near else texts.not_in_list(rest)
        if known:
            return Partly(known, problem, rest, options)
        return Offered(problem, options) if near else NotUnderstood(problem)


_LONGEST = 200

_ALSO_WORDS = (
    r"also|plus|additionally|in addition|as well as|auch|außerdem|sowie|aussi|ainsi que|également|también|además|anche|"
    r"inoltre|ook|også|desuden|också|dessutom|też|także|również|também|myös|lisäksi|také|tiež|de asemenea|също|επίσης"
)

_ALSO = re.compile(rf"\b(?:(?:and|und|et|y|e|en|og|och|i|a)\s+)?(?:{_ALSO_WORDS})\b[\s,:]*", re.IGNORECASE)

_TOO = re.compile(rf"[\s,]*\b(?:too|as well|{_ALSO_WORDS})[\s.!]*\Z", re.IGNORECASE)

_FILLER = re.compile(
    r"\A(?:(?:no|oh|ok|okay|yes|and|but|wait|sorry|actually|maybe|perhaps|i (?:think|mean|guess))\b[\s,.!]*)+",
    re.IGNORECASE,
)
"""Words before "also" that say nothing: "wait, I think"."""

_AROUND_BEFORE = re.compile(rf"(?:(?:(?:sorry|oh|ok|okay|and|add)\b|{_ALSO.pattern})[\s,:.!-]*)+", re.IGNORECASE)

_AROUND_BEHIND = re.compile(
    rf"(?:[\s,.!-]*\b(?:too|as well|please|pls|sorry|{_ALSO_WORDS})\b)+[\s.!]*\Z", re.IGNORECASE
)
"""Words around a choice that somebody adds later."""

_WORD = re.compile(r"[^\W\d_]{3}")

_PHONE = re.compile(r"\W*\d(?:[\s()./-]*\d){6,}\W*")
"""Seven digits or more with no comma and no word between them: "06 12 34 56 78"."""

_ADDRESS = re.compile(r"\S@\S|://|\bwww\.|(?:\+|\b0)\d[\d\s()./-]{5,}\d|\b\d{7,}\b|\b\d\d(?: \d\d){3}\b")
"""An e-mail or web address, or a phone number."""

_AMOUNT_WORDS = (
    "about around approximately ca circa etwa ungefähr environ unos ongeveer ungefär około more less only years months "
    "weeks days hours jahre monate år måneder månader ans mois años meses anni mesi jaar maanden lat people persons "
    "participants personen personer personnes personas persone osób tel telephone phone mobile telefon tlf mobil"
)

_AMOUNTS = frozenset(fold(_AMOUNT_WORDS).split())
"""Words with a number that is no group of people."""

ReadOn = Callable[[str, Reading[Any], ReadingContext], Reading[Any]]


def without_also(text: str) -> str:
    """Remove "also", "sorry" and similar words around a choice that somebody adds later."""
    if len(text) > _LONGEST:
        return text
    before = _AROUND_BEFORE.match(text)
    return _AROUND_BEHIND.sub("", text[before.end() :] if before else text)


def says_no_more(text: str) -> bool:
    """Tell whether words after an answer mean that nothing is to be added, such as "nobody else"."""
    return fold(text[:_LONGEST]) in typed("no_more", EVERYWHERE)


def rest_goes_to(path: str, title: str, of: str, likely: Likely) -> ReadOn:
    """Make a function that sends words that the list ``of`` has not to the question at ``path``, called ``title``.

    After "also" the words are saved there at once, else a button offers it. First, choices are offered that the words
    mean by everyday language (``likely``). Numbers, dates and addresses go nowhere. The function is for
    ``Question.reads_on``.
    """
    key = path.rpartition(".")[2]

    def read_on(text: str, reading: Reading[Any], context: ReadingContext) -> Reading[Any]:
        if isinstance(reading, Understood) or len(text) > _LONGEST or _excepts(text):
            return reading
        ticked, (known, rest) = _labels(context.answers.get(of)), _left(reading, text)
        before, behind = _at_also(rest)
        more = rest if before else behind
        free = context.answers.get(path) is None
        meant = likely.options(more, (*ticked, *known), key if free else "") if "?" not in more else ()
        if not isinstance(reading, NotUnderstood) and reading.options and not meant:  # a misspelled choice
            return replace(reading, options=tuple(_added(option, ticked) for option in reading.options))
        nothing = not known and (
            may_say_nothing(more) or says_no_more(more) or agreed(more) is not None or says_merely(more)
        )
        if "?" in more or not _WORD.search(more) or nothing or _is_figure(more):
            return reading
        if free and before and (said := likely.options(before, (*ticked, *known))):
            return Partly(known, texts.nearly_in_list(before), before, said, {key: behind})
        if free and (more != rest or says_no_more(more)):
            return Partly(known, str(texts.CHOOSE_TOO), more, others={key: None if says_no_more(more) else more})
        options, problem = meant, texts.nearly_in_list(more) if meant else reading.problem
        if free:
            label = texts.label(texts.noted(title, more))
            options = (*options, Option(label, list(known) or None, {key: more}, stays=not known))
        return _offering(reading, problem, options)

    return read_on


def _at_also(text: str) -> tuple[str, str]:
    """Split a text at its first "also"; one at the end belongs to the whole text."""
    found = _ALSO.search(_TOO.sub("", text))
    before = _FILLER.sub("", text[: found.start()]).strip(" \t\n,;.") if found else ""
    return before, _TOO.sub("", text[found.end() :] if found else text) or text


def everyday_words(of: str, likely: Likely) -> ReadOn:
    """Make a function that offers the choices of the list ``of`` that words mean by everyday language (``likely``)."""

    def read_on(text: str, reading: Reading[Any], context: ReadingContext) -> Reading[Any]:
        if isinstance(reading, Understood) or "?" in text or len(text) > _LONGEST or _excepts(text):
            return reading
        known, rest = _left(reading, text)
        chosen = (*_labels(context.answers.get(of)), *known)
        options = likely.options(rest, chosen)
        if known and _repeats(options, chosen):
            return Understood(known)
        return _offering(reading, texts.nearly_in_list(rest), options)

    return read_on


def _repeats(options: tuple[Option, ...], chosen: tuple[str, ...]) -> bool:
    """Tell whether words mean only what is chosen: "jail" beside the choice of prison and probation."""
    return bool(options) and all(not one.others and {*_labels(one.value)} <= {*chosen} for one in options)


def _left(reading: Reading[Any], text: str) -> tuple[tuple[str, ...], str]:
    """Return the choices that were understood, and the other words."""
    return (reading.value, reading.rest) if isinstance(reading, Partly) else ((), text.strip())


def _is_figure(text: str) -> bool:
    """Tell whether a text has an address or a phone number, or only numbers, dates and words about them."""
    if _ADDRESS.search(text) or says_years(text):
        return True
    words = {word for word in fold(text).split() if not any(map(str.isdecimal, word))}
    return any(map(str.isdecimal, text)) and words <= (
        about_years(current()) | ignored() | RANGE_WORDS | _AMOUNTS | months().keys()
    )


def _offering(
    reading: Partly[Any] | NotUnderstood | Offered, problem: str, options: tuple[Option, ...]
) -> Reading[Any]:
    if not options:
        return reading
    if isinstance(reading, Partly):
        return replace(reading, problem=problem, options=options)
    return Offered(problem, options)


def _labels(stored: JsonValue) -> tuple[str, ...]:
    return tuple(map(str, stored)) if isinstance(stored, list) else ()


def _added(option: Option, ticked: tuple[str, ...]) -> Option:
    """Add an offered choice to the choices that are ticked already."""
    return replace(option, value=[*ticked, *(one for one in _labels(option.value) if one not in ticked)])
