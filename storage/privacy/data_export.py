"""The data export: everything stored about a person as plain data, without the numbers of other people."""

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Table, or_, select

from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import FileKept
from conversations.dialogue.practice import Names, answers_json, safe_name
from conversations.languages import _
from conversations.privacy.erasure import files_of
from storage.database.stored_schema import AUDIT_ENTRY, DRAFT, EVENT, REPLY, STATE, Damaged, NewerStored
from storage.database.tables import (
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
from storage.people import effective, was_reviewer
from storage.privacy.erased_messages import without_quotes

Plain = dict[str, Any]

YOU, ANOTHER = "you", "somebody else"

_NUMBERS = ("by", "whom", "user")
"""The keys under which the core stores the number of a person."""

_FILE = {"name", "sha256"}
"""The keys of a file in the core's JSON."""


def in_utc(at: datetime | None) -> str | None:
    """Write a time in UTC, to the second."""
    return None if at is None else at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def without_numbers(value: Any, user: int) -> Any:  # noqa: ANN401 - JSON of any shape
    """Replace the numbers of people by ``you`` or ``somebody else``; the names beside them stay.

    The name of a file is made safe, so that it is no path.
    """
    if isinstance(value, list):
        return [without_numbers(one, user) for one in value]
    if not isinstance(value, dict):
        return value
    plain = {key: _who(one, user) if key in _NUMBERS else without_numbers(one, user) for key, one in value.items()}
    return plain | {"name": safe_name(plain["name"])} if plain.keys() >= _FILE else plain


def _who(value: Any, user: int) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, int):
        return YOU if value == user else ANOTHER
    return without_numbers(value, user)


WITHHELD = "not shown: messages to those who review hold what others wrote"


def updates(connection: Connection, user: int, chat: int, *, quoted: bool) -> list[Plain]:
    """List the raw updates; ``quoted`` keeps the bot's messages that they quote."""
    in_groups = (INBOX.c.chat_id < 0) & INBOX.c.body.contains(f'"id": {user}')
    rows = connection.execute(select(INBOX).where(or_(INBOX.c.chat_id == chat, in_groups)).order_by(INBOX.c.seq)).all()
    read = [(row, json.loads(row.body or "{}")) for row in rows]
    return [_update(row, body, quoted) for row, body in read if row.chat_id == chat or _is_from(body, user)]


def _update(row: Row[Any], body: Plain, quoted: bool) -> Plain:  # noqa: FBT001 - passed on
    plain = body if quoted else without_quotes(body)
    return {"arrived_at": in_utc(row.arrived_at), "status": row.status, "update": plain}


def _is_from(body: Plain, user: int) -> bool:
    parts = (part for part in body.values() if isinstance(part, dict))
    return any(isinstance(who := part.get("from"), dict) and who.get("id") == user for part in parts)


def messages(connection: Connection, chat: int, *, words: bool) -> list[Plain]:
    """List the messages that the bot sent or has still to send."""
    rows = connection.execute(select(OUTBOX).where(OUTBOX.c.chat_id == chat).order_by(OUTBOX.c.id))
    return [_message(row, words) for row in rows]


def _message(row: Row[Any], words: bool) -> Plain:  # noqa: FBT001 - passed on
    sent = {"made_at": in_utc(row.created_at), "tried_at": in_utc(row.tried_at), "status": row.status}
    return {**sent, "message_id": row.message_id, **(_said(row) if words else {"text": WITHHELD})}


def _said(row: Row[Any]) -> Plain:
    """Return the text of a message; of an answer to a press its toast; ``None`` if it was purged or is unreadable."""
    if not row.reply:
        return {"text": row.toast or None}
    try:
        reply = REPLY.read(row.reply)
    except (Damaged, NewerStored):
        return {"text": None}
    document = reply.document.makes if reply.document else None
    buttons = [button.label for buttons in reply.rows for button in buttons]
    return {"text": reply.text, "buttons": buttons, "document": document}


def reviews_of(connection: Connection, user: int, chat: int) -> list[Plain]:
    """List the person's comments, replies and decisions on the practices of others."""
    others = DRAFTS.c.chat_id != chat, DRAFTS.c.body.contains(f'"user":{user},')
    bodies = connection.scalars(select(DRAFTS.c.body).where(*others).order_by(DRAFTS.c.id))
    return [_share(DRAFT.read(body), user) for body in bodies]


