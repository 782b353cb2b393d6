"""A text that corrects an earlier answer is offered as the change of that answer."""

from pathlib import Path

import pytest
from pydantic import JsonValue
from support.author import draft, go, labels, named, question, says
from support.core_talker import CoreTalker

from conversations.diagram import filled as complete
from conversations.dialogue.context import Context
from conversations.dialogue.state import Part
from conversations.filling import elsewhere_texts
from conversations.filling.corrections import found
from conversations.form.asked import question_at
from conversations.form.texts import USE

TEXT = "We visit young people in prison, against extremism."

YEARS = ("/overview", "7", "2015", "[Still active]")

CONTACT = ("/overview", "15", "[Skip]", "Lone Example", "lone@example.org", "+45 33 11 55 01", "www.example.org")

SUSTAINABILITY = "sustainability.sustainability"


def filled(*acts: str) -> CoreTalker:
    """Answer several questions and go on to others; at Sustainability without more acts."""
    return named(TEXT, *YEARS, *CONTACT, "/overview", "14", "[Denmark]", *(acts or ("/overview", "10")))


@pytest.mark.parametrize(
    ("text", "label", "path", "value"),
    [
        ("no the mail is lone2@example.org", "Email: lone2@example.org", "contact.email", "lone2@example.org"),
        ("E-mail: lone2@example.org", "Email: lone2@example.org", "contact.email", "lone2@example.org"),
        ("nej, mail er lone2@example.org", "Email: lone2@example.org", "contact.email", "lone2@example.org"),
        ("no wait, the name is Another Door", "Name of the practice: Another Door", "name.name", "Another Door"),
        (
            "Sorry, our name should be “Another Door”.",
            "Name of the practice: Another Door",
            "name.name",
            "Another Door",
        ),
        ("oops, the contact person is Anna Example", "Contact person: Anna Example", "contact.person", "Anna Example"),
        ("sorry, it started in 2016", "Starting year: 2016", "start.starting_year", 2016),
        ("we began in 2016", "Starting year: 2016", "start.starting_year", 2016),
        (
            "the name is not Open Door, it is Another Door",
            "Name of the practice: Another Door",
            "name.name",
            "Another Door",
        ),
        (
            "Der Name ist nicht Open Door, sondern Another Door.",
            "Name of the practice: Another Door",
            "name.name",
            "Another Door",
        ),
        ("the start was not 2015 but 2016", "Starting year: 2016", "start.starting_year", 2016),
        ("the phone is +45 33 11 55 00", "Telephone: +45 33 11 55 00", "contact.telephone", "+45 33 11 55 00"),
        ("wait, the country is Sweden", "EU or EEA country: Sweden", "country_of_origin.country", "Sweden"),
        ("sorry, lone2@example.org", "Email: lone2@example.org", "contact.email", "lone2@example.org"),
        ("no, 2016", "Starting year: 2016", "start.starting_year", 2016),
    ],
)
@pytest.mark.parametrize("acts", [(), ("/overview", "3")])
def test_correction_is_one_press(acts: tuple[str, ...], text: str, label: str, path: str, value: JsonValue) -> None:
    """The bot shows the earlier answer; nothing changes before the press, and Undo brings it back."""
    one = filled(*acts)
    before, here = draft(one).values, question(one)
    shown = str(before[path])
    assert f"is now “{shown}”" in says(one, text)
    assert before == draft(one).values
    go(one, f"[{label}]")
    assert (value, here, "Undo") == (draft(one).values[path], question(one), labels(one)[-1])
    go(one, "[Undo]")
    assert (before, here) == (draft(one).values, question(one))


def test_correction_at_a_text_question_may_be_the_answer() -> None:
    """The whole text is offered there, too."""
    one = filled()
    assert elsewhere_texts.OR_HERE in says(one, "the phone is +45 33 11 55 00")
    go(one, f"[{USE}]")
    assert "the phone is +45 33 11 55 00" == draft(one).values[SUSTAINABILITY]
    assert elsewhere_texts.OR_HERE not in says(filled("/overview", "3"), "the phone is +45 33 11 55 00")


def test_no_answer_of_others_reads_as_a_correction() -> None:
    """No short answer, title, remark or question of the lists changes an answer of a complete practice."""
    lists = (
        Path(__file__).parents[1] / "remarks" / f"{name}.txt" for name in ("answers", "titles", "remarks", "questions")
    )
    texts = {line.rpartition("\t")[2] for path in lists for line in path.read_text("utf-8").splitlines()}
    one = CoreTalker(complete())
    context = Context(one.conversation, one.now)
    here = question_at(SUSTAINABILITY)
    assert [] == [text for text in texts if found(context, Part(message=1, text=text), here)]


def test_correction_answers_two_questions() -> None:
    """What it says beside the year is saved, too."""
    one = named(TEXT, "/overview", "7", "2015", "2018", "/overview", "10", "sorry, it started in 2016, still active")
    go(one, next(f"[{label}]" for label in labels(one) if label.startswith("Starting year: 2016")))
    assert (2016, None) == (draft(one).values["start.starting_year"], draft(one).values["start.ending_year"])


def test_detail_that_comes_early_is_offered_at_its_question() -> None:
    """The question has no answer yet."""
    one = named(TEXT)
    assert elsewhere_texts.fits("Telephone") in says(one, "the phone is +45 33 11 55 00")


@pytest.mark.parametrize(
    ("acts", "text"),
    [
        ((), "The name is known all over Denmark, so others join"),  # a name may begin a text
        ((), "It started in 2016 with three mentors in one prison"),  # more than the year
        ((), "it started in 2015"),  # it is the answer already
        ((), "is the mail lone2@example.org?"),
        ((), "no the mail is wrong"),  # no answer behind it
        ((), "the mail is lone2@example.org\nthe phone is +45 33 11 55 00"),
        ((), "no, that is too much"),
        (("/overview", "7", "[Starting year]"), "no, 2016"),  # the open question reads it
        (("/overview", "7", "[Starting year]"), "sorry, it started in 2016"),  # it names the open question
        (("/overview", "16", "2025", "/overview", "10"), "no, 2016"),  # two years have an answer
        (("/overview", "16"), "sorry, blub"),
    ],
)
def test_no_correction(acts: tuple[str, ...], text: str) -> None:
    """The text is read as everywhere."""
    one = filled(*acts)
    go(one, text)
    assert not [label for label in labels(one) if ": " in label]
