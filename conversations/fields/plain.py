"""Texts made plain: on one line, storable, without case and accents, with the digits 0 to 9."""

import re
import unicodedata

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "\xad": None}
)
"""Letters that Unicode does not take apart into a base and an accent; the soft hyphen is none."""


def storable(text: str) -> str:
    """Take away what no database keeps (NUL, lone surrogates), and white space at the ends."""
    return _UNSTORABLE.sub("", text).strip()


def one_line(text: str) -> str:
    """Put a text on one line: each run of white space becomes one space."""
    return " ".join(_UNSTORABLE.sub("", text).split())


def latin_digits(text: str) -> str:
    """Write the digits of every script as 0 to 9."""
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def bare(text: str) -> str:
    """Take away case and accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in apart if not unicodedata.combining(char))


def fold(text: str) -> str:
    """Bring a text to what is compared: words without case, accents, punctuation and ``and``."""
    return " ".join(word for word in _WORD.findall(latin_digits(bare(text))) if word != "and")
