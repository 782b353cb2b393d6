"""The same rows with openpyxl's write-only mode, to compare with XlsxWriter's constant memory."""

from typing import IO

from openpyxl import Workbook

from conversations import submission_json
from storage import Database, submissions
from storage.exports.columns import columns, row


async def write_with_openpyxl(db: Database, file: IO[bytes]) -> None:
    """Write the bare rows: no formats, no code book, formulas unchanged."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Submissions")
    sheet.append([column.name for column in columns()])
    async for stored in submissions(db):
        sheet.append(row(submission_json(stored.draft)))
    book.save(file)
