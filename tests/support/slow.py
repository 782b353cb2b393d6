"""Parameters of a test that ``make test`` leaves out: another one takes the same ways there."""

from collections.abc import Iterable, Iterator

import pytest


def slowly(*values: object) -> Iterator[pytest.ParameterSet]:
    """Mark each of these parameters as slow; a tuple is several at once."""
    for value in values:
        yield pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=pytest.mark.slow)


def few(number: int, values: Iterable[object]) -> list[object]:
    """Return these parameters, of which all but the first ``number`` are marked as slow."""
    every = list(values)
    return [*every[:number], *slowly(*every[number:])]
