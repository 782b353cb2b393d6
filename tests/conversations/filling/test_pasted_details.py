"""Contact details at a question outside their section are shown to be checked."""

import pytest
from support.author import draft, go, labels, named, question, says

from conversations.form.texts import USE, USE_DETAILS

BLOCK = "Anna Example, anna@example.org, +45 33 11 55 00"


@pytest.mark.parametrize("section", ["2", "6", "10", "13"])
def test_contact_details_elsewhere(section: str) -> None:
    """One press saves them, and the open question stays open; the text itself is offered, too."""
    one = named("/overview", section)
    here = question(one)
    assert "Email: anna@example.org\nTelephone: +45 33 11 55 00" in says(one, BLOCK)
    assert [USE_DETAILS, USE] == labels(one)[:2]
    go(one, f"[{USE_DETAILS}]")
    assert ("Anna Example", here) == (draft(one).values["contact.person"], question(one))


@pytest.mark.parametrize(
    "text",
    [
        "See www.example.org or write to anna@example.org",
        f"We help young people who leave an extremist group{', and find them work' * 5}. {BLOCK}",
    ],
)
def test_text_with_an_address_is_an_answer(text: str) -> None:
    """An address in a longer text, or a website beside an e-mail address, is no block of details."""
    one = go(named("/overview", "13"), text)
    assert text == draft(one).values["organisation.description"]
