"""Transcripts: talks as text that a person can read, played through a talker and compared with what was said.

A line that begins with ``> `` is what the person does, the indented lines under it are what the bot answers:

- ``> text`` says it; lines that begin with ``| `` go on with the same message;
- ``> [Label]`` presses the newest button of that label; ``(again)`` behind it presses the button pressed last once
  more, ``(first)`` the oldest one with that label;
- ``> (edits What it began with) new text`` changes an earlier message;
- ``> (repeats 900) word`` says the text 900 times over, with a space between; ``> (pastes 900) word`` likewise, as one
  paste that the client cuts into messages;
- ``> (waits 21 days)`` lets time pass, ``> (restarts)`` restarts the bot;
- ``> (sticker)``, ``> (photo) words under it``, ``> (document leaflet.pdf, 25 MB)`` ... send something else, a file
  with a name and a size where they stand there; a backslash first takes the text as it is.

Of the bot, ``* `` begins a note on the pressed button, ``~`` stands above a message that was redrawn, ``---`` between
two messages, and buttons stand in brackets. Lines before the first ``> `` are a comment.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

Verb = Literal["says", "pastes", "presses", "edits", "sends", "waits", "restarts"]

INDENT = "  "

_PRESS = re.compile(r"\[(.+)\](?: \((again|first)\))?")
_SIZE = re.compile(r"(?:, |^)(\d+) MB\Z")
_ASIDE = re.compile(r"\((\w+)(?: ([^)]*))?\)(?: (.*))?", re.DOTALL)


@dataclass(frozen=True)
class Act:
    """One thing a person does; ``detail`` is which button, which earlier message, what is sent, or how long.

    ``file`` is what the sender's client says of a file: ``name`` and ``size`` (bytes), as far as it is given.
    """

    verb: Verb
    text: str = ""
    detail: str = ""
    file: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """A message of the bot, with the labels of its buttons."""

    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    redrawn: bool = False


@dataclass(frozen=True)
class Noted:
    """A note of the bot on a pressed button."""

    text: str


Shown = Said | Noted


class Talker(Protocol):
    """Somebody who talks with the bot."""

    async def act(self, act: Act) -> Sequence[Shown]:
        """Do it; give what the bot shows before it falls silent."""


@dataclass(frozen=True)
class Turn:
    """What a person does, as written, and what the bot is expected to answer, line by line."""

    written: str
    act: Act
    expected: tuple[str, ...]


@dataclass(frozen=True)
class Transcript:
    """A talk: its comment and its turns."""

    comment: str
    turns: tuple[Turn, ...]


def parse(text: str) -> Transcript:
    """Read a transcript."""
    comment: list[str] = []
    written: list[str] = []
    answers: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("> "):
            written.append(line)
            answers.append([])
        elif not written:
            comment.append(line)
        elif line.startswith("| ") or line == "|":
            written[-1] += f"\n{line}"
        else:
            answers[-1].append(line.removeprefix(INDENT))
    turns = (Turn(line, act_of(line), _trimmed(said)) for line, said in zip(written, answers, strict=True))
    return Transcript("\n".join(comment), tuple(turns))


def _trimmed(lines: list[str]) -> tuple[str, ...]:
    while lines and not lines[-1].strip():
        lines.pop()
    return tuple(line.rstrip() for line in lines)


def act_of(written: str) -> Act:
    """Read what a person does."""
    first, *rest = written.split("\n")
    text = "\n".join([first.removeprefix("> "), *(line[2:] for line in rest)])
    press, aside = _PRESS.fullmatch(text), _ASIDE.fullmatch(text)
    if press:
        return Act("presses", press[1], press[2] or "")
    if aside:
        return _aside(aside[1], aside[2] or "", aside[3] or "")
    return Act("says", text.removeprefix("\\"))


def _aside(what: str, detail: str, text: str) -> Act:
    match what:
        case "edits":
            return Act("edits", text, detail)
        case "repeats":
            return Act("says", " ".join([text] * int(detail)))
        case "pastes":
            return Act("pastes", " ".join([text] * int(detail)))
        case "waits":
            return Act("waits", detail=detail.split(maxsplit=1)[0])
        case "restarts":
            return Act("restarts")
        case _:
            return Act("sends", text, what, _file(detail))


def _file(detail: str) -> dict[str, str | int]:
    size = _SIZE.search(detail)
    name = detail[: size.start()] if size else detail
    return ({"name": name} if name else {}) | ({"size": int(size[1]) << 20} if size else {})


def lines_of(shown: Iterable[Shown]) -> tuple[str, ...]:
    """Write what the bot shows, as it stands in a transcript."""
    lines: list[str] = []
    messages = 0
    for one in shown:
        if isinstance(one, Noted):
            lines.append(f"* {one.text}")
            continue
        lines += ["---"] * bool(messages) + ["~"] * one.redrawn
        lines += [line.rstrip() for line in one.text.split("\n")]
        lines += [" ".join(f"[{label}]" for label in row) for row in one.rows]
        messages += 1
    return tuple(lines)


async def play(transcript: Transcript, talker: Talker) -> str:
    """Play a transcript; give it back with what the bot really said."""
    blocks = [transcript.comment] if transcript.comment else []
    for turn in transcript.turns:
        said = lines_of(await talker.act(turn.act))
        blocks.append(written(turn, said))
    return "\n".join(blocks) + "\n"


def written(turn: Turn, said: Iterable[str]) -> str:
    """Write one turn of a transcript."""
    return "\n".join([turn.written, *(f"{INDENT}{line}".rstrip() for line in said)])
