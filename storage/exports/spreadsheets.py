"""The CSV and Excel exports: a row for each submission. Excel reads UTF-8 in CSV only with a byte order mark."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import IO, Any

from xlsxwriter import Workbook  # type: ignore[import-untyped] # it does not say that it has types

from conversations.form.completion import FIRST
from conversations.form.questions import Repeated, repeat_of
from conversations.form.template import in_use
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
)
from storage.exports.export import Entry, Renderer, Wanted
from storage.exports.texts import CUT
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


Rows = Callable[[dict[str, Any]], Iterable[tuple[Cell, ...]]]

_WHOSE = ("reference", FIRST)
"""Each row begins with these; a draft has no reference."""

_FILE = ("question", "name", "size", "sha256")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its headings, and the function for the rows of a submission."""

    name: str
    headings: tuple[str, ...]
    rows: Rows


def sheets() -> tuple[Sheet, ...]:
    """Return the sheets in order, read from the section classes."""
    groups = (repeat_of(section) for section in in_use().sections)
    return (*(_of_group(group) for group in groups if group is not None), _attachments())


def _of_group(group: Repeated) -> Sheet:
    """Make the sheet of a repeated group, such as the meetings, numbered from 1."""
    keys = tuple(group.items.model_fields)
    headings = (*_WHOSE, "number", *(f"{group.section.key}.{group.key}.{key}" for key in keys))

    def rows(of: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
        for number, item in enumerate(of["answers"][group.section.key][group.key], 1):
            yield (*_whose(of), number, *(item[key] for key in keys))

    return Sheet(group.key.capitalize(), headings, rows)


def _attachments() -> Sheet:
    def rows(of: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
        for file in of["attachments"]:
            yield (*_whose(of), *(file[key] for key in _FILE))

    return Sheet("Attachments", (*_WHOSE, *_FILE), rows)


def _whose(of: dict[str, Any]) -> tuple[Cell, Cell]:
    section, _, key = FIRST.partition(".")
    return of["reference"], of["answers"][section][key]


_LONGEST = 32_767
"""UTF-16 units in a cell (Microsoft, "Excel specifications and limits")."""

_ROW_HEIGHT = 75

_HEADER_HEIGHT = 32

_A4 = 9

_WIDTHS: Mapping[Holds, int] = {
    "number": 16,
    "yes or no": 16,
    "moment": 17,
    "several of a list": 30,
    "one of a list": 22,
}

_WIDE, _OWN, _BEHIND = 42, 17, 30
"""The widths of texts by people, of texts by the program, and on the further sheets."""

_LOOKS: Mapping[str, Mapping[str, object]] = {
    "heading": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "bottom": 1},
    "text": {"text_wrap": True, "valign": "top"},
    "quoted": {"text_wrap": True, "valign": "top", "quote_prefix": True},
    "moment": {"num_format": "yyyy-mm-dd hh:mm", "align": "left", "valign": "top"},
    "number": {"align": "left", "valign": "top"},
    "truth": {"num_format": '"TRUE";"TRUE";"FALSE"', "align": "left", "valign": "top"},  # LibreOffice would say 1 and 0
}

_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)


