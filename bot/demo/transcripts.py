"""Transcripts: conversations as text. A person can read them; a talker plays them, and the answers are compared.

A line that begins with ``> `` is an act of the first demo user. A line that begins with ``Name> `` is an act of the
demo user with that first name (one word of letters). The indented lines under it are the bot's answer. The acts:

- ``> text`` says it. Lines that begin with ``| `` continue the same message.
- ``> [Label]`` presses the newest button with that label; ``(again)`` after it presses the button pressed last once
  more, ``(first)`` the oldest one with that label.
- ``> (edits Beginning of it) new text`` changes an own message.
- ``> (replies to Words in it) text`` answers the bot's newest message with these words,
  ``> (replies to own Beginning of it) text`` an own message.
- ``> our [handbook](https://example.org)`` has a link on the word; also in edits, replies and captions.
- ``> (contact Anna Example, +45 33 11 55 00, anna@example.org)`` shares a contact, ``> (venue Town hall, 1 Example
  Square)`` a place.
- ``> (repeats 900) word`` says the text 900 times, with a space between; ``> (pastes 900) word`` does so in one paste,
  which the client cuts into messages.
- ``> (waits 21 days)``, ``> (waits 3 hours)`` or ``> (waits 40 minutes)`` lets time pass; the bot may then write first.
  ``> (restarts)`` restarts the bot.
- ``> (imports)`` stores the practice of ``sample_form`` as an import without an owner does: it belongs to nobody.
- ``> (agreed to nothing)`` makes the person somebody who has never agreed to the text on their data, ``> (agreed to
  version 0)`` somebody who has agreed to that version. Everybody else has agreed to the newest version, except people
  who agree in the transcript itself.
- ``> (sticker)``, ``> (photo) caption``, ``> (document leaflet.pdf, 25 MB)`` ... send something else; a file may have a
  name and a size. ``> (document Open Gate.docx, filled in)`` sends the Word form of ``sample_form``. A backslash at the
  beginning takes the text as it is.

In the bot's answer, ``* `` begins a note on the pressed button, ``~`` stands above a redrawn message, ``---`` between
two messages, and buttons stand in brackets. A file is a line ``(document: name)`` or ``(photo)``. Messages to other
people follow under a line ``@ Name`` for each of them, in the order of the demo users. Lines before the first act are a
comment.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from typing import Literal, Protocol

from bot.sandbox.text import Formatted, Span
from conversations.dialogue.model import Operator
from conversations.privacy.texts import AGREE

DEMO_USERS = (
    ("Anna Example", 1001),
    ("Ben Example", 1002),
    ("Cora Coordinator", 2001),
    ("Carl Coordinator", 2002),
    ("Ada Admin", 9001),
)
"""Names and user ids; the same in each run, so that a kept database knows them."""

COORDINATORS = (2001, 2002)

ADMIN = 9001

OPERATOR = Operator(controller="The Example Foundation", contact="collection@example.org")
"""The invented operator of the test bed and the demo."""

FIRST_NAMES = {user_id: name.partition(" ")[0] for name, user_id in DEMO_USERS}
"""The name of each in a transcript, in the order in which it shows their messages."""

Verb = Literal["says", "pastes", "presses", "edits", "replies", "sends", "waits", "restarts", "imports", "agreed"]

OWN = "own "
"""Stands before the beginning of an own message, in a reply to it."""

_PRESS = re.compile(r"\[(.+)\](?: \((again|first)\))?")
_FILLED_IN = ", filled in"
_SIZE = re.compile(r"(?:, |^)(\d+) MB\Z")
_WAIT = re.compile(r"(\d{1,4}) (day|hour|minute)s?")
_AGREED = re.compile(r"to (?:nothing|version (\d{1,4}))")
_LINK = re.compile(r"\[([^][\n]+)\]\(((?:https?|mailto|tel|tg):[^()\s]+)\)")
_BEFORE = re.compile(r"(?:\S )?(?:\d+\. )?")

_COUNT = re.compile(r" \(\d+\+?\)$")
"""A symbol or the number of a section may stand before the words of a button."""
_IN_BRACKETS = re.compile(r"\((\w+)(?: ([^)]*))?\)(?: (.*))?", re.DOTALL)


@dataclass(frozen=True)
class Act:
    """One act of a person.

    ``detail`` is the button's ``again`` or ``first``, the earlier message, the kind of a file, the time to wait, or the
    version of the consent. ``file`` has the ``name`` and ``size`` (bytes) of a file, if they are given, and ``form``
    for a filled-in Word form. ``who`` is a first name, empty for the first demo user.
    """

    verb: Verb
    text: str = ""
    detail: str = ""
    file: Mapping[str, str | int] = field(default_factory=dict)
    who: str = ""

    @property
    def version(self) -> int | None:
        """The version of the text on their data that the person has agreed to; None for no version."""
        return int(self.detail) if self.detail else None

    @property
    def time(self) -> timedelta:
        """The time of a wait, in days if there is no unit; zero for any other act."""
        number, _, unit = self.detail.partition(" ")
        return timedelta(**{unit or "days": int(number)}) if self.verb == "waits" else timedelta()


def is_called(label: str, wanted: str) -> bool:
    """Return whether a button has that label, with or without its symbol, its number and its count."""
    bare = label if label.endswith(wanted) else _COUNT.sub("", label)
    return bare.endswith(wanted) and _BEFORE.fullmatch(bare.removesuffix(wanted)) is not None


def linked(text: str) -> str | Formatted:
    """Turn each ``[words](address)`` into words with a link; a text without one stays as it is."""
    pieces, spans, begin = [], [], 0
    for found in _LINK.finditer(text):
        pieces.append(text[begin : found.start()])
        at = sum(map(len, pieces))
        spans.append(Span("text_link", at, at + len(found[1]), found[2]))
        pieces.append(found[1])
        begin = found.end()
    return Formatted("".join((*pieces, text[begin:])), tuple(spans)) if spans else text


def act_of(written: str) -> Act:
    """Read one act."""
    first, *rest = written.split("\n")
    who, _, begin = first.partition("> ")
    return replace(_act("\n".join([begin, *(line[2:] for line in rest)])), who=who)


def _act(text: str) -> Act:
    press, bracketed = _PRESS.fullmatch(text), _IN_BRACKETS.fullmatch(text)
    if press:
        return Act("presses", press[1], press[2] or "")
    if bracketed:
        return _bracketed(bracketed[1], bracketed[2] or "", bracketed[3] or "")
    return Act("says", text.removeprefix("\\"))


def _bracketed(name: str, detail: str, text: str) -> Act:  # noqa: PLR0911 - one for each kind of act
    match name:
        case "edits":
            return Act("edits", text, detail)
        case "replies":
            return Act("replies", text, detail.removeprefix("to "))
        case "repeats" | "pastes":
            return Act("says" if name == "repeats" else "pastes", " ".join([text] * int(detail)))
        case "waits":
            return Act("waits", detail=_wait(detail))
        case "restarts" | "imports":
            return Act("restarts" if name == "restarts" else "imports")
        case "agreed":
            return Act("agreed", detail=_version(detail))
        case "contact" | "venue":
            return Act("sends", detail=name, file=_contact(detail) if name == "contact" else _venue(detail))
        case _:
            return Act("sends", text, name, _file(detail))


def _contact(detail: str) -> dict[str, str | int]:
    """Describe a contact: its name, then telephone numbers, the first one Telegram's, and e-mail addresses."""
    name, *rest = detail.split(", ")
    phones = [one for one in rest if "@" not in one]
    card = [*(f"TEL:{one}" for one in phones[1:]), *(f"EMAIL:{one}" for one in rest if "@" in one)]
    described: dict[str, str | int] = {"first_name": name, "phone_number": phones[0] if phones else ""}
    return described | ({"vcard": "\r\n".join(["BEGIN:VCARD", *card, "END:VCARD"])} if card else {})


