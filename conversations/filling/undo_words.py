"""How people ask for undo in words."""

from functools import cache

from conversations.dialogue.parts import LONG
from conversations.fields.plain import fold
from conversations.fields.typed import EVERYWHERE, typed
from conversations.filling.texts import UNDO

_AROUND = frozenset({"please", "pls", "plz", "oops", "sorry", "no", "bitte", "tak", "tack"})
"""Polite words that may come before or after a word for undo."""


@cache
def _phrases() -> frozenset[str]:
    ends = ("", *typed("undo_what", EVERYWHERE))
    return frozenset(f"{words} {what}".strip() for words in typed("undo", EVERYWHERE) for what in ends)


def ask(text: str) -> bool:
    """Tell whether a text asks for undo, in these words or by the button's label in the language that is spoken."""
    said = " ".join(word for word in fold(text).split() if word not in _AROUND) if len(text) <= LONG else ""
    return said in _phrases() or said == fold(str(UNDO))
