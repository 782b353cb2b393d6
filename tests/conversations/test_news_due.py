"""When coordinators hear of news, also where the clock was wrong when they last did."""

from datetime import timedelta

import pytest

from conversations.diagram import NOW
from conversations.dialogue.model import Every
from conversations.review.notifications import is_due

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("every", "ago", "expected"),
    [
        ("hourly", None, True),
        ("hourly", HOUR / 2, False),
        ("hourly", HOUR, True),
        ("hourly", -24 * HOUR, True),
        ("daily", -9999 * HOUR, True),
        ("daily", 23 * HOUR, False),
        ("now", timedelta(), True),
        ("off", None, False),
    ],
)
def test_news_is_due(every: Every, ago: timedelta | None, *, expected: bool) -> None:
    """News is told after the pause that was chosen; a moment to come was set by a wrong clock, and holds nothing."""
    assert expected == is_due(every, None if ago is None else NOW - ago, NOW)
