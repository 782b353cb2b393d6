"""The catalogues: one ``.po`` file for each language, read when the language is first needed."""

from collections.abc import Collection, Sequence
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from conversations.languages.offered import ENGLISH, OWN_NAMES

_FOLDER = files("conversations") / "locales"

CATALOGUES = tuple(code for code in OWN_NAMES if code == ENGLISH or (_FOLDER / f"{code}.po").is_file())
"""The codes of the languages that there are catalogues for."""

UNSIGNED = "nobody yet"
"""Stands in the header as the last translator until a speaker has read the whole catalogue."""

_offered: list[str] = [*CATALOGUES]

_loaded: dict[str, NullTranslations] = {ENGLISH: NullTranslations()}


def catalogue(code: str) -> NullTranslations:
    """Return the translations of a language; reading a file takes 50 to 170 ms, once."""
    if code not in _loaded:
        with (_FOLDER / f"{code}.po").open("rb") as file, BytesIO() as compiled:
            write_mo(compiled, read_po(file, locale=code))
            compiled.seek(0)
            _loaded[code] = GNUTranslations(compiled)
    return _loaded[code]


def offered() -> Sequence[str]:
    """List the codes of the languages that people can choose."""
    return _offered


def offer(codes: Collection[str]) -> None:
    """Offer these languages alone, from the start of the process on; all of them if there is no code."""
    _offered[:] = [code for code in OWN_NAMES if code in (codes or CATALOGUES)]


def is_signed(code: str) -> bool:
    """Tell whether a speaker has read the whole catalogue: the header names them as its last translator."""
    return code == ENGLISH or catalogue(code).info().get("last-translator", UNSIGNED) != UNSIGNED


def use(code: str, translations: NullTranslations) -> None:
    """Speak a language with other translations than those of its file."""
    _loaded[code] = translations
