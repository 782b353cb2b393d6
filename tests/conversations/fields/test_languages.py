"""Answers are read in the language of the talk and in English, stored in English, and shown in the language."""

from datetime import UTC, date, datetime
from enum import StrEnum
from gettext import NullTranslations

import pytest
from support.romansh import CODE

from conversations.fields import (
    OUTSIDE,
    EuCountry,
    LongText,
    NonEuCountry,
    NotUnderstood,
    Offered,
    OneOf,
    Option,
    Partly,
    Period,
    ReadingContext,
    Several,
    Understood,
    When,
    Year,
    YesNo,
)
from conversations.fields.dates import Readable, read_date, say
from conversations.fields.likely import Likely
from conversations.fields.times import day, moment, on
from conversations.fields.yes_no import agreed, agreement_in
from conversations.languages import OWN_NAMES, _, speaking


class Theme(StrEnum):
    """Some choices."""

    PREVENTION = _("(Early) prevention")
    FORMERS = _("Formers")
    PRISON = _("Prison and probation")
    TRAINING = _("Training")
    ISF = _("Internal Security Fund (ISF)")


CONTEXT = ReadingContext(date(2026, 11, 23))

ONE, TWO = OneOf(Theme), Several(Theme, exactly=2, called={"police": Theme.TRAINING})

PRISON, FORMERS, TRAINING, ISF = Theme.PRISON.value, Theme.FORMERS.value, Theme.TRAINING.value, Theme.ISF.value


def test_labels_are_stored_in_english() -> None:
    """The values of a list are plain English texts, whatever is spoken."""
    with speaking(CODE):
        assert {str} == {type(choice) for choice in ONE.choices}
        assert ("Prison and probation", "Haft und Bewährungshilfe") == (str(Theme.PRISON), ONE.show(PRISON))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Haft und Bewährungshilfe", PRISON),
        ("haft und bewahrungshilfe!", PRISON),
        ("Prison and probation", PRISON),
        ("Bewährungshilfe", PRISON),
        ("aussteig", FORMERS),
        ("former", FORMERS),
        ("3", PRISON),
        ("FIS", ISF),
        ("ISF", ISF),
        ("Fonds für innere Sicherheit", ISF),
    ],
)
def test_choice(text: str, read: str) -> None:
    """A choice is read in both languages: whole, by its number, by a unique part, or by its abbreviation."""
    with speaking(CODE):
        assert Understood(read) == ONE.read(text, CONTEXT)


def test_choice_of_another_language() -> None:
    """In an English talk the labels of another language are no choices."""
    assert isinstance(ONE.read("Aussteiger", CONTEXT), NotUnderstood)


def test_misspelt_choice_is_offered_in_the_language() -> None:
    """The button has the label of the language, and its value is the English one; each choice is offered once."""
    with speaking(CODE):
        assert (Option("Haft und Bewährungshilfe", PRISON),) == getattr(
            ONE.read("Haft un Bewarungshilf", CONTEXT), "options", ()
        )
        assert (Option("Schulung", TRAINING),) == getattr(ONE.read("Schulng", CONTEXT), "options", ())


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Haft und Bewährungshilfe, Aussteiger", (FORMERS, PRISON)),
        ("Aussteiger und Haft und Bewährungshilfe", (FORMERS, PRISON)),
        ("Training; Aussteiger", (FORMERS, TRAINING)),
        ("3 und 2", (FORMERS, PRISON)),
        ("vielleicht Schulung und police", (TRAINING,)),
    ],
)
def test_choices(text: str, read: tuple[str, ...]) -> None:
    """Several choices are read in both languages."""
    with speaking(CODE):
        assert Understood(read) == TWO.read(text, CONTEXT)
        assert "; ".join(map(TWO.label, read)) == TWO.show(read)


def test_choices_around_other_words() -> None:
    """What is not in the list is asked about, and a similar choice is offered in the language."""
    with speaking(CODE):
        reading = TWO.read("Aussteiger, Schulng", CONTEXT)
        assert isinstance(reading, Partly)
        assert (("Formers",), (Option("Schulung", [FORMERS, TRAINING]),)) == (reading.value, reading.options)
        assert (PRISON,) == TWO.named_in("etwas mit Haft und Bewährungshilfe")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Haft und Bewährungshilfe", (PRISON,)),
        ("Schulung, Aussteiger", (FORMERS, TRAINING)),
        ("Training, Formers", (FORMERS, TRAINING)),
        ("Bewährungshilfe", ()),
    ],
)
def test_only_named(text: str, named: tuple[str, ...]) -> None:
    """Whole labels count in both languages."""
    with speaking(CODE):
        assert named == TWO.only_named(text, CONTEXT, numbers=False)


