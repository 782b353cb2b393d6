"""Erasure in the tables: rows of groups, of others, of new tables; waiting messages; numbers of people."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Column, Connection, Integer, Row, Table, insert, select
from support.practices import keep, practice
from support.turns import accept, handled, sent, turn

from conversations.dialogue.audit import DraftDeleted, Forgotten, InviteMade, RoleGiven
from conversations.dialogue.conversation import Conversation, Note, Reminder, Step, Version
from conversations.dialogue.inputs import Commanded, Press
from conversations.dialogue.replies import Button, Line, MyData, Reply
from conversations.dialogue.review_record import Claim, Member, Review
from conversations.dialogue.state import Part
from conversations.privacy.texts import FROM_BEFORE, PAGE_GONE
from storage import Audit, Database, Heard, People, Post, RawUpdate, conversation_of
from storage.admin import make, use
from storage.audit import note
from storage.conversations import load, save
from storage.database.stored_schema import REPLY
from storage.database.tables import AUDIT, CONVERSATIONS, DRAFTS, INBOX, INVITES, METADATA, OUTBOX, PEOPLE
from storage.outbox import put
from storage.privacy.data_export import data_of
from storage.privacy.erasure import erase_from_shell

ANNA, BEN, CORA = 5, 6, 8

GROUP = -100


async def forget(db: Database, user: int, now: datetime, admins: frozenset[int] = frozenset()) -> Step:
    """Forget somebody."""
    return await db.change(lambda connection: erase_from_shell(connection, user, admins, now, withdraw=True))


def update(number: int, chat: int, now: datetime, **message: Any) -> RawUpdate:  # noqa: ANN401 - fields of a message
    """Make a raw update."""
    said = {"message_id": number, "date": int(now.timestamp()), "from": {"id": ANNA, "first_name": "Anna"}, **message}
    return RawUpdate(number, chat, {"update_id": number, "message": said})


async def bodies(db: Database) -> dict[int, Any]:
    """Give what the inbox holds, by update."""
    return {row.update_id: json.loads(row.body) for row in await db.rows(select(INBOX.c.update_id, INBOX.c.body))}


async def erasure_notice(db: Database) -> tuple[int, ...]:
    """Give the messages that the last message deletes."""
    replies = [REPLY.read(row.reply) for row in await db.rows(select(OUTBOX.c.reply)) if row.reply]
    return next(reply.erasure_notice.messages for reply in replies if reply.erasure_notice)


@pytest.mark.both
async def test_updates_of_all_kinds(db: Database, now: datetime) -> None:
    """Of a person's updates the row stays, also of those in groups; others' stay whole; young messages are deleted."""
    old = int((now - timedelta(hours=49)).timestamp())
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
    await accept(db, [*raws, update(8, ANNA, now, text="behind it")], now)
    for raw in raws:
        await handled(db, raw.update_id, now)
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
    assert () == await accept(db, raws, now)
    assert (1, 50) == await erasure_notice(db)


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
    ] == [entry.audit_entry for entry in entries[:2]]
    assert ([gone, gone], [Forgotten()] * 3) == (
        [entries[0].whom, entries[1].who],
        [entry.audit_entry for entry in entries if isinstance(entry.audit_entry, Forgotten)],
    )
    rows = await db.rows(
        select(INVITES.c.made_by, INVITES.c.used_by, INVITES.c.withdrawn_at.is_not(None)).order_by(INVITES.c.id)
    )
    assert [(0, None, True), (0, 0, False)] == [tuple(row) for row in rows]
    assert [(BEN, 0)] == [tuple(row) for row in await db.rows(select(PEOPLE.c.user_id, PEOPLE.c.given_by))]


NAMES = ['Cora "Ö" \\', "li", "Na", "Back", "1", ".*%_", "lines", "👩‍🏫"]
"""Words of the language, of the product, of JSON and of patterns; and what JSON writes in another way."""


def words_of(rows: Sequence[Row[Any]]) -> list[str | None]:
    """Give the words of kept replies, labels behind them."""
    return [row.reply and _words(REPLY.read(row.reply)) for row in rows]


def _words(reply: Reply) -> str:
    return "|".join((reply.text, *(one.label for row in reply.rows for one in row)))


async def outbox_of(db: Database, chat: int) -> Sequence[Row[Any]]:
    """Give what a chat is to get or has got, in order."""
    return await db.rows(select(OUTBOX).where(OUTBOX.c.chat_id == chat).order_by(OUTBOX.c.id))


async def post(db: Database, chat: int, now: datetime, *replies: Reply) -> None:
    """Let replies wait."""
    await db.change(lambda connection: put(connection, Post(chat, None, replies), now))


PRESS = Press(draft=1, keyboard_version=1, about="", action="x")


@pytest.mark.parametrize("name", NAMES)
async def test_name_in_what_waits_for_others(db: Database, now: datetime, name: str) -> None:
    """What waits for others comes without the name of a forgotten coordinator, and is in no other way changed."""
    await People(db).give(CORA, "coordinator", None, now)
    cora, namesake = Member(user=CORA, name=name), Member(user=9, name=name)
    button = Button(label="", press=PRESS)
    named = Reply(
        lines=(Line.naming("{0.name} and {1.name} ask".format, cora, namesake), Line(text=f"It is {name}.")),
        rows=((button.naming("Open {0.name}".format, cora), Button(label=name, press=PRESS)),),
        redraws=3,
    )
    caption = Reply(lines=(Line.naming("By {0.name}".format, cora),), document=MyData(format="html"))
    others = Reply(
        lines=(Line(text=f"1. Back to Section {name} of your lines"), Line.naming("{0.name} asks".format, namesake)),
        rows=((button.naming("{0.name}".format, namesake),),),
    )
    await post(db, ANNA, now, named, caption, others)
    await post(db, CORA, now, named)
    kept = (await outbox_of(db, ANNA))[2].reply
    await forget(db, CORA, now)

    rows = await outbox_of(db, ANNA)
    assert [f" and  ask\nIt is {name}.|Open |{name}", "By "] == words_of(rows[:2])
    assert kept == rows[2].reply
    assert 3 == REPLY.read(rows[0].reply or "").redraws
    assert caption.document == REPLY.read(rows[1].reply or "").document


@pytest.mark.parametrize("name", NAMES)
async def test_name_in_what_others_have_sent_and_got(db: Database, now: datetime, name: str) -> None:
    """Of what was said the rest stays; updates keep their own words, and lose what they quote of the bot's messages."""
    await People(db).give(CORA, "coordinator", None, now)
    cora, button = Member(user=CORA, name=name), {"text": name, "callback_data": "1|1||x"}
    answered = {"message_id": 3, "text": f"{name} asks", "reply_markup": {"inline_keyboard": [[button]]}}
    mine: dict[str, Any] = {"text": f"I said {name}", "quote": {"text": name, "position": 0}}
    updates = [
        update(1, ANNA, now, reply_to_message=answered, **mine),
        update(2, ANNA, now, reply_to_message=answered, **mine),
        update(3, ANNA, now, text=f"I said {name}"),
        update(4, ANNA, now, pinned_message=answered),
        RawUpdate(5, ANNA, {"update_id": 5, "callback_query": {"data": name, "message": answered}}),
    ]
    await accept(db, updates, now)
    await db.change(
        lambda connection: put(
            connection,
            Post(ANNA, None, (Reply(lines=(Line.naming("{0.name}".format, cora),)), Reply(lines=(Line(text=name),)))),
            now,
        )
    )
    for row in await outbox_of(db, ANNA):
        await sent(db, row.id, 7, now)
    await handled(db, 2, now)
    await forget(db, CORA, now)

    left = {"message_id": 3, "reply_markup": {"inline_keyboard": [[{"callback_data": "1|1||x"}]]}}
    expected = [
        update(1, ANNA, now, reply_to_message=left, text=f"I said {name}").body,
        update(2, ANNA, now, reply_to_message=left, text=f"I said {name}").body,
        updates[2].body,
        update(4, ANNA, now, pinned_message=left).body,
        {"update_id": 5, "callback_query": {"data": name, "message": left}},
    ]
    assert expected == [body for _, body in sorted((await bodies(db)).items())]
    assert [None, name] == words_of(await outbox_of(db, ANNA))


