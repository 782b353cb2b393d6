"""Intake: a batch of updates is kept, and those that nothing else hangs on are handled in the same transaction.

Such a turn changes its own conversation alone: somebody writes or presses in private, nothing of the chat waits before
it, and the step reaches nobody else. All others wait in the inbox and are handled one by one (``turn.py``).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import ARRAY, BigInteger, Connection, any_, bindparam, exists, select

from conversations.conversation import Step
from conversations.messages import Submitted
from conversations.place import Place
from conversations.review.record import Member
from conversations.roles import REVIEWERS
from storage import news
from storage.chats import Change, loaded, save_all, take_hold
from storage.crashing import Point, crash_at
from storage.database import Database
from storage.desk import DeskOf
from storage.history import append_all
from storage.inbox import RawUpdate, accept, unhandled, waits_for
from storage.parcels import Parcel
from storage.people import effective, is_known, meet_all
from storage.posting import Post, put_all
from storage.prepared import Prepared
from storage.tables import CONVERSATIONS, DRAFTS, INBOX, OUTBOX, PEOPLE, STOPPED, WAITING
from storage.trouble import is_trouble
from storage.turn import Heard, StepFunction


@dataclass(frozen=True)
class AtOnce:
    """An update that was handled at once: where its person is now, and what is to be sent to the chat.

    ``parcels`` are missing where earlier mail of the chat waits: then they are behind it in the outbox.
    """

    place: Place
    parcels: tuple[Parcel, ...] = ()


@dataclass(frozen=True)
class TakenIn:
    """What came of a batch: the ids that are new, and of these the ones that were handled, and whose step failed.

    What failed, and all that is in neither, waits.
    """

    new: Collection[int]
    handled: Mapping[int, AtOnce] = field(default_factory=dict)
    failed: Mapping[int, Exception] = field(default_factory=dict)
    failure: Exception | None = None
    """What kept all of it from being handled at once."""


async def take_in(  # noqa: PLR0913, PLR0917 - what a batch is handled with
    db: Database,
    updates: Sequence[RawUpdate],
    heard: Sequence[Heard],
    step: StepFunction,
    now: datetime,
    sends: bool = True,  # noqa: FBT001, FBT002 - passed on
) -> TakenIn:
    """Keep a batch in one transaction, and handle what can be handled at once of ``heard``, which is part of it.

    ``sends`` says whether the caller sends the replies at once, as far as nothing waits before them. Where
    the batch cannot be written nobody can say whose fault it was: all is kept, and each is to be handled alone.
    """
    try:
        taken = await db.change_briefly(_in_one_transaction, updates, heard, step, now, sends)
    except Exception as error:
        if is_trouble(error):
            raise
        taken = TakenIn(await db.change(accept, updates, now), failure=error)
    crash_at(Point.AFTER_INBOX)
    if taken.handled:
        crash_at(Point.AFTER_TURN)
    return taken


def _in_one_transaction(  # noqa: PLR0913, PLR0917 - what a batch is handled with
    connection: Connection,
    updates: Sequence[RawUpdate],
    heard: Sequence[Heard],
    step: StepFunction,
    now: datetime,
    sends: bool,  # noqa: FBT001 - passed on
) -> TakenIn:
    """Keep what may be handled as handled; what is not, since it raises or something hangs on it, waits after all."""
    alone = Counter(each.chat_id for each in updates)  # of several of one chat each is asked about what the last made
    hopeful = {each.update_id: each for each in heard if alone[each.chat_id] == 1}
    new = accept(connection, updates, now, hopeful)
    handled: Mapping[int, AtOnce] = {}
    failed: dict[int, Exception] = {}
    if fresh := {each.chat_id: each for each in hopeful.values() if each.update_id in new}:
        handled = _handle(connection, _turns(connection, fresh, step, now, failed), now, sends=sends)
    unhandled(connection, (hopeful.keys() & new) - handled.keys())
    return TakenIn(new, handled, failed)


class _Row(NamedTuple):
    """A draft of somebody who was heard, or that there is none, with what is known of them."""

    chat_id: int
    version: int | None
    state: str | None
    body: str | None
    person_chat: int | None
    seen_at: datetime | None
    role: str | None
    has_mail: bool


@dataclass(frozen=True)
class _Turn:
    heard: Heard
    change: Change
    step: Step
    is_known: bool
    has_mail: bool


def _handle(connection: Connection, taken: Iterable[_Turn], now: datetime, *, sends: bool) -> Mapping[int, AtOnce]:
    """Keep what came of several turns together."""
    turns = list(taken)
    meet_all(connection, [(turn.heard.user_id, turn.heard.chat_id) for turn in turns if not turn.is_known], now)
    save_all(connection, (turn.change for turn in turns), now)
    append_all(connection, ((turn.heard.chat_id, turn.heard.update_id, turn.step.events) for turn in turns), now)
    parcels = put_all(connection, [_post(turn, sends=sends) for turn in turns], now)
    crash_at(Point.WITHIN_TURN)
    return {
        turn.heard.update_id: AtOnce(turn.change.after.place, () if turn.has_mail else parcels[turn.heard.chat_id])
        for turn in turns
    }


def _post(turn: _Turn, *, sends: bool) -> Post:
    heard, step, at_once = turn.heard, turn.step, sends and not turn.has_mail
    return Post(heard.chat_id, heard.update_id, step.replies, heard.query_id, step.toast, at_once=at_once)


def _turns(
    connection: Connection,
    heard: Mapping[int, Heard],
    step: StepFunction,
    now: datetime,
    failed: dict[int, Exception],
) -> Iterator[_Turn]:
    """Take the steps of those who can be handled at once; one that raises is noted.

    Where nothing has ever been saved nothing is held either: there who is second finds that out when they save.
    """
    free = take_hold(connection, heard)  # a statement of its own, as in ``wait_for``
    rows = map(_Row._make, _LOAD.ask(connection, [{"update": each.update_id} for each in heard.values()]))
    for chat_id, of_chat in groupby(rows, key=lambda row: row.chat_id):
        found = [*of_chat]
        if found[0].version is not None and chat_id not in free:
            continue
        try:
            turn = _turn(connection, heard[chat_id], found, step, now)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
            failed[heard[chat_id].update_id] = error
        else:
            if turn is not None:
                yield turn


def _turn(
    connection: Connection, heard: Heard, rows: Sequence[_Row], step: StepFunction, now: datetime
) -> _Turn | None:
    """Take the step where nothing else hangs on it; nothing where it does."""
    first = rows[0]
    role = effective(heard.user_id, first.role, heard.admins)
    if role in REVIEWERS:
        return None
    me = Member(user=heard.user_id, name=heard.name)
    desk = DeskOf(connection, me, role, heard.admins, heard.username, heard.house)
    before = loaded(first.version, first.state, [row.body for row in rows])
    taken = step(before.conversation, heard.given, now, desk)
    change = Change(heard.chat_id, before, taken.conversation)
    known = is_known(first.person_chat, first.seen_at, heard.chat_id, now)
    return _Turn(heard, change, taken, known, first.has_mail) if _stays(taken) and not change.drops else None


def _stays(taken: Step) -> bool:
    """Whether a step changes nothing beyond its own conversation."""
    reaches = taken.handled or taken.letters or taken.every or taken.deeds or taken.invite or taken.forget
    submits = any(isinstance(event, Submitted) for event in taken.events)
    return not (reaches or submits or news.is_news(taken.events))


_MAIL = exists().where(OUTBOX.c.chat_id == INBOX.c.chat_id, OUTBOX.c.status == WAITING, OUTBOX.c.reply.is_not(None))
_STOPPED = exists().where(STOPPED.c.chat_id == INBOX.c.chat_id)
_CONVERSATIONS = (
    select(
        INBOX.c.chat_id,
        CONVERSATIONS.c.version,
        CONVERSATIONS.c.state,
        DRAFTS.c.body,
        PEOPLE.c.chat_id.label("person_chat"),
        PEOPLE.c.seen_at,
        PEOPLE.c.role,
        _MAIL.label("has_mail"),
    )
    .outerjoin_from(INBOX, CONVERSATIONS, CONVERSATIONS.c.chat_id == INBOX.c.chat_id)
    .outerjoin(DRAFTS, DRAFTS.c.chat_id == INBOX.c.chat_id)
    .outerjoin(PEOPLE, PEOPLE.c.user_id == INBOX.c.chat_id)
    .where(~waits_for(INBOX.c.chat_id), ~_STOPPED)
    .order_by(INBOX.c.chat_id, DRAFTS.c.number)
)
"""The conversations in whose chats nothing waits but what has just come."""

_LOAD = Prepared(
    _CONVERSATIONS.where(INBOX.c.update_id == bindparam("update")),
    _CONVERSATIONS.where(INBOX.c.update_id == any_(bindparam("update", type_=ARRAY(BigInteger)))),
)
