"""The database: private, durable, up to date, and clear where it cannot be opened."""

import asyncio
import logging
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, column, func, insert, select, table, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from support.turns import accept

from storage import CannotOpen, Database, DatabaseInUse, Inbox, NewerDatabase, RawUpdate
from storage.database import sqlite_file
from storage.database.schema import configuration
from storage.database.tables import INBOX, METADATA, PEOPLE

pytestmark = [pytest.mark.both, pytest.mark.unmigrated]

REVISIONS = table("alembic_version", column("version_num"))

PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": sqlite_file.BUSY_MS}


def file_of(url: str) -> Path:
    """Find the file behind the address."""
    return Path(url.removeprefix("sqlite+aiosqlite:///"))


@contextmanager
def by_hand(url: str) -> Iterator[sqlite3.Connection]:
    """Open the file as another program would."""
    with closing(sqlite3.connect(file_of(url), isolation_level=None)) as connection:
        yield connection


@pytest.mark.sqlite
async def test_open_makes_a_private_file(db: Database, url: str, now: datetime) -> None:
    """The file and its companions are readable by their owner alone."""
    await accept(db, [RawUpdate(1, 1, {})], now)

    path = file_of(url)
    modes = {each.name: each.stat().st_mode & 0o777 for each in path.parent.glob("practices.db*")}
    assert modes == {"practices.db": 0o600, "practices.db-wal": 0o600, "practices.db-shm": 0o600}


@pytest.mark.sqlite
async def test_open_takes_others_off_an_older_file(url: str) -> None:
    """A file that group and others could read is closed to them."""
    file_of(url).touch(0o644)
    await (await Database.open(url)).close()

    assert file_of(url).stat().st_mode & 0o777 == 0o600


@pytest.mark.sqlite
async def test_connections_are_durable(db: Database) -> None:
    """Writing and reading connections have the same pragmas: WAL, full sync, foreign keys, patience."""
    for transaction in (db.write(), db.read()):
        async with transaction as connection:
            found = {name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar() for name in PRAGMAS}
        assert found == PRAGMAS


async def test_read_cannot_write(db: Database, now: datetime) -> None:
    """A transaction for reading refuses to write."""
    with pytest.raises(DBAPIError, match=r"read-?only"):
        await db.ask(unknown_person, now)


def unknown_person(connection: Connection, now: datetime) -> None:
    """Insert a person, the words of whose role are not to be seen anywhere."""
    connection.execute(insert(PEOPLE), {"user_id": 1, "role": "secret words", "since": now})


async def test_errors_and_logs_carry_no_values(db: Database, now: datetime, caplog: pytest.LogCaptureFixture) -> None:
    """Neither an error's text nor a log of any level tells what was written."""
    caplog.set_level(logging.DEBUG)
    await db.change(unknown_person, now)
    with pytest.raises(IntegrityError) as caught:
        await db.change(unknown_person, now)

    assert "secret" not in str(caught.value)
    assert "secret" not in caplog.text


async def test_reopening_keeps_all(url: str, now: datetime) -> None:
    """What was committed is there after a restart, and nothing is migrated twice."""
    first = await Database.open(url)
    await accept(first, [RawUpdate(1, 1, {"text": "hello"})], now)
    await first.close()

    second = await Database.open(url)
    assert await Inbox(second).waiting() == (RawUpdate(1, 1, {"text": "hello"}),)
    await second.close()


async def test_open_at_once_migrates_once(url: str) -> None:
    """Several that open a new database at once all get it."""
    opened = await asyncio.gather(*(Database.open(url) for _ in range(4)))
    head = ScriptDirectory.from_config(configuration()).get_current_head()
    assert await opened[0].rows(select(REVISIONS.c.version_num)) == [(head,)]
    await asyncio.gather(*(db.close() for db in opened))


async def test_relative_address_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative address is a file in the working directory."""
    monkeypatch.chdir(tmp_path)
    await (await Database.open("sqlite+aiosqlite:///practices.db")).close()

    assert (tmp_path / "practices.db").is_file()


async def test_migrations_lead_to_the_tables(db: Database) -> None:
    """What the migrations make is what the tables say; the full-text index is each database's own."""

    def compare(connection: Connection) -> list[object]:
        opts = {"include_name": lambda name, _kind, _parents: not (name or "").startswith(sqlite_file.SEARCH)}
        return list(compare_metadata(MigrationContext.configure(connection, opts=opts), METADATA))

    assert await db.change(compare) == []


