"""Binds the Word forms of several practices to one document, behind a title page and the contents."""

from collections.abc import Iterator
from copy import deepcopy
from html import escape
from itertools import chain
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from storage.exports.book import Book
from storage.exports.ooxml import Element, properties_of, put, storable
from storage.exports.texts import COLLECTION, CONTENTS, UPDATE_PAGES

_ON_EACH_PAGE = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)

_LEVELS = ("Title", *(f"heading {level}" for level in range(1, 10)))

_FIRST_MARK = 1000
"""The first number of a bookmark; a layout may have lower ones of its own."""


def bound(forms: Iterator[Document], book: Book) -> Document:
    """Join forms of the same layout in the first one; each practice becomes a heading 1."""
    whole = next(forms)
    front = [*_title_page(whole, book), *_contents(whole, book)]
    for number, form in enumerate(chain((whole,), forms)):
        put(_section(form.element.body), "w:type", val="nextPage")
        _bookmark(form.element.body[0], number)
        if number:
            _end_section(whole.element.body)
            _take_along(whole, form, number)
            whole.element.body.extend(list(form.element.body))
    for element in reversed(front):
        whole.element.body.insert(0, element)
    _lower_headings(whole)
    return whole


def roots(document: Document) -> Iterator[Element]:
    """Yield the roots of everything printed: the body, headers and footers."""
    yield document.element
    yield from (rel.target_part.element for rel in document.part.rels.values() if rel.reltype in _ON_EACH_PAGE)


def _section(body: Element) -> Element:
    """Return the properties of the last section, at the end of the body; make them if the layout has none."""
    if body[-1].tag != qn("w:sectPr"):
        body.append(body.makeelement(qn("w:sectPr")))
    return body[-1]


def _bookmark(first: Element, number: int) -> None:
    """Mark the beginning of a form with a bookmark for the contents."""
    place = 1 if len(first) and first[0].tag == qn("w:pPr") else 0
    values = {qn("w:id"): str(_FIRST_MARK + number), qn("w:name"): _mark(number)}
    end = first.makeelement(qn("w:bookmarkEnd"), {qn("w:id"): values[qn("w:id")]})
    first.insert(place, first.makeelement(qn("w:bookmarkStart"), values))
    first.insert(place + 1, end)


def _mark(number: int) -> str:
    return f"form_{number}"


def _end_section(body: Element) -> None:
    """Move the properties of the last section into its last paragraph."""
    properties, last = body[-1], body[-2]
    if last.tag != qn("w:p"):
        last = body.makeelement(qn("w:p"))
        body.insert(len(body) - 1, last)
    properties_of(last).append(properties)


def _take_along(whole: Document, form: Document, number: int) -> None:
    """Copy the links, header and footer of a form; it shares everything else with the layout."""
    shared = {part.partname: part for part in whole.part.package.iter_parts()}
    ids = {}
    for rel_id, rel in form.part.rels.items():
        if rel.is_external:
            ids[rel_id] = whole.part.relate_to(rel.target_ref, rel.reltype, is_external=True)
        elif rel.reltype in _ON_EACH_PAGE:
            part = rel.target_part
            name = PackURI(str(part.partname).replace(".xml", f"_{number}.xml"))
            own = XmlPart.load(name, part.content_type, part.blob, whole.part.package)
            for inner_id, inner in part.rels.items():
                target = inner.target_ref if inner.is_external else shared[inner.target_part.partname]
                own.load_rel(inner.reltype, target, inner_id, inner.is_external)
            ids[rel_id] = whole.part.relate_to(own, rel.reltype)
    for element in form.element.body.iter():
        if element.get(qn("r:id")) in ids:
            element.set(qn("r:id"), ids[element.get(qn("r:id"))])


def _title_page(whole: Document, book: Book) -> Iterator[Element]:
    """Make a page in the middle of which stand the title and what was chosen."""
    yield _paragraph(whole, "TOC Heading", _text(COLLECTION))
    for line in book.lines:
        yield _paragraph(whole, "Subtitle", _text(line))
    end = _section_end(whole, "w:headerReference", "w:footerReference")
    put(properties_of(end).find(qn("w:sectPr")), "w:vAlign", val="center")
    yield end


