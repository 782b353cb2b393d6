"""A collection of any size in an empty database: the product stores a hundred chats, then they are copied.

Of a hundred chats, 60 have a draft in progress, 25 a waiting submission, 5 a returned one, 10 an approved one.
Each has ten lines of history, five handled updates and five sent replies.
"""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import JsonValue
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    Table,
    Text,
    bindparam,
    cast,
    func,
    insert,
    literal,
    select,
    update,
)
from support.practices import ANSWERS, NOW, practice

from benchmarks.exports.trial import texts
from conversations.dialogue.conversation import Answer, Conversation, Draft, Version
from conversations.dialogue.events import Answered
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.reviews import made
from conversations.review.queue import countries, themes
from storage import Database
from storage.conversations import Loaded, save
from storage.database.tables import CONVERSATIONS, DRAFT_THEMES, DRAFTS, HISTORY, INBOX, NEWS, OUTBOX, PEOPLE
from storage.drafts import append
from storage.outbox import Post, put

CHATS = 100
"""The number of chats that are made one by one."""

_STATUSES = ("draft",) * 12 + ("submitted",) * 5 + ("changes_requested",) + ("approved",) * 2

_AT_A_TIME = 100

_LINES, _UPDATES = 10, 5

_REFERENCE = "RAN-2026-"

_SAID = (
    "Section 7 of 16 · Start of the practice\nStarting year\nIn which year did it begin? It shows how mature it is. "
)


async def fill(db: Database, size: int) -> None:
    """Store drafts, a multiple of a hundred, each in its own chat; some 10,000 in one transaction."""
    await db.change(_begin)
    for first in range(1, size // CHATS, _AT_A_TIME):
        await db.change(_copy, range(first, min(first + _AT_A_TIME, size // CHATS)))
    await db.change(_put_on_shelves)
    await db.change(_tell)


def _begin(connection: Connection) -> None:
    for chat in range(1, CHATS + 1):
        _keep(connection, chat)
    connection.execute(update(OUTBOX).values(status="sent", message_id=1, tried_at=NOW))


def _copy(connection: Connection, numbers: range) -> None:
    copies = [{"shift": number * CHATS, "year": number + 3000} for number in numbers]
    for table in (PEOPLE, CONVERSATIONS, DRAFTS, HISTORY, INBOX, OUTBOX):
        connection.execute(_copying(table), copies)


def _put_on_shelves(connection: Connection) -> None:
    """Give the copies' submissions the same status as those of the first hundred."""
    original, columns = DRAFTS.alias(), [column for column in DRAFT_THEMES.c if column.name != "draft_id"]
    copies = (
        select(DRAFTS.c.id, *columns)
        .join_from(DRAFTS, original, original.c.chat_id == (DRAFTS.c.chat_id - 1) % CHATS + 1)
        .join(DRAFT_THEMES, DRAFT_THEMES.c.draft_id == original.c.id)
        .where(DRAFTS.c.chat_id > CHATS)
    )
    into = insert(DRAFT_THEMES).from_select(["draft_id", *(column.name for column in columns)], copies)
    connection.execute(into)


def _tell(connection: Connection) -> None:
    """Make news of all submissions."""
    waiting = select(DRAFTS.c.id, literal("hand in"), DRAFTS.c.submitted_at).where(DRAFTS.c.submitted_at.is_not(None))
    connection.execute(insert(NEWS).from_select(["draft_id", "move", "at"], waiting.order_by(DRAFTS.c.id)))


def _keep(connection: Connection, chat: int) -> None:
    draft = _draft(chat)
    save(connection, chat, Loaded(Conversation(), 0), Conversation(drafts=(draft,), hand=1), NOW)
    person = {"user_id": chat, "chat_id": chat, "role": "practitioner", "since": NOW, "seen_at": NOW}
    connection.execute(insert(PEOPLE).values(person))
    answers = list(draft.answers.items())[:_LINES]
    for line, (path, answer) in enumerate(answers):
        said = Answered(draft=1, question=path, value=answer.value, source=answer.source)
        append(connection, chat, chat * CHATS + line, (said,), NOW)
    for number in range(_UPDATES):
        connection.execute(insert(INBOX).values(_update(chat, chat * CHATS + number)))
        put(connection, Post(chat, chat * CHATS + number, (Reply(lines=(Line(text=_SAID * 4),)),)), NOW)


def _draft(chat: int) -> Draft:
    status = _STATUSES[chat % len(_STATUSES)]
    country, both = countries()[chat % len(countries())], [themes()[chat % len(themes())], themes()[chat * 7 % 17]]
    given: dict[str, JsonValue] = {**texts(chat), "country_of_origin.country": country}
    if both[0] != both[1]:
        given["key_themes.themes"] = [*both]
    if status == "draft":
        some = list(practice(1, given).answers.items())[: chat % len(ANSWERS)]
        return practice(1, status="draft", reference=None, submitted_at=None).model_copy(update={"answers": dict(some)})
    draft = practice(1, given, status="draft", reference=f"{_REFERENCE}{chat:04d}")
    handed_in = made(draft.model_copy(update={"versions": (_version(draft.answers),)}), "hand in", NOW, None)
    return handed_in.model_copy(update={"status": status, "decided_at": NOW if status == "approved" else None})


def _version(answers: dict[str, Answer]) -> Version:
    return Version(at=NOW, answers=answers)


def _update(chat: int, number: int) -> dict[str, Any]:
    """Make a handled update of some 600 characters."""
    person = {"id": chat, "is_bot": False, "first_name": "Person", "language_code": "en"}
    message = {"message_id": number, "date": 1795000000, "from": person, "chat": {"id": chat, "type": "private"}}
    body = json.dumps({"update_id": number, "message": message | {"text": _SAID * 3}})
    known = {"update_id": number, "chat_id": chat, "body": body, "arrived_at": NOW, "status": "handled"}
    return known | {"attempts": 0, "tried_at": NOW}


def _copying(table: Table[Any]) -> Any:  # noqa: ANN401 - an insert of a select of any columns
    """Copy the data of the first hundred chats into chats whose numbers are ``shift`` higher."""
    columns = [column for column in table.columns if column.name not in ("id", "seq")]
    hundred = table.c.chat_id <= CHATS
    return insert(table).from_select([column.name for column in columns], select(*_copied(columns)).where(hundred))


def _copied(columns: list[Column[Any]]) -> Iterator[Any]:
    shift, year = bindparam("shift", type_=BigInteger), bindparam("year", type_=Integer)
    for column in columns:
        if column.name in ("chat_id", "user_id"):
            yield column + shift
        elif column.name == "update_id":
            yield column + shift * CHATS
        elif column.name in ("reference", "body") and column.table is DRAFTS:
            yield func.replace(column, _REFERENCE, literal("RAN-") + cast(year, Text) + literal("-"))
        elif column.name == "words":
            year_said = cast(year, Text)
            heading = func.replace(column, "§2026 §", literal("§") + year_said + literal(" §"))
            yield func.replace(heading, "ran 2026 ", literal("ran ") + year_said + literal(" "))
        else:
            yield column
