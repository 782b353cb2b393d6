"""Intake: updates are committed to the inbox, and those that can be are handled with the same commit."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from time import perf_counter

from bot.clock import Clock
from bot.delivery import Delivery
from bot.ended import Outcome, ended
from bot.metrics import Metrics
from bot.progress import Progress
from bot.reading import Membership, Reading, read
from bot.stopping import Stopping
from bot.whereabouts import whereabouts
from conversations.messages import Attached
from storage import AtOnce, Heard, RawUpdate, StepFunction, Store, TakenIn, Together, is_trouble, take_in

MOST = 64
"""How many batches are committed together at most: the first waits for the last."""


@dataclass(frozen=True)
class Intake:
    """Keeps what comes, and takes at once the turns that reach nobody else."""

    store: Store
    step: StepFunction
    delivery: Delivery
    username: Callable[[], str]
    metrics: Metrics
    progress: Progress
    stopping: Stopping
    clock: Clock

    async def accept(self, raws: Sequence[RawUpdate]) -> Sequence[RawUpdate]:
        """Commit a batch; gives those that are new and have not been handled, each of them once, in order.

        Batches that are accepted at the same time, as those of a webhook are, are committed together.
        """
        return await self._together(raws) if raws else ()

    @cached_property
    def _together(self) -> Together[Sequence[RawUpdate], Sequence[RawUpdate]]:
        return Together(self._accept, MOST)

    async def _accept(self, batches: Sequence[Sequence[RawUpdate]]) -> Sequence[Sequence[RawUpdate]]:
        left = {raw.update_id: raw for raw in await self._accepted([raw for batch in batches for raw in batch])}
        return [[left.pop(raw.update_id) for raw in batch if raw.update_id in left] for batch in batches]

    async def _accepted(self, raws: Sequence[RawUpdate]) -> Sequence[RawUpdate]:
        started = perf_counter()
        readings = {} if self.stopping.is_set() else dict(_readable(raws))
        taken = await self._taken(raws, readings)
        self.metrics.accepted(len(taken.new))
        fresh = {raw.update_id: raw for raw in raws if raw.update_id in taken.new}
        for update_id, handled in taken.handled.items():
            self._send(fresh[update_id], handled)
        await asyncio.sleep(0)  # what is to be sent goes out before anything else is done
        for update_id, handled in taken.handled.items():
            self._ended(fresh.pop(update_id), readings[update_id], handled, perf_counter() - started)
        return [replace(raw, failure=_bug(taken.failed.get(raw.update_id))) for raw in fresh.values()]

    async def _taken(self, raws: Sequence[RawUpdate], readings: Mapping[int, Reading]) -> TakenIn:
        if not readings:
            return TakenIn(await self.store.inbox.accept(raws, self.clock()))
        heard = [heard_of(self.store, self.username(), update_id, each) for update_id, each in readings.items()]
        return await take_in(self.store.database, raws, heard, self.step, self.clock())

    def _send(self, raw: RawUpdate, handled: AtOnce) -> None:
        if raw.chat_id is not None:
            self.delivery.wake(raw.chat_id, handled.parcels)

    def _ended(self, raw: RawUpdate, reading: Reading, handled: AtOnce, seconds: float) -> None:
        ended(self.metrics, raw, reading, seconds, Outcome("done", whereabouts(handled.place)))
        self.progress.handled(raw.update_id, raw.chat_id)


def _readable(raws: Sequence[RawUpdate]) -> Iterator[tuple[int, Reading]]:
    """Read those updates that may be handled at once: what a person writes or presses in private, and no file."""
    for raw in raws:
        reading = read(raw.body)
        waits = reading.given is None or isinstance(reading.given, Attached | Membership)
        if reading.private and not waits and reading.chat_id == reading.user_id:
            yield raw.update_id, reading


def _bug(error: Exception | None) -> Exception | None:
    """Leave out what is no bug of a step: trouble of the database passes, and keeping tells of it."""
    return None if is_trouble(error) else error


def heard_of(store: Store, username: str, update_id: int, reading: Reading) -> Heard:
    """Make of a reading what a turn hears; raises ``ValueError`` where it is not a person's word to the bot."""
    if reading.chat_id is None or reading.given is None or isinstance(reading.given, Membership):
        raise ValueError("nobody said anything")
    return Heard(
        update_id,
        reading.chat_id,
        reading.user_id or reading.chat_id,
        reading.given,
        reading.query_id,
        reading.name,
        admins=store.admins,
        username=username,
        house=store.house,
    )
