"""The Word form, read by another library than the one that fills it in."""

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from support.practices import leaflet, practice

from conversations.form import completion
from conversations.form.sections import SECTIONS
from storage.exports import form_name
from storage.exports.word import empty_word_form, word_form


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


def test_empty_form_has_every_question() -> None:
    """All sections are headings, all other questions are headings below them, and no answer is there."""
    empty = opened(empty_word_form())
    titles = [asked.question.title for section in SECTIONS for asked in completion.every(section)]
    asked = [title for title in titles if title not in {section.title for section in SECTIONS}]
    assert ([section.title for section in SECTIONS], asked, set(), set()) == (
        texts(empty, "Heading 1"),
        texts(empty, "Heading 2"),
        {text for text in texts(empty, "Answer") if text},
        {text for style in ("Choices", "Last Choices") for text in texts(empty, style) if "☒" in text},
    )


def test_empty_form_has_room_below_each_text() -> None:
    """Each question without boxes has an empty paragraph for its answer."""
    free = [asked for section in SECTIONS for asked in completion.every(section) if not asked.kind.choices]
    assert len(free) == len(texts(opened(empty_word_form()), "Answer"))


def test_empty_form_is_the_same_each_time() -> None:
    """It depends on nothing but the layout."""
    assert empty_word_form() == empty_word_form()


def test_form_shows_the_answers() -> None:
    """Texts, lists, ticked boxes and what was not provided each have their style."""
    form = opened(word_form(practice()))
    assert ["listen;", "visit:"] == texts(form, "List Bullet")
    assert ["families", "friends."] == texts(form, "List Bullet 2")
    assert "Example Street 1\n8000 Aarhus C" in texts(form, "Answer")
    assert "Denmark; Україна" in texts(form, "Answer")
    assert {"Not provided", "Still active"} == set(texts(form, "Not Provided"))
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
    """Name and times of the document are the draft's; no time in it is the clock's."""
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


@pytest.mark.slow
@given(st.text())
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


def test_one_form_counts_its_pages() -> None:
    """The form of one practice has its reference and name in the header, and a footer that every program counts for."""
    (section,) = opened(word_form(practice())).sections
    assert "RAN-2026-0001 · Open Door\tRAN Collection" == section.header.paragraphs[0].text
    assert " NUMPAGES " in [field.text for field in section.footer.part.element.iter(qn("w:instrText"))]


def test_form_of_today() -> None:
    """Word opens the form without "compatibility mode", and checks each text in the language that it finds."""
    with ZipFile(BytesIO(word_form(practice()))) as packed:
        parts = {name: packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml")}
    assert 'w:name="compatibilityMode"' in parts["word/settings.xml"]
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', parts["word/settings.xml"])
    assert [] == [name for name, xml in parts.items() if "<w:lang " in xml or "en-GB" in xml]


def test_hints_and_figures_are_printed() -> None:
    """Limits and hints stand under the headings, and figures under an answer that is over its limit."""
    form = opened(word_form(practice(changes={"description.description": "word " * 344})))
    assert ["344 of 300 words"] == texts(form, "Over Limit")
    assert "Say which elements can be used elsewhere, and how. At most 200 words." in texts(form, "Hint")


ARABIC, HEBREW = "الهدف هو منع التطرف", "תוכנית למניעת קיצוניות"


def turned(form: Document) -> list[tuple[str, list[str]]]:
    """List the paragraphs that are read from the right, each with those of its runs that are."""
    return [
        (each.text, [run.text for run in each.runs if run.text and run.font.rtl])
        for each in form.paragraphs
        if each.paragraph_format.element.find(qn("w:pPr")).find(qn("w:bidi")) is not None
    ]


def test_text_from_the_right() -> None:
    """Lines in Arabic or Hebrew are paragraphs from the right between lines from the left; so are names and bullets."""
    text = f"We work here.\n{ARABIC}, 2019.\nAnd here.\n- {HEBREW}\n- one\n\n(RAN) {HEBREW}"
    draft = practice(changes={"evidence.feedback": text, "name.name": f"{HEBREW} (RAN)"})
    form = opened(word_form(draft))
    name = (f"{HEBREW} (RAN)", [f"{HEBREW} (RAN)"])
    assert [name, name, (f"{ARABIC}, 2019.", [f"{ARABIC}, 2019."]), (HEBREW, [HEBREW])] == turned(form)
    assert "We work here." in texts(form, "Answer")


def test_link_in_a_text_from_the_right() -> None:
    """An address keeps its direction; the full stop behind it goes with the sentence."""
    form = opened(word_form(practice(changes={"evidence.feedback": f"{ARABIC} https://example.org/a."})))
    assert [(f"{ARABIC} https://example.org/a.", [f"{ARABIC} ", "."])] == turned(form)


def test_properties_stand_in_word_s_order() -> None:
    """Word calls a document damaged whose properties have another order than its schema."""
    form = opened(word_form(practice(changes={"name.name": HEBREW})))
    (title,) = [each for each in form.paragraphs if each.style and each.style.name == "Title"]
    properties = [child.tag.rpartition("}")[2] for child in title.paragraph_format.element.find(qn("w:pPr"))]
    assert ["pStyle", "bidi"] == properties
