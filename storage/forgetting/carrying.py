"""Carrying a farewell out: all is deleted in one transaction, and the last message is put into the outbox with it."""

from datetime import datetime

from sqlalchemy import Connection, select

from conversations.conversation import Step
from conversations.forgetting.asking import forgotten_from_outside
from conversations.review.record import Member
from storage.chats import Loaded, load
from storage.desk import DeskOf
from storage.forgetting.forgetting import forget
from storage.forgetting.leaver import Leaver
from storage.people import effective
from storage.posting import Post, put
from storage.tables import PEOPLE


def carry_out(  # noqa: PLR0913, PLR0917 - what a turn knows
    connection: Connection,
    leaver: Leaver,
    before: Loaded,
    taken: Step,
    now: datetime,
    query_id: str | None = None,
) -> tuple[int, ...]:
    """Delete all that is kept about the person; gives the chats that have got mail, theirs first.

    Their last message goes out when what is outside the database is deleted too.
    """
    farewell = forget(connection, leaver, before, taken.conversation, now)
    last = taken.replies[-1].model_copy(update={"farewell": farewell})
    put(connection, Post(leaver.chat, leaver.update_id, (last,), query_id, taken.toast), now)
    for letter in taken.letters:
        put(connection, Post(letter.to, None, (letter.reply,)), now)
    return (leaver.chat, *(letter.to for letter in taken.letters))


def forget_from_outside(
    connection: Connection, user: int, admins: frozenset[int], now: datetime, *, withdraw: bool
) -> Step:
    """Forget somebody who cannot ask for it in the chat; ``withdraw`` takes what is published along."""
    row = connection.execute(select(PEOPLE.c.chat_id, PEOPLE.c.role).where(PEOPLE.c.user_id == user)).first()
    chat = (row.chat_id if row else None) or user
    before = load(connection, chat)
    role = effective(user, row.role if row else None, admins)
    desk = DeskOf(lambda: connection, Member(user=user, name=""), role, admins)
    taken = forgotten_from_outside(before.conversation, now, desk, withdraw=withdraw)
    carry_out(connection, Leaver(user, chat, admins=admins), before, taken, now)
    return taken
