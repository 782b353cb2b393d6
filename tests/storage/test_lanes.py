"""Lanes: what waits together shares a transaction, and nobody suffers for another."""

import asyncio
import threading
from collections.abc import Awaitable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from sqlite3 import OperationalError as SqliteError
from sqlite3 import connect

import pytest
from sqlalchemy import Connection, event, func, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError
from support.together import commits_of, known, meet, together

from storage import Database, files, lanes
from storage.lanes import Closed
from storage.tables import PEOPLE

pytestmark = pytest.mark.sqlite


@pytest.fixture
def commits(db: Database) -> list[Connection]:
    """Count the commits."""
    return commits_of(db)


def write_much(connection: Connection, user: int, now: datetime) -> None:
    """Keep a person with more words than a full disk takes."""
    row = {"user_id": user, "role": "practitioner", "since": now, "name": "word " * 100_000}
    connection.execute(insert(PEOPLE), row)


async def test_what_waits_together_is_committed_together(
    db: Database, commits: list[Connection], now: datetime
) -> None:
    """While the first is under way the others wait, and one commit is enough for them; each gets its own result."""
    assert (list(range(20)), 2) == (await together(db, range(20), now), len(commits))


async def test_group_has_an_end(
    db: Database, commits: list[Connection], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first of a group does not wait for any number of others."""
    monkeypatch.setattr(lanes, "GROUP", 5)
    await together(db, range(21), now)
    assert (list(range(21)), 5) == (await known(db), len(commits))


async def test_one_that_raises_undoes_itself_alone(db: Database, commits: list[Connection], now: datetime) -> None:
    """Of a group, what breaks a rule hears of it, and all others are kept."""

    def meets_two(connection: Connection) -> None:
        meet(connection, 9, now)
        meet(connection, 1, now)

    first, broken, *others = await asyncio.gather(
        db.change(meet, 1, now), db.change(meets_two), *(db.change(meet, user, now) for user in (2, 3)),
        return_exceptions=True,
    )  # fmt: skip
    assert (1, IntegrityError, [2, 3], [1, 2, 3], 2) == (first, type(broken), others, await known(db), len(commits))


async def test_one_of_two_that_raises(db: Database, commits: list[Connection], now: datetime) -> None:
    """Two share a transaction without savepoints: where one raises, the other is kept by one of its own."""
    found = await asyncio.gather(
        *(db.change(meet, user, now) for user in (1, 2, 1)), return_exceptions=True
    )  # the first has the first transaction
    assert ([1, 2, IntegrityError], [1, 2], 2) == (
        [each if isinstance(each, int) else type(each) for each in found],
        await known(db),
        len(commits),
    )


async def test_single_one_that_raises_changes_nothing(db: Database, now: datetime) -> None:
    """What raises alone is undone with its transaction."""

    def breaks(connection: Connection) -> None:
        meet(connection, 1, now)
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError):
        await db.change(breaks)
    assert [] == await known(db)


async def test_commit_that_fails_is_made_for_each(db: Database, now: datetime) -> None:
    """Where a group cannot be committed, nobody is told that it was, and each is done alone."""
    failing = [2]

    def fails(connection: Connection) -> None:
        if connection.scalar(select(func.count()).select_from(PEOPLE)) == 1 + failing[0]:
            failing[0] = -2
            raise OSError("disk full")

    event.listen(db.changing, "commit", fails)
    assert ([1, 2, 3], [1, 2, 3]) == (await together(db, range(1, 4), now), await known(db))


async def test_commit_that_fails_for_one_is_its_own(db: Database, now: datetime) -> None:
    """Where even a single one cannot be committed, it hears why."""

    def fails(_connection: Connection) -> None:
        raise OSError("disk full")

    event.listen(db.changing, "commit", fails)
    found = await together(db, range(1, 4), now)
    assert ([OSError] * 3, []) == ([type(each) for each in found], await known(db))


async def test_full_disk_is_told_to_whom_it_is_full(db: Database, now: datetime) -> None:
    """SQLite undoes a whole transaction that the disk has no room for: those for whom there is room are kept."""

    def fill(connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 4}")

    await db.change(fill)
    first, second, full, third = await asyncio.gather(
        db.change(meet, 1, now), db.change(meet, 2, now), db.change(write_much, 9, now), db.change(meet, 3, now),
        return_exceptions=True,
    )  # fmt: skip
    assert (1, 2, OperationalError, 3) == (first, second, type(full), third)
    assert [1, 2, 3] == await known(db)


@contextmanager
def held(url: str) -> Iterator[None]:
    """Hold the file as another program does."""
    with closing(connect(url.removeprefix("sqlite+aiosqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


async def test_held_file_is_waited_for_once(db: Database, url: str, now: datetime) -> None:
    """While another program holds the file a group waits as long as one, all hear of it, and later all is kept."""
    await db.change(Connection.exec_driver_sql, "PRAGMA busy_timeout=300")
    with held(url):
        async with asyncio.timeout(2):
            found = await together(db, range(20), now)
    assert [OperationalError] * 20 == [type(each) for each in found]
    assert list(range(20)) == await together(db, range(20), now)


async def test_questions_at_once_do_not_fail_for_each_other(db: Database, now: datetime) -> None:
    """Questions share a transaction that only reads: one that raises raises for itself."""
    await db.change(meet, 1, now)
    query = select(PEOPLE.c.user_id)
    found = await asyncio.gather(
        db.rows(query), db.rows(query), db.ask(meet, 2, now), db.rows(query), return_exceptions=True
    )
    assert [[(1,)], [(1,)], OperationalError, [(1,)]] == [
        type(each) if isinstance(each, BaseException) else each for each in found
    ]


async def test_patient_work_goes_with_the_next(db: Database, commits: list[Connection], now: datetime) -> None:
    """What is only noted begins no transaction while others may come: it is committed with them."""
    noted = asyncio.create_task(db.note(meet, 1, now))
    await asyncio.sleep(0)
    assert ([1, 2], 1) == ([*await asyncio.gather(noted, db.change(meet, 2, now))], len(commits))


async def test_patient_work_is_done_where_nothing_comes(db: Database, commits: list[Connection], now: datetime) -> None:
    """What is only noted is committed after a moment, also where it came while others were at work."""
    working = asyncio.create_task(db.change(meet, 1, now))
    await asyncio.sleep(0)
    assert ([1, 2, 3], 2) == (
        [*await asyncio.gather(working, db.note(meet, 2, now), db.note(meet, 3, now))],
        len(commits),
    )


async def test_patient_work_before_a_close(url: str, now: datetime) -> None:
    """A database that is closed does first what was only noted, and what was noted behind that."""
    db = await Database.open(url)
    noted = asyncio.create_task(db.note(meet, 1, now))
    await asyncio.sleep(0)
    await db.close()
    assert 1 == await noted


async def test_patient_work_behind_a_group_at_a_close(url: str, now: datetime) -> None:
    """What was noted while others were at work is done before the database is closed."""
    db = await Database.open(url)
    working = asyncio.create_task(db.change(meet, 1, now))
    await asyncio.sleep(0)
    noted = asyncio.create_task(db.note(meet, 2, now))
    await asyncio.sleep(0)
    await db.close()
    assert [1, 2] == [*await asyncio.gather(working, noted)]


async def test_closed_database_refuses(url: str, now: datetime) -> None:
    """A database that was closed begins nothing, in either lane, however often it is closed."""
    db = await Database.open(url)
    await db.close()
    await db.close()
    found = await asyncio.gather(db.change(meet, 1, now), db.ask(meet, 1, now), return_exceptions=True)
    assert [Closed, Closed] == [type(each) for each in found]


async def test_close_does_what_waits(url: str, now: datetime) -> None:
    """What waits behind a group that is under way is done before the database is closed."""
    db = await Database.open(url)
    working = asyncio.create_task(together(db, range(5), now))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await db.close()
    assert list(range(5)) == await working


async def test_close_refuses_what_waits_too_long(url: str, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits behind a file that another program holds is refused; what has begun hears of the file."""
    monkeypatch.setattr(files, "BUSY_MS", 300)
    monkeypatch.setattr("storage.database.CLOSE_SECONDS", 0.01)
    db = await Database.open(url)
    with held(url):
        working = asyncio.create_task(together(db, range(5), now))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await db.close()
    assert ["OperationalError", *["Closed"] * 4] == [type(each).__name__ for each in await working]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every transaction for a quick one, however busy this machine is."""
    monkeypatch.setattr(lanes, "QUICK", 60)


async def test_savepoints_are_kept_in_memory(db: Database) -> None:
    """What SQLite keeps for undoing a savepoint makes no file: it did for nearly each answer."""
    assert 2 == await db.change(lambda connection: connection.exec_driver_sql("PRAGMA temp_store").scalar_one())


def thread(_connection: Connection) -> int:
    """Tell in which thread the work is done."""
    return threading.get_ident()


def patience(connection: Connection) -> int:
    """Tell how many milliseconds the connection waits for another program's lock."""
    return int(connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one())


@pytest.mark.usefixtures("quick")
async def test_brief_work_is_done_here(db: Database) -> None:
    """On a file that is open and quick brief work is done in the loop's own thread, what is only noted too."""
    here = threading.get_ident()
    first = await db.change_briefly(thread)
    assert [here, here, here] == [first, *await asyncio.gather(db.note(thread), db.change_briefly(thread))]


@pytest.mark.usefixtures("quick")
async def test_brief_work_with_other_work_is_done_in_the_thread(db: Database) -> None:
    """Brief work that shares a transaction with work that may be long is not done in the loop's thread."""
    away = await db.change(thread)
    noted = asyncio.create_task(db.note(thread))
    await asyncio.sleep(0)
    assert [away, away] == [*await asyncio.gather(db.change(thread), noted)]
    assert threading.get_ident() != away


@pytest.mark.usefixtures("quick")
async def test_brief_work_on_a_slow_file(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last transaction took long the next one is done in the thread, and the one behind it here again."""
    away, here = await db.change(thread), await db.change_briefly(thread)
    monkeypatch.setattr(lanes, "QUICK", -1)
    slow = await db.change_briefly(thread)
    monkeypatch.setattr(lanes, "QUICK", 60)
    assert (away, here) == (slow, await db.change_briefly(thread))
    assert away != here


@pytest.mark.usefixtures("quick")
async def test_brief_work_waits_for_a_held_file_in_the_thread(db: Database, url: str, now: datetime) -> None:
    """While another program holds the file the loop goes on, and what was to be brief is done when that lets go."""
    await db.change_briefly(meet, 1, now)
    with held(url):
        waiting = asyncio.create_task(db.change_briefly(meet, 2, now))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert not waiting.done()
    assert (2, [1, 2]) == (await waiting, await known(db))


@pytest.mark.usefixtures("quick")
async def test_how_long_a_held_file_is_waited_for(db: Database, now: datetime) -> None:
    """Brief work does not wait for a file, other work behind it does; so it is on a connection that was opened anew."""
    before = await db.change_briefly(patience), await db.change(patience), await db.change_briefly(patience)
    await db.change(meet, 1, now)
    await asyncio.gather(db.change_briefly(meet, 1, now), return_exceptions=True)
    after = await db.change(patience), await db.change_briefly(patience)
    assert ((0, 2000, 0), (2000, 0)) == (before, after)


@pytest.mark.usefixtures("quick")
async def test_brief_work_that_raises_undoes_itself_alone(
    db: Database, commits: list[Connection], now: datetime
) -> None:
    """What breaks a rule hears of it where it is done here too, and what shares the transaction is kept."""
    await db.change_briefly(meet, 1, now)
    noted = asyncio.create_task(db.note(meet, 2, now))
    await asyncio.sleep(0)
    found = await asyncio.gather(db.change_briefly(meet, 1, now), noted, return_exceptions=True)
    assert (IntegrityError, 2, [1, 2], 2) == (type(found[0]), found[1], await known(db), len(commits))


@pytest.mark.usefixtures("quick")
async def test_brief_work_is_told_in_order(db: Database) -> None:
    """Who asked first goes on first, whoever's work it was that the transaction was begun for."""
    told = list[str]()

    async def tells(name: str, work: Awaitable[int]) -> None:
        await work
        told.append(name)

    await db.change(thread)
    noting = asyncio.create_task(tells("noted", db.note(thread)))
    await asyncio.sleep(0)
    await asyncio.gather(tells("changed", db.change_briefly(thread)), noting)
    assert ["noted", "changed"] == told


@pytest.mark.usefixtures("quick")
async def test_brief_work_where_a_connection_is_to_be_opened(db: Database, now: datetime) -> None:
    """Behind a transaction that came to nothing the connection is a new one, which the thread opens."""
    away = await db.change(thread)
    await db.change(meet, 1, now)
    with pytest.raises(IntegrityError):
        await db.change_briefly(meet, 1, now)
    assert (away, threading.get_ident()) == (await db.change_briefly(thread), await db.change_briefly(thread))


@pytest.mark.usefixtures("quick")
async def test_brief_work_is_done_once(db: Database, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a group that was done one by one, what is committed is not done again since the file was held for another."""
    locked = OperationalError("BEGIN", None, SqliteError("database is locked"))
    asked = list[int]()

    def done(works: Sequence[lanes.Work]) -> Sequence[lanes.Outcome]:
        asked.append(len(works))
        return [lanes.Outcome(1), lanes.Outcome(error=locked)]

    monkeypatch.setattr(db._changing, "_done", done)
    noted = asyncio.create_task(db.note(meet, 1, now))
    await asyncio.sleep(0)
    found = await asyncio.gather(noted, db.change_briefly(meet, 2, now), return_exceptions=True)
    assert ([1, locked], [2]) == ([*found], asked)


@pytest.mark.usefixtures("quick")
async def test_close_does_all_that_is_brief(url: str, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was only noted, of several groups, is done before the database is closed."""
    monkeypatch.setattr(lanes, "GROUP", 2)
    db = await Database.open(url)
    noted = [asyncio.create_task(db.note(meet, user, now)) for user in range(5)]
    await asyncio.sleep(0)
    await db.close()
    assert list(range(5)) == await asyncio.gather(*noted)
