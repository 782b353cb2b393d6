"""A practice as a paper form: its questions, its paragraphs, and the addresses in a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue
from support.practices import practice

from conversations.dialogue.conversation import Draft
from conversations.fields import OUTSIDE
from conversations.form.questions import Question, kind_of, mark, repeat_of
from conversations.form.sections import SECTIONS
from storage.exports.filled import FilledQuestion, Piece, filled_form, parts_of, pieces


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


OPENED: dict[str, JsonValue] = {
    "eu_funding.co_funded": True,
    "eu_funding.funds": ["Erasmus+"],
    "country_of_origin.country": OUTSIDE,
    "country_of_origin.non_eu_country": "Switzerland",
}
"""Answers that open all questions."""


def test_every_question_of_the_classes_is_there() -> None:
    """Each field of a section class that applies has its question in the form, without the form knowing of it."""
    for section, filled in zip(SECTIONS, filled_form(practice(1, OPENED)).sections, strict=True):
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
    """What was skipped is not provided."""
    assert [("none", "Not provided")] == words(question(practice(), "target_audience", 1))


NOT_ASKED = {
    ("ran_meetings", "ran_meetings.presented", False): ["Presented in a RAN meeting"],
    ("ran_meetings", "ran_meetings.presented", None): ["Presented in a RAN meeting"],
    ("eu_funding", "eu_funding.co_funded", False): ["(Co-)funded by the EU", "Funding and linked initiatives"],
    ("eu_funding", "eu_funding.co_funded", None): ["(Co-)funded by the EU", "Funding and linked initiatives"],
    ("country_of_origin", "country_of_origin.country", "Denmark"): ["EU or EEA country"],
}


@pytest.mark.parametrize(("at", "headings"), NOT_ASKED.items())
def test_nothing_of_what_was_not_asked(at: tuple[str, str, JsonValue], headings: list[str]) -> None:
    """After a No the form has nothing of the questions that a Yes would have opened, also where they were answered."""
    section, path, value = at
    filled = filled_form(practice(1, OPENED | {path: value})).sections[[each.key for each in SECTIONS].index(section)]
    assert headings == [asked.heading for asked in filled.questions]


@pytest.mark.parametrize(
    ("path", "text", "figures"),
    [
        ("description.description", "word " * 344, "344 of 300 words"),
        ("description.description", "word " * 300, ""),
        ("sustainability.sustainability", "word " * 201, "201 of 200 words"),
        ("eu_funding.initiatives", "word " * 1200, "1,200 of 100 words"),
        ("organisation.description", "word " * 101, "101 of 100 words"),
        ("evidence.performance", "word " * 1200, ""),
        ("name.name", "n" * 201, "201 of 200 characters"),
        ("geographical_scope.scope", "s" * 1001, "1,001 of 1,000 characters"),
        ("contact.address", "a" * 501, "501 of 500 characters"),
        ("contact.person", "p" * 200, ""),
        ("ran_meetings.meetings.1.subject", "s" * 301, "301 of 300 characters"),
        ("last_update.year", 2026, ""),
    ],
)
def test_answer_over_its_limit_has_its_figures(path: str, text: JsonValue, figures: str) -> None:
    """Under an answer that is over its limit stands by how much; nothing under any other."""
    form = filled_form(practice(1, {path: text}))
    assert [figures] * bool(figures) == [asked.over for each in form.sections for asked in each.questions if asked.over]


def test_limits_and_hints_are_printed() -> None:
    """Each question says what is asked for and its limit, and nothing of buttons."""
    said = [asked for section in filled_form(practice(1, OPENED)).sections for asked in section.questions]
    about_chat = re.compile(r"\b(press|type|send|Skip|Done|I ask|messages)\b", re.IGNORECASE)
    assert [] == [asked.heading for asked in said if not asked.hint or about_chat.search(asked.hint)]
    for section in SECTIONS:
        group = repeat_of(section)
        for info in {**section.model_fields, **(group.items.model_fields if group else {})}.values():
            question, kind = mark(info, Question), kind_of(info)
            limits = [getattr(kind, name, None) for name in ("max_words", "max_length")]
            printed = [f"{limit:,}" in question.paper_hint for limit in limits if limit] if question else []
            assert [True] * len(printed) == printed


def test_open_question_of_a_draft() -> None:
    """A draft says of itself that it is one, and what has not been asked yet."""
    draft = Draft.model_validate({**practice().model_dump(), "answers": {}, "status": "draft", "submitted_at": None})
    form = filled_form(draft)
    assert ("Practice without a name", True) == (form.title, form.mark.startswith("Draft"))
    assert [("none", "Not answered yet")] == words(question(draft, "description"))


def test_meetings_are_numbered() -> None:
    """Of several meetings each has its questions."""
    headings = [asked.heading for asked in filled_form(practice()).sections[10].questions]
    assert ["Presented in a RAN meeting", "Name of the meeting 1"] == headings[:2]
    assert (9, "Subject of the meeting 2") == (len(headings), headings[-1])


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("submitted", "RAN-2026-0001 · submitted 23 November 2026"),
        ("approved", "RAN-2026-0001 · approved · submitted 23 November 2026"),
        ("changes_requested", "RAN-2026-0001 · changes requested · submitted 23 November 2026"),
        ("withdrawn", "RAN-2026-0001 · withdrawn · submitted 23 November 2026"),
    ],
)
def test_caption_says_each_thing_once(status: str, expected: str) -> None:
    """The line under the name says the status and the day, and that it was submitted once."""
    assert expected == filled_form(practice(status=status)).caption


def test_header_has_reference_and_name() -> None:
    """On each page stands which practice it is; a long name is cut there."""
    draft = practice(1, {"name.name": "long " * 40}, reference=None, status="draft")
    assert ("RAN-2026-0001 · Open Door", f"Draft · {'long ' * 11}long…") == (
        filled_form(practice()).header,
        filled_form(draft).header,
    )


def test_lines_of_two_directions_are_two_paragraphs() -> None:
    """A line that is read from the right stands apart from one that is read from the left; figures go along."""
    parts = parts_of("منع التطرف\n2019\nWe work in English.\n(2020)\nשלום world")
    assert ["منع التطرف\n2019", "We work in English.\n(2020)", "שלום world"] == [
        "".join(piece.text for piece in part.pieces) for part in parts
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/a?b=c&d.", [("https://example.org/a?b=c&d", "https://example.org/a?b=c&d")]),
        ("(www.example.org)", [("www.example.org", "https://www.example.org")]),
        ("Write to anna@example.org, please", [("anna@example.org", "mailto:anna@example.org")]),
        ("https://example.org/open_(door)", [("https://example.org/open_(door)", "https://example.org/open_(door)")]),
        ("http://example.org/a%20b%zz", [("http://example.org/a%20b%zz", "http://example.org/a%20b%25zz")]),
        ("http://example.org/ä|b", [("http://example.org/ä|b", "http://example.org/%C3%A4%7Cb")]),
        ("https://a.example.org and www.b.example.org", [
            ("https://a.example.org", "https://a.example.org"),
            ("www.b.example.org", "https://www.b.example.org"),
        ]),
        ("It did work.The next day", []),
        ("javascript:alert(1) file:///etc/passwd", []),
        ("https://", []),
        ("https://user:secret@example.org", []),
        ("https://example.org/" + "a" * 2000, []),
    ],
)  # fmt: skip
def test_links(text: str, found: list[tuple[str, str]]) -> None:
    """Web and e-mail addresses lead somewhere, without the full stop behind them; nothing else does."""
    assert found == [(piece.text, piece.link) for piece in pieces(text) if piece.link]


@given(st.text() | st.from_regex(r"(\w{0,5}(https?://|www\.|@)[\w.@:/%()]{0,12}[.)\s]?){1,4}"))
def test_pieces_are_the_text(text: str) -> None:
    """Taken apart, a text loses nothing."""
    assert text == "".join(piece.text for piece in pieces(text))


def test_pieces_of_plain_text() -> None:
    """A text without addresses is one piece."""
    assert pieces("No links") == (Piece("No links"),)


def test_one_long_word_takes_no_longer_than_many() -> None:
    """A word of 200,000 letters is read for addresses in one pass; going back at each letter would take minutes."""
    word = "w" * 200_000
    assert (Piece(word),) == pieces(word)
