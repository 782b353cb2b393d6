"""Speak another language in a test, the pseudo-language or one with a few words, and call all texts of a module."""

import inspect
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from gettext import NullTranslations
from itertools import count
from types import FunctionType, ModuleType
from typing import Any

from support.pseudo import PSEUDO, plain_words

from conversations.languages import ENGLISH, catalogues, speaking

CODE = "xx"
"""The pseudo-language: Babel has no numbers, dates and countries of it, so they stay English."""

PRETENDED = "is"
"""The pseudo-language with the numbers, dates and countries of a language that the bot does not offer."""

catalogues.use(CODE, PSEUDO)

_OF_BABEL = {"and"}
"""A word that Babel puts into lists."""

Arguments = Mapping[str, Sequence[Sequence[Any]]]
"""The arguments of each function, for one or more calls; those by name stand in a dictionary at the end."""

_NUMBERS = count()


class Words(NullTranslations):
    """A language with a few words; all others are English. A text with a number is found by its plural.

    Each has a code of its own. Babel knows ``de_BE``, no made-up one.
    """

    def __init__(self, words: Mapping[str, str], code: str = "") -> None:
        super().__init__()
        self._words = words
        self.code = code or f"words{next(_NUMBERS)}"

    def gettext(self, message: str) -> str:
        """Translate a text."""
        return self._words.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Translate a text with a number."""
        return self._words.get(msgid2) or super().ngettext(msgid1, msgid2, n)


@contextmanager
def spoken(words: Words | None = None) -> Iterator[None]:
    """Speak a language, without ``words`` the pseudo-language."""
    code = words.code if words else CODE
    catalogues.use(code, words or PSEUDO)
    with speaking(code):
        yield


@contextmanager
def offering(code: str, words: NullTranslations = PSEUDO) -> Iterator[None]:
    """Offer English and one language, with other words than those of its catalogue, and put all back at the end."""
    catalogues.use(code, words)
    catalogues._offered[:] = [ENGLISH, code]
    try:
        yield
    finally:
        catalogues.offer(())
        catalogues._loaded.pop(code)


Call = Sequence[Any]
"""The arguments of one call."""


def call(*args: object, **named: object) -> Call:
    """Write the arguments of one call."""
    return (*args, named) if named else args


def texts_of(module: ModuleType, arguments: Arguments) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each constant and function; KeyError for a function without ``arguments``."""
    for name, value in vars(module).items():
        if isinstance(value, FunctionType) and value.__module__ == module.__name__ and not name.startswith("_"):
            for each in arguments[name]:
                by_name = each[-1] if each and isinstance(each[-1], dict) else {}
                said = value(*each[: len(each) - bool(by_name)], **by_name)
                yield from ((name, text) for text in _in(said))
        elif name.lstrip("_").isupper() and not name.startswith("__"):
            yield from ((name, text) for text in _in(value))


def untranslated(
    module: ModuleType, arguments: Arguments, silent: Sequence[str] = (), values: Sequence[str] = ()
) -> list[str]:
    """List what a module says in plain English.

    ``silent`` are names that say nothing, ``values`` words that are data.
    """
    catalogues.use(PRETENDED, PSEUDO)
    with speaking(PRETENDED):
        said = [*texts_of(module, {**dict.fromkeys(silent, ()), **arguments})]
    return [f"{name}: {text}" for name, text in said if name not in silent and plain_words(text, tuple(values))]


def english_left(module: ModuleType, values: Mapping[str, object], *more: object) -> list[str]:
    """List the English words in a module's constants, in what its functions return, and in ``more`` texts.

    ``values`` are the arguments of all functions, by the names of their parameters, such as ``count``, or of one
    function, such as ``too_many.labels``; none may have a letter.
    """
    functions = [each for each in vars(module).values() if inspect.isfunction(each)]
    arguments = {each.__name__: [call(**_chosen(each, values))] for each in functions}
    with speaking(CODE):
        said = [text for name, text in texts_of(module, arguments) if not name.startswith("_")] + [*map(str, more)]
        return [text for text in said if {*plain_words(text)} - _OF_BABEL]


def _chosen(function: FunctionType, values: Mapping[str, object]) -> dict[str, object]:
    """Choose the arguments of a function."""
    name = function.__name__
    return {key: values.get(f"{name}.{key}", values.get(key)) for key in inspect.signature(function).parameters}


def _in(value: object) -> Iterator[str]:
    """List the texts of a value: itself, the values of a mapping, the members of a tuple."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _in(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _in(each)
