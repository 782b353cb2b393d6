"""Dates are read as people write them, and stored as given, with a first and a last day."""

from datetime import date, timedelta
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from conversations.fields import NotUnderstood, Offered, Period, ReadingContext, Understood, When
from conversations.fields.dates import say
from conversations.languages import speaking

CONTEXT = ReadingContext(today=date(2026, 11, 23))
ADAPTER: TypeAdapter[Period | None] = TypeAdapter(Annotated[Period | None, When()])
SUCH_AS = "such as 23 January 2019, 23-24 January 2019, January 2019 or 2019."
NO_DATE = f"Send a day, some days, a month or a year, {SUCH_AS}"

ONE_DAY = [
    "23 January 2019",
    "23.01.2019",
    "23. 1. 2019",
    "23/01/2019",
    "23-01-2019",
    "2019-01-23",
    "2019/01/23",
    "2019. 01. 23.",
    "01/23/2019",
    "January 23, 2019",
    "Jan. 23rd 2019",
    "23rd of January 2019",
    "Wednesday 23 January 2019",
    "Wed, 23-Jan-2019",
    "23. januar 2019",
    "den 23. januar 2019",
    "23 tammikuuta 2019",
    "23. Januar 2019",
    "le 23 janvier 2019",
    "23 gennaio 2019",
    "23 de enero de 2019",
    "23 stycznia 2019 r.",
    "2019 m. sausio 23 d.",
    "2019. január 23.",
    "23 января 2019 года",
    "٢٣ January ٢٠١٩",
    "23e januari 2019",
    "23ème janvier 2019",
    "23 - January 2019",
    "23 January - 2019",
    "2019 - 23 January",
    "23 January 2019, 10:00-12:00",
    "23 January 2019 (10:00–12:00 CET)",
    "Wednesday 23 January 2019 from 10:00 to 12:00",
    "between 10:00 and 12:00, 23 January 2019",
    "23 January 2019 at 2 p.m.",
    "23 January 2019, 10am-12pm",
    "10h30 le 23 janvier 2019",
    "23. januar 2019 kl. 10",
    "23. januar 2019 kl. 10-12",
    "23.1.2019 klo 10-12",
    "23.01.2019, 10.30 Uhr",
    "23.01.2019 10-12 Uhr",
    "2019-01-23 10:00",
    "2019-01-23T10:00",
    "2019-01-23T10:00:00.000Z",
    "2019-01-23T10:00+01:00",
    "January 23 - 10:00, 2019",
]
TWO_DAYS = [
    "23-24 January 2019",
    "23–24 January 2019",
    "23 - 24 January 2019",
    "23 & 24 January 2019",
    "23 and 24 January 2019",
    "23 to 24 January 2019",
    "January 23-24, 2019",
    "23/24 January 2019",
    "23, 24 January 2019",
    "23.-24.1.2019",
    "23.1.-24.1.2019",
    "23.01. - 24.01.2019",
    "23/01 - 24/01/2019",
    "23/24.01.2019",
    "2019-01-23 - 2019-01-24",
    "2019-01-23/2019-01-24",
    "Wed 23 and Thu 24 January 2019",
    "du 23 au 24 janvier 2019",
    "vom 23. bis 24. Januar 2019",
    "23e et 24e janvier 2019",
    "23 January 2019 10:00 - 24 January 2019 16:00",
    "23-24 January 2019, 9:00-17:00",
]
THIRD_QUARTER = [
    *("Q3 2018", "q3/2018", "Q3-2018", "2018 Q3", "2018Q3", "2018-Q3", "T3 2018", "3T 2018", "3rd quarter of 2018"),
    *("third quarter 2018", "quarter 3, 2018", "3. Quartal 2018", "drittes Quartal 2018", "3e trimestre 2018"),
    *("troisième trimestre de 2018", "tercer trimestre de 2018", "III kwartał 2018 r.", "3. kvartal 2018"),
    *("tredje kvartalet 2018", "derde kwartaal van 2018", "3. čtvrtletí 2018"),
]
FIRST_HALF = [
    *("H1 2018", "1H 2018", "S1 2018", "first half of 2018", "1st half 2018", "1. Halbjahr 2018", "1er semestre 2018"),
    *("première moitié de 2018", "første halvår 2018", "första halvåret 2018", "eerste helft van 2018"),
]
OTHERS = [
    ("30 November - 1 December 2017", date(2017, 11, 30), date(2017, 12, 1)),
    ("30 November 2017 – 2 January 2018", date(2017, 11, 30), date(2018, 1, 2)),
    ("30 December - 2 January 2018", date(2017, 12, 30), date(2018, 1, 2)),
    ("23, 24 and 25 January 2019", date(2019, 1, 23), date(2019, 1, 25)),
    ("le 1er février 2018", date(2018, 2, 1), date(2018, 2, 1)),
    ("29 February 2020", date(2020, 2, 29), date(2020, 2, 29)),
    ("January 2019", date(2019, 1, 1), date(2019, 1, 31)),
    ("märz 2018", date(2018, 3, 1), date(2018, 3, 31)),
    ("01/2019", date(2019, 1, 1), date(2019, 1, 31)),
    ("2019-01", date(2019, 1, 1), date(2019, 1, 31)),
    ("January - March 2019", date(2019, 1, 1), date(2019, 3, 31)),
    ("2019", date(2019, 1, 1), date(2019, 12, 31)),
    ("2018-2019", date(2018, 1, 1), date(2019, 12, 31)),
    ("2018/2019", date(2018, 1, 1), date(2019, 12, 31)),
    ("March/April 2019", date(2019, 3, 1), date(2019, 4, 30)),
    ("March and April 2019", date(2019, 3, 1), date(2019, 4, 30)),
    ("März/April 2019", date(2019, 3, 1), date(2019, 4, 30)),
    ("December 2018/January 2019", date(2018, 12, 1), date(2019, 1, 31)),
    ("2018/January 2019", date(2018, 1, 1), date(2019, 1, 31)),
    ("30 April/1 May 2019", date(2019, 4, 30), date(2019, 5, 1)),
    ("March 2018 - 2019", date(2018, 3, 1), date(2019, 12, 31)),
    *((text, date(2018, 7, 1), date(2018, 9, 30)) for text in THIRD_QUARTER),
    ("Q1-Q2 2019", date(2019, 1, 1), date(2019, 6, 30)),
    ("Q4 2018 - Q1 2019", date(2018, 10, 1), date(2019, 3, 31)),
    ("last quarter of 2018", date(2018, 10, 1), date(2018, 12, 31)),
    *((text, date(2018, 1, 1), date(2018, 6, 30)) for text in FIRST_HALF),
    ("2. puolivuosi 2018", date(2018, 7, 1), date(2018, 12, 31)),
]
TABLE = [
    *((text, date(2019, 1, 23), date(2019, 1, 23)) for text in ONE_DAY),
    *((text, date(2019, 1, 23), date(2019, 1, 24)) for text in TWO_DAYS),
    *OTHERS,
]


