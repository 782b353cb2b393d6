"""The lines of a PDF: its glyphs put together by their places, with their look and the cell of a table around them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from pdfplumber.page import Page

from conversations.papers.paragraphs import Cell

Object = dict[str, Any]
"""A glyph, a line or a link, as pdfplumber gives it: places are in points from the top left corner."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

BOXES = "☐☒☑□■✓✔✗✘"

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\uf0fe\uf0fd\uf0fc\uf053\uf054", "☒"),
        **dict.fromkeys("\uf0a8\uf06f\uf0a3", "☐"),
        **dict.fromkeys("\uf0b7\uf0a7", "•"),
        **dict.fromkeys("\xa0\t\n\r", " "),
        **dict.fromkeys("\u200b\x00\ufffe\uffff", None),
    }
)
"""What the glyphs of Wingdings and Symbol are, and what nobody sees."""

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)

_GAP = 1.2
"""The least distance of two texts on a line, such as those of two columns, in sizes of the font."""

_BLANK = 0.18
"""The least distance of two words without a blank between them."""

_TWICE = 0.08

_SAME_LINE = 0.35
"""The most by which the baselines of the glyphs of a line differ."""

_STRUCK = (0.12, 0.5)
"""How far above the baseline a line crosses a word out."""

_THIN = 2.0

_PADDING = 12.0
"""The most points between the edge of a cell and its text."""


@dataclass(frozen=True)
class Glyph:
    """A glyph, or several that are one sign, with the address that it links to."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    grey: bool
    link: str
    order: int
    cell: Cell | None = None


@dataclass
class Line:
    """Glyphs beside each other; ``edge`` is where the line had to end, ``order`` where it stands in the file.

    ``starts`` are the places at which its next line may begin: its own, or that of the text behind a bullet or a gap.
    """

    page: int
    glyphs: list[Glyph]
    edge: float = 0.0
    cell: Cell | None = None
    starts: list[float] = field(default_factory=list)

    @property
    def seen(self) -> list[Glyph]:
        """Return the glyphs that are no blanks."""
        return [glyph for glyph in self.glyphs if glyph.text.strip()]

    @property
    def text(self) -> str:
        """Return the text with the blanks around it."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def x0(self) -> float:
        """Return the left end."""
        return self.seen[0].x0

    @property
    def x1(self) -> float:
        """Return the right end."""
        return self.seen[-1].x1

    @property
    def baseline(self) -> float:
        """Return the place of the baseline."""
        return self.seen[0].baseline

    @property
    def size(self) -> float:
        """Return the size of most of its glyphs."""
        return Counter(round(glyph.size, 1) for glyph in self.seen).most_common(1)[0][0]

    @property
    def order(self) -> int:
        """Return the place of its first glyph in the file."""
        return min(glyph.order for glyph in self.glyphs)

    @property
    def is_bold(self) -> bool:
        """Say whether all of it is bold."""
        return all(glyph.bold for glyph in self.seen)

    @property
    def blank(self) -> float:
        """Return the width of a blank."""
        widths = (glyph.x1 - glyph.x0 for glyph in self.glyphs if glyph.text == " ")
        return min(widths, default=self.size / 4)

    @property
    def first_word(self) -> float:
        """Return the width of the first word."""
        word = next([*group] for is_word, group in groupby(self.glyphs, lambda one: bool(one.text.strip())) if is_word)
        return word[-1].x1 - word[0].x0


def lines_of(page: Page, tables: int) -> tuple[list[Line], int]:
    """Return the lines of a page as they are read, and how many tables there are so far; ``tables`` were before."""
    cells = [*_cells(page, tables)]
    places = dict(cells)
    glyphs = [*_glyphs(page, cells)]
    lines = [
        Line(page.page_number, part, cell=cell, starts=[part[0].x0])
        for cell, group in groupby(sorted(glyphs, key=_of_cell), key=lambda one: one.cell)
        for row in _rows(sorted(group, key=lambda one: one.baseline))
        for part in _parts(row)
        if any(glyph.text.strip() for glyph in part)
    ]
    for line in lines:
        line.edge = _edge(line, places[line.cell], lines) if line.cell else 0.0
    lines.sort(key=lambda line: _place(line, places))
    return lines, tables + len({cell.table for cell, _ in cells})


