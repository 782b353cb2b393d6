"""Scheduled work through the whole bot: also after a week without it, and when a piece of it fails."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from support.turns import begun

from bot.clock import ScheduledWork
from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Input
from conversations.dialogue.repositories import ReviewRepository
from conversations.engine.engine import step
from storage import Database, conversation_of
from storage.database.tables import DRAFTS, INBOX

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)

DAY = timedelta(days=1)


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.now


def clockwork(database: Database, clock: Hand, folder: Path) -> ScheduledWork:
    """Make what does what time brings."""
    return ScheduledWork(database, step, 365, folder, clock)


async def down_for(bed: TestBed, time: timedelta) -> None:
    """Let the bot be down for some time; then it looks twice what is due."""
    await bed._stop()
    bed.clock.forward(time)
    await bed._start()
    for _ in range(2):
        await bed.bot.sweep()
        await bed.bot.idle()
        bed.clock.forward(timedelta(minutes=2))


async def test_after_a_week_of_being_down(url: str) -> None:
    """A reminder that fell due in that time comes once, at an hour at which people are awake."""
    async with TestBed(url, begins=TRANSCRIPTS_BEGIN) as bed:
        for words in ("/start", "Open Door", "/overview", "Remind me", "Tomorrow"):
            await bed.bot.settled(await bed.anna.says(words))
        before = len(bed.anna.messages)
        await down_for(bed, 7 * DAY - timedelta(hours=9))  # at four in the morning in Brussels
        at_night = bed.anna.messages[before:]
        await down_for(bed, timedelta(hours=7))
        said = [message.text for message in bed.anna.messages[before:]]

    assert ((), 1) == (at_night, len(said))
    assert said[0].startswith("You asked me to remind you of “Open Door”.")


@pytest.mark.slow
async def test_after_a_year_of_being_down(url: str) -> None:
    """Two notices that fell due in that time are one, and the draft is there for three days more."""
    async with TestBed(url, begins=TRANSCRIPTS_BEGIN) as bed:
        for words in ("/start", "Open Door"):
            await bed.bot.settled(await bed.anna.says(words))
        left, before = [], len(bed.anna.messages)
        for days in (500.0, 2.9, 0.2):
            await down_for(bed, days * DAY)
            left.append(len((await conversation_of(bed.database, bed.anna.user_id)).drafts))
        said = [message.text[:20] for message in bed.anna.messages[before:]]

    assert ([1, 1, 0], ["You have not changed", "“Open Door” has been"]) == (left, said)


async def test_restart_says_nothing_twice(url: str) -> None:
    """However often the bot is started on one day, a notice comes once."""
    async with TestBed(url, begins=TRANSCRIPTS_BEGIN) as bed:
        for words in ("/start", "Open Door"):
            await bed.bot.settled(await bed.anna.says(words))
        before = len(bed.anna.messages)
        for hours in (340 * 24, 1, 1, 1):
            await down_for(bed, timedelta(hours=hours))
        said = [message.text[:20] for message in bed.anna.messages[before:]]
    assert ["You have not changed"] == said


async def test_looks_are_far_between(database: Database, tmp_path: Path) -> None:
    """Within a minute nothing is looked for again, and within an hour nothing is emptied again."""
    clock = Hand()
    work = clockwork(database, clock, tmp_path)
    await begun(database, NOW)
    mailed = []
    for later in (timedelta(), timedelta(seconds=59), timedelta(minutes=1), timedelta(minutes=59)):
        clock.now = NOW + 335 * DAY + later - timedelta(seconds=1)
        mailed.append(await work.sweep())
    assert [(), (), (5,), ()] == mailed

    await database.change(lambda connection: connection.execute(update(INBOX).values(body="{}")))
    await work.sweep()
    before = await database.rows(INBOX.select().where(INBOX.c.body == ""))
    clock.now += timedelta(hours=1)
    await work.sweep()
    after = await database.rows(INBOX.select().where(INBOX.c.body == ""))
    assert (0, 2) == (len(before), len(after))


async def test_much_is_emptied_without_waiting_for_the_hour(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While there is more to empty, each sweep goes on with it."""
    monkeypatch.setattr("storage.upkeep.AT_ONCE", 1)
    clock = Hand()
    await begun(database, NOW)
    clock.now = NOW + 8 * DAY
    work = clockwork(database, clock, tmp_path)
    found = []
    for _ in range(3):
        await work.sweep()
        found.append(len(await database.rows(INBOX.select().where(INBOX.c.body == ""))))
    assert [1, 2, 2] == found


async def test_what_cannot_be_done_holds_up_nobody(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A draft that cannot be read is passed over, with a line in the log that quotes nothing; the others go on."""
    clock = Hand()
    for chat in (5, 6):
        await begun(database, NOW, chat)
    damaged = update(DRAFTS).where(DRAFTS.c.chat_id == 5).values(body='{"shape":1,"number":"Anna"}')
    await database.change(lambda connection: connection.execute(damaged))
    clock.now = NOW + 340 * DAY
    with caplog.at_level(logging.ERROR):
        mailed = await clockwork(database, clock, tmp_path).sweep()

    assert ((6,), ["scheduled work failed"]) == (mailed, [record.message for record in caplog.records])
    assert "Anna" not in str(vars(caplog.records[0]))


async def test_trouble_of_the_database_is_told_as_such(database: Database, tmp_path: Path) -> None:
    """Where the database fails, the sweep fails as a whole: the next one is in a few seconds."""

    def full(_conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        raise ConnectionResetError

    clock = Hand()
    await begun(database, NOW)
    clock.now = NOW + 340 * DAY
    work = ScheduledWork(database, full, 365, tmp_path, clock)
    with pytest.raises(ConnectionResetError):
        await work.sweep()
    assert (5,) == await clockwork(database, clock, tmp_path).sweep()


@pytest.mark.parametrize("wrong", [2 * DAY, 400 * DAY])
async def test_clock_put_back_while_it_runs(database: Database, tmp_path: Path, wrong: timedelta) -> None:
    """What time brings is looked for a minute after the clock was put right, not when the wrong time comes again."""
    clock = Hand()
    work = clockwork(database, clock, tmp_path)
    clock.now = NOW + wrong
    await work.sweep()
    anna = await begun(database, NOW)
    for words in ("/overview", "Remind me", "Tomorrow"):
        await anna.says(words, NOW)
    clock.now = NOW + DAY
    assert anna.chat_id in await work.sweep()