class AsXlsx(Renderer):
    """Writes a workbook; each row is on disk before the next one."""

    def __init__(self, file: IO[bytes], blobs: Blobs, wanted: Wanted) -> None:
        super().__init__(file, blobs, wanted)
        folder = self.held.enter_context(
            TemporaryDirectory()
        )  # XlsxWriter leaves its rows behind where it is broken off
        self._book = Workbook(file, {"constant_memory": True, "tmpdir": folder})
        self.held.callback(self._let_go)
        self._looks = {name: self._book.add_format(dict(look)) for name, look in _LOOKS.items()}
        self._rows = 0
        self._newest = _LONG_AGO
        self._sheet = self._book.add_worksheet("Submissions")
        self._sheet.set_default_row(_ROW_HEIGHT)  # heights of single rows would stay in memory
        self._sheet.set_row(0, _HEADER_HEIGHT)
        for number, column in enumerate(columns()):
            self._sheet.set_column(number, number, _width(column))
            self._sheet.write_string(0, number, column.name, self._looks["heading"])
        self._sheet.freeze_panes(1, 1)
        self._printed_well()
        self._behind = [(sheet, self._begun(sheet)) for sheet in sheets()]
        self._lines = dict.fromkeys((sheet.name for sheet, _ in self._behind), 0)

    def add(self, entry: Entry) -> None:
        """Write the next row."""
        self._rows += 1
        self._newest = max(self._newest, entry.draft.updated_at)
        for number, (column, cell) in enumerate(zip(columns(), row(entry.json), strict=True)):
            self._write(self._sheet, self._rows, number, cell, column)
        for sheet, page in self._behind:
            for cells in sheet.rows(entry.json):
                self._lines[sheet.name] += 1
                for number, cell in enumerate(cells):
                    self._write(page, self._lines[sheet.name], number, cell)

    def finish(self) -> None:
        """Write the code book and close the workbook."""
        self._sheet.autofilter(0, 0, self._rows, len(columns()) - 1)
        for sheet, page in self._behind:
            page.autofilter(0, 0, self._lines[sheet.name], len(sheet.headings) - 1)
        self._explain()
        self._book.set_properties(
            {"title": "Submissions", "created": self._newest.astimezone(UTC).replace(tzinfo=None)}
        )
        self._book.close()

    def _let_go(self) -> None:
        for sheet in self._book.worksheets():
            sheet.row_data_fh.close()

    def _printed_well(self) -> None:
        """Repeat the header and the reference on each printed page."""
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.repeat_rows(0)
        self._sheet.repeat_columns(0)

    def _begun(self, sheet: Sheet) -> Any:  # noqa: ANN401 - a sheet of the library has no type
        page = self._book.add_worksheet(sheet.name)
        page.set_column(0, len(sheet.headings) - 1, _BEHIND)
        for number, heading in enumerate(sheet.headings):
            page.write_string(0, number, heading, self._looks["heading"])
        page.freeze_panes(1, 1)
        return page

    def _explain(self) -> None:
        book = self._book.add_worksheet("Code book")
        for number, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
            book.set_column(number, number, width)
            book.write_string(0, number, heading, self._looks["heading"])
        for line, column in enumerate(columns(), 1):
            for number, cell in enumerate(explained(column)):
                self._write(book, line, number, cell)
        book.freeze_panes(1, 1)

    def _write(self, sheet: Any, line: int, number: int, cell: Cell, column: Column | None = None) -> None:  # noqa: ANN401 - a sheet has no type
        if isinstance(cell, bool):
            sheet.write_boolean(line, number, cell, self._looks["truth"])
        elif isinstance(cell, int):
            sheet.write_number(line, number, cell, self._looks["number"])
        elif cell is not None and column is not None and column.holds == "moment":
            sheet.write_datetime(line, number, _moment(cell), self._looks["moment"])
        elif cell:
            look = "quoted" if looks_like_formula(cell) else "text"
            sheet.write_string(line, number, _plain(_fitting(cell)), self._looks[look])


def _width(column: Column) -> int:
    return _WIDTHS.get(column.holds, _WIDE if column.section else _OWN)


def _moment(text: str) -> datetime:
    """Read a time in UTC; Excel has no time zones."""
    return datetime.fromisoformat(text).replace(tzinfo=None)


def _fitting(text: str) -> str:
    """Cut a text that is too long for a cell, and say so at its end."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST:
        return text
    return units[: 2 * (_LONGEST - len(CUT))].decode("utf-16-le", errors="ignore") + CUT


def _plain(text: str) -> str:
    """Add a space to a text in ``<r>`` tags, which XlsxWriter 3.3 would take for its own markup."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
