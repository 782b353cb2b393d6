"""Pending work: callers wait for an update or for all work without asking again and again."""

import asyncio

import pytest

from bot.telegram import runtime
from bot.telegram.runtime import PendingWork


async def test_settled_before() -> None:
    """Waiting for an update that was handled returns at once."""
    pending = PendingWork()
    pending.handled(1, 1001)
    await pending.settled(1)


async def test_settled_after_handling_and_sending() -> None:
    """An update has settled when it was handled and its chat has no message to send."""
    pending = PendingWork()
    waiting = asyncio.create_task(pending.settled(1))
    pending.sending_begins(1001)
    pending.handled(1, 1001)
    pending.handled(2, 1002)
    await asyncio.sleep(0)
    assert waiting.done() is False
    pending.sending_ends(1001)
    await waiting


async def test_idle_after_everybody() -> None:
    """The bot is idle when no chat has a message to send."""
    pending = PendingWork()
    await pending.idle()
    pending.sending_begins(1001)
    pending.sending_begins(1002)
    waiting = asyncio.create_task(pending.idle())
    pending.sending_ends(1001)
    await asyncio.sleep(0)
    assert waiting.done() is False
    pending.sending_ends(1002)
    await waiting


async def test_document_delays_idle_alone() -> None:
    """While a long document is made, the bot is not idle, but the update that asked for it has settled."""
    pending = PendingWork()
    pending.document_begins(1001)
    pending.handled(1, 1001)
    await pending.settled(1)
    waiting = asyncio.create_task(pending.idle())
    await asyncio.sleep(0)
    assert waiting.done() is False
    pending.document_ends(1001)
    await waiting


def test_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of remembered updates has a limit."""
    monkeypatch.setattr(runtime, "REMEMBERED", 2)
    pending = PendingWork()
    for update_id in (1, 2, 3):
        pending.handled(update_id, None)
    assert list(pending._handled) == [2, 3]
