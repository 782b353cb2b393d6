"""Upkeep: the backlog is known cheaply, and old texts are purged once nothing needs them."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, Select, select, text
from sqlalchemy.dialects import sqlite
from support.turns import accept, begun, failed, handled, say, sent

from conversations.dialogue.replies import Line, Reply
from storage import Backlog, Database, Failures, Outbox, PayloadPurge, RawUpdate, Waiting, backlog_of
from storage.database.tables import INBOX, OUTBOX
from storage.upkeep import MESSAGES, UPDATES, old_messages, old_updates

MINUTE = timedelta(minutes=1)

NOTHING = Waiting(0, None)

SAID = (Reply(lines=(Line(text="Saved."),)),)


def raw(update_id: int, chat_id: int = 1) -> RawUpdate:
    """Make an update."""
    return RawUpdate(update_id, chat_id, {"update_id": update_id})


async def test_backlog_of_nothing(db: Database) -> None:
    """Where nothing waits there is no time."""
    assert Backlog(NOTHING, NOTHING) == await backlog_of(db)


async def test_backlog_of_updates(db: Database, now: datetime) -> None:
    """Updates wait since the first of them arrived; what was handled or set aside waits no more."""
    await accept(db, [raw(7), raw(5)], now)
    await accept(db, [raw(6), raw(4)], now + MINUTE)
    await handled(db, 4, now + MINUTE)
    assert Waiting(3, now) == (await backlog_of(db)).inbox
    await handled(db, 7, now + MINUTE)
    await failed(db, 5, "KeyError", now + MINUTE, None)
    assert Waiting(1, now + MINUTE) == (await backlog_of(db)).inbox


async def test_backlog_of_what_failed(db: Database, now: datetime) -> None:
    """An update that was tried, or is to be tried again after a fix, waits since then and not since it arrived."""
    failures = Failures(db)
    await accept(db, [raw(1)], now)
    await failed(db, 1, "KeyError", now + MINUTE, now + 2 * MINUTE)
    assert Waiting(1, now + MINUTE) == (await backlog_of(db)).inbox
    await failed(db, 1, "KeyError", now + 2 * MINUTE, None)
    await failures.retry([1], now + 3 * MINUTE)
    assert Waiting(1, now + 3 * MINUTE) == (await backlog_of(db)).inbox


@pytest.mark.both
async def test_backlog_of_parcels(db: Database, now: datetime) -> None:
    """Messages wait since the first of them was put there; those of who blocked the bot are kept, and do not count."""
    for number, time in enumerate((now, now + MINUTE, now + 2 * MINUTE), 1):
        await say(db, number, number, SAID, time)
    outbox = Outbox(db)
    assert Waiting(3, now) == (await backlog_of(db)).outbox
    await outbox.stop(1, now)
    (second,) = await outbox.next(2, now + MINUTE)
    await outbox.later(second.id, now + MINUTE, now + 9 * MINUTE)
    assert Waiting(2, now + MINUTE) == (await backlog_of(db)).outbox
    await sent(db, second.id, 5, now + MINUTE)
    assert Backlog(NOTHING, Waiting(1, now + 2 * MINUTE)) == await backlog_of(db)


@pytest.mark.sqlite
@pytest.mark.parametrize(("query", "index"), [(UPDATES, "inbox_waiting"), (MESSAGES, "outbox_waiting")])
async def test_backlog_reads_an_index(db: Database, query: Select[int, int], index: str) -> None:
    """What waits is found by an index of it, never by reading what was handled before."""

    def plan(connection: Connection) -> list[str]:
        asked = query.compile(connection, compile_kwargs={"literal_binds": True})
        return [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {asked}"))]

    assert f"USING INDEX {index}" in " ".join(await db.ask(plan))


DAY = timedelta(days=1)


async def bodies(db: Database) -> list[bool]:
    """Tell which updates have their words, in order of arrival."""
    return [bool(row.body) for row in await db.rows(select(INBOX.c.body).order_by(INBOX.c.seq))]


async def test_words_go_after_seven_days(db: Database, now: datetime) -> None:
    """Updates and messages keep their rows, without words; an update that comes again is recognised."""
    await begun(db, now)
    more = [await PayloadPurge(db).some(now + days * DAY) for days in (6.9, 7)]
    outgoing_messages = await db.rows(select(OUTBOX.c.reply, OUTBOX.c.toast, OUTBOX.c.status, OUTBOX.c.message_id))

    assert ([False, False], [False, False]) == (more, await bodies(db))
    assert [(None, "", "sent", 1), (None, "", "sent", 2)] == [tuple(row) for row in outgoing_messages]
    assert () == await accept(db, [RawUpdate(5001, 5, {"words": "again"})], now + 8 * DAY)
    assert [False, False] == await bodies(db)


async def test_what_waits_keeps_its_words(db: Database, now: datetime) -> None:
    """An update that waits, and a message that nobody has taken yet, are emptied at no age."""
    await accept(db, [RawUpdate(1, 6, {"words": "of Ben"})], now)
    anna = await begun(db, now)
    await anna.says("/overview", now)
    await PayloadPurge(db).some(now + 400 * DAY)
    assert ([True, False, False, False], ["Overview"]) == (await bodies(db), await anna.mail(now + 400 * DAY))


@pytest.mark.both
async def test_failed_updates_are_kept_longer(db: Database, now: datetime) -> None:
    """What could not be handled can be tried again for 30 days; after that it is listed as emptied and stays aside."""
    await accept(db, [RawUpdate(1, 5, {"words": "of Anna"})], now)
    failures = Failures(db)
    await failed(db, 1, "KeyError", now, None)
    found = []
    for days in (7, 29.9, 30):
        await PayloadPurge(db).some(now + days * DAY)
        found.append([failure.emptied for failure in await failures.all()])
    assert ([[False], [False], [True]], frozenset()) == (found, await failures.retry([1], now))


async def test_refused_parcel_and_toast(db: Database, now: datetime) -> None:
    """What Telegram never took, and the note on a button, are emptied as well."""
    await accept(db, [RawUpdate(1, 5, {})], now)
    await say(db, 1, 5, [], now, query_id="q")
    await Outbox(db).refused(1, "BadRequest", now)
    await db.change(lambda connection: connection.execute(OUTBOX.update().values(toast="Saved: Anna")))
    await PayloadPurge(db).some(now + 7 * DAY)
    assert [(None, "")] == [tuple(row) for row in await db.rows(select(OUTBOX.c.reply, OUTBOX.c.toast))]


async def test_much_is_emptied_in_pieces(db: Database, now: datetime) -> None:
    """A transaction empties 500 rows at most, the oldest first, and says that there is more."""
    for start in (0, 400):
        await accept(db, [RawUpdate(start + n, 5, {"n": n}) for n in range(400)], now + start * DAY / 400)
    await db.change(lambda connection: connection.execute(INBOX.update().values(status="handled")))
    emptying = PayloadPurge(db)
    found = [(await emptying.some(now + 9 * DAY), sum(await bodies(db))) for _ in range(2)]
    assert [(True, 300), (False, 0)] == found


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("kind", "index"), [("updates", "inbox_full (arrived_at"), ("messages", "outbox_full (created_at")]
)
async def test_what_is_to_be_emptied_is_found_by_an_index(db: Database, now: datetime, kind: str, index: str) -> None:
    """What was emptied before is not looked at again."""
    asked = old_updates(now) if kind == "updates" else old_messages(now)
    query = str(asked.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    plan = await db.ask(lambda connection: connection.execute(text(f"EXPLAIN QUERY PLAN {query}")).all())
    assert [True] == [index in row.detail for row in plan]
