"""The terminal: lines that come in, text that goes out; the same through a pipe."""

import asyncio
import os
from contextlib import suppress
from io import FileIO
from threading import Thread
from typing import TextIO

_BOLD, _PLAIN = "\033[1m", "\033[0m"


class Lines:
    """What is typed, line by line, and then ``None``."""

    def __init__(self, source: TextIO) -> None:
        # Without a buffer: a thread that waits in one would hold its lock when the program ends.
        self._source = FileIO(os.dup(source.fileno()))
        self._loop = asyncio.get_running_loop()
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        Thread(target=self._read, daemon=True).start()

    async def next(self) -> str | None:
        """Wait for the next line; at the end there is no more, however often one asks."""
        line = await self._lines.get()
        if line is None:
            self._lines.put_nowait(None)
        return line

    def _read(self) -> None:
        with self._source, suppress(RuntimeError):  # the loop may have ended meanwhile
            for line in self._source:
                self._put(line.decode(errors="replace").rstrip("\r\n"))
            self._put(None)

    def _put(self, line: str | None) -> None:
        self._loop.call_soon_threadsafe(self._lines.put_nowait, line)


class Screen:
    """Where the talk is shown; with a prompt and bold titles where a person types at it."""

    def __init__(self, source: TextIO, out: TextIO) -> None:
        self._out = out
        self._styled = out.isatty()
        self._typed = source.isatty()
        self._waiting = False
        self._mark = ""

    def prompt(self, mark: str) -> None:
        """Ask for a line."""
        self._mark, self._waiting = mark, True
        self._write(mark if self._typed else "")

    def entered(self, line: str | None) -> None:
        """Note that a line has come, ``None`` at the end; show it where the terminal has not."""
        self._waiting = False
        if line is None:
            self._write("\n" if self._typed else "")
        elif not self._typed:
            self._write(f"{self._mark}{line}\n")

    def show(self, text: str) -> None:
        """Show something on lines of its own, also while somebody types."""
        torn = self._waiting and self._typed
        self._write(f"\n{text}\n{self._mark}" if torn else f"{text}\n")

    def bold(self, text: str) -> str:
        """Make a text bold where that can be seen."""
        return f"{_BOLD}{text}{_PLAIN}" if self._styled else text

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
