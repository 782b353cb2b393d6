"""Turn years in words into figures."""

import re
from collections.abc import Iterable
from functools import cache

from conversations.fields.typed import EVERYWHERE, ListName, written
from conversations.languages import current

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)

_TENS_IN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"

_VALUES = {word: number for number, word in enumerate(_SMALL.split(), 1)}

_VALUES |= {word: 10 * number for number, word in enumerate(_TENS_IN_WORDS.split(), 2)}

_ONES, _TEENS = "|".join(_SMALL.split()[:9]), "|".join(_SMALL.split()[9:])

_TWO_DIGITS = rf"(?:{_TEENS}|(?:{_TENS_IN_WORDS.replace(' ', '|')})(?:[\s-]+(?:{_ONES}))?)"

_IN_WORDS = re.compile(
    rf"\b(?:(?P<thousands>two)[\s-]+thousand(?:[\s-]+(?:and[\s-]+)?(?P<small>{_TWO_DIGITS}|{_ONES}))?"
    rf"|(?P<century>nineteen|twenty)[\s-]+(?:(?:oh|o)[\s-]+(?P<ones>{_ONES})|(?P<two>{_TWO_DIGITS})))\b",
    re.IGNORECASE,
)


@cache
def _relative(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of this year, of last year, and of some years ago."""
    this = _alternatives(_written("this_year", language))
    last = _alternatives(_written("last_year", language))
    ago = [phrase for phrase in _written("ago", language) if "{n}" in phrase]
    figures = [re.escape(phrase).replace(re.escape("{n}"), r"\d{1,2}") for phrase in _longest_first(ago)]
    return (
        re.compile(rf"(?<!\w)(?:{this})(?!\w| of\b)", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?<!arú )(?:{last})(?!\w| of\b)", re.IGNORECASE),  # not the year before last
        re.compile(rf"(?<!\w)(?:{'|'.join(figures)})(?!\w)", re.IGNORECASE),
    )


def _written(name: ListName, language: str) -> tuple[str, ...]:
    return (*written(name, EVERYWHERE), *written(name, language))


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, _longest_first(phrases)))


def _longest_first(phrases: Iterable[str]) -> list[str]:
    return sorted(phrases, key=len, reverse=True)


def in_figures(line: str, this_year: int, language: str = "") -> str:
    """Replace years in words with figures: "two thousand and ten" in English, "2 years ago" in the spoken language."""
    this, last, ago = _relative(language or current())
    line = ago.sub(lambda found: str(this_year - int("".join(filter(str.isdecimal, found[0])))), line)
    line = this.sub(str(this_year), last.sub(str(this_year - 1), line))  # Maltese "last year" begins like "this year"
    return _IN_WORDS.sub(lambda found: str(_spelled_year(found)), line)


def _spelled_year(found: re.Match[str]) -> int:
    begin = {"two": 2000, "twenty": 2000, "nineteen": 1900}[(found["thousands"] or found["century"]).lower()]
    rest = found["small"] or found["ones"] or found["two"] or ""
    return begin + sum(_VALUES[word] for word in re.split(r"[\s-]+", rest.lower()) if word)
