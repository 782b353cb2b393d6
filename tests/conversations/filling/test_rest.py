"""The words behind a Yes, a No or a year are used or said, never dropped."""

from collections.abc import Mapping

import pytest
from pydantic import JsonValue
from support.author import draft, go, labels, named, question, says
from support.core_talker import CoreTalker

from conversations.dialogue.events import Refused
from conversations.filling import elsewhere_texts

TEXT = "We visit young people in prison, against extremism."

PEER_REVIEWED, THEMES = "peer_reviewed.peer_reviewed", "key_themes.themes"

MEETING = {"name": "RAN EXIT Wien", "date": "3 May 2019"}


def at_peer_reviewed(*acts: str) -> CoreTalker:
    """Go to the first question for yes or no, and on."""
    return named(TEXT, *acts)


def meeting(values: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Return the name and the date of the first meeting."""
    told = {key: values.get(f"ran_meetings.meetings.0.{key}") for key in MEETING}
    return {key: value["given"] if isinstance(value, dict) else value for key, value in told.items()}


@pytest.mark.parametrize(
    "text", ["yes, RAN EXIT Wien 3 May 2019", "No, RAN EXIT Wien 3 May 2019", "yes RAN EXIT Wien 3 May 2019"]
)
def test_meeting_behind_a_yes_at_another_question(text: str) -> None:
    """The yes is saved, and one press saves the meeting at its questions; the person goes on at the next question."""
    one = at_peer_reviewed()
    assert elsewhere_texts.rest("RAN EXIT Wien 3 May 2019") in says(one, text)
    assert (text[0] in "yY", THEMES) == (draft(one).values[PEER_REVIEWED], question(one))
    go(one, "[Presented in a RAN meeting: Yes; RAN EXIT Wien; 3 May 2019]")
    assert (True, MEETING, THEMES) == (
        draft(one).values["ran_meetings.presented"],
        meeting(draft(one).values),
        question(one),
    )


def test_next_answer_behind_a_no() -> None:
    """It is one press at the next question, which goes on with it."""
    one = at_peer_reviewed("no, training and formers", "[Key themes: Formers; Training]")
    assert (["Formers", "Training"], "target_audience.audiences") == (draft(one).values[THEMES], question(one))


def test_funds_behind_a_no_at_the_question_before() -> None:
    """The fund is saved with the yes of its own question."""
    one = named("/overview", "11", "no, but ISF paid a part")
    go(one, next(f"[{label}]" for label in labels(one) if label.startswith("(Co-)funded by the EU")))
    values = draft(one).values
    assert (True, ["Internal Security Fund (ISF)"]) == (values["eu_funding.co_funded"], values["eu_funding.funds"])


@pytest.mark.parametrize(
    ("acts", "text", "rest"),
    [
        ((), "yes, last year", "last year"),
        ((), "yes last year", "last year"),
        ((), "No, we applied for the label in 2019", "we applied for the label in 2019"),
        ((), "Ja, letztes Jahr", "letztes Jahr"),
        (("/overview", "12"), "yes, last year", "last year"),
        (("/overview", "11"), "yes, last year", "last year"),
    ],
)
def test_other_words_are_said_and_kept(acts: tuple[str, ...], text: str, rest: str) -> None:
    """They are in the history, and the bot says that no answer has them."""
    one = at_peer_reviewed(*acts)
    assert elsewhere_texts.rest_not_saved(rest) in says(one, text)
    assert rest in [event.text for event in one.events if isinstance(event, Refused)]


@pytest.mark.parametrize(
    "text",
    ["yes", "Yes!", "yes, of course", "no, not yet", "no not yet", "Ja, natürlich", "No, nothing else", "[Yes]", "1"],
)
def test_words_that_only_repeat_the_answer(text: str) -> None:
    """Nothing more is said."""
    one = at_peer_reviewed()
    assert 1 == len(says(one, text).partition("\n\n")[0].splitlines())


def test_yes_and_more_while_the_answer_is_changed_from_the_summary() -> None:
    """No question is open there, so the words are only said."""
    one = at_peer_reviewed("/summary", "[Change]", "[Peer reviewed]")
    assert elsewhere_texts.rest_not_saved("training and formers") in says(one, "no, training and formers")


@pytest.mark.parametrize(
    ("text", "years", "rest"),
    [
        ("2018-2021 budget 200.000", (2018, 2021), "budget 200.000"),
        ("2015 with 3 trainers", (2015, None), "with 3 trainers"),
        ("it began in 2015 and is still going", (2015, None), ""),
        ("2018, I think", (2018, None), ""),
        ("2018 or so, approximately", (2018, None), ""),
    ],
)
def test_words_behind_years_are_said(text: str, years: tuple[int, int | None], rest: str) -> None:
    """The years are saved; the bot says that no answer has the other words."""
    one = named("/overview", "7")
    said = says(one, text)
    assert (elsewhere_texts.rest_not_saved(rest) in said if rest else "in no answer" not in said) is True
    values = draft(one).values
    assert years == (values["start.starting_year"], values.get("start.ending_year"))


def test_link_behind_years() -> None:
    """It is one press at Deliverables, the next question; "manual" is no doubt about years that say both ends."""
    text = "manual in Dutch: example.org/manual.pdf"
    one = named("/overview", "7")
    assert elsewhere_texts.rest(text) in says(one, f"2015-now, {text}")
    go(one, "[Use it as Deliverables]")
    values = draft(one).values
    assert (2015, None, text) == (
        values["start.starting_year"],
        values["start.ending_year"],
        values["deliverables.deliverables"],
    )
