"""The inputs of the benchmark's people: a transcript, as inputs and as a form for the peers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.demo.transcripts import parse

SOURCE = Path(__file__).parents[2] / "tests/transcripts/practices/back_on_track.txt"

AGREE = "I agree"
"""The button that people press first, if there is one."""

_INPUT = re.compile(r"> (?:\[(?P<label>[^\]]+)\]|(?P<text>.*))", re.DOTALL)
_BUTTON = re.compile(r"\[([^\]]*)\]")
_SECTION = re.compile(r"Section \d+ of 16")


@dataclass(frozen=True)
class Input:
    """A text, or the label of a pressed button; the reply has all ``signs`` in its text."""

    value: str
    pressed: bool
    signs: tuple[str, ...]


@dataclass(frozen=True)
class Screen:
    """The bot's message after an input."""

    text: str
    rows: list[list[str]]
    redrawn: bool


@cache
def inputs() -> tuple[Input, ...]:
    """List the inputs from ``/start`` to ``Submit``; without consent, which is given only if the bot asks."""
    return tuple(_input(written, screen) for written, screen in _turns())


@cache
def echoed() -> tuple[Input, ...]:
    """List the same inputs for an echo, which repeats them."""
    said = (f"{number}. {given.value}" for number, given in enumerate(inputs()))
    return tuple(Input(text, pressed=False, signs=(text[:20],)) for text in said)


def form() -> list[dict[str, Any]]:
    """List the questions for the peers, as the bot asks them in the transcript."""
    turns = _turns()[:-1]
    asked = [at for at, (_, screen) in enumerate(turns) if not screen.redrawn]
    return [
        _question(number, turns[at][1], [written for written, _ in turns[at + 1 : following + 1]])
        for number, (at, following) in enumerate(pairwise(asked), 1)
    ]


def _question(number: int, screen: Screen, given: Sequence[str]) -> dict[str, Any]:
    """Make a question from its screen and its inputs; without ``Done`` the number of choices is fixed."""
    many = ["Done"] in screen.rows
    return {
        "key": f"{number}. {_signs(screen)[-1]}",
        "text": screen.text[screen.text.index("Section ") :],
        "rows": screen.rows,
        "many": many,
        "exactly": len(given) if many and given[-1] != "> [Done]" else None,
    }


def _turns() -> list[tuple[str, Screen]]:
    """List the inputs and messages without consent: the message after it comes first."""
    turns: list[tuple[str, Screen]] = []
    for turn in parse(SOURCE.read_text(encoding="utf-8")).turns:
        written = turns.pop()[0] if turn.written == f"> [{AGREE}]" else turn.written
        turns.append((written, _screen(turn.expected)))
    return turns


def _input(written: str, screen: Screen) -> Input:
    found = _INPUT.fullmatch(written)
    if found is None:
        raise ValueError(f"{SOURCE.name} has a turn that the bench cannot do: {written[:40]}")
    text = (found["text"] or "").replace("\n| ", "\n").replace("\n|", "\n")
    signs = tuple(escape(sign, quote=False) for sign in _signs(screen))
    return Input(found["label"] or text, found["label"] is not None, signs)


def _signs(screen: Screen) -> tuple[str, ...]:
    """Identify a message by its section and question, or by its first line."""
    lines = screen.text.split("\n")
    at = next((number for number, line in enumerate(lines) if _SECTION.match(line)), None)
    if at is not None:
        return (_SECTION.findall(lines[at])[0], lines[at + 1])
    return ("Summary",) if "Summary" in lines else (lines[0],)


def _screen(expected: Sequence[str]) -> Screen:
    first = _first(expected)
    rows = [_BUTTON.findall(line) for line in first if line.startswith("[") and line.endswith("]")]
    text = "\n".join(line for line in first if line != "~" and not (line.startswith("[") and line.endswith("]")))
    return Screen(text, rows, "~" in first)


def _first(expected: Iterable[str]) -> list[str]:
    lines: list[str] = []
    for line in expected:
        if line == "---":
            break
        lines.append(line)
    return lines
