"""Failed updates: admins are told, they are listed and tried again. Backups, and copies to another database."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.turns import accept, failed

from bot.app import Bot
from bot.cli.main import main
from bot.logs import chat_hash
from bot.sandbox import Person, Sandbox
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.repositories import ReviewRepository
from storage import Database, PayloadPurge, People, RawUpdate, StepFunction, held

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Heard = Callable[[Person], Awaitable[list[str]]]

Said = Callable[[Person], list[str]]

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


async def command(*arguments: str) -> int:
    """Run a command, which brings its own event loop."""
    return await asyncio.to_thread(main, arguments)


class Poisoned:
    """A step that fails on one word until the test repairs it."""

    def __init__(self, step: StepFunction) -> None:
        self.step, self.mended, self.tries = step, False, 0

    def __call__(self, conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        """Fail, or take the step."""
        if isinstance(given, Wrote) and given.text == "poison" and not self.mended:
            self.tries += 1
            raise KeyError(given.text)
        return self.step(conversation, given, now, repository)


@pytest.fixture
def poisoned(notebook: StepFunction) -> Poisoned:
    """Give a step that fails on one word."""
    return Poisoned(notebook)


@pytest.fixture
async def ada(sandbox: Sandbox, database: Database) -> Person:
    """Know an admin who has written to the bot, and one who never did."""
    ada = sandbox.person("Ada Admin")
    ada.chat.started = True
    people = People(database)
    await people.seen(ada.user_id, ada.user_id, NOW)
    await people.give(ada.user_id, "admin", None, NOW)
    await people.give(9002, "admin", None, NOW)
    return ada


async def test_admins_told_once(
    start: Start, sandbox: Sandbox, poisoned: Poisoned, anna: Person, ada: Person, said: Said
) -> None:
    """Admins hear once of an update that was set aside: its id and the error's class, none of its words."""
    async with start(poisoned) as bot:
        update = await anna.says("poison")
        await bot.settled(update)
        await sandbox.until(lambda: len(said(ada)) > 1)
    async with start(poisoned) as bot:
        await bot.settled(await ada.says("hello"))
    role, *told = said(ada)
    assert [
        f"Update {update} could not be handled (KeyError). practice-bot retry {update} takes it up again after a fix.",
        "1: hello",
    ] == told
    assert role.startswith("You are now an admin")


