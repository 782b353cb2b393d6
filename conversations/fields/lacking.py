"""Texts that say "we have none", "I don't know" or "ask my boss", by kinds of words of each language.

A text says it if it has a negation, and "have", "know", "exist" or a detail such as a phone, and no other words than
those of its language. So "non ho sito" says it, and "No Hate Speech" does not. The words stand in ``words/``.
"""

from functools import cache

from conversations.fields.plain import fold, seen
from conversations.fields.typed import EVERYWHERE, ListName, codes, single, typed
from conversations.languages import current

_LONGEST = 80

_MOST_WORDS = 9

Words = frozenset[str]


def lacks(text: str) -> bool:
    """Tell whether a short text says that there is no answer, or that another person must be asked."""
    words = fold(seen(text)).split() if len(text) <= _LONGEST else []
    if len(words) == 1:
        return words[0] in single("negation", current()) & single("have", current())  # such as the Hungarian "nincs"
    if not 1 < len(words) <= _MOST_WORDS:
        return False
    return any(_has_none(code, words) or _asks(code, words) or _only_knows(code, words) for code in codes())


def _has_none(code: str, words: list[str]) -> bool:
    negation, have, little = _negating(code)
    if negation.isdisjoint(words):
        return False
    details = {word for word in words if word.startswith(_details())}
    return (negation | have | little | details).issuperset(words) and bool(details or have & {*words})


def _asks(code: str, words: list[str]) -> bool:
    ask, who, around = (_words(name, code) for name in ("ask", "who", "around_who"))
    return not (ask.isdisjoint(words) or who.isdisjoint(words)) and (ask | who | around).issuperset(words)


def _only_knows(code: str, words: list[str]) -> bool:
    """Tell whether words say that only a colleague knows."""
    knows, who, around = (_words(name, code) for name in ("only_knows", "who", "around_who"))
    return len(knows & {*words}) > 1 and not who.isdisjoint(words) and (knows | who | around).issuperset(words)


@cache
def _negating(code: str) -> tuple[Words, Words, Words]:
    negation, have, little = (_words(name, code) for name in ("negation", "have", "adds_nothing"))
    letters = {word for word in negation | have if len(word) == 1}  # of "n-avem"; alone they say nothing: "n/a"
    return negation - letters, have - letters, little | letters


@cache
def _details() -> tuple[str, ...]:
    return tuple(typed("details", EVERYWHERE))


@cache
def _words(name: ListName, code: str) -> Words:
    return frozenset(" ".join(typed(name, code)).split())
