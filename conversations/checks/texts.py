"""What texts alone give away: a figure, an address in the place of a person, a link that leads nowhere."""

import re

from conversations.checks import wording
from conversations.fields.addresses import is_email
from conversations.fields.nothing import may_say_nothing
from conversations.fields.plain import bare, fold

_FEW = 5
"""A description with fewer words of its own than this says no more than the name."""
_SHORT_QUESTION = 15
"""Words of a text that can be a question and nothing else; a longer one may end with a question."""
_LEAST_ALIKE = 20
"""Characters of a text that is no coincidence where it stands twice."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER_WORDS = (
    "half third thirds quarter quarters percent dozen dozens hundred hundreds thousand thousands two three four five "
    "six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety halfte drittel "
    "viertel prozent moitie tiers quart pourcent mitad tercio ciento meta terzo cento helft derde procent halften "
    "tredjedel halvdelen polowa polovina"
)
"""Figures in words, without accents: those of English; halves, thirds and per cent in some other languages."""
_FIGURE = re.compile(rf"\d|[%½¼¾]|\b(?:{'|'.join(_NUMBER_WORDS.split())})\b")

_STREET = re.compile(
    r"\w(?:gade|vej|alle|torv|strasse|str|gasse|weg|platz|allee|gatan|gata|vagen|veien|katu|tie|straat|laan|plein|kade)"
    r"\b|\b(?:street|st|road|rd|avenue|ave|lane|square|rue|bd|boulevard|place|quai|via|viale|piazza|corso|calle|avenida"
    r"|plaza|rua|ulica|ul|aleja|al|utca|namesti|trida|strada|bulevard|odos)\b"
)
_HOUSE_NUMBER = re.compile(r"\b\d{1,4}\s?[a-z]?\b")
_STREET_ALONE = re.compile(r"(?:[^\W\d_]+\.?\s+){1,3}\d{1,4}\s?[a-z]?|\d{1,4}\s+(?:[^\W\d_]+\s*){1,3}")
_POSTCODE = re.compile(r"\b(?:[a-z]{1,2}-?)?\d{4,5}\s+[^\W\d_]{2,}|\b\d{3}\s\d{2}\s+[^\W\d_]{2,}")
_POST_BOX = re.compile(r"\bp\.?\s?o\.?\s?box\b|\bpost(?:box|boks|fach|bus)\b|\bboite postale\b")
_WEB = re.compile(r"https?:|www\.")
_MOST_LETTERS, _LEAST_DIGITS = 5, 6


def same(text: str, other: str) -> bool:
    """Say whether two texts are the same apart from case, accents and punctuation, and long enough to compare."""
    said = fold(text)
    return bool(said) and said == fold(other) and (len(said) >= _LEAST_ALIKE or len(said.split()) > 1)


def says_no_more(text: str, name: str) -> bool:
    """Say whether a text has hardly a word that is not in the name."""
    return len({*fold(text).split()} - {*fold(name).split()}) < _FEW


def has_figure(text: str) -> bool:
    """Say whether a text has a figure; a year is none."""
    return bool(_FIGURE.search(_YEAR.sub("", bare(text))))


def no_answer(text: str) -> str | None:
    """Advise where a text says that there is no answer, or asks a question."""
    said = text.strip()
    asks = said.endswith("?") and len(said.split()) <= _SHORT_QUESTION
    return wording.no_answer(said) if asks or may_say_nothing(said) else None


def looks_like(person: str) -> str:
    """Say what stands in the place of a person, if something else does."""
    said = bare(person.strip())
    if any(is_email(word.strip("<>(),;")) for word in said.split()) and len(said.split()) == 1:
        return wording.AN_EMAIL
    if _WEB.search(said):
        return wording.A_WEBSITE
    if _is_phone(said):
        return wording.A_PHONE
    return wording.AN_ADDRESS if _is_address(said) else ""


def _is_phone(said: str) -> bool:
    letters = sum(char.isalpha() for char in said)
    return letters <= _MOST_LETTERS and sum(char.isdigit() for char in said) >= _LEAST_DIGITS


def _is_address(said: str) -> bool:
    street = _STREET.search(said) and _HOUSE_NUMBER.search(said)
    return bool(street or _STREET_ALONE.fullmatch(said) or _POSTCODE.search(said) or _POST_BOX.search(said))


_SCHEME = re.compile(r"\b([htps]{3,7})(:/+|//:?|;/+|:\\+|:(?=www))\S*", re.IGNORECASE)
"""What begins like a web address, mistyped or not: ``http``, with too few or too many of its letters and marks."""
_ON_THIS_COMPUTER = re.compile(r"\bfile:\S+|\b[a-z]:\\\S+|(?<!\S)\\\\[\w.-]+\\\S+", re.IGNORECASE)
_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"“”«»]*|(?<![\w/.])www\.[^\s<>\"“”«»]+", re.IGNORECASE)
_BEFORE_HOST, _BEHIND_HOST = re.compile(r"https?://", re.IGNORECASE), re.compile(r"[/?#:]")
_OWN_NETWORK = re.compile(
    r"localhost|intranet|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|127(?:\.\d+){3}|.*\.(?:local|lan|intranet|internal|intra)"
)
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+|\d+(?:\.\d+){3}")
_MARKS = ".,;:!?)]}'…"


def broken_link(text: str) -> str | None:
    """Advise where a text has a link that nobody else can open."""
    own = _ON_THIS_COMPUTER.search(text)
    if own:
        return wording.own_link(own[0].rstrip(_MARKS))
    mistyped = next((found[0] for found in _SCHEME.finditer(text) if not _BEFORE_HOST.match(found[0])), "")
    if mistyped:
        return wording.no_link(mistyped.rstrip(_MARKS))
    return next(filter(None, (_fault(found[0].rstrip(_MARKS)) for found in _ADDRESS.finditer(text))), None)


def _fault(address: str) -> str | None:
    host = _BEHIND_HOST.split(_BEFORE_HOST.sub("", address))[0].lower()
    if _OWN_NETWORK.fullmatch(host):
        return wording.own_link(address)
    named = _HOST.fullmatch(host) and (not host.startswith("www.") or host.count(".") > 1)
    return None if named else wording.no_link(address)
