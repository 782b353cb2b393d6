"""Intake: updates are committed to the inbox, and those that can be are handled with the same commit."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from time import perf_counter

from bot.clock import Clock
from bot.delivery import Delivery
from bot.ended import Outcome, ended
from bot.groups import is_meant, is_talk
from bot.logs import fields, places
from bot.metrics import Metrics
from bot.progress import Progress
from bot.reading import Membership, Reading, read
from bot.stopping import Stopping
from bot.whereabouts import whereabouts
from conversations.messages import Attached
from storage import AtOnce, Heard, RawUpdate, StepFunction, Store, TakenIn, Together, is_trouble, take_in

MOST = 64
"""How many batches are committed together at most: the first waits for the last."""

_LOG = logging.getLogger(__name__)


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

        Batches that are accepted at the same time, as those of a webhook are, are committed together. A caller that is
        cancelled meanwhile, which is so at a stop, leaves all of it to its end: what was handled is sent, or stays in
        the outbox for the next start, as what was not stays in the inbox.
        """
        return await self._together([self._without_talk(raw) for raw in raws]) if raws else ()

    def _without_talk(self, raw: RawUpdate) -> RawUpdate:
        """Keep nothing of what people in a group or channel say to each other: nobody there agreed to that."""
        is_elsewhere = raw.chat_id is not None and raw.chat_id < 0
        if is_elsewhere and is_talk(raw.body) and not is_meant(raw.body, self.username()):
            return replace(raw, body={"update_id": raw.update_id})
        return raw

    @cached_property
    def _together(self) -> Together[Sequence[RawUpdate], Sequence[RawUpdate]]:
        return Together(self._all_of, MOST)

    async def _all_of(self, batches: Sequence[Sequence[RawUpdate]]) -> Sequence[Sequence[RawUpdate]]:
        """Accept several batches as one; what stands in two of them is left to the first."""
        raws = [raw for batch in batches for raw in batch]
        try:
            left = {raw.update_id: raw for raw in await self._as_one(raws)}
        except Exception as error:
            if len(batches) > 1 and not is_trouble(error):
                _say("batches are accepted one by one", raws, error)
            raise
        return [[left.pop(raw.update_id) for raw in batch if raw.update_id in left] for batch in batches]

    async def _as_one(self, raws: Sequence[RawUpdate]) -> Sequence[RawUpdate]:
        """Commit updates, and see to what was handled with that; raises only where nothing is committed."""
        started = perf_counter()
        readings = {} if self.stopping.is_set() else dict(_readable(raws))
        heard = [heard_of(self.store, self.username(), update_id, each) for update_id, each in readings.items()]
        sends = self.delivery.takes_mail
        taken = await take_in(self.store.database, raws, heard, self.step, self.clock(), sends)
        new = {raw.update_id: raw for raw in raws if raw.update_id in taken.new}
        try:
            await self._follow(taken, new, readings, started)
        except Exception as error:  # noqa: BLE001 - whatever it is, all is committed: it must not be taken for refused
            _say("a batch was committed, and not all that follows was done", raws, error)
        if taken.failure:
            _say("a batch is handled one by one", raws, taken.failure)
        return [
            replace(raw, failure=_bug(taken.failed.get(raw.update_id)))
            for raw in new.values()
            if raw.update_id not in taken.handled
        ]

    async def _follow(
        self, taken: TakenIn, new: Mapping[int, RawUpdate], readings: Mapping[int, Reading], started: float
    ) -> None:
        """Let what is to be sent go out before anything else is done, then count and log."""
        for update_id, handled in taken.handled.items():
            self._send(new[update_id], handled)
        await asyncio.sleep(0)
        self.metrics.accepted(len(new))
        for update_id, handled in taken.handled.items():
            self._ended(new[update_id], readings[update_id], handled, perf_counter() - started)

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


def _say(words: str, raws: Sequence[RawUpdate], error: Exception) -> None:
    _LOG.warning(words, extra=fields(updates=[raw.update_id for raw in raws], error=places(error)))


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
