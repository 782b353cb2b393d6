"""Conversations: locked, loaded and saved, each on top of the version at which it was read."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.inputs import SentAt
from conversations.dialogue.model import Consent
from conversations.filling.attachments import where
from conversations.reminders.reminding import next_moment
from storage.database.database import Database
from storage.database.dialects import among, fresh_ids, give_up, next_version, unless_there
from storage.database.stored_schema import DRAFT, SENT_AT, STATE, Damaged, NewerStored
from storage.database.tables import CONVERSATIONS, DRAFTS, INBOX, WAITING
from storage.drafts import changes_queue_index, delete_drafts, draft_row, save_rows, write_queue_index
from storage.files import note_orphaned


class ConcurrentSave(Exception):  # noqa: N818 - it says what happened
    """Another process saved the conversation after it was loaded here: load it and take the step again."""


@dataclass(frozen=True)
class Loaded:
    """A conversation and its version when it was loaded; 0 if it was never saved."""

    conversation: Conversation
    version: int


async def conversation_of(db: Database, chat_id: int) -> Conversation:
    """Load the conversation of a chat, or begin one."""
    return (await db.ask(load, chat_id)).conversation


def load(connection: Connection, chat_id: int) -> Loaded:
    """Load the conversation of a chat, or begin one, in the caller's transaction."""
    columns = CONVERSATIONS.c.version, CONVERSATIONS.c.state, DRAFTS.c.body
    query = select(*columns).outerjoin_from(CONVERSATIONS, DRAFTS).where(CONVERSATIONS.c.chat_id == chat_id)
    rows = connection.execute(query.order_by(DRAFTS.c.number)).all()
    return loaded(rows[0].version, rows[0].state, [row.body for row in rows]) if rows else Loaded(Conversation(), 0)


def load_without_drafts(connection: Connection, chat_id: int) -> Loaded:
    """Load a conversation to be saved with new drafts alone, in the caller's transaction; its others stay."""
    query = select(CONVERSATIONS.c.version, CONVERSATIONS.c.state).where(CONVERSATIONS.c.chat_id == chat_id)
    row = connection.execute(query).first()
    return loaded(row.version, row.state, ()) if row else Loaded(Conversation(), 0)


def loaded(version: int | None, state: str | None, bodies: Iterable[str | None]) -> Loaded:
    """Read a conversation and its drafts from the columns of an outer join, which are ``None`` if there is no row."""
    if version is None or state is None:
        return Loaded(Conversation(), 0)
    drafts = tuple(DRAFT.read(body) for body in bodies if body is not None)
    return Loaded(STATE.read(state).model_copy(update={"drafts": drafts}), version)


def sent_at_text(chat: Callable[[], Conversation]) -> str:
    """Write which question the person is at, to be stored with an update; ``UNKNOWN`` if it cannot be read."""
    try:
        return SENT_AT.write(where(chat()))
    except (Damaged, NewerStored):  # this may be what fails
        return UNKNOWN


UNKNOWN = SENT_AT.write(SentAt())
"""Stored with an update if the question of its person is not known."""


def wait_for(connection: Connection, chat_id: int) -> None:
    """Lock a conversation until the caller's transaction ends; waits while another worker holds it.

    This is a statement of its own: if the same statement also loaded the drafts, PostgreSQL would return the new
    conversation with the old drafts. SQLite has one writer, so nothing waits here.
    """
    chat = select(CONVERSATIONS.c.chat_id).where(CONVERSATIONS.c.chat_id == chat_id)
    connection.execute(chat.with_for_update())


