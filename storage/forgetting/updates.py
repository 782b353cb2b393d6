"""The raw updates of a person: emptied, so that each is still known as handled, and nothing else of it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select, update

from storage.forgetting.leaver import Leaver
from storage.tables import INBOX

DELETABLE = timedelta(hours=48)
"""How old a message may be that a bot can delete (Bot API, deleteMessage)."""

EMPTY = "{}"


def empty(connection: Connection, leaver: Leaver, now: datetime) -> tuple[int, ...]:
    """Empty them; gives the messages of the private chat that can still be deleted.

    What waits for its turn in that chat is left: the person begins again with it. What was tried before, or
    waits for its file, goes: it belongs to a question that is gone.
    """
    rows = connection.execute(select(INBOX.c.seq, INBOX.c.chat_id, INBOX.c.body).where(_theirs(leaver))).all()
    found = [(row.seq, row.chat_id, json.loads(row.body or EMPTY)) for row in rows]
    own = [(seq, chat, body) for seq, chat, body in found if chat == leaver.chat or _is_from(body, leaver.user)]
    values = {"body": EMPTY, "chat_id": None, "error": None, "status": "handled", "retry_at": None}
    for seq, _, _ in own:
        connection.execute(update(INBOX).where(INBOX.c.seq == seq).values(**values))
    numbers = (number for _, chat, body in own if chat == leaver.chat for number in _recent(body, now))
    return tuple(sorted(set(numbers)))


def _theirs(leaver: Leaver) -> ColumnElement[bool]:
    """Ask for the updates of the private chat that are done, and for those of groups that may be theirs."""
    this_one = INBOX.c.update_id == (leaver.update_id or 0)
    is_late = INBOX.c.sent_at.is_not(None)
    in_private = (INBOX.c.chat_id == leaver.chat) & or_(INBOX.c.status != "waiting", is_late, this_one)
    in_groups = (INBOX.c.chat_id != leaver.chat) & (INBOX.c.chat_id < 0)
    return in_private | (in_groups & INBOX.c.body.contains(f'"id": {leaver.user}'))


def _is_from(body: dict[str, Any], user: int) -> bool:
    return any(_dict(part.get("from")).get("id") == user for part in body.values() if isinstance(part, dict))


def _recent(body: dict[str, Any], now: datetime) -> Iterator[int]:
    """Give the message that came, or that stood over a pressed button, where it is young enough."""
    for part in (body.get("message"), body.get("edited_message"), _dict(body.get("callback_query")).get("message")):
        number, date = _dict(part).get("message_id"), _dict(part).get("date")
        if isinstance(number, int) and isinstance(date, int) and date > 0 and now - _moment(date) < DELETABLE:
            yield number


def _moment(date: int) -> datetime:
    """Read Telegram's seconds; what is beyond the calendar is long ago."""
    try:
        return datetime.fromtimestamp(date, UTC)
    except (OSError, OverflowError, ValueError):
        return datetime.min.replace(tzinfo=UTC)


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
