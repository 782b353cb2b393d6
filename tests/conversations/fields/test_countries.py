"""Countries are read in Europe's languages, by code and by number, for the right question."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import (
    OUTSIDE,
    Country,
    EuCountry,
    NonEuCountry,
    NotUnderstood,
    Offered,
    Option,
    ReadingContext,
    Understood,
    region_of,
)
from conversations.fields.country_names import code_of

TODAY = date(2026, 11, 23)
CONTEXT = ReadingContext(today=TODAY)
EU = EuCountry()
NON_EU = NonEuCountry()
TWICE = "Name one country, the one that the practice comes from. The others belong under Geographical scope."


def test_country_list() -> None:
    """The list has the 30 countries in alphabetical order, and a last choice for the others."""
    assert len(Country) == 30
    assert sorted(Country) == list(Country)
    assert (*map(str, Country), OUTSIDE) == EU.choices


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Finlandja", "FI"),
        ("l-Iżvizzera", "CH"),
        ("Iżvizzera", "CH"),
        ("Gearmáin", "DE"),
        ("an Ghearmáin", "DE"),
        ("Seicia", "CZ"),
        ("sin", None),
        ("croit", None),
        ("ČR", "CZ"),
        ("SR", "SK"),
    ],
)
def test_maltese_and_irish_names_without_article(text: str, code: str | None) -> None:
    """The article may be left out, unless the name is a word of another language."""
    assert code == code_of(text)


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
        ("Republic of Ireland", "Ireland"),
        ("Holland", "Netherlands"),
        ("Kingdom of the Netherlands", "Netherlands"),
        ("Czech Rep.", "Czechia"),
        ("based in Germany", "Germany"),
        ("We are in Germany.", "Germany"),
        ("Germany, EU", "Germany"),
        ("Germany (DE)", "Germany"),
        ("Bavaria, Germany", "Germany"),
        ("Country: Denmark", "Denmark"),
        ("Denmark (Aarhus)", "Denmark"),
        ("Aarhus - Denmark", "Denmark"),
        ("Denmark and Greenland", "Denmark"),
        ("🇩🇰", "Denmark"),
        ("Denmark 🇩🇰", "Denmark"),
        ("Германия", "Germany"),
        ("ألمانيا", "Germany"),
        ("德国", "Germany"),
        ("ドイツ", "Germany"),
        ("outside the eu and eea", OUTSIDE),
    ],
)
def test_country_understood(text: str, country: str) -> None:
    """A country is read by its name in any of Europe's languages, its codes, its number or its beginning."""
    assert Understood(country) == EU.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Switzerland", "Switzerland"),
        ("UK", "United Kingdom"),
        ("Turkey", "Türkiye"),
        ("Northern Ireland", "United Kingdom"),
        ("N. Ireland", "United Kingdom"),
        ("Northern Ireland, UK", "United Kingdom"),
        ("United Kingdom of Great Britain and Northern Ireland", "United Kingdom"),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "United Kingdom"),
        ("DR Congo", "Congo - Kinshasa"),
        ("Democratic Republic of the Congo", "Congo - Kinshasa"),
        ("Congo (Kinshasa)", "Congo - Kinshasa"),
        ("Republic of the Congo", "Congo - Brazzaville"),
        ("Guinea", "Guinea"),
        ("Equatorial Guinea", "Equatorial Guinea"),
        ("Papua New Guinea", "Papua New Guinea"),
        ("Guinea-Bissau", "Guinea-Bissau"),
        ("Niger", "Niger"),
        ("Nigeria", "Nigeria"),
        ("Dominica", "Dominica"),
        ("Dominican Rep.", "Dominican Republic"),
        ("South Korea", "South Korea"),
        ("Republic of Korea", "South Korea"),
        ("Republic of China", "Taiwan"),
        ("N. Macedonia", "North Macedonia"),
        ("Saint Lucia", "St. Lucia"),
        ("South Sudan", "South Sudan"),
        ("Switzerland (Geneva)", "Switzerland"),
        ("Georgia", "Georgia"),
    ],
)
def test_country_outside_taken(text: str, country: str) -> None:
    """A country outside the EU and EEA answers both questions."""
    assert Understood(OUTSIDE, {"non_eu_country": country}) == EU.read(text, CONTEXT)


