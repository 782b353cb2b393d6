"""Word files as people and attackers send them: the paragraphs in them, or the sentence that says why not."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from support.paper_practices import papers, saved
from support.paper_template import template
from trials.papers import shares

from conversations.languages import speaking
from conversations.papers.paragraphs import Paragraph
from storage.papers import NotAForm, NotReadable, is_pdf, read_in_subprocess, texts
from storage.papers.opening import MOST_PARAGRAPHS, MOST_UNPACKED, opened

TODAY = date(2026, 11, 30)


_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def of_body(xml: str) -> list[Paragraph]:
    """Return the paragraphs of a document with this body."""
    document = Document()
    body = document.element.body
    for element in parse_xml(f'<w:body {nsdecls("w", "r")} xmlns:mc="{_MC}">{xml}</w:body>'):
        body.insert(len(body) - 1, element)
    return opened(saved(document))


def text_of(xml: str) -> list[str]:
    """Return the texts of the paragraphs of a document with this body."""
    return [paragraph.text for paragraph in of_body(xml)]


def run(text: str, properties: str = "") -> str:
    """Write a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_tracked_changes_count_as_accepted() -> None:
    """What was inserted or moved here stays, what was deleted or moved away is gone, also a whole row and a mark."""
    gone = '<w:del w:id="1" w:author="A"><w:r><w:delText>old </w:delText></w:r></w:del>'
    new = f'<w:ins w:id="2" w:author="A">{run("new ")}</w:ins>'
    moved = f'<w:moveFrom w:id="3">{run("away ")}</w:moveFrom><w:moveTo w:id="4">{run("here")}</w:moveTo>'
    joined = '<w:pPr><w:rPr><w:del w:id="5" w:author="A"/></w:rPr></w:pPr>'
    row = f'<w:tr><w:trPr><w:del w:id="6" w:author="A"/></w:trPr><w:tc><w:p>{run("row")}</w:p></w:tc></w:tr>'
    assert ["new here", "one two"] == text_of(
        f"<w:p>{gone}{new}{moved}</w:p><w:p>{joined}{run('one ')}</w:p><w:p>{run('two')}</w:p><w:tbl>{row}</w:tbl>"
    )


def test_content_controls_are_read_and_their_placeholders_are_not() -> None:
    """A control may hold paragraphs or words; one that shows where to type holds nothing."""
    hint = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    inline = f"<w:p>{run('a ')}<w:sdt><w:sdtContent>{run('b')}</w:sdtContent></w:sdt></w:p>"
    empty = f"<w:p>{run('c')}<w:sdt>{hint}<w:sdtContent>{run('Click')}</w:sdtContent></w:sdt></w:p>"
    block = f"<w:sdt><w:sdtContent><w:p>{run('d')}</w:p></w:sdtContent></w:sdt>"
    none = f"<w:sdt>{hint}<w:sdtContent><w:p>{run('Choose')}</w:p></w:sdtContent></w:sdt>"
    assert ["a b", "c", "d"] == text_of(inline + empty + block + none)


def test_comments_footnotes_and_hidden_text_are_left_out() -> None:
    """They are about the answer and no part of it."""
    marks = '<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="2"/><w:commentReference w:id="0"/></w:r>'
    assert ["seen"] == text_of(f"<w:p>{run('seen')}{marks}{run('hidden', '<w:vanish/>')}</w:p>")


