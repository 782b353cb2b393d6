"""Progress: waiting for an update without asking again and again."""

import asyncio

import pytest

from bot.telegram import progress
from bot.telegram.progress import Progress


async def test_settled_before() -> None:
    """Waiting for what is over returns at once."""
    watched = Progress()
    watched.handled(1, 1001)
    await watched.settled(1)


async def test_settled_after_handling_and_sending() -> None:
    """An update has settled when it is handled and its chat's mail is out."""
    watched = Progress()
    waiting = asyncio.create_task(watched.settled(1))
    watched.sending(1001)
    watched.handled(1, 1001)
    watched.handled(2, 1002)
    await asyncio.sleep(0)
    assert waiting.done() is False
    watched.sent(1001)
    await waiting


async def test_idle_after_everybody() -> None:
    """All is still when the mail of everybody is out, also of those whose update it was not."""
    watched = Progress()
    await watched.idle()
    watched.sending(1001)
    watched.sending(1002)
    waiting = asyncio.create_task(watched.idle())
    watched.sent(1001)
    await asyncio.sleep(0)
    assert waiting.done() is False
    watched.sent(1002)
    await waiting


async def test_making_delays_idle_alone() -> None:
    """What is long in the making keeps all from being still, and no update from being settled."""
    watched = Progress()
    watched.documents(1001)
    watched.handled(1, 1001)
    await watched.settled(1)
    waiting = asyncio.create_task(watched.idle())
    await asyncio.sleep(0)
    assert waiting.done() is False
    watched.made(1001)
    await waiting


def test_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so many updates are remembered."""
    monkeypatch.setattr(progress, "REMEMBERED", 2)
    watched = Progress()
    for update_id in (1, 2, 3):
        watched.handled(update_id, None)
    assert list(watched._handled) == [2, 3]
