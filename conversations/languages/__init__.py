"""The languages of the bot: texts are English in the code, and are translated where they are said.

- ``_("Saved: {answer}").format(answer=...)`` marks a text, and gives it in the language of the talk
- ``ngettext("{count} word", "{count} words", count)`` does the same for a text with a number
- ``pgettext("comment", "withdrawn")`` marks a word for which other languages have several, by what it is about
- ``speaking("de")`` says which language that is; ``step`` does it with the language of the conversation

A catalogue is ``conversations/locales/<code>.po``; ``docs/languages.md`` says how translators work on it.
"""

from conversations.languages.catalogues import CATALOGUES, catalogue, is_signed, offer, offered
from conversations.languages.offered import DESK, ENGLISH, OWN_NAMES, at_desk, code_named, matching
from conversations.languages.texts import (
    Said,
    Translatable,
    _,
    any_of,
    both,
    current,
    english,
    in_language,
    locale,
    ngettext,
    number,
    pgettext,
    speak,
    speaking,
    with_semicolons,
)

__all__ = [
    "CATALOGUES",
    "DESK",
    "ENGLISH",
    "OWN_NAMES",
    "Said",
    "Translatable",
    "_",
    "any_of",
    "at_desk",
    "both",
    "catalogue",
    "code_named",
    "current",
    "english",
    "in_language",
    "is_signed",
    "locale",
    "matching",
    "ngettext",
    "number",
    "offer",
    "offered",
    "pgettext",
    "speak",
    "speaking",
    "with_semicolons",
]
