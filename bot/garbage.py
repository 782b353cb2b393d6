"""Garbage: how often Python looks for objects that only hold each other."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_EVERY = (10_000, 10, 10)
"""New objects between two looks at the newest; every tenth look goes on to older ones. Python's own is 700, 10, 10."""


@contextmanager
def kept_whole() -> Iterator[None]:
    """Let what is made while a block runs stay for good: no look at it, not in the block, not later, not at the end.

    That is for imports. Looking through all of them over and over was 0.6 s of the 1.7 s of computing that a command
    took which did nothing else.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Look seldom while a block runs: a turn makes a thousand objects, and next to none of them in a circle."""
    before = gc.get_threshold()
    gc.set_threshold(*_EVERY)
    try:
        yield
    finally:
        gc.set_threshold(*before)
