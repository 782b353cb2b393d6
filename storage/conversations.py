"""Drafts taken away, with their history as soon as nobody can bring them back; their files are looked at later."""

from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Sequence,
)
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.events import FileKept
from conversations.dialogue.inputs import SentAt
from conversations.dialogue.model import Consent
from conversations.filling.attachments import where
from conversations.reminders.reminding import next_moment
from storage.database.database import Database
from storage.database.dialects import among, fresh_ids, give_up, next_version, or_update, unless_there
from storage.database.stored_schema import DRAFT, EVENT, SENT_AT, STATE, Damaged, NewerShape
from storage.database.tables import CONVERSATIONS, DRAFTS, HISTORY, INBOX, ORPHANED_FILES, WAITING
from storage.queue_index import listed, put_on_shelves, stands_elsewhere, themes_in_progress


def delete_drafts(  # noqa: PLR0913 - what goes, and what of it stays for a while
    connection: Connection,
    chat_id: int,
    numbers: Collection[int],
    now: datetime,
    *,
    keeping: Collection[int] = (),
    ended: Iterable[Draft] = (),
) -> None:
    """Delete drafts that were never handed in, in the caller's transaction.

    Of those in ``keeping``, which their author can still bring back, the history and the files stay until they come
    here again as ``ended``.
    """
    gone = {*numbers} - {*keeping}
    drafts = DRAFTS.c.chat_id == chat_id, DRAFTS.c.number.in_(numbers)
    history = HISTORY.c.chat_id == chat_id, HISTORY.c.draft_number.in_(gone)
    found = connection.execute(select(DRAFTS.c.id, DRAFTS.c.number, DRAFTS.c.body).where(*drafts)).all()
    bodies = [DRAFT.read(row.body) for row in found if row.number in gone]
    sums = {sha256 for draft in (*bodies, *ended) for sha256 in _files_of(draft)}
    kept = connection.scalars(select(HISTORY.c.body).where(*history, HISTORY.c.what == "file_kept"))
    sums |= {event.sha256 for event in map(EVENT.read, kept) if isinstance(event, FileKept)}
    if sums:
        rows = [{"sha256": sha256, "since": now} for sha256 in sorted(sums)]
        connection.execute(unless_there(connection.dialect, ORPHANED_FILES), rows)
    connection.execute(delete(HISTORY).where(*history))
    connection.execute(delete(DRAFTS).where(*drafts))
    give_up(connection, DRAFTS, [row.id for row in found])


def _files_of(draft: Draft) -> Iterable[str]:
    kept = (draft.attachments, *(version.attachments for version in draft.versions))
    return (file.sha256 for files in kept for file in files)


TITLE = "name.name"
"""The question whose answer a draft is listed under."""


class SavedMeanwhile(Exception):  # noqa: N818 - it says what happened
    """Another process saved the conversation after it was loaded here: load it again."""


@dataclass(frozen=True)
class Loaded:
    """A conversation and the version that it was loaded at; version 0 is that of one that was never saved."""

    conversation: Conversation
    version: int


async def conversation_of(db: Database, chat_id: int) -> Conversation:
    """Load the conversation of a chat; a new one where there is none."""
    return (await db.ask(load, chat_id)).conversation


def load(connection: Connection, chat_id: int) -> Loaded:
    """Load the conversation of a chat, in the caller's transaction; a new one where there is none."""
    columns = CONVERSATIONS.c.version, CONVERSATIONS.c.state, DRAFTS.c.body
    query = select(*columns).outerjoin_from(CONVERSATIONS, DRAFTS).where(CONVERSATIONS.c.chat_id == chat_id)
    rows = connection.execute(query.order_by(DRAFTS.c.number)).all()
    return loaded(rows[0].version, rows[0].state, [row.body for row in rows]) if rows else Loaded(Conversation(), 0)


def loaded(version: int | None, state: str | None, bodies: Iterable[str | None]) -> Loaded:
    """Read a conversation and its drafts as an outer join gives them, with nothing where there is nothing."""
    if version is None or state is None:
        return Loaded(Conversation(), 0)
    drafts = tuple(DRAFT.read(body) for body in bodies if body is not None)
    return Loaded(STATE.read(state).model_copy(update={"drafts": drafts}), version)


