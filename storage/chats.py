"""Conversations: loaded whole, saved as far as they changed."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Text, Update, bindparam, delete, select, update

from conversations.attaching import where
from conversations.clocks.reminding import next_moment
from conversations.consent.given import Consent
from conversations.conversation import Conversation, Draft
from conversations.messages import SentAt
from storage.database import Database
from storage.deleting import delete_drafts
from storage.dialects import among, fresh_ids, from_arrays, give_up, is_near, or_update, unless_there
from storage.inbox import waits_for
from storage.moments import Moment
from storage.prepared import Prepared
from storage.shapes import DRAFT, SENT_AT, STATE, Damaged, NewerShape
from storage.shelves import listed, put_on_shelves, stands_elsewhere, themes_in_progress
from storage.tables import CONVERSATIONS, DRAFTS, INBOX

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


def note_place(connection: Connection, update_id: int) -> None:
    """Keep with an update where its person is now, unless that is known, in the caller's transaction."""
    unknown = INBOX.c.update_id == update_id, INBOX.c.sent_at.is_(None)
    for chat_id in connection.scalars(select(INBOX.c.chat_id).where(*unknown)).all():
        place = UNKNOWN
        with suppress(Damaged, NewerShape):  # it may be why the update fails
            place = SENT_AT.write(where(load(connection, chat_id or 0).conversation))
        connection.execute(update(INBOX).where(*unknown).values(sent_at=place))


UNKNOWN = SENT_AT.write(SentAt())
"""The place of an update whose place nobody noted."""


def wait_for(connection: Connection, chat_id: int) -> None:
    """Let nobody else save the conversation before the caller's transaction ends.

    A statement of its own: in one that also loads, PostgreSQL would give the new version beside the old drafts.
    SQLite has one writer, and waits for nothing here.
    """
    chat = select(CONVERSATIONS.c.chat_id).where(CONVERSATIONS.c.chat_id == chat_id)
    connection.execute(chat.with_for_update())


def take_hold(connection: Connection, chats: Collection[int]) -> Collection[int]:
    """Let nobody else save those of some chats' conversations that nobody else is at; gives their chats.

    What another transaction holds is not waited for; what has a turn of its own to come is left free for that. SQLite
    has one writer, who holds all anyway.
    """
    if is_near(connection):
        return chats
    return set(connection.scalars(among(connection.dialect, _FREE, CONVERSATIONS.c.chat_id), {"among": [*chats]}))


_FREE = select(CONVERSATIONS.c.chat_id).where(~waits_for(CONVERSATIONS.c.chat_id)).with_for_update(skip_locked=True)


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
        """The drafts that queues have to find elsewhere than before."""
        return [each for each in self.after.drafts if stands_elsewhere(self._known.get(each.number), each)]

    @cached_property
    def _known(self) -> dict[int, Draft]:
        return {draft.number: draft for draft in self.before.conversation.drafts}


def save(connection: Connection, chat_id: int, before: Loaded, after: Conversation, now: datetime) -> None:
    """Save what changed, in the caller's transaction; raises ``SavedMeanwhile`` where another was first."""
    change = Change(chat_id, before, after)
    save_all(connection, [change], now)
    if gone := change.drops:
        deleted = before.conversation.deleted
        ended = [draft for number, draft in deleted.items() if number in gone]
        delete_drafts(connection, chat_id, gone, now, keeping=after.deleted, ended=ended)


def save_all(connection: Connection, changes: Iterable[Change], now: datetime) -> None:
    """Save several conversations, each as ``save`` does but for drafts that are gone, in the caller's transaction."""
    changed = [each for each in changes if each.after is not each.before.conversation]
    _save_states(connection, changed, now)
    _KEEP.change(connection, [_draft_row(each.chat_id, draft) for each in changed for draft in each.revised])
    if begun := [_draft_row(each.chat_id, draft) for each in changed for draft in each.begun]:
        ids = fresh_ids(connection, DRAFTS, len(begun))
        _KEEP.change(connection, [row | fresh for row, fresh in zip(begun, ids, strict=True)])
    put_on_shelves(connection, [(each.chat_id, draft) for each in changed for draft in each.placed])


