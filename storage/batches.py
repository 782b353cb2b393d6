"""Batches: updates that have come are kept and handled together, each batch in one transaction.

What waits while a batch is under way is the next batch: that is all the grouping there is.
"""

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import zip_longest
from time import perf_counter
from typing import Literal

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from conversations.attaching import takes_file
from conversations.conversation import Step
from conversations.messages import Attached, Reply
from storage.chats import SavedMeanwhile, place_of
from storage.crashing import Point, crash_at
from storage.database import Database
from storage.failures import Attempt, note
from storage.fetching import wait_for_file
from storage.inbox import OF_A_CHAT, Line, RawUpdate, accept, lines, put_back
from storage.outbox import Mark, Sent, write_marks
from storage.parcels import Parcel
from storage.people import admin_chats
from storage.posting import Post
from storage.trouble import is_trouble
from storage.unit_of_work import Heard, Setting, UnitOfWork

MOST = 100
"""How many updates a batch has at most, so that nobody waits long; updates that were brought together stay together."""

ATTEMPTS = 10
"""How often a batch is tried if other workers keep saving the same conversations first."""

OVERTAKEN_SECONDS = 0.005
"""The pause before a batch is tried again; each further pause is that much longer."""

AGAIN_SECONDS = 0.05
"""How long a chat that another worker holds is left alone before it is looked at again."""

MARK_SECONDS = 0.005
"""How long a mark waits for a batch to be written with: a commit of its own would delay the next batch."""

SPARE_SECONDS = 0.01
"""Added to each pause: an update is due by the wall clock, which may run a little behind the timer."""

PAUSES = (1.0, 2.0, 5.0, 10.0)
"""Seconds before an update that failed is tried again; after the last attempt it is set aside.

Its chat waits that long, so that the next answer is not taken for this one's question.
"""

Fate = Literal["handled", "waits for its file", "tried again later", "set aside"]


@dataclass(frozen=True)
class Aside:
    """An update that goes to no conversation: from a group, or about a chat that has blocked or unblocked the bot."""

    chat_id: int
    replies: Sequence[Reply] = ()
    stops: bool = False
    resumes: bool = False


Read = Callable[[RawUpdate], Heard | Aside | None]
"""Reads an update; ``None`` means that there is nothing to answer."""


@dataclass(frozen=True)
class Apologies:
    """What people are told of an update that failed: its person at the first and the last attempt, admins at the last.

    ``places`` says where an error was raised, without a word of what was written.
    """

    first: Reply | None = None
    last: Reply | None = None
    to_admins: Callable[[int, Exception], Reply] | None = None
    places: Callable[[Exception], str] = lambda error: type(error).__name__


@dataclass(frozen=True)
class Outcome:
    """What came of an update; ``step`` is there if one was taken of what was ``heard``, ``error`` if it failed.

    ``pause`` is how many seconds pass until it is tried again.
    """

    raw: RawUpdate
    fate: Fate
    step: Step | None = None
    error: Exception | None = None
    heard: Heard | None = None
    pause: float = 0.0


@dataclass
class Taken:
    """What came of a batch: the ids of new updates, an outcome for each update, and the chats with messages to send.

    ``mail`` has all messages that wait for a chat; it is empty if the outbox may hold more. ``again`` are chats that
    another worker holds, to be looked at soon; ``more`` are chats with more updates in the inbox.
    """

    new: set[int] = field(default_factory=set)
    outcomes: list[Outcome] = field(default_factory=list)
    mail: dict[int, tuple[Parcel, ...]] = field(default_factory=dict)
    again: set[int | None] = field(default_factory=set)
    more: set[int | None] = field(default_factory=set)
    seconds: float = 0.0
    """How long it took, from the first statement to the commit."""