def place_of(chat: Callable[[], Conversation]) -> str:
    """Write where the person of a conversation is now, to be kept with an update; "unknown" if it cannot be read."""
    try:
        return SENT_AT.write(where(chat()))
    except (Damaged, NewerShape):  # it may be why the update fails
        return UNKNOWN


UNKNOWN = SENT_AT.write(SentAt())
"""Kept with an update if it is not known where its person was."""


def wait_for(connection: Connection, chat_id: int) -> None:
    """Lock a conversation until the caller's transaction ends; waits while another worker holds it.

    A statement of its own: in one that also loads, PostgreSQL would give the new version beside the old drafts.
    SQLite has one writer, so nothing waits here.
    """
    chat = select(CONVERSATIONS.c.chat_id).where(CONVERSATIONS.c.chat_id == chat_id)
    connection.execute(chat.with_for_update())


def lock(connection: Connection, chats: Collection[int], now: datetime, new: Collection[int] = ()) -> Collection[int]:
    """Lock the conversations of chats until the caller's transaction ends; returns the chats that are locked.

    PostgreSQL locks rows, so a conversation is first made if it is ``new`` or if updates wait for it. A chat that
    another worker holds is skipped, as that worker may hang; only two first contacts of one chat wait for each other.
    A statement of its own, as in ``wait_for``. SQLite has one writer, who holds all chats.
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
    """A conversation as it was loaded, and as it is to be saved."""

    chat_id: int
    before: Loaded
    after: Conversation

    @property
    def drops(self) -> Collection[int]:
        """The numbers of drafts that are gone, and of deleted ones that cannot be brought back any more."""
        there = {draft.number for draft in self.after.drafts}
        ended = self.before.conversation.deleted.keys() - self.after.deleted.keys()
        return (self._known.keys() | ended) - there

    @property
    def revised(self) -> Iterable[Draft]:
        """The drafts that were there and are not as they were."""
        return [each for each in self.after.drafts if self._known.get(each.number, each) is not each]

    @property
    def begun(self) -> Iterable[Draft]:
        """The drafts that are new."""
        return [each for each in self.after.drafts if each.number not in self._known]

    @property
    def placed(self) -> Iterable[Draft]:
        """The drafts whose rows in the queue index change."""
        return [each for each in self.after.drafts if stands_elsewhere(self._known.get(each.number), each)]

    @cached_property
    def _known(self) -> dict[int, Draft]:
        return {draft.number: draft for draft in self.before.conversation.drafts}


def save(connection: Connection, chat_id: int, before: Loaded, after: Conversation, now: datetime) -> None:
    """Save what changed, in the caller's transaction; raises ``SavedMeanwhile`` if another process saved first."""
    save_all(connection, [Change(chat_id, before, after)], now)


def save_all(connection: Connection, changes: Iterable[Change], now: datetime) -> None:
    """Save several conversations as ``save`` does, in the caller's transaction; delete the drafts that are gone."""
    changed = [each for each in changes if each.after is not each.before.conversation]
    _save_states(connection, changed, now)
    _keep(connection, [_draft_row(each.chat_id, draft) for each in changed for draft in each.revised])
    if begun := [_draft_row(each.chat_id, draft) for each in changed for draft in each.begun]:
        ids = fresh_ids(connection, DRAFTS, len(begun))
        _keep(connection, [row | fresh for row, fresh in zip(begun, ids, strict=True)])
    put_on_shelves(connection, [(each.chat_id, draft) for each in changed for draft in each.placed])
    for each in changed:
        if gone := each.drops:
            ended = [draft for number, draft in each.before.conversation.deleted.items() if number in gone]
            delete_drafts(connection, each.chat_id, gone, now, keeping=each.after.deleted, ended=ended)