def put_consent(connection: Connection, chat_id: int, consent: Consent | None, now: datetime) -> None:
    """Put a yes on record, or none, for a demo or a test; whoever is there already stays where they are."""
    query = select(CONVERSATIONS.c.version, CONVERSATIONS.c.state).where(CONVERSATIONS.c.chat_id == chat_id)
    row = connection.execute(query).first()
    before = loaded(row.version, row.state, ()) if row else Loaded(Conversation(), 0)
    after = before.conversation.model_copy(update={"consent": consent})
    _save_states(connection, [Change(chat_id, before, after)], now)


def save_dossier(connection: Connection, author: int, version: int, draft: Draft) -> None:
    """Save a draft that somebody else changed, on top of the version at which its author's conversation was read.

    Raises ``SavedMeanwhile`` where the author, or another coordinator, was first: there is one decision at a time.
    """
    seen = {"chat": author, "seen": version}
    if not connection.execute(_TOUCH, seen).rowcount:
        raise SavedMeanwhile(f"Chat {author} was saved by another process again and again.")
    _KEEP.change(connection, [_draft_row(author, draft)])
    put_on_shelves(connection, [(author, draft)])


def seize(connection: Connection, chat_id: int, version: int) -> None:
    """Let nobody else save a conversation from here on; raises ``SavedMeanwhile`` where another was first."""
    if version and not connection.execute(_TOUCH, {"chat": chat_id, "seen": version}).rowcount:
        raise SavedMeanwhile(f"Chat {chat_id} was saved by another process again and again.")


def put_in_place(
    connection: Connection, chat_id: int, after: Conversation, gone: Collection[int], now: datetime
) -> None:
    """Put what is left in the place of a conversation that was seized; ``gone`` are the drafts that are deleted."""
    connection.execute(delete(DRAFTS).where(DRAFTS.c.id.in_(gone)))
    give_up(connection, DRAFTS, gone)
    if after.drafts:
        state = {"state": STATE.write(after), "updated_at": now, "remind_at": None}
        connection.execute(update(CONVERSATIONS).where(CONVERSATIONS.c.chat_id == chat_id).values(**state))
        _KEEP.change(connection, [_draft_row(chat_id, draft) for draft in after.drafts])
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

_KEEP = Prepared(lambda dialect: or_update(dialect, DRAFTS, *_CHANGING))


def _touch(value: Callable[[str], ColumnElement[Any]]) -> Update:
    same = CONVERSATIONS.c.chat_id == value("chat"), CONVERSATIONS.c.version == value("seen")
    return update(CONVERSATIONS).where(*same).values(version=CONVERSATIONS.c.version + 1)


def _save(value: Callable[[str], ColumnElement[Any]]) -> Update:
    return _touch(value).values({name: value(name) for name in ("state", "updated_at", "remind_at")})


_TOUCH = _touch(bindparam)
_SAVE = Prepared(
    _save(bindparam),
    _save(from_arrays(chat=BigInteger, seen=BigInteger, state=Text, updated_at=Moment, remind_at=Moment)),
)
_FIRST = Prepared(lambda dialect: unless_there(dialect, CONVERSATIONS).returning(CONVERSATIONS.c.chat_id))


def _save_states(connection: Connection, changes: Sequence[Change], now: datetime) -> None:
    """Save states on top of the versions that were loaded, or first ones; raises ``SavedMeanwhile``."""
    again = [
        {"chat": each.chat_id, "seen": each.before.version, **_state_row(each.after, now)}
        for each in changes
        if each.before.version
    ]
    first = [
        {"chat_id": each.chat_id, "version": 1, **_state_row(each.after, now)}
        for each in changes
        if not each.before.version
    ]
    saved = _SAVE.changed(connection, again) + len(_FIRST.ask(connection, first))
    if saved != len(changes):
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