@pytest.mark.parametrize(("text", "first", "last"), TABLE)
def test_when_understood(text: str, first: date, last: date) -> None:
    """A day, a range, a month or a year is kept as given, with its first and last day."""
    assert Understood(Period(given=text, first=first, last=last)) == When().read(f" {text}\n", CONTEXT)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", NO_DATE),
        ("next week", NO_DATE),
        ("23 2019", NO_DATE),
        ("January February 2019", NO_DATE),
        ("2018 2019", NO_DATE),
        ("1 - 2 January - 3 January 2019", NO_DATE),
        ("0000", NO_DATE),
        ("Q5 2018", NO_DATE),
        ("3 Q1 2018", NO_DATE),
        ("Q1 3 2018", NO_DATE),
        ("10:00", NO_DATE),
        ("room 12, 13, 2019", NO_DATE),
        ("Q3", f"Add the year in four digits, {SUCH_AS}"),
        ("9" * 10_000, NO_DATE),
        ("1/" * 5_000, NO_DATE),
        (f"{'word ' * 30}2019", NO_DATE),
        ("23 January", f"Add the year in four digits, {SUCH_AS}"),
        ("January", f"Add the year in four digits, {SUCH_AS}"),
        ("31 June 2019", f"There is no 31 June in that year. Send the date again, {SUCH_AS}"),
        ("29 February 2019", f"There is no 29 February in that year. Send the date again, {SUCH_AS}"),
        ("0 June 2019", f"There is no 0 June in that year. Send the date again, {SUCH_AS}"),
        ("20/20/2019", "There is no month 20. Send the day first, then the month, such as 23/01/2019."),
        (
            "24-23 January 2019",
            "23 January 2019 is before 24 January 2019. Send the first day first, such as 23-24 January 2019.",
        ),
        (
            "23 January 2027 in Berlin",
            (
                "23 January 2027 is still to come: today is 23 November 2026. "
                "Send the date of a past meeting, such as 23 January 2019."
            ),
        ),
    ],
)
def test_when_not_understood(text: str, problem: str) -> None:
    """A text that cannot be a date is refused with a reason and an example."""
    assert NotUnderstood(problem) == When().read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("23 January 2019 in Berlin", ["23 January 2019"]),
        ("spring 2019", ["2019"]),
        ("23-24 January 2019, Oslo", ["23-24 January 2019"]),
        ("listopad 2019", ["October 2019", "November 2019"]),
        ("31. listopada 2019", ["31 October 2019"]),
        ("m² 2019", ["2019"]),
        ("first half of March 2019", ["March 2019"]),
        ("end of March 2019", ["March 2019"]),
        ("beginning of 2019", ["2019"]),
        ("23 January 2019, room 12", ["23 January 2019"]),
        ("23 January 2019 (group 2 of 12)", ["23 January 2019"]),
    ],
)
def test_when_offered(text: str, labels: list[str]) -> None:
    """The date in a longer text is offered, and both months of an ambiguous name."""
    reading = When().read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert labels == [option.label for option in reading.options]
    assert labels == [Period.model_validate(option.value).given for option in reading.options]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2019, 11, 1), date(2019, 11, 1), "1er novembre 2019"),
        (date(2019, 11, 11), date(2019, 11, 11), "11 novembre 2019"),
        (date(2019, 11, 21), date(2019, 12, 1), "21 nov.\u2009–\u20091er déc. 2019"),
    ],
)
def test_first_of_a_month_in_french(first: date, last: date, expected: str) -> None:
    """French says the first of a month as an ordinal, and the other days not."""
    with speaking("fr"):
        assert expected == say((first, last))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "listopad 2019", date(2019, 11, 1)),
        ("pl", "31 października 2019", date(2019, 10, 31)),
        ("hr", "5. listopada 2019.", date(2019, 10, 5)),
        ("no", "3. mai 2019", date(2019, 5, 3)),
        ("ga", "Meán Fómhair 2019", date(2019, 9, 1)),
        ("ga", "2 Deireadh Fómhair 2019", date(2019, 10, 2)),
        ("ga", "Bealtaine 2019", date(2019, 5, 1)),
        ("fi", "toukokuussa 2019", date(2019, 5, 1)),
        ("fi", "3. toukokuuta 2019", date(2019, 5, 3)),
        ("cs", "v lednu 2019", date(2019, 1, 1)),
        ("cs", "v červenci 2019", date(2019, 7, 1)),
        ("cs", "v červnu 2019", date(2019, 6, 1)),
        ("hr", "u svibnju 2019.", date(2019, 5, 1)),
        ("pl", "w maju 2019", date(2019, 5, 1)),
        ("sk", "v januári 2019", date(2019, 1, 1)),
        ("hu", "2019 májusban", date(2019, 5, 1)),
        ("cs", "Dublin 2019", None),
        ("fr", "Marseille 2019", None),
        ("et", "mais 2019", date(2019, 5, 1)),
        ("lv", "2019. gada maijā", date(2019, 5, 1)),
        ("lt", "2019 m. gegužę", date(2019, 5, 1)),
        ("sl", "23. januarja 2019", date(2019, 1, 23)),
        ("sl", "od 23. do 24. avgusta 2019", date(2019, 8, 23)),
        ("et", "23. detsembri 2019", date(2019, 12, 23)),
        ("lv", "2019. gada 23. janvāra", date(2019, 1, 23)),
        ("el", "τον Μάιο του 2019", date(2019, 5, 1)),
        ("bg", "през май 2019 г.", date(2019, 5, 1)),
        ("ro", "în mai 2019", date(2019, 5, 1)),
        ("mt", "f'Mejju 2019", date(2019, 5, 1)),
        ("de", "listopad 2019", None),
    ],
)
def test_month_in_the_language_of_the_talk(language: str, text: str, expected: date | None) -> None:
    """A name that means two months is the one of the language that is spoken; elsewhere it is asked."""
    with speaking(language):
        reading = When().read(text, CONTEXT)
    assert (expected, expected is None) == (
        reading.value.first if isinstance(reading, Understood) else None,
        isinstance(reading, Offered),
    )