LIKELY = EuCountry(own="origin", places=("scope",), phones=("phone",))


@pytest.mark.parametrize(
    ("context", "likely"),
    [
        (ReadingContext(TODAY, {"scope": "Suomi: Oulu"}), ["Finland"]),
        (ReadingContext(TODAY, {"scope": "Barcelona; online; Syria"}), ["Spain"]),
        (
            ReadingContext(TODAY, {"scope": "Denmark, Sweden", "phone": "+47 22 00 00 00"}),
            ["Denmark", "Sweden", "Norway"],
        ),
        (ReadingContext(TODAY, {"phone": "+45 33 11 55 00"}), ["Denmark"]),
        (ReadingContext(TODAY, {}, ({"origin": "Spain"}, {"phone": "+32 2 555 12 12"})), ["Spain", "Belgium"]),
        (ReadingContext(TODAY, {}, (), "de-at"), ["Austria", "Germany"]),
        (ReadingContext(TODAY, {}, (), "nb"), ["Norway"]),
        (ReadingContext(TODAY, {}, (), "pt-br"), ["Portugal"]),
    ],
)
def test_country_likely(context: ReadingContext, likely: list[str]) -> None:
    """The scope, phones, earlier drafts and the app's language give likely countries; "outside" is always there."""
    assert (*likely, OUTSIDE) == LIKELY.likely(context)


@pytest.mark.parametrize(
    "context",
    [
        ReadingContext(TODAY),
        ReadingContext(TODAY, {"scope": "online", "phone": "33 11 55 00"}, ({"origin": OUTSIDE},), "en"),
        ReadingContext(TODAY, {"scope": "Limburg"}, (), "en-GB"),
    ],
)
def test_country_not_known_to_be_likely(context: ReadingContext) -> None:
    """If no country is likely, the whole list is shown."""
    assert () == LIKELY.likely(context)


def test_country_at_most_six_likely() -> None:
    """At most six likely countries are shown."""
    scope = "Austria, Belgium, Bulgaria, Croatia, Cyprus, Czechia, Denmark, Estonia"
    assert 7 == len(LIKELY.likely(ReadingContext(TODAY, {"scope": scope})))


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
    """A misspelled country is offered; so are the meanings of "No"."""
    reading = EU.read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert labels == [option.label for option in reading.options]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Denmark and Sweden", ["Denmark", "Sweden"]),
        ("Denmark/Sweden", ["Denmark", "Sweden"]),
        ("DK, SE", ["Denmark", "Sweden"]),
        ("dk, se", ["Denmark", "Sweden"]),
        ("🇩🇰🇸🇪", ["Denmark", "Sweden"]),
        ("Danemark et Suède", ["Denmark", "Sweden"]),
        ("Danmark og Sverige", ["Denmark", "Sweden"]),
        ("UK and Ireland", ["United Kingdom", "Ireland"]),
        ("Germany and the UK", ["Germany", "United Kingdom"]),
        ("usa & canada", ["United States", "Canada"]),
        ("Ireland and Northern Ireland", ["Ireland", "United Kingdom"]),
        ("Great Britain and Ireland", ["United Kingdom", "Ireland"]),
        ("Austria, Germany and Switzerland", ["Austria", "Germany", "Switzerland"]),
        ("Flanders and Bavaria", ["Belgium", "Germany"]),
        ("Germany, not Austria", ["Germany", "Austria"]),
    ],
)
@pytest.mark.parametrize("kind", [EU, NON_EU], ids=["EU", "other"])
def test_country_several(kind: EuCountry | NonEuCountry, text: str, names: list[str]) -> None:
    """Several countries are offered one by one, with the place for the others."""
    reading = kind.read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert f"{TWICE} You named {', '.join(names[:-1])} and {names[-1]}." == reading.problem
    assert names == [option.label.removeprefix(f"{OUTSIDE}: ") for option in reading.options]


