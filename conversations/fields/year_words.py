"""Turn years in words into figures."""

import re

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

_THIS_YEAR = (
    "this year, the current year, current year, dieses jahr, diesem jahr, heuer, cette année, este año, este ano, "
    "quest'anno, i år, dit jaar, tänä vuonna, w tym roku, letos, tento rok, idén, acest an, anul acesta, тази година, "
    "φέτος, ove godine, sel aastal, šogad, šiemet, din is-sena, i mbliana"
)

_LAST_YEAR = (
    "last year, the previous year, previous year, letztes jahr, letzten jahr, letztem jahr, voriges jahr, l'année "
    "dernière, année dernière, l'an dernier, el año pasado, año pasado, o ano passado, ano passado, l'anno scorso, "
    "anno scorso, sidste år, i fjor, förra året, i fjol, vorig jaar, afgelopen jaar, viime vuonna, w zeszłym roku, "
    "w ubiegłym roku, minulý rok, loni, vloni, tavaly, anul trecut, миналата година, πέρυσι, prošle godine, lani, "
    "eelmisel aastal, pagājušajā gadā, pernai, praėjusiais metais, is-sena l-oħra, anuraidh"
)

_THIS, _LAST = (
    re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words.split(', ')))})(?!\w| of\b)", re.IGNORECASE)
    for words in (_THIS_YEAR, _LAST_YEAR)
)


_AGO = re.compile(
    r"\b(?:(?:for |för )?(\d{1,2}) (?:years? ago|år siden|år sedan|ann[oi] fa|jaar geleden|lata? temu)|"
    r"(?:vor|il y a|hace) (\d{1,2}) (?:jahr(?:en)?|ans?|años?))\b",
    re.IGNORECASE,
)


def in_figures(line: str, this_year: int) -> str:
    """Replace years in words with figures: "two thousand and ten" in English, "2 years ago" in Europe's languages."""
    line = _AGO.sub(lambda found: str(this_year - int(found[1] or found[2])), line)
    line = _LAST.sub(str(this_year - 1), _THIS.sub(str(this_year), line))
    return _IN_WORDS.sub(lambda found: str(_spelled_year(found)), line)


def _spelled_year(found: re.Match[str]) -> int:
    begin = {"two": 2000, "twenty": 2000, "nineteen": 1900}[(found["thousands"] or found["century"]).lower()]
    rest = found["small"] or found["ones"] or found["two"] or ""
    return begin + sum(_VALUES[word] for word in re.split(r"[\s-]+", rest.lower()) if word)
