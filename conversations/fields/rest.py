"""What a list has no choice for: words for the question behind it that takes any."""

import re
from collections.abc import (
    Callable,
    Iterable,
    Mapping,
)
from dataclasses import replace
from typing import Any

from pydantic import JsonValue

from conversations.fields import texts
from conversations.fields.kind import NotUnderstood, Offered, Option, Partly, Reading, ReadingContext, Understood
from conversations.fields.matching import parts_of
from conversations.fields.plain import fold
from conversations.fields.yes_no import agreed, may_say_nothing

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
        return (Option(texts.label(label), self._with(chosen, first), {rest_for: others} if others else {}),)

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


_LONGEST = 200

_ALSO_WORDS = (
    r"also|plus|additionally|in addition|as well as|auch|außerdem|sowie|aussi|ainsi que|également|también|además|anche|"
    r"inoltre|ook|også|desuden|också|dessutom|też|także|również|também|myös|lisäksi|také|tiež|is|și|също|επίσης"
)

_ALSO = re.compile(rf"(?:(?:and|und|et|y|e|en|og|och|i)\s+)?(?:{_ALSO_WORDS})\b[\s,:]*", re.IGNORECASE)

_TOO = re.compile(rf"[\s,]*\b(?:too|as well|{_ALSO_WORDS})[\s.!]*\Z", re.IGNORECASE)

_AROUND_BEFORE = re.compile(rf"(?:(?:(?:sorry|oh|ok|okay|and|add)\b|{_ALSO.pattern})[\s,:.!-]*)+", re.IGNORECASE)

_AROUND_BEHIND = re.compile(
    rf"(?:[\s,.!-]*\b(?:too|as well|please|pls|sorry|{_ALSO_WORDS})\b)+[\s.!]*\Z", re.IGNORECASE
)
"""Words around a choice that say that it comes late."""

_NO_MORE = re.compile(
    r"(?:and\s+)?(?:nobody|no[ -]?one|none|nothing|no others?|not any|that is all|that's all|niemand|keine anderen|"
    r"personne|rien|ingen|nikt|nic|nessuno|niente|nadie|nada)(?:\s+(?:else|others?|more|sonst|weiteres|d'autre|de plus|"
    r"andre|annan|andra|inny|innego|altro|más|anders))?[\s.!]*",
    re.IGNORECASE,
)

_WORD = re.compile(r"[^\W\d_]{3}")


def without_also(text: str) -> str:
    """Take "also", "sorry" and the like away around a choice that comes late."""
    if len(text) > _LONGEST:
        return text
    before = _AROUND_BEFORE.match(text)
    return _AROUND_BEHIND.sub("", text[before.end() :] if before else text)


def says_no_more(text: str) -> bool:
    """Tell whether words behind an answer say that there is nothing to add, such as "nobody else"."""
    return bool(_NO_MORE.fullmatch(text.strip()))


def rest_goes_to(
    path: str, title: str, of: str, likely: Likely | None = None
) -> Callable[[str, Reading[Any], ReadingContext], Reading[Any]]:
    """Take what the list ``of`` has not, where "also" says that it is more, or else offer it, for the one at ``path``.

    Before that, offer the choices of the list that are ``likely`` by everyday words.
    """
    key = path.rpartition(".")[2]

    def read_on(text: str, reading: Reading[Any], context: ReadingContext) -> Reading[Any]:
        if isinstance(reading, Understood) or len(text) > _LONGEST:
            return reading
        ticked = _labels(context.answers.get(of))
        if not isinstance(reading, NotUnderstood) and reading.options:  # a misspelt choice
            return replace(reading, options=tuple(_added(option, ticked) for option in reading.options))
        known = reading.value if isinstance(reading, Partly) else ()
        rest = reading.rest if isinstance(reading, Partly) else text.strip()
        more = _TOO.sub("", _ALSO.sub("", rest, count=1)) or rest
        nothing = not known and (may_say_nothing(more) or says_no_more(more) or agreed(more) is not None)
        if "?" in more or not _WORD.search(more) or nothing:
            return reading
        free = context.answers.get(path) is None
        if free and (more != rest or says_no_more(more)):
            return Partly(known, texts.CHOOSE_TOO, more, others={key: None if says_no_more(more) else more})
        options = likely.options(more, (*ticked, *known), key if free else "") if likely else ()
        problem = texts.nearly_in_list(more) if options else reading.problem
        if free:
            label = texts.label(f"{title}: {more}")
            options = (*options, Option(label, list(known) or None, {key: more}, stays=not known))
        return _offering(reading, problem, options)

    return read_on


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
    """Add an offered choice to what was ticked before."""
    return replace(option, value=[*ticked, *(one for one in _labels(option.value) if one not in ticked)])
