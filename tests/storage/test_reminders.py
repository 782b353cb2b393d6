"""Reminders: each once, at the right hour, also after a week of being down and with several processes."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text
from support.turns import Chat, begun

from conversations.engine import step
from storage import Database, Outbox, Reminders
from storage.tables import CONVERSATIONS

DAY = timedelta(days=1)


async def asked(db: Database, now: datetime, when: str = "Tomorrow", chat_id: int = 5) -> Chat:
    """Let somebody ask for a reminder."""
    anna = await begun(db, now, chat_id)
    for words in ("/overview", "Remind me", when):
        await anna.says(words, now)
    await anna.mail(now)
    return anna


async def reminded(db: Database, at: datetime) -> list[int | None]:
    """Say all reminders that are due."""
    reminders = Reminders(db, step)
    return [await reminders.remind(chat, at) for chat in await reminders.due(at)]


async def test_reminder_comes_at_ten(db: Database, now: datetime) -> None:
    """It comes at ten in the morning in Brussels, once."""
    anna = await asked(db, now)
    ten = now.replace(hour=9) + DAY
    found = [await reminded(db, at) for at in (ten - timedelta(seconds=1), ten, ten + timedelta(minutes=1))]
    assert [[], [5], []] == found
    assert ["You asked me to remind you of “Open Door”."] == [words[:42] for words in await anna.mail(ten)]


@pytest.mark.both
async def test_after_a_week_of_being_down(db: Database, now: datetime) -> None:
    """A reminder that fell due days ago comes once, and not in the night."""
    await asked(db, now)
    night = now.replace(hour=3) + 7 * DAY
    found = [await reminded(db, night + timedelta(hours=hours)) for hours in (0, 5.9, 6, 7)]
    assert [[], [], [5], []] == found


async def test_never_takes_it_away(db: Database, now: datetime) -> None:
    """Who chooses Never, or another day, is not reminded on the first one."""
    anna = await asked(db, now)
    await anna.says("Remind me", now)
    await anna.says("In a week", now)
    assert [[], [5]] == [await reminded(db, now + days * DAY) for days in (1, 7)]
    for words in ("/overview", "Remind me", "Tomorrow", "Remind me", "Never"):
        await anna.says(words, now + 7 * DAY)
    assert [(None,)] == [tuple(row) for row in await db.rows(select(CONVERSATIONS.c.remind_at))]


async def test_who_blocked_the_bot_is_reminded_when_they_are_back(db: Database, now: datetime) -> None:
    """A reminder waits for somebody who blocked the bot."""
    await asked(db, now)
    await Outbox(db).stop(5, now)
    assert [] == await reminded(db, now + 2 * DAY)
    await Outbox(db).resume(5)
    assert [5] == await reminded(db, now + 3 * DAY)


async def test_who_is_back_by_themselves_gets_no_mail(db: Database, now: datetime) -> None:
    """A reminder that is overtaken is gone, and wakes nobody."""
    anna = await asked(db, now)
    await anna.says("/back", now + DAY)
    await anna.says("We prevent radicalisation.", now + DAY)
    assert [[None], []] == [await reminded(db, now + DAY), await reminded(db, now + DAY)]


async def test_two_processes_remind_once(db: Database, other: Database, now: datetime) -> None:
    """Two sweeps that have both found a reminder say it once."""
    anna = await asked(db, now)
    at = now + DAY
    both = [Reminders(one, step) for one in (db, other)]
    assert [(5,), (5,)] == [await one.due(at) for one in both]
    taken = await asyncio.gather(*(one.remind(5, at) for one in both))
    assert (["5", "None"], 1) == (sorted(map(str, taken)), len(await anna.mail(at)))


@pytest.mark.sqlite
async def test_reminders_are_found_by_an_index(db: Database) -> None:
    """Nobody's conversation is looked at who is not to be reminded."""
    query = "EXPLAIN QUERY PLAN SELECT chat_id FROM conversations WHERE remind_at <= '2026' ORDER BY remind_at LIMIT 9"
    plan = await db.ask(lambda connection: connection.execute(text(query)).all())
    assert ["SEARCH conversations USING COVERING INDEX conversations_reminded (remind_at<?)"] == [
        row.detail for row in plan
    ]


@pytest.mark.parametrize(("wrong", "after"), [(DAY, 2 * DAY), (400 * DAY, DAY), (-DAY, DAY)])
async def test_reminder_of_a_wrong_clock(db: Database, now: datetime, wrong: timedelta, after: timedelta) -> None:
    """Once the clock is right, a reminder that it had set comes after days, not after as long as it was wrong."""
    anna = await asked(db, now + wrong)
    assert [5] == await reminded(db, now + after)
    assert ["You asked me to remind you"] == [words[:26] for words in await anna.mail(now + after)]