def _share(draft: Draft, user: int) -> Plain:
    review = draft.review
    return {
        "reference": draft.reference,
        "reviewing_since": in_utc(review.claim.since) if review.claim and review.holds(user) else None,
        "read": [{"first": in_utc(one.first), "last": in_utc(one.last)} for one in review.seen if one.by.user == user],
        "comments": [
            {"question": one.question, "weight": one.weight, "state": one.state, "at": in_utc(one.at), "text": one.text}
            for one in review.comments
            if one.by.user == user
        ],
        "replies": [
            {"question": one.question, "at": in_utc(said.at), "text": said.text}
            for one in review.enquiries
            for said in one.said
            if said.by is not None and said.by.user == user
        ],
        "questions": [
            {"question": one.question, "you": does, "at": in_utc(claim.since)}
            for one in review.enquiries
            for does, claim in (("are on", one.claim), ("closed", one.closed))
            if claim is not None and claim.by.user == user
        ],
        "moves": [
            {"move": entry.move, "at": in_utc(entry.at), "words": entry.words}
            for entry in review.log
            if entry.by is not None and entry.by.user == user
        ],
    }


def invitations(connection: Connection, user: int) -> list[Plain]:
    """List the invitations that a person made or used; the link itself is stored nowhere."""
    mine = or_(INVITES.c.made_by == user, INVITES.c.used_by == user)
    return [
        {
            "number": row.id,
            "role": row.role,
            "gives_practice": row.draft_id is not None,
            "made_by_you": row.made_by == user,
            "made_at": in_utc(row.made_at),
            "until": in_utc(row.until),
            "used": row.used_by is not None,
            "used_by_you": row.used_by == user,
            "withdrawn_at": in_utc(row.withdrawn_at),
        }
        for row in connection.execute(select(INVITES).where(mine).order_by(INVITES.c.id))
    ]


def audit(connection: Connection, user: int) -> list[Plain]:
    """List the audit entries by or about a person."""
    return [*_lines(connection, user)]


def _lines(connection: Connection, user: int) -> Iterator[Plain]:
    mine = or_(AUDIT.c.who == user, AUDIT.c.whom == user)
    for row in connection.execute(select(AUDIT).where(mine).order_by(AUDIT.c.id)):
        audit_entry = without_numbers(AUDIT_ENTRY.adapter.dump_python(AUDIT_ENTRY.read(row.body), mode="json"), user)
        by = YOU if row.who == user else "the shell" if row.who is None else "an admin"
        yield {"at": in_utc(row.at), "by": by, **audit_entry}


# The page of /mydata: a file

IN_USE, TAKEN_AWAY = _("part of a practice"), _("taken away by you, and still stored")


def files(connection: Connection, chat: int, drafts: Sequence[Draft]) -> list[Plain]:
    """List the files of a person, each content once under each name, with names that can share a folder."""
    in_use = {(file.sha256, file.name): _file(file.sha256, file.name, file.size, IN_USE) for file in files_of(*drafts)}
    kept = HISTORY.c.chat_id == chat, HISTORY.c.what == "file_kept"
    for body in connection.scalars(select(HISTORY.c.body).where(*kept).order_by(HISTORY.c.id)):
        event = EVENT.read(body)
        if isinstance(event, FileKept):
            once = _file(event.sha256, event.name, event.size, TAKEN_AWAY)
            in_use.setdefault((event.sha256, event.name), once)
    names = Names()
    return [{**file, "name": names.fresh(file["name"])} for file in in_use.values()]


def _file(sha256: str, name: str, size: int, state: str) -> Plain:
    return {"name": name, "size": size, "sha256": sha256, "state": state}


FORMAT = 1

_BY_HAND = (AUDIT, CONVERSATIONS, DRAFTS, HISTORY, INBOX, INVITES, NEWS, OUTBOX, PEOPLE, STOPPED, WATCHERS)


def data_of(connection: Connection, user: int, chat: int, admins: Collection[int], now: datetime) -> Plain:
    """Return everything stored about a person: ``user`` is their number, ``chat`` their private chat."""
    drafts = _drafts(connection, chat)
    reviews = reviews_of(connection, user, chat)
    reviewer = bool(reviews) or was_reviewer(connection, user, admins)
    return {
        "format": FORMAT,
        "made_at": in_utc(now),
        "person": _person(connection, user, chat, admins),
        "conversation": _conversation(connection, user, chat),
        "practices": [_practice(draft, user) for draft in drafts],
        "history": [*_history(connection, user, chat)],
        "files": files(connection, chat, drafts),
        "reviews": reviews,
        "updates": updates(connection, user, chat, quoted=not reviewer),
        "messages": messages(connection, chat, words=not reviewer),
        "invitations": invitations(connection, user),
        "audit": audit(connection, user),
        "other": {table.name: _rows(connection, table, user, chat) for table in _others()},
    }


