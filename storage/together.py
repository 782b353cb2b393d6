"""Together: what is asked for one by one is done for many at once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from storage.trouble import is_trouble

Asked = TypeVar("Asked")
Told = TypeVar("Told")


async def alone(do: Callable[[Sequence[Asked]], Awaitable[Sequence[Told]]], asked: Asked) -> Told:
    """Do for one what is done for many."""
    (told,) = await do([asked])
    return told


class Together(Generic[Asked, Told]):
    """Does what is asked for; what comes while that is under way is the next batch, of at most so many.

    A batch that fails is done again one by one, so that none fails for another; of trouble with the database, which is
    nobody's fault, all hear at once.
    """

    def __init__(self, do: Callable[[Sequence[Asked]], Awaitable[Sequence[Told]]], most: int) -> None:
        self._do = do
        self._most = most
        self._waiting: list[tuple[Asked, asyncio.Future[Told]]] = []
        self._doing: asyncio.Task[None] | None = None

    async def __call__(self, asked: Asked) -> Told:
        """Ask for one; a caller that is cancelled meanwhile leaves it to its end, of which nobody is told."""
        told: asyncio.Future[Told] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, told))
        if self._doing is None:
            self._doing = asyncio.create_task(self._do_all())
        return await told

    async def _do_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
            await self._done(batch)
        self._doing = None

    async def _done(self, batch: Sequence[tuple[Asked, "asyncio.Future[Told]"]]) -> None:
        try:
            outcomes = await self._do([asked for asked, _ in batch])
        except Exception as error:  # noqa: BLE001 - whatever it is, it is for who waits
            if len(batch) > 1 and not is_trouble(error):
                for one in batch:
                    await self._done([one])
            else:
                for _, told in batch:
                    if not told.done():
                        told.set_exception(error)
        else:
            for (_, told), outcome in zip(batch, outcomes, strict=True):
                if not told.done():
                    told.set_result(outcome)
