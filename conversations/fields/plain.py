"""Functions that clean a text, make it comparable, and count its words and characters."""

import re
import unicodedata
from itertools import islice

import regex

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_UNSEEN = regex.compile(r"\p{Default_Ignorable_Code_Point}+")
"""Zero-width spaces and joiners, soft hyphens, byte order marks, direction marks: one Unicode property has them all."""
_UNSEEN_IN_WORDS = regex.compile("[\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff\u3164\uffa0]+")
_MARKS_OF_DIRECTION = regex.compile("[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]+")
_NEEDS_DIRECTION = regex.compile(r"(?V1)[\p{L}&&[\p{bc=R}\p{bc=AL}]]|[\u202d\u202e]")
"""Letters of right-to-left scripts, and marks that reverse all letters."""
_JOINER = regex.compile("[\u200c\u200d]+")
_JOINS_NOTHING = regex.compile(r"(?:\A|[\s\p{P}\p{Latin}\p{Greek}\p{Cyrillic}0-9])[\p{M}\u200c\u200d]*")
"""After these a joiner has no effect. It has one between emoji, in Persian, in Urdu and in the scripts of India."""
_CHARACTER = regex.compile(r"\X")
_MOST_MARKS = 16
"""No real character has more code points: the flag of Wales has 7, a family of four has 11."""
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "\xad": ""}
"""Letters that Unicode does not split into a base letter and an accent; the soft hyphen is removed."""


def seen(text: str) -> str:
    """Remove all invisible characters: an address, a number or a label needs none."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def storable(text: str) -> str:
    """Remove characters that no database stores (NUL, lone surrogates), and white space at both ends."""
    return _UNSTORABLE.sub("", text).strip()


def written(text: str) -> str:
    """Prepare a free text for storage: compose letters, remove invisible characters that have no effect."""
    text = _UNSTORABLE.sub("", text)
    if not text.isascii():
        text = _UNSEEN_IN_WORDS.sub("", text)
        text = text if _NEEDS_DIRECTION.search(text) else _MARKS_OF_DIRECTION.sub("", text)
        text = _composed(_JOINS_NOTHING.sub(lambda found: _JOINER.sub("", found[0]), text))
    return text.strip()


def _composed(text: str) -> str:
    """Compose letters and accents (NFC). Leave single code points: NFC replaces some with ones that look different."""
    if unicodedata.is_normalized("NFC", text):
        return text
    return _CHARACTER.sub(lambda found: unicodedata.normalize("NFC", found[0]) if len(found[0]) > 1 else found[0], text)


def count_characters(text: str) -> int:
    """Count characters as people do; a letter with a pile of accents counts as several."""
    if text.isascii():
        return len(text)
    return max(sum(1 for _ in _CHARACTER.finditer(text)), -(-len(text) // _MOST_MARKS))


def one_line(text: str) -> str:
    """Put a text on one line: replace each run of white space with one space."""
    return " ".join(_UNSTORABLE.sub("", text).split())


def latin_digits(text: str) -> str:
    """Replace the digits of all scripts with 0 to 9."""
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def bare(text: str) -> str:
    """Remove case and accents."""
    if text.isascii():
        return text.lower()
    bared = text.casefold()
    for letter, plain in _LETTERS.items():  # some replacements: 5 times as fast as a look at each character
        bared = bared.replace(letter, plain)
    bared = unicodedata.normalize("NFKD", bared)
    for mark in filter(unicodedata.combining, {*bared}):
        bared = bared.replace(mark, "")
    return bared


def as_typed(text: str) -> str:
    """Reduce a label, or a text that may name one, to what every keyboard has: no case, accents, curly apostrophes."""
    return bare(" ".join(seen(text).split())).replace("’", "'")


def fold(text: str) -> str:
    """Reduce a text to words for a comparison, without case, accents, punctuation and the word "and"."""
    return " ".join(word for word in words(text) if word != "and")


def words(text: str) -> list[str]:
    """List the words of a text, without case and accents."""
    return _WORD.findall(latin_digits(bare(text)))


_RUN = re.compile(r"\S+")

_BEFORE = 6
"""How many words are quoted before the one that is asked for."""

_LONGEST = 60
"""How many characters of one word are quoted: a pasted link can have thousands."""


def has_word(text: str) -> bool:
    """Tell whether a text has a letter or a digit."""
    return any(map(str.isalnum, text))


def most_words(text: str) -> int:
    """Return an upper limit for the number of words without reading the text: each takes a letter and a space."""
    return (len(text) + 1) // 2


def count_words(text: str) -> int:
    """Count the words of a text."""
    # nearly all words begin with a letter: looking at that first is 3 times as fast
    return sum(run[0].isalnum() or has_word(run) for run in text.split())


def nth_word_in_context(text: str, n: int) -> str:
    """Return word ``n`` (counted from 1) with the few words before it, on one line."""
    words = [run.span() for run in islice((run for run in _RUN.finditer(text) if has_word(run[0])), n)]
    shown = words[-_BEFORE - 1 :]
    if not shown:
        return ""
    runs = text[shown[0][0] : shown[-1][1]].split()
    line = " ".join(run if len(run) <= _LONGEST else run[: _LONGEST - 1] + "…" for run in runs)
    return f"… {line}" if len(words) > len(shown) else line
