"""Batches: updates that arrive while one batch is written form the next one; each batch is one transaction.

Read on in ``taking.py`` (one batch), ``unit_of_work.py`` (its changes in memory), ``outbox.py``, ``inbox.py`` and
``conversations.py`` (its tables).
"""

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from time import perf_counter

from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_fixed, wait_random_exponential

from storage.conversations import ConcurrentSave
from storage.crash_points import Point, crash_at
from storage.database.database import Database
from storage.database.transient_errors import is_transient
from storage.heard import Setting
from storage.inbox import RawUpdate
from storage.outbox import Mark, Sent
from storage.taking import PAUSES, Apologies, Batch, Read, Taken, Taking

MOST = 100
"""The most updates in a batch, so that nobody waits long; updates that were fetched together stay together."""

ATTEMPTS = 10
"""How often a batch is tried while other workers save the same conversations first."""

OVERTAKEN_SECONDS = 0.005
"""The shortest pause before a batch is tried again; chance adds as much at most to the first, and more later."""

MOST_SECONDS = 0.1
"""The most that chance adds to a pause."""

AGAIN_SECONDS = 0.05
"""The pause before the inbox of a chat that another worker holds is read again."""

MARK_SECONDS = 0.005
"""How long a mark waits for a batch to join: a commit of its own would delay the next batch."""

SPARE_SECONDS = 0.01
"""Added to each pause: updates are due by the wall clock, which may run a little behind the timer."""


