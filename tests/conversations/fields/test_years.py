"""A year is found among other words, and a range gives both years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import NotUnderstood, Offered, Option, ReadingContext, Understood, Year
from conversations.fields.years import says_years

CONTEXT = ReadingContext(today=date(2026, 11, 23))
STARTING = Year(until="ending_year")
ENDING = Year(goes_on="Still active")
BOUNDS = "Enter a year between 1900 and 2026, such as 2011."


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2011", 2011),
        ("since 2011", 2011),
        ("In the autumn of 2011.", 2011),
        ("2011 - present", 2011),
        ("05/2011", 2011),
        ("from 2011 on", 2011),
        ("2011 to date", 2011),
        ("2011?", 2011),
        ("ca. 2011", 2011),
        ("March 2011", 2011),
        ("end of 2011", 2011),
        ("2011-05", 2011),
        ("2011-12-14", 2011),
        ("14.12.2011", 2011),
        ("2011-2011", 2011),
        ("٢٠١١", 2011),
        ("1850", 1850),
        ("3011", 3011),
        ("5 years ago", 2021),
        ("vor 5 Jahren", 2021),
        ("for 5 år siden", 2021),
        ("il y a 5 ans", 2021),
        ("5 lat temu", 2021),
    ],
)
def test_year_alone(text: str, year: int) -> None:
    """The only year in a short text is the answer; its bounds are checked later."""
    assert Understood(year) == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize(
    "text", ["2011-2014", "2011–14", "from 2011 to 2014", "2011, ended 2014", "2011 - 14", "2011 bis 2014", "2011→2014"]
)
def test_year_range_taken(text: str) -> None:
    """A range typed for the starting year answers both questions."""
    assert Understood(2011, {"ending_year": 2014}) == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        *("started in 2012, ended last year", "from 2012 until last year", "2012 - two thousand twenty-five"),
        *(
            "2012 bis letztes Jahr",
            "fra 2012 til sidste år",
            "2012, jusqu'à l'année dernière",
            "2012 to twenty twenty-five",
        ),
    ],
)
def test_year_range_with_an_end_in_words(text: str) -> None:
    """A range with only the start in figures also answers both questions."""
    assert Understood(2012, {"ending_year": 2025}) == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        *("yes in RAN P&P 2018", "yes, ran edu 2018", "RAN Rehabilitation Working Group, 2018", "at a meeting in 2018"),
        *("presented at a conference in 2018", "auf einer Tagung 2018", "ISF 2018", "Erasmus+ project, 2018"),
        *("evaluated in 2018", "the 2018 handbook"),
    ],
)
@pytest.mark.parametrize("kind", [STARTING, ENDING, Year()])
def test_year_of_something_else_offered(kind: Year, text: str) -> None:
    """The year of a meeting or a grant is saved only after a press."""
    problem = f"Which year is “{text}”? Press the one that you mean, or send another."
    assert Offered(problem, (Option("2018", 2018),)) == kind.read(text, CONTEXT)


def test_years_of_something_else_offered() -> None:
    """The same is true for two years: one button saves both."""
    both = Option("2018 and 2020", 2018, {"ending_year": 2020})
    problem = "Which year is “ISF project 2018-2020”? Press the one that you mean, or send another."
    assert Offered(problem, (both,)) == STARTING.read("ISF project 2018-2020", CONTEXT)


@pytest.mark.parametrize("text", ["it ran from 2011 to 2014", "Yes, 2011-2014"])
def test_year_behind_little_words(text: str) -> None:
    """The verb "ran" is no meeting, and "yes" raises no doubt."""
    assert Understood(2011, {"ending_year": 2014}) == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        *(("since 2015, still going", True), ("2012-2018", True), ("2015", True), ("seit 2015", True)),
        *(("started in 2012, ended last year", True), ("fra 2015 og stadig i gang", True), ("last year", True)),
        *(("2015 in Aarhus", False), ("RAN EDU 2018", False), ("still active", False), ("Erasmus+ 2018", False)),
        *(("pupils from 2015", False), ("", False), ("15 mentors", False), ("2015 since " * 30, False)),
    ],
)
def test_text_of_years_alone(text: str, years: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A text with only years and words about them is detected at any question."""
    assert years is says_years(text)


@pytest.mark.parametrize("text", ["2011/14", "2011 or 2014", "2011 and 2014", "not 2011-2014"])
def test_year_range_offered(text: str) -> None:
    """Two years that may be no range are offered: one button saves both."""
    problem = (
        "Your message names two years. "
        "Press the button to take 2011 as the start and 2014 as the end, or send one year."
    )
    both = Option(label="2011 and 2014", value=2011, others={"ending_year": 2014})
    assert Offered(problem, (both,)) == STARTING.read(text, CONTEXT)


