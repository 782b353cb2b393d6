"""The part of an erasure in inbox and outbox: the person's messages, and their words and name in messages to others."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select, update

from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.events import FileKept
from conversations.dialogue.model import REVIEWERS
from conversations.dialogue.replies import Line, Reply
from conversations.languages import speaking
from conversations.privacy.erasure import files_of, unnamed_reply
from conversations.privacy.texts import FROM_BEFORE, PAGE_GONE
from storage.database.stored_schema import EVENT, REPLY, Damaged, NewerStored
from storage.database.tables import AUDIT, HISTORY, INBOX, ORPHANED_FILES, OUTBOX, PEOPLE, WAITING
from storage.files import is_named
from storage.outbox import spoken_in
from storage.people import IS_OF_REVIEWERS, was_reviewer

UNKNOWN = 0
"""The number of an erased person in a column; Telegram gives nobody this number."""


@dataclass(frozen=True)
class ErasedPerson:
    """A person to erase, their private chat, and the update in which they asked; ``None`` on the command line.

    ``name`` is their name on Telegram if it is known; ``admins`` are the admins by the settings.
    """

    user: int
    chat: int
    update_id: int | None = None
    name: str = ""
    admins: frozenset[int] = frozenset()


DELETABLE = timedelta(hours=48)
"""The age up to which a bot can delete a message (Bot API, deleteMessage)."""

EMPTY = "{}"


def empty_inbox(connection: Connection, erased: ErasedPerson, now: datetime) -> tuple[int, ...]:
    """Empty the person's updates; returns the messages of the private chat that can still be deleted.

    New updates of that chat stay: the person begins again with them. Updates that failed or wait for a file are emptied
    too, as their questions are gone.
    """
    rows = connection.execute(select(INBOX.c.seq, INBOX.c.chat_id, INBOX.c.body).where(_theirs(erased))).all()
    found = [(row.seq, row.chat_id, json.loads(row.body or EMPTY)) for row in rows]
    own = [(seq, chat, body) for seq, chat, body in found if chat == erased.chat or _is_from(body, erased.user)]
    values = {"body": EMPTY, "chat_id": None, "error": None, "status": "handled", "retry_at": None}
    for seq, _, _ in own:
        connection.execute(update(INBOX).where(INBOX.c.seq == seq).values(**values))
    numbers = (number for _, chat, body in own if chat == erased.chat for number in _recent(body, now))
    return tuple(sorted(set(numbers)))


def _theirs(erased: ErasedPerson) -> ColumnElement[bool]:
    """Select the finished updates of the private chat, and updates of groups that may be the person's."""
    this_one = INBOX.c.update_id == (erased.update_id or 0)
    is_late = INBOX.c.sent_at.is_not(None)
    in_private = (INBOX.c.chat_id == erased.chat) & or_(INBOX.c.status != "waiting", is_late, this_one)
    in_groups = (INBOX.c.chat_id != erased.chat) & (INBOX.c.chat_id < 0)
    return in_private | (in_groups & INBOX.c.body.contains(f'"id": {erased.user}'))


def _is_from(body: dict[str, Any], user: int) -> bool:
    return any(_dict(part.get("from")).get("id") == user for part in body.values() if isinstance(part, dict))


def _recent(body: dict[str, Any], now: datetime) -> Iterator[int]:
    """Yield the message of an update, or the one with the pressed button, if a bot can still delete it."""
    for part in (body.get("message"), body.get("edited_message"), _dict(body.get("callback_query")).get("message")):
        number, date = _dict(part).get("message_id"), _dict(part).get("date")
        if isinstance(number, int) and isinstance(date, int) and date > 0 and now - _moment(date) < DELETABLE:
            yield number


def _moment(date: int) -> datetime:
    """Read a time of Telegram's in seconds; a value out of range is long ago."""
    try:
        return datetime.fromtimestamp(date, UTC)
    except (OSError, OverflowError, ValueError):
        return datetime.min.replace(tzinfo=UTC)


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


_SAID = ("text", "caption", "entities", "caption_entities", "rich_message")
"""The keys of a quoted message that hold its text."""

_QUOTING = ("reply_to_message", "callback_query", "pinned_message", "external_reply")
"""The keys of a raw update that hold a message of the bot."""

_SHARED = "users_shared"
"""The key of a message that holds the number of somebody else, whom an admin has chosen from their contacts."""

_LISTS_READERS = '"action":"seen"'
"""The button on pages that may name readers; in a text its quotation marks would be escaped."""


def wipe_traces(
    connection: Connection, erased: ErasedPerson, drafts: Collection[Draft], authors: Collection[int]
) -> None:
    """Remove the person's words from the chats of possible readers, and their name from all chats.

    ``authors`` are the chats of the people whose practices they reviewed.
    """
    readers = _readers(connection, erased, drafts)
    _empty_said(connection, OUTBOX.c.chat_id.in_(readers))
    _wipe_heard(connection, INBOX.c.chat_id.in_(readers))
    suspects = readers
    if authors or was_reviewer(connection, erased.user, erased.admins):
        suspects = readers | {*authors}
        _empty_naming(connection, erased, suspects)
        quoting = or_(*(INBOX.c.body.contains(f'"{key}"', autoescape=True) for key in (*_QUOTING, "quote")))
        _unquote(connection, INBOX.c.chat_id.is_distinct_from(erased.chat) & quoting)
    _reword_waiting(connection, erased, suspects)