@pytest.mark.parametrize(
    ("given_", "context", "problem"),
    [
        ("November 2026", CONTEXT, None),
        ("23 November 2026", CONTEXT, None),
        ("24 November 2026", None, None),
        (
            "24-25 November 2026",
            CONTEXT,
            (
                "24 November 2026 is still to come: today is 23 November 2026. "
                "Send the date of a past meeting, such as 23 January 2019."
            ),
        ),
    ],
)
def test_when_bounds(given_: str, context: ReadingContext | None, problem: str | None) -> None:
    """A meeting that was held has begun by today."""
    assert problem == When().problem(Period.model_validate(given_), context)


def test_period_json() -> None:
    """A period survives JSON unchanged."""
    period = Period.model_validate("23-24 January 2019")
    dumped = {"given": "23-24 January 2019", "first": "2019-01-23", "last": "2019-01-24"}
    assert dumped == ADAPTER.dump_python(period, mode="json")
    assert period == ADAPTER.validate_json(ADAPTER.dump_json(period))
    assert {period} == {Period.model_validate(dumped)}


def test_period_missing() -> None:
    """A missing period breaks no bound."""
    assert ADAPTER.validate_python(None) is None


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("next week", NO_DATE),
        ("spring 2019", "“spring 2019” is more than a date."),
        ({"given": "x", "first": "2019-02-01", "last": "2019-01-01"}, "1 January 2019 is before 1 February 2019."),
        ({"given": "2027", "first": "2027-01-01", "last": "2027-12-31"}, "1 January 2027 is still to come"),
    ],
)
def test_period_refused(value: object, said: str) -> None:
    """An imported period keeps the same bounds, with the same sentences."""
    with pytest.raises(ValidationError) as error:
        ADAPTER.validate_python(value, context=CONTEXT)
    assert said in str(error.value)


