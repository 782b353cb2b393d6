"""What Europe's languages call the countries of the world, from Babel's territory names."""

import re
from collections import defaultdict
from functools import cache

from babel import Locale
from babel.core import get_global

from conversations.fields.matching import nearest
from conversations.fields.plain import fold

_LANGUAGES = (
    "en bg bs ca cs cy da de el es et eu fi fo fr ga gl hr hu is it ka lb lt lv mk mt nb nl nn pl pt ro ru sk sl sq sr "
    "sv tr uk"
)
_NO_COUNTRY = frozenset(("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))
"""Two-letter codes that Babel has for other things than a country or territory."""
_CALLED = {
    "AE": ("UAE", "Emirates"),
    "BA": ("Bosnia",),
    "CZ": ("Czech Republic", "Tschechische Republik"),
    "DK": ("Daenemark",),
    "GB": ("UK", "U.K.", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"),
    "GR": ("EL", "Hellas", "Hellenic Republic"),
    "IE": ("Eire",),
    "MK": ("Macedonia", "FYROM"),
    "NL": ("Holland",),
    "PS": ("Palestine",),
    "RU": ("Russian Federation",),
    "SK": ("Slovak Republic",),
    "TR": ("Turkey",),
    "US": ("U.S.", "U.S.A.", "America", "United States of America"),
    "AT": ("Oesterreich",),
}
_TITLES = re.compile(r"^(?:(?:the|of|federal|republic|kingdom|principality|state|grand duchy) )+")
_CODE = re.compile(r"\b[A-Z]{2,3}\b")
_LONGEST = 200
_MOST_WORDS = 6
_SHORTEST = 4
"""Within a longer text, shorter names are mostly other words."""


@cache
def english() -> dict[str, str]:
    """Give the English name of every country by its two-letter code."""
    names = Locale("en").territories
    return {code: name for code, name in names.items() if re.fullmatch("[A-Z]{2}", code) and code not in _NO_COUNTRY}


@cache
def names() -> dict[str, str]:
    """Give the two-letter code of every folded name that means one country; about 5,500 names."""
    codes = defaultdict[str, set[str]](set)
    for language in _LANGUAGES.split():
        territories = Locale(language).territories
        for code in english():
            codes[fold(territories.get(code, ""))].add(code)
    found = {name: min(means) for name, means in codes.items() if name and len(means) == 1}
    return found | {fold(name): code for code, called in _CALLED.items() for name in called}


@cache
def codes() -> dict[str, str]:
    """Give the two-letter code for every code of two or three letters."""
    three = {alias: code[0] for alias, code in get_global("territory_aliases").items() if len(alias) == 3}  # noqa: PLR2004 - DNK
    known = three | {code: code for code in english()}
    return {alias.lower(): code for alias, code in known.items() if code in english() and alias.isalpha()}


def code_of(text: str) -> str | None:
    """Find the country that a text is the name or code of."""
    if len(text) > _LONGEST:
        return None
    name = fold(text)
    return names().get(name) or codes().get(name) or names().get(_TITLES.sub("", name))


def codes_in(text: str) -> tuple[str, ...]:
    """Find the country that a text is, or the different ones that it names; by codes where there is no name."""
    code = code_of(text)
    return (code,) if code else _named_in(text) or _written_codes(text)


def nearly(text: str) -> tuple[str, ...]:
    """Find the countries that a misspelt name may mean, if its first letter is right: that is 20 times as fast."""
    name = fold(text[:_LONGEST])
    if not _SHORTEST <= len(name) <= _LONGEST // 2:
        return ()
    return nearest(name, {known: code for known, code in names().items() if known[0] == name[0]})


def _named_in(text: str) -> tuple[str, ...]:
    words = fold(text).split() if len(text) <= _LONGEST else []
    found: dict[str, None] = {}
    while words:
        code, length = _first(words)
        if code:
            found[code] = None
        words = words[length:]
    return tuple(found)


def _written_codes(text: str) -> tuple[str, ...]:
    written = _CODE.findall(text[:_LONGEST])
    return tuple(dict.fromkeys(codes()[code.lower()] for code in written if code.lower() in codes()))


def _first(words: list[str]) -> tuple[str | None, int]:
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        name = " ".join(words[:length])
        if len(name) >= _SHORTEST and name in names():
            return names()[name], length
    return None, 1
