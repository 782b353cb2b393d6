"""A practice as a form on paper, before it is laid out."""

import re

from support.practices import practice

from conversations.conversation import Draft
from conversations.questions import Question, mark
from conversations.repeats import repeat_of
from conversations.sections import SECTIONS
from storage.exports.filled import FilledQuestion, filled_form
from storage.exports.paragraphs import parts_of


def question(draft: Draft, section: str, number: int = 0) -> FilledQuestion:
    """Give a question of a section."""
    at = [each.key for each in SECTIONS].index(section)
    return filled_form(draft).sections[at].questions[number]


def words(asked: FilledQuestion) -> list[tuple[str, str]]:
    """Give the paragraphs of an answer."""
    return [(part.look, "".join(piece.text for piece in part.pieces)) for part in asked.parts]


def test_sections_stand_in_the_form_s_order() -> None:
    """All sixteen are there, whatever was answered."""
    titles = [section.title for section in SECTIONS]
    empty = Draft.model_validate({**practice().model_dump(), "answers": {}})
    for draft in (practice(), empty):
        assert titles == [section.title for section in filled_form(draft).sections]


def test_every_question_of_the_classes_is_there() -> None:
    """Each field of a section class has its question in the form, without the form knowing of it."""
    for section, filled in zip(SECTIONS, filled_form(practice()).sections, strict=True):
        group = repeat_of(section)
        fields = {**section.model_fields, **(group.items.model_fields if group else {})}
        questions = [mark(info, Question) for info in fields.values()]
        titles = {question.title for question in questions if question} - {section.title}
        assert titles == {re.sub(r" \d+$", "", asked.heading) for asked in filled.questions} - {""}


def test_answer_keeps_its_lists_and_lines() -> None:
    """Bullets are bullets, those further in too; an empty line ends a paragraph, a line break stays in it."""
    assert [
        ("text", "A programme against violent extremism."),
        ("text", "The mentors"),
        ("bullet", "listen;"),
        ("bullet", "visit:"),
        ("inner bullet", "families"),
        ("inner bullet", "friends."),
        ("text", "It is described at https://example.org/open_(door)."),
    ] == words(question(practice(), "description"))
    assert [("text", "Example Street 1\n8000 Aarhus C")] == words(question(practice(), "contact"))


def test_dash_that_is_no_bullet() -> None:
    """A dash with nothing behind it, or none before a space, is text."""
    looks = [part.look for part in parts_of("-5 degrees\n-\n• yes")]
    assert looks == ["text", "bullet"]


def test_choices_show_the_whole_list() -> None:
    """Each option has its box; a short list stands in one column, a long one in two, read downwards."""
    assert question(practice(), "organisation", 1).choices == (
        "☐ NGO",
        "☐ Governmental institution",
        "☐ Foundation",
        "☒ Charity",
        "☐ Limited company",
        "☐ Other",
    )
    assert question(practice(), "key_themes").choices[2] == "☐ Deradicalisation/disengagement\t☒ Prison and probation"
    assert question(practice(), "peer_reviewed").choices == ("☐ Yes", "☒ No")
    assert question(practice(), "organisation", 1).parts == ()


def test_choice_that_left_its_list() -> None:
    """An older answer keeps its box after the list has changed."""
    draft = practice(changes={"organisation.type": "Ministry"})
    boxes = [box for row in question(draft, "organisation", 1).choices for box in row.split("\t")]
    assert (1, 7) == (boxes.count("☒ Ministry"), len(boxes))


def test_skipped_question_is_not_provided() -> None:
    """What was skipped, and what an earlier answer rules out, is not provided."""
    assert [("none", "Not provided")] == words(question(practice(), "target_audience", 1))
    funds = question(practice(), "eu_funding", 1)
    assert ([("none", "Not provided")], 6) == (words(funds), len(funds.choices))


def test_open_question_of_a_draft() -> None:
    """A draft says of itself that it is one, and what has not been asked yet."""
    draft = Draft.model_validate({**practice().model_dump(), "answers": {}, "status": "draft", "submitted_at": None})
    form = filled_form(draft)
    assert ("Practice without a name", True) == (form.title, form.mark.startswith("Draft"))
    assert [("none", "Not answered yet")] == words(question(draft, "description"))


def test_meetings_are_numbered() -> None:
    """Of several meetings each has its questions; of none the form shows one."""
    headings = [asked.heading for asked in filled_form(practice()).sections[10].questions]
    assert ["Presented in a RAN meeting", "Name of the meeting 1"] == headings[:2]
    assert (9, "Subject of the meeting 2") == (len(headings), headings[-1])
    never = filled_form(practice(changes={"ran_meetings.presented": False})).sections[10].questions
    assert (5, [("none", "Not provided")]) == (len(never), words(never[1]))
