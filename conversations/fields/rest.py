"""What a list has no choice for: words for the question behind it that takes any."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pydantic import JsonValue

from conversations import refusals
from conversations.fields.kind import Context, NotUnderstood, Offered, Option, Partly, Reading, Understood
from conversations.fields.likely import Likely
from conversations.fields.nothing import may_say_nothing
from conversations.fields.yes_no import agreed

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
) -> Callable[[str, Reading[Any], Context], Reading[Any]]:
    """Take what the list ``of`` has not, where "also" says that it is more, or else offer it, for the one at ``path``.

    Before that, offer the choices of the list that are ``likely`` by everyday words.
    """
    key = path.rpartition(".")[2]

    def read_on(text: str, reading: Reading[Any], context: Context) -> Reading[Any]:
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
            return Partly(known, refusals.CHOOSE_TOO, more, others={key: None if says_no_more(more) else more})
        options = likely.options(more, (*ticked, *known), key if free else "") if likely else ()
        problem = refusals.nearly_in_list(more) if options else reading.problem
        if free:
            label = refusals.label(f"{title}: {more}")
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
