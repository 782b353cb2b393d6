"""Words after a yes or no about EU funding are kept."""

from datetime import date

import pytest
from pydantic import JsonValue

from conversations.fields import NotUnderstood, Partly, ReadingContext, Understood
from conversations.form.asked import question_at

TODAY = ReadingContext(today=date(2026, 11, 23))

ERASMUS, ISF = "Erasmus+", "Internal Security Fund (ISF)"


@pytest.mark.parametrize(
    ("text", "funded", "others"),
    [
        (
            "isf, erasmus+ and money from the city",
            True,
            {"funds": [ERASMUS, ISF], "initiatives": "isf, erasmus+ and money from the city"},
        ),
        ("yes, isf and the city", True, {"funds": [ISF], "initiatives": "isf and the city"}),
        ("isf and the lottery", True, {"funds": [ISF], "initiatives": "isf and the lottery"}),
        ("yes ISF and AMIF", True, {"funds": [ISF], "initiatives": "ISF and AMIF"}),
        ("yes, AMIF", True, {"initiatives": "AMIF"}),
        ("no, the city", False, {"initiatives": "the city"}),
        ("no, lottery money", False, {"initiatives": "lottery money"}),
        ("nein, Lottomittel der Stadt", False, {"initiatives": "Lottomittel der Stadt"}),
        ("yes, ISF and also erasmus+ please", True, {"funds": [ERASMUS, ISF]}),
        ("yes, fully funded", True, {}),
        ("yes, please", True, {}),
        ("yes, I think so", True, {}),
        ("no, sorry", False, {}),
        ("partly", True, {}),
        ("Częściowo.", True, {}),
    ],
)
def test_all_that_is_said_is_kept(text: str, funded: bool, others: dict[str, JsonValue]) -> None:  # noqa: FBT001 - the answer
    """Other payers and unknown funds are kept for the next question; small words are not."""
    assert Understood(funded, others) == question_at("eu_funding.co_funded").read(text, TODAY)


def test_rest_of_the_funds_is_asked_about() -> None:
    """At the list the funds are ticked, and the rest is offered for the next question."""
    reading = question_at("eu_funding.funds").read("isf, erasmus+ and money from the city", TODAY)
    assert isinstance(reading, Partly)
    (option,) = reading.options
    assert ((ERASMUS, ISF), {"initiatives": "money from the city"}) == (reading.value, option.others)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("eu_funding.co_funded", "I dont know, maybe ESF?"),
        ("eu_funding.co_funded", "ESF perhaps"),
        ("eu_funding.co_funded", "vielleicht ESF"),
        ("eu_funding.co_funded", "does ESF count?"),
        ("ran_meetings.presented", "maybe RAN EXIT in Vienna 2019"),
        ("ran_meetings.presented", "is RAN EXIT in Vienna a meeting?"),
    ],
)
def test_guess_is_no_yes(path: str, text: str) -> None:
    """A guess or a question that names a fund or a meeting is no Yes."""
    assert isinstance(question_at(path).read(text, TODAY), NotUnderstood)


def test_guess_after_yes_is_yes() -> None:
    """After a clear Yes, the fund counts."""
    reading = question_at("eu_funding.co_funded").read("yes, maybe ESF", TODAY)
    assert isinstance(reading, Understood)
    assert (True, ["European Social Fund (ESF)"]) == (reading.value, reading.others["funds"])
