"""The rate limit, divided among workers."""

import asyncio

import pytest

from bot.telegram.client import RateLimiter


async def made_at_once(rate: RateLimiter, calls: int, chat: int = 1) -> int:
    """Ask for calls while no time passes; return how many of them are made."""
    made: list[tuple[object, ...]] = []

    async def call(*args: object, **named: object) -> bool:
        made.append((*args, *named.items()))
        return True

    asked = [
        asyncio.create_task(
            rate.process_request(call, ("sendMessage",), {"read_timeout": 5}, "sendMessage", {"chat_id": chat}, None)
        )
        for _ in range(calls)
    ]
    for _ in range(10):
        await asyncio.sleep(0)
    for task in asked:
        task.cancel()
    await asyncio.gather(*asked, return_exceptions=True)
    assert set(made) <= {("sendMessage", ("read_timeout", 5))}
    return len(made)


@pytest.fixture(autouse=True)
async def no_time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold the loop's clock, which the limiter reads."""
    loop = asyncio.get_running_loop()
    now = loop.time()
    monkeypatch.setattr(loop, "time", lambda: now)


@pytest.mark.parametrize(("workers", "share"), [(1, 30), (2, 15), (4, 7), (90, 1)])
async def test_share_of_each(workers: int, share: int) -> None:
    """All workers together keep to the setting; each may send at least one message a second."""
    rate = RateLimiter(30)
    rate.share(workers)
    assert share == await made_at_once(rate, 40)


async def test_share_that_stays() -> None:
    """As long as the same workers run, messages of this second count."""
    rate = RateLimiter(30)
    rate.share(2)
    first = await made_at_once(rate, 10)
    rate.share(2)
    assert (10, 5) == (first, await made_at_once(rate, 10))


@pytest.mark.parametrize("workers", [1, 3])
async def test_no_limit_to_share(workers: int) -> None:
    """Without a limit of our own there is none for several workers either."""
    rate = RateLimiter(0)
    rate.share(workers)
    assert 100 == await made_at_once(rate, 100, chat=-1)


async def test_group_has_a_limit_of_its_own() -> None:
    """A group gets at most 20 messages a minute."""
    assert 20 == await made_at_once(RateLimiter(30), 30, chat=-1)


async def test_call_that_fails() -> None:
    """An error of the call reaches the caller."""

    async def call() -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await RateLimiter(30).process_request(call, (), {}, "sendMessage", {"chat_id": 1}, None)
