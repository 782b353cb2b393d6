"""Call all that a module of texts says in the pseudo-language, and list what stays English."""

import inspect
from collections.abc import Iterator, Mapping
from types import ModuleType

from support.pseudo import PSEUDO, plain_words

from conversations.languages import speaking
from conversations.languages.catalogues import use

CODE = "xx"

use(CODE, PSEUDO)

_OF_BABEL = {"and"}
"""A word that Babel puts into lists; it does not know the pseudo-language."""


def english_left(module: ModuleType, values: Mapping[str, object], *more: object) -> list[str]:
    """List the English words in a module's constants, in what its functions return, and in ``more`` texts.

    ``values`` are the arguments of all functions, by the names of their parameters, such as ``count``, or of one
    function, such as ``too_many.labels``; none may have a letter.
    """
    with speaking(CODE):
        said = [*_constants(module), *_functions(module, values), *map(str, more)]
        return [text for text in said if {*plain_words(text)} - _OF_BABEL]


def _constants(module: ModuleType) -> Iterator[str]:
    for name, thing in vars(module).items():
        if not name.startswith("_"):
            every = thing.values() if isinstance(thing, dict) else (thing,)
            yield from (str(one) for one in every if isinstance(one, str))


def _functions(module: ModuleType, values: Mapping[str, object]) -> Iterator[str]:
    for name, function in vars(module).items():
        if inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_"):
            wanted = inspect.signature(function).parameters
            yield str(function(**{key: values.get(f"{name}.{key}", values.get(key)) for key in wanted}))
