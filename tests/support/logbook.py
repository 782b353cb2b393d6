"""What a bot logs, read again: in both forms, with every logger at DEBUG, and looked through for what people said."""

import json
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass, field
from io import StringIO
from typing import Any, get_args

from bot.demo.transcripts import DEMO_USERS, Transcript
from bot.health import TurnOutcome
from bot.logs import OURS, chat_hash, set_up
from bot.sandbox import Sandbox
from bot.telegram.reading import chat_id_of

LIBRARIES = ("telegram", "telegram.ext", "aiohttp", "sqlalchemy", "aiosqlite", "asyncio", "uvicorn")

OTHERS = ("telegram.ext.AIORateLimiter", "py.warnings")

TURN = {"time", "level", "logger", "message", "update", "chat", "input", "ms", "outcome"}

KINDS = {"wrote", "chose", "revised", "attached", "commanded", "shared", "unreadable", "none", "blocked", "returned"}

STATE = re.compile(
    r"new|choosing|overview|summary|submitted|revising|replying|withdrawing|timing|forgetting"
    r"|(asking|collecting|repeating|opened) [a-z_]+(\.[a-z_]+)?(\.\d+\.[a-z_]+)?|(desk|office) [a-z]+"
)

CHAT = re.compile(r"[0-9a-f]{8}")

_HEAD = re.compile(r"^\S+ [A-Z]+ \S+ ")

_OF_OURS = re.compile(r' (?:state|outcome|input)=(?:"(?:[^"\\]|\\.)*"|\S+)')

_NUMBER = re.compile(r" (?:update|outgoing|bot|ms|seconds)=-?\d+(?:\.\d+)?(?= |$)")

_WORD = re.compile(r"[^\W_]{4,}")

_OWN_WORDS = frozenset(("turn", "running", "chat", "stopped"))
"""Words of the messages of the log, which people may write, too."""


@dataclass
class Logbook:
    """The lines of a log, as text and as JSON; the same records in both."""

    plain: StringIO = field(default_factory=StringIO)
    objects: StringIO = field(default_factory=StringIO)

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.plain.getvalue().splitlines()

    @property
    def records(self) -> list[dict[str, Any]]:
        """The objects of the JSON."""
        return [json.loads(line) for line in self.objects.getvalue().splitlines()]

    @property
    def turns(self) -> list[dict[str, Any]]:
        """The lines of turns."""
        return [record for record in self.records if record["message"] == "turn"]

    def has(self, *secrets: object) -> list[object]:
        """Tell which of these stand in the log as they are, in one form or the other."""
        log = f"{self.plain.getvalue()}{self.objects.getvalue()}".casefold()
        return [secret for secret in secrets if str(secret).casefold() in log]

    def leaks(self, words: Iterable[str]) -> set[str]:
        """Tell which of these words stand in a line beside its kinds, states, outcomes and numbers."""
        said = " ".join(_NUMBER.sub("", _OF_OURS.sub("", _HEAD.sub("", line))) for line in self._all_as_text())
        return set(words) & set(_WORD.findall(said.casefold())) - _OWN_WORDS

    def strange(self) -> list[dict[str, Any]]:
        """List the lines of turns that have anything but ids, kinds, states and times."""
        return [turn for turn in self.turns if not _is_made_of_ids(turn)]

    def _all_as_text(self) -> Iterator[str]:
        yield from self.lines
        for record in self.records:
            head = [record.pop(name) for name in ("time", "level", "logger", "message")]
            yield " ".join([*head, *(f"{name}={_quoted(value)}" for name, value in record.items())])


@contextmanager
def logged(token: str, level: str = "DEBUG") -> Iterator[Logbook]:
    """Log into a book, all libraries at DEBUG; put the loggers back at the end."""
    book = Logbook()
    with _restored():
        with redirect_stderr(book.plain):
            set_up(level, "text", token)
        plain = logging.getLogger().handlers[:]
        with redirect_stderr(book.objects):
            set_up(level, "json", token)
        logging.getLogger().handlers += plain
        for name in LIBRARIES:
            logging.getLogger(name).setLevel(logging.DEBUG)
        yield book


def handed_over(sandbox: Sandbox) -> dict[int, str]:
    """Tell which updates the bot got, and their chats as the log names them; after an erasure the inbox has no chat."""
    updates = [one for call in sandbox.calls if call.method == "getUpdates" for one in call.response.get("result", [])]
    return {one["update_id"]: chat_hash(chat_id_of(one), sandbox.token) for one in updates}


def typed(context: Transcript) -> set[str]:
    """List the words that people wrote or pressed or that name their files, and their own names and numbers."""
    said = " ".join(f"{turn.act.text} {turn.act.file.get('name', '')}" for turn in context.turns)
    return set(_WORD.findall(f"{said} {DEMO_USERS}".casefold()))


def _is_made_of_ids(turn: dict[str, Any]) -> bool:
    return (
        turn.keys() - {"state"} == TURN
        and isinstance(turn["update"], int)
        and isinstance(turn["ms"], float)
        and CHAT.fullmatch(turn["chat"]) is not None
        and turn["input"] in KINDS
        and turn["outcome"] in get_args(TurnOutcome)
        and STATE.fullmatch(turn.get("state", "new")) is not None
    )


def _quoted(value: object) -> str:
    text = str(value)
    return json.dumps(text) if " " in text else text


@contextmanager
def _restored() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in (None, *LIBRARIES, *OURS, *OTHERS)]
    before = [(logger, logger.level, logger.handlers[:]) for logger in loggers]
    try:
        yield
    finally:
        logging.captureWarnings(capture=False)
        for logger, level, handlers in before:
            logger.setLevel(level)
            logger.handlers[:] = handlers
