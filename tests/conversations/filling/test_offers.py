"""Details that one message gives are offered, together or one at a time."""

import pytest
from support.author import draft, go, labels, named, question, says

from conversations.filling import texts

NAME, DESCRIPTION, THEMES = "name.name", "description.description", "key_themes.themes"

PERSON, EMAIL, TELEPHONE = "contact.person", "contact.email", "contact.telephone"

BLOCK = "Anna Example\nanna@example.org\n+45 33 11 55 00"


def test_no_to_details_keeps_them_and_asks_for_each() -> None:
    """Each detail gets a button; the bot asks for the others."""
    one = named("/overview", "15", BLOCK)
    said = says(one, "no")
    assert texts.ONE_AT_A_TIME_HINT in said
    assert ["Contact person: Anna Example", "Email: anna@example.org", "Telephone: +45 33 11 55 00"] == labels(one)[:3]
    assert [] == [path for path in (PERSON, EMAIL, TELEPHONE) if path in draft(one).answers]


def test_second_no_keeps_the_details_too() -> None:
    """The bot asks whether the second "no" is the answer; the details stay."""
    one = named("/overview", "15", BLOCK, "no")
    assert texts.ONE_AT_A_TIME_HINT not in says(one, "no")
    assert ["Keep “no”", "Contact person: Anna Example"] == labels(one)[:2]


def test_details_follow_through_their_section() -> None:
    """Details without an answer are offered at the next question, until all are answered."""
    one = named("/overview", "15", BLOCK, "no", "[Skip]")
    assert (PERSON, "Contact person: Anna Example") == (question(one), labels(one)[0])
    go(one, "[Contact person: Anna Example]")
    assert (EMAIL, "Email: anna@example.org") == (question(one), labels(one)[0])
    go(one, "lone@example.org")
    assert (TELEPHONE, "Telephone: +45 33 11 55 00") == (question(one), labels(one)[0])
    go(one, "[Telephone: +45 33 11 55 00]")
    assert ("contact.website", "Skip") == (question(one), labels(one)[0])
    values = draft(one).values
    assert ["Anna Example", "lone@example.org", "+45 33 11 55 00"] == [values[p] for p in (PERSON, EMAIL, TELEPHONE)]


def test_detail_that_is_pressed_ahead_of_its_turn() -> None:
    """A pressed detail is saved, the others stay, and the question is still open."""
    one = named("/overview", "15", BLOCK, "[One at a time]", "[Email: anna@example.org]")
    assert ("contact.address", ["Contact person: Anna Example", "Telephone: +45 33 11 55 00"]) == (
        question(one),
        labels(one)[:2],
    )
    assert "anna@example.org" == draft(one).values[EMAIL]


@pytest.mark.parametrize(
    "acts",
    [
        ("/overview", "14", "Ireland (Northern)"),
        ("/overview", "14", "Denmark and Sweden"),
        ("/overview", "13", "An association", "Govermental"),
        ("/overview", "4", "Rehabilitaton"),
        ("/overview", "5", "prisn"),
    ],
)
def test_no_label_stands_twice_on_a_keyboard(acts: tuple[str, ...]) -> None:
    """An offered choice is not in the list below as well."""
    found = labels(named(*acts))
    assert sorted({*found}) == sorted(found)


def test_yes_to_one_of_several_offers() -> None:
    """It does not say which."""
    one = named("/overview", "14", "Slov")
    assert {"Slovakia", "Slovenia"} == {*labels(one)[:2]}
    go(one, "yes")
    assert "country_of_origin.country" not in draft(one).answers


def test_details_pasted_at_the_email() -> None:
    """They are shown to be checked there, too; the text itself is no address."""
    one = named("/overview", "15", "[Skip]", "Anna", "Anna Example\nanna@example.org\n+45 33 11 55 00")
    assert ("Use these details", False) == (labels(one)[0], "Use it as the answer" in labels(one))


def test_other_fund_and_its_name_at_once() -> None:
    """The bot does not ask which other fund it is."""
    one = named("/overview", "12", "yes", "Other, also the lottery pays")
    assert "the lottery pays" == draft(one).values["eu_funding.initiatives"]
    assert "eu_funding.initiatives" != question(one)
