"""Find the title of a question before an answer, as people paste it from a form: "Contact person: Anna Example"."""

import re
from functools import lru_cache

from conversations.dialogue.context import Context
from conversations.dialogue.state import Offer, Part
from conversations.fields import LongText
from conversations.filling import offers
from conversations.form import completion
from conversations.form.asked import Asked
from conversations.form.questions import Question

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


def _titles(context: Context, text: str) -> int:
    """Count the lines that begin with the title of a question."""
    asked = completion.applicable(context.values)
    return sum(any(_pattern(one.question, short=False).match(line) for one in asked) for line in text.splitlines())


def _behind(asked: Asked, text: str) -> str:
    match = _pattern(asked.question, short=not isinstance(asked.kind, LongText)).match(text)
    return text[match.end() :].strip() if match else ""


@lru_cache(maxsize=256)
def _pattern(question: Question, *, short: bool) -> re.Pattern[str]:
    """Match the title before a colon or a new line; ``short``: or a word by which people name the question."""
    called = filter(None, question.called.split(", ")) if short else ()
    names = "|".join(map(re.escape, sorted((question.title, *called), key=len, reverse=True)))
    return re.compile(rf"\s*(?:(?:{names})\s*:|{re.escape(question.title)}\s*\n)\s*(?=\S)", re.IGNORECASE)
