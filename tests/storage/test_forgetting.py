"""What forgetting does to the tables: rows of groups, of others, of new tables; what waits; numbers of people."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Column, Integer, Table, insert, select
from support.practices import keep, practice

from conversations.admin.deeds import DraftDeleted, Forgotten, InviteMade, RoleGiven
from conversations.conversation import Conversation, Reminder, Step, Version
from conversations.messages import Button, Commanded, Line, Press, Reply
from conversations.review.record import Member
from storage import Audit, Database, Heard, Inbox, People, Post, RawUpdate, conversation_of, turn
from storage.audit import note
from storage.chats import load, save
from storage.forgetting import forget_from_outside
from storage.invites import make, use
from storage.kept import kept_of
from storage.posting import put
from storage.shapes import REPLY
from storage.tables import AUDIT, CONVERSATIONS, INBOX, INVITES, METADATA, OUTBOX, PEOPLE

ANNA, BEN, CORA = 5, 6, 8
GROUP = -100


async def forget(db: Database, user: int, now: datetime, admins: frozenset[int] = frozenset()) -> Step:
    """Forget somebody."""
    return await db.change(lambda connection: forget_from_outside(connection, user, admins, now, withdraw=True))


def update(number: int, chat: int, now: datetime, **message: Any) -> RawUpdate:  # noqa: ANN401 - fields of a message
    """Make a raw update."""
    said = {"message_id": number, "date": int(now.timestamp()), "from": {"id": ANNA, "first_name": "Anna"}, **message}
    return RawUpdate(number, chat, {"update_id": number, "message": said})


async def bodies(db: Database) -> dict[int, Any]:
    """Give what the inbox holds, by update."""
    return {row.update_id: json.loads(row.body) for row in await db.rows(select(INBOX.c.update_id, INBOX.c.body))}


async def farewell(db: Database) -> tuple[int, ...]:
    """Give the messages that the last message deletes."""
    replies = [REPLY.read(row.reply) for row in await db.rows(select(OUTBOX.c.reply)) if row.reply]
    return next(reply.farewell.messages for reply in replies if reply.farewell)


async def test_updates_of_all_kinds(db: Database, now: datetime) -> None:
    """Of a person's updates the row stays, also of those in groups; others' stay whole; young messages are deleted."""
    old = int((now - timedelta(hours=49)).timestamp())
    inbox = Inbox(db)
    strange = RawUpdate(6, ANNA, {"update_id": 6, "message": {"message_id": "6", "date": 1 << 60}, "edited_message": 7})
    beyond = RawUpdate(7, ANNA, {"update_id": 7, "message": {"message_id": 77, "date": 1 << 60}})
    press = {"message": {"message_id": 50, "date": int(now.timestamp())}, "from": {"id": ANNA}}
    raws = [
        update(1, ANNA, now, text="mine"),
        update(2, ANNA, now, text="mine too", date=old),
        update(3, GROUP, now, text="in a group"),
        update(4, GROUP, now, text="about 5", **{"from": {"id": 55}}),
        RawUpdate(5, ANNA, {"update_id": 5, "callback_query": press}),
        strange,
        beyond,
    ]
    await inbox.accept([*raws, update(8, ANNA, now, text="behind it")], now)
    for raw in raws:
        await inbox.handled(raw.update_id, now)
    await forget(db, ANNA, now)

    assert {
        1: {},
        2: {},
        3: {},
        4: raws[3].body,
        5: {},
        6: {},
        7: {},
        8: update(8, ANNA, now, text="behind it").body,
    } == (await bodies(db))
    assert () == await inbox.accept(raws, now)
    assert (1, 50) == await farewell(db)


async def test_numbers_in_what_others_did(db: Database, now: datetime) -> None:
    """Roles, invitations and the audit log lose the number of who is forgotten, and keep what was done."""
    people = People(db, frozenset({1}))
    await people.give(CORA, "admin", None, now)
    await people.give(BEN, "coordinator", CORA, now)
    await db.change(lambda connection: make(connection, "coordinator", CORA, "join-open", now))
    await db.change(lambda connection: make(connection, "admin", CORA, "join-used", now))
    await db.change(lambda connection: use(connection, 2, ANNA))
    await db.change(lambda connection: note(connection, CORA, InviteMade(invitation=1, role="admin"), now))
    await db.change(
        lambda connection: connection.execute(
            insert(AUDIT).values(at=now, who=None, what="x", whom=CORA, body='{"shape":1,"what":"forgotten"}')
        )
    )
    await forget(db, CORA, now)
    await forget(db, ANNA, now)

    entries = [entry async for entry in Audit(db).all()]
    gone = Member(user=0, name="")
    assert [
        RoleGiven(whom=0, role="admin", was="practitioner"),
        RoleGiven(whom=BEN, role="coordinator", was="practitioner"),
    ] == [entry.deed for entry in entries[:2]]
    assert ([gone, gone], [Forgotten()] * 3) == (
        [entries[0].whom, entries[1].who],
        [entry.deed for entry in entries if isinstance(entry.deed, Forgotten)],
    )
    rows = await db.rows(
        select(INVITES.c.made_by, INVITES.c.used_by, INVITES.c.withdrawn_at.is_not(None)).order_by(INVITES.c.id)
    )
    assert [(0, None, True), (0, 0, False)] == [tuple(row) for row in rows]
    assert [(BEN, 0)] == [tuple(row) for row in await db.rows(select(PEOPLE.c.user_id, PEOPLE.c.given_by))]


async def test_name_in_what_waits_for_others(db: Database, now: datetime) -> None:
    """A message that waits for somebody and names a forgotten coordinator comes without the name; the rest stays."""
    await People(db).give(CORA, "coordinator", None, now)
    await db.change(lambda connection: connection.execute(PEOPLE.update().values(name='Cora "Ö"')))
    named = Reply(
        lines=(Line(text='Cora "Ö" asks'),),
        rows=((Button(label="Yes", press=Press(draft=1, revision=1, about="", action="x")),),),
    )
    other = Reply(lines=(Line(text="No name"),))
    await db.change(lambda connection: put(connection, Post(ANNA, None, (named, other), "query", "short"), now))
    await Inbox(db).accept(
        [update(1, ANNA, now, text="a", reply_to_message={"text": 'Cora "Ö" said', "message_id": 3})], now
    )
    await forget(db, CORA, now)

    rows = await db.rows(select(OUTBOX.c.reply).where(OUTBOX.c.chat_id == ANNA).order_by(OUTBOX.c.id))
    assert [None, "a coordinator asks", "No name"] == [row.reply and REPLY.read(row.reply).text for row in rows]
    assert {"message_id": 3} == (await bodies(db))[1]["message"]["reply_to_message"]


async def test_what_waits_for_coordinators(db: Database, now: datetime) -> None:
    """Of what coordinators are still to get or to do, only what speaks of the forgotten author changes."""
    await People(db).give(CORA, "coordinator", None, now)
    await keep(db, ANNA, practice())
    page = Reply(lines=(Line(text="RAN-2026-0001 · Open Door"),))
    piece = Reply(lines=(Line(text="It is described at https://example.org/open_(door)."),))
    queue = Reply(lines=(Line(text="Waiting for review: 0"), Line(text="Denmark")))
    await db.change(lambda connection: put(connection, Post(CORA, None, (page, piece, queue)), now))
    press = {
        "message": {"message_id": 9, "text": "Open Door", "entities": [], "chat": {"id": CORA}},
        "data": "1|1||read",
    }
    await Inbox(db).accept([RawUpdate(70, CORA, {"update_id": 70, "callback_query": press})], now)
    await forget(db, ANNA, now)

    rows = await db.rows(select(OUTBOX.c.reply).where(OUTBOX.c.chat_id == CORA).order_by(OUTBOX.c.id))
    assert [True, True, False] == ["any more" in REPLY.read(row.reply).text for row in rows if row.reply][:3]
    expected = {"message": {"message_id": 9, "chat": {"id": CORA}}, "data": "1|1||read"}
    assert expected == (await bodies(db))[70]["callback_query"]


async def test_reminder_goes(db: Database, now: datetime) -> None:
    """Of somebody whose published practice stays, neither the reminder nor its moment is left: none is due ever."""
    draft, moments = practice(), select(CONVERSATIONS.c.remind_at)
    await keep(db, ANNA, draft.model_copy(update={"versions": (Version(at=now, answers=draft.answers),)}))
    conversation = (await conversation_of(db, ANNA)).model_copy(update={"reminder": Reminder(draft=1, at=now)})
    await db.change(lambda connection: save(connection, ANNA, load(connection, ANNA), conversation, now))
    before = [at for (at,) in await db.rows(moments)]
    await db.change(lambda connection: forget_from_outside(connection, ANNA, frozenset(), now, withdraw=False))

    after = await conversation_of(db, ANNA)
    assert ([now], [None]) == (before, [at for (at,) in await db.rows(moments)])
    assert (1, None) == (len(after.drafts), after.reminder)


async def test_line_of_a_draft_that_time_deleted(db: Database, now: datetime) -> None:
    """It names nobody: it is no part of anybody's data, and stays in the audit log when its author is forgotten."""
    line = DraftDeleted(dossier=7, days=365)
    await keep(db, ANNA, practice())
    await db.change(lambda connection: note(connection, None, line, now))
    kept = await db.ask(kept_of, ANNA, ANNA, frozenset[int](), now)
    await forget(db, ANNA, now)

    assert ([], [line, Forgotten()]) == (kept["audit"], [entry.deed async for entry in Audit(db).all()])


