"""The bot's process: killed, started again, and ended with the demo."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.clock import now
from bot.demo import child
from bot.demo.demo_server import SQLITE, opened, prepare, settings
from bot.demo.process import CODE, BotProcess, without_settings
from bot.demo.test_bed import id_of
from bot.sandbox import Sandbox
from bot.settings import Settings
from storage import CannotOpen, Database, People

pytestmark = pytest.mark.slow

PATIENCE = 60.0
"""Seconds that anything may take on a busy machine."""


async def test_words_for_a_dead_bot(url: str) -> None:
    """A message to a dead process is answered after the start; a second start changes nothing."""
    sandbox = Sandbox()
    process = BotProcess(sandbox, settings(sandbox, url))
    async with sandbox:
        process.set_address(sandbox.base_url)
        async with process:
            await sandbox.until(lambda: process.state == "running", PATIENCE)
            first = process.pid
            await process.kill()
            await process.kill()
            told = (process.state, process.pid, process.kills)
            anna = sandbox.person("Anna Example")
            await anna.says("/start")
            await process.start()
            await process.start()
            await sandbox.until(lambda: anna.messages[-1].sender == "bot", PATIENCE)
            assert (("stopped", 0, 1), 2, True) == (told, process.starts, process.pid not in (0, first))
        assert ("stopped", 0) == (process.state, process.pid)


async def test_process_that_does_not_stop(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that does not stop when asked is killed."""
    monkeypatch.setattr("bot.demo.process.STOP_SECONDS", 0.0)
    async with Sandbox() as sandbox:
        process = BotProcess(sandbox, settings(sandbox, url) | {"BOT_API_URL": sandbox.base_url})
        await process.stop()
        await process.start()
        await process.stop()
        assert 0 == process.pid


async def test_child_without_its_parent(url: str) -> None:
    """The bot's process ends with the pipe from the demo, however the demo ends."""
    async with Sandbox() as sandbox:
        told = settings(sandbox, url) | {"BOT_API_URL": sandbox.base_url, "PYTHONPATH": str(CODE)}
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.demo.child", env=os.environ | told, stdin=asyncio.subprocess.PIPE
        )
        assert child.stdin is not None
        child.stdin.close()
        assert 1 == await asyncio.wait_for(child.wait(), PATIENCE)


def test_child_by_the_environment_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot of a demo ignores ``.env``, which may hold a real token."""
    monkeypatch.setitem(Settings.model_config, "env_file", ".env")
    monkeypatch.setattr(child, "end_with_parent", lambda: None)
    monkeypatch.setattr(child, "main", lambda arguments: int(arguments == ["run"]))
    assert (1, None) == (child.run(), Settings.model_config["env_file"])


def test_child_does_not_warn_where_it_keeps_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The demo names its own files; a warning about ``.env`` would be wrong."""
    monkeypatch.chdir(tmp_path)
    unplaced = Settings(database_url=f"{SQLITE}demo.db", data_dir=Path("demo.db-files")).relative_paths
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    told = Settings(database_url=f"{SQLITE}demo.db", data_dir=Path("demo.db-files")).relative_paths
    assert (2, ()) == (len(unplaced), told)


def test_environment_of_the_child() -> None:
    """The settings of a real bot do not reach the bot of a demo."""
    assert {"HOME": "/home"} == without_settings(
        {"HOME": "/home", "WEBHOOK_URL": "https://real.example", "bot_token": "1:a"}
    )


async def test_roles_in_a_demo(url: str) -> None:
    """The coordinator gets the role in the usual way; the database is fresh until somebody has written."""
    fresh = []
    for _ in range(2):
        async with opened(url) as (sandbox, is_fresh):
            fresh.append(is_fresh)
            anna = sandbox.people[0]
            await anna.says("/start")
            await sandbox.wait_for_calls(1, "sendMessage", PATIENCE)
    database = await Database.open(url)
    try:
        assert ([True, False], "coordinator") == (fresh, await People(database).role_of(2001))
    finally:
        await database.close()


async def test_second_demo_on_the_same_file(url: str) -> None:
    """Two demos do not share a file, even while the bot of the first is dead."""
    async with opened(url) as (sandbox, _):
        await sandbox.until(lambda: sandbox.polled, PATIENCE)
        with pytest.raises(CannotOpen, match=r"practices\.db is in use"):
            async with opened(url):
                pass


def test_ids_by_name() -> None:
    """A name has one id, in any spelling, and no other name has it; no demo user has it either."""
    names = ("Eva Example", " eva  EXAMPLE", "Evan Example")
    first, same, other = map(id_of, names)
    assert (True, True, True) == (first == same, first != other, first >= 1_000_000_000)


def test_code_of_the_child() -> None:
    """The child runs the same code as its parent."""
    assert Path(child.__file__).parents[2] == CODE


async def test_role_that_was_changed_survives_the_next_start(tmp_path: Path) -> None:
    """A role that an admin took away in a kept demo is not given back at the next start."""
    database = f"sqlite+aiosqlite:///{tmp_path}/demo.db"
    await prepare(database)
    db = await Database.open(database)
    people = People(db)
    await people.give(2001, "practitioner", None, now())
    await prepare(database)
    roles = [await people.role_of(user_id) for user_id in (2001, 2002)]
    await db.close()

    assert ["practitioner", "coordinator"] == roles