def lock(connection: Connection, chats: Collection[int], now: datetime, new: Collection[int] = ()) -> Collection[int]:
    """Lock the conversations of chats until the caller's transaction ends; returns the chats that are locked.

    PostgreSQL locks rows, so a row is first made for a chat that is ``new`` or has waiting updates. A chat that another
    worker holds is skipped, as that worker may hang; only two first messages of one chat wait for each other. The
    chats are locked in the order of their ids, so that two batches cannot deadlock. SQLite has one writer, which holds
    all chats.
    """
    if connection.dialect.name == "sqlite" or not chats:
        return chats
    waits = select(INBOX.c.chat_id).where(INBOX.c.chat_id.in_(set(chats).difference(new)), INBOX.c.status == WAITING)
    fresh = {"version": 0, "state": STATE.write(Conversation()), "updated_at": now}
    made = [fresh | {"chat_id": chat_id} for chat_id in sorted({*new, *connection.scalars(waits)})]
    if made:
        connection.execute(unless_there(connection.dialect, CONVERSATIONS), made)
    return set(connection.scalars(among(connection.dialect, _FREE, CONVERSATIONS.c.chat_id), {"among": sorted(chats)}))


_FREE = select(CONVERSATIONS.c.chat_id).order_by(CONVERSATIONS.c.chat_id).with_for_update(skip_locked=True)


@dataclass(frozen=True)
class Change:
    """A conversation as it was loaded and as it is to be saved."""

    chat_id: int
    before: Loaded
    after: Conversation

    @property
    def drops(self) -> Collection[int]:
        """The numbers of drafts that were deleted, and of deleted ones that can no longer be restored."""
        there = {draft.number for draft in self.after.drafts}
        ended = self.before.conversation.deleted.keys() - self.after.deleted.keys()
        return (self._known.keys() | ended) - there

    @property
    def changed(self) -> Iterable[Draft]:
        """The drafts that changed."""
        return [each for each in self.after.drafts if self._known.get(each.number, each) is not each]

    @property
    def new(self) -> Iterable[Draft]:
        """The new drafts."""
        return [each for each in self.after.drafts if each.number not in self._known]

    @property
    def requeued(self) -> Iterable[Draft]:
        """The drafts whose rows in the queue index change."""
        return [each for each in self.after.drafts if changes_queue_index(self._known.get(each.number), each)]

    @property
    def left_file(self) -> str:
        """The content of a Word form that waits no longer, or empty; a draft may have it now."""
        before, after = self.before.conversation.paper, self.after.paper
        return before.sha256 if before and (after is None or after.sha256 != before.sha256) else ""

    @cached_property
    def _known(self) -> dict[int, Draft]:
        return {draft.number: draft for draft in self.before.conversation.drafts}


@dataclass
class LockedChat:
    """A locked conversation of a batch: as the database has it, and as it is now."""

    chat_id: int
    rows: Sequence[Row[Any]]
    before: Loaded | None = None
    now: Conversation = field(default_factory=Conversation)
    has_mail: bool = False

    def __post_init__(self) -> None:
        """Without a row, assume that messages wait: the sender reads the outbox then."""
        self.has_mail = self.rows[0].has_mail if self.rows else True

    def conversation(self) -> Conversation:
        """Return the conversation as it is now; raises ``Damaged`` or ``NewerStored`` if it cannot be read."""
        if self.before is None:
            first = self.rows[0] if self.rows else None
            version, state = (first.version, first.state) if first else (None, None)
            self.before = loaded(version, state, [row.body for row in self.rows])
            self.now = self.before.conversation
        return self.now

    def change(self) -> Change | None:
        """Return the change to save, if there is one."""
        if self.before is None or self.now is self.before.conversation:
            return None
        return Change(self.chat_id, self.before, self.now)

    def saved(self) -> None:
        """Note that the conversation was saved: the next change is on top of this."""
        if self.before is not None:
            self.before = Loaded(self.now, self.before.version + 1)

    def gain(self, draft: Draft) -> None:
        """Note that the database has one more draft in the saved conversation."""
        if self.before is not None:
            drafts = (*self.now.drafts, draft)
            self.before = Loaded(self.now.model_copy(update={"drafts": drafts}), self.before.version)


def save(connection: Connection, chat_id: int, before: Loaded, after: Conversation, now: datetime) -> None:
    """Save the changes of a conversation, in the caller's transaction; raises ``ConcurrentSave``."""
    save_all(connection, [Change(chat_id, before, after)], now)


