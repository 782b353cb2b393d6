"""Texts that are translated where they are said."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Annotated, Literal, Self

from babel import Locale, localedata
from babel.lists import format_list
from babel.numbers import format_decimal
from pydantic import BeforeValidator

from conversations.languages.catalogues import catalogue
from conversations.languages.offered import ENGLISH

_LANGUAGE: ContextVar[str] = ContextVar("language", default=ENGLISH)


def current() -> str:
    """Return the code of the language that is spoken."""
    return _LANGUAGE.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language; ``step`` does it for all that it says, so nothing outside sees which one it was."""
    before = _LANGUAGE.set(code)
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def speak(code: str) -> None:
    """Speak another language from here on; ``speaking`` around it brings the first one back."""
    _LANGUAGE.set(code)


def locale() -> Locale:
    """Return Babel's names and formats of the language that is spoken."""
    return _locale(current())


_LOCALES = {"pt": "pt_PT"}
"""Babel's Portuguese is that of Brazil: "Estônia"."""


@cache
def _locale(code: str) -> Locale:
    known = _LOCALES.get(code, code)
    if not localedata.exists(known):  # the pseudo-language of the tests
        known = ENGLISH
    return Locale.parse(known)


class Translatable(str):
    """An English text that ``str()``, ``format()`` and f-strings give in the language that is spoken.

    Compared, hashed or joined it is the English text: a constant in a ``join`` needs a ``str()`` around it.
    ``about`` says what it is about, where other languages need another word for something else.
    """

    __slots__ = ("about",)

    about: str

    def __new__(cls, text: str, about: str = "") -> Self:
        """Mark a text."""
        made = super().__new__(cls, text)
        made.about = about
        return made

    def __str__(self) -> str:
        return in_language(self)

    def __format__(self, spec: str) -> str:
        return format(in_language(self), spec)

    def format(self, *args: object, **values: object) -> str:
        """Translate the text, then fill in the values."""
        return in_language(self).format(*args, **values)


def _(text: str) -> Translatable:
    """Mark a text for translation."""
    return Translatable(text)


def pgettext(about: str, text: str) -> Translatable:
    """Mark a text for translation that is about something, such as the "withdrawn" of a comment."""
    return Translatable(text, about)


def in_language(text: str) -> str:
    """Translate an English text, such as the stored label of a choice."""
    language, plain = current(), str.__str__(text)
    if language == ENGLISH or not plain:
        return plain
    about = text.about if isinstance(text, Translatable) else ""
    return catalogue(language).pgettext(about, plain) if about else catalogue(language).gettext(plain)


def english(text: str) -> str:
    """Return the English text of a constant."""
    return str.__str__(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a text for that number; ``{count}`` and other values are filled in by ``format``."""
    return catalogue(current()).ngettext(one, many, count)


def number(count: int) -> str:
    """Write a number with the separators of the language: 1,204 in English, 1.204 in German."""
    return f"{count:,}" if current() == ENGLISH else format_decimal(count, locale=locale())


def both(items: Sequence[str]) -> str:
    """List some things with "and" before the last one."""
    return _listed(items, "standard")


def any_of(items: Sequence[str]) -> str:
    """List some things with "or" before the last one."""
    return _listed(items, "or")


_SEMICOLONS = {"el": "· ", "fr": "\N{NO-BREAK SPACE}; "}
"""Where it is not "; ": in Greek that is a question mark, in French a space belongs before it."""


def with_semicolons(items: Iterable[str]) -> str:
    """List labels and answers, which may have commas of their own."""
    return _SEMICOLONS.get(current(), "; ").join(map(str, items))


def _listed(items: Sequence[str], style: Literal["standard", "or"]) -> str:
    shown = [str(item) for item in items]
    if current() == ENGLISH:  # as this house writes it: no comma before the last one
        word = "and" if style == "standard" else "or"
        return f"{', '.join(shown[:-1])} {word} {shown[-1]}" if len(shown) > 1 else "".join(shown)
    return format_list(shown, style=style, locale=locale())


def _said(value: object) -> object:
    return str(value) if isinstance(value, Translatable) else value


Said = Annotated[str, BeforeValidator(_said)]
"""The type of a text in a model that people read: what is put there is translated at once."""
