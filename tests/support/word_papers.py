"""Filled-in forms of invented people, in the layouts in which people send them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph
from support.paper_practices import saved, shown
from support.paper_template import bold, meeting_lines, plain, styled, template
from support.paper_titles import LANGUAGES, MISSPELT, SHORTENED

from conversations.dialogue.conversation import Draft
from conversations.form import completion
from conversations.form.template import in_use
from storage.exports import Wanted
from storage.exports.pdf import last_change, told, typeset
from storage.exports.word import empty_word_form, word_form

Layout = Callable[[Draft], bytes]


def own_filled(draft: Draft) -> bytes:
    """Return the form as the bot sends it after Submit."""
    return word_form(draft)


def own_pdf(draft: Draft) -> bytes:
    """Return the form as the bot exports it as a PDF."""
    return typeset(told((draft,), Wanted(format="pdf")), last_change((draft,)))


def own_typed(draft: Draft) -> bytes:
    """Return the empty form, filled in by hand: text under the hints, crosses in the boxes."""
    document = Document(BytesIO(empty_word_form()))
    every = [asked for section in in_use().sections for asked in completion.every(section)]
    asked = None
    titles = {one.question.title: one for one in every} | {s.title: completion.every(s)[0] for s in in_use().sections}
    for paragraph in list(document.paragraphs):
        style = paragraph.style.name if paragraph.style else ""
        if style.startswith("Heading"):
            asked = titles[paragraph.text]
        elif asked is not None and style == "Answer":
            _type(paragraph, shown(draft, asked.path))
        elif asked is not None and style.endswith("Choices"):
            chosen = shown(draft, asked.path)
            for run in paragraph.runs:
                run.text = _crossed(run.text, chosen.replace("; ", ", ").split(", "))
    return saved(document)


def _crossed(row: str, chosen: list[str]) -> str:
    cells = row.split("\t")
    return "\t".join(cell.replace("☐", "☒") if cell.removeprefix("☐ ") in chosen else cell for cell in cells)


def _type(paragraph: Paragraph, text: str) -> None:
    """Type a text into a paragraph and, for its further lines, into new ones below."""
    first, *others = text.split("\n")
    paragraph.add_run(first)
    for line in reversed(others):
        new = parse_xml(f"<w:p {nsdecls('w')}/>")
        paragraph._p.addnext(new)
        Paragraph(new, paragraph._parent).add_run(line)


def _questions(draft: Draft) -> list[tuple[str, str]]:
    """Return the title of each question with the answer; of the meeting the labels."""
    rows = []
    for section in in_use().sections:
        questions = completion.every(section)
        if section.key == "ran_meetings":
            text = "\n".join(meeting_lines(draft))
            rows.append((section.title, text))
            continue
        rows.extend((one.question.title, shown(draft, one.path)) for one in questions)
    return [
        (title, "" if (title, text) == ("EU or EEA country", "Outside the EU and EEA") else text)
        for title, text in rows
    ]


def table(draft: Draft, style: str | None = None) -> bytes:
    """Return the form as a table with a row for each question."""
    document = Document()
    rows = _questions(draft)
    made = document.add_table(rows=0, cols=2, style=style)
    for title, text in rows:
        cells = made.add_row().cells
        cells[0].text, (first, *others) = title, text.split("\n")
        cells[1].text = first
        for line in others:
            cells[1].add_paragraph(line)
    return saved(document)


def controls(draft: Draft) -> bytes:
    """Return the form with each answer in a content control; what is empty shows its placeholder."""
    document = Document()
    for title, text in _questions(draft):
        styled(document, title)
        hidden = "" if text else "<w:showingPlcHdr/>"
        lines = (text or "Some words that show where to type").split("\n")
        content = "".join(f"<w:p><w:r><w:t>{_escaped(line)}</w:t></w:r></w:p>" for line in lines)
        control = f"<w:sdt {nsdecls('w')}><w:sdtPr>{hidden}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        document.element.body.insert(len(document.element.body) - 1, parse_xml(control))
    return saved(document)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def other_order(draft: Draft) -> bytes:
    """Return the template with the sections from the last to the first."""
    document = Document(BytesIO(template(draft, styled)))
    body = document.element.body
    blocks: list[list[Any]] = []
    for element in list(body)[1:-1]:
        if element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is not None:
            blocks.append([])
        blocks[-1].append(element)
    for block in blocks:
        for element in block:
            body.remove(element)
    for block in reversed(blocks):
        for element in block:
            body.insert(len(body) - 1, element)
    return saved(document)


def tracked(draft: Draft) -> bytes:
    """Return the template with tracked changes: words that were removed, and the present ones as inserted."""
    document = Document(BytesIO(template(draft)))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if not run.bold and len(run.text) > 3:
                inserted = parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="A"/>')
                run._r.addprevious(inserted)
                gone = parse_xml(
                    f'<w:del {nsdecls("w")} w:id="2" w:author="A"><w:r><w:delText>Old words</w:delText></w:r></w:del>'
                )
                inserted.addprevious(gone)
                inserted.append(run._r)
    return saved(document)


_UNTIDY = (
    ("Starting year: ", ""),
    ("Ending year: Select year.", "still active"),
    ("Ending year: ", "until "),
    ("Contact person: ", ""),
    (" Email: ", ", "),
    ("Telephone: ", "Tel. "),
    ("Type of Organisation: ", "It is a "),
    ("(Co-)funded by the EU: ", "EU money? "),
)


def untidy(draft: Draft) -> bytes:
    """Return the template without most labels, with a title of its own in the performance, and a section of its own."""
    document = Document(BytesIO(template(draft, styled)))
    for paragraph in document.paragraphs:
        for label, other in _UNTIDY:
            if label in paragraph.text and paragraph.runs:
                paragraph.runs[0].text = paragraph.text.replace(label, other)
        if paragraph.text == "Sustainability and transferability":
            paragraph.insert_paragraph_before("How we measure").runs[0].bold = True
            paragraph.insert_paragraph_before("With a questionnaire.")
        if paragraph.text == "Contact details":
            paragraph.insert_paragraph_before("Budget", style="Heading 1")
            paragraph.insert_paragraph_before("12,000 euros")
    return saved(document)


def in_language(name: str) -> Layout:
    """Return the layout with the titles in another language."""
    return lambda draft: template(draft, bold, LANGUAGES[name])


LAYOUTS: dict[str, dict[str, Layout]] = {
    "own form": {"as the bot sends it": own_filled, "filled in by hand": own_typed},
    "RAN layout": {
        "titles in bold": template,
        "titles in heading styles": lambda draft: template(draft, styled),
        "tracked changes": tracked,
    },
    "table": {"a row for each question": table, "with lines": lambda draft: table(draft, "Table Grid")},
    "content controls": {"a control for each answer": controls},
    "own PDF": {"as the bot exports it": own_pdf},
    "messy": {
        "misspelt titles": lambda draft: template(draft, bold, MISSPELT),
        "shortened titles": lambda draft: template(draft, styled, SHORTENED),
        "another order": other_order,
        "labels left out, titles of their own": untidy,
        "no styles": lambda draft: template(draft, plain),
        **{f"titles in {name}": in_language(name) for name in LANGUAGES},
    },
}
"""The layouts, by the groups that are counted together."""
