"""Claims: what one worker has no other has, until it gives it back or is gone."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack

import pytest
from sqlalchemy.exc import DBAPIError
from support.postgres import Postgres

from storage import Claims, Kind, claims_of
from storage.server import _CLAIMING, WORKER
from storage.sharing import SharedClaims, _ask_together, _Asked, _Session

pytestmark = pytest.mark.postgresql
CHAT = -1001234567890


@pytest.fixture
async def mine(url: str) -> AsyncIterator[SharedClaims]:
    """Claim as one worker does."""
    claims = claims_of(url)
    assert isinstance(claims, SharedClaims)
    yield claims
    await claims.close()


@pytest.fixture
async def others(url: str) -> AsyncIterator[Claims]:
    """Claim as another worker does."""
    claims = claims_of(url)
    yield claims
    await claims.close()


async def gets(claims: Claims, kind: Kind, chat_id: int = CHAT) -> bool:
    """Say whether a worker would get a claim now."""
    async with claims.hold(kind, chat_id) as claim:
        return claim is not None


async def comes_true(condition: Callable[[], Awaitable[object]]) -> None:
    """Wait for something that the server does."""
    async with asyncio.timeout(30):
        while not await condition():  # noqa: ASYNC110 - the server changes it
            await asyncio.sleep(0.01)


def end_workers(server: Postgres, url: str) -> None:
    """End the sessions of all workers, as a server does that is stopped."""
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    server.run(f"{ended} AND application_name = '{WORKER}'", url)


async def test_one_of_two_has_a_claim(mine: Claims, others: Claims) -> None:
    """A chat's mail is one worker's at a time; other chats and other work are free."""
    async with mine.hold(Kind.MAIL, CHAT) as claim:
        assert claim is not None
        assert (False, False) == (await gets(mine, Kind.MAIL), await gets(others, Kind.MAIL))
        assert (True, True) == (await gets(others, Kind.MAIL, -CHAT), await gets(others, Kind.TURNS))
        assert await claim.still_mine()
    assert (True, True) == (await gets(others, Kind.MAIL), await gets(mine, Kind.MAIL))


async def test_claim_is_given_back_after_an_error(mine: Claims, others: Claims) -> None:
    """Work that raises gives its claim back."""
    with pytest.raises(KeyError):
        async with mine.hold(Kind.TURNS, CHAT):
            raise KeyError
    assert await gets(others, Kind.TURNS)


async def test_asked_for_twice_at_a_time(mine: Claims, others: Claims) -> None:
    """What is being asked for is not had yet."""
    assert await mine.keeps(Kind.POLLING) is True
    asking = [asyncio.create_task(others.keeps(Kind.POLLING))]
    while not asking[0].done():
        asking.append(asyncio.create_task(others.keeps(Kind.POLLING)))
        await asyncio.sleep(0)
    assert {False} == set(await asyncio.gather(*asking))


async def test_left_to_another_worker(mine: Claims, others: Claims) -> None:
    """What a worker keeps it can leave to another one, and have again; to leave what one has not is nothing."""
    await others.leave(Kind.POLLING)
    found = [await mine.keeps(Kind.POLLING)]
    await mine.leave(Kind.POLLING)
    found += [await others.keeps(Kind.POLLING), await mine.keeps(Kind.POLLING)]
    await others.leave(Kind.POLLING)
    found += [await mine.keeps(Kind.POLLING), await others.keeps(Kind.POLLING)]
    assert [True, True, False, True, False] == found


async def test_kept_until_the_worker_stops(mine: Claims, others: Claims) -> None:
    """One worker polls, for as long as it runs; then the other does."""
    assert (True, False, True) == tuple([await each.keeps(Kind.POLLING) for each in (mine, others, mine)])
    await mine.close()
    await comes_true(lambda: others.keeps(Kind.POLLING))


async def test_claims_end_with_their_session(mine: Claims, others: Claims, server: Postgres, url: str) -> None:
    """A worker whose session broke has lost its claims, knows it when it looks, and begins anew."""
    assert await mine.keeps(Kind.POLLING)
    async with mine.hold(Kind.MAIL, CHAT) as claim:
        assert claim is not None
        end_workers(server, url)
        await comes_true(lambda: gets(others, Kind.MAIL))
        with pytest.raises(DBAPIError):
            await gets(mine, Kind.TURNS)
        assert not await claim.still_mine()
        assert (True, True) == (await others.keeps(Kind.POLLING), await gets(mine, Kind.TURNS))
    assert not await mine.keeps(Kind.POLLING)


async def test_session_ends_while_a_claim_is_given_back(mine: SharedClaims, others: Claims) -> None:
    """A claim whose session ended is given back by nobody else's."""
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(mine.hold(Kind.MAIL, CHAT))
        async with mine._line:
            giving = asyncio.create_task(stack.aclose())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            await mine._end()
        await giving
    await comes_true(lambda: gets(others, Kind.MAIL))


