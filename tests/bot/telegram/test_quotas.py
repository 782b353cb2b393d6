"""Quotas: how much disk and time one person can take from others."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path

import pytest
from support.practices import keep, practice

from bot.app import Bot
from bot.demo.test_bed import agree
from bot.sandbox import Person, Sandbox
from conversations.dialogue.conversation import Attachment, Conversation, Step
from conversations.dialogue.inputs import Input
from conversations.dialogue.repositories import ReviewRepository
from conversations.engine.engine import step
from conversations.filling.attachments import LARGEST
from storage import Database, StepFunction, conversation_of

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Said = Callable[[Person], list[str]]

Heard = Callable[[Person], Awaitable[list[object]]]

PATH = "deliverables.deliverables"

FLOOD = 100
"""Messages that come at once: as many as Telegram hands over in one go."""


@pytest.mark.parametrize(("size", "fetched"), [(LARGEST, 0), (0, 1)], ids=["as Telegram says", "as it turns out"])
async def test_file_beyond_the_quota_is_refused(  # noqa: PLR0913, PLR0917 - fixtures are arguments
    start: Start,
    sandbox: Sandbox,
    database: Database,
    anna: Person,
    said: Said,
    tmp_path: Path,
    size: int,
    fetched: int,
) -> None:
    """It is not even fetched where Telegram says how large it is, and leaves nothing on the disk otherwise."""
    at = datetime.fromisoformat("2026-11-23T10:00:00Z")
    files = [
        Attachment(question=PATH, name=f"{n}.pdf", sha256=f"{n:064}", size=LARGEST, message=n, at=at) for n in range(10)
    ]
    await agree(database, [anna.user_id], at)
    await keep(database, anna.user_id, practice(1, attachments=files))
    async with start(step) as bot:
        for text in ("/new", "/overview", "8"):
            await bot.settled(await anna.says(text))
        await bot.settled(await anna.sends("document", content=b"%PDF", name="film.mp4", file_size=size))

    assert "of files, and the limit is 200 MB for one person." in said(anna)[-1]
    assert fetched == len([call for call in sandbox.calls if call.method == "getFile"])
    assert [] == [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert () == (await conversation_of(database, anna.user_id)).drafts[-1].attachments


async def test_flood_slows_only_who_makes_it(  # noqa: PLR0913, PLR0917 - fixtures are arguments
    start: Start, anna: Person, ben: Person, said: Said, heard: Heard, notebook: StepFunction
) -> None:
    """Of a hundred messages at once none is lost and all are in order; who writes after them does not wait for them."""
    turns: list[int] = []

    def counted(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        turns.append(repository.me.user)
        return notebook(conversation, given, now, repository)

    flood = [f"message {number}" for number in range(1, FLOOD + 1)]
    async with start(counted) as bot:
        updates = [await anna.says(text) for text in flood]
        await bot.settled(await ben.says("hello"))
        await bot.settled(updates[-1])

    assert flood == await heard(anna)
    assert [f"{number}: {text}" for number, text in enumerate(flood, 1)] == said(anna)
    assert ["1: hello"] == said(ben)
    assert turns.index(ben.user_id) <= FLOOD // 2, "Ben has waited for more than half of Anna's flood"
