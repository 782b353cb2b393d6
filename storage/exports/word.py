"""The Word form: of one practice, or of several in one document."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import IO, Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from conversations.dialogue.conversation import Draft
from storage.exports.commented import add_review
from storage.exports.export import OWN, CannotExport, Entry, NoForms, Renderer, Wanted
from storage.exports.filled import empty_form, filled_form
from storage.exports.layout import laid_out
from storage.exports.ooxml import Element, mark_directions, properties_of, put, settle, storable
from storage.exports.texts import CONTENTS, EMPTY_TITLE, NO_FORMS, several_forms, title_of, too_many_forms
from storage.files import Blobs

_LONGEST_PROPERTY = 255


def word_form(draft: Draft, layout: Path | None = None) -> bytes:
    """Return the Word form of a practice as handed in; the same draft and layout give the same bytes.

    Raises ``BrokenLayout``. Without ``layout`` the product's own is used.
    """
    return word_forms((draft.handed_in,), layout)


def word_form_with_review(draft: Draft, layout: Path | None = None) -> bytes:
    """Return the Word form with the comments of the review, and the changes of the last revision as tracked changes."""
    filled = filled_form(draft.handed_in)
    document = laid_out(filled, layout or OWN)
    add_review(document, draft, filled)
    return _finished(document, (draft.handed_in,))


def word_forms(drafts: Sequence[Draft], layout: Path | None = None) -> bytes:
    """Return one document with the forms of one or more practices, each on new pages."""
    filled = [filled_form(draft) for draft in drafts]
    forms = (laid_out(form, layout or OWN) for form in filled)  # one at a time: each is a document of its own
    document = bound(forms, [form.header for form in filled]) if len(filled) > 1 else next(forms)
    return _finished(document, drafts)


def _finished(document: Document, drafts: Sequence[Draft]) -> bytes:
    for root in roots(document):
        mark_directions(root)
    _tell(document, drafts)
    return _saved(document)


def empty_word_form(layout: Path | None = None) -> bytes:
    """Return the empty Word form; raises ``BrokenLayout``."""
    document = laid_out(empty_form(), layout or OWN)
    document.core_properties.title = EMPTY_TITLE
    return _saved(document)


def _saved(document: Document) -> bytes:
    made, settled = BytesIO(), BytesIO()
    document.save(made)
    settle(made, settled)
    return settled.getvalue()


def _tell(document: Document, drafts: Sequence[Draft]) -> None:
    """Set the document's properties."""
    told = document.core_properties
    title = title_of(drafts[0]) if len(drafts) == 1 else several_forms(len(drafts))
    told.title = storable(title)[:_LONGEST_PROPERTY]
    told.created = _in_utc(min(draft.created_at for draft in drafts))
    told.modified = _in_utc(max(draft.updated_at for draft in drafts))


def _in_utc(time: datetime) -> datetime:
    return time.astimezone(UTC).replace(tzinfo=None)


MOST_FORMS = 100
"""About 500 pages; the whole document is in memory."""


class AsDocx(Renderer):
    """Writes a Word document."""

    def __init__(self, file: IO[bytes], blobs: Blobs, wanted: Wanted) -> None:
        super().__init__(file, blobs, wanted)
        self._drafts: list[Draft] = []

    def expect(self, count: int) -> None:
        """Raise for no form, and for more forms than one document should have."""
        if not count:
            raise NoForms(NO_FORMS)
        if count > MOST_FORMS:
            raise CannotExport(too_many_forms(count, MOST_FORMS))

    def add(self, entry: Entry) -> None:
        """Note the next form."""
        self._drafts.append(entry.draft)

    def finish(self) -> None:
        """Write the document."""
        self.file.write(word_forms(self._drafts, self.wanted.layout))


_ON_EACH_PAGE = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)

_LEVELS = ("Title", *(f"heading {level}" for level in range(1, 10)))

_FIRST_MARK = 1000
"""The first number of a bookmark; a layout may have lower ones of its own."""


def bound(forms: Iterator[Document], names: Sequence[str]) -> Document:
    """Join forms of the same layout in the first one; each practice becomes a heading 1."""
    whole = next(forms)
    contents = _contents(whole, names)
    for number, form in enumerate(chain((whole,), forms)):
        _count_its_pages(form)
        _bookmark(form.element.body[0], number)
        if number:
            _end_section(whole.element.body)
            _take_along(whole, form, number)
            whole.element.body.extend(list(form.element.body))
    for element in reversed(contents):
        whole.element.body.insert(0, element)
    _lower_headings(whole)
    return whole


