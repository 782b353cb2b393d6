"""The whole bot: its start, its stop, and its logs."""

import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pydantic import SecretStr
from sqlalchemy import Connection
from support.practices import keep, practice

from bot.app import Bot, build, running
from bot.logs import set_up
from bot.sandbox import Person, Sandbox
from bot.settings import Settings, WrongSetting
from storage import Batches, Database, Outbox, Taken
from storage.taking import Batch, Taking

ROOT = Path(__file__).parents[2]

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Heard = Callable[[Person], Awaitable[list[str]]]

Said = Callable[[Person], list[str]]


async def run_bot(settings: Settings, **more: str) -> Process:
    """Start ``practice-bot run`` as a process of its own."""
    environment = {
        **os.environ,
        "BOT_TOKEN": settings.token,
        "BOT_API_URL": settings.bot_api_url or "",
        "DATABASE_URL": settings.database_url,
        "PYTHONPATH": str(ROOT),
        **more,
    }
    return await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", env=environment, stderr=PIPE)


async def test_stopped_by_sigterm(settings: Settings, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """The process answers, stops on SIGTERM with 0, and its log at DEBUG has neither token nor words."""
    process = await run_bot(settings, LOG_LEVEL="DEBUG")
    await anna.says("unmistakable words")
    await sandbox.until(lambda: said(anna), timeout=20)
    process.send_signal(signal.SIGTERM)
    _, errors = await asyncio.wait_for(process.communicate(), 10)
    log = errors.decode()
    assert (process.returncode, sandbox.token in log, "unmistakable" in log, "input=wrote" in log) == (
        0,
        False,
        False,
        True,
    )


@pytest.mark.slow
async def test_start_without_a_name_and_an_address(
    settings: Settings, sandbox: Sandbox, anna: Person, said: Said
) -> None:
    """The bot starts and answers all the same, and its log says what people should be told of who is responsible."""
    process = await run_bot(settings)
    await anna.says("hello")
    await sandbox.until(lambda: said(anna), timeout=20)
    process.send_signal(signal.SIGTERM)
    _, errors = await asyncio.wait_for(process.communicate(), 10)
    log = errors.decode()
    assert (0, 1, 1) == (process.returncode, log.count("CONTROLLER should be set"), log.count("CONTACT should be set"))


@pytest.mark.slow
async def test_export_and_picture_on_the_loop_of_run(
    settings: Settings, sandbox: Sandbox, database: Database, anna: Person, said: Said
) -> None:
    """What processes of their own make, which the loop of ``run`` starts and hands descriptors, reaches an admin."""
    await keep(database, 77, practice())
    process = await run_bot(settings, ADMIN_IDS=str(anna.user_id))
    await anna.says("I agree")
    await anna.says("/export")
    await sandbox.until(lambda: "1 submission" in "".join(said(anna)), timeout=20)
    await anna.presses("Send the file")
    await anna.says("/stats")
    await sandbox.until(lambda: len(files_of(anna)) == 2, timeout=60)
    process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.communicate(), 10)
    found = files_of(anna)
    assert (0, {"document": b"PK", "photo": b"\x89P"}) == (
        process.returncode,
        {kind: content[:2] for kind, content in found.items()},
    )
    assert "Open Door" in str([*load_workbook(BytesIO(found["document"]))["Submissions"].values])


def files_of(person: Person) -> dict[str, bytes]:
    """Give what the bot has sent to a person in files, by kind."""
    files = [message.attachment for message in person.messages if message.sender == "bot"]
    return {file.kind: file.content for file in files if file}


@pytest.mark.slow
async def test_sigterm_while_telegram_takes_nothing(  # noqa: PLR0913, PLR0917 - fixtures are arguments
    settings: Settings, sandbox: Sandbox, database: Database, anna: Person, heard: Heard, said: Said
) -> None:
    """What was not sent, and what came too late, is answered after the next start; nothing is done twice."""
    sandbox.faults.fail(502, times=None, method="sendMessage")
    process = await run_bot(settings)
    await anna.says("I agree")
    await sandbox.wait_for_calls(1, "sendMessage", timeout=20)
    process.send_signal(signal.SIGTERM)
    started = time.monotonic()
    await asyncio.wait_for(process.communicate(), 10)
    seconds = time.monotonic() - started
    await anna.says("Back on Track")
    left = len(sandbox.world.updates.pending())
    sandbox.faults.clear()
    again = await run_bot(settings)
    await sandbox.until(lambda: len(said(anna)) > 1, timeout=20)
    again.send_signal(signal.SIGTERM)
    await asyncio.wait_for(again.communicate(), 10)
    assert (0, True, 1, 0) == (process.returncode, seconds < 10, left, again.returncode)
    assert (["Back on Track"], True, 2) == (await heard(anna), await Outbox(database).empty(), len(said(anna)))


