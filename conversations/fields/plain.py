"""Texts made plain: on one line, storable, without unseen characters, case and accents, with the digits 0 to 9."""

import re
import unicodedata

import regex

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_UNSEEN = regex.compile(r"\p{Default_Ignorable_Code_Point}+")
"""Zero-width blanks and joiners, soft hyphens, byte order marks, marks of direction: one property has them all."""
_UNSEEN_IN_WORDS = regex.compile("[\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff\u3164\uffa0]+")
_MARKS_OF_DIRECTION = regex.compile("[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]+")
_NEEDS_DIRECTION = regex.compile(r"(?V1)[\p{L}&&[\p{bc=R}\p{bc=AL}]]|[\u202d\u202e]")
"""Letters that are written from right to left, and marks that turn all letters round."""
_JOINER = regex.compile("[\u200c\u200d]+")
_JOINS_NOTHING = regex.compile(r"(?:\A|[\s\p{P}\p{Latin}\p{Greek}\p{Cyrillic}0-9])[\p{M}\u200c\u200d]*")
"""Behind these a joiner does nothing; it does between emoji and in Persian, Urdu and the scripts of India."""
_CHARACTER = regex.compile(r"\X")
_MOST_MARKS = 16
"""No character that people write has more code points; the flag of Wales has 7, a family of four 11."""
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "\xad": None}
)
"""Letters that Unicode does not take apart into a base and an accent; the soft hyphen is none."""


def seen(text: str) -> str:
    """Take away all unseen characters: in an address, a number or a name of a list they only get in the way."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def storable(text: str) -> str:
    """Take away what no database keeps (NUL, lone surrogates), and white space at the ends."""
    return _UNSTORABLE.sub("", text).strip()


def written(text: str) -> str:
    """Give a person's own text as it is stored: composed, and without unseen characters that do nothing in it."""
    text = _UNSTORABLE.sub("", text)
    if not text.isascii():
        text = _UNSEEN_IN_WORDS.sub("", text)
        text = text if _NEEDS_DIRECTION.search(text) else _MARKS_OF_DIRECTION.sub("", text)
        text = _composed(_JOINS_NOTHING.sub(lambda found: _JOINER.sub("", found[0]), text))
    return text.strip()


def _composed(text: str) -> str:
    """Compose letters and their accents (NFC); a code point that stands alone stays, as NFC would redraw some."""
    if unicodedata.is_normalized("NFC", text):
        return text
    return _CHARACTER.sub(lambda found: unicodedata.normalize("NFC", found[0]) if len(found[0]) > 1 else found[0], text)


def count_characters(text: str) -> int:
    """Count the characters of a text as people do; a pile of accents counts as several."""
    if text.isascii():
        return len(text)
    return max(sum(1 for _ in _CHARACTER.finditer(text)), -(-len(text) // _MOST_MARKS))


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
