"""Naughty strings in every field of an update that a person can fill in, through the whole bot."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fuzz.naughty import NAUGHTY
from fuzz.whole_bot import Trouble, open_bot, play
from sqlalchemy import select

from storage.database.tables import INBOX

pytestmark = pytest.mark.slow

Fields = dict[str, Any]

PERSON: Fields = {"id": 1001, "is_bot": False, "first_name": "Anna"}

COORDINATOR: Fields = {"id": 2001, "is_bot": False, "first_name": "Cora"}


def message(person: Fields = PERSON, **content: object) -> Fields:
    """Make an update with a message in the private chat of a person."""
    return {"message": {"message_id": 5, "from": person, "chat": {"id": person["id"], "type": "private"}, **content}}


def edited(text: str) -> Fields:
    """Make an update with a corrected message."""
    return {"edited_message": message(text=text)["message"]}


def pressed(data: str, person: Fields = PERSON) -> Fields:
    """Make an update with a press on an old message."""
    told = message(person)["message"]
    return {"callback_query": {"id": "7", "from": person, "message": told, "data": data, "chat_instance": data}}


def replied(text: str) -> Fields:
    """Make an update with a reply to a forged message of the bot with buttons."""
    keyboard = {"inline_keyboard": [[{"text": text, "callback_data": text}]]}
    forged = {"message_id": 4, "from": {"id": 1, "is_bot": True}, "text": text, "reply_markup": keyboard}
    return message(text=text, reply_to_message=forged)


WAYS: dict[str, Callable[[str], Fields]] = {
    "text": lambda text: message(text=text),
    "rich message": lambda text: message(rich_message={"blocks": [{"type": "paragraph", "text": text}]}),
    "correction": edited,
    "file name": lambda text: message(document={"file_id": "F", "file_name": text}),
    "file id": lambda text: message(document={"file_id": text, "file_name": "a.pdf"}),
    "caption": lambda text: message(photo=[{"file_id": "F"}], caption=text),
    "name of a person": lambda text: message({**COORDINATOR, "first_name": text, "last_name": text}, text="/queue"),
    "callback data": pressed,
    "callback data at the desk": lambda text: pressed(text, COORDINATOR),
    "forged reply": replied,
    "start payload": lambda text: message(text=f"/start {text}"),
    "reference": lambda text: message(COORDINATOR, text=f"/show {text}"),
    "any command": lambda text: message(text=f"/{text}"),
}


@pytest.mark.parametrize("way", WAYS)
async def test_naughty_field(way: str, tmp_path: Path) -> None:
    """Each update gets a reply; none fails, no error is logged, and Telegram accepts every reply."""
    sample = [*NAUGHTY.values()][:: 1 if way == "text" else 3]
    assert Trouble() == await play(tmp_path, [WAYS[way](text) for text in sample], "deliverables.deliverables")


async def test_inbox_has_what_came(tmp_path: Path) -> None:
    """The inbox keeps every message exactly, also characters that an answer cannot store: NUL and lone surrogates."""
    batch = [{"update_id": number, **message(text=text)} for number, text in enumerate(NAUGHTY.values(), 1)]
    async with open_bot(tmp_path) as (_, database, bot):
        await bot.listener.hear(batch)
        rows = await database.rows(select(INBOX.c.body).order_by(INBOX.c.seq))
    assert list(NAUGHTY.values()) == [json.loads(row.body)["message"]["text"] for row in rows]
