"""Worker locks: a lock of one worker is no other's, until it is freed or the worker is gone."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from sqlalchemy import TextClause, text
from sqlalchemy.exc import DBAPIError
from support.postgres import Postgres

from storage import Kind, WorkerLocks
from storage.database.engines import _LOCKING, SILENT_SECONDS, WORKER
from storage.database.worker_locks import _ASK

pytestmark = pytest.mark.both


CHAT = -1001234567890

on_postgresql = pytest.mark.postgresql


@pytest.fixture
async def mine(url: str) -> AsyncIterator[WorkerLocks]:
    """Give the locks of one worker."""
    locks = WorkerLocks(url)
    yield locks
    await locks.close()


@pytest.fixture
async def others(url: str) -> AsyncIterator[WorkerLocks]:
    """Give the locks of another worker."""
    locks = WorkerLocks(url)
    yield locks
    await locks.close()


async def gets(locks: WorkerLocks, kind: Kind = Kind.SENDING, chat_id: int = CHAT) -> bool:
    """Say whether a worker gets a lock now."""
    async with locks.hold(kind, chat_id) as lock:
        return lock is not None


async def comes_true(condition: Callable[[], Awaitable[object]]) -> None:
    """Wait for something that the server does."""
    async with asyncio.timeout(30):
        while not await condition():  # noqa: ASYNC110 - the server changes it
            await asyncio.sleep(0.01)


def end_workers(server: Postgres, url: str) -> None:
    """End the sessions of all workers, as a server does that is stopped."""
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    server.run(f"{ended} AND application_name = '{WORKER}'", url)


@pytest.mark.sqlite
@pytest.mark.unmigrated
async def test_worker_that_is_alone(url: str, tmp_path: Path) -> None:
    """On a file a worker has all locks, and nothing is opened for them."""
    locks = WorkerLocks(url)
    await locks.open()
    async with locks.hold(Kind.SENDING, 5) as lock:
        mine = lock is not None and await lock.still_mine()
    kept = await locks.keeps(Kind.POLLING), await locks.keeps(Kind.POLLING)
    await locks.leave(Kind.POLLING)
    await locks.close()
    assert (True, (True, True), False, 1, []) == (mine, kept, locks.shared, locks.workers, made_in(tmp_path))


@pytest.mark.sqlite
@pytest.mark.unmigrated
async def test_worker_that_is_alone_waits_for_nobody(url: str) -> None:
    """On a file a worker hears at once, whoever asks at the same time, that it polls and sweeps."""
    locks = WorkerLocks(url)
    asking = [asyncio.create_task(locks.keeps(kind)) for kind in (Kind.POLLING, Kind.SWEEPING)]
    await asyncio.sleep(0)
    assert [True, True] == [each.done() and each.result() for each in asking]


def made_in(folder: Path) -> list[Path]:
    """List the content of a folder."""
    return list(folder.iterdir())


@on_postgresql
async def test_lock_that_another_worker_has(mine: WorkerLocks, others: WorkerLocks) -> None:
    """One worker at a time has a lock."""
    async with mine.hold(Kind.SENDING, CHAT) as lock:
        assert lock is not None
        found = [await gets(others), await lock.still_mine()]
    assert [False, True, True] == [*found, await gets(others)]


@on_postgresql
async def test_lock_that_another_task_has(mine: WorkerLocks) -> None:
    """Of two tasks of one worker, too, one has a lock; that the other asks does not free it."""
    async with mine.hold(Kind.SENDING, CHAT) as lock:
        assert lock is not None
        found = [await gets(mine), await gets(mine), await lock.still_mine()]
    assert [False, False, True, True] == [*found, await gets(mine)]


@on_postgresql
async def test_lock_of_another_chat_or_kind(mine: WorkerLocks, others: WorkerLocks) -> None:
    """A lock is for one kind of work in one chat; a chat's number may have a sign."""
    async with mine.hold(Kind.SENDING, CHAT):
        found = [await gets(others, Kind.SENDING, -CHAT), await gets(others, Kind.LONG, CHAT)]
    assert [True, True] == found


@on_postgresql
async def test_work_that_raises(mine: WorkerLocks, others: WorkerLocks) -> None:
    """Work that raises frees its lock."""
    with pytest.raises(KeyError):
        async with mine.hold(Kind.FILES, CHAT):
            raise KeyError
    assert await gets(others, Kind.FILES)


@on_postgresql
async def test_asked_for_twice_at_a_time(mine: WorkerLocks, others: WorkerLocks) -> None:
    """A worker that is being asked for a lock does not have it yet."""
    assert await mine.keeps(Kind.POLLING)
    asking = [asyncio.create_task(others.keeps(Kind.POLLING))]
    while not asking[0].done():
        asking.append(asyncio.create_task(others.keeps(Kind.POLLING)))
        await asyncio.sleep(0)
    assert {False} == set(await asyncio.gather(*asking))