@pytest.mark.parametrize(
    "text",
    [
        "all EU countries",
        "Europe",
        "the EU",
        "Scandinavia",
        "Benelux",
        "Nordic countries",
        "international",
        "V4",
        "D-A-CH",
        "Africa",
    ],
)
@pytest.mark.parametrize("kind", [EU, NON_EU], ids=["EU", "other"])
def test_country_many(kind: EuCountry | NonEuCountry, text: str) -> None:
    """After a name for many countries, one of them is asked for."""
    assert NotUnderstood(TWICE) == kind.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("La Réunion", ["France"]),
        ("Guadeloupe", ["France"]),
        ("Martinique", ["France"]),
        ("Mayotte", ["France"]),
        ("French Guiana", ["France"]),
        ("Guyane", ["France"]),
        ("Corsica", ["France"]),
        ("Åland Islands", ["Finland"]),
        ("Ahvenanmaa", ["Finland"]),
        ("Flanders", ["Belgium"]),
        ("Vlaanderen", ["Belgium"]),
        ("in Flanders", ["Belgium"]),
        ("Catalonia", ["Spain"]),
        ("Canary Islands", ["Spain"]),
        ("Bavaria", ["Germany"]),
        ("Nordrhein-Westfalen", ["Germany"]),
        ("Sicily", ["Italy"]),
        ("Südtirol", ["Italy"]),
        ("Azores", ["Portugal"]),
        ("Madeira", ["Portugal"]),
        ("Svalbard", ["Norway"]),
        ("Jylland", ["Denmark"]),
        ("Gozo", ["Malta"]),
        ("Crete", ["Greece"]),
        ("Limburg", ["Belgium", "Netherlands"]),
        ("Sápmi", ["Finland", "Norway", "Sweden"]),
        ("Catalonia and the Basque Country", ["Spain"]),
        ("Vojvodina", [f"{OUTSIDE}: Serbia"]),
        ("Congo", [f"{OUTSIDE}: Congo - Kinshasa", f"{OUTSIDE}: Congo - Brazzaville"]),
        ("Korea", [f"{OUTSIDE}: South Korea", f"{OUTSIDE}: North Korea"]),
        ("NI", [f"{OUTSIDE}: United Kingdom", f"{OUTSIDE}: Nicaragua"]),
        ("Paris", ["France"]),
        ("Rome", ["Italy"]),
        ("Roma", ["Italy", "Romania"]),
        ("Oslo", ["Norway"]),
        ("Zagreb", ["Croatia"]),
        ("Porto", ["Portugal"]),
        ("NRW", ["Germany"]),
        ("Vlaams Gewest", ["Belgium"]),
        ("Greek Macedonia", ["Greece"]),
        ("Sarajevo", [f"{OUTSIDE}: Bosnia & Herzegovina"]),
    ],
)
def test_country_of_region_offered(text: str, labels: list[str]) -> None:
    """A region, an island, a town or a name of two countries offers its countries."""
    reading = EU.read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert labels == [option.label for option in reading.options]
    other = NON_EU.read(text, CONTEXT)
    assert isinstance(other, Offered)
    kept = f"Keep “{text}”"
    assert [*(label.removeprefix(f"{OUTSIDE}: ") for label in labels), kept] == [
        option.label for option in other.options
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Northern Cyprus", ["Cyprus", OUTSIDE]),
        ("Cyprus (North)", ["Cyprus", OUTSIDE]),
        ("Ireland (Northern)", ["Ireland", f"{OUTSIDE}: United Kingdom", OUTSIDE]),
        ("Korea, South", [f"{OUTSIDE}: South Korea", f"{OUTSIDE}: North Korea", OUTSIDE]),
        ("North of Ireland", ["Ireland", f"{OUTSIDE}: United Kingdom", OUTSIDE]),
        ("New Guinea", [f"{OUTSIDE}: Guinea", f"{OUTSIDE}: Papua New Guinea", OUTSIDE]),
        ("not in Germany", ["Germany", OUTSIDE]),
        ("Norway (not EU)", ["Norway", OUTSIDE]),
        ("Southern Germany", ["Germany", OUTSIDE]),
        ("Netherlands Antilles", ["Netherlands", OUTSIDE]),
        ("Hvidovre Denmark", ["Denmark", OUTSIDE]),
        ("DK-8000 Aarhus", ["Denmark", OUTSIDE]),
    ],
)
def test_country_with_other_words_asked(text: str, labels: list[str]) -> None:
    """A name next to other words may be another name, so the bot asks."""
    reading = EU.read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert labels == [option.label for option in reading.options]
    other = NON_EU.read(text, CONTEXT)
    assert isinstance(other, Offered)
    assert f"Keep “{text}”" == other.options[-1].label


