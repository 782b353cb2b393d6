"""The path of one typed answer through our files and functions, from the poll to the mark as sent.

``make way`` prints it. The whole bot runs in this process against the local Bot API, on SQLite. Somebody types
the year in which their practice began; each function of ours that this calls is recorded, in all threads.
"""

import asyncio
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any
from unittest.mock import patch

from bot.demo.playing import SandboxTalker
from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed
from bot.demo.transcripts import parse
from bot.sandbox import Person

ROOT = Path(__file__).parents[1]

OURS = ("bot", "conversations", "storage")

OTHERS = ("bot/demo", "bot/page", "bot/sandbox")

BEFORE = ("/start", "Open Door", "We prevent radicalisation.", "No", "12, 9", "families", "[Skip]", "Denmark")
"""The messages that lead to the question for the year."""

ANSWER = "2011"

_PARTS = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>", "<module>")
"""These have their own frame and are no functions."""


@dataclass
class CallPath:
    """The functions that an answer has called, by file, in the order of the first call."""

    entered: list[tuple[str, str]] = field(default_factory=list)

    @property
    def files(self) -> dict[str, list[str]]:
        """The functions of each file."""
        found: dict[str, list[str]] = {}
        for file, function in dict.fromkeys(self.entered):
            found.setdefault(file, []).append(function)
        return found

    @property
    def changes(self) -> int:
        """How often the next called function is in another file."""
        return max(0, len(list(groupby(file for file, _ in self.entered))) - 1)

    def __str__(self) -> str:
        files = self.files
        functions = sum(map(len, files.values()))
        lines = [f"{len(files)} files, {functions} functions, {self.changes} changes of file"]
        return "\n".join([*lines, *(f"{file}: {', '.join(functions)}" for file, functions in files.items())])


class Tracing:
    """Records each call of our functions in any thread."""

    def __init__(self) -> None:
        self.on = False
        self.path = CallPath()
        self._frames: set[FrameType] = set()

    def __call__(self, frame: FrameType, event: str, _value: object) -> None:
        """Record a call, unless it is one of this module or a coroutine that continues."""
        if not self.on or event != "call" or frame in self._frames:
            return
        code, caller = frame.f_code, frame.f_back
        if caller and caller.f_code.co_filename == __file__:
            return
        file = _ours(code.co_filename)
        if file and not code.co_name.endswith(_PARTS):
            self._frames.add(frame)
            self.path.entered.append((file, code.co_qualname))

    @contextmanager
    def everywhere(self) -> Iterator[None]:
        """Record this thread and later ones: Python 3.11 cannot trace threads that already run."""
        before = threading.getprofile()

        def begin(frame: FrameType, event: Any, given: object) -> None:  # noqa: ANN401 - as threading has it
            if before is not None:  # what the tests do with each thread: support/greenlets.py
                before(frame, event, given)
            sys.setprofile(self)
            self(frame, event, given)

        threading.setprofile(begin)
        sys.setprofile(self)
        try:
            yield
        finally:
            sys.setprofile(None)
            threading.setprofile(before)


def _ours(path: str) -> str:
    """Return the name of a counted file, None for any other."""
    name = path.removeprefix(f"{ROOT}/")
    return name if name.startswith(tuple(f"{each}/" for each in OURS)) and not name.startswith(OTHERS) else ""


def _is_answered(person: Person) -> bool:
    return person.messages[-1].text.startswith(f"Saved: {ANSWER}")


async def call_path() -> CallPath:
    """Let somebody type an answer, and return its path."""
    tracing = Tracing()
    with TemporaryDirectory() as folder, tracing.everywhere(), patch("bot.app.SWEEP_SECONDS", 3600):
        async with TestBed(f"sqlite+aiosqlite:///{folder}/practices.db", begins=TRANSCRIPTS_BEGIN) as bed:
            talker = SandboxTalker(bed)
            for name in ("Ben", "Anna"):  # Ben's answer loads what is loaded once
                for turn in parse("\n".join(f"{name}> {words}" for words in BEFORE)).turns:
                    await talker.act(turn.act)
                await bed.sandbox.until(lambda: bed.sandbox.polled)
                tracing.on = name == "Anna"
                await bed.person(name).says(ANSWER)
                await bed.sandbox.until(partial(_is_answered, bed.person(name)))
                await bed.bot.idle()
                tracing.on = False
    return tracing.path


def main(_arguments: Sequence[str] = ()) -> int:
    """Print the path."""
    sys.stdout.write(f"{asyncio.run(call_path())}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
