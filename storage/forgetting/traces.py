"""What a person left in the chats of others: pages that coordinators were shown, and the name of one who reviewed.

What has been said or heard is emptied, as nobody reads it again. What still waits is looked at, each by itself: a reply
says whose words it holds and whom it names, so no text is searched for either. One that an older version wrote says
neither: it is taken back where it may hold them, by whose chat it is in and which buttons it has.
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select, update

from conversations.conversation import Draft
from conversations.forgetting.leaving import unnamed_reply
from conversations.forgetting.wording import FROM_BEFORE, PAGE_GONE
from conversations.messages import Line, Reply
from conversations.roles import REVIEWERS
from storage.forgetting.leaver import Leaver
from storage.forgetting.updates import EMPTY
from storage.people import was_reviewer
from storage.shapes import REPLY, Damaged, NewerShape
from storage.tables import AUDIT, INBOX, OUTBOX, PEOPLE, WAITING

_SAID = ("text", "caption", "entities", "caption_entities", "rich_message")
"""What a raw update quotes of the bot's messages."""

_QUOTING = ("reply_to_message", "callback_query", "pinned_message", "external_reply")
"""Where it does."""

_LISTS_READERS = '"action":"seen"'
"""The button of the pages on which anybody may have been told who reads: a text's own quotes are kept escaped."""


def wipe_traces(connection: Connection, leaver: Leaver, drafts: Collection[Draft], authors: Collection[int]) -> None:
    """Take what the person wrote out of the chats of those who may have read it, and their name out of all.

    ``authors`` are those whose practices they reviewed.
    """
    readers = _readers(connection, leaver, drafts)
    _empty_said(connection, OUTBOX.c.chat_id.in_(readers))
    _wipe_heard(connection, INBOX.c.chat_id.in_(readers))
    suspects = readers
    if authors or was_reviewer(connection, leaver.user, leaver.admins):
        suspects = readers | {*authors}
        _empty_naming(connection, leaver, suspects)
        quoting = or_(*(INBOX.c.body.contains(f'"{key}"', autoescape=True) for key in (*_QUOTING, "quote")))
        _unquote(connection, INBOX.c.chat_id.is_distinct_from(leaver.chat) & quoting)
    _reword_waiting(connection, leaver, suspects)


def _readers(connection: Connection, leaver: Leaver, drafts: Collection[Draft]) -> set[int]:
    """List the chats of all who may have read a draft: who reviews, who once did, who stands in a review."""
    roles = select(PEOPLE.c.user_id, PEOPLE.c.chat_id).where(PEOPLE.c.role.in_(REVIEWERS))
    now = {number for row in connection.execute(roles) for number in row if number is not None}
    once = {*connection.scalars(select(AUDIT.c.who).distinct()), *connection.scalars(select(AUDIT.c.whom).distinct())}
    seen = {one.by.user for draft in drafts for one in draft.review.seen}
    return ({*now, *seen, *leaver.admins} | {user for user in once if user}) - {leaver.chat, leaver.user}


def _empty_said(connection: Connection, where: ColumnElement[bool]) -> None:
    done = where & (OUTBOX.c.status != WAITING) & OUTBOX.c.reply.is_not(None)
    connection.execute(update(OUTBOX).where(done).values(reply=None, toast=""))


def _empty_naming(connection: Connection, leaver: Leaver, suspects: Collection[int]) -> None:
    """Empty what was said to anybody and names the person, or may, as an older version wrote it."""
    old = OUTBOX.c.reply.startswith('{"shape":1,', autoescape=True)
    _empty_said(connection, old & or_(OUTBOX.c.chat_id.in_(suspects), OUTBOX.c.reply.contains(_LISTS_READERS)))
    others = OUTBOX.c.chat_id != leaver.chat, OUTBOX.c.status != WAITING
    naming = select(OUTBOX.c.id, OUTBOX.c.reply).where(*others, OUTBOX.c.reply.contains('"named":{', autoescape=True))
    for number, kept in connection.execute(naming).all():
        reply = _read(kept or "")
        if reply is None or unnamed_reply(reply, leaver.user) != reply:
            _empty_said(connection, OUTBOX.c.id == number)


def _reword_waiting(connection: Connection, leaver: Leaver, suspects: Collection[int]) -> None:
    """Say otherwise what waits for others and holds words of the person, or names them."""
    waiting = OUTBOX.c.chat_id != leaver.chat, OUTBOX.c.status == WAITING, OUTBOX.c.reply.is_not(None)
    rows = select(OUTBOX.c.id, OUTBOX.c.chat_id, OUTBOX.c.reply).where(*waiting)
    for number, chat_id, kept in connection.execute(rows).all():
        reply = _read(kept or "")
        changed = _changed(reply, leaver.user, doubtful=chat_id in suspects or _LISTS_READERS in (kept or ""))
        if changed != reply:
            connection.execute(update(OUTBOX).where(OUTBOX.c.id == number).values(reply=REPLY.write(changed)))


def _read(kept: str) -> Reply | None:
    """Read a reply; nothing where it cannot be read, which must keep nobody here."""
    try:
        return REPLY.read(kept)
    except (Damaged, NewerShape):
        return None


def _changed(reply: Reply | None, user: int, *, doubtful: bool) -> Reply:
    if reply is None:
        return _instead(FROM_BEFORE, None)
    if reply.holds is None:
        safe = reply.farewell is not None or reply.document is not None  # their words are of nobody
        return _instead(FROM_BEFORE, reply.redraws) if doubtful and not safe else reply
    return _instead(PAGE_GONE, reply.redraws) if user in reply.holds else unnamed_reply(reply, user)


def _instead(words: str, redraws: int | None) -> Reply:
    return Reply(lines=(Line(text=words),), redraws=redraws)


def _wipe_heard(connection: Connection, where: ColumnElement[bool]) -> None:
    """Empty what was heard; of what is still to be heard, take away what it quotes of the bot's messages."""
    done = where & (INBOX.c.status == "handled") & (INBOX.c.body != EMPTY)
    connection.execute(update(INBOX).where(done).values(body=EMPTY))
    _unquote(connection, where & (INBOX.c.status != "handled"))


def _unquote(connection: Connection, where: ColumnElement[bool]) -> None:
    for seq, body in connection.execute(select(INBOX.c.seq, INBOX.c.body).where(where)).all():
        slim = json.dumps(without_quotes(json.loads(body or EMPTY)))
        connection.execute(update(INBOX).where(INBOX.c.seq == seq).values(body=slim))


def without_quotes(value: Any, *, quoted: bool = False) -> Any:  # noqa: ANN401 - JSON of any shape
    """Take out of a raw update what it quotes of the bot's messages: the one replied to, or that of the button."""
    if isinstance(value, list):
        return [without_quotes(one, quoted=quoted) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: without_quotes(one, quoted=quoted or key in _QUOTING)
        for key, one in value.items()
        if key != "quote" and not (quoted and key in _SAID)
    }