def test_address_of_a_link_follows_its_words() -> None:
    """A link is a relationship or a field; an address that stands there already is not written twice."""
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("book")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert ["book (https://example.org/b)"] == text_of(field)
    document = Document()
    paragraph = document.add_paragraph("See ")
    for url, words in (("https://example.org/a", "here"), ("https://example.org", "example.org")):
        number = document.part.relate_to(url, f"{_OFFICE}/hyperlink", is_external=True)
        link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{number}">{run(words)}{run(" ")}</w:hyperlink>')
        paragraph._p.append(link)
    assert "See here  (https://example.org/a)example.org " == opened(saved(document))[-1].text


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_boxes_of_forms_become_signs() -> None:
    """A box to tick is a field, a symbol or a letter."""

    def box(checked: str) -> str:
        data = f"<w:ffData><w:checkBox>{checked}</w:checkBox></w:ffData>"
        return (
            f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    ticked, empty = box("<w:checked/>"), box('<w:default w:val="0"/>')
    assert ["☒ Yes☐ No", "☒ NGO"] == text_of(
        f"<w:p>{ticked}{run('Yes')}{empty}{run('No')}</w:p><w:p>{symbol}{run(' NGO')}</w:p>"
    )


def test_tables_give_the_place_of_each_text() -> None:
    """Cells come row by row; a table within a cell gives a line for each of its rows."""

    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    def words(text: str) -> str:
        return f"<w:p>{run(text)}</w:p>"

    inner = f"<w:tbl>{row(words('x'), words('y'))}</w:tbl>"
    outer = f"<w:tbl>{row(words('a'), inner)}{row(words('b') + words('c'))}</w:tbl>"
    found = [
        (one.text, one.cell and (one.cell.row, one.cell.column, one.cell.columns), one.first) for one in of_body(outer)
    ]
    assert [
        ("a", (0, 0, 2), True),
        ("x | y", (0, 1, 2), False),
        ("b", (1, 0, 1), True),
        ("c", (1, 0, 1), False),
    ] == found


def test_looks_tell_titles_and_lists() -> None:
    """Headings, bold text, a bold beginning and the levels of lists are told apart."""
    document = Document()
    document.add_heading("Title", level=2)
    document.add_paragraph().add_run("Bold").bold = True
    lead = document.add_paragraph()
    lead.add_run("Label: ").bold = True
    lead.add_run("text")
    document.add_paragraph("one", style="List Bullet")
    document.add_paragraph("two", style="List Bullet 2")
    numbered = document.add_paragraph("three")
    numbered._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>')
    )
    none = document.add_paragraph("four", style="List Bullet")
    none._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="0"/></w:numPr>'))
    outline = document.add_paragraph("five")
    outline._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="0"/>'))
    found = [(one.text, one.heading, one.bold, one.lead, one.bullet) for one in opened(saved(document))]
    assert [
        *(("Title", 2, True, "", 0), ("Bold", 0, True, "", 0), ("Label: text", 0, False, "Label:", 0)),
        *(("one", 0, False, "", 1), ("two", 0, False, "", 2), ("three", 0, False, "", 2), ("four", 0, False, "", 0)),
        ("five", 1, False, "", 0),
    ] == found


def test_text_box_is_read_once() -> None:
    """Word writes a text box twice: for itself, and for older programs."""
    box = f"<w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert ["above", "boxed"] == text_of(f"<w:p>{run('above')}<w:r>{both}</w:r></w:p>")


def test_signs_within_a_line_are_kept() -> None:
    """Tabs, line breaks and hyphens are text."""
    assert ["a\tb\nc-d"] == text_of(
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>"
    )


# Hostile files


