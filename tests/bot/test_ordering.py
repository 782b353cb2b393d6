"""Order: one chat as it came, other chats beside it."""

import asyncio

from bot.ordering import PerChat


async def test_order_per_chat() -> None:
    """A chat's second update waits for its first; another chat's does not."""
    processor = PerChat(lambda update: int(str(update)[0]))
    done: list[str] = []
    gate = asyncio.Event()

    async def handle(update: str) -> None:
        if update == "1a":
            await gate.wait()
        done.append(update)

    async with processor, asyncio.TaskGroup() as tasks:
        for update in ("1a", "1b", "2a", "1c", "2b"):
            tasks.create_task(processor.process_update(update, handle(update)))
        tasks.create_task(processor.process_update("3", handle("3"))).add_done_callback(lambda _: gate.set())
    assert done == ["2a", "2b", "3", "1a", "1b", "1c"]


async def test_lines_forgotten() -> None:
    """A chat without updates leaves nothing behind."""
    processor = PerChat(lambda _: 1)

    async def handle() -> None:
        await asyncio.sleep(0)

    await processor.process_update("1", handle())
    assert dict(processor._lines) == {}
