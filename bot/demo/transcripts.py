"""Transcripts: talks as text that a person can read, played through a talker and compared with what was said.

A line that begins with ``> `` is what the first person of the cast does, one that begins with ``Name> `` is what the
person of that first name does (one word of letters); the indented lines under it are what the bot answers:

- ``> text`` says it; lines that begin with ``| `` go on with the same message;
- ``> [Label]`` presses the newest button of that label; ``(again)`` behind it presses the button pressed last once
  more, ``(first)`` the oldest one with that label;
- ``> (edits What it began with) new text`` changes an earlier message;
- ``> (replies to Words in it) text`` answers the newest message of the bot that contains these words,
  ``> (replies to own What it began with) text`` an earlier message of one's own;
- ``> our [handbook](https://example.org)`` has a link behind the word: said, edited, in reply and under files;
- ``> (contact Anna Example, +45 33 11 55 00, anna@example.org)`` shares a contact, ``> (venue Town hall, 1 Example
  Square)`` a place;
- ``> (repeats 900) word`` says the text 900 times over, with a space between; ``> (pastes 900) word`` likewise, as one
  paste that the client cuts into messages;
- ``> (waits 21 days)``, ``> (waits 3 hours)`` or ``> (waits 40 minutes)`` lets time pass, after which the bot may say
  something by itself; ``> (restarts)`` restarts the bot;
- ``> (agreed to nothing)`` makes of the person one who has never agreed to the text on their data, ``> (agreed to
  version 0)`` one who has agreed to that version of it. Everybody has agreed to the newest one beforehand, but for
  those who agree in the talk itself without such a line;
- ``> (sticker)``, ``> (photo) words under it``, ``> (document leaflet.pdf, 25 MB)`` ... send something else, a file
  with a name and a size where they stand there; a backslash first takes the text as it is.

Of the bot, ``* `` begins a note on the pressed button, ``~`` stands above a message that was redrawn, ``---`` between
two messages, and buttons stand in brackets; a file that it sends is a line ``(document: name)`` or ``(photo)``. What it
tells others because of it stands after that, under a line ``@ Name`` for each of them, in the order of the cast. Lines
before the first turn are a comment.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Protocol

from bot.demo.acts import Act, act_of
from conversations.dialogue.model import Operator
from conversations.privacy.texts import AGREE

PEOPLE = (
    ("Anna Example", 1001),
    ("Ben Example", 1002),
    ("Cora Coordinator", 2001),
    ("Carl Coordinator", 2002),
    ("Ada Admin", 9001),
)
"""Names and ids; the same each time, so that a kept database knows them again."""

COORDINATORS = (2001, 2002)

ADMIN = 9001

HOUSE = Operator(controller="The Example Foundation", contact="collection@example.org")
"""Who is responsible on a stage and in a demo; invented."""

FIRST_NAMES = {user_id: name.partition(" ")[0] for name, user_id in PEOPLE}
"""How each is called in a transcript, in the order in which it shows what they are told."""

__all__ = ["Act", "Noted", "Said", "Shown", "Talker", "Transcript", "Turn", "lines_of", "parse", "play", "written"]

INDENT = "  "

_TURN = re.compile(r"([^\W\d_]*)> (.*)")


@dataclass(frozen=True)
class Said:
    """A message of the bot, with the labels of its buttons; ``to`` is a first name, empty for who has just acted."""

    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    redrawn: bool = False
    to: str = ""


@dataclass(frozen=True)
class Noted:
    """A note of the bot on a pressed button; ``to`` as in ``Said``."""

    text: str
    to: str = ""


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

    @property
    def newcomers(self) -> tuple[Act, ...]:
        """What makes newcomers of those who agree in the talk, where nothing else is said of their yes."""
        acts = [turn.act for turn in self.turns]
        agreeing = dict.fromkeys(act.who for act in acts if act.text.casefold() == AGREE.casefold())
        told = {act.who for act in acts if act.verb == "agreed"}
        return tuple(Act("agreed", who=who) for who in agreeing if who not in told)


def parse(text: str) -> Transcript:
    """Read a transcript."""
    comment: list[str] = []
    written: list[str] = []
    answers: list[list[str]] = []
    for line in text.removesuffix("\n").split("\n"):
        if _TURN.fullmatch(line):
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


def lines_of(shown: Iterable[Shown]) -> tuple[str, ...]:
    """Write what the bot shows, as it stands in a transcript: to who has acted, then to each of the others."""
    order = ["", *FIRST_NAMES.values()]
    told = groupby(sorted(shown, key=lambda one: order.index(one.to)), key=attrgetter("to"))
    return tuple(line for name, messages in told for line in [*([f"@ {name}"] if name else []), *_lines(messages)])


def _lines(shown: Iterable[Shown]) -> list[str]:
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
    return lines


async def play(transcript: Transcript, talker: Talker) -> str:
    """Play a transcript; give it back with what the bot really said."""
    blocks = [transcript.comment] if transcript.comment else []
    for act in transcript.newcomers:
        await talker.act(act)
    for turn in transcript.turns:
        said = lines_of(await talker.act(turn.act))
        blocks.append(written(turn, said))
    return "\n".join(blocks) + "\n"


def written(turn: Turn, said: Iterable[str]) -> str:
    """Write one turn of a transcript."""
    return "\n".join([turn.written, *(f"{INDENT}{line}".rstrip() for line in said)])