def save_all(connection: Connection, changes: Iterable[Change], now: datetime) -> None:
    """Save several conversations as ``save`` does, in the caller's transaction; delete the drafts that they dropped."""
    changed = [each for each in changes if each.after is not each.before.conversation]
    _save_states(connection, changed, now)
    save_rows(connection, [draft_row(each.chat_id, draft) for each in changed for draft in each.changed])
    if begun := [draft_row(each.chat_id, draft) for each in changed for draft in each.new]:
        ids = fresh_ids(connection, DRAFTS, len(begun))
        save_rows(connection, [row | fresh for row, fresh in zip(begun, ids, strict=True)])
    write_queue_index(connection, [(each.chat_id, draft) for each in changed for draft in each.requeued])
    for each in changed:
        if each.left_file:
            note_orphaned(connection, each.left_file, now)
        if gone := each.drops:
            ended = [draft for number, draft in each.before.conversation.deleted.items() if number in gone]
            delete_drafts(connection, each.chat_id, gone, now, keeping=each.after.deleted, ended=ended)


def put_consent(connection: Connection, chat_id: int, consent: Consent | None, now: datetime) -> None:
    """Set or remove a consent, for a demo or a test; the rest of the conversation stays."""
    before = load_without_drafts(connection, chat_id)
    after = before.conversation.model_copy(update={"consent": consent})
    _save_states(connection, [Change(chat_id, before, after)], now)


def save_submission(connection: Connection, author: int, version: int, draft: Draft) -> None:
    """Save a draft that a reviewer changed, on top of the version at which its author's conversation was read.

    Raises ``ConcurrentSave`` if the author or another coordinator saved first, so that there is one decision at a time.
    """
    seen = {"chat": author, "seen": version}
    if not connection.execute(_TOUCH, seen).rowcount:
        raise ConcurrentSave(f"Chat {author} was saved by another process again and again.")
    save_rows(connection, [draft_row(author, draft)])
    write_queue_index(connection, [(author, draft)])


def seize(connection: Connection, chat_id: int, version: int) -> None:
    """Lock a conversation for the rest of the transaction; raises ``ConcurrentSave``."""
    if version and not connection.execute(_TOUCH, {"chat": chat_id, "seen": version}).rowcount:
        raise ConcurrentSave(f"Chat {chat_id} was saved by another process again and again.")


def save_erased(
    connection: Connection, chat_id: int, after: Conversation, gone: Collection[int], now: datetime
) -> None:
    """Save the rest of a conversation after an erasure; ``gone`` are the ids of drafts to delete."""
    connection.execute(delete(DRAFTS).where(DRAFTS.c.id.in_(gone)))
    give_up(connection, DRAFTS, gone)
    if after.drafts:
        values = {"state": STATE.write(after), "updated_at": now, "remind_at": None}
        connection.execute(update(CONVERSATIONS).where(CONVERSATIONS.c.chat_id == chat_id).values(**values))
        save_rows(connection, [draft_row(chat_id, draft) for draft in after.drafts])
        write_queue_index(connection, [(chat_id, draft) for draft in after.drafts])
    else:
        connection.execute(delete(CONVERSATIONS).where(CONVERSATIONS.c.chat_id == chat_id))


_TOUCH = (
    update(CONVERSATIONS)
    .where(CONVERSATIONS.c.chat_id == bindparam("chat"), CONVERSATIONS.c.version == bindparam("seen"))
    .values(version=CONVERSATIONS.c.version + 1)
)


def _save_states(connection: Connection, changes: Sequence[Change], now: datetime) -> None:
    """Save states on top of the versions that were loaded, and new ones; raises ``ConcurrentSave``."""
    rows = [
        {"chat_id": each.chat_id, "version": each.before.version + 1, **_state_row(each.after, now)} for each in changes
    ]
    saved = connection.scalars(next_version(connection.dialect), rows).all() if rows else ()
    if len(saved) != len(rows):
        chats = ", ".join(str(each.chat_id) for each in changes)
        raise ConcurrentSave(f"Chat {chats} was saved by another process again and again.")


def _state_row(after: Conversation, now: datetime) -> dict[str, Any]:
    return {"state": STATE.write(after), "updated_at": now, "remind_at": next_moment(after)}