def _of_cell(glyph: Glyph) -> tuple[int, int, int]:
    cell = glyph.cell
    return (cell.table, cell.row, cell.column) if cell else (-1, -1, -1)


def _place(line: Line, places: dict[Cell, Box]) -> tuple[float, int, float, float]:
    """Return by what lines are read: the cells of a row from the left, each from the top."""
    top = places[line.cell][1] if line.cell else line.baseline
    return top, line.cell.column if line.cell else 0, line.baseline, line.x0


def _edge(line: Line, box: Box, lines: Iterable[Line]) -> float:
    """Return where a line of a cell has to end, as the space at both sides is the same."""
    padding = min(other.x0 for other in lines if other.cell == line.cell) - box[0]
    return box[2] - min(padding, _PADDING)


def _cells(page: Page, tables: int) -> Iterator[tuple[Cell, Box]]:
    """Yield the cells of the tables that have lines around them, with their places."""
    if not (page.lines or page.rects or page.curves):
        return
    for number, table in enumerate(page.find_tables(), tables):
        for row, found in enumerate(table.rows):
            boxes = [box for box in found.cells if box]
            for column, box in enumerate(boxes):
                yield Cell(table=number, row=row, column=column, columns=len(boxes)), box


def _glyphs(page: Page, cells: Sequence[tuple[Cell, Box]]) -> Iterator[Glyph]:
    """Yield the upright glyphs; one that a line crosses out is a blank."""
    links = [(str(link.get("uri") or ""), _box(link)) for link in page.hyperlinks]
    thin = [box for one in (*page.lines, *page.rects, *page.curves) if (box := _box(one))[3] - box[1] < _THIN]
    for order, char in enumerate(page.chars):
        text, size = str(char["text"]).translate(_SIGNS), float(char["size"])
        baseline = char["bottom"] + char["y0"] - char["matrix"][5]
        middle = ((char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)
        if not text or not char["upright"]:
            continue
        yield Glyph(
            text=" " if _is_struck(middle[0], baseline, size, thin) else text,
            x0=char["x0"],
            x1=char["x1"],
            baseline=baseline,
            size=size,
            bold=bool(_BOLD.search(str(char["fontname"]).rpartition("+")[2])),
            grey=_is_grey(char["non_stroking_color"]),
            link=next((link for link, box in links if _is_in(middle, box)), ""),
            order=order,
            cell=next((cell for cell, box in cells if _is_in(middle, box)), None),
        )


def _box(one: Object) -> Box:
    return one["x0"], one["top"], one["x1"], one["bottom"]


def _is_in(point: tuple[float, float], box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _is_struck(middle: float, baseline: float, size: float, thin: Iterable[Box]) -> bool:
    least, most = (baseline - size * far for far in reversed(_STRUCK))
    return any(box[0] <= middle <= box[2] and least <= box[1] <= most for box in thin)


def _is_grey(colour: object) -> bool:
    """Say whether a glyph has the colour of a placeholder."""
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    shades = [float(part) for part in parts if isinstance(part, int | float)]
    return len(shades) in {1, 3} and max(shades) - min(shades) < 0.05 and 0.3 < shades[0] < 0.9  # noqa: PLR2004 - of 1


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Divide glyphs by their baselines."""
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and glyph.baseline - row[-1].baseline > _SAME_LINE * min(glyph.size, row[-1].size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _parts(row: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Divide a row at wide gaps, and put blanks where words are apart without one."""
    part: list[Glyph] = []
    for glyph in sorted(row, key=lambda one: (one.x0, one.order)):
        last = part[-1] if part else None
        if last is not None and last.text == glyph.text and glyph.x0 - last.x0 < _TWICE * glyph.size:
            continue  # printed twice, to look bold
        if last is not None and glyph.x0 - last.x1 > _GAP * glyph.size:
            yield part
            part = []
        elif last is not None and glyph.x0 - last.x1 > _BLANK * glyph.size and glyph.text.strip():
            part.extend([blank(last, glyph)] if last.text.strip() else [])
        part.append(glyph)
    yield part


def blank(before: Glyph, after: Glyph, text: str = " ") -> Glyph:
    """Return the blank between two glyphs, with the look and the link that they share."""
    link = before.link if before.link == after.link else ""
    bold, grey = before.bold and after.bold, before.grey and after.grey
    return Glyph(text, before.x1, after.x0, before.baseline, before.size, bold, grey, link, after.order, before.cell)
