"""Intake: updates are committed to the inbox, and those that can be are handled with the same commit."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
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
from storage import Claims, Handled, Heard, RawUpdate, StepFunction, Store, is_trouble, take_in


class Intake:
    """Keeps what comes; on a database that is this process's own it takes at once the turns that reach nobody else."""

    def __init__(  # noqa: PLR0913 - what a turn touches
        self,
        store: Store,
        step: StepFunction,
        delivery: Delivery,
        username: Callable[[], str],
        *,
        claims: Claims,
        metrics: Metrics,
        progress: Progress,
        stopping: Stopping,
        clock: Clock,
    ) -> None:
        self._store = store
        self._step = step
        self._delivery = delivery
        self._username = username
        self._claims = claims
        self._metrics = metrics
        self._progress = progress
        self._stopping = stopping
        self._clock = clock

    async def accept(self, raws: Sequence[RawUpdate]) -> Sequence[RawUpdate]:
        """Commit a batch; gives those that are new and have not been handled, each of them once, in order."""
        if not raws:
            return ()
        started = perf_counter()
        readings = {} if self._claims.shared or self._stopping.is_set() else dict(_readable(raws))
        heard = [heard_of(self._store, self._username(), update_id, each) for update_id, each in readings.items()]
        taken = await take_in(self._store.database, raws, heard, self._step, self._clock())
        self._metrics.accepted(len(taken.new))
        fresh = {raw.update_id: raw for raw in raws if raw.update_id in taken.new}
        for update_id, handled in taken.handled.items():
            self._handled(fresh.pop(update_id), readings[update_id], handled, perf_counter() - started)
        return [replace(raw, failure=_bug(taken.failed.get(raw.update_id))) for raw in fresh.values()]

    def _handled(self, raw: RawUpdate, reading: Reading, handled: Handled, seconds: float) -> None:
        ended(self._metrics, raw, reading, seconds, Outcome("done", whereabouts(handled.place)))
        if raw.chat_id is not None:
            self._delivery.wake(raw.chat_id, handled.parcels)
        self._progress.handled(raw.update_id, raw.chat_id)


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