def _person(connection: Connection, user: int, chat: int, admins: Collection[int]) -> Plain:
    """Return the person's role, and how often they get news."""
    row = connection.execute(select(PEOPLE).where(PEOPLE.c.user_id == user)).first()
    watcher = connection.execute(select(WATCHERS).where(WATCHERS.c.user_id == user)).first()
    stopped = connection.scalar(select(STOPPED.c.since).where(STOPPED.c.chat_id == chat))
    return {
        "user_id": user,
        "chat_id": chat,
        "name": row.name if row else None,
        "role": effective(user, row.role if row else None, admins),
        "role_by_the_settings": user in admins,
        "role_since": in_utc(row.since) if row else None,
        "invitation": row.invitation if row else None,
        "last_seen": in_utc(row.seen_at) if row else None,
        "menu": row.menu if row else None,
        "blocked_the_bot_since": in_utc(stopped),
        "news": _news(watcher),
    }


def _news(watcher: Row[Any] | None) -> Plain | None:
    if watcher is None:
        return None
    return {"every": watcher.every, "told_up_to": watcher.told_up_to, "told_at": in_utc(watcher.told_at)}


def _conversation(connection: Connection, user: int, chat: int) -> Plain | None:
    """Return the whole state of the conversation."""
    query = select(CONVERSATIONS.c.state, CONVERSATIONS.c.updated_at).where(CONVERSATIONS.c.chat_id == chat)
    row = connection.execute(query).first()
    if row is None:
        return None
    state = STATE.adapter.dump_python(STATE.read(row.state), mode="json", exclude={"drafts"})
    return {"updated_at": in_utc(row.updated_at), "state": without_numbers(state, user)}


def _drafts(connection: Connection, chat: int) -> list[Draft]:
    bodies = connection.scalars(select(DRAFTS.c.body).where(DRAFTS.c.chat_id == chat).order_by(DRAFTS.c.number))
    return [DRAFT.read(body) for body in bodies]


def _practice(draft: Draft, user: int) -> Plain:
    """Return a practice: its answers as text, and everything stored of it."""
    kept = DRAFT.adapter.dump_python(draft, mode="json")
    known = {"number": draft.number, "reference": draft.reference, "status": draft.status}
    times = {key: in_utc(getattr(draft, key)) for key in ("created_at", "submitted_at", "decided_at")}
    return {**known, **times, "answers": answers_json(draft.values), "kept": without_numbers(kept, user)}


def _history(connection: Connection, user: int, chat: int) -> Iterator[Plain]:
    columns = HISTORY.c.at, HISTORY.c.update_id, HISTORY.c.body
    for row in connection.execute(select(*columns).where(HISTORY.c.chat_id == chat).order_by(HISTORY.c.id)):
        event = EVENT.adapter.dump_python(EVENT.read(row.body), mode="json")
        yield {"at": in_utc(row.at), "update_id": row.update_id, **without_numbers(event, user)}


def _others() -> list[Table[Any]]:
    return [
        table
        for table in METADATA.sorted_tables
        if table not in _BY_HAND and {"user_id", "chat_id"} & {*table.c.keys()}
    ]


def _rows(connection: Connection, table: Table[Any], user: int, chat: int) -> list[Plain]:
    """Return the person's rows of a table that has no function of its own here."""
    owners = {"user_id": user, "chat_id": chat}
    mine = [table.c[column] == number for column, number in owners.items() if column in table.c]
    rows = connection.execute(select(table).where(or_(*mine)).order_by(*table.primary_key.columns))
    return [json.loads(json.dumps(row._asdict(), default=str)) for row in rows]


def written_as(form: Literal["html", "json"], kept: Plain) -> bytes:
    """Write the export as UTF-8, in the order in which it was collected."""
    if form == "html":
        from storage.privacy.data_export_page import page  # noqa: PLC0415 - with it come templates, for the few who ask

        return page(kept).encode()
    return json.dumps(kept, ensure_ascii=False, indent=1).encode()
