"""Turn years in words into figures."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from conversations.fields.plain import bare
from conversations.fields.typed import EVERYWHERE, ListName, written
from conversations.languages import ENGLISH, current

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


_COUNTED = (*range(1, 13), 15, 20, 30)
"""What the words of the list ``numbers`` mean, in their order; a slash stands between forms of one number."""

_FROM_TENS = 20

_MONTHS = 12


@cache
def _numbers(language: str) -> dict[str, int]:
    """Map the words for numbers to figures: in English, and in another language, with accents and without."""
    found = dict[str, int]()
    for code in dict.fromkeys((ENGLISH, language)):
        for number, forms in zip(_COUNTED, written("numbers", code), strict=False):
            found |= {form: number for one in forms.split("/") for form in (one.casefold(), bare(one))}
    return found


@cache
def _phrases(name: ListName, language: str) -> re.Pattern[str]:
    """Return the pattern of the phrases of a list, which have no number."""
    return re.compile(rf"(?<![\w-])(?:{_alternatives(_written(name, language))})(?!\w| of\b)", re.IGNORECASE)


@cache
def _counted(phrases: tuple[str, ...], language: str) -> re.Pattern[str]:
    """Return the pattern of phrases around a number, ``{n}``; each phrase has one group, for the number."""
    numbers = _numbers(language)
    words = _alternatives(numbers)
    tens = _alternatives(word for word, number in numbers.items() if number >= _FROM_TENS)
    number = rf"(\d{{1,2}}|(?:(?:{tens})[\s-]+(?:[^\W\d_]{{1,3}}[\s-]+)?)?(?:{words}))"
    ends: dict[str, list[str]] = {}  # by their beginnings: the number stands once for each, as it is long
    for phrase in phrases:
        before, _, behind = phrase.partition("{n}")
        ends.setdefault(before, []).append(behind)
    inside = (f"(?:{_either_way(one)}){number}(?:{_alternatives(ends[one])})" for one in _longest_first(ends))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(inside) or '(?!)'})(?!\w)", re.IGNORECASE)


def _number(found: re.Match[str], language: str) -> int:
    """Return the number in a phrase, in figures or in words; words such as "thirty-two" are added up."""
    said = found[found.lastindex or 0].casefold()
    if said.isdecimal():
        return int(said)
    numbers = _numbers(language)
    return numbers.get(said) or sum(numbers.get(word, 0) for word in re.split(r"[\s-]+", said))


def _written(name: ListName, language: str) -> tuple[str, ...]:
    return (*written(name, EVERYWHERE), *written(name, language))


def _either_way(phrase: str) -> str:
    """Return the pattern of a phrase, with its accents or without."""
    return "|".join(map(re.escape, dict.fromkeys((phrase, bare(phrase)))))


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(map(_either_way, _longest_first(phrases))) or "(?!)"


def _longest_first(phrases: Iterable[str]) -> list[str]:
    return sorted(phrases, key=len, reverse=True)


Leaves = Callable[[re.Match[str]], bool]
"""Says of a phrase whether to leave it as it is."""


def in_figures(line: str, this_year: int, leaves: Leaves = lambda _found: False) -> str:
    """Replace years in words with figures: "two thousand and ten" in English, "2 years ago" in the spoken language."""
    spoken = current()

    def years_ago(number: Callable[[re.Match[str]], int]) -> Callable[[re.Match[str]], str]:
        return lambda found: found[0] if leaves(found) else str(this_year - number(found))

    line = _phrases("two_years_ago", spoken).sub(years_ago(lambda _: 2), line)
    line = _counted(_written("ago", spoken), spoken).sub(years_ago(lambda found: _number(found, spoken)), line)
    line = _phrases("last_year", spoken).sub(years_ago(lambda _: 1), line)
    line = _phrases("this_year", spoken).sub(str(this_year), line)  # Maltese "last year" begins like "this year"
    return _IN_WORDS.sub(lambda found: str(_spelled_year(found)), line)


def may_be_length(found: re.Match[str]) -> bool:
    """Tell whether "5 years" in a language may mean "for 5 years"; the phrases of ``any.toml`` mean "years ago"."""
    return not _counted(written("ago", EVERYWHERE), current()).fullmatch(found[0])


def dated(line: str, today: date, leaves: Leaves) -> str:
    """Replace months and years in words with figures: "March last year", "two months ago"."""
    spoken = current()

    def months_ago(found: re.Match[str]) -> str:
        return found[0] if leaves(found) else _month(today, _number(found, spoken))

    line = _counted(_written("months_ago", spoken), spoken).sub(months_ago, line)
    line = _phrases("last_month", spoken).sub(_month(today, 1), line)
    return in_figures(line, today.year, lambda found: bool(found.lastindex) and (leaves(found) or may_be_length(found)))


def _month(today: date, ago: int) -> str:
    months = today.year * _MONTHS + today.month - 1 - ago
    return f"{months // _MONTHS}-{months % _MONTHS + 1:02}"


def decade_in_words(line: str) -> tuple[str, int]:
    """Return the words for a decade in a line, and its tens: "the nineties" and 90; else "" and 0."""
    for pattern, tens in _decades(current()):
        found = pattern.search(line)
        if found:
            digits = "".join(filter(str.isdecimal, found[0]))
            return found[0], tens or int(digits)
    return "", 0


@cache
def _decades(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return a pattern for each decade in words with its tens, and one for decades in figures with 0."""
    found = list[tuple[re.Pattern[str], int]]()
    for code in dict.fromkeys((ENGLISH, language)):
        phrases, forms = _longest_first(written("decade", code)), enumerate(written("tens", code), 2)
        named = [(one, 10 * n) for n, several in forms for one in several.split("/")]
        for word, tens in sorted(named, key=lambda one: -len(one[0])):  # "quatre-vingt-dix" before "quatre-vingt"
            inside = _alternatives(phrase.replace("{tens}", word) for phrase in phrases if "{tens}" in phrase)
            found.append((re.compile(rf"(?<!\w)(?:{inside})(?!\w)", re.IGNORECASE), tens))
        figures = [
            _either_way(phrase).replace(re.escape("{n}"), r"(?:\d\d)?\d0") for phrase in phrases if "{n}" in phrase
        ]
        found.append((re.compile(rf"(?<!\w)(?:{'|'.join(figures) or '(?!)'})(?!\w)", re.IGNORECASE), 0))
    return tuple(found)


def _spelled_year(found: re.Match[str]) -> int:
    begin = {"two": 2000, "twenty": 2000, "nineteen": 1900}[(found["thousands"] or found["century"]).lower()]
    rest = found["small"] or found["ones"] or found["two"] or ""
    return begin + sum(_VALUES[word] for word in re.split(r"[\s-]+", rest.lower()) if word)
