"""All that coordinators read when they search for practices."""

from collections.abc import Sequence

from conversations.dialogue.repositories import MOST_COUNTED
from conversations.fields.texts import practices
from conversations.form.texts import shortened

FIND_WHAT = (
    "Which words? Send a name, a place, an organisation or other words of an answer. I find the practices that have "
    "all of them; the beginning of the last word is enough. A reference such as RAN-2026-0012 works, too."
)

NO_WORD = "That has no word to look for."

TRY = "Try fewer words, the beginning of a word, or a reference such as RAN-2026-0012: send them as a message."

SEARCH_AGAIN = "To search again, send other words."

_LONGEST = 60

_QUOTATION = frozenset('"“”„«»')


def found(total: int, words: str) -> str:
    """Write the title of the practices found."""
    if total > MOST_COUNTED:
        figure = f"More than {MOST_COUNTED} practices"
    else:
        figure = practices(total) if total else "No practice"
    return f"{figure} with {_quoted(words)}"


def find(words: str) -> str:
    """Write the button that searches for one of several words."""
    return f"Find {_quoted(words)}"


def nowhere(words: Sequence[str]) -> str:
    """Say which of several words no practice has."""
    return f"No practice has {' or '.join(map(_quoted, words))}."


def where(title: str, words: str) -> str:
    """Say in which answer the words are, with some words around them."""
    return f"{title}: {words}"


def _quoted(words: str) -> str:
    if _QUOTATION & {*words}:
        return shortened(words, _LONGEST)
    return f"“{shortened(words, _LONGEST)}”"
