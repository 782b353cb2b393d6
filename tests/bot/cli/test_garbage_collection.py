"""Garbage: imports are left alone for good, and Python looks for circles of objects more seldom while the bot runs."""

import gc
from collections.abc import Iterator

import pytest

from bot.cli.running import collected_seldom, kept_whole


@pytest.fixture
def own() -> Iterator[tuple[int, int, int]]:
    """Look as often as Python does by itself; the suite looks more seldom."""
    before, own = gc.get_threshold(), (700, 10, 10)
    gc.set_threshold(*own)
    yield own
    gc.set_threshold(*before)


def test_nobody_looks_at_what_is_kept_whole() -> None:
    """Nobody looks within the block; behind it Python looks again, but not at what was made there."""
    with kept_whole():
        assert not gc.isenabled()
        circle: list[object] = []
        circle.append(circle)
    assert (True, False) == (gc.isenabled(), any(each is circle for each in gc.get_objects()))


def test_as_before_behind_the_block(own: tuple[int, int, int]) -> None:
    """Within the block the newest objects are looked at less often, behind it as before."""
    with collected_seldom():
        assert gc.get_threshold()[0] > own[0]
    assert own == gc.get_threshold()