STILL = Year(until="ending_year", may_go_on=True)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2015, still active",
            "since 2015, still active",
            "2015, active",
            "2015 - present",
            "2015 (ongoing)",
            "2015-",
        ),
        *("2015 →", "2015...", "still active since 2015", "since 2015 and still ongoing", "2015, stil active"),
        *("seit 2015, läuft noch", "2015 bis heute", "fra 2015 og stadig i gang", "i gang siden 2015"),
        *("od 2015, trwa nadal", "it began in 2015 and is still active", "2015, the practice is still active"),
    ],
)
def test_year_and_still_active(text: str) -> None:
    """A start with "still active" or a dash after it also answers the question for the end."""
    assert Understood(2015, {"ending_year": None}) == STILL.read(text, CONTEXT)


@pytest.mark.parametrize(
    "text", ["2015", "since 2015", "2015, inactive", "2015, not active", "2015 in Aarhus", "In the autumn of 2015."]
)
def test_year_and_nothing_of_its_end(text: str) -> None:
    """Without such words only the start is answered."""
    assert Understood(2015) == STILL.read(text, CONTEXT)


def test_year_by_its_shortcut() -> None:
    """The button "This year" is read like the words."""
    assert Understood(2026) == Year(shortcuts=("This year",)).read("This year", CONTEXT)


@pytest.mark.parametrize("text", ["2024-2027", "2024–27", "2024 - ongoing (planned until 2027)", "from 2024 to 2027"])
def test_year_range_into_the_future_offered(text: str) -> None:
    """A range that ends in the future offers its start, as still active, and says why."""
    problem = "2027 is still to come, so the practice is still active. Press the button to take 2024 as the start."
    active = Option(label="2024, still active", value=2024, others={"ending_year": None})
    assert Offered(problem, (active,)) == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "last"),
    [("2019/2020", 2020), ("2019-20", 2020), ("school year 2019/20", 2020), ("2019 or 2020", 2020), ("2019-12", None)],
)
def test_year_of_a_school(text: str, last: int | None) -> None:
    """Two successive years are offered together, or the first alone; a month is no year."""
    reading = STARTING.read(text, CONTEXT)
    both = Option(label=f"2019 and {last}", value=2019, others={"ending_year": last})
    expected = Offered(
        f"That can be two years. Press 2019 and {last} if it ended in {last}, or 2019 alone.",
        (both, Option("2019", 2019)),
    )
    assert (Understood(2019) if last is None else expected) == reading


def test_year_or_month_offered() -> None:
    """2010-12 can be a December."""
    reading = STARTING.read("2010-12", CONTEXT)
    assert isinstance(reading, Offered)
    assert ["2010 and 2012", "2010"] == [option.label for option in reading.options]


@pytest.mark.parametrize(
    ("text", "quote", "example"),
    [
        ("1990s", "1990s", 1995),
        ("since the 1990s", "1990s", 1995),
        ("1990’s", "1990's", 1995),
        ("early 2000s", "2000s", 2005),
        ("2020s", "2020s", 2025),
        ("the '80s", "80s", 1985),
        ("since the nineties", "nineties", 1995),
        ("1990er Jahre", "1990er", 1995),
        ("1990'erne", "1990'erne", 1995),
        ("1980-tallet", "1980-tallet", 1985),
        ("1990-luvulla", "1990-luvulla", 1995),
        ("années 90", "années 90", 1995),
        ("anni '90", "anni '90", 1995),
        ("lata 90.", "lata 90", 1995),
        ("1990s to 2005", "1990s", 1995),
    ],
)
def test_year_decade_asked(text: str, quote: str, example: int) -> None:
    """After a decade one year is asked for."""
    assert NotUnderstood(f"“{quote}” is a decade. Send one year, such as {example}.") == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "planned until 2027",
            "2027 is the ending year. Send the year in which it began, 1900 to 2026, such as 2026.",
        ),
        ("ended in 2014", "2014 is the ending year. Send the year in which it began, 1900 to 2026, such as 2014."),
        ("bis 2014", "2014 is the ending year. Send the year in which it began, 1900 to 2026, such as 2014."),
    ],
)
def test_year_of_the_end_at_the_start(text: str, problem: str) -> None:
    """An end is not saved as the start."""
    assert NotUnderstood(problem) == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        *(("before 2010", 2010), ("not 2010", 2010), ("vor 2010", 2010), ("2O1O", 2010), ("since 2O15", 2015)),
    ],
)
@pytest.mark.parametrize("kind", [STARTING, ENDING, Year()])
def test_year_doubtful_offered(kind: Year, text: str, year: int) -> None:
    """A text that is nearly a year is offered."""
    problem = f"Which year is “{text}”? Press the one that you mean, or send another."
    assert Offered(problem, (Option(str(year), year),)) == kind.read(text, CONTEXT)