@given(st.dates(date(1900, 1, 1), date(2026, 11, 23)), st.integers(0, 500))
def test_when_said_read_again(first: date, days: int) -> None:
    """Any first and last day, formatted in English, are read as the same days."""
    span = first, first + timedelta(days)
    assert Understood(Period(given=say(span), first=span[0], last=span[1])) == When().read(say(span), CONTEXT)


@given(st.sampled_from(TABLE))
def test_when_shown_read_again(row: tuple[str, date, date]) -> None:
    """Reading a shown period returns the same period."""
    period = Period(given=row[0], first=row[1], last=row[2])
    assert Understood(period) == When().read(When().show(period), CONTEXT)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("23 January 2019, 24 January 2019", date(2019, 1, 23), date(2019, 1, 24)),
        ("23.01.2019; 24.01.2019", date(2019, 1, 23), date(2019, 1, 24)),
        ("23 January 2019\n24 January 2019", date(2019, 1, 23), date(2019, 1, 24)),
        ("23 January 2019\t5 March 2019", date(2019, 1, 23), date(2019, 3, 5)),
        ("23\n24 January 2019", date(2019, 1, 23), date(2019, 1, 24)),
        ("23 January, 5 March 2019", date(2019, 1, 23), date(2019, 3, 5)),
        ("March, April 2019", date(2019, 3, 1), date(2019, 4, 30)),
        ("2018, 2019", date(2018, 1, 1), date(2019, 12, 31)),
        ("2018/19", date(2018, 1, 1), date(2019, 12, 31)),
        ("Wed, 23 Jan 2019 10:00:00 +0100", date(2019, 1, 23), date(2019, 1, 23)),
        ("23 January 2019, 10.00–12.00", date(2019, 1, 23), date(2019, 1, 23)),
        ("23/01/2019 14.30 h", date(2019, 1, 23), date(2019, 1, 23)),
        ("23 de enero de 2019 a las 10:00", date(2019, 1, 23), date(2019, 1, 23)),
        ("2019 03.20", date(2019, 3, 20), date(2019, 3, 20)),
        ("Q1/Q2 2019", date(2019, 1, 1), date(2019, 6, 30)),
        ("Q4 2018/Q1 2019", date(2018, 10, 1), date(2019, 3, 31)),
        ("1st and 2nd quarter 2019", date(2019, 1, 1), date(2019, 6, 30)),
        ("3-4/2019", date(2019, 3, 1), date(2019, 4, 30)),
    ],
)
def test_several_dates_are_a_range_and_times_are_left_out(text: str, first: date, last: date) -> None:
    """Two days, months or years with a comma or a line break between them are a range."""
    reading = When().read(text, CONTEXT)
    assert isinstance(reading, Understood)
    assert (first, last) == (reading.value.first, reading.value.last)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("March, April and May 2019", "March - May 2019"),
        ("May/June/July 2019", "May - July 2019"),
        ("23 January 2019, 5 March 2019 and 7 June 2019", "23 January - 7 June 2019"),
        ("23 January 2019, Room 25", "23 January 2019"),
        ("winter 2018/19", "2018-2019"),
        ("winter, December 2018 - January 2019", "December 2018 - January 2019"),
    ],
)
def test_more_than_a_date_is_offered_in_short(text: str, offered: str) -> None:
    """More than two dates, and a date among other words, are offered; whole months and years are shown without days."""
    reading = When().read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert [offered] == [option.label for option in reading.options]


