"""Health: the result of a check of the database, and how often it is made."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import Connection
from support.turns import accept

from bot.clock import now
from bot.health import DatabaseHealth, Health, HealthCheck
from storage import Backlog, Database, RawUpdate, Waiting, backlog_of

NOTHING = Backlog(Waiting(0, None), Waiting(0, None))


@pytest.fixture
def database_health() -> DatabaseHealth:
    """Make what knows whether the database keeps what it is given."""
    return DatabaseHealth(lambda _: asyncio.sleep(0))


@pytest.fixture
def at() -> datetime:
    """Tell the time, which stands still."""
    return now()


@pytest.fixture
def watch(database: Database, database_health: DatabaseHealth, at: datetime) -> HealthCheck:
    """HealthCheck the database."""
    return HealthCheck(database, database_health, lambda: at)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Count how often it is looked."""
    numbers = count()

    async def counted(database: Database) -> Backlog:
        next(numbers)
        return await backlog_of(database)

    monkeypatch.setattr("bot.health.backlog_of", counted)
    return lambda: next(numbers)


async def test_health_of_an_idle_bot(watch: HealthCheck, at: datetime) -> None:
    """Where nothing waits all is well."""
    health = await watch.health()
    assert (Health("ok", at, NOTHING), 0.0, True) == (health, health.backlog_seconds, health.is_ok)


@pytest.mark.parametrize(("seconds", "is_ok"), [(0.25, True), (60, True), (60.2, False), (-5, True)])
async def test_health_by_the_oldest_update(
    database: Database, watch: HealthCheck, at: datetime, seconds: float, *, is_ok: bool
) -> None:
    """An update may wait for 60 seconds; a clock that was put back makes no negative age."""
    await accept(database, [RawUpdate(1, 1, {})], at - timedelta(seconds=seconds))
    health = await watch.health()
    assert (is_ok, max(0.0, round(seconds, 1))) == (health.is_ok, health.backlog_seconds)


async def test_health_where_nothing_can_be_saved(watch: HealthCheck, database_health: DatabaseHealth) -> None:
    """A full disk can still be read, and is not well."""
    database_health.fails("inbox", OSError("full"))
    health = await watch.health()
    assert ("cannot save", 0.0, False) == (health.database, health.backlog_seconds, health.is_ok)


async def test_health_where_the_database_fails(database: Database, watch: HealthCheck, at: datetime) -> None:
    """A database that cannot be read gives no answer."""
    await database.change(Connection.exec_driver_sql, "DROP TABLE outbox")
    health = await watch.health()
    assert (Health("no answer", at), None, False) == (health, health.backlog_seconds, health.is_ok)


async def test_health_while_the_database_hangs(
    watch: HealthCheck, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits longer than the bound, and the database is asked once, however many ask."""
    monkeypatch.setattr("bot.health.ANSWER_SECONDS", 0.01)
    begun, goes_on = [0], asyncio.Event()

    async def hangs(_database: Database) -> Backlog:
        begun[0] += 1
        await goes_on.wait()
        return NOTHING

    monkeypatch.setattr("bot.health.backlog_of", hangs)
    found = await asyncio.gather(*(watch.health() for _ in range(50)), watch.health())
    found.append(await watch.health())
    assert ({Health("no answer", at)}, [1]) == (set(found), begun)
    goes_on.set()
    monkeypatch.setattr("bot.health.ANSWER_SECONDS", 60)
    assert (Health("ok", at, NOTHING), [1]) == (await watch.health(), begun)


async def test_health_asked_often(watch: HealthCheck, looks: Callable[[], int]) -> None:
    """However often it is asked, it is looked once in a second."""
    for _ in range(50):
        await watch.health()
    assert looks() == 1


async def test_health_after_a_second(
    watch: HealthCheck, looks: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look is good for a second, and not longer."""
    moments = iter([10.0, 10.9, 11.0, 12.0])
    monkeypatch.setattr("bot.health.monotonic", lambda: next(moments))
    for _ in range(3):
        await watch.health()
    assert looks() == 2