@pytest.mark.parametrize("text", ["2027", "until 2027", "2024-2027", "planned until 2027", "December 2027"])
def test_ending_year_to_come(text: str) -> None:
    """An end in the future means that the practice is still active."""
    active = "2027 is still to come, so the practice is still active."
    problem = f"{active} Press Still active, or send the year in which it ended."
    assert NotUnderstood(problem) == ENDING.read(text, CONTEXT)


@pytest.mark.parametrize("text", ["since 2011", "2011-", "2011 - present", "2011 to date", "from 2011 on", "seit 2011"])
def test_ending_year_is_the_start(text: str) -> None:
    """A start is not saved as the end silently."""
    problem = "That is the year in which it began. Press Still active if it goes on, or 2011 if it ended in that year."
    assert Offered(problem, (Option("2011", 2011),)) == ENDING.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("2014", Understood(2014)),
        ("ended 2014", Understood(2014)),
        ("December 2014", Understood(2014)),
        (
            "2011-2014",
            Offered(
                "Your message names 2011 and 2014. Press 2014 to take it as the end, or send one year.",
                (Option("2014", 2014),),
            ),
        ),
        ("2014, 2011", NotUnderstood("Your message names 2014 and 2011. Send one year, such as 2014.")),
        ("2011, 2012, 2014", NotUnderstood("Your message names 2011, 2012 and 2014. Send one year, such as 2011.")),
    ],
)
def test_ending_year(text: str, reading: object) -> None:
    """The end is one year, or the second of two."""
    assert reading == ENDING.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("kind", "text", "problem"),
    [
        (STARTING, "next year", BOUNDS),
        (STARTING, "", BOUNDS),
        (STARTING, "2O99", BOUNDS),
        (STARTING, "2O11 or 2O12", BOUNDS),
        (STARTING, "12345", BOUNDS),
        (STARTING, "1" * 10_000, BOUNDS),
        (STARTING, f"{'word ' * 40}2011", BOUNDS),
        (STARTING, "1850-2014", BOUNDS),
        (STARTING, "2014-2011", "2011 is before 2014. Send the starting year alone, such as 2011."),
        (STARTING, "2011, 2012, 2013", "Your message names 2011, 2012 and 2013. Send one year, such as 2011."),
        (Year(), "2011-2014", "Your message names 2011 and 2014. Send one year, such as 2011."),
    ],
)
def test_year_not_understood(kind: Year, text: str, problem: str) -> None:
    """No year, several years or an impossible range is refused, and no wrong button is offered."""
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
        (Year(), 2010, ReadingContext(today=date(2009, 1, 1)), "Enter a year between 1900 and 2009, such as 2009."),
    ],
)
def test_year_bounds(kind: Year, value: int, context: ReadingContext | None, problem: str | None) -> None:
    """A year lies between the first year and this year; without a context there is no last year."""
    assert problem == kind.problem(value, context)


@given(st.integers(1000, 9999))
def test_year_read_again(year: int) -> None:
    """Reading a shown year returns the same year."""
    assert Understood(year) == STARTING.read(STARTING.show(year), CONTEXT)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("two thousand", 2000),
        ("two thousand and ten", 2010),
        ("Two Thousand Eleven", 2011),
        ("since two thousand and twenty-four", 2024),
        ("twenty ten", 2010),
        ("twenty oh five", 2005),
        ("nineteen ninety-nine", 1999),
        ("nineteen eighty four", 1984),
        ("this year", 2026),
        ("last year", 2025),
        ("started last year", 2025),
        ("letztes Jahr", 2025),
        ("l'année dernière", 2025),
        ("i fjor", 2025),
        ("w tym roku", 2026),
    ],
)
def test_year_in_words(text: str, year: int) -> None:
    """A year in English words is read, and "this year" and "last year" in Europe's languages."""
    assert Understood(year) == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize("text", ["next year", "the last year of the project", "twenty-six", "nineteen people"])
def test_words_that_are_no_year(text: str) -> None:
    """A future year and other numbers are no year."""
    assert NotUnderstood(BOUNDS) == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "decade", "example"),
    [("the eighties", "eighties", 1985), ("80s", "80s", 1985), ("20s", "20s", 2025), ("noughties", "noughties", 2005)],
)
def test_decade_is_asked_with_one_of_its_years(text: str, decade: str, example: int) -> None:
    """The example is a year of the decade that was named."""
    problem = f"“{decade}” is a decade. Send one year, such as {example}."
    assert NotUnderstood(problem) == STARTING.read(text, CONTEXT)


@pytest.mark.parametrize("text", ["still going strong", "bis auf Weiteres", "we are not done with it", "yes"])
def test_words_at_the_ending_year_name_the_button(text: str) -> None:
    """Words without a year may mean that the practice is still active."""
    assert NotUnderstood(f"If it goes on, press Still active. {BOUNDS}") == ENDING.read(text, CONTEXT)
