"""News for coordinators: saved with the step that caused it, sent to each of them once, as often as they chose."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, Row, exists, func, insert, select, update

from conversations.dialogue.events import Event, Moved, Submitted
from conversations.dialogue.model import Every
from conversations.dialogue.review_record import Move
from conversations.languages import at_desk, speaking
from conversations.review import notifications
from conversations.review.notifications import UNLESS_CHOSEN, is_due
from storage.database.database import Database
from storage.database.dialects import TransactionLock, or_update, take_lock, unless_there
from storage.database.tables import DRAFTS, NEWS, PEOPLE, STOPPED, WATCHERS
from storage.outbox import Post, put, spoken_in
from storage.people import effective, reviews


class News:
    """The news that coordinators have not got yet; ``admins`` are admins by the settings."""

    def __init__(self, db: Database, admins: Collection[int] = ()) -> None:
        self._db = db
        self._admins = admins

    async def tell(self, now: datetime) -> tuple[int, ...]:
        """Send the news to each coordinator for whom it is time; returns their chats."""
        due = await self._db.ask(_due, self._admins, now)
        return await self._db.change(tell, self._admins, now) if due else ()


def _due(connection: Connection, admins: Collection[int], now: datetime) -> bool:
    newest = connection.scalar(select(func.max(NEWS.c.id)))
    return newest is not None and any(
        (watcher.told_up_to or 0) < newest and _may_hear(watcher, admins, now)
        for watcher in connection.execute(_watchers(admins))
    )


def note(connection: Connection, chat_id: int, events: Iterable[Event], now: datetime) -> bool:
    """Save the news of an author's step, in its transaction; says whether there was any.

    A lock keeps their ids in order: coordinators are told up to an id, so a lower one that came later would be lost.
    """
    moves = [told for event in events if (told := _told(event))]
    if moves:
        take_lock(connection, TransactionLock.NEWS)
    for number, move in moves:
        draft_id = select(DRAFTS.c.id).where(DRAFTS.c.chat_id == chat_id, DRAFTS.c.number == number)
        connection.execute(insert(NEWS).values(draft_id=draft_id.scalar_subquery(), move=move, at=now))
    return bool(moves)


def is_news(events: Iterable[Event]) -> bool:
    """Say whether any of the events is news."""
    return any(map(_told, events))


def _told(event: Event) -> tuple[int, Move] | None:
    if isinstance(event, Submitted):
        return event.draft, "hand in"
    return (event.draft, event.move) if isinstance(event, Moved) and event.move in notifications.NEWSWORTHY else None


def tell(connection: Connection, admins: Collection[int], now: datetime) -> tuple[int, ...]:
    """Put the news into the outbox for each coordinator for whom it is time, in the caller's transaction."""
    newest = connection.scalar(select(func.max(NEWS.c.id))) or 0
    chats = []
    for watcher in connection.execute(_watchers(admins)).all():
        if (watcher.told_up_to or 0) >= newest or not _may_hear(watcher, admins, now):
            continue
        items = _items(connection, watcher)
        told_at = now if items else watcher.told_at  # so that news for others only is skipped once
        if _is_first_to_tell(connection, watcher, newest, told_at) and items:
            chat_id = watcher.chat_id or watcher.user_id  # a private chat has the number of its person
            with speaking(at_desk(spoken_in(connection, chat_id))):
                put(connection, Post(chat_id, None, (notifications.news(items),)), now)
            chats.append(chat_id)
    return tuple(chats)


def choose(connection: Connection, user_id: int, every: Every) -> None:
    """Save how often a person wants news."""
    row = {"user_id": user_id, "every": every}
    connection.execute(or_update(connection.dialect, WATCHERS, "every"), row)


def _watchers(admins: Collection[int]) -> Any:  # noqa: ANN401 - a select of several columns
    """Select the people who may get news; a stopped chat gets it when it is back."""
    columns = PEOPLE.c.user_id, PEOPLE.c.chat_id, PEOPLE.c.role, PEOPLE.c.since
    told = WATCHERS.c.every, WATCHERS.c.told_up_to, WATCHERS.c.told_at
    return (
        select(*columns, *told)
        .outerjoin_from(PEOPLE, WATCHERS, WATCHERS.c.user_id == PEOPLE.c.user_id)
        .where(reviews(admins))
        .where(~exists().where(STOPPED.c.chat_id == func.coalesce(PEOPLE.c.chat_id, PEOPLE.c.user_id)))
        .order_by(PEOPLE.c.user_id)
    )


def _may_hear(watcher: Row[Any], admins: Collection[int], now: datetime) -> bool:
    role = effective(watcher.user_id, watcher.role, admins)
    return is_due(watcher.every or UNLESS_CHOSEN[role], watcher.told_at, now)


def _items(connection: Connection, watcher: Row[Any]) -> list[notifications.NewsItem]:
    """Collect the news for a person by submission: none of their own, and none from before they had the role."""
    rows = connection.execute(
        select(NEWS.c.move, DRAFTS.c.id, DRAFTS.c.chat_id, DRAFTS.c.title, DRAFTS.c.reference)
        .join_from(NEWS, DRAFTS, DRAFTS.c.id == NEWS.c.draft_id)
        .where(NEWS.c.id > (watcher.told_up_to or 0), NEWS.c.at >= watcher.since)
        .where(DRAFTS.c.chat_id != (watcher.chat_id or watcher.user_id))
        .order_by(NEWS.c.id)
    ).all()
    moves: dict[int, list[Move]] = {}
    for row in rows:
        moves.setdefault(row.id, []).append(cast("Move", row.move))
    named = {row.id: row for row in rows}
    return [
        notifications.NewsItem(row.chat_id, row.id, row.title, row.reference or "", tuple(moves[row.id]))
        for row in named.values()
    ]


def _is_first_to_tell(connection: Connection, watcher: Row[Any], newest: int, told_at: datetime | None) -> bool:
    """Save up to which id a person has been told; returns false if another process was faster."""
    connection.execute(unless_there(connection.dialect, WATCHERS), {"user_id": watcher.user_id})
    mine = WATCHERS.c.user_id == watcher.user_id, WATCHERS.c.told_up_to.is_not_distinct_from(watcher.told_up_to)
    told = update(WATCHERS).where(*mine).values(told_up_to=newest, told_at=told_at)
    return connection.execute(told).rowcount == 1
