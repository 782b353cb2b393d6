"""Together: what waits is done in one go, and nobody fails for another."""

import asyncio
from collections.abc import Sequence

import pytest

from storage.together import Together


class Doing:
    """Doubles numbers, and remembers which it was given in one go; what begins waits for ``gate``."""

    def __init__(self) -> None:
        self.batches: list[Sequence[int]] = []
        self.begun, self.gate = asyncio.Event(), asyncio.Event()
        self.errors: dict[int, Exception] = {}

    async def __call__(self, numbers: Sequence[int]) -> Sequence[int]:
        """Double the numbers, or fail for one of them."""
        self.batches.append(numbers)
        self.begun.set()
        await self.gate.wait()
        for number in numbers:
            if number in self.errors:
                raise self.errors[number]
        return [2 * number for number in numbers]


@pytest.fixture
async def doing() -> Doing:
    """Give what is done."""
    return Doing()


async def asked(doing: Doing, count: int, most: int = 64) -> list[int | BaseException]:
    """Ask for some at once."""
    together = Together(doing, most)
    asking = [asyncio.create_task(together(number)) for number in range(count)]
    await doing.begun.wait()
    doing.gate.set()
    return await asyncio.gather(*asking, return_exceptions=True)


async def test_what_waits_is_the_next_batch(doing: Doing) -> None:
    """What comes while a batch is under way is done in one go, in order, and each hears of their own."""
    together = Together(doing, 64)
    first = asyncio.create_task(together(0))
    await doing.begun.wait()
    others = [asyncio.create_task(together(number)) for number in (1, 2, 3)]
    await asyncio.sleep(0)  # each of them asks
    doing.gate.set()
    assert ([0, 2, 4, 6], [[0], [1, 2, 3]]) == (await asyncio.gather(first, *others), doing.batches)


async def test_at_most_so_many(doing: Doing) -> None:
    """A batch has its bounds."""
    assert ([0, 2, 4, 6, 8], [[0, 1], [2, 3], [4]]) == (await asked(doing, 5, most=2), doing.batches)


async def test_one_that_fails_fails_alone(doing: Doing) -> None:
    """Of a batch that fails each is done by itself, and hears of itself."""
    doing.errors[1] = ValueError("one")
    assert ([0, doing.errors[1], 4], [[0, 1, 2], [0], [1], [2]]) == (await asked(doing, 3), doing.batches)


async def test_trouble_is_everybodys(doing: Doing) -> None:
    """Where the database is away nobody asks it again for each of many."""
    doing.errors[1] = ConnectionError("away")
    assert ([doing.errors[1]] * 3, [[0, 1, 2]]) == (await asked(doing, 3), doing.batches)


async def test_who_does_not_wait_for_it(doing: Doing) -> None:
    """One who is cancelled leaves what they asked for to its end, and the others what they asked for."""
    together = Together(doing, 64)
    gone, stays = asyncio.create_task(together(1)), asyncio.create_task(together(2))
    await asyncio.sleep(0)
    gone.cancel()
    doing.gate.set()
    assert (4, [[1, 2]]) == (await stays, doing.batches)
    assert gone.cancelled()


async def test_who_does_not_wait_for_what_fails(doing: Doing) -> None:
    """Of those who asked for what fails, one who was cancelled hears nothing more."""
    together, doing.errors[1] = Together(doing, 64), ConnectionError("away")
    gone, stays = asyncio.create_task(together(1)), asyncio.create_task(together(2))
    await doing.begun.wait()
    gone.cancel()
    doing.gate.set()
    assert [True, doing.errors[1]] == [
        isinstance(told, asyncio.CancelledError) or told
        for told in await asyncio.gather(gone, stays, return_exceptions=True)
    ]
