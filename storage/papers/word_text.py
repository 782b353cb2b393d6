"""The paragraphs of a Word document in their order, as plain data (ECMA-376, part 1, chapter 17).

Tables, content controls and text boxes are part of the order. Tracked changes count as accepted. Comments, footnotes,
headers and footers are left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from conversations.dialogue.state import behind, says_already
from conversations.papers.paragraphs import Cell, Paragraph
from storage.papers.styles import Styles

Element = Any
"""lxml has no types."""

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_GONE = frozenset(map(qn, ("w:del", "w:moveFrom")))
"""What a tracked change removed."""

_AROUND = frozenset(
    map(qn, ("w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdtContent", "w:fldSimple", "w:dir", "w:bdo"))
)
"""What only wraps text."""

_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}

_SYMBOLS = {"F0FE": "☒", "F0FD": "☒", "F0FC": "☒", "F053": "☒", "F054": "☒", "F0A8": "☐", "F06F": "☐", "F0A3": "☐"}
"""Boxes of the fonts Wingdings and Wingdings 2."""

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')

_OFF = ("0", "false", "off")


@dataclass
class _Field:
    """A field that has begun: its instruction, and where its result begins in the text."""

    instruction: str = ""
    begin: int = 0


@dataclass
class _Text:
    """The text of a paragraph as it grows, and how much of its beginning is bold."""

    text: str = ""
    bold: int = 0
    is_bold_so_far: bool = True
    fields: list[_Field] = field(default_factory=list)

    def add(self, text: str, *, bold: bool = False) -> None:
        """Add a piece."""
        self.text += text
        self.is_bold_so_far = self.is_bold_so_far and (bold or not text.strip())
        self.bold = len(self.text) if self.is_bold_so_far else self.bold

    def link(self, begin: int, url: str) -> None:
        """Write the address behind its words, unless they say it already."""
        if url and not says_already(self.text[begin:], url) and self.text[begin:].strip():
            self.text += behind(url)


class Reader:
    """Reads one document; ``links`` are the targets of its relationships by their ids."""

    def __init__(self, styles: Styles, links: Mapping[str, str]) -> None:
        self._styles = styles
        self._links = links
        self._tables = 0
        self._carried = ""

    def paragraphs(self, body: Element) -> Iterator[Paragraph]:
        """Yield the paragraphs of the body."""
        yield from self._blocks(body, None)

    def _blocks(self, parent: Element, cell: Cell | None) -> Iterator[Paragraph]:
        first = True
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self._paragraph(child, cell, first=first)
                first = False
            elif child.tag == qn("w:tbl"):
                yield from self._table(child) if cell is None else self._inner_table(child, cell)
                first = False
            elif child.tag == qn("w:sdt"):
                if not _is_placeholder(child):
                    yield from self._blocks(child, cell)
            elif child.tag in _AROUND:
                yield from self._blocks(child, cell)

    def _table(self, table: Element) -> Iterator[Paragraph]:
        number, self._tables = self._tables, self._tables + 1
        for row, cells in enumerate(_rows(table)):
            for column, cell in enumerate(cells):
                yield from self._blocks(cell, Cell(table=number, row=row, column=column, columns=len(cells)))

    def _inner_table(self, table: Element, cell: Cell) -> Iterator[Paragraph]:
        """Yield each row of a table within a cell as one line."""
        for cells in _rows(table):
            told = (" ".join(one.text for one in self._blocks(inner, cell)) for inner in cells)
            yield Paragraph(text=" | ".join(told), cell=cell)

    def _paragraph(self, element: Element, cell: Cell | None, *, first: bool) -> Iterator[Paragraph]:
        properties, text = element.find(qn("w:pPr")), _Text(self._carried)
        self._carried = ""
        style = self._styles.of(properties)
        self._inline(element, text, bold=style.bold)
        if _mark_is_gone(properties):
            self._carried = text.text
            return
        lead = "" if text.bold >= len(text.text.rstrip()) else text.text[: text.bold]
        yield Paragraph(
            text=text.text.strip("\n"),
            heading=style.heading,
            bold=bool(text.text.strip()) and not lead and text.bold > 0,
            lead=lead.strip(),
            bullet=style.bullet,
            cell=cell,
            first=first,
        )
        for box in element.iter(qn("w:txbxContent")):
            if not any(one.tag == f"{_MC}Fallback" for one in box.iterancestors()):
                yield from self._blocks(box, cell)

    def _inline(self, parent: Element, text: _Text, *, bold: bool) -> None:
        for child in parent:
            if child.tag == qn("w:r"):
                self._run(child, text, bold=bold)
            elif child.tag == qn("w:hyperlink"):
                begin = len(text.text)
                self._inline(child, text, bold=bold)
                text.link(begin, self._links.get(child.get(qn("r:id"), ""), ""))
            elif child.tag == qn("w:sdt"):
                if not _is_placeholder(child):
                    self._inline(child, text, bold=bold)
            elif child.tag in _AROUND:
                self._inline(child, text, bold=bold)

    def _run(self, run: Element, text: _Text, *, bold: bool) -> None:
        properties = run.find(qn("w:rPr"))
        if properties is not None and _is_on(properties.find(qn("w:vanish")), default=False):
            return
        bold = bold if properties is None else _is_on(properties.find(qn("w:b")), default=bold)
        for child in run:
            if child.tag == qn("w:t"):
                text.add(child.text or "", bold=bold)
            elif child.tag == qn("w:sym"):
                text.add(_SYMBOLS.get(child.get(qn("w:char"), "").upper(), ""), bold=bold)
            elif child.tag == qn("w:fldChar"):
                _field(child, text)
            elif child.tag == qn("w:instrText") and text.fields:
                text.fields[-1].instruction += child.text or ""
            elif child.tag in _SIGNS:
                text.add(_SIGNS[child.tag])


def _field(char: Element, text: _Text) -> None:
    """Follow a field: its result is text; of a link the address follows, and a box to tick becomes a sign."""
    kind = char.get(qn("w:fldCharType"))
    if kind == "begin":
        text.fields.append(_Field(begin=len(text.text)))
        box = char.find(f"{qn('w:ffData')}/{qn('w:checkBox')}")
        if box is not None:
            ticked = box.find(qn("w:checked"))
            on = _is_on(ticked if ticked is not None else box.find(qn("w:default")), default=False)
            text.add("☒ " if on else "☐ ")
    elif kind == "separate" and text.fields:
        text.fields[-1].begin = len(text.text)
    elif kind == "end" and text.fields:
        ended = text.fields.pop()
        found = _LINK.match(ended.instruction)
        text.link(ended.begin, found[1] if found else "")


def _rows(table: Element) -> Iterator[list[Element]]:
    """Yield the cells of each row; content controls may wrap rows and cells."""
    for row in table.iter(qn("w:tr")):
        if next(row.iterancestors(qn("w:tbl"))) is table and row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
            yield [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]


def _is_placeholder(control: Element) -> bool:
    """Say whether a content control shows only what is to be typed or chosen there."""
    return _is_on(control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"), default=False)


def _mark_is_gone(properties: Element | None) -> bool:
    """Say whether a tracked change joined the paragraph with the next one."""
    marks = None if properties is None else properties.find(qn("w:rPr"))
    return marks is not None and any(marks.find(tag) is not None for tag in _GONE)


def _is_on(switch: Element | None, *, default: bool) -> bool:
    return default if switch is None else switch.get(qn("w:val"), "1") not in _OFF
