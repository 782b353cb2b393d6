"""Drafts of all chats, for those who read and export them."""

from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select

from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import Event
from conversations.dialogue.model import Status
from conversations.dialogue.replies import WordForm
from storage.database.database import Database
from storage.database.stored_schema import DRAFT, EVENT
from storage.database.tables import DRAFTS, HISTORY


@dataclass(frozen=True)
class HistoryRow:
    """What happened, when, and the update that caused it."""

    event: Event
    update_id: int | None
    at: datetime


async def history_of(db: Database, chat_id: int) -> tuple[HistoryRow, ...]:
    """Load all that happened in a chat, in order."""
    columns = HISTORY.c.body, HISTORY.c.update_id, HISTORY.c.at
    rows = await db.rows(select(*columns).where(HISTORY.c.chat_id == chat_id).order_by(HISTORY.c.id))
    return tuple(HistoryRow(EVENT.read(body), update_id, at) for body, update_id, at in rows)


def append(connection: Connection, chat_id: int, update_id: int | None, events: Sequence[Event], now: datetime) -> None:
    """Append what happened to the history, in the caller's transaction."""
    write_all(connection, [history_row(chat_id, update_id, event, now) for event in events])


def write_all(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Append rows that ``history_row`` has made, in the caller's transaction."""
    if rows:
        connection.execute(_APPEND, rows)


_APPEND = insert(HISTORY)


def history_row(chat_id: int, update_id: int | None, event: Event, now: datetime) -> dict[str, Any]:
    """Make the row of an event."""
    return {
        "chat_id": chat_id,
        "draft_number": getattr(event, "draft", None),
        "update_id": update_id,
        "at": now,
        "what": event.what,
        "question": getattr(event, "question", None),
        "source": getattr(event, "source", None),
        "body": EVENT.write(event),
    }


APPROVED: tuple[Status, ...] = ("approved",)

_AT_A_TIME = 100


@dataclass(frozen=True)
class StoredDraft:
    """A draft and the chat that it belongs to."""

    chat_id: int
    draft: Draft


async def submissions(
    db: Database,
    statuses: Collection[Status] = APPROVED,
    references: Collection[str] = (),
    since: date | None = None,
) -> AsyncIterator[StoredDraft]:
    """Go through drafts by reference, those without one last; a hundred are in memory at a time.

    They are those that fit when the walk begins, each as it is when its turn comes. ``references`` narrows to these
    where any are given; ``since`` to what was submitted (or, where it never was, touched) on that day (UTC) or later.
    """
    ids = [draft_id for (draft_id,) in await db.rows(fitting(statuses, references, since))]
    for start in range(0, len(ids), _AT_A_TIME):
        for draft in await _drafts(db, ids[start : start + _AT_A_TIME]):
            if draft.draft.status in statuses:
                yield draft


async def how_many(
    db: Database, statuses: Collection[Status], references: Collection[str] = (), since: date | None = None
) -> int:
    """Count the drafts that fit at this moment."""
    return (await db.rows(counting(statuses, references, since)))[0][0]


def counting(statuses: Collection[Status], references: Collection[str] = (), since: date | None = None) -> Select[int]:
    """Ask how many drafts fit."""
    found = fitting(statuses, references, since).order_by(None).subquery()
    return select(func.count()).select_from(found)


async def _drafts(db: Database, ids: Sequence[int]) -> list[StoredDraft]:
    rows = await db.rows(select(DRAFTS.c.id, DRAFTS.c.chat_id, DRAFTS.c.body).where(DRAFTS.c.id.in_(ids)))
    found = {draft_id: StoredDraft(chat_id, DRAFT.read(body)) for draft_id, chat_id, body in rows}
    return [found[draft_id] for draft_id in ids if draft_id in found]


def fitting(statuses: Collection[Status], references: Collection[str], since: date | None) -> Select[int]:
    """Ask for the ids of the drafts that fit, by reference."""
    query = select(DRAFTS.c.id).where(DRAFTS.c.status.in_(statuses))
    if references:
        query = query.where(DRAFTS.c.reference.in_(references))
    if since is not None:
        midnight = datetime.combine(since, time.min, UTC)
        query = query.where(func.coalesce(DRAFTS.c.submitted_at, DRAFTS.c.updated_at) >= midnight)
    return query.order_by(DRAFTS.c.reference.nulls_last(), DRAFTS.c.id)


async def draft_of(db: Database, chat_id: int, wanted: WordForm) -> Draft | None:
    """Find the draft whose form is wanted in a chat: the chat's own, or a dossier; nothing where it is gone."""
    query = select(DRAFTS.c.body)
    if wanted.submission is not None:
        query = query.where(DRAFTS.c.id == wanted.submission)
    else:
        query = query.where(DRAFTS.c.chat_id == chat_id, DRAFTS.c.number == wanted.draft)
    rows = await db.rows(query)
    return DRAFT.read(rows[0].body) if rows else None
