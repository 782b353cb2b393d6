"""The form of the peers: the same questions for all programs, in order, with the same words and buttons.

Any answer is accepted: no limits, no overview, no Back. Each library stores the state in its own way.
"""

import json
import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

Rows = list[list[str]]


@dataclass(frozen=True)
class Question:
    """A question with its buttons; ``many`` allows several choices, until ``Done`` or ``exactly`` that number."""

    key: str
    text: str
    rows: Rows
    many: bool
    exactly: int | None


@dataclass(frozen=True)
class Shown:
    """The next message; ``redrawn`` if it replaces the message with the pressed button."""

    text: str
    rows: Rows = field(default_factory=list)
    redrawn: bool = False


@cache
def questions() -> tuple[Question, ...]:
    """Read the questions from the benchmark's file."""
    listed: list[dict[str, Any]] = json.loads(Path(os.environ["PEER_FORM"]).read_text(encoding="utf-8"))
    return tuple(Question(**each) for each in listed)


def begin(data: dict[str, Any]) -> Shown:
    """Begin a new practice."""
    data.clear()
    data.update(at=0, chosen=[], answers={})
    return asked(data)


def answer(data: dict[str, Any], given: str) -> Shown:
    """Store an answer, typed or pressed, and go on; a choice of several waits for ``Done`` or the last one."""
    if data["at"] == len(questions()):
        return Shown("Submitted")
    question = questions()[data["at"]]
    chosen: list[str] = data["chosen"]
    if question.many and given != "Done":
        chosen = [*chosen, given] if given not in chosen else [each for each in chosen if each != given]
        if len(chosen) != question.exactly:
            data["chosen"] = chosen
            return Shown(question.text, ticked(question, chosen), redrawn=True)
    value = chosen if question.many else given
    data.update(at=data["at"] + 1, chosen=[], answers={**data["answers"], question.key: value})
    return asked(data, f"Saved: {'; '.join(chosen) if question.many else given[:200]}\n\n")


def asked(data: dict[str, Any], before: str = "") -> Shown:
    """Ask the next question, or show all answers."""
    if data["at"] < len(questions()):
        question = questions()[data["at"]]
        return Shown(before + question.text, question.rows)
    listed = "\n\n".join(f"{key}\n{value}" for key, value in data["answers"].items())
    return Shown(f"{before}Summary\n\n{listed}"[:4096], [["Submit"]])


def ticked(question: Question, chosen: list[str]) -> Rows:
    """Mark the chosen buttons."""
    return [[f"✓ {label}" if label in chosen else label for label in row] for row in question.rows]


def data_of(label: str) -> str:
    """Return the data of a button: its label without the mark."""
    return label.removeprefix("✓ ")