async def test_migrations_do_not_go_down(db: Database) -> None:
    """There is no way back but a backup."""

    def downgrade(connection: Connection) -> None:
        command.downgrade(configuration(connection), "base")

    with pytest.raises(NotImplementedError, match="restore a backup"):
        await db.change(downgrade)


async def test_newer_database_is_refused(url: str) -> None:
    """A database of a newer version stays as it is; one line says what to do."""
    db = await Database.open(url)
    await db.change(Connection.execute, update(REVISIONS).values(version_num="9999"))
    await db.close()

    with pytest.raises(NewerDatabase, match=r"newer version of this program \(its revision is 9999\): update"):
        await Database.open(url)


@pytest.mark.sqlite
async def test_sqlite_without_full_text_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build of SQLite that cannot search is refused in one line, before anything is changed."""
    monkeypatch.setattr(sqlite3, "connect", partial(without_fts5, sqlite3.connect))
    with pytest.raises(CannotOpen, match=r"has an SQLite without FTS5; use another Python\.$"):
        await Database.open(url)


def without_fts5(connect: Callable[..., sqlite3.Connection], *given: Any, **named: Any) -> sqlite3.Connection:  # noqa: ANN401 - as sqlite3 takes them
    """Open a database that may make no virtual table."""
    connection = connect(*given, **named)
    refused = {sqlite3.SQLITE_CREATE_VTABLE}
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_DENY if action in refused else sqlite3.SQLITE_OK)
    return connection


@pytest.mark.sqlite
async def test_database_in_use_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that another program holds is refused in one line."""
    monkeypatch.setattr(sqlite_file, "BUSY_MS", 1)
    with by_hand(url) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseInUse, match="held by another program"):
            await Database.open(url)


@contextmanager
def new_file_held(url: str) -> Iterator[sqlite3.Connection]:
    """Begin to write a new file by hand, before it has its write-ahead log."""
    with by_hand(url) as connection:
        connection.execute("PRAGMA user_version=1")  # a file without a table
        connection.execute("BEGIN IMMEDIATE")
        yield connection


@pytest.mark.sqlite
async def test_new_file_that_is_held_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another program writes without a log is refused after a while, in one line."""
    monkeypatch.setattr(sqlite_file, "BUSY_MS", 20)
    with new_file_held(url), pytest.raises(DatabaseInUse, match="cannot be opened: database is locked"):
        await Database.open(url)


@pytest.mark.sqlite
async def test_new_file_that_is_let_go_is_opened(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another program releases after a while is opened."""
    let_go = threading.Event()
    monkeypatch.setattr(sqlite_file, "BUSY_MS", 5000)
    monkeypatch.setattr(sqlite_file, "pause", lambda _: let_go.set())
    with closing(sqlite3.connect(file_of(url), isolation_level=None, check_same_thread=False)) as connection:
        connection.execute("PRAGMA user_version=1")  # a file without a table
        connection.execute("BEGIN IMMEDIATE")
        opening = asyncio.create_task(Database.open(url))
        await asyncio.to_thread(let_go.wait, 30)
        connection.rollback()
        await (await opening).close()


@pytest.mark.sqlite
async def test_file_that_is_no_database_is_refused(url: str) -> None:
    """A file with something else in it is refused in one line."""
    file_of(url).write_bytes(b"a letter to Anna " * 100)
    with pytest.raises(CannotOpen, match="cannot be opened: file is not a database"):
        await Database.open(url)


@pytest.mark.parametrize(
    "address",
    [
        "practices.db",
        "sqlite:///practices.db",
        "nonsense+driver:///practices.db",
        "sqlite+aiosqlite://",
        "sqlite+aiosqlite:///:memory:",
    ],
)
async def test_address_of_another_kind_is_refused(address: str) -> None:
    """What is no address of a database this program knows is answered with what one looks like."""
    with pytest.raises(CannotOpen, match="A database address should "):
        await Database.open(address)


async def test_missing_directory_is_refused(tmp_path: Path) -> None:
    """The message names the directory that is missing."""
    with pytest.raises(CannotOpen, match=f"there is no directory {tmp_path}/away"):
        await Database.open(f"sqlite+aiosqlite:///{tmp_path}/away/practices.db")


async def test_directory_is_refused(tmp_path: Path) -> None:
    """A directory is no database."""
    with pytest.raises(CannotOpen, match="cannot be opened: it is a directory"):
        await Database.open(f"sqlite+aiosqlite:///{tmp_path}")


