"""The database's file is deleted, exchanged or cut short under a running bot: no answer is called saved."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import logging
import os
import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, closing, suppress
from pathlib import Path

import pytest
from support.slow import few, slowly

from bot.app import Bot
from bot.clock import now
from bot.health import HealthCheck
from bot.sandbox import Person, Sandbox
from storage import Database, DatabaseGone

Start = Callable[..., AbstractAsyncContextManager[Bot]]

HeardFrom = Callable[[Person], Awaitable[list[str]]]

Said = Callable[[Person], list[str]]

Harm = Callable[[Path, Path], None]

CANNOT = "I cannot save right now; what you sent will be read when I can."

BROKEN, MENDED = "the database does not work; trying again until it does", "the database works again"

LONG = "word " * 800


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again soon what is tried again with growing pauses, and look often."""
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0.01,))
    monkeypatch.setattr("bot.app.SWEEP_SECONDS", 0.05)


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """Tell what the log says of the database."""
    caplog.set_level(logging.INFO, "bot")
    return lambda: [record.getMessage() for record in caplog.records if record.name == "bot.health"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the database's file, in a folder of its own."""
    return tmp_path / "state" / "practices.db"


@pytest.fixture
def url(path: Path, sqlite_template: Path) -> str:
    """Name the database."""
    path.parent.mkdir()
    shutil.copy(sqlite_template, path)
    return f"sqlite+aiosqlite:///{path}"


def beside(path: Path, ending: str) -> Path:
    """Name a companion of the file."""
    return path.with_name(path.name + ending)


def delete(path: Path, _aside: Path) -> None:
    """Delete the file."""
    path.unlink()


def delete_all(path: Path, _aside: Path) -> None:
    """Delete the file and its companions."""
    for each in path.parent.glob("practices.db*"):
        each.unlink()


def move(path: Path, aside: Path) -> None:
    """Move the file away."""
    path.rename(aside)


def move_folder(path: Path, aside: Path) -> None:
    """Move the folder away."""
    path.parent.rename(aside)


def exchange(path: Path, aside: Path) -> None:
    """Replace the file by a copy, as rsync does."""
    shutil.copy(path, aside)
    aside.replace(path)


def link_elsewhere(path: Path, aside: Path) -> None:
    """Replace the file by a link to a copy."""
    shutil.move(path, aside)
    shutil.copy(aside, aside.with_name("copy"))
    path.symlink_to(aside.with_name("copy"))


def empty(path: Path, _aside: Path) -> None:
    """Cut the file down to nothing."""
    os.truncate(path, 0)


def halve(path: Path, _aside: Path) -> None:
    """Cut the file in two."""
    os.truncate(path, path.stat().st_size // 2)


def delete_log(path: Path, _aside: Path) -> None:
    """Delete the write-ahead log."""
    beside(path, "-wal").unlink()


def delete_index(path: Path, _aside: Path) -> None:
    """Delete the log's index."""
    beside(path, "-shm").unlink()


def delete_companions(path: Path, aside: Path) -> None:
    """Delete both."""
    delete_log(path, aside)
    delete_index(path, aside)


HARMS = [
    delete,
    delete_all,
    move,
    move_folder,
    exchange,
    link_elsewhere,
    empty,
    halve,
    delete_log,
    delete_index,
    delete_companions,
]


async def failing(logged: Callable[[], list[str]], times: int = 1) -> None:
    """Wait until the log has told so often that the database does not work."""
    async with asyncio.timeout(10):
        while logged().count(BROKEN) != times:  # noqa: ASYNC110 - the log has no event
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("harm", few(5, HARMS))
async def test_nothing_is_called_saved(
    bot: Bot,
    sandbox: Sandbox,
    database: Database,
    path: Path,
    tmp_path: Path,
    anna: Person,
    ben: Person,
    said: Said,
    logged: Callable[[], list[str]],
    harm: Harm,
) -> None:
    """Everybody hears once that nothing can be saved, health says so, and the log says it once."""
    await bot.settled(await anna.says("before"))
    harm(path, tmp_path / "aside")
    await anna.says("one")
    await ben.says("me too")
    await sandbox.until(lambda: CANNOT in said(anna) and CANNOT in said(ben), timeout=15)
    health = await HealthCheck(database, bot.runtime.database_health, now).health()
    assert (["1: before", CANNOT], [CANNOT], [BROKEN], False) == (said(anna), said(ben), logged(), health.is_ok)


@pytest.mark.parametrize("harm", [delete, move_folder, exchange])
async def test_noticed_while_nobody_writes(
    bot: Bot, database: Database, path: Path, tmp_path: Path, logged: Callable[[], list[str]], harm: Harm
) -> None:
    """A file that is gone is noticed within seconds, also where nobody writes, and health has a word for it."""
    harm(path, tmp_path / "aside")
    await failing(logged)
    health = await HealthCheck(database, bot.runtime.database_health, now).health()
    assert ([BROKEN], False, "gone") == (logged(), health.is_ok, health.database)


@pytest.mark.parametrize("what", ["folder", *slowly("file", "log")])
async def test_put_back(
    bot: Bot,
    sandbox: Sandbox,
    path: Path,
    tmp_path: Path,
    anna: Person,
    heard: HeardFrom,
    said: Said,
    logged: Callable[[], list[str]],
    what: str,
) -> None:
    """When the file is where it was, what was sent is read without a restart, and the log says so once."""
    state = {"file": path, "folder": path.parent, "log": beside(path, "-wal")}[what]
    await bot.settled(await anna.says("before"))
    state.rename(tmp_path / "aside")
    await anna.says("one")
    await sandbox.until(lambda: CANNOT in said(anna))
    (tmp_path / "aside").rename(state)
    await bot.settled(await anna.says("after"))
    async with asyncio.timeout(5):
        while MENDED not in logged():  # noqa: ASYNC110 - the log has no event
            await asyncio.sleep(0)
    assert (["before", "one", "after"], [BROKEN, MENDED]) == (await heard(anna), logged())
    assert ["1: before", CANNOT, "2: one", "3: after"] == said(anna)


def answers_after_a_kill(path: Path, folder: Path) -> list[str]:
    """Return the answers that are in the database if the process is killed now."""
    killed = folder / "killed.db"
    for each in path.parent.glob("practices.db*"):
        shutil.copy(each, killed.with_name(each.name.replace("practices", "killed")))
    with closing(sqlite3.connect(killed)) as left:
        found = [body for (body,) in left.execute("SELECT body FROM history WHERE what = 'answered'")]
    return [word for body in found for word in ("before", "one") if f'"{word}"' in body]


@pytest.mark.parametrize("harm", [delete_log, delete_index, delete_companions])
async def test_answers_before_the_log_was_deleted(
    bot: Bot, sandbox: Sandbox, path: Path, tmp_path: Path, anna: Person, said: Said, harm: Harm
) -> None:
    """What was called saved before its log was deleted is in the file, also where the process is killed then."""
    await bot.settled(await anna.says("before"))
    harm(path, tmp_path / "aside")
    await anna.says("one")
    await sandbox.until(lambda: CANNOT in said(anna))
    assert ["before"] == answers_after_a_kill(path, tmp_path)


async def test_log_that_a_new_reader_made(
    bot: Bot, sandbox: Sandbox, path: Path, tmp_path: Path, anna: Person, said: Said
) -> None:
    """What was called saved is in the file, also where a reader of the bot opened it after the log was deleted."""
    await bot.settled(await anna.says("before"))
    with closing(sqlite3.connect(path)) as reader:
        delete_companions(path, tmp_path / "aside")
        with suppress(sqlite3.Error):
            reader.execute("SELECT * FROM history").fetchall()
        await anna.says("one")
        await sandbox.until(lambda: CANNOT in said(anna))
        assert ["before"] == answers_after_a_kill(path, tmp_path)


@pytest.mark.parametrize("harm", [empty, halve])
async def test_cut_short_within_a_transaction(database: Database, path: Path, tmp_path: Path, harm: Harm) -> None:
    """Whoever reads while the file is cut short hears why, not that SQLite finds it malformed."""

    async def read() -> None:
        async with database.read() as connection:
            harm(path, tmp_path / "aside")
            await connection.exec_driver_sql("SELECT * FROM no_such_table")

    with pytest.raises(DatabaseGone, match="was cut short"):
        await read()


@pytest.fixture
async def file_that_grew(database: Database, path: Path) -> Path:
    """Give a file from which much was deleted."""
    async with database.write() as connection:
        await connection.exec_driver_sql("CREATE TABLE padding AS SELECT randomblob(500000) AS bytes")
        await connection.exec_driver_sql("DROP TABLE padding")
    while not await database.overwritten():  # noqa: ASYNC110 - somebody may be reading, and the file has no event
        await asyncio.sleep(0)
    return path


def vacuumed(path: Path) -> bool:
    """Make the file smaller as another program does it; tell whether it is."""
    size = path.stat().st_size
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("VACUUM")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.stat().st_size < size


async def test_vacuum_beside_the_bot(
    file_that_grew: Path, bot: Bot, anna: Person, said: Said, logged: Callable[[], list[str]]
) -> None:
    """A file that another program has made smaller, as SQLite does it, is whole."""
    await bot.settled(await anna.says("before"))
    smaller = await asyncio.to_thread(vacuumed, file_that_grew)  # in this thread the bot could not end what it reads
    await bot.settled(await anna.says("one"))
    assert (["1: before", "2: one"], [], True) == (said(anna), logged(), smaller)
