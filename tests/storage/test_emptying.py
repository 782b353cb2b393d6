"""Emptying: words go out of what is done with, rows stay, and what is still needed keeps its words."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.dialects import sqlite
from support.turns import accept, begun, failed, say

from storage import Database, Emptying, Failures, Outbox, RawUpdate
from storage.emptying import old_parcels, old_updates
from storage.tables import INBOX, OUTBOX

DAY = timedelta(days=1)


async def bodies(db: Database) -> list[bool]:
    """Tell which updates have their words, in order of arrival."""
    return [bool(row.body) for row in await db.rows(select(INBOX.c.body).order_by(INBOX.c.seq))]


async def test_words_go_after_seven_days(db: Database, now: datetime) -> None:
    """Updates and parcels keep their rows, without words; an update that comes again is recognised."""
    await begun(db, now)
    more = [await Emptying(db).some(now + days * DAY) for days in (6.9, 7)]
    parcels = await db.rows(select(OUTBOX.c.reply, OUTBOX.c.toast, OUTBOX.c.status, OUTBOX.c.message_id))

    assert ([False, False], [False, False]) == (more, await bodies(db))
    assert [(None, "", "sent", 1), (None, "", "sent", 2)] == [tuple(row) for row in parcels]
    assert () == await accept(db, [RawUpdate(5001, 5, {"words": "again"})], now + 8 * DAY)
    assert [False, False] == await bodies(db)


async def test_what_waits_keeps_its_words(db: Database, now: datetime) -> None:
    """An update that waits, and a message that nobody has taken yet, are emptied at no age."""
    await accept(db, [RawUpdate(1, 6, {"words": "of Ben"})], now)
    anna = await begun(db, now)
    await anna.says("/overview", now)
    await Emptying(db).some(now + 400 * DAY)
    assert ([True, False, False, False], ["Overview"]) == (await bodies(db), await anna.mail(now + 400 * DAY))


@pytest.mark.both
async def test_failed_updates_are_kept_longer(db: Database, now: datetime) -> None:
    """What could not be handled can be tried again for 30 days; after that it is listed as emptied and stays aside."""
    await accept(db, [RawUpdate(1, 5, {"words": "of Anna"})], now)
    failures = Failures(db)
    await failed(db, 1, "KeyError", now, None)
    found = []
    for days in (7, 29.9, 30):
        await Emptying(db).some(now + days * DAY)
        found.append([failure.emptied for failure in await failures.all()])
    assert ([[False], [False], [True]], frozenset()) == (found, await failures.retry([1], now))


async def test_refused_parcel_and_toast(db: Database, now: datetime) -> None:
    """What Telegram never took, and the note on a button, are emptied as well."""
    await accept(db, [RawUpdate(1, 5, {})], now)
    await say(db, 1, 5, [], now, query_id="q")
    await Outbox(db).refused(1, "BadRequest", now)
    await db.change(lambda connection: connection.execute(OUTBOX.update().values(toast="Saved: Anna")))
    await Emptying(db).some(now + 7 * DAY)
    assert [(None, "")] == [tuple(row) for row in await db.rows(select(OUTBOX.c.reply, OUTBOX.c.toast))]


async def test_much_is_emptied_in_pieces(db: Database, now: datetime) -> None:
    """A transaction empties 500 rows at most, the oldest first, and says that there is more."""
    for start in (0, 400):
        await accept(db, [RawUpdate(start + n, 5, {"n": n}) for n in range(400)], now + start * DAY / 400)
    await db.change(lambda connection: connection.execute(INBOX.update().values(status="handled")))
    emptying = Emptying(db)
    found = [(await emptying.some(now + 9 * DAY), sum(await bodies(db))) for _ in range(2)]
    assert [(True, 300), (False, 0)] == found


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("kind", "index"), [("updates", "inbox_full (arrived_at"), ("parcels", "outbox_full (created_at")]
)
async def test_what_is_to_be_emptied_is_found_by_an_index(db: Database, now: datetime, kind: str, index: str) -> None:
    """What was emptied before is not looked at again."""
    asked = old_updates(now) if kind == "updates" else old_parcels(now)
    query = str(asked.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    plan = await db.ask(lambda connection: connection.execute(text(f"EXPLAIN QUERY PLAN {query}")).all())
    assert [True] == [index in row.detail for row in plan]
