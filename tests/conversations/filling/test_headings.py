"""The title of a question before its answer, pasted from a form, is no part of the answer."""

import pytest
from pydantic import JsonValue
from support.author import draft, go, labels, named, question, says

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
