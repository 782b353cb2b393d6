"""Yes or No, in the languages of Europe."""

import re
import unicodedata

from conversations import refusals
from conversations.fields.kind import Context, Kind, NotUnderstood, Reading, Understood
from conversations.fields.plain import latin_digits, one_line

# Left out, because they say the opposite in another language of Europe or are everyday words there:
# "ne" (no in Czech, yes in spoken Greek), "no" as the Polish yes, "jo" (yes in Danish, no in Albanian).
_YES = (
    "yes y yeah yep ok okay ja j oui si sí sì sim da да так tak áno ano jah kyllä joo ναι igen tá jā taip iva já evet"
)
_NO = "no n nope non nein nej nei nee não nao nu не нет ні nie ei όχι οχι nem níl nē ikke inte hayır hayir le"
_MEANS = dict.fromkeys(_YES.split(), True) | dict.fromkeys(_NO.split(), False)
_NUMBERS = {"1": True, "2": False}
_LONGEST = 100
_WORD = re.compile(r"[^\W_]+")
_FIRST = re.compile(r"[\W_]*[^\W_]+(?:[\W_]*$|\s*[,.;:!(–—-])")
"""One word alone, or a first word that punctuation parts from the rest."""


class YesNo(Kind[bool]):
    """Yes or No: pressed, typed in one of Europe's languages, or by its number."""

    choices = ("Yes", "No")

    def understand(self, text: str, context: Context) -> Reading[bool]:
        """Read one word of agreement or refusal; what follows it must not say the opposite."""
        means = agreed(text)
        return NotUnderstood(refusals.YES_OR_NO) if means is None else Understood(means)

    def problem(self, value: bool, context: Context | None = None) -> str | None:  # noqa: FBT001 - the value is the answer
        """Say nothing: both are fine."""
        return None

    def show(self, value: bool) -> str:  # noqa: FBT001 - the value is the answer
        """Say Yes or No."""
        return "Yes" if value else "No"


def agreed(text: str) -> bool | None:
    """Say whether a short text agrees or refuses; nothing where it does neither, or both."""
    if len(text) > _LONGEST:
        return None
    line = unicodedata.normalize("NFC", latin_digits(one_line(text))).casefold()
    if not _FIRST.match(line):
        return None
    first, *others = _WORD.findall(line)
    means = _NUMBERS.get(first) if not others else None
    means = _MEANS.get(first, means)
    contradicted = any(_MEANS.get(word, means) != means for word in others)
    return None if contradicted else means


def agreement_in(text: str) -> tuple[bool | None, str]:
    """Give what the first word of a text says, yes, no or neither, and the words behind it, or else all."""
    first = _WORD.search(text)
    means = _MEANS.get(unicodedata.normalize("NFC", first[0]).casefold()) if first else None
    return (None, text) if first is None or means is None else (means, text[first.end() :].lstrip(" \t\n,.;:!–—-"))