@on_postgresql
async def test_kept_by_two_tasks_at_a_time(mine: WorkerLocks) -> None:
    """A lock that is kept is the worker's: each of its tasks that asks hears so."""
    assert [True] * 5 == await asyncio.gather(*(mine.keeps(Kind.POLLING) for _ in range(5)))


@on_postgresql
async def test_left_to_another_worker(mine: WorkerLocks, others: WorkerLocks) -> None:
    """A worker can leave a lock that it keeps to another one, and get it back; to leave what it has not is nothing."""
    await others.leave(Kind.POLLING)
    found = [await mine.keeps(Kind.POLLING)]
    await mine.leave(Kind.POLLING)
    found += [await others.keeps(Kind.POLLING), await mine.keeps(Kind.POLLING)]
    await others.leave(Kind.POLLING)
    found += [await mine.keeps(Kind.POLLING), await others.keeps(Kind.POLLING)]
    assert [True, True, False, True, False] == found


@on_postgresql
async def test_kept_until_the_worker_stops(mine: WorkerLocks, others: WorkerLocks) -> None:
    """One worker polls for as long as it runs; then the other does."""
    assert (True, False, True) == tuple([await each.keeps(Kind.POLLING) for each in (mine, others, mine)])
    await mine.close()
    await comes_true(lambda: others.keeps(Kind.POLLING))


@on_postgresql
async def test_session_that_ended(mine: WorkerLocks, others: WorkerLocks, server: Postgres, url: str) -> None:
    """A worker whose session ended has lost its locks, hears so when it asks, and begins another session."""
    assert await mine.keeps(Kind.POLLING)
    async with mine.hold(Kind.SENDING, CHAT) as lock:
        assert lock is not None
        end_workers(server, url)
        await comes_true(lambda: gets(others))
        found = [await others.keeps(Kind.POLLING), await lock.still_mine(), await mine.keeps(Kind.POLLING)]
        assert [True, False, False, True] == [*found, await gets(mine)]


@on_postgresql
async def test_session_that_ended_before_it_is_asked(mine: WorkerLocks, server: Postgres, url: str) -> None:
    """A lock cannot be taken in a session that ended: the database's error says so; the next one begins another."""
    assert await gets(mine)
    end_workers(server, url)
    with pytest.raises(DBAPIError):
        await gets(mine)
    assert await gets(mine)


@on_postgresql
async def test_lock_of_a_session_before(mine: WorkerLocks, server: Postgres, url: str) -> None:
    """Who had a lock in a session that ended does not free the one that another task took after it."""
    async with AsyncExitStack() as before, mine.hold(Kind.SENDING, 7) as any_lock:
        assert any_lock is not None
        await before.enter_async_context(mine.hold(Kind.SENDING, CHAT))
        end_workers(server, url)
        assert not await any_lock.still_mine()
        async with mine.hold(Kind.SENDING, CHAT) as after:
            await before.aclose()
            assert after is not None
            assert (True, False) == (await after.still_mine(), await gets(mine))


@on_postgresql
async def test_session_ends_while_a_lock_is_freed(mine: WorkerLocks, others: WorkerLocks) -> None:
    """A lock whose session ended is freed by the server alone."""
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(mine.hold(Kind.SENDING, CHAT))
        async with mine._line:
            freeing = asyncio.create_task(stack.aclose())
            await asyncio.sleep(0)
            await mine._end()
        await freeing
    assert mine._session is None
    await comes_true(lambda: gets(others))


