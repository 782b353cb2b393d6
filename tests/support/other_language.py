"""Speak another language in a test, and call all texts of a module in it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from gettext import NullTranslations
from itertools import count
from types import FunctionType, ModuleType
from typing import Any

from support.pseudo import PSEUDO
from support.spoken import CODE

from conversations.languages import catalogues, speaking

Arguments = Mapping[str, Sequence[Sequence[Any]]]
"""The arguments of each function, for one or more calls; those by name stand in a dictionary at the end."""

_NUMBERS = count()


class Words(NullTranslations):
    """A language with a few words; all others are English.

    Each has a code of its own, since labels are prepared once for each language. Babel knows ``de_BE``, no made-up one.
    """

    def __init__(self, words: Mapping[str, str], code: str = "") -> None:
        super().__init__()
        self._words = words
        self.code = code or f"words{next(_NUMBERS)}"

    def gettext(self, message: str) -> str:
        """Translate a text."""
        return self._words.get(message, message)


@contextmanager
def spoken(words: Words | None = None) -> Iterator[None]:
    """Speak a language, without ``words`` the pseudo-language."""
    code = words.code if words else CODE
    catalogues.use(code, words or PSEUDO)
    with speaking(code):
        yield


def texts_of(module: ModuleType, arguments: Arguments) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each constant and function; KeyError for a function without ``arguments``."""
    for name, value in vars(module).items():
        if isinstance(value, FunctionType) and value.__module__ == module.__name__ and not name.startswith("_"):
            for each in arguments[name]:
                by_name = each[-1] if each and isinstance(each[-1], dict) else {}
                yield name, str(value(*each[: len(each) - bool(by_name)], **by_name))
        elif name.lstrip("_").isupper() and not name.startswith("__"):
            yield from ((name, text) for text in _in(value))


def _in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _in(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _in(each)