def test_refusals_name_choices_in_the_language() -> None:
    """So do a full list and a choice that is no longer there; numbers are figures."""
    with speaking(CODE):
        assert "Genau 2, nicht 3: Aussteiger; Schulung; Haft und Bewährungshilfe." == TWO.problem(
            (FORMERS, TRAINING, PRISON)
        )
        assert "“Unterstützung von Familien” gibt es nicht mehr." == TWO.problem(("Family support",))
        assert "“Unterstützung von Familien” gibt es nicht mehr." == ONE.problem("Family support")
        assert "2 are chosen: Aussteiger; Schulung." == TWO.too_many((FORMERS, TRAINING)).partition(" To ")[0]
        assert NotUnderstood("“Blumen” fehlt in der Liste.") == ONE.read("Blumen", CONTEXT)


def test_everyday_words_are_offered_in_the_language() -> None:
    """Buttons for everyday words have the labels of the language."""
    likely = Likely(Theme, {PRISON: "jail", FORMERS: "defector"})
    with speaking(CODE):
        both = likely.options("jail, defector, bakers", (), "more")[0]
        assert Option("Aussteiger; Haft und Bewährungshilfe, und bakers", [FORMERS, PRISON], {"more": "bakers"}) == both
        assert ["Haft und Bewährungshilfe"] == [one.label for one in likely.options("jail", ())]


# Countries


@pytest.fixture
def _without_catalogues(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak all languages without their catalogues: the names of countries are Babel's."""
    monkeypatch.setattr("conversations.languages.catalogues._loaded", dict.fromkeys(OWN_NAMES, NullTranslations()))


EU, OTHER = EuCountry(places=("scope",)), NonEuCountry()


@pytest.mark.parametrize(
    ("language", "denmark", "switzerland"),
    [("de", "Dänemark", "Schweiz"), ("pl", "Dania", "Szwajcaria"), ("el", "Δανία", "Ελβετία")],
)
@pytest.mark.usefixtures("_without_catalogues")
def test_country(language: str, denmark: str, switzerland: str) -> None:
    """Countries are read and shown in the language, and stored in English."""
    with speaking(language):
        shown = [EU.show("Denmark"), EU.label("Denmark"), OTHER.show("Switzerland")]
        assert [denmark, denmark, switzerland] == shown
        assert Understood("Denmark") == EU.read(denmark, CONTEXT)
        assert Understood("Switzerland") == OTHER.read(switzerland, CONTEXT)
    assert ["Denmark", "Switzerland"] == [EU.show("Denmark"), OTHER.show("Switzerland")]


@pytest.mark.usefixtures("_without_catalogues")
def test_every_country_has_a_name_in_every_language() -> None:
    """All countries of the list have a name in each language, which gives the country when it is typed."""
    for language in OWN_NAMES:
        with speaking(language):
            read = [EU.read(EU.label(country), CONTEXT) for country in EU.choices if country != OUTSIDE]
            assert [Understood(country) for country in EU.choices if country != OUTSIDE] == read


def test_outside() -> None:
    """The button for other countries is read in both languages; the place in the list does not change."""
    with speaking(CODE):
        labels = ("Ausserhalb von EU und EWR", "ausserhalb von eu", "Outside the EU and EEA", "31")
        assert [Understood(OUTSIDE)] * 4 == [EU.read(text, CONTEXT) for text in labels]
        assert ("Ausserhalb von EU und EWR", "Outside the EU and EEA") == (EU.show(OUTSIDE), EU.choices[30])
        assert (str, OUTSIDE) == (type(OUTSIDE), EU.likely(ReadingContext(CONTEXT.today, {"scope": "Denmark"}))[-1])


def test_refusals_name_countries_in_the_language() -> None:
    """Sentences and buttons have the names of the language; the values are English."""
    with speaking(CODE):
        reading = OTHER.read("Denmark", CONTEXT)
        assert Offered(
            "Danemarc ist in der EU (EU or EEA country).", (Option("Danemarc", None, {"country": "Denmark"}),)
        ) == (reading)
        reading = EU.read("Greenland", CONTEXT)
        assert isinstance(reading, Offered)
        assert "Grönlanda nicht in der EU." == reading.problem
        assert (
            Option("Ausserhalb von EU und EWR – Grönlanda", OUTSIDE, {"non_eu_country": "Greenland"}) in reading.options
        )
        reading = EU.read("Denmark, Sweden", CONTEXT)
        assert isinstance(reading, Offered)
        assert "You named Danemarc e Svezia." == reading.problem.rpartition(". ")[2]
        assert "“Sowjetunion” gibt es nicht mehr." == EU.problem("Sowjetunion")


def test_unknown_country_is_shown_as_written() -> None:
    """A name that Babel does not know stays as it is."""
    with speaking("fr"):
        assert "Atlantis" == OTHER.show("Atlantis")


# Dates and times

DAY, RANGE, MONTH = date(2019, 1, 23), (date(2019, 1, 23), date(2019, 1, 24)), (date(2019, 1, 1), date(2019, 1, 31))

SPANS = (
    (DAY, DAY),
    RANGE,
    MONTH,
    (date(2019, 1, 23), date(2019, 3, 2)),
    (date(2019, 1, 1), date(2019, 3, 31)),
    (date(2019, 1, 1), date(2019, 12, 31)),
    (date(2018, 1, 1), date(2019, 12, 31)),
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "de",
            [
                *("23. Januar 2019", "23.–24. Jan. 2019", "Januar 2019", "23. Jan.\u2009–\u20092. März 2019"),
                *("Januar–März 2019", "2019", "2018-2019"),
            ],
        ),
        (
            "pl",
            [
                *("23 stycznia 2019", "23–24 stycznia 2019", "styczeń 2019", "23 stycznia\u2009–\u20092 marca 2019"),
                *("styczeń–marzec 2019", "2019", "2018-2019"),
            ],
        ),
    ],
)
def test_date(language: str, said: list[str]) -> None:
    """Dates are written as the language writes them."""
    with speaking(language):
        assert said == [say(span) for span in SPANS]


