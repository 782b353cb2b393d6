"""The type of organisation and the EU funds are read by everyday words."""

from datetime import date

import pytest
from support.author import draft, go, named, question

from conversations.fields import Offered, Partly, ReadingContext, Understood
from conversations.form.asked import question_at
from conversations.form.sections.everyday import FUND_WORDS, ORGANISATION_WORDS
from conversations.form.sections.organisation import Fund, OrganisationType

CONTEXT = ReadingContext(today=date(2026, 11, 23))

TYPE, FUNDS = "organisation.type", "eu_funding.funds"

STATE, OTHER = "Governmental institution", "Other"


def test_words_for_choices_of_the_lists() -> None:
    """Each choice with everyday words is in its list."""
    assert ({*OrganisationType}, {*Fund}) == ({*ORGANISATION_WORDS}, {*FUND_WORDS})


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("Verein, association, association loi 1901, forening, e.V., vereniging, stowarzyszenie", ["NGO", "Charity"]),
        ("ONG, voluntary group, organizacja pozarządowa", ["NGO"]),
        ("municipality, kommune, Gemeinde, ayuntamiento, gmina, public, ministry, prison, a state prison", [STATE]),
        ("university, school, skole, szpital", [STATE, OTHER]),
        ("stichting, fundacja, Stiftung, fondation, trust", ["Foundation"]),
        ("GmbH, ApS, A/S, spółka z o.o., private company", ["Limited company"]),
        ("cooperative", ["Limited company", OTHER]),
        ("church, kirke, parish", ["NGO", "Charity", OTHER]),
        ("NGO or charity", ["NGO", "Charity"]),
        ("charty", ["Charity"]),
    ],
)
def test_everyday_word_for_a_type(words: str, types: list[str]) -> None:
    """A word offers the types that it may mean."""
    for word in words.split(", "):
        reading = question_at(TYPE).read(word, CONTEXT)
        assert isinstance(reading, Offered)
        assert (word, [(one, one) for one in types]) == (word, [(one.label, one.value) for one in reading.options])


def test_offered_type_is_saved() -> None:
    """A press saves the type, and the form goes on."""
    one = go(named("/overview", "13", "Open Door helps people in Aarhus."), "Verein", "[NGO]")
    assert ("NGO", "country_of_origin.country") == (draft(one).values[TYPE], question(one))


def test_everyday_words_for_funds() -> None:
    """Names of funds in other languages are offered, and a fund that is not in the list as Other."""
    several, other = (
        question_at(FUNDS).read("FSE et Fondo Sicurezza interna", CONTEXT),
        question_at(FUNDS).read("AMIF", CONTEXT),
    )
    assert isinstance(several, Partly)
    assert isinstance(other, Offered)
    assert [["Internal Security Fund (ISF)", "European Social Fund (ESF)"], ["Other"]] == [
        several.options[0].value,
        other.options[0].value,
    ]


@pytest.mark.parametrize("text", ["Erasmus+/ISF", "Erasmus+ISF", "erasmus plus & isf"])
def test_funds_joined_by_a_sign(text: str) -> None:
    """A plus is a part of Erasmus+, and may stand between funds."""
    assert Understood(("Erasmus+", "Internal Security Fund (ISF)")) == question_at(FUNDS).read(text, CONTEXT)
