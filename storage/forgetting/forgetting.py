"""All tables, one after another: what a person leaves in each of them goes, or loses its number.

A table that is not named here, and has a column for a person, a chat or a draft, loses the rows of this one by itself.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, or_, select, update

from conversations.admin.deeds import Forgotten, RoleGiven
from conversations.conversation import Conversation
from conversations.forgetting.leaving import unopened
from conversations.messages import Farewell
from storage.audit import note
from storage.chats import Loaded, load, put_in_place, save, seize
from storage.forgetting import at_desk, contents, updates
from storage.forgetting.leaver import UNKNOWN, Leaver
from storage.forgetting.traces import wipe_traces
from storage.roles import hold_roles, role_kept
from storage.shapes import DEED
from storage.tables import AUDIT, CONVERSATIONS, DRAFTS, INBOX, INVITES, METADATA, OUTBOX, PEOPLE

_BY_HAND = (AUDIT, CONVERSATIONS, DRAFTS, INBOX, INVITES, OUTBOX)


def forget(connection: Connection, leaver: Leaver, before: Loaded, after: Conversation, now: datetime) -> Farewell:
    """Delete everything about a person but what ``after`` holds; gives what is still to be deleted outside.

    Raises ``SavedMeanwhile`` where another process saved the conversation since ``before`` was read.
    """
    seize(connection, leaver.chat, before.version)
    sums = contents.of_leaver(connection, leaver, before.conversation)
    authors = at_desk.leave(connection, leaver, now)
    drafts = (*before.conversation.drafts, *before.conversation.deleted.values())
    wipe_traces(connection, leaver, drafts, authors)
    gone = _gone(connection, leaver, after)
    _delete_rows(connection, leaver, gone)
    messages = updates.empty(connection, leaver, now)
    _empty_outbox(connection, leaver)
    _take_numbers_away(connection, leaver.user, now)
    _close_pages(connection, leaver, now)
    put_in_place(connection, leaver.chat, after, gone, now)
    note(connection, UNKNOWN if leaver.update_id is not None else None, Forgotten(), now)
    files = {*contents.only_theirs(connection, sums), *contents.loose(connection)}
    return Farewell(messages=messages, files=tuple(sorted(files)))


def _gone(connection: Connection, leaver: Leaver, after: Conversation) -> list[int]:
    """List the drafts that go, by their numbers in the collection."""
    staying = [draft.number for draft in after.drafts]
    mine = DRAFTS.c.chat_id == leaver.chat, DRAFTS.c.number.not_in(staying)
    return list(connection.scalars(select(DRAFTS.c.id).where(*mine)))


def _delete_rows(connection: Connection, leaver: Leaver, drafts: Collection[int]) -> None:
    """Delete what hangs on the person, on their chat or on their drafts; what refers to others before these."""
    if role_kept(connection, leaver.user) != "practitioner":
        hold_roles(connection)
    owners: dict[str, Collection[int]] = {"user_id": (leaver.user,), "chat_id": (leaver.chat,), "draft_id": drafts}
    for table in reversed(METADATA.sorted_tables):
        for column, values in owners.items() if table not in _BY_HAND else ():
            if column in table.c and values:
                connection.execute(delete(table).where(table.c[column].in_(values)))


def _empty_outbox(connection: Connection, leaver: Leaver) -> None:
    """Empty what was said to the person; the rows stay until the last message is out, as delivery may be at them."""
    emptied = {"reply": None, "query_id": None, "toast": "", "update_id": None, "error": None, "status": "sent"}
    connection.execute(update(OUTBOX).where(OUTBOX.c.chat_id == leaver.chat).values(**emptied))


def _take_numbers_away(connection: Connection, user: int, now: datetime) -> None:
    """Take the person's number out of what others did with them; open invitations of theirs count no more."""
    still = INVITES.c.made_by == user, INVITES.c.used_by.is_(None), INVITES.c.withdrawn_at.is_(None)
    connection.execute(update(INVITES).where(*still).values(withdrawn_at=now))
    for table, column in ((PEOPLE, "given_by"), (INVITES, "made_by"), (INVITES, "used_by"), (AUDIT, "who")):
        _replace(connection, table, column, user)
    for number, body in connection.execute(select(AUDIT.c.id, AUDIT.c.body).where(AUDIT.c.whom == user)).all():
        deed = DEED.read(body)
        if isinstance(deed, RoleGiven):
            deed = deed.model_copy(update={"whom": UNKNOWN})
        values = {"whom": UNKNOWN, "body": DEED.write(deed)}
        connection.execute(update(AUDIT).where(AUDIT.c.id == number).values(**values))


def _close_pages(connection: Connection, leaver: Leaver, now: datetime) -> None:
    """Close the person's page in the office wherever an admin has it open."""
    state, others = CONVERSATIONS.c.state, CONVERSATIONS.c.chat_id != leaver.chat
    naming = or_(state.contains(f'"user":{leaver.user}'), state.contains(f"|{leaver.user}|"))
    for chat_id in connection.scalars(select(CONVERSATIONS.c.chat_id).where(others, naming)).all():
        before = load(connection, chat_id)
        save(connection, chat_id, before, unopened(before.conversation, leaver.user), now)


def _replace(connection: Connection, table: Table[Any], column: str, user: int) -> None:
    connection.execute(update(table).where(table.c[column] == user).values({column: UNKNOWN}))
