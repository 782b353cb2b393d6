"""The paragraphs of a PDF that a word processor made: a PDF has glyphs alone, so lines are joined by their places.

What cannot be known from the places is doubtful: a word that was divided at the end of a line, and text in grey.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from conversations.dialogue.state import behind, says_already
from conversations.papers.paragraphs import Cell, Paragraph
from conversations.papers.template_words import is_instruction
from conversations.papers.titles import title_in
from storage.papers.pdf_lines import BOXES, Glyph, Line, blank

Pages = Sequence[tuple[float, float, list[Line]]]
"""Width, height and lines of each page."""

_BULLET = re.compile(r"\s*(?:[•▪◦‣●○·–-]|o(?=\s{1,3}\S))\s+")

_FURTHER = re.compile(r"\s*(?:[•▪◦‣●○·–-]|o|\(?\w{1,3}[.)])\s+(?=\S)")
"""A bullet or a number in front of a text, whose next lines begin where the text begins."""

_PAGE_NUMBER = re.compile(r"(?:\w+\s)?#(?:\s?(?:\w{1,4}|/)\s?#)?")

_MARGIN = 0.1
"""The part of a page at its top and at its bottom in which headers and footers stand."""

_NEAR = 3.0
"""By how many points places differ that are the same."""

_INDENT = 40.0
"""The most points by which the first line of a paragraph begins further to the right."""

_HEADING = 1.15
"""How much larger than the text a heading is."""

_FEWEST_ROWS = 4
"""How many texts beside each other make a table without lines."""

_CELL_GAP = 6.0

_STEP, _LEAST_STEP = 1.3, 0.9
"""The distance of two lines, in sizes of the font, where a document does not show it, and the least one that counts."""

_HYPHENS = ("-", "\u00ad", "\u2010")

_MOST_OF = 0.9

_MAY_BE_DIVIDED = re.compile(r"[/@_=&?\\]\S*\Z|www\S*\Z|\S{25,}\Z")
"""The end of a line that may go on without a blank: an address, or a very long word."""


def paragraphs_of(pages: Pages) -> list[Paragraph]:
    """Return the paragraphs of the lines of all pages."""
    pages = _without_margins(pages)
    lines = [line for _, _, every in pages for line in every]
    if not lines:
        return []
    left = min(line.x0 for line in lines)
    for width, _, every in pages:
        edge = max([width - left, *(line.x1 for line in every if line.cell is None)])
        for line in every:
            line.edge = line.edge if line.cell else edge
    groups = _joined(_with_tabs(_in_columns(lines, left)))
    found = [_paragraph(group, left) for group in groups]
    sizes = Counter[float]()
    for group, paragraph in zip(groups, found, strict=True):
        sizes[group[0].size] += 0 if is_instruction(paragraph.text) else len(paragraph.text)
    return [*_with_sizes(groups, found, sizes.most_common(1)[0][0])]


def _without_margins(pages: Pages) -> Pages:
    """Leave out headers and footers: what stands at the same place on several pages, and the numbers of pages."""

    def known(line: Line) -> tuple[str, int]:
        return re.sub(r"\d+", "#", line.text.strip()), round(line.baseline / _NEAR)

    def is_outer(line: Line, height: float) -> bool:
        return line.cell is None and not _MARGIN * height < line.baseline < (1 - _MARGIN) * height

    def is_number(line: Line) -> bool:
        first = re.search(r"\d+", line.text)
        return bool(_PAGE_NUMBER.fullmatch(known(line)[0])) and first is not None and int(first[0]) == line.page

    outer = Counter(known(line) for _, height, lines in pages for line in lines if is_outer(line, height))
    return [
        (
            width,
            height,
            [one for one in lines if not (is_outer(one, height) and (outer[known(one)] > 1 or is_number(one)))],
        )
        for width, height, lines in pages
    ]


def _in_columns(lines: list[Line], left: float) -> list[Line]:
    """Give the texts of a table without lines their cells: those at the left, and those beside them."""
    free = [line for line in lines if line.cell is None]
    rows = groupby(free, key=lambda line: (line.page, round(line.baseline)))
    pairs = [pair for _, row in rows if len(pair := [*row]) == 2]  # noqa: PLR2004 - a pair
    begins = Counter(round(text.x0) for label, text in pairs if _are_label_and_text(label, text, left))
    begin, count = begins.most_common(1)[0] if begins else (0, 0)
    if count < _FEWEST_ROWS:
        return lines
    row = -1
    ordered = sorted(lines, key=lambda line: (line.page, line.order))
    for line in ordered:
        is_label = abs(line.x0 - left) < _NEAR and line.x1 < begin
        if line.cell is not None or not (is_label or abs(line.x0 - begin) < _NEAR):
            continue
        row += is_label
        line.cell = Cell(table=-1, row=row, column=0 if is_label else 1, columns=2)
        line.edge = begin - _CELL_GAP if is_label else line.edge - _CELL_GAP
    return ordered


def _are_label_and_text(label: Line, text: Line, left: float) -> bool:
    has_glyphs = any(char.isalpha() for char in label.text)
    return abs(label.x0 - left) < _NEAR and has_glyphs and not {*BOXES} & {*f"{label.text}{text.text}"}


def _with_tabs(lines: Iterable[Line]) -> Iterator[Line]:
    """Join the texts on one line by tabs; the next line may begin below the last of them."""
    last: Line | None = None
    for line in lines:
        is_beside = last is not None and (last.page, last.cell) == (line.page, line.cell) and last.x1 < line.x0
        if last is not None and is_beside and abs(last.baseline - line.baseline) < _NEAR:
            last.glyphs += [blank(last.glyphs[-1], line.glyphs[0], "\t"), *line.glyphs]
            last.starts.append(line.x0)
            continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last


def _joined(lines: Iterable[Line]) -> list[list[Line]]:
    """Join the lines of each paragraph."""
    every = [*lines]
    steps = Counter(
        (after.size, round(after.baseline - before.baseline))
        for before, after in pairwise(every)
        if (before.page, before.cell, before.size) == (after.page, after.cell, after.size)
    )
    least: dict[float, float] = {}
    for size, step in sorted(one for one, count in steps.items() if count > 1 and one[1] > _LEAST_STEP * one[0]):
        least.setdefault(size, step)
    wrapped = [before.text.endswith(" ") for before, after in pairwise(every) if after.text.lstrip()[:1].islower()]
    is_marked = sum(wrapped) > _MOST_OF * max(len(wrapped), 2)
    groups: list[list[Line]] = []
    for line in every:
        may_go_on = bool(groups) and (not is_marked or _may_go_on(groups[-1][-1]))
        if may_go_on and _goes_on(groups[-1], line, least.get(line.size, _STEP * line.size)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _may_go_on(line: Line) -> bool:
    """Say whether a line can go on in a document that leaves the blank at the end of each line that does."""
    return line.text.endswith((" ", *_HYPHENS)) or _MAY_BE_DIVIDED.search(line.text) is not None


def _goes_on(group: Sequence[Line], line: Line, step: float) -> bool:
    """Say whether a line goes on with the paragraph above: its first word had no room there."""
    last = group[-1]
    if not _are_in_one_column(last.cell, line.cell) or last.is_bold != line.is_bold or round(last.size - line.size):
        return False
    if last.page == line.page and not 0 < line.baseline - last.baseline <= step + 1:
        return False
    if not _may_begin_at(group, line.x0) or _BULLET.match(line.text) or line.text.strip()[0] in BOXES:
        return False
    has_room = last.x1 + last.blank + line.first_word <= last.edge - 1
    return not (has_room or _is_title(line) or (len(group) == 1 and _is_title(last)))


def _are_in_one_column(before: Cell | None, after: Cell | None) -> bool:
    is_free = before is not None and after is not None and before.table == after.table == -1
    return before == after or (is_free and before is not None and after is not None and before.column == after.column)


def _may_begin_at(group: Sequence[Line], x0: float) -> bool:
    first = group[0]
    number = _FURTHER.match(first.text)
    behind_number = [_glyph_at(first, number.end()).x0] if number else []
    starts = [group[-1].x0, *behind_number, *first.starts] if len(group) == 1 else [group[-1].x0]
    is_indented = len(group) == 1 and 0 < first.x0 - x0 <= _INDENT
    return is_indented or any(abs(start - x0) < _NEAR for start in starts)


def _glyph_at(line: Line, index: int) -> Glyph:
    """Return the glyph at a place in the text; one may be several characters."""
    for glyph in line.glyphs:
        index -= len(glyph.text)
        if index < 0:
            return glyph
    return line.glyphs[-1]


def _is_title(line: Line) -> bool:
    return title_in(line.text, "", stands_out=False) is not None


def _paragraph(group: Sequence[Line], left: float) -> Paragraph:
    glyphs, is_whole = _glyphs(group)
    text = re.sub(" {2,}", " ", _with_links(glyphs))
    first_plain = next((n for n, glyph in enumerate(glyphs) if glyph.text.strip() and not glyph.bold), None)
    lead = "" if first_plain is None else "".join(glyph.text for glyph in glyphs[:first_plain])
    bullet = None if lead.strip() else _BULLET.match(text)
    return Paragraph(
        text=text[bullet.end() if bullet else 0 :].strip(),
        bold=first_plain is None,
        lead=lead.strip(),
        bullet=1 + (group[0].x0 - left > _INDENT) if bullet else 0,
        cell=group[0].cell,
        doubtful=not is_whole,
    )


def _glyphs(group: Sequence[Line]) -> tuple[list[Glyph], bool]:
    """Return the glyphs of a paragraph, and whether it is known where its words end."""
    glyphs, is_whole = [*group[0].glyphs], True
    for before, line in pairwise(group):
        goes_on = bool(glyphs[-1].link) and glyphs[-1].link == line.glyphs[0].link
        if before.text.endswith((" ", "\t")):
            glyphs[-1:] = [blank(glyphs[-1], line.glyphs[0])]
        elif before.text.endswith(_HYPHENS) or _MAY_BE_DIVIDED.search(before.text):
            is_whole = is_whole and goes_on
        else:
            glyphs.append(blank(glyphs[-1], line.glyphs[0]))
        glyphs += line.glyphs
    return glyphs, is_whole


def _with_links(glyphs: Iterable[Glyph]) -> str:
    """Return the text; the address of a link follows its words, unless they say it already."""
    pieces: list[str] = []
    for link, group in groupby(glyphs, key=lambda glyph: glyph.link):
        words = "".join(glyph.text for glyph in group)
        whole = words.replace(" ", "")
        is_said = not link.startswith(("http:", "https:", "mailto:")) or says_already(words, link)
        if is_said or not whole:
            pieces.append(words)
        else:
            pieces.append(whole if says_already(whole, link) else f"{words.rstrip()}{behind(link)}")
    return "".join(pieces)


def _with_sizes(groups: Sequence[Sequence[Line]], found: Iterable[Paragraph], size: float) -> Iterator[Paragraph]:
    """Say which paragraphs are headings, which are grey as placeholders are, and which are the first of their cells.

    ``size`` is that of the text; what is grey and smaller is a hint.
    """
    before: Cell | None = None
    for group, paragraph in zip(groups, found, strict=True):
        is_placeholder = group[0].size >= size and all(glyph.grey for line in group for glyph in line.seen)
        changes = {
            "heading": int(group[0].size >= _HEADING * size),
            "first": paragraph.cell is not None and paragraph.cell != before,
            "doubtful": paragraph.doubtful or is_placeholder,
        }
        before = paragraph.cell
        yield paragraph.model_copy(update=changes)
