"""Offer words that do not answer the open question as the answer to the question before or after it.

A person who is one question ahead or behind would otherwise hear the same refusal again and again.
"""

from conversations.dialogue.context import Context
from conversations.dialogue.parts import joined
from conversations.dialogue.state import Offer, Part
from conversations.fields import LongText, Several, Understood, count_words
from conversations.fields.yes_no import says_merely
from conversations.filling import offers, storing
from conversations.form import completion
from conversations.form.asked import Asked
from conversations.remarks.listening import rule_of

_WORDS_OF_NAME = 2
"""A person or a place has so many words or more, a capital letter behind the first letter, and no digit."""

_WORDS_OF_TEXT = 5
"""A long answer has so many words or more."""


def offered(
    context: Context, asked: Asked, parts: tuple[Part, ...], already: tuple[Offer, ...] = ()
) -> tuple[Offer, ...]:
    """Return the offers beside those there are ``already``; none if the words fit no neighbour.

    A text fits any question for a text, so such a question is offered only if nothing else fits. A mere yes or no
    replies to the bot, so it is offered only at a question that has been answered.
    """
    near = completion.beside(asked, context.values) if parts else ()
    merely = bool(parts) and says_merely(joined(parts)) is not None
    free = [
        one
        for one in near
        if not any(one.path in other.answers for other in already)
        and not (merely and context.values.get(one.path) is None)
    ]
    fits = [one for one in free if may_answer(one, joined(parts))]
    found = [(one, made) for one in fits if (made := offers.elsewhere(context, one, parts))]
    closed = tuple(made for one, made in found if not one.kind.keeps_text)
    texts = tuple(made for one, made in found if one.kind.keeps_text)
    return closed or texts[:1]


def comes_next(context: Context, asked: Asked, parts: tuple[Part, ...]) -> str:
    """Return the title of the next open question if it is a list that takes the words, but needs more choices.

    Return "" for any other.
    """
    following = completion.after(asked, context.values)
    if following is None or not isinstance(following.kind, Several) or not may_answer(following, joined(parts)):
        return ""
    reading = storing.read(following, parts, context.reading_context(context.draft))
    return following.question.title if isinstance(reading, Understood) else ""


def may_answer(asked: Asked, text: str) -> bool:
    """Return whether a text may be meant for a question; any number is in a list, and any remark is a text."""
    if not asked.kind.keeps_text:
        return not asked.kind.choices or any(map(str.isalpha, text))
    if rule_of(text) is not None:
        return False
    if isinstance(asked.kind, LongText):
        return count_words(text) >= _WORDS_OF_TEXT
    is_name = any(map(str.isupper, text.strip()[1:])) and not any(map(str.isdecimal, text))
    return is_name and count_words(text) >= _WORDS_OF_NAME