def roots(document: Document) -> Iterator[Element]:
    """Yield the roots of everything printed: the body, headers and footers."""
    yield document.element
    yield from (rel.target_part.element for rel in _on_each_page(document))


def _on_each_page(document: Document) -> list[Any]:
    return [rel for rel in document.part.rels.values() if rel.reltype in _ON_EACH_PAGE]


def _count_its_pages(form: Document) -> None:
    """Let the page numbers begin at 1, and let the footer show the form's own count."""
    properties = _section(form.element.body)
    put(properties, "w:type", val="nextPage")
    put(properties, "w:pgNumType", start="1")
    for rel in _on_each_page(form):
        for field in rel.target_part.element.iter(qn("w:instrText")):
            if "NUMPAGES" in (field.text or ""):
                field.text = field.text.replace("NUMPAGES", "SECTIONPAGES")
                _until_word_counts(field)


def _section(body: Element) -> Element:
    """Return the properties of the last section, at the end of the body; make them if the layout has none."""
    if body[-1].tag != qn("w:sectPr"):
        body.append(body.makeelement(qn("w:sectPr")))
    return body[-1]


def _until_word_counts(field: Element) -> None:
    """Show dots for a number that only Word computes: other programs leave the old number."""
    result = next((run for run in field.getparent().itersiblings() if run.find(qn("w:t")) is not None), None)
    if result is not None:
        result.find(qn("w:t")).text = "…"


def _bookmark(first: Element, number: int) -> None:
    """Mark the beginning of a form with a bookmark for the contents."""
    place = 1 if len(first) and first[0].tag == qn("w:pPr") else 0
    values = {qn("w:id"): str(_FIRST_MARK + number), qn("w:name"): _mark(number)}
    first.insert(place, first.makeelement(qn("w:bookmarkStart"), values))
    first.insert(place + 1, first.makeelement(qn("w:bookmarkEnd"), {qn("w:id"): values[qn("w:id")]}))


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


def _contents(whole: Document, names: Sequence[str]) -> list[Element]:
    """Make a page that lists the practices, with a field that Word can update.

    It shows no page numbers, as each form counts its own.
    """
    begin = _run('<w:fldChar w:fldCharType="begin"/>')
    begin += _run(r'<w:instrText xml:space="preserve"> TOC \o "1-1" \n \h \z </w:instrText>')
    begin += _run('<w:fldChar w:fldCharType="separate"/>')
    lines = [_line(number, name) for number, name in enumerate(names)]
    lines[0] = begin + lines[0]
    lines[-1] += _run('<w:fldChar w:fldCharType="end"/>')
    properties = deepcopy(_section(whole.element.body))
    for tag in ("w:headerReference", "w:footerReference"):
        for reference in properties.findall(qn(tag)):
            properties.remove(reference)
    last = _paragraph(whole, "", "")
    properties_of(last).append(properties)
    heading = _paragraph(whole, "TOC Heading", _run(f"<w:t>{CONTENTS}</w:t>"))
    return [heading, *(_paragraph(whole, "toc 1", line) for line in lines), last]


def _line(number: int, name: str) -> str:
    text = _run(f'<w:t xml:space="preserve">{escape(storable(name))}</w:t>')
    return f'<w:hyperlink w:anchor="{_mark(number)}" w:history="1">{text}</w:hyperlink>'


def _run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def _paragraph(whole: Document, style: str, content: str) -> Element:
    ids = [each.get(qn("w:styleId")) for each in _styles(whole) if _name(each) == style]
    look = f'<w:pPr><w:pStyle w:val="{escape(ids[0])}"/></w:pPr>' if ids else ""
    return parse_xml(f"<w:p {nsdecls('w')}>{look}{content}</w:p>")


def _lower_headings(whole: Document) -> None:
    """Make the title a heading 1 and lower each heading: they keep their looks, and Word lists the practices."""
    for style in _styles(whole):
        if _name(style) in _LEVELS:
            level = (_LEVELS.index(_name(style)) + 1) % len(_LEVELS)
            style.find(qn("w:name")).set(qn("w:val"), _LEVELS[level])
            properties = style.find(qn("w:pPr"))
            if properties is not None and level:
                put(properties, "w:outlineLvl", val=str(level - 1))


def _styles(whole: Document) -> list[Element]:
    return [style for style in whole.styles.element.findall(qn("w:style")) if style.get(qn("w:type")) == "paragraph"]


def _name(style: Element) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val")))
