"""Countries are understood in Europe's languages, by code and by number, and led to the right question."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import (
    OUTSIDE,
    Context,
    Country,
    EuCountry,
    NonEuCountry,
    NotUnderstood,
    Offered,
    Option,
    Understood,
    region_of,
)

CONTEXT = Context(today=date(2026, 11, 23))
EU = EuCountry()
NON_EU = NonEuCountry()
TWICE = "Name one country: the one that the practice comes from. The others belong under Geographical scope."


def test_country_list() -> None:
    """The list has the 30 countries in alphabetical order, and a last choice for the others."""
    assert len(Country) == 30
    assert sorted(Country) == list(Country)
    assert (*map(str, Country), OUTSIDE) == EU.choices


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Denmark", "Denmark"),
        ("denmark.", "Denmark"),
        ("Danmark", "Denmark"),
        ("DK", "Denmark"),
        ("dnk", "Denmark"),
        ("7", "Denmark"),
        ("31", OUTSIDE),
        ("EL", "Greece"),
        ("GR", "Greece"),
        ("Deutschland", "Germany"),
        ("Österreich", "Austria"),
        ("osterreich", "Austria"),
        ("Suomi", "Finland"),
        ("България", "Bulgaria"),
        ("the Netherlands", "Netherlands"),
        ("Federal Republic of Germany", "Germany"),
        ("Czech Republic", "Czechia"),
        ("Czec", "Czechia"),
        ("Copenhagen, Denmark", "Denmark"),
        ("Aarhus, DK", "Denmark"),
        ("NO", "Norway"),
        ("non-EU", OUTSIDE),
        ("outside the eu and eea", OUTSIDE),
    ],
)
def test_country_understood(text: str, country: str) -> None:
    """A country is known by its name in any of Europe's languages, its codes, its number or its beginning."""
    assert Understood(country) == EU.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Switzerland", "Switzerland"),
        ("UK", "United Kingdom"),
        ("Turkey", "Türkiye"),
        ("Northern Ireland", "United Kingdom"),
    ],
)
def test_country_outside_offered(text: str, country: str) -> None:
    """A country outside is offered with one button that answers both questions."""
    problem = f"{country} is not in the EU or EEA. Press the button to note it as a country outside."
    option = Option(label=f"{OUTSIDE}: {country}", value=OUTSIDE, others={"non_eu_country": country})
    assert Offered(problem, (option,)) == EU.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Denmrk", ["Denmark"]),
        ("slov", ["Slovenia", "Slovakia"]),
        ("Schwiez", [f"{OUTSIDE}: Switzerland"]),
        ("No", ["Norway", OUTSIDE]),
        ("no", ["Norway", OUTSIDE]),
    ],
)
def test_country_nearest_offered(text: str, labels: list[str]) -> None:
    """A misspelt country is offered; so is what No may mean."""
    reading = EU.read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert labels == [option.label for option in reading.options]


@pytest.mark.parametrize("text", ["Denmark and Sweden", "DK, SE", "Switzerland / Austria"])
def test_country_several(text: str) -> None:
    """Several countries in one answer are told where the others belong."""
    assert NotUnderstood(TWICE) == EU.read(text, CONTEXT)
    assert NotUnderstood(TWICE) == NON_EU.read(text, CONTEXT)


@pytest.mark.parametrize("text", ["", "..", "yes", "Xyzzy", "32", "Kongo" * 50])
def test_country_not_understood(text: str) -> None:
    """What is no country is told what to send."""
    reading = EU.read(text, CONTEXT)
    assert isinstance(reading, NotUnderstood)
    assert reading.problem.endswith("Press a button, or send a name or a code, such as Denmark or DK.")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("UK", "United Kingdom"),
        ("Scotland", "United Kingdom"),
        ("USA", "United States"),
        ("Schweiz", "Switzerland"),
        ("Türkei", "Türkiye"),
        ("Bosnia and Herzegovina", "Bosnia & Herzegovina"),
        ("Macedonia", "North Macedonia"),
        ("Kosovo", "Kosovo"),
    ],
)
def test_non_eu_understood(text: str, country: str) -> None:
    """A country outside is kept by its English name."""
    assert Understood(country) == NON_EU.read(text, CONTEXT)


def test_non_eu_inside_offered() -> None:
    """A country inside is offered to the other question, and leaves this one without an answer."""
    option = Option(label="Denmark", value=None, others={"country": "Denmark"})
    problem = "Denmark is in the EU or EEA. Press the button to note it there."
    assert Offered(problem, (option,)) == NON_EU.read("Danmark", CONTEXT)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Xyzzy", (Option('Keep "Xyzzy"', "Xyzzy"),)),
        ("Switzrland", (Option("Switzerland", "Switzerland"), Option('Keep "Switzrland"', "Switzrland"))),
        ("Denmrk", (Option("Denmark", None, {"country": "Denmark"}), Option('Keep "Denmrk"', "Denmrk"))),
        ("z" * 90, (Option(f'Keep "{"z" * 32}…"', "z" * 90),)),
    ],
)
def test_non_eu_unknown_offered(text: str, options: tuple[Option, ...]) -> None:
    """An unknown name can be kept as it is written, beside those that it is like."""
    reading = NON_EU.read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert options == reading.options


@pytest.mark.parametrize("text", ["", "...", "z" * 101])
def test_non_eu_not_understood(text: str) -> None:
    """What can be no name is told what to send."""
    problem = "Send the name of one country, at most 100 characters, such as Switzerland."
    assert NotUnderstood(problem) == NON_EU.read(text, CONTEXT)
    assert problem == NON_EU.problem(text)


@pytest.mark.parametrize(
    ("kind", "value", "problem"),
    [
        (EU, "Denmark", None),
        (EU, OUTSIDE, None),
        (EU, "Atlantis", '"Atlantis" is not in the list now. Choose again.'),
        (NON_EU, "Switzerland", None),
        (NON_EU, "Atlantis", None),
        (NON_EU, "Denmark", "Denmark is in the EU or EEA. Press the button to note it there."),
    ],
)
def test_country_bounds(kind: EuCountry | NonEuCountry, value: str, problem: str | None) -> None:
    """A stored country is in the list; one outside is not inside."""
    assert problem == kind.problem(value, CONTEXT)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Denmark", "DK"), ("United Kingdom", "GB"), (OUTSIDE, None), ("Atlantis", None), ("x" * 500, None)],
)
def test_region_of_country(name: str, code: str | None) -> None:
    """A country's name gives its code."""
    assert code == region_of(name)


@given(st.sampled_from(EU.choices))
def test_country_read_again(country: str) -> None:
    """Reading a choice gives it back, also in capitals."""
    assert Understood(country) == EU.read(country.upper(), CONTEXT)
