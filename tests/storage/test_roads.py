"""Roads: what waits together for a server shares a transaction, and nobody suffers for another."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from sqlalchemy import Connection, event, func, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from support.postgres import Postgres
from support.together import commits_of, known, meet, together

from storage import Database, roads
from storage.lanes import Closed
from storage.tables import PEOPLE

pytestmark = pytest.mark.postgresql


@pytest.fixture
async def db(url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    """Open a database to which one connection leads."""
    monkeypatch.setattr("storage.engines.CONNECTIONS", 1)
    db = await Database.open(url)
    yield db
    await db.close()


@pytest.fixture
def commits(db: Database) -> list[Connection]:
    """Count the commits."""
    return commits_of(db)


async def test_what_waits_together_is_committed_together(
    db: Database, commits: list[Connection], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One commit is enough for a group, which has an end; each gets its own result."""
    monkeypatch.setattr(roads, "GROUP", 5)
    assert (list(range(21)), 5) == (await together(db, range(21), now), len(commits))
    assert list(range(21)) == await known(db)


async def test_one_that_raises_undoes_itself_alone(db: Database, now: datetime) -> None:
    """Of a group, what breaks a rule hears of it, and all others are kept."""

    def meets_two(connection: Connection) -> None:
        meet(connection, 9, now)
        meet(connection, 1, now)

    first, broken, *others = await asyncio.gather(
        db.change(meet, 1, now), db.change(meets_two), *(db.change(meet, user, now) for user in (2, 3)),
        return_exceptions=True,
    )  # fmt: skip
    assert (1, IntegrityError, [2, 3], [1, 2, 3]) == (first, type(broken), others, await known(db))


async def test_commit_that_fails_is_made_for_each(db: Database, now: datetime) -> None:
    """Where a group cannot be committed, nobody is told that it was, and what can be kept is."""

    def fails(connection: Connection) -> None:
        if connection.scalar(select(func.count()).where(PEOPLE.c.user_id == 2)):
            raise OSError("a bug")

    event.listen(db.changing, "commit", fails)
    first, broken, last = await together(db, range(1, 4), now)
    assert (1, OSError, 3, [1, 3]) == (first, type(broken), last, await known(db))


async def test_lost_connection_is_found_out_once(db: Database, url: str, server: Postgres, now: datetime) -> None:
    """Work that finds its connection ended by the server is done on another one, where others wait with it."""
    await db.change(meet, 1, now)
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    server.run(f"{ended} AND pid <> pg_backend_pid()", url)
    assert [2, 3, 4] == await together(db, range(2, 5), now)


async def test_server_that_is_away_is_told_to_all(
    db: Database, url: str, server: Postgres, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A transaction that cannot begin is tried once, however many wait for it."""
    tried = 0

    def refused(*_connecting: object) -> None:
        nonlocal tried
        tried += 1
        raise ConnectionRefusedError

    event.listen(db.changing, "do_connect", refused)
    monkeypatch.setattr(db.changing.pool, "_pre_ping", False)
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    server.run(f"{ended} AND pid <> pg_backend_pid()", url)
    with pytest.raises(DBAPIError):
        await db.change(meet, 1, now)  # it finds out that the connection is gone
    told = await together(db, range(1, 9), now)
    event.remove(db.changing, "do_connect", refused)
    assert ([ConnectionRefusedError] * 8, 1) == ([type(each) for each in told], tried)
    assert list(range(1, 9)) == await together(db, range(1, 9), now)


async def test_questions_at_once_do_not_fail_for_each_other(db: Database) -> None:
    """A question that cannot be asked spoils no other that is asked with it."""
    good = select(func.count()).select_from(PEOPLE)
    asked = [db.ask(Connection.scalar, query) for query in (good, good, text("SELECT 1 / 0"), good)]
    zero, first, broken, last = await asyncio.gather(*asked, return_exceptions=True)
    assert ([0, 0, 0], True) == ([zero, first, last], isinstance(broken, DBAPIError))


async def test_close_does_what_waits_and_refuses_the_rest(url: str, now: datetime) -> None:
    """What waits at the close is done; what comes behind it is refused."""
    db, other = await Database.open(url), await Database.open(url)
    waiting = [asyncio.create_task(db.change(meet, user, now)) for user in range(50)]
    await asyncio.sleep(0)
    await db.close()
    with pytest.raises(Closed):
        await db.change(meet, 99, now)
    assert (list(range(50)), list(range(50))) == (await asyncio.gather(*waiting), await known(other))
    await other.close()


async def test_close_refuses_what_waits_too_long(
    url: str, now: datetime, monkeypatch: pytest.MonkeyPatch, other: Database
) -> None:
    """What has not begun a moment after the close is refused; what has is done when it can be."""
    monkeypatch.setattr("storage.engines.CONNECTIONS", 1)
    monkeypatch.setattr("storage.database.CLOSE_SECONDS", 0.01)
    monkeypatch.setattr(roads, "GROUP", 1)
    db = await Database.open(url)
    async with other.write() as holding:
        await holding.run_sync(meet, 1, now)
        waiting = [asyncio.create_task(db.change(meet, user, now)) for user in (1, 2)]
        await asyncio.sleep(0)
        closing = asyncio.create_task(db.close())
        with pytest.raises(Closed):
            await waiting[1]
        await holding.rollback()
    await closing
    assert (1, [1]) == (await waiting[0], await known(other))
