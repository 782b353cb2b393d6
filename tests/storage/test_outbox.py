"""The outbox: in order for each chat, until Telegram has taken it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import product

import pytest
from sqlalchemy import Connection, select, update
from support.turns import say, sent

from conversations.messages import (
    Button,
    Document,
    EmptyForm,
    ExportFile,
    Line,
    MyFile,
    Press,
    Reply,
    StatsPicture,
    WordForm,
)
from storage import Database, Outbox, Parcel, Post
from storage.posting import put_all
from storage.shapes import REPLY
from storage.tables import OUTBOX

SOON = timedelta(seconds=5)


def said(text: str) -> Reply:
    """Make a reply with a button."""
    press = Press(draft=1, revision=2, about="name.name", action="take", index=3)
    return Reply(lines=(Line(text=text, style="bold"),), rows=((Button(label="Yes", press=press),),), redraws=4)


def carrying(document: Document | None) -> Reply:
    """Make a reply with a document."""
    return Reply(lines=(Line(text="Here it is."),), document=document)


Kind = tuple[tuple[Reply, ...], str | None]
KINDS: tuple[Kind, ...] = (((), "query"), ((said("one"),), None), ((carrying(StatsPicture()),), None))
"""What waits: the answer to a press, a message, what is long in the making."""


def put_lines(connection: Connection, lines: Sequence[Sequence[tuple[Kind, datetime | None]]], now: datetime) -> None:
    """Put a line of parcels into the outbox for each chat, each with the moment at which it is due."""
    for chat_id, line in enumerate(lines):
        for (replies, query_id), not_before in line:
            (parcel,) = put_all(connection, [Post(chat_id, None, replies, query_id)], now)
            connection.execute(update(OUTBOX).where(OUTBOX.c.id == parcel.id).values(not_before=not_before))


async def test_parcels_come_in_order(db: Database, now: datetime) -> None:
    """Replies keep their order and all that they carry; a press is answered first."""
    await say(db, 9, -5, [said("one"), said("two")], now, query_id="q1")

    assert await Outbox(db).next(-5, now) == (
        Parcel(1, -5, 9, None, "q1", "", 0),
        Parcel(2, -5, 9, said("one"), None, "", 0),
        Parcel(3, -5, 9, said("two"), None, "", 0),
    )


async def test_sent_and_refused_are_done(db: Database, now: datetime) -> None:
    """What was taken or will never be taken is not tried again."""
    outbox = Outbox(db)
    await say(db, None, 5, [said("one"), said("two")], now)
    await sent(db, 1, 77, now)
    assert [parcel.id for parcel in await outbox.next(5, now)] == [2]
    assert await outbox.empty() is False

    assert (await outbox.waits(1), await outbox.waits(2)) == (False, True)
    await outbox.refused(2, "BadRequest", now)
    assert (await outbox.waits(2), await outbox.next(5, now)) == (False, ())
    assert await outbox.chats_with_mail(now) == ()
    assert await outbox.empty() is True


async def test_answer_to_a_press_holds_up_nothing(db: Database, now: datetime) -> None:
    """What answers a press and is to be tried later lets go past it what is behind it."""
    outbox = Outbox(db)
    await say(db, None, 5, [said("one")], now, "query")
    await outbox.later(1, now, now + SOON)
    assert [2] == [parcel.id for parcel in await outbox.next(5, now)]
    assert (5,) == await outbox.chats_with_mail(now)


@pytest.mark.both
async def test_look_finds_what_is_next(db: Database, now: datetime) -> None:
    """Whatever waits for a chat, due or not: a look finds the chat where something is next, and no other."""
    outbox = Outbox(db)
    lines = [*product(product(KINDS, (None, now + SOON)), repeat=3)]
    await db.change(put_lines, lines, now)

    chats = [chat_id for chat_id, _ in enumerate(lines) if await outbox.next(chat_id, now)]
    assert 0 < len(chats) < len(lines)
    assert tuple(chats) == await outbox.chats_with_mail(now)


@pytest.mark.both
async def test_forgotten_chat_leaves_no_press_behind(db: Database, now: datetime) -> None:
    """With the last message the answer to a press is gone, too, wherever it is on its way."""
    outbox = Outbox(db)
    await say(db, None, 5, [said("bye")], now, "query")
    _, last = await outbox.next(5, now)
    await outbox.forgotten(last)
    await sent(db, 1, None, now)
    assert [(2, 0)] == [tuple(row) for row in await db.rows(select(OUTBOX.c.id, OUTBOX.c.chat_id))]


async def test_later_keeps_its_place(db: Database, now: datetime) -> None:
    """A parcel that is to be tried later holds back those behind it, and only in its chat."""
    outbox = Outbox(db)
    await say(db, None, 5, [said("one"), said("two")], now)
    await say(db, None, 6, [said("three")], now)
    await outbox.later(1, now, now + SOON)

    assert await outbox.chats_with_mail(now) == (6,)
    assert await outbox.next(5, now) == ()
    assert await outbox.chats_with_mail(now + SOON) == (5, 6)
    assert [(parcel.id, parcel.attempts) for parcel in await outbox.next(5, now + SOON)] == [(1, 1), (2, 0)]


@pytest.mark.both
async def test_stopped_chat_keeps_its_parcels(db: Database, now: datetime) -> None:
    """Nothing is tried while the person has blocked the bot, and all of it after that, at once."""
    outbox = Outbox(db)
    await say(db, None, 5, [said("one"), said("two")], now)
    await outbox.later(1, now, now + SOON)
    await outbox.stop(5, now)
    await outbox.stop(5, now)

    assert await outbox.chats_with_mail(now + SOON) == ()
    assert await outbox.next(5, now + SOON) == ()
    assert await outbox.empty() is False

    await outbox.resume(5)
    await outbox.resume(5)
    assert await outbox.chats_with_mail(now) == (5,)
    assert [parcel.id for parcel in await outbox.next(5, now)] == [1, 2]


async def test_outbox_outlives_a_restart(url: str, now: datetime) -> None:
    """What was not sent is there after a restart."""
    db = await Database.open(url)
    await say(db, None, 5, [said("one")], now)
    await db.close()

    db = await Database.open(url)
    assert [parcel.reply for parcel in await Outbox(db).next(5, now)] == [said("one")]
    await db.close()


@pytest.mark.parametrize(
    ("document", "takes_long"),
    [
        (None, False),
        (WordForm(draft=1), False),
        (EmptyForm(), False),
        (ExportFile(format="json", statuses=("approved",)), True),
        (StatsPicture(), True),
        (MyFile(sha256="ab" * 32, name="leaflet.pdf"), True),
    ],
)
async def test_what_takes_long(db: Database, now: datetime, document: Document | None, takes_long: bool) -> None:  # noqa: FBT001 - a column of the table
    """Exports, pictures and files take long; words, forms and the answer to a press do not."""
    await say(db, None, 5, [carrying(document)], now, query_id="q1")
    assert [False, takes_long] == [parcel.takes_long for parcel in await Outbox(db).next(5, now)]


async def test_long_parcel_is_kept_as_it_is_handed_over(db: Database, now: datetime) -> None:
    """What is handed over with its commit is what the outbox gives of it later."""
    handed = await db.change(put_all, [Post(5, None, (carrying(StatsPicture()), said("two")))], now)
    assert tuple(handed) == await Outbox(db).next(5, now)


async def test_parcel_that_was_reworded_still_lets_others_pass(db: Database, now: datetime) -> None:
    """Where words stand in for a long document, a look and the sender still agree on what is next."""
    outbox = Outbox(db)
    await say(db, None, 5, [carrying(StatsPicture()), said("two")], now)
    await db.change(Connection.execute, update(OUTBOX).where(OUTBOX.c.id == 1).values(reply=REPLY.write(said("one"))))
    await outbox.later(1, now, now + SOON)
    assert ([2], (5,)) == ([one.id for one in await outbox.next(5, now)], await outbox.chats_with_mail(now))


async def test_what_takes_long_lets_others_pass(db: Database, now: datetime) -> None:
    """Where a long document is not due yet, what comes behind it is; a message holds up both."""
    outbox = Outbox(db)
    await say(db, None, 5, [carrying(StatsPicture()), said("two"), carrying(StatsPicture())], now)
    await outbox.later(1, now, now + SOON)
    assert [2, 3] == [parcel.id for parcel in await outbox.next(5, now)]
    await outbox.later(2, now, now + SOON)
    assert [] == [parcel.id for parcel in await outbox.next(5, now)]


async def test_message_of_a_parcel_on_its_way(db: Database, now: datetime) -> None:
    """A waiting parcel remembers the message that says how far it is; one that was sent keeps its own."""
    outbox = Outbox(db)
    await say(db, None, 5, [carrying(StatsPicture()), carrying(StatsPicture())], now)
    await sent(db, 1, 77, now)
    await outbox.shows(1, 88)
    await outbox.shows(2, 88)
    assert [(2, 88)] == [(parcel.id, parcel.message_id) for parcel in await outbox.next(5, now)]


@pytest.mark.both
async def test_reply_that_cannot_be_read_holds_up_nothing(db: Database, now: datetime) -> None:
    """It is set aside under its error's class, and what waits behind it is sent."""
    outbox = Outbox(db)
    await db.change(put_all, [Post(5, None, (said("one"), said("two")))], now)
    first = (await outbox.next(5, now))[0].id
    await db.change(Connection.execute, update(OUTBOX).where(OUTBOX.c.id == first).values(reply="{}"))

    assert ["two"] == [parcel.reply.text for parcel in await outbox.next(5, now) if parcel.reply]
    rows = await db.rows(select(OUTBOX.c.status, OUTBOX.c.error).order_by(OUTBOX.c.id))
    assert [("refused", "Damaged"), ("waiting", None)] == [tuple(row) for row in rows]


@pytest.mark.parametrize("wrong", [timedelta(days=1), timedelta(days=-1), timedelta(days=400)])
async def test_pause_of_a_wrong_clock(db: Database, now: datetime, wrong: timedelta) -> None:
    """A parcel that was to wait for a minute, by a wrong clock, waits for no longer when the clock is right."""
    outbox = Outbox(db)
    await say(db, None, 5, [said("one")], now + wrong)
    await outbox.later(1, now + wrong, now + wrong + SOON)
    assert ((), ()) == (await outbox.next(5, now + wrong), await outbox.chats_with_mail(now + wrong))
    assert ([1], (5,)) == ([parcel.id for parcel in await outbox.next(5, now)], await outbox.chats_with_mail(now))


async def test_chat_that_is_back_by_a_wrong_clock(db: Database, now: datetime) -> None:
    """Mail of a person who came back while the clock was a day ahead is due when it is right."""
    outbox = Outbox(db)
    await say(db, None, 5, [said("one")], now)
    await outbox.stop(5, now)
    await outbox.resume(5)
    assert (5,) == await outbox.chats_with_mail(now)
