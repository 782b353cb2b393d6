"""What a module of texts says, in the pseudo-language."""

from collections.abc import Iterator, Mapping, Sequence
from inspect import getmembers, isfunction
from types import ModuleType
from typing import Any

from support.pseudo import PSEUDO, plain_words

from conversations.languages import catalogues, speaking

PRETENDED = "is"
"""The pseudo-language has the numbers of a language that the bot does not offer."""

Call = tuple[tuple[Any, ...], Mapping[str, Any]]

Calls = Mapping[str, Sequence[Call]]
"""The arguments of each function of a module, once for each of its sentences."""


def call(*args: object, **named: object) -> Call:
    """Write the arguments of one call."""
    return args, named


def untranslated(module: ModuleType, calls: Calls, silent: Sequence[str] = (), values: Sequence[str] = ()) -> list[str]:
    """List what a module says in plain English, and its functions without arguments in the table.

    ``silent`` are names that say nothing, ``values`` words that are data.
    """
    catalogues.use(PRETENDED, PSEUDO)
    functions = {name: one for name, one in getmembers(module, isfunction) if one.__module__ == module.__name__}
    public = {name: one for name, one in functions.items() if not name.startswith("_") and name not in silent}
    constants = {name: one for name, one in vars(module).items() if name.lstrip("_").isupper() and name not in silent}
    found = [f"{name} is not called" for name in sorted(public.keys() - calls.keys())]
    with speaking(PRETENDED):
        said = [(name, str(text)) for name, one in constants.items() for text in _texts(one)]
        for name, every in calls.items():
            said += [(name, str(text)) for args, named in every for text in _texts(public[name](*args, **named))]
    return found + [f"{name}: {text}" for name, text in said if plain_words(text, tuple(values))]


def _texts(value: object) -> Iterator[str]:
    """List the texts of a constant: itself, the values of a mapping, the members of a tuple."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
