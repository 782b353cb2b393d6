"""Word forms as paragraphs: what is read under which question, and how sure it is."""

from datetime import date

import pytest

from conversations.dialogue.paper import Paper
from conversations.papers.paragraphs import Cell, Paragraph
from conversations.papers.reading import read

TODAY = date(2026, 11, 30)

FRAME = ("# Description", "A text.", "# Geographical scope", "online", "# Deliverables", "# Last update text", "2024")
"""Enough titles for a document to be the form."""


def paragraphs(*lines: str) -> list[Paragraph]:
    """Write ``# `` before a heading, ``* `` before a bold line, ``- `` before a line of a list."""
    return [_paragraph(line) for line in lines]


def _paragraph(line: str) -> Paragraph:
    match line[:2]:
        case "# ":
            return Paragraph(text=line[2:], heading=1)
        case "* ":
            return Paragraph(text=line[2:], bold=True)
        case "- ":
            return Paragraph(text=line[2:], bullet=1)
        case _:
            return Paragraph(text=line)


def sure(*lines: str) -> dict[str, object]:
    """Read lines within the frame, and return what is surely read, except for the frame."""
    return {path: value for path, value in _sure(paragraphs(*FRAME, *lines)).items() if path not in _FRAMED}


def _sure(every: list[Paragraph]) -> dict[str, object]:
    paper = read(every, TODAY)
    return {} if paper is None else {one.question: one.value for one in paper.answers if one.sure}


_FRAMED = _sure(paragraphs(*FRAME))


def doubtful(*lines: str) -> dict[str, str]:
    """Read lines within the frame, and return the texts of what is to be asked."""
    paper = read(paragraphs(*FRAME, *lines), TODAY) or Paper()
    return {one.question: one.text for one in paper.answers if not one.sure}


def left(*lines: str) -> tuple[str, ...]:
    """Read lines within the frame, and return what stands under no known title."""
    return (read(paragraphs(*FRAME, *lines), TODAY) or Paper()).left


def test_document_with_few_titles_is_not_the_form() -> None:
    """A handbook may have a title or two that the form has as well."""
    assert read(paragraphs("# Description", "A handbook.", "# Contact", "# Peer reviewed", "No"), TODAY) is None


def test_empty_questions_are_left_out_where_they_are_optional() -> None:
    """A title without a text skips an optional question, and leaves a required one open."""
    assert {
        "description.description": "A text.",
        "geographical_scope.scope": "online",
        "deliverables.deliverables": None,
        "last_update.year": 2024,
    } == _FRAMED


@pytest.mark.parametrize(
    "title",
    [
        *("# Name of the practice", "* Name of the practice", "# 1. Name of the practise", "* name of practice:"),
        *("# Name der Praxis", "# Navn på praksis", "* Nombre de la práctica", "# Nazwa praktyki"),
        "# Name of the practice*",
    ],
)
def test_title_is_known_by_style_spelling_and_language(title: str) -> None:
    """A title counts in bold or as a heading, numbered, a little misspelt, and in other languages."""
    assert {"name.name": "Open Door"} == sure(title, "Open Door")


@pytest.mark.parametrize("title", ["# Sustainable and transferable", "* Transferability Sustainability"])
def test_title_that_is_only_alike_makes_its_answer_doubtful(title: str) -> None:
    """What stands under a title that is probably the form's is asked, and never saved at once."""
    assert {} == sure(title, "It costs little.")
    assert {"sustainability.sustainability": "It costs little."} == doubtful(title, "It costs little.")


def test_shortened_title_makes_its_answer_doubtful() -> None:
    """The only title with these words is probably meant."""
    assert {"ran_meetings.presented": "No"} == doubtful("# Discussed", "No")


@pytest.mark.parametrize("title", ["# Projects abroad", "# Evaluated", "# Eu", "# About us", "# Peer reviewe"])
def test_title_of_no_question_or_of_two_is_not_guessed(title: str) -> None:
    """What follows it is put under no question, neither surely nor to be asked."""
    assert {} == sure("# Peer reviewed", title, "Words")
    assert {"peer_reviewed.peer_reviewed": f"{title[2:]}\nWords"} == doubtful("# Peer reviewed", title, "Words")


def test_instructions_and_placeholders_are_dropped() -> None:
    """The template's words are no answers, also with a number before them or changed a little."""
    assert {"geographical_scope.scope": "online", "start.starting_year": 2017, "start.ending_year": None} == _sure(
        paragraphs(
            *("# Geographical scope", "online", "# Start of the practice"),
            "Please indicate in which year the practice was developed and implemented so that its maturity can be "
            "seen. In case it is no longer active please indicate when it ended.",
            *("Starting year: 2017", "Ending year: Select year.", "# Key themes", "# Description", "(max. 300 words)"),
            *("# Sustainability and transferability", "(maximum of 200 words)", "Not provided"),
        )
    )