@pytest.mark.slow
@on_postgresql
async def test_server_that_answers_too_late(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that the server does not answer in time takes its locks for lost."""
    monkeypatch.setattr("storage.database.engines.WORKER_LOCK_SECONDS", 0.5)
    locks = WorkerLocks(url)
    async with locks.hold(Kind.SENDING, CHAT) as lock:
        assert lock is not None
        late = "SELECT true FROM pg_sleep(30), unnest(CAST(:keys AS bigint[]), CAST(:takes AS boolean[]))"
        monkeypatch.setattr("storage.database.worker_locks._ASK", text(late))
        assert not await lock.still_mine()
    await locks.close()


@on_postgresql
async def test_answer_that_is_read_too_late(mine: WorkerLocks, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that hung after it asked does not believe the answer: its session may have ended since."""
    async with mine.hold(Kind.SENDING, CHAT) as lock:
        assert lock is not None
        monkeypatch.setattr("storage.database.worker_locks.monotonic", iter((0, SILENT_SECONDS, 20, 21)).__next__)
        assert (False, True) == (await lock.still_mine(), await lock.still_mine())


@on_postgresql
async def test_silent_worker(url: str, others: WorkerLocks, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server frees the locks of a worker that hangs."""
    monkeypatch.setitem(_LOCKING, "idle_session_timeout", "2s")
    hanging = WorkerLocks(url)
    assert await hanging.keeps(Kind.SWEEPING)
    await comes_true(lambda: others.keeps(Kind.SWEEPING))
    await hanging.close()


@on_postgresql
async def test_worker_that_beats(url: str, others: WorkerLocks, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that has nothing to do keeps its locks, and counts the workers."""
    monkeypatch.setattr("storage.database.worker_locks.BEAT_SECONDS", 0.02)
    locks = WorkerLocks(url)
    await locks.open()
    assert await locks.keeps(Kind.SWEEPING)
    assert 1 == locks.workers
    await others.keeps(Kind.POLLING)
    await comes_true(lambda: has_counted(locks, 2))
    await others.close()
    await comes_true(lambda: has_counted(locks, 1))
    assert await locks.keeps(Kind.SWEEPING)
    await locks.close()


async def has_counted(locks: WorkerLocks, workers: int) -> bool:
    """Say whether a worker knows of so many."""
    return locks.workers == workers


@on_postgresql
async def test_worker_that_holds_many(url: str, others: WorkerLocks, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that holds the most of one kind waits until it frees one: the server's room for locks is for all."""
    monkeypatch.setattr("storage.database.worker_locks.MOST", 1)
    mine = WorkerLocks(url)
    async with mine.hold(Kind.SENDING, CHAT):
        next_one = asyncio.create_task(gets(mine, Kind.SENDING, 7))
        assert (True, True) == (await gets(mine, Kind.LONG, 7), await gets(others, Kind.SENDING, 7))
        assert not next_one.done()
    assert await next_one
    await mine.close()


@on_postgresql
async def test_cancelled_while_the_server_is_asked(
    mine: WorkerLocks, others: WorkerLocks, server: Postgres, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A caller that is cancelled while the server is asked leaves nothing locked, and no other lock is lost."""
    assert await others.keeps(Kind.FILES)  # the server answers when it is free
    async with mine.hold(Kind.SENDING, 7) as lock:
        assert lock is not None
        slow = f"{_ASK.text}, pg_advisory_xact_lock({Kind.FILES << 56})"
        with monkeypatch.context() as slowly:
            slowly.setattr("storage.database.worker_locks._ASK", text(slow))
            asking = asyncio.create_task(gets(mine))
            await server.someone_waits(url)
            asking.cancel()
            await others.leave(Kind.FILES)
            with pytest.raises(asyncio.CancelledError):
                await asking
        assert (True, True) == (await gets(others), await lock.still_mine())


@on_postgresql
async def test_cancelled_while_others_are_served(mine: WorkerLocks, others: WorkerLocks) -> None:
    """A caller that is cancelled before it is served leaves nothing locked."""
    async with mine._line:
        asking = asyncio.create_task(gets(mine))
        await asyncio.sleep(0)
        asking.cancel()
        await asyncio.sleep(0)
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert await gets(others)


@on_postgresql
async def test_many_callers_that_wait(mine: WorkerLocks, monkeypatch: pytest.MonkeyPatch) -> None:
    """Callers that wait are asked for together: a few statements take and free 50 locks."""
    statements: list[int] = []
    run = mine._run

    async def counted(statement: TextClause, given: dict[str, object]) -> object:
        statements.append(len(given["keys"]))  # type: ignore[arg-type] # it is a list
        return await run(statement, given)

    monkeypatch.setattr(mine, "_run", counted)
    assert [True] * 50 == await asyncio.gather(*(gets(mine, Kind.SENDING, chat) for chat in range(50)))
    assert (100, True) == (sum(statements), len(statements) < 10)


@on_postgresql
async def test_closed_while_it_is_asked(mine: WorkerLocks, others: WorkerLocks) -> None:
    """A caller before the close gets its lock, which ends with the session."""
    async with AsyncExitStack() as stack:
        taking = asyncio.create_task(stack.enter_async_context(mine.hold(Kind.SENDING, CHAT)))
        await asyncio.sleep(0)
        await mine.close()
        assert await taking
    await comes_true(lambda: gets(others))


@on_postgresql
@pytest.mark.parametrize("number", range(20))
async def test_many_at_once(mine: WorkerLocks, others: WorkerLocks, number: int) -> None:
    """However many want a chat at once, in two workers, one has it."""
    held, most = 0, 0

    async def work(locks: WorkerLocks) -> None:
        nonlocal held, most
        async with locks.hold(Kind.SENDING, number) as lock:
            if lock:
                held += 1
                most = max(most, held)
                await asyncio.sleep(0)
                held -= 1

    await asyncio.gather(*(work((mine, others)[n % 2]) for n in range(20)))
    assert (0, 1) == (held, most)


@on_postgresql
async def test_worker_without_a_server(unused_tcp_port: int) -> None:
    """Without a server a lock cannot be had: that raises, and closing does not."""
    locks = WorkerLocks(f"postgresql+asyncpg://anna@127.0.0.1:{unused_tcp_port}/practices")
    await locks.open()
    with pytest.raises(OSError, match=r".*"):
        await locks.keeps(Kind.POLLING)
    await locks.close()