def test_every_date_has_latin_digits_and_can_be_sent_again() -> None:
    """What the bot writes, it reads as the same days, in each language whose months are one word."""
    for language in sorted(OWN_NAMES.keys() - {"ga"}):
        with speaking(language):
            for span in SPANS:
                read = read_date(say(span))
                assert isinstance(read, Readable), say(span)
                assert span in read.spans, say(span)


def test_times() -> None:
    """Days near today have names, others dates without this year; "on" stands only before dates."""
    now = datetime(2026, 5, 12, 12, tzinfo=UTC)
    with speaking(CODE):
        assert ["heute", "am 1 da matg"] == [on(day(of, now)) for of in (date(2026, 5, 12), date(2026, 5, 1))]
        assert "heute, 14:05" == moment(datetime(2026, 5, 12, 12, 5, tzinfo=UTC), now)
    with speaking("de"):
        assert ["12. Mai 2025", "1. Mai"] == [day(of, now) for of in (date(2025, 5, 12), date(2026, 5, 1))]


def test_date_in_a_refusal() -> None:
    """A refusal has the date, and the month, in the language."""
    with speaking(CODE):
        assert "1 da schaner 2027 is still to come" == str(When().problem(_period("1 January 2027"), CONTEXT))[:34]
        refused = When().read("30 February 2019", CONTEXT)
        assert isinstance(refused, NotUnderstood)
        assert "There is no 30 da favrer in that year." == refused.problem[:38]


def _period(text: str) -> Period:
    reading = When().read(text, ReadingContext(date(2030, 1, 1)))
    assert isinstance(reading, Understood)
    return reading.value


# Yes, no, years and numbers


def test_yes_and_no() -> None:
    """Yes and no are shown in the language, and read in the language, in English, and in the others of Europe."""
    with speaking(CODE):
        assert ["Iva", "Ne"] == [YesNo().show(value) for value in (True, False)]
        said = ("Iva", "Ne", "ne, danke", "yes", "No", "ja")
        assert [True, False, False, True, False, True] == [
            getattr(YesNo().read(text, CONTEXT), "value", None) for text in said
        ]
        assert (False, (False, "die Stadt")) == (agreed("ne"), agreement_in("Ne, die Stadt"))
    assert (None, (None, "Ne, die Stadt")) == (agreed("ne"), agreement_in("Ne, die Stadt"))
    assert (("Yes", "No"), str) == (YesNo.choices, type(YesNo.choices[0]))


def test_still_active() -> None:
    """The button for no end is read after the starting year, also misspelt, and it is shown in the language."""
    year = Year(until="end", may_go_on=True, shortcuts=(_("This year"),))
    with speaking(CODE):
        texts = ("2011, Läuft bis heute weiter", "2011, läuft bis heute weitr", "2011, still active")
        assert [Understood(2011, {"end": None})] * 3 == [year.read(text, CONTEXT) for text in texts]
        assert [Understood(2026)] * 2 == [year.read(text, CONTEXT) for text in ("Im laufenden jahr", "This year")]
        assert ("This year",) == year.shortcuts
        assert "If it goes on, press Läuft bis heute weiter." in str(
            getattr(Year(goes_on=_("Still active")).read("?", CONTEXT), "problem", "")
        )


def test_long_answer_says_its_number_of_words() -> None:
    """The reply to a long answer says its number of words in the language."""
    with speaking(CODE):
        assert "Gespeichert: 3 von 300 Wörtern" == LongText(max_words=300).saved("a b c")


def test_countries_in_the_order_of_the_language() -> None:
    """A list of countries follows their names in the language that is spoken, and so does a typed number."""
    kind = EuCountry()
    with speaking("de"):
        assert ["Belgien", "Bulgarien", "Dänemark", "Deutschland"] == [kind.label(one) for one in kind.in_order()][:4]
        assert (Understood("Germany"), OUTSIDE) == (kind.read("4", CONTEXT), kind.in_order()[-1])
    assert (kind.choices, Understood("Croatia")) == (kind.in_order(), kind.read("4", CONTEXT))
