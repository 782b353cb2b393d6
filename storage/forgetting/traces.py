"""What a person left in the chats of others: pages that coordinators were shown, and the name of one who reviewed.

What has been said or heard is emptied, as nobody reads it again. What still waits is looked at, each by itself.
"""

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select, update

from conversations.asked import asked_at
from conversations.conversation import Draft
from conversations.forgetting.giving import files_of
from conversations.forgetting.wording import PAGE_GONE
from conversations.messages import Line, Reply
from conversations.review.wording.phrases import SOMEBODY
from conversations.roles import REVIEWERS
from storage.forgetting.leaver import Leaver
from storage.forgetting.updates import EMPTY
from storage.shapes import REPLY
from storage.tables import AUDIT, INBOX, OUTBOX, PEOPLE, WAITING

_SAID = ("text", "caption", "entities", "caption_entities", "quote", "rich_message")
"""What a raw update quotes of the bot's messages."""

_TELLING = 4
"""Characters of an answer by which it can be known."""


def wipe_traces(connection: Connection, leaver: Leaver, drafts: Collection[Draft], names: Collection[str]) -> None:
    """Take what the person wrote out of the chats of those who may have read it, and their name out of all."""
    words = frozenset(_words(drafts))
    readers = _readers(connection, leaver, drafts)
    _wipe_said(connection, OUTBOX.c.chat_id.in_(readers), words, {})
    _wipe_heard(connection, INBOX.c.chat_id.in_(readers))
    if names:
        named = [_as_json(OUTBOX.c.reply, name) for name in names], [_as_ascii(INBOX.c.body, name) for name in names]
        _wipe_said(connection, (OUTBOX.c.chat_id != leaver.chat) & or_(*named[0]), (), dict.fromkeys(names, SOMEBODY))
        _wipe_heard(connection, (INBOX.c.chat_id != leaver.chat) & or_(*named[1]))


def _readers(connection: Connection, leaver: Leaver, drafts: Collection[Draft]) -> set[int]:
    """List the chats of all who may have read a draft: who reviews, who once did, who stands in a review."""
    roles = select(PEOPLE.c.user_id, PEOPLE.c.chat_id).where(PEOPLE.c.role.in_(REVIEWERS))
    now = {number for row in connection.execute(roles) for number in row if number is not None}
    once = {*connection.scalars(select(AUDIT.c.who).distinct()), *connection.scalars(select(AUDIT.c.whom).distinct())}
    seen = {one.by.user for draft in drafts for one in draft.review.seen}
    return ({*now, *seen, *leaver.admins} | {user for user in once if user}) - {leaver.chat, leaver.user}


def _wipe_said(
    connection: Connection, where: ColumnElement[bool], words: Collection[str], instead: dict[str, str]
) -> None:
    """Empty what was said; of what waits, put other words in the place of what speaks of the person."""
    done = where & (OUTBOX.c.status != WAITING) & OUTBOX.c.reply.is_not(None)
    connection.execute(update(OUTBOX).where(done).values(reply=None, toast=""))
    for number, kept in connection.execute(
        select(OUTBOX.c.id, OUTBOX.c.reply).where(where, OUTBOX.c.status == WAITING)
    ):
        reply = None if kept is None else REPLY.read(kept)
        if reply is not None and (changed := _changed(reply, words, instead)) is not reply:
            connection.execute(update(OUTBOX).where(OUTBOX.c.id == number).values(reply=REPLY.write(changed)))


def _changed(reply: Reply, words: Collection[str], instead: dict[str, str]) -> Reply:
    if _speaks_of(reply, words):
        return Reply(lines=(Line(text=PAGE_GONE),))
    written = REPLY.write(reply)
    for name, other in instead.items():
        written = written.replace(json.dumps(name, ensure_ascii=False)[1:-1], other)
    return REPLY.read(written) if instead else reply


def _speaks_of(reply: Reply, words: Collection[str]) -> bool:
    """Say whether a message has words of the person in it, or is a piece of them."""
    labels = (button.label for row in reply.rows for button in row)
    text = "\n".join((reply.text, *labels))
    pieces = [line.text for line in reply.lines if len(line.text) > 5 * _TELLING]
    return any(word in text or any(piece in word for piece in pieces) for word in words)


def _words(drafts: Collection[Draft]) -> Iterator[str]:
    """Give what the person wrote in their drafts: answers that are no choices, names of files, replies."""
    for file in (file for draft in drafts for file in files_of(draft)):
        yield file.name
    for draft in drafts:
        for answers in (draft.answers, *(version.answers for version in draft.versions)):
            for path, answer in answers.items():
                asked = asked_at(path)
                choices = asked.kind.choices if asked else ()
                yield from (text for text in _texts(answer.value) if len(text) >= _TELLING and text not in choices)
        yield from (comment.reply for comment in draft.review.comments if comment.reply)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _wipe_heard(connection: Connection, where: ColumnElement[bool]) -> None:
    """Empty what was heard; of what is still to be heard, take away what it quotes of the bot's messages."""
    done = where & (INBOX.c.status == "handled") & (INBOX.c.body != EMPTY)
    connection.execute(update(INBOX).where(done).values(body=EMPTY))
    for seq, body in connection.execute(
        select(INBOX.c.seq, INBOX.c.body).where(where, INBOX.c.status != "handled")
    ).all():
        slim = json.dumps(without_quotes(json.loads(body or EMPTY)))
        connection.execute(update(INBOX).where(INBOX.c.seq == seq).values(body=slim))


def without_quotes(value: Any, *, quoted: bool = False) -> Any:  # noqa: ANN401 - JSON of any shape
    """Take out of a raw update what it quotes of the bot's messages: the one replied to, or that of the button."""
    if isinstance(value, list):
        return [without_quotes(one, quoted=quoted) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: without_quotes(one, quoted=quoted or key in {"reply_to_message", "callback_query"})
        for key, one in value.items()
        if not (quoted and key in _SAID)
    }


def _as_json(column: Any, name: str) -> ColumnElement[bool]:  # noqa: ANN401 - a column
    """Ask for a name as pydantic writes it."""
    found: ColumnElement[bool] = column.contains(json.dumps(name, ensure_ascii=False)[1:-1], autoescape=True)
    return found


def _as_ascii(column: Any, name: str) -> ColumnElement[bool]:  # noqa: ANN401 - a column
    """Ask for a first name as raw updates write it."""
    found: ColumnElement[bool] = column.contains(json.dumps(name)[1:-1], autoescape=True)
    return found
