"""JSON that Telegram never sends: invalid ids, very deep nesting, numbers that are too big for a column."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fuzz.whole_bot import open_bot
from sqlalchemy import select

from bot.app import Bot
from bot.telegram.webhook import HEADER, webhook
from storage.database.tables import INBOX

IDS: tuple[Any, ...] = (0, -1, 7, (1 << 63) - 1, 1 << 63, -(1 << 63), 10**30, 1.0, 7.5, True, False, "7", None, [], {})

TAKEN = [-1, 0, 7, (1 << 63) - 1]

DEPTHS = (1, 100, 250, 260, *range(880, 1010, 5), 5_000)


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    """Run the bot."""
    async with open_bot(tmp_path) as (_, _, bot):
        yield bot


async def test_hostile_update_ids(bot: Bot) -> None:
    """An update with an id that fits the inbox is stored; all others are ignored."""
    batch: list[Any] = [{"update_id": update_id, "poll": {}} for update_id in IDS]
    await bot.listener.hear([*batch, {}, [], None, "words", 7, {"message": {}}])
    rows = await bot.store.database.rows(select(INBOX.c.update_id).order_by(INBOX.c.update_id))
    assert TAKEN == [update_id for (update_id,) in rows]


async def posted(bot: Bot, body: bytes) -> int:
    """Post a body to the webhook; return the status."""
    app = webhook(bot.listener.hear, "secret")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot.example.org") as client:
        return (await client.post("/", content=body, headers={HEADER: "secret"})).status_code


def nested(depth: int, opening: str, closing: str) -> bytes:
    """Return an update with a text of this nesting depth."""
    update = {"update_id": depth, "message": {"message_id": 1, "chat": {"id": 1001, "type": "private"}, "text": "#"}}
    return json.dumps(update).replace('"#"', opening * depth + "1" + closing * depth).encode()


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"text":', "}")])
async def test_nesting_never_stops_the_queue(bot: Bot, opening: str, closing: str) -> None:
    """An update of any depth is stored or refused for good: Telegram repeats one that is refused for now."""
    for depth in DEPTHS:
        status = await posted(bot, nested(depth, opening, closing))
        assert (status in {200, 400}, depth) == (True, depth)
        if status == 200:
            await bot.settled(depth)
    assert () == await bot.store.failures.all()
    assert () == await bot.store.inbox.waiting()
