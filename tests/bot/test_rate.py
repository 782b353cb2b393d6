"""How fast the bot sends, among several workers."""

import pytest

from bot.rate import Rate


@pytest.mark.parametrize(("workers", "share"), [(1, 30), (2, 15), (4, 7.5), (90, 1)])
def test_share_of_each(workers: int, share: float) -> None:
    """All workers together keep to what is set; each may send at least one message a second."""
    rate = Rate(30)
    rate.share(workers)
    assert (rate._base_limiter.max_rate if rate._base_limiter else None) == share


def test_share_that_stays() -> None:
    """As long as the same workers run, what was sent in this second counts."""
    rate = Rate(30)
    rate.share(2)
    before = rate._base_limiter
    rate.share(2)
    assert rate._base_limiter is before


def test_no_limit_to_share() -> None:
    """Without a limit of our own there is none for several either."""
    rate = Rate(0)
    rate.share(3)
    assert rate._base_limiter is None


@pytest.mark.parametrize("limit", [0, 30])
async def test_call_is_made_with_and_without_a_limit(limit: int) -> None:
    """A call goes through the library's limiter where there is a limit, and at once where there is none."""
    calls: list[tuple[object, ...]] = []

    async def call(*args: object, **named: object) -> bool:
        calls.append((*args, *named.items()))
        return True

    rate = Rate(limit)
    await rate.initialize()
    assert await rate.process_request(call, ("sendMessage",), {"read_timeout": 5}, "sendMessage", {"chat_id": 1}, None)
    await rate.shutdown()
    spent = rate._base_limiter.has_capacity(limit) if rate._base_limiter else None
    assert ([("sendMessage", ("read_timeout", 5))], None if limit == 0 else False) == (calls, spent)
