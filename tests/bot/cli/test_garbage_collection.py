"""Garbage collection: never of imports, and rarely while the bot runs."""

import gc
import runpy
from collections.abc import Iterator

import pytest

from bot.cli.running import rare_collection


@pytest.fixture
def own() -> Iterator[tuple[int, int, int]]:
    """Collect as often as Python does by default; the suite collects more rarely."""
    before, own = gc.get_threshold(), (700, 10, 10)
    gc.set_threshold(*own)
    yield own
    gc.set_threshold(*before)


def test_objects_of_the_block_are_never_collected() -> None:
    """Nothing is collected in the block; after it Python collects again, but nothing that was made in the block."""
    with runpy.run_module("bot.__main__", run_name="program")["uncollected"]():
        assert not gc.isenabled()
        circle: list[object] = []
        circle.append(circle)
    assert (True, False) == (gc.isenabled(), any(each is circle for each in gc.get_objects()))


def test_collection_is_rare_in_the_block(own: tuple[int, int, int]) -> None:
    """New objects are collected less often in the block, and as before after it."""
    with rare_collection():
        assert gc.get_threshold()[0] > own[0]
    assert own == gc.get_threshold()
