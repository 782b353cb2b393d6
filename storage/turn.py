"""A turn: one input of one person heard, its outcome kept, in one transaction.

``step`` is pure, so where another process saved the same conversation first the turn is simply taken again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from conversations import messages
from conversations.conversation import Conversation, Step
from conversations.messages import Input
from storage.chats import Loaded, SavedMeanwhile, loaded, save
from storage.crashing import Point, crash_at
from storage.database import Database
from storage.history import append
from storage.inbox import claim
from storage.people import is_known, meet
from storage.posting import Post, put, resume
from storage.references import allot
from storage.tables import CONVERSATIONS, DRAFTS, INBOX, PEOPLE, STOPPED

StepFunction = Callable[[Conversation, Input, datetime], Step]

ATTEMPTS = 20
"""How often a turn is taken before it gives way to others that keep being faster."""


@dataclass(frozen=True)
class Heard:
    """An update as plain input; ``query_id`` is there where it is a press, which wants an answer of its own."""

    update_id: int
    chat_id: int
    user_id: int
    given: Input
    query_id: str | None = None


async def turn(db: Database, heard: Heard, step: StepFunction, now: datetime) -> bool:
    """Take the turn; false, and nothing done, where the update was handled before.

    Raises ``NotInInbox`` for an update that was never accepted, ``SavedMeanwhile`` after ``ATTEMPTS`` conflicts, and
    what ``step`` raises; then nothing has changed and the update still waits.
    """
    for _ in range(ATTEMPTS - 1):
        try:
            return await db.change(_take, heard, step, now)
        except SavedMeanwhile:
            continue
    return await db.change(_take, heard, step, now)


def _take(connection: Connection, heard: Heard, step: StepFunction, now: datetime) -> bool:
    if not claim(connection, heard.update_id, now):
        return False
    before = _load(connection, heard, now)
    taken = _registered(connection, step, step(before.conversation, heard.given, now), now)
    save(connection, heard.chat_id, before, taken.conversation, now)
    append(connection, heard.chat_id, heard.update_id, taken.events, now)
    put(connection, Post(heard.chat_id, heard.update_id, taken.replies, heard.query_id, taken.toast), now)
    crash_at(Point.WITHIN_TURN)
    return True


_LOAD = (
    select(
        CONVERSATIONS.c.version,
        CONVERSATIONS.c.state,
        DRAFTS.c.body,
        STOPPED.c.since.label("stopped"),
        PEOPLE.c.chat_id,
        PEOPLE.c.seen_at,
    )
    .select_from(INBOX)
    .outerjoin(CONVERSATIONS, CONVERSATIONS.c.chat_id == bindparam("chat"))
    .outerjoin(DRAFTS, DRAFTS.c.chat_id == CONVERSATIONS.c.chat_id)
    .outerjoin(STOPPED, STOPPED.c.chat_id == bindparam("chat"))
    .outerjoin(PEOPLE, PEOPLE.c.user_id == bindparam("user"))
    .where(INBOX.c.update_id == bindparam("update"))
    .order_by(DRAFTS.c.number)
)


def _load(connection: Connection, heard: Heard, now: datetime) -> Loaded:
    """Load the conversation; in passing, know the person and take the chat's stop away: who writes is there."""
    keys = {"chat": heard.chat_id, "user": heard.user_id, "update": heard.update_id}
    rows = connection.execute(_LOAD, keys).all()
    first = rows[0]
    if not is_known(first.chat_id, first.seen_at, heard.chat_id, now):
        meet(connection, heard.user_id, heard.chat_id, now)
    if first.stopped is not None:
        resume(connection, heard.chat_id, now)
    return loaded(first.version, first.state, [row.body for row in rows])


def _registered(connection: Connection, step: StepFunction, taken: Step, now: datetime) -> Step:
    """Give each draft that was just submitted its reference, and let the core go on from there."""
    for event in taken.events:
        if isinstance(event, messages.Submitted):
            reference = _reference(taken.conversation, event.draft) or allot(connection, now)
            further = step(taken.conversation, messages.Registered(reference=reference), now)
            taken = Step(
                conversation=further.conversation,
                replies=taken.replies + further.replies,
                events=taken.events + further.events,
                toast=taken.toast,
            )
    return taken


def _reference(conversation: Conversation, number: int) -> str | None:
    """Find the reference that a draft sent again has had all along."""
    return next((draft.reference for draft in conversation.drafts if draft.number == number), None)