@pytest.mark.parametrize(
    ("text", "labels"),
    [("Greenland", [f"{OUTSIDE}: Greenland", "Denmark"]), ("Faroe Islands", [f"{OUTSIDE}: Faroe Islands", "Denmark"])],
)
def test_country_linked_offered(text: str, labels: list[str]) -> None:
    """A territory outside the EU and EEA is offered together with its country."""
    reading = EU.read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert f"{text} is not in the EU or EEA. Press the button to save it under Non-EU country." == reading.problem
    assert labels == [option.label for option in reading.options]
    assert Understood(text) == NON_EU.read(text, CONTEXT)


def test_country_not_applicable() -> None:
    """NA may mean "no answer", or Namibia."""
    reading = NON_EU.read("NA", CONTEXT)
    assert isinstance(reading, Offered)
    assert ["Namibia", "Keep “NA”"] == [option.label for option in reading.options]
    assert isinstance(EU.read("none", CONTEXT), NotUnderstood)


@pytest.mark.parametrize("text", ["", "..", "yes", "Xyzzy", "32", "Kongo" * 50])
def test_country_not_understood(text: str) -> None:
    """A text that is no country is refused with an example."""
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
    """A country outside the EU and EEA is stored with its English name."""
    assert Understood(country) == NON_EU.read(text, CONTEXT)


def test_non_eu_inside_offered() -> None:
    """A country of the EU is offered for the other question, and this question gets no answer."""
    option = Option(label="Denmark", value=None, others={"country": "Denmark"})
    problem = "Denmark is in the EU or EEA. Press the button to save it under EU or EEA country."
    assert Offered(problem, (option,)) == NON_EU.read("Danmark", CONTEXT)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Xyzzy", (Option("Keep “Xyzzy”", "Xyzzy"),)),
        ("Switzrland", (Option("Switzerland", "Switzerland"), Option("Keep “Switzrland”", "Switzrland"))),
        ("Denmrk", (Option("Denmark", None, {"country": "Denmark"}), Option("Keep “Denmrk”", "Denmrk"))),
        ("z" * 90, (Option(f"Keep “{'z' * 32}…”", "z" * 90),)),
    ],
)
def test_non_eu_unknown_offered(text: str, options: tuple[Option, ...]) -> None:
    """An unknown name can be kept as written; similar names are offered, too."""
    reading = NON_EU.read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert options == reading.options


@pytest.mark.parametrize("text", ["", "...", "z" * 101, "none", "n/a"])
def test_non_eu_not_understood(text: str) -> None:
    """A text that cannot be a name is refused with an example."""
    problem = "Send the name of one country, at most 100 characters, such as Switzerland."
    assert NotUnderstood(problem) == NON_EU.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("kind", "value", "problem"),
    [
        (EU, "Denmark", None),
        (EU, OUTSIDE, None),
        (EU, "Atlantis", "“Atlantis” is no longer in the list. Choose again."),
        (NON_EU, "Switzerland", None),
        (NON_EU, "Atlantis", None),
        (NON_EU, "Denmark", "Denmark is in the EU or EEA. Press the button to save it under EU or EEA country."),
        (NON_EU, "z" * 101, "Send the name of one country, at most 100 characters, such as Switzerland."),
        (NON_EU, "...", "Send the name of one country, at most 100 characters, such as Switzerland."),
    ],
)
def test_country_bounds(kind: EuCountry | NonEuCountry, value: str, problem: str | None) -> None:
    """A stored country is in the list; a stored country outside is not in the EU or EEA."""
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
    """Reading a choice returns it, also in capitals."""
    assert Understood(country) == EU.read(country.upper(), CONTEXT)
