"""Gathering: what each table holds about a person, as plain data in a fixed order; see ``docs/privacy-data.md``.

A table that is not named here, and has a column for a person or a chat, comes along under ``other``.
"""

import json
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, or_, select

from conversations.conversation import Draft
from conversations.submission import answers_json
from storage.kept import desk, files, traffic
from storage.kept.plain import Plain, moment, without_numbers
from storage.people import effective, was_reviewer
from storage.shapes import DRAFT, EVENT, STATE
from storage.tables import (
    AUDIT,
    CONVERSATIONS,
    DRAFTS,
    HISTORY,
    INBOX,
    INVITES,
    METADATA,
    NEWS,
    OUTBOX,
    PEOPLE,
    STOPPED,
    WATCHERS,
)

FORMAT = 1
_BY_HAND = (AUDIT, CONVERSATIONS, DRAFTS, HISTORY, INBOX, INVITES, NEWS, OUTBOX, PEOPLE, STOPPED, WATCHERS)


def kept_of(connection: Connection, user: int, chat: int, admins: Collection[int], now: datetime) -> Plain:
    """Gather what is kept about a person with that number, who talks in that chat; of others no number is in it."""
    drafts = _drafts(connection, chat)
    reviews = desk.reviews(connection, user, chat)
    reviewer = bool(reviews) or was_reviewer(connection, user, admins)
    return {
        "format": FORMAT,
        "made_at": moment(now),
        "person": _person(connection, user, chat, admins),
        "conversation": _conversation(connection, user, chat),
        "practices": [_practice(draft, user) for draft in drafts],
        "history": [*_history(connection, user, chat)],
        "files": files.files(connection, chat, drafts),
        "reviews": reviews,
        "updates": traffic.updates(connection, user, chat, quoted=not reviewer),
        "messages": traffic.messages(connection, chat, words=not reviewer),
        "invitations": desk.invitations(connection, user),
        "audit": desk.audit(connection, user),
        "other": {table.name: _rows(connection, table, user, chat) for table in _others()},
    }


def _person(connection: Connection, user: int, chat: int, admins: Collection[int]) -> Plain:
    """Give who they are to the collection, and how often they hear of news."""
    row = connection.execute(select(PEOPLE).where(PEOPLE.c.user_id == user)).first()
    watcher = connection.execute(select(WATCHERS).where(WATCHERS.c.user_id == user)).first()
    stopped = connection.scalar(select(STOPPED.c.since).where(STOPPED.c.chat_id == chat))
    return {
        "user_id": user,
        "chat_id": chat,
        "name": row.name if row else None,
        "role": effective(user, row.role if row else None, admins),
        "role_by_the_settings": user in admins,
        "role_since": moment(row.since) if row else None,
        "invitation": row.invitation if row else None,
        "last_seen": moment(row.seen_at) if row else None,
        "menu": row.menu if row else None,
        "blocked_the_bot_since": moment(stopped),
        "news": _news(watcher),
    }


def _news(watcher: Row[Any] | None) -> Plain | None:
    if watcher is None:
        return None
    return {"every": watcher.every, "told_up_to": watcher.told_up_to, "told_at": moment(watcher.told_at)}


def _conversation(connection: Connection, user: int, chat: int) -> Plain | None:
    """Give the state of the talk, whatever it holds."""
    query = select(CONVERSATIONS.c.state, CONVERSATIONS.c.updated_at).where(CONVERSATIONS.c.chat_id == chat)
    row = connection.execute(query).first()
    if row is None:
        return None
    state = STATE.adapter.dump_python(STATE.read(row.state), mode="json", exclude={"drafts"})
    return {"updated_at": moment(row.updated_at), "state": without_numbers(state, user)}


def _drafts(connection: Connection, chat: int) -> list[Draft]:
    bodies = connection.scalars(select(DRAFTS.c.body).where(DRAFTS.c.chat_id == chat).order_by(DRAFTS.c.number))
    return [DRAFT.read(body) for body in bodies]


def _practice(draft: Draft, user: int) -> Plain:
    """Give a practice: its answers as everybody reads them, and all that is kept of it."""
    kept = DRAFT.adapter.dump_python(draft, mode="json")
    known = {"number": draft.number, "reference": draft.reference, "status": draft.status}
    moments = {key: moment(getattr(draft, key)) for key in ("created_at", "submitted_at", "decided_at")}
    return {**known, **moments, "answers": answers_json(draft.values), "kept": without_numbers(kept, user)}


def _history(connection: Connection, user: int, chat: int) -> Iterator[Plain]:
    columns = HISTORY.c.at, HISTORY.c.update_id, HISTORY.c.body
    for row in connection.execute(select(*columns).where(HISTORY.c.chat_id == chat).order_by(HISTORY.c.id)):
        event = EVENT.adapter.dump_python(EVENT.read(row.body), mode="json")
        yield {"at": moment(row.at), "update_id": row.update_id, **without_numbers(event, user)}


def _others() -> list[Table[Any]]:
    return [
        table
        for table in METADATA.sorted_tables
        if table not in _BY_HAND and {"user_id", "chat_id"} & {*table.c.keys()}
    ]


def _rows(connection: Connection, table: Table[Any], user: int, chat: int) -> list[Plain]:
    """Give the rows of any table that are about the person."""
    owners = {"user_id": user, "chat_id": chat}
    mine = [table.c[column] == number for column, number in owners.items() if column in table.c]
    rows = connection.execute(select(table).where(or_(*mine)).order_by(*table.primary_key.columns))
    return [json.loads(json.dumps(row._asdict(), default=str)) for row in rows]
