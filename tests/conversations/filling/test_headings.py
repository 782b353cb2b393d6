"""The title of a question before its answer, pasted from a form, is no part of the answer."""

import pytest
from pydantic import JsonValue
from support.author import draft, go, labels, named, question, says
from support.core_talker import CoreTalker

from conversations.diagram import filled
from conversations.filling import elsewhere_texts
from conversations.form.texts import USE

TEXT = "We visit young people in prison, against extremism."


@pytest.mark.parametrize(
    ("section", "text", "path", "value"),
    [
        ("1", "Name of the practice: Another Door", "name.name", "Another Door"),
        ("2", f"Description\n{TEXT}", "description.description", TEXT),
        ("5", "Target audience: youth, families", "target_audience.audiences", ["Families", "Youth/pupils/students"]),
        ("6", "Scope: Malmö and Lund", "geographical_scope.scope", "Malmö and Lund"),
        ("15", "Address: Box 1, 200 10 Malmö", "contact.address", "Box 1, 200 10 Malmö"),
    ],
)
def test_own_title_is_removed(section: str, text: str, path: str, value: JsonValue) -> None:
    """The answer is stored without it."""
    assert value == draft(go(named("/overview", section), text)).values[path]


@pytest.mark.parametrize("text", ["Performance: 40 of 52 men finished.", "Performance\n40 of 52 men finished."])
def test_text_under_the_title_of_another_question_is_offered_there(text: str) -> None:
    """One press saves it there; the text itself is offered, too."""
    one = named("/overview", "10")
    assert elsewhere_texts.fits("Performance") in says(one, text)
    assert ["Use it as Performance", USE] == labels(one)[:2]
    go(one, "[Use it as Performance]")
    assert ("40 of 52 men finished.", "sustainability.sustainability") == (
        draft(one).values["evidence.performance"],
        question(one),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Performance: good\nSustainability and transferability: cheap",
        "Start of it all: a café",
        "Sustainability and transferability:",
        "Performance: [our report](https://example.org/report)",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    """Several titles, other words before the colon, a title alone, and a text with a link behind its words."""
    one = go(named("/overview", "10"), text)
    stored = draft(one).values.get("sustainability.sustainability")
    assert text.partition("[")[0] in str(stored)


PIECES = f"Police at school\nDescription: {TEXT}\nWith formers.\nKey themes: training, formers"


@pytest.mark.parametrize("text", [PIECES, f"Name of the practice: {PIECES}"])
def test_pieces_of_a_form(text: str) -> None:
    """The open question gets its piece; the others have buttons until they are answered."""
    one = go(CoreTalker(), "/start")
    assert elsewhere_texts.fits("Description") in says(one, text)
    buttons = ["Use it as Description", "Key themes: Formers; Training"]
    assert ("description.description", buttons) == (question(one), labels(one)[:2])
    go(one, f"[{buttons[0]}]")
    assert buttons[1] == labels(one)[0]
    go(one, f"[{buttons[1]}]")
    assert {
        "name.name": "Police at school",
        "description.description": f"{TEXT}\nWith formers.",
        "key_themes.themes": ["Formers", "Training"],
    } == draft(one).values


def test_piece_that_cannot_be_read_is_said() -> None:
    """It is in the history."""
    one = go(CoreTalker(), "/start")
    assert elsewhere_texts.rest_not_saved("Starting year: long ago") in says(one, "Open Door\nStarting year: long ago")


def test_pieces_behind_a_long_answer() -> None:
    """It is split only under its title."""
    one = named(f"Description: {TEXT}\nHere: Graz\nPerformance: 40 of 52 men finished.")
    assert (f"{TEXT}\nHere: Graz", ["Use it as Performance"]) == (
        draft(one).values["description.description"],
        labels(one)[:1],
    )


def test_pieces_behind_the_last_open_question() -> None:
    """No question is open then, so the bot says that they are not saved."""
    one = go(CoreTalker(filled()), "/overview", "1")
    piece = "Performance: 40 of 52 men finished."
    assert elsewhere_texts.rest_not_saved(piece) in says(one, f"Police at school\n{piece}")


def test_contact_details_are_not_split() -> None:
    """They are shown to be checked."""
    one = named("/overview", "6", "Anna Example\nOrganisation: Open Door association\nE-Mail: anna@example.org")
    assert ("geographical_scope.scope", "Use these details") == (question(one), labels(one)[0])
