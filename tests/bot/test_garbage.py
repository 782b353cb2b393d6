"""Garbage: Python looks for circles of objects more seldom while the bot runs."""

import gc

from bot.garbage import collected_seldom


def test_as_before_behind_the_block() -> None:
    """Within the block the newest objects are looked at less often, behind it as before."""
    before = gc.get_threshold()
    with collected_seldom():
        assert gc.get_threshold()[0] > before[0]
    assert before == gc.get_threshold()
