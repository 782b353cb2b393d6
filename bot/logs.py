"""Logging: ids, error classes and places in the code; never a person's words, never the token."""

import json
import logging
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Literal

OURS = ("bot", "conversations", "storage")
"""Our own loggers."""

_WAY = re.compile(r"(?<=\()\S.* (\S+ \S+)(?=\)$)")
_BARE = re.compile(r"[^\s\"=]+")


def fields(**values: object) -> dict[str, object]:
    """Give a log line its fields (``extra=fields(update=1, chat=2)``); a chat is printed as a hash."""
    return {"fields": values}


def places(error: BaseException) -> str:
    """Return the classes of an exception and its causes, each with the way it took through the code.

    Their texts are left out: they quote people.
    """
    return " < ".join(_place(one) for one in _causes(error))


def shortened(error: str) -> str:
    """Shorten the result of ``places`` to the class and the place that raised the exception."""
    return _WAY.sub(r"\1", error.partition(" < ")[0])


def chat_hash(chat_id: int | None, token: str) -> str:
    """Return the name of a chat in the log: a hash of its id, with the token as key.

    Without a secret key the hash would hide nothing: all ids of Telegram can be tried in minutes.
    """
    key = blake2b(token.encode(), digest_size=32).digest()
    return blake2b(str(chat_id).encode(), key=key, digest_size=4).hexdigest()


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    way = " ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__} ({way})" if way else type(error).__name__


class Plain(logging.Formatter):
    """One line a record, the token blotted out, the chat as a keyed hash."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """Write a record, with the token blotted out."""
        line = self.line(record, self._details(record))
        return line.replace(self._token, "***") if self._token else line

    def line(self, record: logging.LogRecord, details: Mapping[str, object]) -> str:
        """Put a record and its details into one line."""
        head = f"{_time(record)} {record.levelname} {record.name} {_message(record)}"
        return " ".join([head, *(f"{name}={_quoted(str(value))}" for name, value in details.items())])

    def _details(self, record: logging.LogRecord) -> dict[str, object]:
        details = dict(getattr(record, "fields", {}))
        if "chat" in details:
            details["chat"] = chat_hash(details["chat"], self._token)
        if record.exc_info and record.exc_info[1]:
            details["error"] = places(record.exc_info[1])
        return details


class Json(Plain):
    """Writes a record as one JSON object in a line."""

    def line(self, record: logging.LogRecord, details: Mapping[str, object]) -> str:
        """Put a record and its details into one JSON object."""
        head = {"time": _time(record), "level": record.levelname, "logger": record.name, "message": _message(record)}
        return json.dumps({**head, **details}, default=str)


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _message(record: logging.LogRecord) -> str:
    """Take the first line only: asyncio writes the text of a task's exception into the second."""
    return record.getMessage().partition("\n")[0]


def _quoted(value: str) -> str:
    """Quote a value with blanks, so that a program can split the line."""
    return value if _BARE.fullmatch(value) else json.dumps(value)


def _may_be_logged(record: logging.LogRecord) -> bool:
    """Drop what libraries log below WARNING, whatever level they set: aiosqlite logs answers, httpx the token."""
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] in OURS


def set_up(level: str, form: Literal["text", "json"], token: str) -> None:
    """Log to standard error: our own loggers at ``level``, all others at WARNING at least."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_may_be_logged)
    handler.setFormatter(Json(token) if form == "json" else Plain(token))
    logging.basicConfig(
        handlers=[handler], level=max(logging.WARNING, logging.getLevelNamesMapping()[level]), force=True
    )
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL)  # the delivery logs a 429 itself
    logging.captureWarnings(capture=True)
