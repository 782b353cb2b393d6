"""A turn: one input of one person heard, its outcome kept, in one transaction.

``step`` is pure, so where another process saved the same conversation first the turn is simply taken again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from conversations import messages
from conversations.consent.house import UNNAMED, House
from conversations.conversation import Conversation, Step
from conversations.messages import Input
from conversations.review.desk import Desk
from conversations.review.record import Member
from conversations.roles import REVIEWERS, Role
from storage import news
from storage.chats import Loaded, SavedMeanwhile, loaded, save, save_dossier, wait_for
from storage.crashing import Point, crash_at
from storage.database import Database
from storage.deeds import carry_out
from storage.desk import DeskOf
from storage.forgetting import Leaver
from storage.forgetting import carry_out as forget
from storage.history import append
from storage.inbox import claim
from storage.invites import Codes, make, new_code
from storage.people import call, effective, is_known, meet
from storage.posting import Post, put, resume
from storage.references import allot
from storage.tables import CONVERSATIONS, DRAFTS, INBOX, PEOPLE, STOPPED

StepFunction = Callable[[Conversation, Input, datetime, Desk], Step]

ATTEMPTS = 20
"""How often a turn is taken before it gives way to others that keep being faster."""


@dataclass(frozen=True)
class Heard:
    """An update as plain input; ``query_id`` is there where it is a press, which wants an answer of its own.

    ``name`` is what Telegram calls the person; ``admins`` are those who have that role by the settings; ``username`` is
    what the bot is called in links, ``house`` whose bot it is.
    """

    update_id: int
    chat_id: int
    user_id: int
    given: Input
    query_id: str | None = None
    name: str = ""
    admins: frozenset[int] = frozenset()
    username: str = ""
    house: House = UNNAMED


async def turn(
    db: Database, heard: Heard, step: StepFunction, now: datetime, codes: Codes = new_code
) -> tuple[int, ...] | None:
    """Take the turn; gives the chats that have got mail, the person's own first. ``codes`` makes those of invitations.

    Nothing is given, and nothing done, where the update was handled before.

    Raises ``NotInInbox`` for an update that was never accepted, ``SavedMeanwhile`` after ``ATTEMPTS`` conflicts, and
    what ``step`` raises; then nothing has changed and the update still waits.
    """
    take = _take
    for _ in range(ATTEMPTS - 1):
        try:
            return await db.change(take, heard, step, now, codes)
        except SavedMeanwhile:
            take = _take_alone
    return await db.change(take, heard, step, now, codes)


def _take_alone(
    connection: Connection, heard: Heard, step: StepFunction, now: datetime, codes: Codes
) -> tuple[int, ...] | None:
    """Take the turn after all others of the conversation: who was overtaken once is not overtaken there again."""
    wait_for(connection, heard.chat_id)
    return _take(connection, heard, step, now, codes)


def _take(
    connection: Connection, heard: Heard, step: StepFunction, now: datetime, codes: Codes
) -> tuple[int, ...] | None:
    if not claim(connection, heard.update_id, now):
        return None
    before, role = _load(connection, heard, now)
    me = Member(user=heard.user_id, name=heard.name)
    desk = DeskOf(connection, me, role, heard.admins, heard.username, heard.house)
    taken = _registered(connection, step, step(before.conversation, heard.given, now, desk), desk, now)
    taken = _invited(connection, step, taken, desk, now, codes)
    if taken.forget:
        return _forgotten(connection, heard, before, taken, now)
    save(connection, heard.chat_id, before, taken.conversation, now)
    append(connection, heard.chat_id, heard.update_id, taken.events, now)
    put(connection, Post(heard.chat_id, heard.update_id, taken.replies, heard.query_id, taken.toast), now)
    others = _reach_others(connection, heard, taken, desk, now)
    crash_at(Point.WITHIN_TURN)
    return (heard.chat_id, *others)


def _forgotten(connection: Connection, heard: Heard, before: Loaded, taken: Step, now: datetime) -> tuple[int, ...]:
    """Delete all that is kept about the person."""
    leaver = Leaver(heard.user_id, heard.chat_id, heard.update_id, heard.name, heard.admins)
    chats = forget(connection, leaver, before, taken, now, heard.query_id)
    crash_at(Point.WITHIN_TURN)
    return chats


def _reach_others(connection: Connection, heard: Heard, taken: Step, desk: DeskOf, now: datetime) -> tuple[int, ...]:
    """Keep what the step changed for others, and what it says to them; gives their chats."""
    for handled in taken.handled:
        save_dossier(connection, handled.author, desk.versions[handled.author], handled.draft)
        append(connection, handled.author, heard.update_id, handled.events, now)
    carry_out(connection, desk.me, taken.deeds, heard.admins, heard.update_id, now)
    for letter in taken.letters:
        put(connection, Post(letter.to, heard.update_id, (letter.reply,)), now)
    if taken.every is not None:
        news.choose(connection, heard.user_id, taken.every)
    is_news = news.note(connection, heard.chat_id, taken.events, now) or taken.every is not None
    told = news.tell(connection, heard.admins, now) if is_news else ()
    return (*(letter.to for letter in taken.letters), *told)


_LOAD = (
    select(
        CONVERSATIONS.c.version,
        CONVERSATIONS.c.state,
        DRAFTS.c.body,
        STOPPED.c.since.label("stopped"),
        PEOPLE.c.chat_id,
        PEOPLE.c.seen_at,
        PEOPLE.c.role,
        PEOPLE.c.name,
    )
    .select_from(INBOX)
    .outerjoin(CONVERSATIONS, CONVERSATIONS.c.chat_id == bindparam("chat"))
    .outerjoin(DRAFTS, DRAFTS.c.chat_id == CONVERSATIONS.c.chat_id)
    .outerjoin(STOPPED, STOPPED.c.chat_id == bindparam("chat"))
    .outerjoin(PEOPLE, PEOPLE.c.user_id == bindparam("user"))
    .where(INBOX.c.update_id == bindparam("update"))
    .order_by(DRAFTS.c.number)
)


def _load(connection: Connection, heard: Heard, now: datetime) -> tuple[Loaded, Role]:
    """Load the conversation and what the person may do at this moment.

    In passing, know the person and take the chat's stop away: who writes is there.
    """
    keys = {"chat": heard.chat_id, "user": heard.user_id, "update": heard.update_id}
    rows = connection.execute(_LOAD, keys).all()
    first = rows[0]
    if not is_known(first.chat_id, first.seen_at, heard.chat_id, now):
        meet(connection, heard.user_id, heard.chat_id, now)
    if first.stopped is not None:
        resume(connection, heard.chat_id)
    role = effective(heard.user_id, first.role, heard.admins)
    if role in REVIEWERS and heard.name and first.name != heard.name:
        call(connection, heard.user_id, heard.name)
    return loaded(first.version, first.state, [row.body for row in rows]), role


def _registered(connection: Connection, step: StepFunction, taken: Step, desk: DeskOf, now: datetime) -> Step:
    """Give each draft that was just submitted its reference, and let the core go on from there."""
    for event in taken.events:
        if isinstance(event, messages.Submitted):
            reference = _reference(taken.conversation, event.draft) or allot(connection, now)
            further = step(taken.conversation, messages.Registered(reference=reference), now, desk)
            taken = taken.then(further)
    return taken


def _invited(  # noqa: PLR0913, PLR0917 - what a turn knows
    connection: Connection, step: StepFunction, taken: Step, desk: DeskOf, now: datetime, codes: Codes
) -> Step:
    """Make the invitation that was asked for, and let the core go on from there."""
    if taken.invite is None:
        return taken
    made = make(connection, taken.invite, desk.me.user, codes(), now)
    given = messages.Invited(role=taken.invite, code=made.code, until=made.until)
    return taken.then(step(taken.conversation, given, now, desk))


def _reference(conversation: Conversation, number: int) -> str | None:
    """Find the reference that a draft sent again has had all along."""
    return next((draft.reference for draft in conversation.drafts if draft.number == number), None)