def _contents(whole: Document, book: Book) -> Iterator[Element]:
    """List the practices, with a field that Word can update; then by theme and by country, with links.

    Only Word knows the page numbers: they stay empty until somebody updates the fields.
    """
    names = [form.header for form in book.forms]
    yield _paragraph(whole, "TOC Heading", _text(CONTENTS))
    yield _paragraph(whole, "Hint", _text(UPDATE_PAGES))
    lines = [_line(number, form.title) for number, form in enumerate(book.forms)]
    lines[0] = _field_begins(_TABLE) + lines[0]
    lines[-1] += _FIELD_ENDS
    yield from (_entry(whole, line) for line in lines)
    for title, groups in book.lists:
        yield _paragraph(whole, "TOC Heading", _text(title), '<w:spacing w:before="480"/>')
        for group in groups:
            yield _paragraph(whole, "", _run(f"<w:rPr><w:b/><w:bCs/></w:rPr>{_words(group.name)}"), _KEEP_NEXT)
            yield from (_entry(whole, _line(number, names[number])) for number in group.members)
    yield _section_end(whole, "w:headerReference")


_TABLE = r'TOC \o "1-1" \h \z'
"""The table of contents of Word: the first level of headings, with links."""

_KEEP_NEXT = '<w:keepNext/><w:spacing w:before="160" w:after="40"/>'

_FIELD_ENDS = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _field_begins(instruction: str) -> str:
    return (
        _run('<w:fldChar w:fldCharType="begin"/>')
        + _run(f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>')
        + _run('<w:fldChar w:fldCharType="separate"/>')
    )


def _line(number: int, name: str) -> str:
    """Write a link to a practice, and the field of its page."""
    page = _field_begins(rf"PAGEREF {_mark(number)} \h") + _FIELD_ENDS
    return f'<w:hyperlink w:anchor="{_mark(number)}" w:history="1">{_text(name)}{_run("<w:tab/>")}{page}</w:hyperlink>'


def _entry(whole: Document, line: str) -> Element:
    """Make a line of the contents with its page number at the right margin."""
    edge = whole.sections[-1]
    width = ((edge.page_width or 0) - (edge.left_margin or 0) - (edge.right_margin or 0)) // _TWIP
    return _paragraph(whole, "toc 1", line, f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>')


_TWIP = 635
"""The English metric units of a twentieth of a point."""


def _section_end(whole: Document, *without: str) -> Element:
    """Make a paragraph that ends a section with the pages of the layout, without some headers and footers."""
    properties = deepcopy(_section(whole.element.body))
    for tag in without:
        for reference in properties.findall(qn(tag)):
            properties.remove(reference)
    last = _paragraph(whole, "", "")
    properties_of(last).append(properties)
    return last


def _text(text: str) -> str:
    return _run(_words(text))


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(storable(text))}</w:t>'


def _run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def _paragraph(whole: Document, style: str, content: str, look: str = "") -> Element:
    """Make a paragraph; ``look`` are properties of its own, and a style that the layout lacks is left out."""
    ids = [each.get(qn("w:styleId")) for each in _styles(whole) if _name(each) == style]
    named = f'<w:pStyle w:val="{escape(ids[0])}"/>' if ids else ""
    return parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{named}{look}</w:pPr>{content}</w:p>")


def _lower_headings(whole: Document) -> None:
    """Make the title a heading 1 and lower each heading: they keep their looks, and Word lists the practices.

    They lose their numbers: sections without an answer are left out.
    """
    for style in _styles(whole):
        if _name(style) in _LEVELS:
            level = (_LEVELS.index(_name(style)) + 1) % len(_LEVELS)
            style.find(qn("w:name")).set(qn("w:val"), _LEVELS[level])
            properties = style.find(qn("w:pPr"))
            if properties is not None and level:
                put(properties, "w:outlineLvl", val=str(level - 1))
                _unnumber(properties)


def _unnumber(properties: Element) -> None:
    if properties.find(qn("w:numPr")) is not None:
        for tag in ("w:numPr", "w:ind"):
            for found in properties.findall(qn(tag)):
                properties.remove(found)


def _styles(whole: Document) -> list[Any]:
    return [style for style in whole.styles.element.findall(qn("w:style")) if style.get(qn("w:type")) == "paragraph"]


def _name(style: Element) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val")))