@pytest.mark.parametrize(("text", "decade", "example"), [("the 2010s", "2010s", 2015), ("early 90s", "90s", 1995)])
def test_decade_is_no_date(text: str, decade: str, example: int) -> None:
    """A decade is no date of a meeting: its first year is not saved silently."""
    problem = f"“{decade}” is a decade. Send one year, such as {example}."
    assert NotUnderstood(problem) == When().read(text, CONTEXT)


@pytest.mark.parametrize("text", ["12.04.19", "12/4/19", "12. 4. 19", "12 April '19", "Fri 12 April 19"])
def test_when_year_in_two_digits_offered(text: str) -> None:
    """A year in two digits is asked about: one press takes the date."""
    reading = When().read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert f"Add the year in four digits, {SUCH_AS}" == reading.problem
    assert ["12 April 2019"] == [option.label for option in reading.options]


@pytest.mark.parametrize("text", ["May 13-15", "12 April", "12.04.31", "3-5", "at 10.30.15"])
def test_when_no_year_in_two_digits(text: str) -> None:
    """Days are no years, and no date to come is offered."""
    assert isinstance(When().read(text, CONTEXT), NotUnderstood)


@pytest.mark.parametrize(
    ("code", "text", "given"),
    [
        *(("en", "March last year", "March 2025"), ("en", "two months ago", "September 2026")),
        *(("de", "im März letzten Jahres", "März 2025"), ("fr", "l'année dernière", "2025")),
    ],
)
def test_when_in_words_kept_in_figures(code: str, text: str, given: str) -> None:
    """A date that only counts from today is kept with its year."""
    with speaking(code):
        reading = When().read(text, CONTEXT)
    assert isinstance(reading, Understood)
    assert given == reading.value.given