def package(parts: dict[str, bytes]) -> bytes:
    """Return a zip file."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def with_document(xml: str) -> bytes:
    """Return a document with this main part."""
    return package({"word/document.xml": xml.encode()})


_BODY = f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:body></w:document>"

_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))

_MANY = f"<w:document {nsdecls('w')}><w:body>{'<w:p/>' * (10_000)}</w:body></w:document>"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

HOSTILE = {
    "an old .doc": (_OLE + bytes(512), texts.OLD_DOC),
    "a password": (_OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), texts.ENCRYPTED),
    "rich text": (b"{\\rtf1 text}", texts.RICH_TEXT),
    "plain text": (b"Name of the practice: Open Door", texts.CORRUPT),
    "nothing": (b"", texts.CORRUPT),
    "a cut file": (template(papers()[0])[:5000], texts.CORRUPT),
    "another zip file": (package({"a.txt": b"text"}), texts.CORRUPT),
    "broken XML": (with_document("<w:document><w:body>"), texts.CORRUPT),
    "no body": (with_document(f"<w:document {nsdecls('w')}/>"), texts.CORRUPT),
    "macros": (package({"word/document.xml": b"<a/>", "word/vbaProject.bin": b"x"}), texts.MACROS),
    "an external entity": (
        with_document(f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>{_BODY.format("&x;")}'),
        texts.ENTITIES,
    ),
    "an entity of entities": (
        with_document(f'<!DOCTYPE a [<!ENTITY a0 "ha">{_LAUGHS}]>{_BODY.format("&a9;")}'),
        texts.ENTITIES,
    ),
    "an entity in another encoding": (
        package({"word/document.xml": f'<!DOCTYPE a [<!ENTITY x "y">]>{_BODY.format("z")}'.encode("utf-16")}),
        texts.ENTITIES,
    ),
    "a zip bomb": (with_document(_BODY.format("x" * (MOST_UNPACKED + 1))), texts.UNPACKED),
    "thousands of parts": (package({f"{n}": b"" for n in range(5001)}), texts.UNPACKED),
    "10,000 paragraphs": (with_document(_MANY), texts.too_long(MOST_PARAGRAPHS, "paragraphs")),
    "a very long text": (with_document(_BODY.format("x" * 200_001)), texts.too_long(200_000, "characters")),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_gets_a_sentence(name: str) -> None:
    """Each says what is wrong and what to do."""
    content, said = HOSTILE[name]
    with pytest.raises(NotReadable) as refused:
        opened(content)
    assert said == str(refused.value)


def test_file_with_a_password_in_the_zip_is_refused() -> None:
    """The bit of an entry says so; nothing is tried."""
    content = bytearray(with_document(_BODY.format("text")))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(NotReadable, match="password"):
        opened(bytes(content))


def test_styles_that_are_based_on_each_other_end() -> None:
    """A damaged file may have a circle."""
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/></w:style>'
    styles = f"<w:styles {nsdecls('w')}>{style.format('A', 'B')}{style.format('B', 'A')}</w:styles>"
    body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>text</w:t></w:r></w:p>'
    relation = f'<Relationship Type="{_OFFICE}/styles" Target="styles.xml" Id="rId1"/>'
    parts = {
        "word/document.xml": f"<w:document {nsdecls('w')}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": styles,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="x">{relation}</Relationships>',
    }
    assert ["text"] == [one.text for one in opened(package({name: xml.encode() for name, xml in parts.items()}))]


# In a process of its own


async def test_form_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    """The child returns what was read."""
    path = tmp_path / "form.docx"
    path.write_bytes(template(papers()[0]))
    paper = await read_in_subprocess(path, TODAY)
    assert ["Open Door"] == [one.value for one in paper.answers if one.question == "name.name"]


async def test_document_that_is_not_the_form_is_told_so(tmp_path: Path) -> None:
    """A handbook has none of the titles."""
    document = Document()
    document.add_paragraph("A handbook.")
    path = tmp_path / "handbook.docx"
    path.write_bytes(saved(document))
    with pytest.raises(NotReadable, match="titles of the form"):
        await read_in_subprocess(path, TODAY)


async def test_file_that_takes_too_much_ends_the_child_alone(tmp_path: Path) -> None:
    """The bounds are those of the child; the person is told that the file could not be read."""
    with pytest.raises(NotReadable) as refused:
        await read_in_subprocess(tmp_path / "missing.docx", TODAY)
    assert texts.STOPPED == str(refused.value)


LEAST = {"own form": 100, "RAN layout": 99, "table": 95, "content controls": 95, "own PDF": 100, "messy": 80}


@pytest.mark.slow
def test_answers_are_read_from_each_layout() -> None:
    """The shares that were promised hold, and no answer stands under a wrong question."""
    counted = {share.name: share for share in shares() if share.name in LEAST}
    assert {} == {name: one.wrong for name, one in counted.items() if one.wrong}
    assert {} == {name: one.percent for name, one in counted.items() if one.percent < LEAST[name]}


@pytest.mark.slow
@pytest.mark.parametrize("code", ["en", "fr"])
async def test_other_document_is_told_apart_in_each_language(tmp_path: Path, code: str) -> None:
    """What can be read and is no form is not taken for a file that cannot be read."""
    document = Document()
    document.add_paragraph("A handbook.")
    path = tmp_path / "handbook.docx"
    path.write_bytes(saved(document))
    with speaking(code), pytest.raises(NotAForm):
        await read_in_subprocess(path, TODAY)


@pytest.mark.parametrize(("content", "expected"), [(b"%PDF-1.7", True), (b"example!", False), (b"", False)])
def test_pdf_by_its_first_bytes(tmp_path: Path, content: bytes, expected: bool) -> None:  # noqa: FBT001 - what is expected
    """The name says nothing."""
    path = tmp_path / "file"
    path.write_bytes(content)
    assert expected == is_pdf(path)