@pytest.mark.slow
async def test_retry_while_the_bot_runs(
    start: Start,
    sandbox: Sandbox,
    poisoned: Poisoned,
    anna: Person,
    heard: Heard,
    said: Said,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A running bot handles a retried update after the newer ones, and answers it."""
    monkeypatch.setattr("bot.app.SWEEP_SECONDS", 0.01)
    async with start(poisoned) as bot:
        update = await anna.says("poison")
        await bot.settled(update)
        await bot.settled(await anna.says("good"))
        poisoned.mended = True
        assert 0 == await command("retry", str(update))
        await sandbox.until(lambda: "2: poison" in said(anna))
    assert (["good", "poison"], f"{update} waits again; a running bot takes it up in a few seconds\n") == (
        await heard(anna),
        capsys.readouterr().out,
    )


async def test_retry_before_the_start(
    start: Start, sandbox: Sandbox, poisoned: Poisoned, anna: Person, heard: Heard, said: Said
) -> None:
    """A retry that is asked for while no bot runs happens once, at the next start."""
    async with start(poisoned) as bot:
        update = await anna.says("poison")
        await bot.settled(update)
    assert 0 == await command("retry", str(update))
    poisoned.mended = True
    async with start(poisoned) as bot:
        await sandbox.until(lambda: "1: poison" in said(anna))
    assert ["poison"] == await heard(anna)


async def test_attempts_survive_a_restart(
    start: Start, database: Database, poisoned: Poisoned, anna: Person, said: Said
) -> None:
    """Attempts of an earlier run count: a poison update does not hold its chat for ever through restarts."""
    chat = {"id": anna.user_id, "type": "private"}
    body = {"update_id": 5, "message": {"message_id": 900, "chat": chat, "from": chat, "text": "poison"}}
    await accept(database, [RawUpdate(5, anna.user_id, body)], NOW)
    for _ in range(2):
        await failed(database, 5, "KeyError", NOW, NOW)
    anna.chat.started = True
    async with start(poisoned) as bot:
        await bot.settled(5)
    assert (1, ["I could not handle your last message."]) == (
        poisoned.tries,
        [text.partition(" It is")[0] for text in said(anna)],
    )


@pytest.mark.usefixtures("settings")
async def test_failed_lists_what_was_set_aside(
    database: Database, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each update that was set aside has a line: id, the chat as in the log, when, attempts, class and place."""
    await accept(database, [RawUpdate(5, 1001, {}), RawUpdate(4, 1002, {})], NOW)
    await failed(database, 4, "OSError", NOW, None)
    await failed(database, 5, "KeyError (a.py:1 f b.py:22 <lambda>) < OSError (c.py:3 g)", NOW, NOW)
    await failed(database, 5, "KeyError (a.py:1 f b.py:22 <lambda>) < OSError (c.py:3 g)", NOW, None)
    first, second = chat_hash(1001, sandbox.token), chat_hash(1002, sandbox.token)
    expected = [
        f"4 chat={second} 2026-11-23 10:00 UTC, 1 attempt: OSError",
        f"5 chat={first} 2026-11-23 10:00 UTC, 2 attempts: KeyError (b.py:22 <lambda>)",
    ]
    assert (0, expected) == (await command("failed"), capsys.readouterr().out.splitlines())


@pytest.mark.usefixtures("settings")
async def test_failed_with_nothing_to_list(capsys: pytest.CaptureFixture[str]) -> None:
    """If no update was set aside, the command says so."""
    assert (0, "Nothing was set aside.\n") == (await command("failed"), capsys.readouterr().out)


@pytest.mark.usefixtures("settings")
async def test_retry_of_an_unknown_id(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that was not set aside is named in one line; the other updates wait again."""
    await accept(database, [RawUpdate(5, 1001, {})], NOW)
    await failed(database, 5, "KeyError", NOW, None)
    code, told = await command("retry", "4", "5"), capsys.readouterr()
    assert (
        1,
        "5 waits again; a running bot takes it up in a few seconds\n",
        "practice-bot: 4 was not set aside; practice-bot failed lists what was\n",
    ) == (code, told.out, told.err)


@pytest.mark.usefixtures("settings")
async def test_failed_and_emptied(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    """An update that failed a month ago is listed as emptied, and cannot be tried again."""
    await accept(database, [RawUpdate(5, 1001, {})], NOW)
    await failed(database, 5, "KeyError", NOW, None)
    await PayloadPurge(database).some(NOW + timedelta(days=30))
    codes, told = [await command("failed"), await command("retry", "5")], capsys.readouterr()
    assert ([0, 1], True) == (codes, told.out.endswith(" 2026-11-23 10:00 UTC, 1 attempt, emptied since: KeyError\n"))
    assert "practice-bot: 5 has been emptied since; practice-bot failed lists what was\n" == told.err


async def exported(capsys: pytest.CaptureFixture[str]) -> str:
    """Export all drafts."""
    capsys.readouterr()
    assert 0 == await command("export", "--format", "json", "--status", "draft", "submitted", "--out", "-")
    return capsys.readouterr().out


async def test_backup_and_restore(
    start: Start, anna: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A backup taken while the bot runs, restored elsewhere, gives the same export; attachments come along."""
    attachment = tmp_path / "data" / "2c" / "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    attachment.parent.mkdir(parents=True)
    attachment.write_bytes(b"hello")
    async with start() as bot:
        await bot.settled(await anna.says("kept"))
        assert 0 == await command("backup", "kept.db")
        printed = capsys.readouterr().out
        before = await exported(capsys)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/new.db")
    monkeypatch.setenv("DATA_DIR", "new-data")
    assert 0 == await command("restore", "kept.db")
    assert (printed, capsys.readouterr().out) == (
        "kept.db has the database\nkept.db.files.zip has the 1 attachment of it; keep the two together\n",
        "The database is back, with 1 attachment.\n",
    )
    assert (before, b"hello") == (
        await exported(capsys),
        (tmp_path / "new-data" / attachment.relative_to(tmp_path / "data")).read_bytes(),
    )


@pytest.mark.usefixtures("settings", "database")
async def test_backup_without_attachments(capsys: pytest.CaptureFixture[str]) -> None:
    """Without attachments a backup is the database alone; a second backup of the same name is refused in one line."""
    assert (0, 2) == (await command("backup", "kept.db"), await command("backup", "kept.db"))
    told = capsys.readouterr()
    assert ("kept.db has the database\n", "practice-bot: kept.db is there already: name another file.\n") == (
        told.out,
        told.err,
    )


@pytest.mark.usefixtures("settings", "database")
async def test_restore_while_a_bot_runs(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """While a bot runs, a restore is refused."""
    await command("backup", "kept.db")
    with held(url):
        assert 2 == await command("restore", "kept.db")
    assert capsys.readouterr().err.endswith("is in use by a bot that runs: stop that one first.\n")


async def test_copy_is_told_line_by_line(
    database: Database, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], postgres_url: str
) -> None:
    """The command prints the rows of each table and their sum; attachments stay in their folder."""
    await database.close()
    codes = [
        await asyncio.to_thread(main, ["copy", "--from", url, "--to", there])
        for there in (postgres_url, f"sqlite+aiosqlite:///{tmp_path}/copy.db")
    ]
    lines = capsys.readouterr().out.splitlines()
    half = len(lines) // 2

    assert ([0, 0], lines[:half]) == (codes, lines[half:])
    assert f"drafts: 0 rows, {'0' * 16}" in lines
    assert "Both have the same rows. Attachments are no part of a database: they stay in DATA_DIR." == lines[-1]


async def test_copy_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If the copy is not possible, one line says why, and the exit code is 2."""
    gone, new = f"sqlite+aiosqlite:///{tmp_path}/gone.db", f"sqlite+aiosqlite:///{tmp_path}/new.db"
    code = await asyncio.to_thread(main, ["copy", "--from", gone, "--to", new])
    assert (2, f"practice-bot: There is no database {tmp_path}/gone.db.\n") == (code, capsys.readouterr().err)
