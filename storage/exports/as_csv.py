"""The CSV export: a row for each submission, in UTF-8 with a byte order mark, since Excel reads it right only so."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from storage.blobs import Blobs
from storage.exports.columns import Cell, Column, columns, row
from storage.exports.harmless import harmless, is_telephone
from storage.exports.renderer import Entry, Renderer


class AsCsv(Renderer):
    """Writes comma-separated values (RFC 4180)."""

    def __init__(self, file: IO[bytes], blobs: Blobs, layout: Path | None = None) -> None:
        super().__init__(file, blobs, layout)
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
