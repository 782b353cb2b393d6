"""Finding countries in a text. All words are read, so that a name inside a longer name is not taken for the country."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from conversations.fields.country_names import LINKED, PARTS, code_of, codes, either, english, name_of, names, regions
from conversations.fields.plain import fold
from conversations.fields.typed import single
from conversations.fields.yes_no import says_nothing
from conversations.languages import current

_LONGEST = 200

_LONGEST_PLACES = 1000

_MOSTLY = {
    **{code: (code.upper(),) for code in ("bg", "es", "fi", "fr", "hr", "hu", "is", "it", "lt", "lv", "mt", "no")},
    **{code: (code.upper(),) for code in ("pl", "pt", "ro", "sk")} | {"nb": ("NO",), "nn": ("NO",)},
    "cs": ("CZ",),
    "da": ("DK",),
    "et": ("EE",),
    "ga": ("IE",),
    "lb": ("LU",),
    "sl": ("SI",),
    "sv": ("SE",),
    "de": ("DE", "AT"),
    "el": ("GR", "CY"),
    "nl": ("NL", "BE"),
    "ca": ("ES",),
    "eu": ("ES",),
    "gl": ("ES",),
}
"""Countries of the EU and EEA by the code of the language that most people speak there."""

_MOST_WORDS = 8

_SHORTEST = 4
"""Shorter names are mostly other words, except those in ``_SHORT``."""

_SHORT = frozenset(("uk", "u k", "usa", "u s a", "uae", "drc", "bih", "ni", "nrw", "gdr"))

_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")

_FLAG_OF_A_PART = re.compile("\U0001f3f4\U000e0067\U000e0062[\U000e0061-\U000e007a]{3}\U000e007f")

_FIRST_LETTER = 0x1F1E6

_SEGMENT = re.compile(r"[,;:/|\n()\[\]&+]|\s[-–—]+\s")

_WORD = re.compile(r"[^\W_]+")

_LITTLE_WORDS = (
    "the in of from a an and or is are we our at as both based located comes country origin eu eea practice project "
    "organisation organization all whole republic kingdom federal state principality duchy grand member "
    "in aus der die das dem und oder ist wir land republik königreich bundesrepublik "
    "en au aux la le les l de du des d et ou est nous pays république royaume "
    "el los las y e o es reino república país il lo gli del della dello dei i repubblica regno paese da do os as "
    "fra og och eller från kongeriget republikken konungariket landet het uit koninkrijk republiek "
    "w we z ze i oraz v ve na je a nebo alebo ja tai és vagy și sau și din republica republika republiek in ali ili "
    "и или в во от η ο το και στην στη από ve"
)

_FILLS = frozenset(map(fold, _LITTLE_WORDS.split()))

_CHANGING_WORDS = "north south east west northern southern eastern western new not no non former"

_CHANGES = frozenset(_CHANGING_WORDS.split())
"""These words alone next to a name make it another name."""

_SEVERAL_NAMES = (
    "Europe, Europa, European Union, EU, EEA, UE, Scandinavia, Benelux, Nordic, Nordics, Baltics, Baltic, Balkans, "
    "Western Balkans, DACH, D-A-CH, Central Europe, Western Europe, Eastern Europe, Northern Europe, Southern Europe, "
    "international, worldwide, global, several, many, various, multiple, different, every, all, Africa, Asia, America, "
    "North Africa, West Africa, East Africa, Middle East, Latin America, South America, Central Asia, Caucasus, "
    "Mediterranean, Iberia, Visegrad, V4, Europe-wide, EU-wide, Union européenne, Europäische Union"
)

_SEVERAL = frozenset(map(fold, _SEVERAL_NAMES.split(",")))
"""Names of areas with several countries."""

_BESIDE_SEVERAL = "the all of in countries country states state member members across whole eu eea"

_SEVERAL_WITH = frozenset(_BESIDE_SEVERAL.split())

How = Literal["one", "perhaps", "doubtful", "several", "none"]


@dataclass(frozen=True)
class Named:
    """The two-letter codes of the countries that a text names.

    ``how``: surely ``one``; ``perhaps`` one of them, for a region or a name that several countries have; ``doubtful``,
    because other words may make it another name; ``several``; or ``none``.
    """

    codes: tuple[str, ...] = ()
    how: How = "none"


def with_codes(text: str) -> str:
    """Replace flags with codes; the flags of England, Scotland and Wales with GB."""
    return _FLAG.sub(_as_code, _FLAG_OF_A_PART.sub(" (GB)", text))


def named_in(text: str) -> Named:
    """Find the countries that a text names or may mean."""
    if len(text) > _LONGEST:
        return Named()
    code = code_of(text)
    if code:
        return Named((code,), "perhaps" if code in PARTS or says_nothing(text) else "one")
    return _named_within(text)


def names_many(text: str) -> bool:
    """Tell whether a text names a group of countries: "all EU countries", "Scandinavia"."""
    words = fold(text[:_LONGEST]).split()
    bare = " ".join(word for word in words if word not in _SEVERAL_WITH)
    return " ".join(words) in _SEVERAL or bare in _SEVERAL or (not bare and len(words) > 1)


def codes_in(text: str) -> tuple[str, ...]:
    """List the codes of the countries in a longer text; a region or town counts if only one country has it."""
    segments = [_segment(part) for part in _SEGMENT.split(text[:_LONGEST_PLACES])]
    areas = (area[0] for segment in segments for area in segment.areas if len(area) == 1)
    return tuple(dict.fromkeys((*(code for segment in segments for code in segment.countries), *areas)))


def speaking(language: str) -> tuple[str, ...]:
    """List the countries where most people speak a language, after that of its region; for English only that."""
    spoken, _, region = language.lower().partition("-")
    own = (region.upper(),) if region else ()
    if spoken in {"", "en"}:
        return own
    return tuple(dict.fromkeys((*own, *_MOSTLY.get(spoken, ()))))


def _as_code(flag: re.Match[str]) -> str:
    letters = (chr(ord("A") + ord(letter) - _FIRST_LETTER) for letter in flag[0])
    return f" ({''.join(letters)})"


@dataclass(frozen=True)
class _Segment:
    """The countries and regions in a part of a text, and its other words."""

    countries: tuple[str, ...]
    areas: tuple[tuple[str, ...], ...]
    others: tuple[str, ...]


def _named_within(text: str) -> Named:
    segments = [_segment(part) for part in _SEGMENT.split(text)]
    countries = dict.fromkeys(code for segment in segments for code in segment.countries)
    own = [(code,) for code in countries if (PARTS | LINKED).get(code) not in countries]
    named = own + [area for segment in segments for area in segment.areas if not countries.keys() & {*area}]
    if not named:
        return _by_codes(text)
    common = [code for code in named[0] if all(code in others for others in named)]
    if not common:
        return Named(tuple(dict.fromkeys(code for codes_ in named for code in codes_)), "several")
    if any(_changes(segment) for segment in segments):
        return Named((*common, *_longer(segments, common)), "doubtful")
    return Named(tuple(common), "one" if own and common[0] not in PARTS else "perhaps")


def _by_codes(text: str) -> Named:
    """Find codes: all words of a text, such as "de, at", or words in capitals among others."""
    words = _WORD.findall(text)
    alone = all(word.lower() in codes() for word in words)
    written = [word.lower() for word in words if alone or (word.isupper() and not text.isupper())]
    found = tuple(dict.fromkeys(codes()[word] for word in written if word in codes()))
    return Named(found, ("none", "doubtful", "several")[min(len(found), 2)])


def _changes(segment: _Segment) -> bool:
    """Tell whether the other words of a segment make a name doubtful."""
    named = segment.countries or segment.areas
    return bool(segment.others) and (bool(named) or {*segment.others} <= _CHANGES)


def _longer(segments: Sequence[_Segment], found: Sequence[str]) -> list[str]:
    """Find other countries with all words of a doubtful name: "Papua New Guinea" for "New Guinea".

    Also find a name with the same words in another order: the United Kingdom for "Ireland (Northern)".
    """
    if len(found) != 1:
        return []
    words = {*fold(english()[found[0]]).split()}.union(*(segment.others for segment in segments))
    longer = [code for code, name in english().items() if words <= {*fold(name).split()}]
    turned = [code for name, code in names().items() if words == {*name.split()}]
    return [code for code in dict.fromkeys(longer + turned) if code != found[0]]


def _segment(text: str) -> _Segment:
    written = [word for word in _WORD.findall(text) if fold(word)]
    words = [fold(word) for word in written]
    if written and all(len(word) > 1 and word.isupper() and word.lower() in codes() for word in written):
        return _Segment(tuple(name_of(word) or codes()[word] for word in words), (), ())
    countries: list[str] = []
    areas: list[tuple[str, ...]] = []
    others: list[str] = []
    while words:
        code, area, length = _first(words)
        if code:
            countries.append(code)
        elif area:
            areas.append(area)
        elif words[0] not in _FILLS and words[0] not in single("between_choices", current()):
            others.append(words[0])
        words = words[length:]
    return _Segment(tuple(countries), tuple(areas), tuple(others))


def _first(words: list[str]) -> tuple[str | None, tuple[str, ...], int]:
    """Return the longest name at the beginning of some words: its country or area, and its number of words."""
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        name = " ".join(words[:length])
        if len(name) >= _SHORTEST or name in _SHORT:
            code, area = name_of(name), either().get(name) or regions().get(name, ())
            if code or area:
                return code, area, length
    return None, (), 1
