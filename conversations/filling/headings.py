"""Find the title of a question before an answer, as people paste it from a form: "Contact person: Anna Example"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from conversations.dialogue.context import Context
from conversations.dialogue.state import Asking, Offer, Part
from conversations.fields import LongText
from conversations.filling import elsewhere_texts, offers, pasted_details, storing
from conversations.form import completion
from conversations.form.asked import Asked
from conversations.form.questions import Question
from conversations.languages import current, speaking

_MANY = 2
"""Under so many titles the text answers several questions; it stays as it is."""


def without(context: Context, part: Part) -> Part:
    """Remove the title of the open question before its answer."""
    asked = context.asked
    behind = _behind(asked, part.text) if asked else ""
    if asked is None or not behind or part.links or _titles(context, part.text) >= _MANY:
        return part
    return part.model_copy(update={"text": behind})


def found(context: Context, part: Part) -> tuple[Offer, ...]:
    """Offer a text under the title of another question as its answer."""
    titled = [(one, _behind(one, part.text)) for one in completion.applicable(context.values)]
    if part.links or _titles(context, part.text) >= _MANY:
        return ()
    made = (offers.elsewhere(context, one, (Part(message=part.message, text=text),)) for one, text in titled if text)
    return tuple(filter(None, made))[:1]


def pieces(context: Context, part: Part) -> tuple[Part, ...]:
    """Split a pasted form at the titles of other sections; nothing unless it begins with the open question's piece.

    A long answer and contact details may have such lines of their own, so they are split only under the title.
    """
    asked, lines = context.asked, part.text.splitlines()
    if asked is None or not isinstance(context.state, Asking) or part.links:
        return ()
    others = [one for one in completion.applicable(context.values) if one.section is not asked.section]
    starts = [n for n, line in enumerate(lines) if any(_is_titled(one, line) for one in others)]
    own_lines = isinstance(asked.kind, LongText) or asked.question.hears != "all"
    begins = bool(starts) and starts[0] > 0 and (_is_titled(asked, lines[0]) or not own_lines)
    if begins and not _is_titled(asked, lines[0]) and pasted_details.found(context, part, asked)[1]:
        return ()
    ends = (*starts[1:], len(lines))
    own = [(0, starts[0]), *zip(starts, ends, strict=True)] if begins else []
    return tuple(Part(message=part.message, text="\n".join(lines[first:last])) for first, last in own)


def offer(context: Context, asked: Asked, others: Sequence[Part]) -> None:
    """Offer each piece behind that for ``asked`` under the question that is open now, or say that it is not saved."""
    state, usable = context.state, list[Offer]()
    for one in others:
        storing.note(context, context.draft, asked, (one,))
        made = found(context, one) if isinstance(state, Asking) else ()
        usable += [piece.model_copy(update={"does": "piece"}) for piece in made]
        context.say("" if made else elsewhere_texts.rest_not_saved(one.text))
    if isinstance(state, Asking):
        context.say(*offers.said_of(context, tuple(usable)))
        context.stay(state.model_copy(update={"offers": (*state.offers, *usable)}))


def _is_titled(asked: Asked, line: str) -> bool:
    return ":" in line and _pattern(asked.question, current(), short=False).match(line) is not None


def _titles(context: Context, text: str) -> int:
    """Count the lines that begin with the title of a question."""
    asked = completion.applicable(context.values)
    return sum(
        any(_pattern(one.question, current(), short=False).match(line) for one in asked) for line in text.splitlines()
    )


def _behind(asked: Asked, text: str) -> str:
    match = _pattern(asked.question, current(), short=not isinstance(asked.kind, LongText)).match(text)
    return text[match.end() :].strip() if match else ""


@lru_cache(maxsize=256)
def _pattern(question: Question, language: str, *, short: bool) -> re.Pattern[str]:
    """Match the title before a colon or a new line; ``short``: or a word by which people name the question."""
    called = filter(None, question.called.split(", ")) if short else ()
    with speaking(language):
        titles = question.titles
    title, name = (
        "|".join(map(re.escape, some)) for some in (titles, sorted((*titles, *called), key=len, reverse=True))
    )
    return re.compile(rf"\s*(?:(?:{name})\s*:|(?:{title})\s*\n)\s*(?=\S)", re.IGNORECASE)
