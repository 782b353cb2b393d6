"""Taking a batch, in one transaction: store new updates, lock and load their chats, handle each update in order.

An update whose handling raises changes nothing: it is noted as failed, and its chat waits until it is tried again.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Literal, TypeGuard

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from conversations.dialogue.conversation import Step
from conversations.dialogue.inputs import Attached, Done
from conversations.dialogue.replies import Reply
from conversations.languages import at_desk, matching, offered, speaking
from conversations.papers.arriving import wants_content
from storage.conversations import ConcurrentSave, sent_at_text
from storage.crash_points import Point, crash_at
from storage.database.stored_schema import Damaged, NewerStored
from storage.failures import Attempt, note
from storage.heard import Heard, Setting
from storage.inbox import OF_A_CHAT, RawUpdate, WaitingUpdates, accept, put_back, wait_for_file, waiting_of_chats
from storage.outbox import Mark, OutgoingMessage, Post, spoken_in, write_marks
from storage.people import admin_chats
from storage.unit_of_work import UnitOfWork

PAUSES = (1.0, 2.0, 5.0, 10.0)
"""Seconds before an update that failed is tried again: four pauses, so five attempts. Then it is set aside.

Its chat waits during a pause: else the next answer would be saved for the question of this one.
"""

Fate = Literal["handled", "waits for its file", "tried again later", "set aside"]


@dataclass(frozen=True)
class NoInput:
    """An update that no conversation gets: it came from a group, or says that a chat blocked or unblocked the bot."""

    chat_id: int
    replies: Sequence[Reply] = ()
    stops: bool = False
    resumes: bool = False


Read = Callable[[RawUpdate], Heard | NoInput | None]
"""Reads an update; returns ``None`` if there is nothing to answer."""


@dataclass(frozen=True)
class Apologies:
    """The messages about an update that failed: to its person at the first and last attempt, to admins at the last.

    Each is made in the language of the chat. ``places`` says where an error was raised, without any text of the person.
    """

    first: Callable[[], Reply] | None = None
    last: Callable[[], Reply] | None = None
    to_admins: Callable[[int, Exception], Reply] | None = None
    places: Callable[[Exception], str] = lambda error: type(error).__name__


@dataclass(frozen=True)
class Outcome:
    """The outcome of an update: ``step`` if it was ``heard`` by a conversation, ``error`` if it failed.

    ``pause`` is the number of seconds until it is tried again.
    """

    raw: RawUpdate
    fate: Fate
    step: Step | None = None
    error: Exception | None = None
    heard: Heard | None = None
    pause: float = 0.0


@dataclass
class Taken:
    """The result of a batch: the ids of new updates, an outcome for each update, and the chats with messages to send.

    ``mail`` has all waiting messages of a chat, or none if the outbox may hold more. ``again`` are chats that another
    worker holds, and ``more`` are chats with more updates in the inbox: both are to be looked at again.
    """

    new: set[int] = field(default_factory=set)
    outcomes: list[Outcome] = field(default_factory=list)
    mail: dict[int, tuple[OutgoingMessage, ...]] = field(default_factory=dict)
    again: set[int | None] = field(default_factory=set)
    more: set[int | None] = field(default_factory=set)
    seconds: float = 0.0
    """The time from the first statement to the commit."""


@dataclass(frozen=True)
class Batch:
    """Updates to store, chats whose inbox is to be read, and marks; at most ``most`` updates are handled."""

    raws: Sequence[RawUpdate] = ()
    chats: Collection[int | None] = ()
    marks: Sequence[Mark] = ()
    most: int | None = None


class Taking:
    """Takes a batch in the transaction of the caller."""

    def __init__(self, setting: Setting, read: Read, apologies: Apologies, pauses: Sequence[float]) -> None:
        self._setting = setting
        self._read = read
        self._apologies = apologies
        self._pauses = pauses

    def take(self, connection: Connection, batch: Batch, now: datetime) -> Taken:
        """Store the new updates and handle those that are next in their chats, in the caller's transaction."""
        write_marks(connection, batch.marks)
        fresh = accept(connection, batch.raws, now)
        taken = Taken({raw.update_id for raw in fresh})
        if not fresh and not batch.chats:
            return taken
        work = UnitOfWork(connection, self._setting, now)
        work.unheard = set(taken.new)
        held_up = set[int | None]()
        for raw in _in_order(connection, work, taken, fresh, batch.chats, now):
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
            if outcome.step is not None and outcome.step.forget:
                # The erasure has written everything: the other updates are the next batch.
                taken.more |= {raw.chat_id for raw in fresh}.union(batch.chats)
                break
        return _finished(work, taken)

    def fail_first(self, connection: Connection, batch: Batch, now: datetime, error: Exception) -> Taken:
        """Store the updates of one chat as waiting, and note the first one as failed: it cannot be written."""
        fresh = accept(connection, batch.raws, now)
        put_back(connection, [raw.update_id for raw in fresh])
        taken = Taken({raw.update_id for raw in fresh})
        chats = {*(raw.chat_id for raw in batch.raws), *batch.chats}
        work = UnitOfWork(connection, self._setting, now)
        for waiting in waiting_of_chats(connection, chats, now).values():
            for raw in waiting.raws[:1]:
                taken.outcomes.append(self._fail(connection, work, raw, error, now))
                taken.more |= chats
        return _finished(work, taken)

    def _handle(self, connection: Connection, work: UnitOfWork, raw: RawUpdate, now: datetime) -> Outcome:
        """Handle one update, in the caller's transaction; if it fails, it changes nothing and is noted as failed.

        Raises only if the transaction must be rolled back: then the batch is tried in parts.
        """
        try:
            reading = self._read(raw)
            if not isinstance(reading, Heard):
                return _handle_no_input(work, raw, reading)
            given = reading.given
            if (
                isinstance(given, Attached)
                and not reading.fetched
                and wants_content(work.conversation(reading.chat_id), given)
            ):
                work.put_back(raw.update_id)
                wait_for_file(connection, raw, sent_at_text(lambda: work.conversation(reading.chat_id)), now)
                return Outcome(raw, "waits for its file")
            step, queries = work.step(reading)
        except Exception as error:
            if work.spoilt or isinstance(error, DBAPIError | ConcurrentSave):
                raise
            return self._fail(connection, work, raw, error, now)
        work.keep(reading, step, queries)
        return Outcome(raw, "handled", step, heard=reading)

    def _fail(
        self, connection: Connection, work: UnitOfWork, raw: RawUpdate, error: Exception, now: datetime
    ) -> Outcome:
        """Count a failed attempt, and send the apologies."""
        is_last = raw.attempts >= len(self._pauses)
        pause = 0.0 if is_last else self._pauses[raw.attempts]
        said = self._apologies
        retry_at = None if is_last else now + timedelta(seconds=pause)
        failed = Attempt(said.places(error), sent_at_text(lambda: work.conversation(raw.chat_id or 0)), now, retry_at)
        work.put_back(raw.update_id)
        note(connection, raw, failed)
        say = said.last if is_last else said.first if raw.attempts == 0 else None
        if say is not None:
            self._apologize(work, raw, say)
        if is_last and said.to_admins is not None:
            for chat_id in admin_chats(connection, self._setting.admins):
                with speaking(at_desk(spoken_in(connection, chat_id))):
                    work.post(Post(chat_id, None, (said.to_admins(raw.update_id, error),)))
        return Outcome(raw, "set aside" if is_last else "tried again later", error=error, pause=pause)

    def _apologize(self, work: UnitOfWork, raw: RawUpdate, say: Callable[[], Reply]) -> None:
        """Tell the person in a private chat; if they pressed a button, this also answers the press."""
        try:
            reading = self._read(raw)
        except Exception:  # noqa: BLE001 - reading may be what fails
            return
        if isinstance(reading, Heard):
            with speaking(_language(work, reading)):
                work.post(Post(reading.chat_id, None, (say(),), reading.query_id))


