"""Reminders that have become due: each said once, at an hour at which people are awake."""

from datetime import datetime

from sqlalchemy import Connection, exists, or_, select

from conversations.clocks.hours import is_decent
from conversations.clocks.reminding import FARTHEST
from conversations.messages import TimeCame
from storage.chats import wait_for
from storage.crashing import Point, crash_at
from storage.database import Database
from storage.passing import pass_time
from storage.posting import Post, put
from storage.tables import CONVERSATIONS, STOPPED
from storage.unit_of_work import StepFunction

AT_ONCE = 100
"""How many are said in one go; the next go comes soon."""


class Reminders:
    """What people asked to be reminded of; those who blocked the bot are reminded when they are back."""

    def __init__(self, db: Database, step: StepFunction) -> None:
        self._db = db
        self._step = step

    async def due(self, now: datetime) -> tuple[int, ...]:
        """List the chats that are to be reminded, who waits longest first; nobody at night."""
        if not is_decent(now):
            return ()
        at = CONVERSATIONS.c.remind_at
        found = select(CONVERSATIONS.c.chat_id).where(or_(at <= now, at > now + FARTHEST))
        awake = found.where(~exists().where(STOPPED.c.chat_id == CONVERSATIONS.c.chat_id))
        rows = await self._db.rows(awake.order_by(CONVERSATIONS.c.remind_at).limit(AT_ONCE))
        return tuple(chat_id for (chat_id,) in rows)

    async def remind(self, chat_id: int, now: datetime) -> int | None:
        """Remind a chat; gives it where it has got mail, nothing where another process was first."""
        return await self._db.change(_remind, chat_id, self._step, now)


def _remind(connection: Connection, chat_id: int, step: StepFunction, now: datetime) -> int | None:
    wait_for(connection, chat_id)
    replies = pass_time(connection, chat_id, TimeCame(), step, now)
    put(connection, Post(chat_id, None, replies), now)
    crash_at(Point.WITHIN_TURN)
    return chat_id if replies else None