def test_answer_behind_an_instruction_is_read() -> None:
    """Somebody typed on the line of the instruction or of the hint."""
    lines = (
        *("# EU or EEA country", "Country in which the practice is based. Denmark"),
        *("# Ending year", "In which year did it end? Only if it has ended. Optional. 2014"),
    )
    assert {"country_of_origin.country": "Denmark", "start.ending_year": 2014} == sure(*lines)


def test_instruction_on_the_first_line_of_a_paragraph_is_dropped() -> None:
    """A line break within a paragraph parts the instruction from the answer."""
    told = "Please indicate where (countries, regions, cities) the practice is or has been implemented.\nDenmark"
    assert (
        "Denmark"
        == _sure(paragraphs(*FRAME[:2], "# Geographical scope", told, *FRAME[4:], "# Name", "A"))[
            "geographical_scope.scope"
        ]
    )


def test_labels_on_one_line_are_taken_apart() -> None:
    """A line may have several labels, each with its answer or with none."""
    assert {
        "contact.address": None,
        "contact.person": "Anna Example",
        "contact.email": "anna@example.org",
        "contact.telephone": "+45 33 11 55 00",
        "contact.website": None,
    } == sure(
        "# Contact details",
        "Address:",
        "Contact person: Anna Example Email: anna@example.org",
        "Telefon: 0045 33 11 55 00; Website: ",
    )


def test_bold_label_before_its_answer_is_a_title() -> None:
    """Only the label is bold."""
    given = Paragraph(text="Name of the practice: Open Door", lead="Name of the practice:")
    assert "Open Door" == _sure([*paragraphs(*FRAME), given])["name.name"]


def test_bold_words_that_are_no_title_belong_to_the_answer() -> None:
    """A paragraph may begin with bold words."""
    given = Paragraph(text="Mentors: they listen.", lead="Mentors")
    assert (
        "Mentors: they listen."
        == _sure([*paragraphs(*FRAME, "# Sustainability and transferability"), given])["sustainability.sustainability"]
    )


def test_line_of_an_answer_that_looks_like_a_label_stays_in_it() -> None:
    """Where titles stand out, plain words before a colon are no title."""
    text = "40 took part.\n\nTarget audience: 30 men.\n\nResults: good\n\nDescription: of what"
    lines = text.split("\n\n")
    assert text == sure("# Target audience", "Families", "# Evidence and evaluation", *lines)["evidence.performance"]


def test_label_of_a_section_that_has_no_other_title_makes_both_answers_doubtful() -> None:
    """Where titles stand out, a plain one may be a title or belong to the answer above it."""
    lines = ("# Evidence and evaluation", "40 took part.", "Target audience: Families")
    assert {"evidence.performance": "40 took part.", "target_audience.audiences": "Families"} == doubtful(*lines)


def test_plain_form_is_read_by_lines_that_are_titles() -> None:
    """Without any style a title is a line of its own; the same words before a colon belong to an answer."""
    plain = (
        "Name of the practice",
        "Open Door",
        "Description",
        "Mentors.",
        "Target audience: men",
        "Peer reviewed: No",
    )
    more = ("Target audience", "Families", "Geographical scope", "online", "Deliverables", "Handbook: a book")
    read_ = _sure(paragraphs(*plain, *more))
    assert {
        "name.name": "Open Door",
        "description.description": "Mentors.\n\nTarget audience: men",
        "peer_reviewed.peer_reviewed": False,
        "target_audience.audiences": ["Families"],
        "geographical_scope.scope": "online",
        "deliverables.deliverables": "Handbook: a book",
    } == read_


def test_line_with_the_words_of_a_label_is_an_answer_without_its_colon() -> None:
    """Somebody may be called Name."""
    assert {"contact.person": "Name"} == sure("# Contact details", "Contact person:", "Name")


def test_unknown_title_within_an_answer_makes_it_doubtful() -> None:
    """A bold line after the first paragraph may begin something else."""
    lines = ("# Sustainability and transferability", "A charity.", "* Budget", "12,000 euros")
    assert {"sustainability.sustainability": "A charity.\n\nBudget\n\n12,000 euros"} == doubtful(*lines)


def test_choices_in_bold_are_choices() -> None:
    """The choice that is in bold is no title."""
    assert {"target_audience.audiences": ["Families", "Formers"]} == sure("# Target audience", "Families", "* Formers")


def test_same_title_twice_makes_the_answer_doubtful() -> None:
    """Two texts under the same title are shown together."""
    lines = ("# Sustainability and transferability", "A charity.", "# Sustainability and transferability", "A school.")
    assert {"sustainability.sustainability": "A charity.\n\nA school."} == doubtful(*lines)