@pytest.fixture
def new_table() -> Iterator[Table[Any]]:
    """Add a table that nobody has thought of."""
    table = Table("thoughts", METADATA, Column("id", Integer, primary_key=True), Column("chat_id", Integer))
    yield table
    METADATA.remove(table)


async def test_table_that_is_new(db: Database, now: datetime, new_table: Table[Any]) -> None:
    """Rows of a table that came later are given to the person and forgotten by their column."""
    await db.change(new_table.create)
    await db.change(lambda connection: connection.execute(insert(new_table), [{"chat_id": ANNA}, {"chat_id": BEN}]))
    kept = await db.ask(kept_of, ANNA, ANNA, frozenset[int](), now)
    await forget(db, ANNA, now)
    assert {"thoughts": [{"id": 1, "chat_id": ANNA}]} == kept["other"]
    assert [(BEN,)] == [tuple(row) for row in await db.rows(select(new_table.c.chat_id))]


async def test_author_who_is_faster(db: Database, other: Database, now: datetime) -> None:
    """Where the author's conversation was saved meanwhile, the turn is taken again, on what is there by then."""
    await keep(db, ANNA, practice())
    await Inbox(db).accept([update(900, ANNA, now), update(901, ANNA, now)], now)
    seen = []

    def step(conversation: Conversation, given: object, at: datetime, desk: object) -> Step:  # noqa: ARG001 - as any step
        seen.append(len(conversation.drafts))
        return Step(conversation=Conversation(), replies=(Reply(lines=(Line(text="gone"),)),), forget=True)

    given = Commanded(name="forget", argument="", message=1)
    await turn(db, Heard(900, ANNA, ANNA, given), step, now)
    await turn(other, Heard(901, ANNA, ANNA, given), step, now)
    assert [1, 0] == seen


async def test_overwritten_is_for_sqlite(db: Database) -> None:
    """The log of an SQLite file is emptied, and PostgreSQL asked for nothing."""
    assert await db.overwritten()