@dataclass(frozen=True)
class _Batch:
    """Updates to keep, chats whose inbox is to be read, and marks; ``most`` limits how many updates are handled."""

    raws: Sequence[RawUpdate] = ()
    chats: Collection[int | None] = ()
    marks: Sequence[Mark] = ()
    most: int | None = None

    def parts(self) -> Sequence["_Batch"]:
        """Divide a batch that could not be written: marks apart, chats by halves, one update; then nothing."""
        chats = list(dict.fromkeys([*(raw.chat_id for raw in self.raws), *self.chats]))
        if chats and self.marks:
            return replace(self, marks=()), _Batch(marks=self.marks)
        if len(self.marks) > 1:
            return [_Batch(marks=(mark,)) for mark in self.marks]
        if len(chats) > 1:
            half = len(chats) // 2
            return self._of(chats[:half]), self._of(chats[half:])
        return (replace(self, most=1),) if chats and self.most is None else ()

    def _of(self, chats: Collection[int | None]) -> "_Batch":
        raws = [raw for raw in self.raws if raw.chat_id in chats]
        return replace(self, raws=raws, chats=[chat_id for chat_id in self.chats if chat_id in chats])


class Batches:
    """Takes one batch after the other; calls ``follow`` with what came of each, once it is committed.

    ``fails`` is called if the database fails while chats are looked at, as no caller waits for those.
    """

    def __init__(  # noqa: PLR0913 - what a batch is handled with
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
        self._setting = setting
        self._read = read
        self._clock = clock
        self._apologies = apologies or Apologies()
        self._pauses = pauses
        self._follow = follow
        self._fails = fails
        self._brought: list[tuple[Sequence[RawUpdate], asyncio.Future[None]]] = []
        self._marks: list[tuple[Mark, asyncio.Future[None]]] = []
        self._looks: dict[int | None, None] = {}
        self._later: list[asyncio.TimerHandle] = []
        self._closed = False
        self._working: asyncio.Task[None] | None = None

    async def take(self, raws: Sequence[RawUpdate]) -> None:
        """Keep updates and handle them; raises if some of them may not be kept.

        The batch comes to its end even if the caller is cancelled, as at a stop.
        """
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._brought.append((raws, kept))
        self._go_on()
        await kept

    async def mark(self, mark: Mark) -> None:
        """Note what became of an outgoing message; raises if it cannot be written."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._marks.append((mark, written))
        asyncio.get_running_loop().call_later(MARK_SECONDS if isinstance(mark, Sent) else 0, self._go_on)
        await written

    def look(self, chats: Iterable[int | None]) -> None:
        """Handle what waits for chats in the inbox."""
        self._looks |= dict.fromkeys(chats)
        self._go_on()

    async def close(self) -> None:
        """Finish what is under way, and look at no more chats."""
        self._closed = True
        self._looks.clear()
        for each in self._later:
            each.cancel()
        await self.settled()

    async def settled(self) -> None:
        """Wait until nothing is under way; updates to be tried again later are not waited for."""
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
        """Take what waits, and tell the callers; if the database fails, all of them get the error."""
        brought, size = [], 0
        while self._brought and size < MOST:
            brought.append(self._brought.pop(0))
            size += len(brought[-1][0])
        marks, self._marks = self._marks, []
        looks = [*self._looks][: MOST - size] if size < MOST else []
        for chat_id in looks:
            del self._looks[chat_id]
        told = [kept for _, kept in brought] + [written for _, written in marks]
        try:
            await self._divide(_Batch([raw for raws, _ in brought for raw in raws], looks, [mark for mark, _ in marks]))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is for those who wait
            if looks:
                self._fails(error, [chat_id for chat_id in looks if chat_id is not None])
            _tell(told, error)
        else:
            _tell(told, None)

    async def _divide(self, batch: _Batch) -> None:
        """Take a batch; if it cannot be written, take its parts. Raises trouble with the database at once."""
        try:
            taken = await self._committed(_take, batch)
        except Exception as error:
            if is_trouble(error):
                raise
            parts = batch.parts()
            if not parts and batch.marks:
                raise
            if not parts:
                self._go_on_from(await self._committed(_set_apart, batch, error))
        else:
            self._go_on_from(taken)  # not tried above: what fails here is no fault of the batch, which is committed
            return
        for part in parts:
            await self._divide(part)

    async def _committed(self, work: Callable[..., Taken], batch: _Batch, *given: object) -> Taken:
        """Do the work in one transaction."""
        started = perf_counter()
        taken = await self._until_first(work, batch, *given)
        taken.seconds = perf_counter() - started
        crash_at(Point.AFTER_INBOX)
        if taken.outcomes:
            crash_at(Point.AFTER_TURN)
        return taken

    def _go_on_from(self, taken: Taken) -> None:
        """See to what follows from a batch: chats to look at, and what the hook does."""
        self.look(taken.more)
        self._look_later(AGAIN_SECONDS, taken.again)
        for outcome in taken.outcomes:
            if outcome.fate == "tried again later":
                self._look_later(outcome.pause, [outcome.raw.chat_id])
        self._follow(taken)

    async def _until_first(self, work: Callable[..., Taken], batch: _Batch, *given: object) -> Taken:
        for attempt in range(1, ATTEMPTS):
            try:
                return await self._db.change(work, self, batch, self._clock(), *given)
            except SavedMeanwhile:
                await asyncio.sleep(OVERTAKEN_SECONDS * attempt)
        return await self._db.change(work, self, batch, self._clock(), *given)

    def _look_later(self, seconds: float, chats: Collection[int | None]) -> None:
        """Look at chats after a pause. A look that comes too early does nothing; then the next sweep finds them."""
        if chats and not self._closed:
            self._later.append(asyncio.get_running_loop().call_later(seconds + SPARE_SECONDS, self.look, [*chats]))
            self._later = [each for each in self._later if each.when() > asyncio.get_running_loop().time()]

    def begin(self, connection: Connection, now: datetime) -> UnitOfWork:
        """Begin a unit of work in a transaction."""
        return UnitOfWork(connection, self._setting, now)

    def handle(self, connection: Connection, work: UnitOfWork, raw: RawUpdate, now: datetime) -> Outcome:
        """Handle one update, in the caller's transaction. If it fails, it has changed nothing and is noted as failed.

        Raises errors after which the transaction cannot be committed.
        """
        try:
            reading = self._read(raw)
            if not isinstance(reading, Heard):
                return _put_aside(work, raw, reading)
            given = reading.given
            if (
                isinstance(given, Attached)
                and not reading.fetched
                and takes_file(work.conversation(reading.chat_id), given)
            ):
                work.put_back(raw.update_id)
                wait_for_file(connection, raw, place_of(lambda: work.conversation(reading.chat_id)), now)
                return Outcome(raw, "waits for its file")
            taken, desk = work.step(reading)
        except Exception as error:
            if work.spoilt or isinstance(error, DBAPIError | SavedMeanwhile):
                raise
            return self.fail(connection, work, raw, error, now)
        work.keep(reading, taken, desk)
        return Outcome(raw, "handled", taken, heard=reading)

    def fail(
        self, connection: Connection, work: UnitOfWork, raw: RawUpdate, error: Exception, now: datetime
    ) -> Outcome:
        """Count a failed attempt; tell the person at the first and the last one, and admins at the last."""
        is_last = raw.attempts >= len(self._pauses)
        pause = 0.0 if is_last else self._pauses[raw.attempts]
        said = self._apologies
        retry_at = None if is_last else now + timedelta(seconds=pause)
        failed = Attempt(said.places(error), place_of(lambda: work.conversation(raw.chat_id or 0)), now, retry_at)
        work.put_back(raw.update_id)
        note(connection, raw, failed)
        reply = said.last if is_last else said.first if raw.attempts == 0 else None
        if reply is not None:
            self._apologize(work, raw, reply)
        if is_last and said.to_admins is not None:
            told = said.to_admins(raw.update_id, error)
            for chat_id in admin_chats(connection, self._setting.admins):
                work.post(Post(chat_id, None, (told,)))
        return Outcome(raw, "set aside" if is_last else "tried again later", error=error, pause=pause)

    def _apologize(self, work: UnitOfWork, raw: RawUpdate, reply: Reply) -> None:
        """Tell the person of a private chat; if they pressed a button, this answers the press."""
        try:
            reading = self._read(raw)
        except Exception:  # noqa: BLE001 - it may be why the update fails
            return
        if isinstance(reading, Heard):
            work.post(Post(reading.chat_id, None, (reply,), reading.query_id))


def _take(connection: Connection, batches: Batches, batch: _Batch, now: datetime) -> Taken:
    """Take a batch in the caller's transaction."""
    write_marks(connection, batch.marks)
    fresh = accept(connection, batch.raws, now)
    taken = Taken({raw.update_id for raw in fresh})
    if not fresh and not batch.chats:
        return taken
    work = batches.begin(connection, now)
    work.unheard = set(taken.new)
    held_up = set[int | None]()
    for raw in _in_turn(connection, work, taken, fresh, batch.chats, now):
        if raw.chat_id in held_up:
            continue
        if len(taken.outcomes) == batch.most:
            taken.more.add(raw.chat_id)
            break
        work.unheard.discard(raw.update_id)
        outcome = batches.handle(connection, work, raw, now)
        taken.outcomes.append(outcome)
        if outcome.fate == "tried again later":
            held_up.add(raw.chat_id)
        if outcome.step is not None and outcome.step.forget:  # erasure closes the batch
            taken.more |= {raw.chat_id for raw in fresh}.union(batch.chats)
            break
    return _finished(work, taken)


def _in_turn(  # noqa: PLR0913, PLR0917 - what a batch has
    connection: Connection,
    work: UnitOfWork,
    taken: Taken,
    fresh: Sequence[RawUpdate],
    looks: Collection[int | None],
    now: datetime,
) -> Iterable[RawUpdate]:
    """Lock and load the chats; order the updates: the first of each chat, then the second; new ones last."""
    chats = [*dict.fromkeys([*(raw.chat_id for raw in fresh), *looks])]
    private = [chat_id for chat_id in chats if chat_id is not None and chat_id > 0]
    held = work.hold(private, set(private).intersection(raw.chat_id or 0 for raw in fresh))
    work.load(held)
    free = [chat_id for chat_id in chats if chat_id not in private or chat_id in held]
    elsewhere = lines(connection, set(chats).difference(free), now)
    taken.again = {raw.chat_id for raw in fresh}.difference(free) | {
        each for each, line in elsewhere.items() if line.raws
    }
    found = {chat_id: Line() for chat_id in free}
    found |= lines(
        connection,
        [each for each in free if each in looks or (each is not None and each in held and work.waits(each))],
        now,
    )
    work.waited = {raw.update_id for line in found.values() for raw in line.raws}
    new: dict[int | None, list[RawUpdate]] = {}
    for raw in fresh:
        new.setdefault(raw.chat_id, []).append(raw)
    for chat_id, line in found.items():
        behind = new.get(chat_id, []) if line.goes_on else []
        found[chat_id] = Line([*line.raws, *behind][:OF_A_CHAT])
        if line.is_full or len(line.raws) + len(behind) > OF_A_CHAT:
            taken.more.add(chat_id)
    places = zip_longest(*(line.raws for line in found.values()))
    return [raw for place in places for raw in place if raw is not None]


def _set_apart(connection: Connection, batches: Batches, batch: _Batch, now: datetime, error: Exception) -> Taken:
    """Keep the updates of one chat as waiting, and note that the first one cannot be handled."""
    fresh = accept(connection, batch.raws, now)
    put_back(connection, [raw.update_id for raw in fresh])
    taken = Taken({raw.update_id for raw in fresh})
    chats = {*(raw.chat_id for raw in batch.raws), *batch.chats}
    work = batches.begin(connection, now)
    for line in lines(connection, chats, now).values():
        for raw in line.raws[:1]:
            taken.outcomes.append(batches.fail(connection, work, raw, error, now))
            taken.more |= chats
    return _finished(work, taken)


def _finished(work: UnitOfWork, taken: Taken) -> Taken:
    work.finish()
    taken.mail = {chat_id: tuple(parcels or ()) for chat_id, parcels in work.mail.items()}
    crash_at(Point.WITHIN_TURN)
    return taken


def _put_aside(work: UnitOfWork, raw: RawUpdate, aside: Aside | None) -> Outcome:
    work.done(raw.update_id)
    if aside is not None:
        if aside.stops:
            work.stop(aside.chat_id)
        if aside.resumes:
            work.resume(aside.chat_id)
        work.post(Post(aside.chat_id, raw.update_id, aside.replies))
    return Outcome(raw, "handled")


def _tell(waiting: Iterable["asyncio.Future[None]"], error: Exception | None) -> None:
    for each in waiting:
        if each.done():  # whoever brought it was cancelled
            continue
        if error is None:
            each.set_result(None)
        else:
            each.set_exception(error)
