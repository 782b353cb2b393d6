"""A database that does not work: nothing is lost, it is said once, and the bot goes on when it works again."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import errno
import logging
import socket
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, closing
from datetime import datetime
from functools import partial
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Connection, event

from bot.app import Bot
from bot.sandbox import Person, Sandbox
from storage import Database, Failures, Inbox, StepFunction, Taken
from storage.taking import Taking

Start = Callable[..., AbstractAsyncContextManager[Bot]]

HeardFrom = Callable[[Person], Awaitable[list[str]]]

Said = Callable[[Person], list[str]]

CANNOT = "I cannot save right now; what you sent will be read when I can."

LONG = "word " * 800

BROKEN, MENDED = "the database does not work; trying again until it does", "the database works again"


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again soon what is tried again with growing pauses."""
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0.01,))


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """Tell what the log says of the database."""
    caplog.set_level(logging.INFO, "bot")
    return lambda: [record.getMessage() for record in caplog.records if record.name == "bot.health"]


def pragma(database: Database, setting: str) -> None:
    """Set something on the connection that writes: with its next transaction, or when it is taken up again."""
    left = [f"PRAGMA {setting}"]

    def begun(connection: Connection) -> None:
        while left:
            connection.exec_driver_sql(left.pop())

    def taken_up(connection: sqlite3.Connection, *_record: object) -> None:
        while left:
            connection.execute(left.pop())

    event.listen(database.writer.sync_engine, "begin", begun)
    event.listen(database.writer.sync_engine, "checkout", taken_up)


async def pages(database: Database) -> int:
    """Count the pages of the file."""
    async with database.read() as connection:
        return int((await connection.exec_driver_sql("PRAGMA page_count")).scalar_one())


def told(said: Said, person: Person, times: int) -> bool:
    """Say whether a person has heard so often that nothing can be saved."""
    return said(person).count(CANNOT) == times


async def mended(logged: Callable[[], list[str]], times: int = 1) -> None:
    """Wait until the log has told so often that all works again: just behind the answer that shows it."""
    async with asyncio.timeout(5):
        while logged().count(MENDED) != times:  # noqa: ASYNC110 - the log has no event
            await asyncio.sleep(0)


def attempts(sandbox: Sandbox) -> int:
    """Count how often updates were asked for."""
    return len([call for call in sandbox.calls if call.method == "getUpdates"])


async def test_full_disk(
    bot: Bot,
    sandbox: Sandbox,
    database: Database,
    anna: Person,
    ben: Person,
    heard: HeardFrom,
    said: Said,
    logged: Callable[[], list[str]],
) -> None:
    """With a full disk updates stay with Telegram, people hear of it once, and all is read when there is room."""
    await bot.settled(await anna.says("before"))
    pragma(database, f"max_page_count={await pages(database)}")
    await anna.says(LONG)
    await sandbox.until(lambda: CANNOT in said(anna))
    await ben.says("me too")
    asked = attempts(sandbox)
    await sandbox.until(lambda: CANNOT in said(ben) and attempts(sandbox) > asked + 1, timeout=10)
    waiting = len(sandbox.world.updates.pending())
    pragma(database, "max_page_count=1000000")
    await bot.settled(await anna.says("after"))
    await mended(logged)
    assert (2, ["before", LONG.strip(), "after"], ["me too"]) == (
        waiting,
        [str(text).strip() for text in await heard(anna)],
        await heard(ben),
    )
    assert (1, 1, [BROKEN, MENDED]) == (said(anna).count(CANNOT), said(ben).count(CANNOT), logged())


