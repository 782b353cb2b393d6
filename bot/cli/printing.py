"""Lines, colours and progress: colours and progress only on a terminal, so that no file has them."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

GREEN, RED, _PLAIN = "\033[32m", "\033[31m", "\033[0m"


def print_line(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def coloured(text: str, colour: str, out: TextIO) -> str:
    """Colour a text if it goes to a terminal, unless ``NO_COLOR`` is set (https://no-color.org)."""
    is_wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return f"{colour}{text}{_PLAIN}" if is_wanted and out.isatty() else text


@contextmanager
def progress(name: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that shows how much is done, and of how much, as a percentage on standard error.

    It shows nothing if that is no terminal. At the end the line is cleared.
    """
    if not (sys.stderr and sys.stderr.isatty()):
        yield lambda _done, _of: None
        return
    shown = -1

    def show(done: int, of: int) -> None:
        nonlocal shown
        percent = done * 100 // of if of else 100
        if percent != shown:
            shown = percent
            sys.stderr.write(f"\r{name}: {percent} %")
            sys.stderr.flush()

    try:
        yield show
    finally:
        if shown >= 0:
            sys.stderr.write(f"\r{' ' * len(f'{name}: 100 %')}\r")
            sys.stderr.flush()