def _language(work: UnitOfWork, heard: Heard) -> str:
    """Return the language of the talk; that of the person's app if the conversation is what cannot be read."""
    try:
        chosen = work.conversation(heard.chat_id).language
    except (Damaged, NewerStored):
        chosen = ""
    app = heard.given.language if isinstance(heard.given, Done) else ""
    return matching(chosen or app, offered())


def _in_order(  # noqa: PLR0913, PLR0917 - the parts of a batch
    connection: Connection,
    work: UnitOfWork,
    taken: Taken,
    fresh: Sequence[RawUpdate],
    looks: Collection[int | None],
    now: datetime,
) -> Iterable[RawUpdate]:
    """Lock and load the chats; return the first update of each chat, then the second, and so on.

    In a chat the updates that wait in the inbox come before the new ones. New updates that are not returned are set to
    waiting at the end of the batch.
    """
    new: dict[int | None, list[RawUpdate]] = {}
    for raw in fresh:
        new.setdefault(raw.chat_id, []).append(raw)
    chats = [*dict.fromkeys([*new, *looks])]
    free = _lock(work, chats, new)
    others = waiting_of_chats(connection, set(chats).difference(free), now)
    taken.again = {*new}.difference(free) | {chat_id for chat_id, waiting in others.items() if waiting.raws}
    # Most inboxes are empty, as the row of the conversation says, so they are not read.
    to_read = [each for each in free if each in looks or (_is_private(each) and work.waits(each))]
    found = {chat_id: WaitingUpdates() for chat_id in free} | waiting_of_chats(connection, to_read, now)
    work.waited = {raw.update_id for waiting in found.values() for raw in waiting.raws}
    for chat_id, waiting in found.items():
        behind = new.get(chat_id, []) if waiting.goes_on else []
        if waiting.is_full or len(waiting.raws) + len(behind) > OF_A_CHAT:
            taken.more.add(chat_id)
        waiting.raws = [*waiting.raws, *behind][:OF_A_CHAT]
    rounds = zip_longest(*(waiting.raws for waiting in found.values()))
    return [raw for of_round in rounds for raw in of_round if raw is not None]


def _lock(work: UnitOfWork, chats: Sequence[int | None], new: Collection[int | None]) -> Sequence[int | None]:
    """Lock and load the conversations of private chats; return the chats that no other worker holds.

    Groups, and updates without a chat, have no conversation to lock.
    """
    private = [chat_id for chat_id in chats if _is_private(chat_id)]
    held = work.hold(private, [chat_id for chat_id in private if chat_id in new])
    work.load(held)
    return [chat_id for chat_id in chats if not _is_private(chat_id) or chat_id in held]


def _is_private(chat_id: int | None) -> TypeGuard[int]:
    return chat_id is not None and chat_id > 0


def _finished(work: UnitOfWork, taken: Taken) -> Taken:
    work.finish()
    taken.mail = {chat_id: tuple(outgoing_messages or ()) for chat_id, outgoing_messages in work.mail.items()}
    crash_at(Point.WITHIN_TURN)
    return taken


def _handle_no_input(work: UnitOfWork, raw: RawUpdate, no_input: NoInput | None) -> Outcome:
    work.done(raw.update_id)
    if no_input is not None:
        if no_input.stops:
            work.stop(no_input.chat_id)
        if no_input.resumes:
            work.resume(no_input.chat_id)
        work.post(Post(no_input.chat_id, raw.update_id, no_input.replies))
    return Outcome(raw, "handled")
