"""Several practices as one Word document, read by another library than the one that fills it in."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from pydantic import JsonValue
from support.practices import practice

from conversations.form.sections import SECTIONS
from storage.exports import CannotExport

Write = Callable[..., bytes]

HEBREW = "תוכנית למניעת קיצוניות"

LACKING = (
    "Additional target audience · Evaluation and feedback · Peer review · Subject of the meeting 1 · "
    "Date of the meeting 2 · Subject of the meeting 2 · Funding and linked initiatives"
)

GREEK: dict[str, JsonValue] = {"name.name": "Second {{ 1 }} <&>", "key_themes.themes": ["Training", "Rehabilitation"]}


def texts(document: Document, style: str) -> list[str]:
    """Give the paragraphs of a style."""
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == style]


@pytest.fixture
def bound(write: Write) -> Document:
    """Give a document of two practices of two countries."""
    second = practice(2, {**GREEK, "country_of_origin.country": "Greece"}, status="changes_requested")
    chosen = {"statuses": ("approved", "changes_requested"), "since": "2026-11-01"}
    return docx.Document(BytesIO(write("docx", practice(), second, **chosen)))


def test_title_page(bound: Document) -> None:
    """It says what the document is, how many practices it has, the day of the last change, and what was chosen."""
    lines = ["2 practices", "As of 23 November 2026", "Status: approved, changes requested"]
    assert ["The RAN Collection", *lines, "Submitted since: 1 November 2026"] == [
        each.text for each in bound.paragraphs[:5]
    ]
    first = bound.sections[0]
    assert "" == "".join(each.text for part in (first.header, first.footer) for each in part.paragraphs)


def test_practices_are_headings(bound: Document) -> None:
    """Each practice is a heading 1 on a new page; its sections and questions the headings below, without numbers."""
    assert ["Open Door", "Second {{ 1 }} <&>"] == texts(bound, "Heading 1")
    assert [*(section.title for section in SECTIONS), "Not provided"] * 2 == texts(bound, "Heading 2")
    assert ["Starting year", "Ending year", "Performance"] == texts(bound, "Heading 3")[:3]
    styles = [bound.styles[f"Heading {level}"].element.pPr for level in (1, 2, 3)]
    assert ["0", "1", "2"] == [style.find(qn("w:outlineLvl")).get(qn("w:val")) for style in styles]
    assert [None] * 3 == [style.find(qn("w:numPr")) for style in styles]
    assert "2 practices" == bound.core_properties.title


def test_answers_alone(bound: Document) -> None:
    """Options that were not chosen and limits are left out; what has no answer is named once, at the end."""
    assert ["Still active", LACKING] * 2 == texts(bound, "Not Provided")
    assert [] == [text for style in ("Choices", "Last Choices", "Hint") for text in texts(bound, style)][1:]
    assert {"Prison and probation; Rehabilitation", "Denmark", "No"} <= set(texts(bound, "Answer"))


def test_section_without_an_answer(write: Write) -> None:
    """A section in which nothing was answered is left out, and named once."""
    nothing = {"deliverables.deliverables": None, "sustainability.sustainability": None}
    document = docx.Document(BytesIO(write("docx", practice(1, nothing), practice(2))))
    sections = [section.title for section in SECTIONS if section.key not in {"deliverables", "sustainability"}]
    assert [*sections, "Not provided"] == texts(document, "Heading 2")[:15]
    lacking = texts(document, "Not Provided")[1].split(" · ")
    assert ["Additional target audience", "Deliverables", "Evaluation and feedback"] == lacking[:3]


def fields(element: Any) -> list[str]:  # noqa: ANN401 - lxml has no types
    """Give the instructions of the fields."""
    return [field.text.strip() for field in element.iter(qn("w:instrText"))]


def test_contents(bound: Document) -> None:
    """The contents of Word, by theme and by country lead to the practices, each with a field for its page."""
    open_door, second = "RAN-2026-0001 · Open Door", "RAN-2026-0002 · Second {{ 1 }} <&>"
    printed = [each for each in bound.paragraphs if each.text]
    first = [each.text for each in printed].index("Contents")
    front = printed[first : first + 16]
    assert [
        "Contents",
        "Page numbers: press Ctrl+A and then F9.",
        "Open Door\t",
        "Second {{ 1 }} <&>\t",
        "By theme",
        "Prison and probation",
        f"{open_door}\t",
        "Rehabilitation",
        f"{open_door}\t",
        f"{second}\t",
        "Training",
        f"{second}\t",
        "By country",
        "Denmark",
        f"{open_door}\t",
        "Greece",
    ] == [each.text for each in front]
    links = [link.fragment for each in front for link in each.hyperlinks]
    assert ["form_0", "form_1", "form_0", "form_0", "form_1", "form_1", "form_0"] == links
    marks = [mark.get(qn("w:name")) for mark in bound.element.body.iter(qn("w:bookmarkStart"))]
    assert ["form_0", "form_1"] == marks
    pages = [rf"PAGEREF {link} \h" for link in links]
    assert [r'TOC \o "1-1" \h \z', *pages, r"PAGEREF form_1 \h"] == fields(bound.element.body)


def test_fields_are_closed(bound: Document) -> None:
    """Each field that begins also ends."""
    kinds = [each.get(qn("w:fldCharType")) for each in bound.element.body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_each_practice_has_its_header(write: Write) -> None:
    """Reference and name stand on each page of a practice; the pages are counted through the whole document."""
    drafts = practice(), practice(2, {"name.name": "Second"}), practice(3, {"name.name": "Third"})
    _, contents, *forms = docx.Document(BytesIO(write("docx", *drafts))).sections
    assert [f"RAN-2026-000{number} · {name}" for number, name in ((1, "Open Door"), (2, "Second"), (3, "Third"))] == [
        each.header.paragraphs[0].text.partition("\t")[0] for each in forms
    ]
    assert "" == "".join(paragraph.text for paragraph in contents.header.paragraphs)
    assert [["PAGE", "NUMPAGES"]] * 4 == [fields(each.footer.part.element) for each in (contents, *forms)]


def test_properties_of_sections_stand_in_word_s_order(bound: Document) -> None:
    """Word calls a document damaged whose properties have another order than its schema."""
    names = [child.tag.rpartition("}")[2] for child in bound.sections[0]._sectPr]
    assert names.index("cols") < names.index("vAlign") < names.index("docGrid")


def test_links_lead_where_they_say(write: Write) -> None:
    """Each practice keeps its own links."""
    second = {"contact.website": "https://second.example.org", "contact.email": "ben@example.org"}
    form = docx.Document(BytesIO(write("docx", practice(), practice(2, second), practice(3))))
    links = [link.address for paragraph in form.paragraphs for link in paragraph.hyperlinks if link.address]
    door, anna, site = "https://example.org/open_(door)", "mailto:anna@example.org", "https://www.example.org"
    assert [door, anna, site, door, "mailto:ben@example.org", "https://second.example.org", door, anna, site] == links


def test_hostile_texts(write: Write) -> None:
    """Markup of any kind, what XML cannot store, and one word of 4,096 characters are text, and stand in order."""
    hostile = "</w:t> {{ 7 * 7 }} {% raw %} #let \x00\x1f\u202e &#123;"
    changes = {"name.name": hostile, "description.description": "w" * 4096, "contact.person": HEBREW}
    document = docx.Document(BytesIO(write("docx", practice(1, changes), practice(2))))
    assert "</w:t> {{ 7 * 7 }} {% raw %} #let \u202e &#123;" == texts(document, "Heading 1")[0]
    assert "w" * 4096 in texts(document, "Answer")


def test_twice(write: Write) -> None:
    """The same submissions give the same bytes."""
    drafts = practice(), practice(2, {"name.name": HEBREW})
    assert write("docx", *drafts) == write("docx", *drafts)


@pytest.mark.parametrize(
    ("form", "count", "says"),
    [
        ("docx", 0, "No submission fits"),
        ("docx", 501, "501 practices are too many for one document, which holds up to 500"),
        ("pdf", 0, "No submission fits"),
        ("pdf", 201, "201 practices are too many for one document, which holds up to 200"),
    ],
)
def test_document_of_none_or_too_many(write: Write, form: str, count: int, says: str) -> None:
    """A document without a practice, and one that nobody could open, is refused before anything is written."""
    with pytest.raises(CannotExport, match=f"^{says}"):
        write(form, *[practice()] * count)