async def test_path_that_is_a_pipe(tmp_path: Path) -> None:
    """What is no file is refused before its mode is changed: on /dev/null that would stop other programs."""
    path = tmp_path / "pipe"
    os.mkfifo(path, 0o644)
    with pytest.raises(CannotOpen, match="cannot be opened: it is no file"):
        await Database.open(f"sqlite+aiosqlite:///{path}")
    assert 0o644 == path.stat().st_mode & 0o777


@pytest.mark.sqlite
async def test_other_file_is_refused(url: str) -> None:
    """A file of another kind is no database, and stays as it is."""
    file_of(url).write_text("Dear diary, " * 100)
    with pytest.raises(CannotOpen, match="file is not a database"):
        await Database.open(url)
    assert file_of(url).read_text() == "Dear diary, " * 100


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "tables",
    [("wp_posts",), ("alembic_version",), ("alembic_version", "users"), ("drafts",), ("inbox", "outbox")],
    ids=" ".join,
)
async def test_database_of_another_program_is_refused(url: str, tables: tuple[str, ...]) -> None:
    """A database with tables that are not ours is refused in one line, and stays as it is."""
    with by_hand(url) as connection:
        for table in tables:
            connection.execute(f"CREATE TABLE {table} (version_num)")
    file_of(url).chmod(0o644)
    before = file_of(url).read_bytes()
    with pytest.raises(CannotOpen, match=r"practices\.db is a database of another program: name another file\.$"):
        await Database.open(url)
    assert (before, 0o644) == (file_of(url).read_bytes(), file_of(url).stat().st_mode & 0o777)


HALF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode=DELETE")
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN")
connection.execute("CREATE TABLE letters AS SELECT randomblob(500000) AS letter")
os.kill(os.getpid(), 9)
"""


@pytest.mark.sqlite
async def test_database_that_a_process_left_half_done_is_opened(url: str) -> None:
    """What another process began to write and did not finish, as it was killed, is undone."""
    await (await Database.open(url)).close()
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", HALF, str(file_of(url)))
    assert -9 == await killed.wait()
    assert file_of(url).with_name("practices.db-journal").exists()
    await (await Database.open(url)).close()


async def test_close_lets_work_end(url: str, now: datetime) -> None:
    """What was begun when the database is closed is done first."""
    db = await Database.open(url)
    task = asyncio.create_task(accept(db, [RawUpdate(1, 1, {})], now))
    await asyncio.sleep(0)
    await db.close()

    assert await task == (1,)


async def test_moments_keep_their_zone(db: Database) -> None:
    """A time of any zone comes back as the same time in UTC, comparable in the database."""
    time = datetime(2026, 11, 23, 12, 30, tzinfo=timezone(timedelta(hours=2)))
    await accept(db, [RawUpdate(1, 1, {})], time)

    (row,) = await db.rows(
        select(INBOX.c.arrived_at).where(INBOX.c.arrived_at <= datetime(2026, 11, 23, 10, 30, tzinfo=UTC))
    )
    assert (row.arrived_at, row.arrived_at.tzinfo) == (time, UTC)


async def test_naive_moment_is_refused(db: Database) -> None:
    """A time without a zone is a bug of the caller, not a guess."""
    with pytest.raises(Exception, match="needs a time zone"):
        await accept(db, [RawUpdate(1, 1, {})], datetime(2026, 11, 23))  # noqa: DTZ001 - the point
    assert await db.rows(select(func.count()).select_from(INBOX)) == [(0,)]


@pytest.mark.sqlite
async def test_close_while_another_program_holds_the_file(
    url: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has not begun a time after the close is refused, so that a queue does not hold up a stop."""
    monkeypatch.setattr(sqlite_file, "BUSY_MS", 300)
    monkeypatch.setattr("storage.database.database.CLOSE_SECONDS", 0.01)
    db = await Database.open(url)
    with by_hand(url) as connection:
        connection.execute("BEGIN IMMEDIATE")
        queue = [asyncio.create_task(accept(db, [RawUpdate(number, 1, {})], now)) for number in range(9)]
        await asyncio.sleep(0)
        await db.close()
    kinds = [type(error).__name__ for error in await asyncio.gather(*queue, return_exceptions=True)]
    assert ["OperationalError", *["Closed"] * 8] == kinds
