"""Taking a batch: its updates are kept and handled, all in one transaction."""

from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Sequence,
)
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Literal

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from conversations.dialogue.conversation import Step
from conversations.dialogue.inputs import Attached
from conversations.dialogue.replies import Reply
from conversations.filling.attachments import takes_file
from storage.conversations import SavedMeanwhile, place_of
from storage.crash_points import Point, crash_at
from storage.failures import Attempt, note
from storage.inbox import OF_A_CHAT, Line, RawUpdate, accept, lines, put_back, wait_for_file
from storage.outbox import Mark, OutgoingMessage, Post, write_marks
from storage.people import admin_chats
from storage.unit_of_work import Heard, Setting, UnitOfWork

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
    mail: dict[int, tuple[OutgoingMessage, ...]] = field(default_factory=dict)
    again: set[int | None] = field(default_factory=set)
    more: set[int | None] = field(default_factory=set)
    seconds: float = 0.0
    """How long it took, from the first statement to the commit."""


@dataclass(frozen=True)
class Batch:
    """Updates to keep, chats whose inbox is to be read, and marks; ``most`` limits how many updates are handled."""

    raws: Sequence[RawUpdate] = ()
    chats: Collection[int | None] = ()
    marks: Sequence[Mark] = ()
    most: int | None = None


class Taking:
    """Takes a batch in its caller's transaction: keeps the new updates, and handles those whose turn it is."""

    def __init__(self, setting: Setting, read: Read, apologies: Apologies, pauses: Sequence[float]) -> None:
        self._setting = setting
        self._read = read
        self._apologies = apologies
        self._pauses = pauses

    def take(self, connection: Connection, batch: Batch, now: datetime) -> Taken:
        """Take a batch in the caller's transaction."""
        write_marks(connection, batch.marks)
        fresh = accept(connection, batch.raws, now)
        taken = Taken({raw.update_id for raw in fresh})
        if not fresh and not batch.chats:
            return taken
        work = UnitOfWork(connection, self._setting, now)
        work.unheard = set(taken.new)
        held_up = set[int | None]()
        for raw in _in_turn(connection, work, taken, fresh, batch.chats, now):
            if raw.chat_id in held_up:
                continue
            if len(taken.outcomes) == batch.most:
                taken.more.add(raw.chat_id)
                break
            work.unheard.discard(raw.update_id)
            outcome = self._handle(connection, work, raw, now)
            taken.outcomes.append(outcome)
            if outcome.fate == "tried again later":
                held_up.add(raw.chat_id)
            if outcome.step is not None and outcome.step.forget:  # erasure closes the batch
                taken.more |= {raw.chat_id for raw in fresh}.union(batch.chats)
                break
        return _finished(work, taken)

    def set_apart(self, connection: Connection, batch: Batch, now: datetime, error: Exception) -> Taken:
        """Keep the updates of one chat as waiting, and note that the first one cannot be handled."""
        fresh = accept(connection, batch.raws, now)
        put_back(connection, [raw.update_id for raw in fresh])
        taken = Taken({raw.update_id for raw in fresh})
        chats = {*(raw.chat_id for raw in batch.raws), *batch.chats}
        work = UnitOfWork(connection, self._setting, now)
        for line in lines(connection, chats, now).values():
            for raw in line.raws[:1]:
                taken.outcomes.append(self._fail(connection, work, raw, error, now))
                taken.more |= chats
        return _finished(work, taken)

    def _handle(self, connection: Connection, work: UnitOfWork, raw: RawUpdate, now: datetime) -> Outcome:
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
            return self._fail(connection, work, raw, error, now)
        work.keep(reading, taken, desk)
        return Outcome(raw, "handled", taken, heard=reading)

    def _fail(
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
    return [raw for state in places for raw in state if raw is not None]


def _finished(work: UnitOfWork, taken: Taken) -> Taken:
    work.finish()
    taken.mail = {chat_id: tuple(outgoing_messages or ()) for chat_id, outgoing_messages in work.mail.items()}
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