class Batches:
    """Takes one batch after the other, and calls ``follow`` with the result of each after its commit.

    ``fails`` is called with the error and the chats if the database fails for chats of ``look``: no caller waits there.
    """

    def __init__(  # noqa: PLR0913 - the parts of a batch, put together in one place
        self,
        db: Database,
        setting: Setting,
        read: Read,
        clock: Callable[[], datetime],
        *,
        apologies: Apologies | None = None,
        pauses: Sequence[float] = PAUSES,
        follow: Callable[[Taken], None] = lambda _taken: None,
        fails: Callable[[Exception, Collection[int]], None] = lambda _error, _chats: None,
    ) -> None:
        self._db = db
        self._taking = Taking(setting, read, apologies or Apologies(), pauses)
        self._clock = clock
        self._follow = follow
        self._fails = fails
        # The work for the next batch. A future tells the caller of ``take`` or ``mark`` that its part is committed.
        self._brought: list[tuple[Sequence[RawUpdate], asyncio.Future[None]]] = []
        self._marks: list[tuple[Mark, asyncio.Future[None]]] = []
        self._looks: dict[int | None, None] = {}  # chats whose inbox is to be read, in order
        self._later: list[asyncio.TimerHandle] = []
        self._closed = False
        self._working: asyncio.Task[None] | None = None

    async def take(self, raws: Sequence[RawUpdate]) -> None:
        """Store updates and handle them, even if the caller is cancelled; raises if some may not be stored."""
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._brought.append((raws, kept))
        self._go_on()
        await kept

    async def mark(self, mark: Mark) -> None:
        """Save that a message was sent, or that sending begins; raises if it cannot be written."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._marks.append((mark, written))
        asyncio.get_running_loop().call_later(MARK_SECONDS if isinstance(mark, Sent) else 0, self._go_on)
        await written

    def look(self, chats: Iterable[int | None]) -> None:
        """Handle the waiting updates of chats."""
        self._looks |= dict.fromkeys(chats)
        self._go_on()

    async def close(self) -> None:
        """Finish the current batch, and handle no more chats."""
        self._closed = True
        self._looks.clear()
        for each in self._later:
            each.cancel()
        await self.settled()

    async def settled(self) -> None:
        """Wait until no batch runs; updates that are to be tried again later do not count."""
        if self._working is not None:
            await asyncio.shield(self._working)

    def _go_on(self) -> None:
        if self._working is None and (self._brought or self._looks or self._marks):
            self._working = asyncio.create_task(self._work())

    async def _work(self) -> None:
        while self._brought or self._looks or self._marks:
            await self._take_next()
        self._working = None

    async def _take_next(self) -> None:
        """Take the next batch, and tell its callers; if the database fails, each of them gets the error."""
        brought, size = [], 0
        while self._brought and size < MOST:
            brought.append(self._brought.pop(0))
            size += len(brought[-1][0])
        marks, self._marks = self._marks, []
        looks = [*self._looks][: MOST - size] if size < MOST else []
        for chat_id in looks:
            del self._looks[chat_id]
        callers = [kept for _, kept in brought] + [written for _, written in marks]
        try:
            await self._divide(Batch([raw for raws, _ in brought for raw in raws], looks, [mark for mark, _ in marks]))
        except Exception as error:  # noqa: BLE001 - any error belongs to the callers that wait
            if looks:
                self._fails(error, [chat_id for chat_id in looks if chat_id is not None])
            _tell(callers, error)
        else:
            _tell(callers, None)

    async def _divide(self, batch: Batch) -> None:
        """Take a batch; if it cannot be written, take its parts. Raises at once if the database itself fails."""
        try:
            taken = await self._committed(self._taking.take, batch)
        except Exception as error:
            if is_transient(error):
                raise
            parts = _parts(batch)
            if not parts and batch.marks:
                raise
            if not parts:
                self._follow_up(await self._committed(self._taking.fail_first, batch, error))
        else:
            self._follow_up(taken)  # outside ``try``: the batch is committed, so an error here is not its fault
            return
        for part in parts:
            await self._divide(part)

    async def _committed(self, work: Callable[..., Taken], batch: Batch, *given: object) -> Taken:
        """Do the work in one transaction, and measure it."""
        started = perf_counter()
        taken = await self._retried(work, batch, *given)
        taken.seconds = perf_counter() - started
        crash_at(Point.AFTER_INBOX)
        if taken.outcomes:
            crash_at(Point.AFTER_TURN)
        return taken

    def _follow_up(self, taken: Taken) -> None:
        """Plan the chats to look at after a batch, and call the hook."""
        self.look(taken.more)
        self._look_later(AGAIN_SECONDS, taken.again)
        for outcome in taken.outcomes:
            if outcome.fate == "tried again later":
                self._look_later(outcome.pause, [outcome.raw.chat_id])
        self._follow(taken)

    async def _retried(self, work: Callable[..., Taken], batch: Batch, *given: object) -> Taken:
        async def attempt() -> Taken:
            return await self._db.change(work, batch, self._clock(), *given)

        # Chance lengthens each pause: after pauses of one length two workers would overtake each other again.
        chance = wait_random_exponential(OVERTAKEN_SECONDS, max=MOST_SECONDS)
        pauses = wait_fixed(OVERTAKEN_SECONDS) + chance  # the other one needs a moment to commit
        overtaken, tries = retry_if_exception_type(ConcurrentSave), stop_after_attempt(ATTEMPTS)
        return await AsyncRetrying(wait=pauses, retry=overtaken, stop=tries, reraise=True)(attempt)

    def _look_later(self, seconds: float, chats: Collection[int | None]) -> None:
        """Look at chats after a pause. If that is too early, nothing happens, and the next sweep finds them."""
        if chats and not self._closed:
            self._later.append(asyncio.get_running_loop().call_later(seconds + SPARE_SECONDS, self.look, [*chats]))
            self._later = [each for each in self._later if each.when() > asyncio.get_running_loop().time()]


def _parts(batch: Batch) -> Sequence[Batch]:
    """Divide a batch that cannot be written, to find the update at fault.

    First the marks are split off, then the chats are halved, then a chat has one update at a time. Chats are never
    split, as the updates of a chat depend on each other.
    """
    chats = list(dict.fromkeys([*(raw.chat_id for raw in batch.raws), *batch.chats]))
    if chats and batch.marks:
        return replace(batch, marks=()), Batch(marks=batch.marks)
    if len(batch.marks) > 1:
        return [Batch(marks=(mark,)) for mark in batch.marks]
    if len(chats) > 1:
        half = len(chats) // 2
        return _of(batch, chats[:half]), _of(batch, chats[half:])
    return (replace(batch, most=1),) if chats and batch.most is None else ()


def _of(batch: Batch, chats: Collection[int | None]) -> Batch:
    raws = [raw for raw in batch.raws if raw.chat_id in chats]
    return replace(batch, raws=raws, chats=[chat_id for chat_id in batch.chats if chat_id in chats])


def _tell(waiting: Iterable["asyncio.Future[None]"], error: Exception | None) -> None:
    for each in waiting:
        if each.done():  # its caller was cancelled
            continue
        if error is None:
            each.set_result(None)
        else:
            each.set_exception(error)
