"""The history: what happened in each chat, appended and never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from conversations.messages import Event
from storage.database import Database
from storage.shapes import EVENT
from storage.tables import HISTORY


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
