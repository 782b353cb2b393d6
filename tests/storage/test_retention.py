"""Untouched drafts: announced, kept when their owner says so, deleted with all data; never twice, never unannounced."""

import asyncio
import os
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select, text
from sqlalchemy.dialects import sqlite
from support.turns import begun, swept

from conversations.dialogue.conversation import Attachment
from conversations.dialogue.events import FileKept
from conversations.dialogue.inputs import Chose, Press
from conversations.engine.engine import step
from storage import Audit, Database, Outbox, Point, Retention, conversation_of, history_of
from storage.conversations import load, save
from storage.crash_points import ORDERS
from storage.database.tables import DRAFTS, HISTORY, ORPHANED_FILES
from storage.drafts import append
from storage.scheduled import untouched

DAY = timedelta(days=1)

KEEP = Chose(press=Press(draft=1, keyboard_version=0, about="", action="stay"), message=1)


async def left(db: Database, chat_id: int = 5) -> list[int]:
    """List the numbers of the drafts that are there."""
    return [draft.number for draft in (await conversation_of(db, chat_id)).drafts]


async def test_two_notices_and_the_end(db: Database, now: datetime) -> None:
    """A year goes by, a look a day: two notices come, then the draft is gone, and that is all."""
    anna = await begun(db, now)
    told = {}
    for day in range(330, 400):
        await swept(db, now + day * DAY)
        if mail := await anna.mail(now + day * DAY):
            told[day] = [words.partition(" Open Door")[0][:20] for words in mail]

    assert {335: ["You have not changed"], 362: ["You have not changed"], 365: ["“Open Door” has been"]} == told
    assert [] == await left(db)


async def test_nothing_is_left_but_a_line(db: Database, now: datetime) -> None:
    """The draft and its history are gone; the log says which number went and why, and nothing else; others stay."""
    anna, ben = await begun(db, now), await begun(db, now + DAY, 6)
    for day in (335, 362, 365):
        await swept(db, now + day * DAY)
        await anna.mail(now + day * DAY)
        await ben.mail(now + day * DAY)

    (entry,) = [entry async for entry in Audit(db).all()]
    assert ((), [], 2) == (await history_of(db, 5), await left(db), len(await history_of(db, 6)))
    assert ({"what": "draft_deleted", "submission": 1, "days": 365}, None) == (
        entry.audit_entry.model_dump(),
        entry.who,
    )
    assert [1] == await left(db, 6)


async def test_keep_begins_anew(db: Database, now: datetime) -> None:
    """Who keeps a draft after the last notice is told again a year later, from the first notice on."""
    anna = await begun(db, now)
    for day in (335, 362):
        await swept(db, now + day * DAY)
        await anna.mail(now + day * DAY)
    await anna.give(KEEP, now + 363 * DAY)
    await anna.mail(now + 363 * DAY)

    assert [[], []] == [await swept(db, now + day * DAY) for day in (366, 363 + 334)]
    assert [5] == await swept(db, now + (363 + 335) * DAY)
    assert [1] == await left(db)


async def test_two_notices_that_fell_due_are_one(db: Database, now: datetime) -> None:
    """After a year and a month of being down one notice comes, and the draft goes three days after it was sent."""
    anna = await begun(db, now)
    late = now + 400 * DAY
    assert ([5], []) == (await swept(db, late), await swept(db, late))
    (notice,) = await anna.mail(late)
    assert "It will be deleted on 31 December, " in notice
    assert [[], [5]] == [await swept(db, late + 2.9 * DAY), await swept(db, late + 3 * DAY)]


@pytest.mark.both
async def test_notice_that_waits_is_no_notice(db: Database, now: datetime) -> None:
    """While Telegram takes nothing the draft stays; the notice is made again each day, and there is one of it."""
    anna = await begun(db, now)
    for day in range(362, 380):
        await swept(db, now + day * DAY)
        await swept(db, now + day * DAY)
    assert (1, [1]) == (len(await Outbox(db).next(5, now + 380 * DAY)), await left(db))

    (notice,) = await anna.mail(now + 379.1 * DAY)
    assert "on 10 December," in notice
    assert [[], [5]] == [await swept(db, now + day * DAY) for day in (382, 382.2)]


