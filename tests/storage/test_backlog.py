"""The backlog: what waits, since when, and how cheaply that is known."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, Select, text
from support.turns import accept, failed, handled, say, sent

from conversations.messages import Line, Reply
from storage import Backlog, Database, Failures, Outbox, RawUpdate, Waiting, backlog_of
from storage.backlog import PARCELS, UPDATES

MINUTE = timedelta(minutes=1)
NOTHING = Waiting(0, None)
SAID = (Reply(lines=(Line(text="Saved."),)),)


def raw(update_id: int, chat_id: int = 1) -> RawUpdate:
    """Make an update."""
    return RawUpdate(update_id, chat_id, {"update_id": update_id})


async def test_backlog_of_nothing(db: Database) -> None:
    """Where nothing waits there are no moments."""
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
    """Parcels wait since the first of them was put there; those of who blocked the bot are kept, and do not count."""
    for number, moment in enumerate((now, now + MINUTE, now + 2 * MINUTE), 1):
        await say(db, number, number, SAID, moment)
    outbox = Outbox(db)
    assert Waiting(3, now) == (await backlog_of(db)).outbox
    await outbox.stop(1, now)
    (second,) = await outbox.next(2, now + MINUTE)
    await outbox.later(second.id, now + MINUTE, now + 9 * MINUTE)
    assert Waiting(2, now + MINUTE) == (await backlog_of(db)).outbox
    await sent(db, second.id, 5, now + MINUTE)
    assert Backlog(NOTHING, Waiting(1, now + 2 * MINUTE)) == await backlog_of(db)


@pytest.mark.sqlite
@pytest.mark.parametrize(("query", "index"), [(UPDATES, "inbox_waiting"), (PARCELS, "outbox_waiting")])
async def test_backlog_reads_an_index(db: Database, query: Select[int, int], index: str) -> None:
    """What waits is found by an index of it, never by reading what was handled before."""

    def plan(connection: Connection) -> list[str]:
        asked = query.compile(connection, compile_kwargs={"literal_binds": True})
        return [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {asked}"))]

    assert f"USING INDEX {index}" in " ".join(await db.ask(plan))