async def test_update_that_quotes_nothing_stays_as_it_came(db: Database, now: datetime) -> None:
    """Words in which the names of Telegram's fields stand are words."""
    await People(db).give(CORA, "coordinator", None, now)
    said = update(1, ANNA, now, text='"quote": "callback_query"')
    await accept(db, [said], now)
    await forget(db, CORA, now)
    assert {1: said.body} == await bodies(db)


SEEN = '"rows":[[{"label":"Who has seen this","press":{"draft":1,"revision":1,"about":"","action":"seen"}}]]'

OLD = '{"shape":1,"lines":[{"text":"Cora asks","style":"plain"}],"redraws":null,"document":null,"farewell":null'


@pytest.mark.both
async def test_replies_of_an_older_version(db: Database, now: datetime) -> None:
    """What an older version wrote and may name somebody is taken back: its chat and its buttons tell, not its words."""
    await People(db).give(CORA, "coordinator", None, now)
    member = Member(user=CORA, name="Cora")
    reviewed = practice().model_copy(update={"review": Review(claim=Claim(by=member, since=now))})
    await keep(db, ANNA, reviewed)
    erasure_notice = OLD.replace('"farewell":null', '"farewell":{"messages":[],"files":[]}')
    texts = {ANNA: [OLD + "}", erasure_notice + "}"], BEN: [OLD + "}", f"{OLD},{SEEN}}}"]}
    for chat, replies in texts.items():
        await post(db, chat, now, *[Reply(lines=(Line(text=""),))] * 4)
        for row, text in zip(await outbox_of(db, chat), replies * 2, strict=True):
            await db.change(Connection.execute, OUTBOX.update().where(OUTBOX.c.id == row.id).values(reply=text))
        for row in (await outbox_of(db, chat))[2:]:
            await sent(db, row.id, 7, now)
    await forget(db, CORA, now)

    assert [FROM_BEFORE, "Cora asks", None, None] == words_of(await outbox_of(db, ANNA))
    assert ["Cora asks", FROM_BEFORE, "Cora asks", None] == words_of(await outbox_of(db, BEN))