def test_ticked_boxes_are_the_choices() -> None:
    """Where there are boxes, only ticked ones count."""
    assert {
        "key_themes.themes": ["Family support", "Training"],
        "peer_reviewed.peer_reviewed": False,
        "organisation.type": "NGO",
    } == sure(
        *("# Key themes", "☒ Family support\t☒ Training", "☐ Formers"),
        *("# Peer reviewed", "☐ Yes", "☒ No", "# Type of organisation", "[x] NGO", "[ ] Charity"),
    )


def test_no_ticked_box_is_no_answer() -> None:
    """An empty list is asked."""
    assert ({}, {}) == (sure("# Peer reviewed", "☐ Yes", "☐ No"), doubtful("# Peer reviewed", "☐ Yes", "☐ No"))


def test_lists_and_paragraphs_of_a_long_answer_stay_apart() -> None:
    """Lines of a list follow each other, paragraphs have an empty line between them."""
    inner = Paragraph(text="inner", bullet=2)
    given = [*paragraphs(*FRAME, "# Sustainability and transferability", "One.", "- a"), inner, *paragraphs("Two.")]
    assert "One.\n- a\n  - inner\n\nTwo." == _sure(given)["sustainability.sustainability"]


def test_answer_that_its_kind_does_not_understand_is_doubtful() -> None:
    """What is read goes through the same kinds as what is typed."""
    assert {"start.starting_year": "some time ago", "contact.email": "anna [at] example.org"} == doubtful(
        "# Start of the practice", "Starting year: some time ago", "# Contact details", "Email: anna [at] example.org"
    )


def test_answer_over_its_limit_is_doubtful() -> None:
    """A text of more than 200 words is shown with its figures."""
    long = ("word " * 201).strip()
    assert {"sustainability.sustainability": long} == doubtful("# Sustainability and transferability", long)


def test_text_under_the_title_of_a_section_is_doubtful_where_a_needed_title_is_missing() -> None:
    """It may answer that question, too: "A charity in Aarhus"."""
    lines = ("# Organisation", "A charity in Aarhus")
    assert {"organisation.description": "A charity in Aarhus"} == doubtful(*lines)
    assert {"organisation.description": "A charity in Aarhus", "organisation.type": "Charity"} == sure(
        *lines, "Type of organisation: Charity"
    )


def test_one_text_may_answer_both_years() -> None:
    """A beginning and an end in one answer are both read, also where the place of the end is empty."""
    assert {"start.starting_year": 2011, "start.ending_year": 2014} == sure(
        "# Start of the practice", "Starting year: 2011-2014", "Ending year: Select year."
    )


def test_year_of_its_own_stays_beside_an_answer_with_both() -> None:
    """The ending year has its own text, which counts more."""
    years = ("Ending year: 2013", "Starting year: 2011-2014")
    assert {"start.starting_year": 2011, "start.ending_year": 2013} == sure("# Start of the practice", *years)


def test_text_that_answers_more_than_its_question_is_doubtful() -> None:
    """A sentence about a meeting is shown before it becomes answers."""
    told = "RAN EXIT in Vienna, 3 May 2019"
    assert {"ran_meetings.presented": told} == doubtful("# Presented and discussed in RAN meeting", told)


def test_years_that_do_not_fit_together_are_doubtful() -> None:
    """Rules between the answers hold, too."""
    lines = ("# Start of the practice", "Starting year: 2025")
    assert {"last_update.year": "2024"} == doubtful(*lines)


def test_one_line_of_two_paragraphs_is_doubtful() -> None:
    """A name has one line."""
    assert {"name.name": "Open Door\nMentors"} == doubtful("# Name of the practice", "Open Door", "Mentors")


def test_words_for_nothing_leave_an_optional_question_out() -> None:
    """A dash or n/a is no answer; it is asked at a required question."""
    assert {"contact.website": None} == sure("# Contact details", "Website: n/a", "Email: -")


MEETINGS = "# Presented and discussed in RAN meeting"


def test_meetings_follow_each_other() -> None:
    """The label of a name begins the next meeting, also with a number."""
    assert {
        "ran_meetings.presented": True,
        "ran_meetings.meetings.0.name": "RAN EXIT",
        "ran_meetings.meetings.0.place": "Wien",
        "ran_meetings.meetings.1.name": "RAN EDU",
    } == sure(MEETINGS, "Name: RAN EXIT", "Place: Wien", "Name: RAN EDU")


def test_empty_meeting_is_a_no() -> None:
    """The template does not ask whether there was one."""
    assert {"ran_meetings.presented": False} == sure(MEETINGS, "Name: Enter name of the meeting.")


