"""Find the answer to another question that a text corrects: "no, the mail is lone@example.org".

A text names the question ("the mail", "it started") and then says the answer. After words such as "no" and "sorry" it
may also be the answer alone, if only one question reads it. Nothing is changed without a press.
"""

import re
from functools import lru_cache

from conversations.dialogue.context import Context
from conversations.dialogue.state import Offer, Part
from conversations.fields import LongText, Understood
from conversations.fields.plain import fold
from conversations.filling import offers
from conversations.filling.nodding import said_instead
from conversations.form import completion
from conversations.form.asked import Asked
from conversations.form.questions import Question
from conversations.languages import current, speaking

_LONGEST = 200

_MOST_OTHERS = 2
"""So many words without a digit may stand beside an answer such as a year: "3 May 2019"."""

_AROUND = " .!“”'\""

_SUBJECT = r"(?:(?:the|my|our|their|its|it|we|they|practice|project|det|den|das|der|die|le|la|el|il|het|de)\s+)*"

_IS = (
    r"(?:\s*[:=]\s*|(?:\s+(?:is|was|are|were|be|should|must|has|to|in|on|now|actually|really|er|var|ist|war|lautet|est|"
    r"était|es|era|è|jest|är|i|im|en))+\s+)"
)
"""Words between the name of a question and its answer."""

_NOT_BUT = re.compile(
    r"(?:not|nicht|ikke|pas|no|non|niet|inte|nie)\s+(?P<old>.+?)[,;]?\s+"
    r"(?:it is|it's|its|it was|but|sondern|es ist|men|det er|mais|sino|es|ma|è|maar|het is|utan|det är|tylko|ale)\s+"
    r"(?P<new>.+)",
    re.IGNORECASE,
)
"""The answer that stands, and the new one: "not Open Door but Another Door"."""


def found(context: Context, part: Part, here: Asked | None) -> tuple[Offer, ...]:
    """Return the offers to change other answers; ``here`` is the open question."""
    text = part.words.strip()
    if len(text) > _LONGEST or "\n" in text or text.endswith("?"):
        return ()
    behind = said_instead(text, sorry=True)
    asked = completion.applicable(context.values, here.path if here else "")
    named = [(one, value) for one in asked if (value := _named(one, behind or text))]
    if any(one == here for one, _ in named):
        return ()
    clear = bool(behind) or here is None or not here.kind.keeps_text
    values = [(one, value, _instead(context, one, value)) for one, value in named]
    made = [
        _offer(context, one, part, new or value)
        for one, value, new in values
        if _may_answer(context, one, new or value, clear=clear or bool(new))
    ]
    if not named and behind and not _reads(context, here, behind):
        made = [_offer(context, one, part, behind) for one in asked if _reads(context, one, behind)]
        made = made if len(made) == 1 else []
    return tuple(filter(None, made))


def _named(asked: Asked, text: str) -> str:
    """Return the words behind the name of the question, or "" if the text does not begin with it."""
    match = None if isinstance(asked.kind, LongText) else _pattern(asked.question, current()).fullmatch(text)
    return match["value"].strip(_AROUND) if match else ""


def _instead(context: Context, asked: Asked, value: str) -> str:
    """Return the new answer of a value such as "not Open Door but Another Door", or ""; the old one must stand."""
    match, now = _NOT_BUT.fullmatch(value), context.values.get(asked.path)
    stands = match is not None and now is not None and fold(match["old"]) in fold(asked.show(now))
    return match["new"].strip(_AROUND) if match and stands else ""


@lru_cache(maxsize=128)
def _pattern(question: Question, language: str) -> re.Pattern[str]:
    with speaking(language):
        titles = question.titles
    names = sorted((*titles, *filter(None, question.called.split(", "))), key=len, reverse=True)
    return re.compile(rf"{_SUBJECT}(?:{'|'.join(map(re.escape, names))}){_IS}(?P<value>.+)", re.IGNORECASE)


def _may_answer(context: Context, asked: Asked, value: str, *, clear: bool) -> bool:
    """Return whether the words may be the new answer; ``clear``: the text is surely no answer to the open question."""
    if asked.kind.keeps_text:
        return clear and context.values.get(asked.path) is not None
    return clear if asked.kind.choices else _is_alone(value)


def _reads(context: Context, asked: Asked | None, text: str) -> bool:
    """Return whether a question without a list has an answer and reads the text as another one."""
    if asked is None or asked.kind.keeps_text or asked.kind.choices or not _is_alone(text):
        return False
    stands = context.values.get(asked.path) is not None
    return stands and isinstance(asked.read(text, context.reading_context(context.draft)), Understood)


def _is_alone(text: str) -> bool:
    """Return whether hardly a word stands beside a year, a date or an address."""
    return sum(word.isalpha() for word in text.split()) <= _MOST_OTHERS


def _offer(context: Context, asked: Asked, part: Part, value: str) -> Offer | None:
    return offers.elsewhere(context, asked, (Part(message=part.message, text=value),))