DAMAGED = ['{"shape":2,"a coordinatornes":[]}', "", "lines", "[]", "{}", '{"shape":"x"}', '{"shape":99}', OLD]


@pytest.mark.parametrize("damaged", DAMAGED)
async def test_reply_that_cannot_be_read(db: Database, now: datetime, damaged: str) -> None:
    """It keeps nobody here, and nobody from their own data: in its place somebody hears that a message is gone."""
    await People(db).give(CORA, "coordinator", None, now)
    await post(db, ANNA, now, *[Reply(lines=(Line.naming("{0.name}".format, Member(user=CORA, name="Cora")),))] * 3)
    first, second, _ = await outbox_of(db, ANNA)
    await sent(db, second.id, 7, now)
    broken = OUTBOX.update().where(OUTBOX.c.id.in_((first.id, second.id))).values(reply=damaged)
    await db.change(Connection.execute, broken)
    kept = await db.ask(data_of, ANNA, ANNA, frozenset[int](), now)
    assert [None, None, "Cora"] == [message["text"] for message in kept["messages"]]
    await forget(db, CORA, now)
    first, _, third = await outbox_of(db, ANNA)
    assert [FROM_BEFORE, ""] == words_of([first, third])


@pytest.mark.parametrize("words", ["Overview", "1", "null", ".*%_", '"'])
async def test_what_waits_for_coordinators(db: Database, now: datetime, words: str) -> None:
    """Of what coordinators are still to get or to do, only what holds words of the forgotten author changes."""
    await People(db).give(CORA, "coordinator", None, now)
    await keep(db, ANNA, practice(changes={"name.name": words}))
    page = Reply(lines=(Line(text=f"RAN-2026-0001 · {words}"),), holds=(BEN, ANNA))
    queue = Reply(
        lines=(Line(text="Queue: 1. Overview, null done"),), rows=((Button(label=words, press=PRESS),),), holds=(BEN,)
    )
    await post(db, CORA, now, page, queue)
    press = {
        "message": {"message_id": 9, "text": words, "entities": [], "chat": {"id": CORA}},
        "data": "1|1||read",
    }
    await accept(db, [RawUpdate(70, CORA, {"update_id": 70, "callback_query": press})], now)
    await forget(db, ANNA, now)

    rows = await outbox_of(db, CORA)
    assert [PAGE_GONE, f"Queue: 1. Overview, null done|{words}"] == words_of(rows)[:2]
    expected = {"message": {"message_id": 9, "chat": {"id": CORA}}, "data": "1|1||read"}
    assert expected == (await bodies(db))[70]["callback_query"]


