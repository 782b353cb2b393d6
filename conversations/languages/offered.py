"""The languages by their codes (ISO 639-1) and own names."""

from collections.abc import Collection
from functools import cache
from unicodedata import combining, normalize

from babel import Locale

ENGLISH = "en"

OWN_NAMES = {
    "bg": "Български",
    "cs": "Čeština",
    "da": "Dansk",
    "de": "Deutsch",
    "et": "Eesti",
    "el": "Ελληνικά",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ga": "Gaeilge",
    "hr": "Hrvatski",
    "it": "Italiano",
    "lv": "Latviešu",
    "lt": "Lietuvių",
    "hu": "Magyar",
    "mt": "Malti",
    "nl": "Nederlands",
    "no": "Norsk",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "sk": "Slovenčina",
    "sl": "Slovenščina",
    "fi": "Suomi",
    "sv": "Svenska",
}
"""The official languages of the EU, and Norwegian, in the order of the keyboard of /language."""

DESK = (ENGLISH, "de", "fr")
"""The languages of the pages for coordinators and admins."""

_OTHER_CODES = {"nb": "no", "nn": "no"}
"""Telegram names Norwegian by its written forms, too."""


def matching(code: str, offered: Collection[str]) -> str:
    """Return the offered language for the code of an app, such as ``pt-br``, else English."""
    language = code.casefold().replace("_", "-").partition("-")[0]
    language = _OTHER_CODES.get(language, language)
    return language if language in offered else ENGLISH


@cache
def _codes() -> dict[str, str]:
    """Map the codes and names of the languages, in each of them, to their codes."""
    names = {code: code for code in (*OWN_NAMES, *_OTHER_CODES)} | _OTHER_CODES
    for spoken in OWN_NAMES:
        known = Locale.parse(spoken).languages
        names |= {_plain(known[code]): code for code in OWN_NAMES if code in known}
    return names | {_plain(name): code for code, name in OWN_NAMES.items()}


def _plain(name: str) -> str:
    """Leave out case and accents, which a keyboard may lack."""
    return "".join(char for char in normalize("NFKD", name.casefold()) if not combining(char))


def code_named(text: str) -> str | None:
    """Return the code of the language that a text names, in whichever language: Deutsch, German, tysk, de."""
    return _codes().get(_plain(" ".join(text.split()).strip(".!")))


def at_desk(code: str) -> str:
    """Return the language in which the pages for coordinators and admins speak to somebody."""
    return code if code in DESK else ENGLISH