async def test_who_blocked_the_bot(db: Database, now: datetime) -> None:
    """Nothing is said to somebody who blocked the bot; the draft goes 30 days later than others."""
    await begun(db, now)
    await Outbox(db).stop(5, now + DAY)
    found = [await swept(db, now + day * DAY) for day in (335, 362, 365, 394.9)]

    assert ([[], [], [], []], [1]) == (found, await left(db))
    assert ([5], []) == (await swept(db, now + 395 * DAY), await left(db))


async def test_who_blocked_the_bot_comes_back(db: Database, now: datetime) -> None:
    """A notice that waited for somebody is taken back; when they are back they get the one that is right by then."""
    anna = await begun(db, now)
    await swept(db, now + 335 * DAY)
    await Outbox(db).stop(5, now + 335 * DAY)
    assert ([None], []) == (await swept(db, now + 335 * DAY), await swept(db, now + 335 * DAY))

    back = now + 370 * DAY
    await Outbox(db).resume(5)
    assert [5] == await swept(db, back)
    (notice,) = await anna.mail(back)
    assert "on 1 December," in notice


async def test_night(db: Database, now: datetime) -> None:
    """Nothing is announced or deleted before ten in the morning or after eight in the evening."""
    await begun(db, now)
    midnight = now.replace(hour=0)
    found = [await swept(db, midnight + 336 * DAY + timedelta(hours=hour)) for hour in (2, 7.9, 19, 23)]
    assert [[], [], [], []] == found
    assert [5] == await swept(db, midnight + 336 * DAY + timedelta(hours=9))


