"""What came from a person and what was said to them, as far as it is still kept.

Those who review were shown what others wrote: of messages to them there are no words here, only that they were sent.
"""

import json
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from storage.forgetting.traces import without_quotes
from storage.kept.plain import Plain, moment
from storage.shapes import REPLY, Damaged, NewerShape
from storage.tables import INBOX, OUTBOX

WITHHELD = "not shown: messages to those who review hold what others wrote"


def updates(connection: Connection, user: int, chat: int, *, quoted: bool) -> list[Plain]:
    """List the raw updates; ``quoted`` says whether what they quote of the bot's messages is in it."""
    in_groups = (INBOX.c.chat_id < 0) & INBOX.c.body.contains(f'"id": {user}')
    rows = connection.execute(select(INBOX).where(or_(INBOX.c.chat_id == chat, in_groups)).order_by(INBOX.c.seq)).all()
    read = [(row, json.loads(row.body or "{}")) for row in rows]
    return [_update(row, body, quoted) for row, body in read if row.chat_id == chat or _is_from(body, user)]


def _update(row: Row[Any], body: Plain, quoted: bool) -> Plain:  # noqa: FBT001 - passed on
    plain = body if quoted else without_quotes(body)
    return {"arrived_at": moment(row.arrived_at), "status": row.status, "update": plain}


def _is_from(body: Plain, user: int) -> bool:
    parts = (part for part in body.values() if isinstance(part, dict))
    return any(isinstance(who := part.get("from"), dict) and who.get("id") == user for part in parts)


def messages(connection: Connection, chat: int, *, words: bool) -> list[Plain]:
    """List what the bot said, or has still to say."""
    rows = connection.execute(select(OUTBOX).where(OUTBOX.c.chat_id == chat).order_by(OUTBOX.c.id))
    return [_message(row, words) for row in rows]


def _message(row: Row[Any], words: bool) -> Plain:  # noqa: FBT001 - passed on
    sent = {"made_at": moment(row.created_at), "tried_at": moment(row.tried_at), "status": row.status}
    return {**sent, "message_id": row.message_id, **(_said(row) if words else {"text": WITHHELD})}


def _said(row: Row[Any]) -> Plain:
    """Give the words; of an answer to a press the short note, of one that was emptied or cannot be read nothing."""
    if not row.reply:
        return {"text": row.toast or None}
    try:
        reply = REPLY.read(row.reply)
    except (Damaged, NewerShape):
        return {"text": None}
    document = reply.document.makes if reply.document else None
    buttons = [button.label for buttons in reply.rows for button in buttons]
    return {"text": reply.text, "buttons": buttons, "document": document}
