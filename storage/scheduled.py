"""Steps that time causes, not an update: reminders, and the deletion of untouched drafts."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import Connection, Row, exists, or_, select, tuple_, update

from conversations.dialogue.audit import DraftDeleted
from conversations.dialogue.inputs import Expired, Neglected, Passed, TimeCame
from conversations.dialogue.model import NOBODY
from conversations.dialogue.replies import Reply
from conversations.dialogue.repositories import NoRepository
from conversations.reminders.reminding import FARTHEST
from conversations.reminders.retention import Notice, Untouched, begins, due, is_decent
from storage import audit
from storage.conversations import load, save, wait_for
from storage.crash_points import Point, crash_at
from storage.database.database import Database
from storage.database.tables import CONVERSATIONS, DRAFTS, OUTBOX, STOPPED, UNSENT
from storage.heard import StepFunction
from storage.outbox import Post, put, put_reply


def pass_time(
    connection: Connection, chat_id: int, given: Passed, step: StepFunction, now: datetime
) -> tuple[Reply, ...]:
    """Take a step and save its changes, in the caller's transaction; returns the replies.

    The caller holds the conversation (``wait_for``) and has then checked that the step is due. So no other process
    takes it too, and no update is handled in between.
    """
    before = load(connection, chat_id)
    taken = step(before.conversation, given, now, NoRepository())
    save(connection, chat_id, before, taken.conversation, now)
    return taken.replies


AT_ONCE = 100
"""How many reminders are sent in one sweep; the next sweep comes soon."""


class Reminders:
    """Reminders that people asked for; a person who blocked the bot is reminded when they are back."""

    def __init__(self, db: Database, step: StepFunction) -> None:
        self._db = db
        self._step = step

    async def due(self, now: datetime) -> tuple[int, ...]:
        """List the chats whose reminder is due, the longest waiting first; none at night."""
        if not is_decent(now):
            return ()
        at = CONVERSATIONS.c.remind_at
        found = select(CONVERSATIONS.c.chat_id).where(or_(at <= now, at > now + FARTHEST))
        awake = found.where(~exists().where(STOPPED.c.chat_id == CONVERSATIONS.c.chat_id))
        rows = await self._db.rows(awake.order_by(CONVERSATIONS.c.remind_at).limit(AT_ONCE))
        return tuple(chat_id for (chat_id,) in rows)

    async def remind(self, chat_id: int, now: datetime) -> int | None:
        """Remind a chat; returns it if it has new messages, ``None`` if another process was first."""
        return await self._db.change(_remind, chat_id, self._step, now)


def _remind(connection: Connection, chat_id: int, step: StepFunction, now: datetime) -> int | None:
    wait_for(connection, chat_id)
    replies = pass_time(connection, chat_id, TimeCame(), step, now)
    put(connection, Post(chat_id, None, replies), now)
    crash_at(Point.WITHIN_TURN)
    return chat_id if replies else None


DRAFTS_AT_ONCE = 100
"""How many drafts are dealt with in one sweep; the next sweep comes soon."""

_PAGE = 500


class Retention:
    """Notices and deletions of untouched drafts; ``days`` is how long a draft is kept, 0 is for ever."""

    def __init__(self, db: Database, step: StepFunction, days: int) -> None:
        self._db = db
        self._step = step
        self._days = days

    async def due(self, now: datetime) -> tuple[int, ...]:
        """List the drafts with a step that is due, the oldest first; none at night, as each step sends a message."""
        if not self._days or not is_decent(now):
            return ()
        return await self._db.ask(_all_due, self._days, now)

    async def take(self, draft_id: int, now: datetime) -> int | None:
        """Take the step of a draft if it is still due; returns the chat if it has new messages."""
        return await self._db.change(_take, draft_id, self._step, self._days, now)


_COLUMNS = DRAFTS.c.updated_at, DRAFTS.c.id, DRAFTS.c.chat_id, DRAFTS.c.number

_NOTICE = DRAFTS.c.notice_days, DRAFTS.c.notice_at, DRAFTS.c.notice_message

_SENT = OUTBOX.c.status.label("state"), OUTBOX.c.tried_at.label("sent_at")

_STOPPED = exists().where(STOPPED.c.chat_id == DRAFTS.c.chat_id).label("stopped")


def untouched(since: datetime) -> Any:  # noqa: ANN401 - a select of many columns
    """Select drafts that were never handed in and not changed since a time, the oldest first.

    A draft of nobody stays: there is nobody to tell.
    """
    outgoing = OUTBOX.c.id == DRAFTS.c.notice_message
    found = select(*_COLUMNS, *_NOTICE, *_SENT, _STOPPED).outerjoin_from(DRAFTS, OUTBOX, outgoing)
    return found.where(DRAFTS.c.status == UNSENT, DRAFTS.c.updated_at <= since, DRAFTS.c.chat_id != NOBODY).order_by(
        DRAFTS.c.updated_at, DRAFTS.c.id
    )


def _all_due(connection: Connection, days: int, now: datetime) -> tuple[int, ...]:
    found: list[int] = []
    for row in _rows(connection, untouched(now - begins(days)[0])):
        if len(found) == DRAFTS_AT_ONCE:
            break
        if due(_read(row), days, now) is not None:
            found.append(row.id)
    return tuple(found)


def _rows(connection: Connection, query: Any) -> Iterator[Row[Any]]:  # noqa: ANN401 - likewise
    """Go through the rows page by page; each page continues after the last row."""
    page = connection.execute(query.limit(_PAGE)).all()
    while page:
        yield from page
        beyond = tuple_(DRAFTS.c.updated_at, DRAFTS.c.id) > (page[-1].updated_at, page[-1].id)
        page = connection.execute(query.where(beyond).limit(_PAGE)).all()


def _read(row: Row[Any]) -> Untouched:
    notice = None
    if row.notice_at is not None and row.state is not None:
        notice = Notice(row.notice_days, row.notice_at, row.state, row.sent_at)
    return Untouched(row.number, row.updated_at, notice, bool(row.stopped))


def _take(connection: Connection, draft_id: int, step: StepFunction, days: int, now: datetime) -> int | None:
    chat_id = connection.scalar(select(DRAFTS.c.chat_id).where(DRAFTS.c.id == draft_id))
    if chat_id is None:
        return None
    wait_for(connection, chat_id)
    row = connection.execute(untouched(now).where(DRAFTS.c.id == draft_id)).first()
    given = None if row is None else due(_read(row), days, now)
    if row is None or given is None:
        return None
    match given:
        case Neglected():
            _announce(connection, row, given, step, now)
        case Expired():
            _delete(connection, row, given, step, now)
        case "take back":
            _take_back(connection, row)
            return None
        case _:
            assert_never(given)
    crash_at(Point.WITHIN_TURN)
    return chat_id


def _announce(connection: Connection, row: Row[Any], given: Neglected, step: StepFunction, now: datetime) -> None:
    """Send the notice and save its message id: the next step depends on whether it was sent."""
    for reply in pass_time(connection, row.chat_id, given, step, now):
        outgoing = put_reply(connection, row.chat_id, reply, now)
        noted = {"notice_days": given.days, "notice_at": now, "notice_message": outgoing}
        connection.execute(update(DRAFTS).where(DRAFTS.c.id == row.id).values(noted))


def _delete(connection: Connection, row: Row[Any], given: Expired, step: StepFunction, now: datetime) -> None:
    """Delete the draft, tell its owner, and write an audit entry without its content."""
    replies = pass_time(connection, row.chat_id, given, step, now)
    put(connection, Post(row.chat_id, None, replies), now)
    audit.note(connection, None, DraftDeleted(submission=row.id, days=given.days), now)


def _take_back(connection: Connection, row: Row[Any]) -> None:
    """Withdraw a notice that was not sent yet: by now its dates would be wrong."""
    waiting = OUTBOX.c.id == row.notice_message, OUTBOX.c.status == "waiting"
    connection.execute(update(OUTBOX).where(*waiting).values(status="refused", error="TakenBack"))
    nothing = {"notice_days": None, "notice_at": None, "notice_message": None}
    connection.execute(update(DRAFTS).where(DRAFTS.c.id == row.id).values(nothing))
