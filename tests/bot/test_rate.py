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