async def test_stop_while_a_turn_runs(
    start: Start, anna: Person, heard: Heard, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A turn that has begun is finished and answered; what comes after the stop waits with Telegram."""
    begun, take, loop = asyncio.Event(), Taking.take, asyncio.get_running_loop()

    def slow(taking: Taking, connection: Connection, batch: Batch, at: datetime) -> Taken:
        loop.call_soon(begun.set)
        for _ in range(20):
            connection.exec_driver_sql("SELECT 1")
        return take(taking, connection, batch, at)

    async with start() as bot:
        await bot.settled(await anna.says("nothing"))
        monkeypatch.setattr(Taking, "take", slow)
        await anna.says("one")
        await begun.wait()
    assert (["nothing", "one"], ["1: nothing", "2: one"]) == (await heard(anna), said(anna))


@pytest.mark.slow
async def test_second_bot_on_one_file(settings: Settings, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """The second refuses in one line with exit code 2; a killed one leaves the file to the next."""
    first = await run_bot(settings)
    await anna.says("hello")
    await sandbox.until(lambda: said(anna), timeout=20)
    second = await run_bot(settings)
    _, errors = await asyncio.wait_for(second.communicate(), 20)
    first.kill()
    await first.wait()
    third = await run_bot(settings)
    await anna.says("hello again")
    await sandbox.until(lambda: len(said(anna)) > 1, timeout=20)
    third.send_signal(signal.SIGTERM)
    await asyncio.wait_for(third.communicate(), 10)
    file = settings.database_url.removeprefix("sqlite+aiosqlite:///")
    assert (2, f"practice-bot: {file} is in use by a bot that runs: stop that one first.\n", 0) == (
        second.returncode,
        errors.decode(),
        third.returncode,
    )


@pytest.mark.slow
async def test_stopped_while_telegram_hangs(settings: Settings, sandbox: Sandbox, anna: Person) -> None:
    """A stop takes less than 10 s, also where Telegram does not answer, also with a second signal on the way."""
    sandbox.faults.slow(60, "sendMessage")
    process = await run_bot(settings)
    await anna.says("hello")
    await sandbox.until(lambda: not sandbox.world.updates.ready() or len(sandbox.calls) > 4, timeout=20)
    process.send_signal(signal.SIGINT)
    process.send_signal(signal.SIGTERM)
    started = time.monotonic()
    await asyncio.wait_for(process.communicate(), 10)
    assert (process.returncode, time.monotonic() - started < 10) == (0, True)


@pytest.mark.slow
async def test_stopped_while_telegram_is_away(settings: Settings, sandbox: Sandbox) -> None:
    """A bot that waits for Telegram at its start can be stopped too."""
    sandbox.faults.fail(502, times=None)
    process = await run_bot(settings)
    await sandbox.wait_for_calls(1, timeout=20)
    process.send_signal(signal.SIGTERM)
    _, errors = await asyncio.wait_for(process.communicate(), 10)
    assert (process.returncode, errors.decode().count("cannot be reached")) == (0, 1)


async def test_telegram_away_at_the_start(
    start: Start, sandbox: Sandbox, anna: Person, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bot that starts while Telegram is away waits for it."""
    monkeypatch.setattr("bot.telegram.polling.LISTENING", (0.0,))
    sandbox.faults.fail(502, times=3, method="getMe")
    async with start() as bot:
        await bot.settled(await anna.says("at last"))
    assert await heard(anna) == ["at last"]


async def test_token_refused(
    settings: Settings, database: Database, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A token that Telegram does not know is refused in words that do not hold it."""
    monkeypatch.setattr("bot.telegram.polling.LISTENING", (0.0,))
    wrong = settings.model_copy(update={"bot_token": SecretStr("4243:wrong")})
    with pytest.raises(WrongSetting) as refused:
        async with running(build(wrong, database)):
            pass
    assert "4243" not in f"{refused.value}{refused.value.__cause__}{caplog.text}"
    assert str(refused.value).startswith("BOT_TOKEN should be")


async def test_logs_at_debug(
    start: Start, sandbox: Sandbox, anna: Person, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """With every fault the log at DEBUG holds ids, not the token, not a word of the conversation."""
    with caplog.at_level(0):
        set_up("DEBUG", "text", sandbox.token)
        async with start() as bot:
            sandbox.faults.drop_after(method="sendMessage")
            await bot.settled(await anna.says("unmistakable"))
            sandbox.faults.fail(400, method="sendMessage")
            await bot.settled(await anna.says("unmistakable"))
            await bot.settled(await anna.presses("Again"))
        log = capsys.readouterr().err
    assert (sandbox.token in log, "unmistakable" in log, "Anna" in log, log.count("outcome=done")) == (
        False,
        False,
        False,
        3,
    )


async def test_part_of_the_stop_hangs(start: Start, anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not end in time is left for the next start."""
    monkeypatch.setattr("bot.app.STOP_SECONDS", 0.01)
    async with start() as bot:
        await bot.settled(await anna.says("one"))
        monkeypatch.setattr(Batches, "close", lambda _: asyncio.sleep(60))
    assert bot.runtime.stopping.is_set() is True