async def test_many_are_taken_a_few_at_a_time(db: Database, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sweep takes so many steps at most, the longest untouched first; the next one goes on, page by page."""
    monkeypatch.setattr("storage.scheduled.DRAFTS_AT_ONCE", 2)
    monkeypatch.setattr("storage.scheduled._PAGE", 2)
    for chat in (7, 6, 5):
        await begun(db, now + (7 - chat) * DAY, chat)
    assert [[7, 6], [5], []] == [await swept(db, now + 340 * DAY) for _ in range(3)]


async def test_retention_of_zero_days_keeps(db: Database, now: datetime) -> None:
    """With 0 nothing is ever announced."""
    await begun(db, now)
    assert [] == await swept(db, now + 4000 * DAY, days=0)


async def test_two_processes_take_the_step_once(db: Database, other: Database, now: datetime) -> None:
    """Two sweeps at the same time announce once and delete once."""
    anna = await begun(db, now)
    told = []
    for day in (362, 365):
        at = now + day * DAY
        both = [Retention(one, step, 365) for one in (db, other)]
        lists = [await one.due(at) for one in both]
        assert [(1,), (1,)] == lists
        taken = await asyncio.gather(*(one.take(1, at) for one in both))
        told.append((sorted(map(str, taken)), len(await anna.mail(at))))
    assert [(["5", "None"], 1)] * 2 == told


async def test_touch_comes_first(db: Database, now: datetime) -> None:
    """A draft that was touched after the sweep has looked, and before it takes the step, is kept."""
    anna = await begun(db, now)
    await swept(db, now + 362 * DAY)
    await anna.mail(now + 362 * DAY)
    retention, at = Retention(db, step, 365), now + 365 * DAY
    (due,) = await retention.due(at)
    await anna.says("We prevent radicalisation.", at)
    assert (None, [1]) == (await retention.take(due, at), await left(db))
    assert None is await retention.take(999, at)


async def test_turn_that_runs_at_the_same_time(db: Database, other: Database, now: datetime) -> None:
    """Whichever is first, an answer and the deletion of its draft: the other follows from what it finds."""
    anna = await begun(db, now)
    await swept(db, now + 362 * DAY)
    await anna.mail(now + 362 * DAY)
    at = now + 365 * DAY
    anna.db = other
    await asyncio.gather(anna.says("We prevent radicalisation.", at), Retention(db, step, 365).take(1, at))
    conversation = await conversation_of(db, 5)
    (draft,) = conversation.drafts  # the old one with the answer, or a new one of somebody who begins
    assert (draft.number, True) == (conversation.hand, draft.updated_at == at)


async def test_sweep_that_dies_in_the_middle(db: Database, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done and not committed is as if it had never been: the next sweep does all of it, once."""
    anna = await begun(db, now)
    told = []
    for day in (362, 365):
        at = now + day * DAY
        with monkeypatch.context() as dying:
            dying.setattr("storage.scheduled.crash_at", _dies)
            with pytest.raises(ConnectionAbortedError):
                await Retention(db, step, 365).take(1, at)
        told.append((await anna.mail(at), await left(db), await swept(db, at), len(await anna.mail(at))))
    assert ([([], [1], [5], 1)] * 2, []) == (told, await left(db))


def _dies(_point: object) -> None:
    """End a transaction before it is committed."""
    raise ConnectionAbortedError


KILLED = """
import asyncio, sys
from datetime import datetime
from conversations.engine.engine import step
from storage import Database, Retention

async def sweep():
    now = datetime.fromisoformat(sys.argv[2])
    retention = Retention(await Database.open(sys.argv[1]), step, 365)
    for draft in await retention.due(now):
        await retention.take(draft, now)

asyncio.run(sweep())
"""
"""A sweep in a process of its own."""


@pytest.mark.slow
async def test_process_that_is_killed_in_the_middle(db: Database, url: str, now: datetime, tmp_path: Path) -> None:
    """What a process had done and not committed when it was killed is undone; the next one does it once."""
    anna = await begun(db, now)
    orders = tmp_path / "orders"
    told = []
    for day in (362, 365):
        at = now + day * DAY
        orders.write_text(Point.WITHIN_TURN)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", KILLED, url, at.isoformat()),
            env={**os.environ, ORDERS: str(orders), "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        ended = await process.wait()
        told.append((ended, await anna.mail(at), await left(db), await swept(db, at), len(await anna.mail(at))))
    assert ([(-signal.SIGKILL, [], [1], [5], 1)] * 2, []) == (told, await left(db))


async def test_numbers_are_not_given_again(db: Database, now: datetime) -> None:
    """A draft that begins after the newest was deleted has another number in the collection, and in its chat."""
    anna = await begun(db, now)
    for day in (362, 365):
        await swept(db, now + day * DAY)
        await anna.mail(now + day * DAY)
    await anna.says("hello", now + 366 * DAY)
    ben = await begun(db, now + 366 * DAY, 6)
    await ben.says("/new", now + 366 * DAY)
    rows = await db.rows(select(DRAFTS.c.chat_id, DRAFTS.c.number, DRAFTS.c.id).order_by(DRAFTS.c.id))
    assert [(5, 2), (6, 1), (6, 2)] == [(row.chat_id, row.number) for row in rows]
    assert [True] * 3 == [row.id > 1 for row in rows]  # PostgreSQL leaves numbers out


@pytest.mark.both
async def test_files_of_a_deleted_draft_are_loose(db: Database, now: datetime) -> None:
    """Each content that the draft, or its history, referred to is noted."""
    anna = await begun(db, now)
    await db.change(_attach, now)
    for day in (362, 365):
        await swept(db, now + day * DAY)
        await anna.mail(now + day * DAY)
    assert [("a" * 64,), ("b" * 64,)] == [tuple(row) for row in await db.rows(select(ORPHANED_FILES.c.sha256))]
    assert [] == await db.rows(select(HISTORY.c.id))


def _attach(connection: Connection, now: datetime) -> None:
    """Let the draft have a file, and its history another one that was taken away since."""
    kept: dict[str, Any] = {"question": "deliverables.deliverables", "name": "a.pdf", "size": 1, "message": 9}
    before = load(connection, 5)
    (draft,) = before.conversation.drafts
    attached = draft.model_copy(update={"attachments": (Attachment(**kept, sha256="a" * 64, at=now),)})
    save(connection, 5, before, before.conversation.model_copy(update={"drafts": (attached,)}), now)
    append(connection, 5, None, [FileKept(**kept, draft=1, sha256="b" * 64)], now)


@pytest.mark.sqlite
async def test_untouched_drafts_are_found_by_an_index(db: Database, now: datetime) -> None:
    """What nobody touches is found without looking at any other draft."""
    query = str(untouched(now).compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    plan = await db.ask(lambda connection: connection.execute(text(f"EXPLAIN QUERY PLAN {query}")).all())
    assert "SEARCH drafts USING COVERING INDEX drafts_untouched (status=? AND updated_at<?)" == plan[0].detail
