"""A saved state of the bot: its database as SQL, and Telegram's side as JSON.

Telegram's side is on people's screens: the bot's messages with their buttons, unanswered presses, files. ``drafts``
are all practices of that time as the contract writes them, to compare a later state with.
"""

import base64
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.sandbox import Sandbox
from bot.sandbox.files import StoredFile
from bot.sandbox.world import Query
from conversations import submission_json
from storage import Database, conversation_of

Json = dict[str, Any]

STATES = Path(__file__).parents[1] / "storage" / "states"

CLOCK = 1_795_435_200.0
"""Telegram's fixed time: 23 November 2026, 12:00 UTC."""

_SHOWN = "message_id", "from", "date", "text", "reply_markup"


def telegram(first_message_id: int = 1, first_update_id: int = 700_000_000) -> Sandbox:
    """Make a local Bot API; a later one gives out higher numbers than an earlier one."""
    return Sandbox(clock=lambda: CLOCK, first_message_id=first_message_id, first_update_id=first_update_id)


@dataclass(frozen=True)
class State:
    """A saved state: the database as SQL, and Telegram's side."""

    sql: str
    people: Mapping[str, str]
    messages: Mapping[str, list[Json]]
    queries: Mapping[str, int]
    files: list[Json]
    drafts: Mapping[str, list[Json]]

    @classmethod
    def read(cls, name: str) -> "State":
        """Read a state from the repository."""
        kept = json.loads((STATES / f"{name}.json").read_text(encoding="utf-8"))
        return cls((STATES / f"{name}.sql").read_text(encoding="utf-8"), **kept)

    def write(self, name: str) -> None:
        """Write the state to the repository."""
        kept = {key: value for key, value in asdict(self).items() if key != "sql"}
        (STATES / f"{name}.sql").write_text(self.sql, encoding="utf-8")
        lines = ",\n".join(f'"{key}": {_in_lines(value)}' for key, value in kept.items())
        (STATES / f"{name}.json").write_text(f"{{{lines}}}\n", encoding="utf-8")

    def put_into(self, folder: Path) -> Path:
        """Make the SQLite file; return its path."""
        path = folder / "practices.db"
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(self.sql)
        return path

    def telegram(self) -> Sandbox:
        """Make the Bot API of that time, with the messages on people's screens."""
        sandbox = telegram(first_message_id=100_000, first_update_id=800_000_000)
        for user_id, name in self.people.items():
            person = sandbox.person(name, int(user_id))
            person.chat.started = True
            for message in self.messages[user_id]:
                person.chat.messages[message["message_id"]] = message | {"chat": person.chat.body}
        for query_id, user in self.queries.items():
            sandbox.world.queries[query_id] = Query(CLOCK, user)
        for file in self.files:
            sandbox.world.files.restore(StoredFile(**file | {"content": base64.b64decode(file["content"])}))
        return sandbox


def _in_lines(value: Json | list[Json]) -> str:
    """Write an object or a list as JSON, one line for each item."""
    if isinstance(value, list):
        return "[{}]".format(",\n".join(json.dumps(one, ensure_ascii=False) for one in value))
    return "{{{}}}".format(",\n".join(f'"{key}": {json.dumps(one, ensure_ascii=False)}' for key, one in value.items()))


async def drafts_of(database: Database, chat: int) -> list[Json]:
    """Return all practices of a chat as the contract writes them."""
    return [dict(submission_json(draft)) for draft in (await conversation_of(database, chat)).drafts]


def left(path: Path, sandbox: Sandbox, drafts: Mapping[str, list[Json]]) -> State:
    """Collect the data that a stopped bot has left in its file and on people's screens."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "\n".join(connection.iterdump())
    world = sandbox.world
    named = [file for file in world.files.all() if file.file_id in sql]
    files = [asdict(file) | {"content": base64.b64encode(file.content).decode()} for file in named]
    return State(
        f"{sql}\n",
        {str(person.user_id): person.name for person in sandbox.people},
        {str(person.user_id): _on_screen(sandbox, person.user_id) for person in sandbox.people},
        {query_id: query.user_id for query_id, query in world.queries.items() if not query.answered},
        files,
        drafts,
    )


def _on_screen(sandbox: Sandbox, chat_id: int) -> list[Json]:
    """Return the bot's last message with buttons."""
    theirs = [message for message in sandbox.world.chats[chat_id].messages.values() if "reply_markup" in message]
    return [{name: message[name] for name in _SHOWN} for message in theirs[-1:]]
