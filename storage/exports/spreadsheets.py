"""The CSV and Excel exports: a row for each submission. Excel reads UTF-8 in CSV only with a byte order mark."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import IO, Any

from xlsxwriter import Workbook  # type: ignore[import-untyped] # it does not say that it has types

from storage.exports.about import Counts, about
from storage.exports.columns import (
    HEADINGS,
    WIDTHS,
    Cell,
    Column,
    Holds,
    columns,
    explained,
    harmless,
    is_telephone,
    looks_like_formula,
    row,
    sheet_columns,
)
from storage.exports.export import Entry, Renderer, Wanted
from storage.exports.links import link_target
from storage.exports.sheets import SheetCell, moment, sheets
from storage.exports.texts import ABOUT_HEADINGS, CUT, NO, YES
from storage.files import Blobs


class AsCsv(Renderer):
    """Writes comma-separated values (RFC 4180)."""

    def __init__(self, file: IO[bytes], blobs: Blobs, wanted: Wanted) -> None:
        super().__init__(file, blobs, wanted)
        self.file.write(BOM_UTF8)
        self._write(column.name for column in columns())

    def add(self, entry: Entry) -> None:
        """Write the next row."""
        self._write(map(_text, columns(), row(entry.json)))

    def finish(self) -> None:
        """Write nothing more."""

    def _write(self, cells: Iterable[str]) -> None:
        line = io.StringIO()
        csv.writer(line).writerow(list(cells))
        self.file.write(line.getvalue().encode())


def _text(column: Column, cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = "" if cell is None else str(cell)
    return text if column.telephone and is_telephone(text) else harmless(text)


_LONGEST = 32_767
"""UTF-16 units in a cell (Microsoft, "Excel specifications and limits")."""

_A4 = 9

_WIDTHS: Mapping[Holds, int] = {
    "number": 16,
    "yes or no": 16,
    "moment": 17,
    "several of a list": 30,
    "one of a list": 22,
}

_LONG, _WIDE, _OWN, _BEHIND = 85, 36, 19, 30
"""The widths of long texts, of other texts by people, of texts by the program, and on the further sheets.

A row has at most 409 points: 300 words fit in only if their column is wide.
"""

_MOST_LINKS = 60_000
"""Excel opens no sheet with more than 65,530 links."""

_LOOKS: Mapping[str, Mapping[str, object]] = {
    "heading": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "bottom": 1},
    "text": {"text_wrap": True, "valign": "top"},
    "quoted": {"text_wrap": True, "valign": "top", "quote_prefix": True},
    "moment": {"num_format": "yyyy-mm-dd hh:mm", "align": "left", "valign": "top"},
    "number": {"align": "left", "valign": "top"},
    "link": {"font_color": "#0563C1", "underline": 1, "text_wrap": True, "valign": "top"},
}

_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)


class AsXlsx(Renderer):
    """Writes a workbook; each row is on disk before the next one.

    No row has a height of its own, so that each program makes it as high as its texts.
    """

    def __init__(self, file: IO[bytes], blobs: Blobs, wanted: Wanted) -> None:
        super().__init__(file, blobs, wanted)
        folder = self.held.enter_context(
            TemporaryDirectory()
        )  # XlsxWriter leaves its rows behind where it is broken off
        self._book = Workbook(file, {"constant_memory": True, "tmpdir": folder})
        self.held.callback(self._let_go)
        self._looks = {name: self._book.add_format(dict(look)) for name, look in _LOOKS.items()}
        self._counts = Counts()
        self._links = 0
        self._newest = _LONG_AGO
        self._columns = sheet_columns()
        widths = tuple(map(_width, self._columns))
        self._sheet = self._begun("Submissions", [column.heading for column in self._columns], widths)
        self._behind = [
            (sheet, self._begun(sheet.name, sheet.headings, (_BEHIND,) * len(sheet.headings)))
            for sheet in sheets(wanted.face)
        ]
        self._lines = dict.fromkeys((sheet.name for sheet, _ in self._behind), 0)

    def add(self, entry: Entry) -> None:
        """Write the next row."""
        self._counts.add(entry)
        self._newest = max(self._newest, entry.draft.updated_at)
        for number, column in enumerate(self._columns):
            self._write(self._sheet, self._counts.submissions, number, _typed(column, entry.json), link=column.link)
        for sheet, page in self._behind:
            for cells in sheet.rows(entry.json):
                self._lines[sheet.name] += 1
                for number, cell in enumerate(cells):
                    self._write(page, self._lines[sheet.name], number, cell)

    def finish(self) -> None:
        """Write the code book and what the workbook is about, and close it."""
        self._sheet.autofilter(0, 0, self._counts.submissions, len(self._columns) - 1)
        for sheet, page in self._behind:
            page.autofilter(0, 0, self._lines[sheet.name], len(sheet.headings) - 1)
        self._table("Code book", HEADINGS, WIDTHS, map(explained, self._columns))
        self._table("About", ABOUT_HEADINGS, (_BEHIND, _LONG), about(self.wanted, self._counts))
        self._book.set_properties(
            {"title": "Submissions", "created": self._newest.astimezone(UTC).replace(tzinfo=None)}
        )
        self._book.close()

    def _let_go(self) -> None:
        for sheet in self._book.worksheets():
            sheet.row_data_fh.close()

    def _begun(self, name: str, headings: Sequence[str], widths: Sequence[int]) -> Any:  # noqa: ANN401 - a sheet of the library has no type
        """Begin a sheet: its headings and first column stay in sight, also on each page of A4."""
        page = self._book.add_worksheet(name)
        for number, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            page.set_column(number, number, width)
            page.write_string(0, number, heading, self._looks["heading"])
        page.freeze_panes(1, 1)
        page.set_landscape()
        page.set_paper(_A4)
        page.repeat_rows(0)
        page.repeat_columns(0)
        page.set_footer("&L&A&RPage &P of &N")
        return page

    def _table(self, name: str, headings: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Cell]]) -> None:
        page = self._begun(name, headings, widths)
        for line, cells in enumerate(rows, 1):
            for number, cell in enumerate(cells):
                self._write(page, line, number, cell)

    def _write(self, sheet: Any, line: int, number: int, cell: SheetCell, *, link: bool = False) -> None:  # noqa: ANN401 - a sheet has no type
        if isinstance(cell, bool):
            cell = YES if cell else NO
        if isinstance(cell, int):
            sheet.write_number(line, number, cell, self._looks["number"])
        elif isinstance(cell, datetime):
            sheet.write_datetime(line, number, cell, self._looks["moment"])
        elif cell and link and (target := link_target(cell)) and self._links < _MOST_LINKS:
            self._links += 1
            sheet.write_url(line, number, target, self._looks["link"], cell)
        elif cell:
            look = "quoted" if looks_like_formula(cell) else "text"
            sheet.write_string(line, number, _plain(_fitting(cell)), self._looks[look])


def _typed(column: Column, of: dict[str, Any]) -> SheetCell:
    cell = column.in_sheet(of)
    return moment(cell) if column.holds == "moment" and isinstance(cell, str) else cell


def _width(column: Column) -> int:
    if column.long:
        return _LONG
    return _WIDTHS.get(column.holds, _WIDE if column.section else _OWN)


def _fitting(text: str) -> str:
    """Cut a text that is too long for a cell, and say so at its end."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST:
        return text
    return units[: 2 * (_LONGEST - len(CUT))].decode("utf-16-le", errors="ignore") + CUT


def _plain(text: str) -> str:
    """Add a space to a text in ``<r>`` tags, which XlsxWriter 3.3 would take for its own markup."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
