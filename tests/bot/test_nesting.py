"""Nesting: how deep JSON may be before the bot steps over it."""

from typing import Any

import pytest

from bot.telegram.receiving import DEEPEST, is_too_deep


def nested(depth: int, *, by_key: bool) -> Any:  # noqa: ANN401 - JSON of any shape
    """Nest a word so deep."""
    value: Any = "word"
    for _ in range(depth):
        value = {"a": 1, "b": value} if by_key else [0, value]
    return value


@pytest.mark.parametrize("by_key", [True, False])
def test_nesting_at_the_bound(*, by_key: bool) -> None:
    """What has fewer levels than the bound passes, and nothing above it, however far above."""
    tried = [nested(depth, by_key=by_key) for depth in (0, 1, DEEPEST - 1, DEEPEST, 100_000)]
    assert [False, False, False, True, True] == list(map(is_too_deep, tried))
