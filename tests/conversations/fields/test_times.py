"""Times are told one way: near days by their names, others by their dates, in the time of Brussels."""

from datetime import UTC, date, datetime

import pytest

from conversations.fields.times import day, moment, on

NOW = datetime(2026, 5, 12, 22, 30, tzinfo=UTC)
"""Half past midnight on 13 May in Brussels."""


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (datetime(2026, 5, 12, 22, 5, tzinfo=UTC), "today, 00:05"),
        (datetime(2026, 5, 12, 7, 10, tzinfo=UTC), "yesterday, 09:10"),
        (datetime(2026, 5, 14, 8, 0, tzinfo=UTC), "tomorrow, 10:00"),
        (datetime(2026, 5, 11, 12, 5, tzinfo=UTC), "11 May, 14:05"),
        (datetime(2026, 1, 2, 12, 5, tzinfo=UTC), "2 January, 13:05"),
        (datetime(2025, 12, 31, 23, 5, tzinfo=UTC), "1 January, 00:05"),
        (datetime(2025, 12, 31, 22, 5, tzinfo=UTC), "31 December 2025, 23:05"),
    ],
)
def test_time_is_that_of_brussels(at: datetime, told: str) -> None:
    """The day and the hour are those of Brussels, summer or winter; the year stands there if it is another one."""
    assert told == moment(at, NOW)


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (date(2026, 5, 13), "today"),
        (date(2026, 5, 12), "yesterday"),
        (date(2026, 5, 14), "tomorrow"),
        (date(2026, 5, 1), "on 1 May"),
        (date(2027, 5, 13), "on 13 May 2027"),
    ],
)
def test_day_within_a_sentence(of: date, told: str) -> None:
    """A date gets "on", and "today" does not."""
    assert told == on(day(of, NOW))