def _readers(connection: Connection, erased: ErasedPerson, drafts: Collection[Draft]) -> set[int]:
    """List the chats of all possible readers of a draft: reviewers of now and before, and those named in a review."""
    roles = select(PEOPLE.c.user_id, PEOPLE.c.chat_id).where(PEOPLE.c.role.in_(REVIEWERS))
    now = {number for row in connection.execute(roles) for number in row if number is not None}
    once = {
        *connection.scalars(select(AUDIT.c.who).where(IS_OF_REVIEWERS).distinct()),
        *connection.scalars(select(AUDIT.c.whom).distinct()),
    }
    seen = {one.by.user for draft in drafts for one in draft.review.seen}
    return ({*now, *seen, *erased.admins} | {user for user in once if user}) - {erased.chat, erased.user}


def _empty_said(connection: Connection, where: ColumnElement[bool]) -> None:
    done = where & (OUTBOX.c.status != WAITING) & OUTBOX.c.reply.is_not(None)
    connection.execute(update(OUTBOX).where(done).values(reply=None, toast=""))


def _empty_naming(connection: Connection, erased: ErasedPerson, suspects: Collection[int]) -> None:
    """Empty the sent messages that name the person, or may name them if an older version wrote them."""
    old = OUTBOX.c.reply.startswith('{"shape":1,', autoescape=True)
    _empty_said(connection, old & or_(OUTBOX.c.chat_id.in_(suspects), OUTBOX.c.reply.contains(_LISTS_READERS)))
    others = OUTBOX.c.chat_id != erased.chat, OUTBOX.c.status != WAITING
    naming = select(OUTBOX.c.id, OUTBOX.c.reply).where(*others, OUTBOX.c.reply.contains('"named":{', autoescape=True))
    for number, kept in connection.execute(naming).all():
        reply = _read(kept or "")
        if reply is None or unnamed_reply(reply, erased.user) != reply:
            _empty_said(connection, OUTBOX.c.id == number)


def _reword_waiting(connection: Connection, erased: ErasedPerson, suspects: Collection[int]) -> None:
    """Reword the waiting messages to others that hold words of the person or name them."""
    waiting = OUTBOX.c.chat_id != erased.chat, OUTBOX.c.status == WAITING, OUTBOX.c.reply.is_not(None)
    rows = select(OUTBOX.c.id, OUTBOX.c.chat_id, OUTBOX.c.reply).where(*waiting)
    for number, chat_id, kept in connection.execute(rows).all():
        reply = _read(kept or "")
        doubtful = chat_id in suspects or _LISTS_READERS in (kept or "")
        if _changed(reply, erased.user, doubtful=doubtful) != reply:
            with speaking(spoken_in(connection, chat_id)):
                changed = _changed(reply, erased.user, doubtful=doubtful)
            connection.execute(update(OUTBOX).where(OUTBOX.c.id == number).values(reply=REPLY.write(changed)))


def _read(kept: str) -> Reply | None:
    """Read a reply; ``None`` if it cannot be read, which must not stop an erasure."""
    try:
        return REPLY.read(kept)
    except (Damaged, NewerStored):
        return None


def _changed(reply: Reply | None, user: int, *, doubtful: bool) -> Reply:
    if reply is None:
        return _instead(FROM_BEFORE, None)
    if reply.holds is None:
        safe = reply.erasure_notice is not None or reply.document is not None  # their words are of nobody
        return _instead(FROM_BEFORE, reply.redraws) if doubtful and not safe else reply
    return _instead(PAGE_GONE, reply.redraws) if user in reply.holds else unnamed_reply(reply, user)


def _instead(words: str, redraws: int | None) -> Reply:
    return Reply(lines=(Line(text=words),), redraws=redraws)


def _wipe_heard(connection: Connection, where: ColumnElement[bool]) -> None:
    """Empty handled updates; in waiting ones, remove the messages of the bot that they quote."""
    done = where & (INBOX.c.status == "handled") & (INBOX.c.body != EMPTY)
    connection.execute(update(INBOX).where(done).values(body=EMPTY))
    _unquote(connection, where & (INBOX.c.status != "handled"))


def _unquote(connection: Connection, where: ColumnElement[bool]) -> None:
    for seq, body in connection.execute(select(INBOX.c.seq, INBOX.c.body).where(where)).all():
        slim = json.dumps(without_quotes(json.loads(body or EMPTY)))
        connection.execute(update(INBOX).where(INBOX.c.seq == seq).values(body=slim))


def without_quotes(value: Any, *, quoted: bool = False) -> Any:  # noqa: ANN401 - JSON of any shape
    """Remove from a raw update the bot's messages (replied to, or with the button), and people who were shared."""
    if isinstance(value, list):
        return [without_quotes(one, quoted=quoted) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: {} if key == _SHARED else without_quotes(one, quoted=quoted or key in _QUOTING)
        for key, one in value.items()
        if key != "quote" and not (quoted and key in _SAID)
    }


def files_of_person(connection: Connection, erased: ErasedPerson, conversation: Conversation) -> set[str]:
    """Return the checksums of all files that a person ever sent, including removed ones."""
    kept = HISTORY.c.chat_id == erased.chat, HISTORY.c.what == "file_kept"
    events = map(EVENT.read, connection.scalars(select(HISTORY.c.body).where(*kept)))
    removed = {event.sha256 for event in events if isinstance(event, FileKept)}
    return removed | {file.sha256 for file in files_of(*conversation.drafts, *conversation.deleted.values())}


def only_theirs(connection: Connection, sums: Collection[str]) -> tuple[str, ...]:
    """Return the checksums that no draft and no history names."""
    return tuple(sha256 for sha256 in sums if not is_named(connection, sha256))


def files_without_draft(connection: Connection) -> set[str]:
    """Return the checksums of files of deleted drafts, whoever sent them: that is not stored.

    Each is checked before it is deleted; that takes too long for a step.
    """
    return {*connection.scalars(select(ORPHANED_FILES.c.sha256))}
