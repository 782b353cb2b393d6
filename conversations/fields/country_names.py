"""What Europe's languages call the countries of the world, from Babel's territory names."""

import re
from collections import defaultdict
from functools import cache
from itertools import product

from babel import Locale
from babel.core import get_global

from conversations.fields.matching import nearest
from conversations.fields.plain import fold

_LANGUAGES = (
    "en bg bs ca cs cy da de el es et eu fi fo fr ga gl hr hu is it ka lb lt lv mk mt nb nl nn pl pt ro ru sk sl sq sr "
    "sv tr uk ar fa he ur zh ja ko"
)
"""Those of Europe, and some that many people in Europe write in."""
_NO_COUNTRY = frozenset(("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))
"""Two-letter codes that Babel has for other things than a country or territory."""
_CALLED = {
    "AE": "UAE, Emirates",
    "AT": "Oesterreich, Republik Österreich",
    "BA": "Bosnia, BiH, Bosnia-Hercegovina, Federation of Bosnia and Herzegovina",
    "CD": "DR Congo, DRC, RDC, Congo DR, D.R. Congo, Democratic Republic of the Congo, Democratic Republic of Congo",
    "CG": "Republic of the Congo, Republic of Congo",
    "CH": "Swiss Confederation",
    "CI": "Ivory Coast",
    "CN": "People's Republic of China, PRC",
    "CV": "Cape Verde",
    "CZ": "Czech Republic, Tschechische Republik, Czech",
    "DE": "Bundesrepublik Deutschland, Bundesrepublik, BRD, FRG",
    "DK": "Daenemark",
    "FR": "French Republic, République française",
    "GB": (
        "UK, U.K., Great Britain, Britain, Great Britain and Northern Ireland, United Kingdom of Great Britain and "
        "Northern Ireland, Grande-Bretagne, Gran Bretagna, Großbritannien, Northern Ireland, North Ireland, N. "
        "Ireland, Nordirland, Irlande du Nord, Irlanda del Norte, Irlanda del Nord, Irlanda do Norte, "
        "Noord-Ierland, Irlandia Północna, England, Angleterre, Inglaterra, Inghilterra, Anglia, Anglie, Anglicko, "
        "Engleska, Engeland, Scotland, Schottland, Écosse, Skotland, Skottland, Escocia, Scozia, Szkocja, Skotsko, "
        "Wales, Pays de Galles, País de Gales, Galles, Walia"
    ),
    "GR": "EL, Hellas, Hellenic Republic",
    "HK": "Hong Kong",
    "IE": "Eire, Republic of Ireland, Irish Republic",
    "IT": "Italian Republic, Repubblica Italiana",
    "KP": "DPRK, Democratic People's Republic of Korea",
    "KR": "Republic of Korea",
    "LA": "Lao People's Democratic Republic",
    "MK": "Macedonia, FYROM",
    "MM": "Burma",
    "MO": "Macau, Macao",
    "NL": "Holland, Hollande, Holanda, Olanda, Hollandia, Holandia, Ολλανδία, Голландия, Kingdom of the Netherlands",
    "PS": "Palestine, West Bank, Gaza",
    "RU": "Russian Federation",
    "SK": "Slovak Republic, Slovak",
    "SZ": "Swaziland",
    "TL": "East Timor",
    "TR": "Turkey",
    "TW": "Republic of China",
    "TZ": "United Republic of Tanzania",
    "US": "U.S., U.S.A., America, United States of America",
    "VA": "Vatican, Holy See",
}
_EITHER = {
    "Congo": ("CD", "CG"),
    "Korea": ("KR", "KP"),
    "NI": ("GB", "NI"),
    "Virgin Islands": ("VI", "VG"),
    "Saint Martin": ("MF", "SX"),
    "Czechoslovakia": ("CZ", "SK"),
    "Serbia and Montenegro": ("RS", "ME"),
    "Yugoslavia": ("RS", "HR", "SI", "BA", "MK", "ME"),
}
"""Names that more than one country has, or had; NI is Nicaragua's code, and short for Northern Ireland."""
_SHORT = {"n": "north northern", "s": "south southern", "e": "east eastern", "w": "west western", "rep": "republic"}
_SHORT |= {"dem": "democratic", "saint": "st", "st": "saint", "is": "islands", "isl": "islands"}
_TITLES = re.compile(r"^(?:(?:the|of|federal|republic|kingdom|principality|state|grand duchy) )+")
_LONGEST = 200
_SHORTEST = 4
_MOST_SHORT = 3
"""How many words of a name may be shortened."""


@cache
def english() -> dict[str, str]:
    """Give the English name of every country by its two-letter code."""
    names = Locale("en").territories
    return {code: name for code, name in names.items() if re.fullmatch("[A-Z]{2}", code) and code not in _NO_COUNTRY}


@cache
def names() -> dict[str, str]:
    """Give the two-letter code of every folded name that means one country; about 7,000 names."""
    codes = defaultdict[str, set[str]](set)
    for language in _LANGUAGES.split():
        territories = Locale(language).territories
        for code in english():
            codes[fold(territories.get(code, ""))].add(code)
    found = {name: min(means) for name, means in codes.items() if name and len(means) == 1}
    called = {fold(name): code for code, listed in _CALLED.items() for name in listed.split(",")}
    return {name: code for name, code in (found | called).items() if name not in either()}


@cache
def either() -> dict[str, tuple[str, ...]]:
    """Give the two-letter codes of every folded name that means several countries."""
    return {fold(name): codes for name, codes in _EITHER.items()}


@cache
def codes() -> dict[str, str]:
    """Give the two-letter code for every code of two or three letters."""
    three = {alias: code[0] for alias, code in get_global("territory_aliases").items() if len(alias) == 3}  # noqa: PLR2004 - DNK
    known = three | {code: code for code in english()}
    return {
        alias.lower(): code
        for alias, code in known.items()
        if code in english() and alias.isalpha() and alias.lower() not in either()
    }


def code_of(text: str) -> str | None:
    """Find the country that a text is the name or code of."""
    if len(text) > _LONGEST:
        return None
    name = fold(text)
    return name_of(name) or codes().get(name) or name_of(_TITLES.sub("", name))


def name_of(name: str) -> str | None:
    """Find the country that a folded name means, also where words of it are shortened, such as "n ireland"."""
    found = names().get(name)
    words = name.split()
    if found or len(words) == 1 or not 0 < sum(word in _SHORT for word in words) <= _MOST_SHORT:
        return found
    spelt = (" ".join(spelling) for spelling in product(*((word, *_SHORT.get(word, "").split()) for word in words)))
    return next((names()[name] for name in spelt if name in names()), None)


def nearly(text: str) -> tuple[str, ...]:
    """Find the countries that a misspelt name may mean, if its first letter is right: that is 20 times as fast."""
    name = fold(text[:_LONGEST])
    if not _SHORTEST <= len(name) <= _LONGEST // 2:
        return ()
    return nearest(name, {known: code for known, code in names().items() if known[0] == name[0]})