def _venue(detail: str) -> dict[str, str | int]:
    title, _, address = detail.partition(", ")
    return {"title": title, "address": address}


def _wait(detail: str) -> str:
    found = _WAIT.fullmatch(detail)
    if found is None:
        raise ValueError(f"a wait is so many days, hours or minutes, such as (waits 3 hours), not: {detail}")
    return found[1] if found[2] == "day" else f"{found[1]} {found[2]}s"


def _version(detail: str) -> str:
    found = _AGREED.fullmatch(detail)
    if found is None:
        raise ValueError(f"somebody (agreed to nothing) or, say, (agreed to version 1), not: {detail}")
    return found[1] or ""


def _file(detail: str) -> dict[str, str | int]:
    if detail.endswith(_FILLED_IN):
        return {"name": detail.removesuffix(_FILLED_IN), "form": 1}
    size = _SIZE.search(detail)
    name = detail[: size.start()] if size else detail
    return ({"name": name} if name else {}) | ({"size": int(size[1]) << 20} if size else {})


INDENT = "  "

_TURN = re.compile(r"([^\W\d_]*)> (.*)")


@dataclass(frozen=True)
class Said:
    """A message of the bot with the labels of its buttons; ``to`` is a first name, empty for the acting person."""

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
    """Plays the acts of the demo users."""

    async def act(self, act: Act) -> Sequence[Shown]:
        """Do it; return everything that the bot shows until it is idle."""


@dataclass(frozen=True)
class Turn:
    """An act, as written and as read, and the expected answer of the bot, line by line."""

    written: str
    act: Act
    expected: tuple[str, ...]


@dataclass(frozen=True)
class Transcript:
    """A conversation: its comment and its turns."""

    comment: str
    turns: tuple[Turn, ...]

    @property
    def newcomers(self) -> tuple[Act, ...]:
        """The acts that make people who agree in the transcript start without consent, if it does not say otherwise."""
        acts = [turn.act for turn in self.turns]
        agreeing = dict.fromkeys(act.who for act in acts if act.text.casefold() == AGREE.casefold())
        stated = {act.who for act in acts if act.verb == "agreed"}
        return tuple(Act("agreed", who=who) for who in agreeing if who not in stated)


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
    """Write the bot's messages as a transcript has them: to the person who has acted, then to each of the others."""
    order = ["", *FIRST_NAMES.values()]
    by_reader = groupby(sorted(shown, key=lambda one: order.index(one.to)), key=attrgetter("to"))
    return tuple(line for name, messages in by_reader for line in [*([f"@ {name}"] if name else []), *_lines(messages)])


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
    """Play a transcript; return it with the real answers of the bot."""
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
