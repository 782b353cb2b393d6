"""The Word form, read by another library than the one that fills it in."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from support.practices import leaflet, practice

from conversations.conversation import Draft
from conversations.sections import SECTIONS
from storage.exports import CannotExport, form_name, word_form
from storage.exports.as_docx import MOST_FORMS

Write = Callable[..., bytes]


def opened(written: bytes) -> Document:
    """Open a document."""
    return docx.Document(BytesIO(written))


def texts(document: Document, style: str) -> list[str]:
    """Give the paragraphs of a style."""
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == style]


def test_form_has_the_sections_as_headings() -> None:
    """The sections stand in the template's order, verbatim, under real heading styles."""
    form = opened(word_form(practice()))
    assert [section.title for section in SECTIONS] == texts(form, "Heading 1")
    assert (["Open Door"], ["Starting year", "Ending year"]) == (texts(form, "Title"), texts(form, "Heading 2")[1:3])


def test_form_shows_the_answers() -> None:
    """Texts, lists, ticked boxes and what was not provided each have their style."""
    form = opened(word_form(practice()))
    assert ["listen;", "visit:"] == texts(form, "List Bullet")
    assert ["families", "friends."] == texts(form, "List Bullet 2")
    assert "Example Street 1\n8000 Aarhus C" in texts(form, "Answer")
    assert "Denmark; Україна" in texts(form, "Answer")
    assert {"Not provided"} == set(texts(form, "Not Provided"))
    rows = [row for style in ("Choices", "Last Choices") for row in texts(form, style)]
    boxes = {box for row in rows for box in row.split("\t") if box.startswith("☒")}
    assert {
        "☒ Yes",
        "☒ No",
        "☒ Prison and probation",
        "☒ Rehabilitation",
        "☒ Families",
        "☒ Prison / probation",
        "☒ Charity",
        "☒ Denmark",
    } == boxes


def test_links_can_be_followed() -> None:
    """Web and e-mail addresses are links that lead where they say."""
    form = opened(word_form(practice()))
    links = [(link.text, link.address) for paragraph in form.paragraphs for link in paragraph.hyperlinks]
    assert [
        ("https://example.org/open_(door)", "https://example.org/open_(door)"),
        ("anna@example.org", "mailto:anna@example.org"),
        ("https://www.example.org", "https://www.example.org"),
    ] == links


def test_form_lists_the_files() -> None:
    """A file that came with an answer is named under it."""
    form = opened(word_form(practice(attachments=(leaflet("a" * 64),))))
    assert ["Attached: 1. leaflet.pdf, 0.1 MB"] == texts(form, "Attached File")


def test_draft_is_marked_as_one() -> None:
    """A draft says so under its name; a submission says its reference instead."""
    draft = practice(status="draft", reference=None, submitted_at=None)
    form = opened(word_form(draft))
    assert ["Draft · last changed 23 November 2026"] == texts(form, "Subtitle")
    assert ["Draft: not submitted yet. Answers may be missing and may still change."] == texts(form, "Draft Mark")
    submitted = opened(word_form(practice()))
    assert ["RAN-2026-0001 · approved · submitted 23 November 2026"] == texts(submitted, "Subtitle")
    assert texts(submitted, "Draft Mark") == []


def test_form_tells_no_time_of_its_own() -> None:
    """Name and moments of the document are the draft's; no moment in it is the clock's."""
    changed = datetime(2026, 11, 24, 8, 5, tzinfo=UTC)
    written = word_form(practice(updated_at=changed))
    told = opened(written).core_properties
    assert ("Open Door", datetime(2026, 11, 23, 10, tzinfo=UTC), changed) == (told.title, told.created, told.modified)
    with ZipFile(BytesIO(written)) as packed:
        assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in packed.infolist()}
    assert word_form(practice(updated_at=changed)) == written


@pytest.mark.parametrize(
    "text",
    ["{{ 7 * 7 }} {% for %} {_{ }_} {#", "<w:p/> & </w:t>", "a\tb", "=1+1", "𝔞 שלום 你好", "“quoted” ‘too’", "&#123;"],
)
def test_answer_is_never_markup(text: str) -> None:
    """What a person wrote stands in the form letter by letter, as a title, too."""
    form = opened(word_form(practice(changes={"contact.person": text, "name.name": text})))
    assert ([text], True, text) == (texts(form, "Title"), text in texts(form, "Answer"), form.core_properties.title)


@given(st.text())
@settings(max_examples=50)
def test_any_text_makes_a_form(text: str) -> None:
    """No text breaks the document, or takes away what follows it."""
    form = opened(word_form(practice(changes={"name.name": f"a{text}z", "description.description": text or "a"})))
    assert [section.title for section in SECTIONS] == texts(form, "Heading 1")
    assert "2026" in texts(form, "Answer")[-1]


def test_longest_title_fits_the_properties() -> None:
    """Of a name over its limit the properties hold the beginning."""
    told = opened(word_form(practice(changes={"name.name": "a" * 1000}))).core_properties
    assert told.title == "a" * 255


@pytest.mark.parametrize(
    ("changes", "fields", "name"),
    [
        ({}, {}, "RAN-2026-0001 Open Door.docx"),
        ({"name.name": "Either/or: a\u202eb?"}, {}, "RAN-2026-0001 Either_or_ ab_.docx"),
        ({"name.name": "a" * 1000}, {}, f"RAN-2026-0001 {'a' * 106}.docx"),
        ({}, {"reference": None, "status": "draft"}, "Draft Open Door.docx"),
    ],
)
def test_form_name(changes: dict[str, str], fields: dict[str, Any], name: str) -> None:
    """The file is named after reference and practice, and safe on every system."""
    assert name == form_name(practice(changes=changes, **fields))


def test_several_forms_are_one_document(write: Write) -> None:
    """Each practice begins with its title, which opens a new page."""
    form = opened(write("docx", practice(), practice(2, {"name.name": "Second"})))
    assert ["Open Door", "Second"] == texts(form, "Title")
    assert (True, "2 practices") == (
        form.styles["Title"].paragraph_format.page_break_before,
        form.core_properties.title,
    )


@pytest.mark.parametrize("count", [0, MOST_FORMS + 1])
def test_document_of_none_or_too_many(write: Write, count: int) -> None:
    """A document without a form, and one that nobody could open, is refused before anything is written."""
    drafts: list[Draft] = [practice()] * count
    with pytest.raises(CannotExport, match=r"^No submission fits|^101 forms are too many"):
        write("docx", *drafts)