async def test_old_word_of_the_server_does_not_count(
    mine: Claims, server: Postgres, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that slept asks the server before it goes on with what it held."""
    monkeypatch.setattr("storage.sharing.TRUST_SECONDS", 0.0)
    async with mine.hold(Kind.MAIL, CHAT) as claim:
        assert claim is not None
        assert await claim.still_mine()
        end_workers(server, url)
        assert not await claim.still_mine()
        assert not await claim.still_mine()


async def test_silent_worker_is_taken_for_dead(url: str, others: Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a worker holds that hangs is free when the server has heard nothing of it for a while."""
    monkeypatch.setitem(_CLAIMING, "idle_session_timeout", "2s")
    hanging = claims_of(url)
    assert await hanging.keeps(Kind.SWEEPING)
    await comes_true(lambda: others.keeps(Kind.SWEEPING))
    await hanging.close()


async def test_worker_that_beats_lives(url: str, others: Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that has nothing to do keeps what it has, and counts the others."""
    monkeypatch.setattr("storage.sharing.BEAT_SECONDS", 0.02)
    claims = claims_of(url)
    await claims.open()
    assert await claims.keeps(Kind.SWEEPING)
    assert 1 == claims.workers
    await others.keeps(Kind.POLLING)
    await comes_true(lambda: has_counted(claims, 2))
    await others.close()
    await comes_true(lambda: has_counted(claims, 1))
    assert await claims.keeps(Kind.SWEEPING)
    await claims.close()


async def has_counted(claims: Claims, workers: int) -> bool:
    """Say whether a worker knows of so many."""
    return claims.workers == workers


async def test_worker_that_holds_much_waits_in_line(url: str, others: Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a number of chats a worker takes one where it has given one back: the room for locks is for all."""
    monkeypatch.setattr("storage.sharing.MOST", 1)
    mine = claims_of(url)
    async with mine.hold(Kind.MAIL, CHAT):
        next_one = asyncio.create_task(gets(mine, Kind.MAIL, 7))
        assert (True, True) == (await gets(mine, Kind.TURNS, 7), await gets(others, Kind.MAIL, 7))
        assert not next_one.done()
    assert await next_one
    await mine.close()


async def test_what_waits_is_asked_together(mine: SharedClaims, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the server is asked for one claim, others wait; one statement takes them all, and one gives them back."""
    statements: list[int] = []

    async def together(session: _Session, asked: Sequence[_Asked]) -> None:
        statements.append(len(asked))
        await _ask_together(session, asked)

    monkeypatch.setattr("storage.sharing._ask_together", together)
    assert all(await asyncio.gather(*(gets(mine, Kind.MAIL, chat) for chat in range(50))))
    assert [50, 50] == statements


async def test_closed_with_what_is_asked(mine: SharedClaims, others: Claims) -> None:
    """What is asked when a worker closes is answered first, and gone with its session."""
    async with AsyncExitStack() as stack:
        taking = asyncio.create_task(stack.enter_async_context(mine.hold(Kind.MAIL, CHAT)))
        await asyncio.sleep(0)
        await mine.close()
        assert await taking
    await comes_true(lambda: gets(others, Kind.MAIL))


@pytest.mark.parametrize("number", range(20))
async def test_many_at_once(mine: Claims, others: Claims, number: int) -> None:
    """However many want a chat at once, in two workers, one has it."""
    held, most = 0, 0

    async def work(claims: Claims) -> None:
        nonlocal held, most
        async with claims.hold(Kind.MAIL, number) as claim:
            if claim:
                held += 1
                most = max(most, held)
                await asyncio.sleep(0)
                held -= 1

    await asyncio.gather(*(work((mine, others)[n % 2]) for n in range(20)))
    assert (0, 1) == (held, most)


async def test_worker_without_a_server(unused_tcp_port: int) -> None:
    """Where the server does not answer a claim raises, and closing does not."""
    claims = claims_of(f"postgresql+asyncpg://anna@127.0.0.1:{unused_tcp_port}/practices")
    await claims.open()
    with pytest.raises(OSError, match=r".*"):
        await claims.keeps(Kind.POLLING)
    await claims.close()