@pytest.mark.both
async def test_reminder_goes(db: Database, now: datetime) -> None:
    """Of somebody whose published practice stays, neither the reminder nor its time is left: none is due ever."""
    draft, times = practice(), select(CONVERSATIONS.c.remind_at)
    await keep(db, ANNA, draft.model_copy(update={"versions": (Version(at=now, answers=draft.answers),)}))
    conversation = (await conversation_of(db, ANNA)).model_copy(update={"reminder": Reminder(draft=1, at=now)})
    await db.change(lambda connection: save(connection, ANNA, load(connection, ANNA), conversation, now))
    before = [at for (at,) in await db.rows(times)]
    await db.change(lambda connection: erase_from_shell(connection, ANNA, frozenset(), now, withdraw=False))

    after = await conversation_of(db, ANNA)
    assert ([now], [None]) == (before, [at for (at,) in await db.rows(times)])
    assert (1, None) == (len(after.drafts), after.reminder)


def _noted(connection: Connection, chat: int, conversation: Conversation, now: datetime) -> None:
    save(connection, chat, load(connection, chat), conversation, now)


@pytest.mark.both
async def test_notes_of_coordinators(db: Database, now: datetime) -> None:
    """What coordinators have noted about a practice that is forgotten goes with it; their other notes stay."""
    await keep(db, ANNA, practice())
    number = (await db.rows(select(DRAFTS.c.id)))[0].id
    parts = (Part(message=1, text="Too long."),)
    notes = [
        Note(number=n, parts=parts, at=now, submission=about) for n, about in enumerate((number, number * 10, None))
    ]
    for chat, noted in ((CORA, notes), (BEN, notes[1:])):
        await db.change(_noted, chat, Conversation(notes=tuple(noted)), now)
    await forget(db, ANNA, now)

    assert [notes[1:]] * 2 == [list((await conversation_of(db, chat)).notes) for chat in (CORA, BEN)]


@pytest.mark.both
async def test_line_of_a_draft_that_time_deleted(db: Database, now: datetime) -> None:
    """It names nobody: it is no part of anybody's data, and stays in the audit log when its author is forgotten."""
    line = DraftDeleted(submission=7, days=365)
    await keep(db, ANNA, practice())
    await db.change(lambda connection: note(connection, None, line, now))
    kept = await db.ask(data_of, ANNA, ANNA, frozenset[int](), now)
    await forget(db, ANNA, now)

    assert ([], [line, Forgotten()]) == (kept["audit"], [entry.audit_entry async for entry in Audit(db).all()])


@pytest.fixture
def new_table() -> Iterator[Table[Any]]:
    """Add a table that nobody has thought of."""
    table = Table("thoughts", METADATA, Column("id", Integer, primary_key=True), Column("chat_id", Integer))
    yield table
    METADATA.remove(table)


@pytest.mark.both
async def test_table_that_is_new(db: Database, now: datetime, new_table: Table[Any]) -> None:
    """Rows of a table that came later are given to the person and forgotten by their column."""
    await db.change(new_table.create)
    await db.change(lambda connection: connection.execute(insert(new_table), [{"chat_id": ANNA}, {"chat_id": BEN}]))
    kept = await db.ask(data_of, ANNA, ANNA, frozenset[int](), now)
    await forget(db, ANNA, now)
    assert {"thoughts": [{"id": 1, "chat_id": ANNA}]} == kept["other"]
    assert [(BEN,)] == [tuple(row) for row in await db.rows(select(new_table.c.chat_id))]


async def test_author_who_is_faster(db: Database, other: Database, now: datetime) -> None:
    """Where the author's conversation was saved in between, the turn is taken again, on what is there by then."""
    await keep(db, ANNA, practice())
    seen = []

    def step(conversation: Conversation, given: object, at: datetime, repository: object) -> Step:  # noqa: ARG001 - as any step
        seen.append(len(conversation.drafts))
        return Step(conversation=Conversation(), replies=(Reply(lines=(Line(text="gone"),)),), forget=True)

    given = Commanded(name="forget", argument="", message=1)
    await turn(db, Heard(900, ANNA, ANNA, given), step, now)
    await turn(other, Heard(901, ANNA, ANNA, given), step, now)
    assert [1, 0] == seen


async def test_overwritten_is_for_sqlite(db: Database) -> None:
    """The log of an SQLite file is emptied, and PostgreSQL asked for nothing."""
    assert await db.overwritten()