def test_no_with_a_meeting_below_is_doubtful() -> None:
    """Both cannot be true."""
    lines = (MEETINGS, "Presented in a RAN meeting: No", "Name: RAN EXIT")
    assert {"ran_meetings.presented": "No"} == doubtful(*lines)


def test_doubtful_meeting_is_a_doubtful_yes() -> None:
    """The name of the meeting has two paragraphs."""
    assert "ran_meetings.presented" in doubtful(MEETINGS, "Name: RAN EXIT", "and more")


def test_country_outside_is_known_by_its_own_question() -> None:
    """The template has two questions, of which one is left empty."""
    assert {
        "country_of_origin.country": "Outside the EU and EEA",
        "country_of_origin.non_eu_country": "United Kingdom",
    } == sure("# Country of origin", "EU or EEA country: Select country", "or:", "Non-EU country: United Kingdom")


def test_question_that_does_not_apply_is_left_out() -> None:
    """Funds are named only after a Yes."""
    assert {"eu_funding.co_funded": False} == sure("# EU funds", "Erasmus+", "# (Co-)funded by the EU", "No")


def test_text_under_the_title_of_eu_funding_is_about_the_funding() -> None:
    """The template asks for a text first."""
    title = "# Linked to other EU initiatives or EU funding"
    assert {"eu_funding.initiatives": "The city pays.", "eu_funding.co_funded": True} == sure(
        title, "The city pays.", "(Co-)funded by the EU: Yes"
    )


def cell(text: str, row: int, column: int, *, first: bool = True, columns: int = 2) -> Paragraph:
    """Make a paragraph of a table."""
    return Paragraph(text=text, cell=Cell(table=0, row=row, column=column, columns=columns), first=first)


def test_row_has_its_title_in_front() -> None:
    """Instructions beside the title are dropped; a row with an unknown title answers nothing."""
    rows = [
        *(
            cell("Sustainability and transferability", 0, 0),
            cell("What is it?", 0, 0, first=False),
            cell("A charity.", 0, 1),
        ),
        *(
            cell("Budget", 1, 0),
            cell("12,000 euros", 1, 1),
            cell("Name of the practice", 2, 0),
            cell("Open Door", 2, 1),
        ),
    ]
    paper = read([*paragraphs(*FRAME), *rows], TODAY) or Paper()
    assert ("Budget", "12,000 euros") == paper.left
    assert {"sustainability.sustainability": "A charity.", "name.name": "Open Door"} == {
        one.question: one.value for one in paper.answers if one.question not in _FRAMED
    }


def test_text_beside_the_title_is_doubtful_where_the_answer_is_empty() -> None:
    """Somebody typed into the cell of the title."""
    rows = [cell("Sustainability and transferability", 0, 0), cell("A charity.", 0, 0, first=False), cell("", 0, 1)]
    paper = read([*paragraphs(*FRAME), *rows], TODAY) or Paper()
    assert [("A charity.", False)] == [
        (one.text, one.sure) for one in paper.answers if "sustainability" in one.question
    ]


def test_table_within_an_answer_is_written_row_by_row() -> None:
    """The cells of a row are parted by a bar."""
    rows = [cell("2019", 0, 0), cell("10 people", 0, 1), cell("2020", 1, 0), cell("20 people", 1, 1)]
    given = [*paragraphs(*FRAME, "# Sustainability and transferability", "Figures:"), *rows]
    assert "Figures:\n2019 | 10 people\n2020 | 20 people" == _sure(given)["sustainability.sustainability"]


def test_cells_below_each_other_are_read_in_their_order() -> None:
    """A table of one column has each answer under its title."""
    title = cell("Sustainability and transferability", 0, 0, columns=1).model_copy(update={"bold": True})
    rows = [title, cell("A charity.", 1, 0, columns=1)]
    assert "A charity." == _sure([*paragraphs(*FRAME), *rows])["sustainability.sustainability"]


def test_text_before_the_first_title_is_ignored() -> None:
    """It is the name of the document, and no answer."""
    assert () == (read(paragraphs("# RAN Collection practice template", *FRAME), TODAY) or Paper()).left


def test_text_that_may_not_be_as_it_was_written_is_asked() -> None:
    """A PDF does not tell whether a word was divided at the end of a line."""
    title, text = paragraphs("# Name of the practice", "Open-Door")
    found = read([*paragraphs(*FRAME), title, text.model_copy(update={"doubtful": True})], TODAY)
    assert found is not None
    assert [("Open-Door", False)] == [(one.text, one.sure) for one in found.answers if one.question == "name.name"]


def test_signs_at_the_end_of_a_line_are_kept() -> None:
    """Only labels of short answers on one line are separated by them."""
    assert {"sustainability.sustainability": "It costs:\n- little;\n- nothing,"} == sure(
        "# Sustainability and transferability", "It costs:", "- little;", "- nothing,"
    )
