"""Receiving: an update is in the inbox before Telegram hears that it arrived."""

import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection
from support.turns import accept

from bot.app import Bot, build
from bot.sandbox import Person, Sandbox
from bot.settings import Settings
from bot.telegram.http_request import AiohttpRequest, UnusableAnswer
from bot.telegram.receiving import DEEPEST, is_too_deep
from storage import Database, RawUpdate, StepFunction, Taken
from storage.taking import Batch, Taking

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Heard = Callable[[Person], Awaitable[list[str]]]

Said = Callable[[Person], list[str]]


async def test_confirmed_after_the_commit(
    bot: Bot, sandbox: Sandbox, anna: Person, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A batch that cannot be written stays with Telegram and comes again."""
    unconfirmed: list[int] = []

    take = Taking.take

    def once(taking: Taking, connection: Connection, batch: Batch, at: datetime) -> Taken:
        if batch.raws:
            unconfirmed.append(len(sandbox.world.updates.pending()))
            if len(unconfirmed) == 1:
                raise OSError("disk full of secrets")
        return take(taking, connection, batch, at)

    monkeypatch.setattr(Taking, "take", once)
    update = await anna.says("kept")
    await bot.settled(update)
    assert (unconfirmed, await heard(anna)) == ([1, 1], ["kept"])


async def test_taken_up_at_start(start: Start, anna: Person, heard: Heard) -> None:
    """Updates that were stored and not handled are handled at the next start, before new ones."""
    update = await anna.says("new")
    person = {"id": anna.user_id, "type": "private"}
    body = {"update_id": 5, "message": {"message_id": 900, "chat": person, "from": person, "text": "old"}}
    async with start() as bot:
        await bot.settled(update)
        await accept(bot.store.database, [RawUpdate(5, anna.user_id, body)], bot.delivery._clock())
    async with start() as bot:
        await bot.settled(await anna.says("newest"))
    assert await heard(anna) == ["new", "old", "newest"]


async def test_update_without_id(start: Start, sandbox: Sandbox, anna: Person, heard: Heard) -> None:
    """An update without a usable id is skipped; Telegram sends no such update."""
    sandbox.raw_update({"update_id": "seven"})
    sandbox.raw_update({"update_id": True})
    async with start() as bot:
        await bot.settled(await anna.says("after"))
    assert await heard(anna) == ["after"]


async def test_answer_is_no_list(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that holds no usable update is no answer."""

    async def strange(*_: object, **__: object) -> object:
        return [7, {"update_id": 1 << 70}]

    monkeypatch.setattr(AiohttpRequest, "call", strange)
    with pytest.raises(UnusableAnswer):
        await bot.listener.fetch(0)


async def test_what_is_posted_confirms_nothing(
    settings: Settings, database: Database, notebook: StepFunction, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The offset of a call follows the updates that were fetched, not those that came by the webhook or from a test."""
    listener, asked = build(settings, database, notebook).listener, list[object]()

    async def call(_request: AiohttpRequest, _url: str, given: dict[str, object], **_: object) -> object:
        asked.append(given.get("offset"))
        return [{"update_id": 5}] if len(asked) == 1 else []

    monkeypatch.setattr(AiohttpRequest, "call", call)
    await listener.fetch(0)
    await listener.hear([{"update_id": 900}])
    await listener.fetch(0)
    await listener.fetch(0)
    assert [None, 6, 6] == asked


async def test_second_poller(
    bot: Bot, sandbox: Sandbox, anna: Person, heard: Heard, caplog: pytest.LogCaptureFixture
) -> None:
    """A second program that polls makes one line in the log, and the bot goes on."""
    with caplog.at_level(logging.INFO, "bot"):
        sandbox.faults.fail(409, times=1, method="getUpdates")
        await bot.settled(await anna.says("one"))
        await bot.settled(await anna.says("two"))
    lines = [record.getMessage() for record in caplog.records if record.name == "bot.telegram.polling"]
    assert await heard(anna) == ["one", "two"]
    assert lines == [
        "another program fetches this bot's updates, or a webhook is set; stop it: trying again with growing pauses",
        "the Bot API answers again",
    ]


def nested(depth: int, *, by_key: bool) -> Any:  # noqa: ANN401 - JSON of any shape
    """Put a word into that many levels of lists or objects."""
    value: Any = "word"
    for _ in range(depth):
        value = {"a": 1, "b": value} if by_key else [0, value]
    return value


@pytest.mark.parametrize("by_key", [True, False])
def test_nesting_at_the_bound(*, by_key: bool) -> None:
    """JSON with fewer levels than the limit passes; JSON above the limit does not, however deep it is."""
    tried = [nested(depth, by_key=by_key) for depth in (0, 1, DEEPEST - 1, DEEPEST, 100_000)]
    assert [False, False, False, True, True] == list(map(is_too_deep, tried))
