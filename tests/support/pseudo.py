"""A pseudo-language: English with accents in brackets, so that a test sees what is not translated."""

import re
from gettext import NullTranslations

_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>|/[a-z]+|https?://\S+)")
"""Values, tags, commands and links stay as they are."""

_ACCENTS = str.maketrans(
    "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ", "åƀçđéƒğĥíĵķłɱñöþŕšŧüṽŵýžÅƁÇĐÉƑĞĤÍĴĶŁṀÑÖÞŔŠŦÜṼŴÝŽ"
)

PLAIN = re.compile(r"[A-Za-z]{3,}")
"""English words that were not translated; ``x`` and ``q`` have no accents."""


def accented(text: str) -> str:
    """Put a text into the pseudo-language."""
    pieces = _KEPT.split(text)
    return "⟦" + "".join(piece if n % 2 else piece.translate(_ACCENTS) for n, piece in enumerate(pieces)) + "⟧"


class _Pseudo(NullTranslations):
    def gettext(self, message: str) -> str:
        return accented(message)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - as the library calls it
        return accented(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return accented(msgid1 if n == 1 else msgid2)


PSEUDO = _Pseudo()


def plain_words(text: str, values: tuple[str, ...] = ()) -> list[str]:
    """List the English words of a text in the pseudo-language, but for the ``values`` that were filled in."""
    for value in sorted(values, key=len, reverse=True):
        text = text.replace(value, "")
    return PLAIN.findall(_KEPT.sub("", text))
