"""All that coordinators read when they search for practices."""

from collections.abc import Sequence

from conversations.dialogue.repositories import MOST_COUNTED
from conversations.fields.texts import quoted
from conversations.form.texts import shortened
from conversations.languages import _, any_of, ngettext, number

FIND_WHAT = _(
    "Which words? Send a name, a place, an organisation or other words of an answer. I find the practices that have "
    "all of them; the beginning of the last word is enough. A reference such as RAN-2026-0012 works, too."
)

NO_WORD = _("That has no word to look for.")

TRY = _("Try fewer words, the beginning of a word, or a reference such as RAN-2026-0012: send them as a message.")

SEARCH_AGAIN = _("To search again, send other words.")

_LONGEST = 60

_QUOTATION = frozenset('"“”„«»')


def found(total: int, words: str) -> str:
    """Write the title of the practices found."""
    shown = _quoted(words)
    if total > MOST_COUNTED:
        return _("More than {count} practices with {words}").format(count=MOST_COUNTED, words=shown)
    if not total:
        return _("No practice with {words}").format(words=shown)
    return ngettext("{count} practice with {words}", "{count} practices with {words}", total).format(
        count=number(total), words=shown
    )


def find(words: str) -> str:
    """Write the button that searches for one of several words."""
    return _("Find {words}").format(words=_quoted(words))


def nowhere(words: Sequence[str]) -> str:
    """Say which of several words no practice has."""
    return _("No practice has {words}.").format(words=any_of([*map(_quoted, words)]))


def where(title: str, words: str) -> str:
    """Say in which answer the words are, with some words around them."""
    return f"{title}: {words}"


def _quoted(words: str) -> str:
    if _QUOTATION & {*words}:
        return shortened(words, _LONGEST)
    return quoted(words, _LONGEST)