def put_consent(connection: Connection, chat_id: int, consent: Consent | None, now: datetime) -> None:
    """Set or remove a consent, for a demo or a test; nothing else of the conversation changes."""
    query = select(CONVERSATIONS.c.version, CONVERSATIONS.c.state).where(CONVERSATIONS.c.chat_id == chat_id)
    row = connection.execute(query).first()
    before = loaded(row.version, row.state, ()) if row else Loaded(Conversation(), 0)
    after = before.conversation.model_copy(update={"consent": consent})
    _save_states(connection, [Change(chat_id, before, after)], now)


def save_dossier(connection: Connection, author: int, version: int, draft: Draft) -> None:
    """Save a draft that somebody else changed, on top of the version at which its author's conversation was read.

    Raises ``SavedMeanwhile`` if the author or another coordinator saved first: there is one decision at a time.
    """
    seen = {"chat": author, "seen": version}
    if not connection.execute(_TOUCH, seen).rowcount:
        raise SavedMeanwhile(f"Chat {author} was saved by another process again and again.")
    _keep(connection, [_draft_row(author, draft)])
    put_on_shelves(connection, [(author, draft)])


def seize(connection: Connection, chat_id: int, version: int) -> None:
    """Lock a conversation for the rest of the transaction; raises ``SavedMeanwhile`` if another process saved first."""
    if version and not connection.execute(_TOUCH, {"chat": chat_id, "seen": version}).rowcount:
        raise SavedMeanwhile(f"Chat {chat_id} was saved by another process again and again.")


def put_in_place(
    connection: Connection, chat_id: int, after: Conversation, gone: Collection[int], now: datetime
) -> None:
    """Save what an erasure leaves of a conversation that was seized; ``gone`` are the ids of drafts to delete."""
    connection.execute(delete(DRAFTS).where(DRAFTS.c.id.in_(gone)))
    give_up(connection, DRAFTS, gone)
    if after.drafts:
        state = {"state": STATE.write(after), "updated_at": now, "remind_at": None}
        connection.execute(update(CONVERSATIONS).where(CONVERSATIONS.c.chat_id == chat_id).values(**state))
        _keep(connection, [_draft_row(chat_id, draft) for draft in after.drafts])
        put_on_shelves(connection, [(chat_id, draft) for draft in after.drafts])
    else:
        connection.execute(delete(CONVERSATIONS).where(CONVERSATIONS.c.chat_id == chat_id))


_CHANGING = (
    "status",
    "reference",
    "title",
    "body",
    "updated_at",
    "submitted_at",
    "decided_at",
    "country",
    "themes",
    "claimed_by",
    "waits_since",
)
"""The columns that a turn may change."""


def _keep(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(or_update(connection.dialect, DRAFTS, *_CHANGING), rows)


_TOUCH = (
    update(CONVERSATIONS)
    .where(CONVERSATIONS.c.chat_id == bindparam("chat"), CONVERSATIONS.c.version == bindparam("seen"))
    .values(version=CONVERSATIONS.c.version + 1)
)


def _save_states(connection: Connection, changes: Sequence[Change], now: datetime) -> None:
    """Save states on top of the versions that were loaded, or first ones; raises ``SavedMeanwhile``."""
    rows = [
        {"chat_id": each.chat_id, "version": each.before.version + 1, **_state_row(each.after, now)} for each in changes
    ]
    saved = connection.scalars(next_version(connection.dialect), rows).all() if rows else ()
    if len(saved) != len(rows):
        chats = ", ".join(str(each.chat_id) for each in changes)
        raise SavedMeanwhile(f"Chat {chats} was saved by another process again and again.")


def _state_row(after: Conversation, now: datetime) -> dict[str, Any]:
    return {"state": STATE.write(after), "updated_at": now, "remind_at": next_moment(after)}


def _draft_row(chat_id: int, draft: Draft) -> dict[str, Any]:
    values = draft.handed_in.values
    return {
        "chat_id": chat_id,
        "number": draft.number,
        "reference": draft.reference,
        "title": str(values.get(TITLE) or ""),
        "body": DRAFT.write(draft),
        "created_at": draft.created_at,
        "updated_at": draft.updated_at,
        "submitted_at": draft.submitted_at,
        "decided_at": draft.decided_at,
        "themes": themes_in_progress(draft, values),
        **listed(draft, values),
    }
