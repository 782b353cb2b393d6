"""The catalogues: one ``.po`` file for each language, read when the language is first needed."""

import os
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from conversations.languages.offered import ENGLISH, OWN_NAMES

_FOLDER = Path(__file__).parents[1] / "locales"

CATALOGUES = tuple(code for code in OWN_NAMES if code == ENGLISH or (_FOLDER / f"{code}.po").is_file())
"""The codes of the languages that there are catalogues for."""

UNSIGNED = "nobody yet"
"""Stands in the header as the last translator until a speaker has read the whole catalogue."""

_offered: list[str] = [*CATALOGUES]

_loaded: dict[str, NullTranslations] = {ENGLISH: NullTranslations()}


def catalogue(code: str) -> NullTranslations:
    """Return the translations of a language; to compile a file takes 50 to 170 ms, to read the compiled one 5 ms."""
    if code not in _loaded:
        _loaded[code] = GNUTranslations(BytesIO(_compiled(_FOLDER / f"{code}.po", code)))
    return _loaded[code]


def _compiled(file: Path, code: str) -> bytes:
    """Compile a catalogue, or read the compiled one: it is kept in ``__pycache__``, as Python keeps modules there.

    Where nobody may write, and where Python is told not to write bytecode, each process compiles what it needs.
    """
    kept, changed = file.parent / "__pycache__" / f"{code}.mo", file.stat().st_mtime_ns
    with suppress(OSError):
        if kept.stat().st_mtime_ns == changed:
            return kept.read_bytes()
    with file.open("rb") as source, BytesIO() as compiled:
        write_mo(compiled, read_po(source, locale=code))
        made = compiled.getvalue()
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            _keep(made, kept, changed)
    return made


def _keep(made: bytes, kept: Path, changed: int) -> None:
    kept.parent.mkdir(exist_ok=True)
    new = kept.with_suffix(f".{os.getpid()}")
    new.write_bytes(made)
    os.utime(new, ns=(changed, changed))
    new.replace(kept)  # at once: another process may read it now


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
