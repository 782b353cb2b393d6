"""A year is found in what people write around it, and a range offers both its years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import Context, NotUnderstood, Offered, Option, Understood, Year

CONTEXT = Context(today=date(2026, 11, 23))
STARTING = Year(until="ending_year")
BOUNDS = "Enter a year between 1900 and 2026, such as 2011."


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2011", 2011),
        ("since 2011", 2011),
        ("In the autumn of 2011.", 2011),
        ("2011 - present", 2011),
        ("05/2011", 2011),
        ("2011-05", 2011),
        ("2011-12-14", 2011),
        ("14.12.2011", 2011),
        ("2011-2011", 2011),
        ("٢٠١١", 2011),
        ("1850", 1850),
        ("3011", 3011),
    ],
)
def test_year_alone(text: str, year: int) -> None:
    """The only year of a short text is the answer; its bounds are checked after."""
    assert Understood(year) == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize(
    "text", ["2011-2014", "2011–14", "2011/14", "from 2011 to 2014", "2011, ended 2014", "2011 - 14"]
)
def test_year_range_offered(text: str) -> None:
    """A range typed for the starting year offers one button that takes both."""
    problem = "That names two years. Press the button to take 2011 as the start and 2014 as the end, or send one year."
    both = Option(label="2011 and 2014", value=2011, others={"ending_year": 2014})
    assert Offered(problem, (both,)) == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("kind", "text", "problem"),
    [
        (STARTING, "next year", BOUNDS),
        (STARTING, "", BOUNDS),
        (STARTING, "12345", BOUNDS),
        (STARTING, "1" * 10_000, BOUNDS),
        (STARTING, f"{'word ' * 40}2011", BOUNDS),
        (STARTING, "1850-2014", BOUNDS),
        (STARTING, "2011-2050", BOUNDS),
        (STARTING, "2014-2011", "2011 is before 2014. Send the starting year alone, such as 2011."),
        (STARTING, "2011, 2012, 2013", "That names 2011, 2012 and 2013. Send one year, such as 2011."),
        (Year(), "2011-2014", "That names 2011 and 2014. Send one year, such as 2011."),
    ],
)
def test_year_not_understood(kind: Year, text: str, problem: str) -> None:
    """No year, several, or a range that cannot be is said, and nothing wrong is offered."""
    assert NotUnderstood(problem) == kind.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("kind", "value", "context", "problem"),
    [
        (Year(), 1900, CONTEXT, None),
        (Year(), 2026, CONTEXT, None),
        (Year(), 2027, CONTEXT, BOUNDS),
        (Year(), 1899, CONTEXT, BOUNDS),
        (Year(), 3000, None, None),
        (Year(), 1899, None, "Enter a year from 1900 on, such as 2011."),
        (Year(first=2020), 2019, CONTEXT, "Enter a year between 2020 and 2026, such as 2020."),
        (Year(), 2010, Context(today=date(2009, 1, 1)), "Enter a year between 1900 and 2009, such as 2009."),
    ],
)
def test_year_bounds(kind: Year, value: int, context: Context | None, problem: str | None) -> None:
    """A year lies between the first and today's; without a context there is no last."""
    assert problem == kind.problem(value, context)


@given(st.integers(1000, 9999))
def test_year_read_again(year: int) -> None:
    """Reading a year as it is shown gives it back."""
    assert Understood(year) == STARTING.read(STARTING.show(year), CONTEXT)