@pytest.mark.slow
async def test_locked_database(
    bot: Bot,
    sandbox: Sandbox,
    database: Database,
    url: str,
    anna: Person,
    heard: HeardFrom,
    said: Said,
    logged: Callable[[], list[str]],
) -> None:
    """While another program holds the database updates stay with Telegram; they are read when it lets go."""
    pragma(database, "busy_timeout=1")
    with closing(sqlite3.connect(url.removeprefix("sqlite+aiosqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        update = await anna.says("one")
        await sandbox.until(lambda: CANNOT in said(anna))
        other.execute("COMMIT")
    await bot.settled(update)
    await mended(logged)
    assert (["one"], [CANNOT, "1: one"], [BROKEN, MENDED]) == (await heard(anna), said(anna), logged())


async def test_read_only_database(
    bot: Bot,
    sandbox: Sandbox,
    database: Database,
    anna: Person,
    heard: HeardFrom,
    said: Said,
    logged: Callable[[], list[str]],
) -> None:
    """The bot waits for a database that takes no writing, and tells a second error again."""
    for number, word in ((1, "one"), (2, "two")):
        pragma(database, "query_only=ON")
        update = await anna.says(word)
        await sandbox.until(partial(told, said, anna, number))
        pragma(database, "query_only=OFF")
        await bot.settled(update)
        await mended(logged, number)
    assert (["one", "two"], [CANNOT, "1: one", CANNOT, "2: two"], [BROKEN, MENDED] * 2) == (
        await heard(anna),
        said(anna),
        logged(),
    )


@pytest.mark.parametrize(
    "error",
    [
        PermissionError(errno.EACCES, "secret"),
        OSError(errno.EMFILE, "secret"),
        OSError(errno.EHOSTUNREACH, "secret"),
        socket.gaierror(socket.EAI_AGAIN, "secret"),
        OSError("Multiple exceptions: [Errno 111] secret, [Errno 113] secret"),
        MemoryError(),
    ],
    ids=repr,
)
async def test_error_of_the_machine(
    start: Start,
    database: Database,
    anna: Person,
    heard: HeardFrom,
    said: Said,
    logged: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    """What the machine cannot do is no bug of an update: it is tried more often, and nothing counts."""
    times, take = count(1), Taking.take
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0,))
    monkeypatch.setattr("bot.telegram.polling.LISTENING", (0,))

    def fails(*given: Any) -> Taken:  # noqa: ANN401 - passed on
        if next(times) < 9:
            raise error
        return take(*given)

    monkeypatch.setattr(Taking, "take", fails)
    async with start() as bot:
        await bot.settled(await anna.says("one"))
        await mended(logged)
    assert (["one"], ["1: one"], [BROKEN, MENDED], ()) == (
        await heard(anna),
        [text for text in said(anna) if text != CANNOT],
        logged(),
        await Failures(database).all(),
    )


async def test_stopped_while_a_turn_cannot_be_kept(
    start: Start,
    sandbox: Sandbox,
    database: Database,
    notebook: StepFunction,
    anna: Person,
    heard: HeardFrom,
    said: Said,
) -> None:
    """A bot that is stopped then leaves the update with Telegram, for the next start."""
    async with start() as bot:
        pragma(database, "query_only=ON")
        update = await anna.says("one")
        await sandbox.until(lambda: CANNOT in said(anna))
    left = await bot.store.inbox.waiting()
    pragma(database, "query_only=OFF")
    async with start(notebook) as bot:
        await bot.settled(update)
    assert ((), ["one"]) == (left, await heard(anna))


async def test_person_who_cannot_be_told(
    bot: Bot, sandbox: Sandbox, database: Database, anna: Person, said: Said, heard: HeardFrom
) -> None:
    """Where a person cannot be told either, nothing else suffers."""
    pragma(database, "query_only=ON")
    sandbox.faults.fail(502, times=1, method="sendMessage")
    update = await anna.says("one")
    await sandbox.wait_for_calls(1, "sendMessage")
    pragma(database, "query_only=OFF")
    await bot.settled(update)
    assert (["one"], ["1: one"]) == (await heard(anna), said(anna))


async def test_stopped_while_a_person_is_told(
    start: Start, sandbox: Sandbox, database: Database, anna: Person, said: Said
) -> None:
    """A stop does not wait until everyone has been told."""
    pragma(database, "query_only=ON")
    sandbox.faults.slow(60, "sendMessage")
    async with start() as bot:
        await anna.says("one")
        await sandbox.until(lambda: bot.runtime.database_health._telling)
    assert [] == said(anna)
    pragma(database, "query_only=OFF")


@pytest.mark.slow
async def test_group_is_not_told(bot: Bot, sandbox: Sandbox, database: Database, anna: Person, said: Said) -> None:
    """Groups, and people who blocked the bot, hear nothing of it."""
    group = sandbox.group("Us")
    pragma(database, "query_only=ON")
    await group.says(anna, f"Hello @{sandbox.bot_user['username']}")
    await anna.blocks()
    await anna.unblocks()
    ben = sandbox.person("Ben Example")
    update = await ben.says("one")
    await sandbox.until(lambda: CANNOT in said(ben))
    calls = [call.params["chat_id"] for call in sandbox.calls if call.method == "sendMessage"]
    pragma(database, "query_only=OFF")
    await bot.settled(update)
    assert [str(ben.user_id)] == calls


async def test_sweep_fails(
    start: Start, anna: Person, said: Said, logged: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sweep that fails is told once, and made again."""
    monkeypatch.setattr("bot.app.SWEEP_SECONDS", 0.01)
    due, times, mended = Inbox.chats_due, count(), asyncio.Event()

    async def sometimes(inbox: Inbox, now: datetime) -> tuple[int | None, ...]:
        looks = next(times)
        if 0 < looks < 4:
            raise OSError("disk full of secrets")
        if looks > 4:
            mended.set()
        return await due(inbox, now)

    monkeypatch.setattr(Inbox, "chats_due", sometimes)
    async with start() as bot:
        await mended.wait()
        await bot.settled(await anna.says("one"))
    assert (["1: one"], [BROKEN, MENDED]) == (said(anna), logged())
