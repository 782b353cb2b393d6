"""The empty form as a spreadsheet, read with another library."""

from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from conversations.form.completion import every
from conversations.form.template import in_use
from storage.exports.form_sheet import ROWS, write_form_sheet


@pytest.fixture(scope="module")
def book() -> Workbook:
    """Return the form."""
    file = BytesIO()
    write_form_sheet(file)
    return openpyxl.load_workbook(file)


def test_headings(book: Workbook) -> None:
    """The first sheet has one row of headings, the titles of all questions, with the four of the first meeting."""
    sheet = book.worksheets[0]
    titles = [asked.question.title for section in in_use().sections for asked in every(section)]
    assert titles == [cell.value for cell in sheet[1]]
    assert "Name of the practice" == titles[0]
    assert 1 == sheet.max_row
    assert "B2" == sheet.freeze_panes


def test_sheets(book: Workbook) -> None:
    """Meetings, an example and explanations stand on sheets of their own."""
    assert ["Practices", "Meetings", "Example", "Explanations", "Lists"] == book.sheetnames
    example = dict(zip(*([cell.value for cell in row] for row in book["Example"].rows), strict=True))
    assert "Open Door: mentoring after prison" == example["Name of the practice"]
    assert 2024 == example["Last update"]


def test_what_excel_checks(book: Workbook) -> None:
    """Each column has a hint and a list or a limit, for all rows."""
    sheet = book.worksheets[0]
    letters = {cell.value: get_column_letter(number) for number, cell in enumerate(sheet[1], 1)}
    rules = {str(rule.sqref).rstrip("0123456789"): rule for rule in sheet.data_validations.dataValidation}
    found = {title: rules[f"{letter}2:{letter}"] for title, letter in letters.items()}
    assert all(rule.prompt and len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32 for rule in found.values())
    assert all(str(rule.sqref).endswith(str(ROWS + 1)) for rule in rules.values())
    assert ("list", "list") == (found["Key themes"].type, found["Type of organisation"].type)
    assert (False, True) == (found["Key themes"].showErrorMessage, found["Type of organisation"].showErrorMessage)
    assert ("whole", "1900", "YEAR(TODAY())") == (
        found["Starting year"].type,
        found["Starting year"].formula1,
        found["Starting year"].formula2,
    )
    assert ("textLength", "200") == (found["Contact person"].type, found["Contact person"].formula1)
    assert "<=300" in str(found["Description"].formula1)
    assert all(len(str(rule.formula1 or "")) <= 255 for rule in found.values())


def test_lists(book: Workbook) -> None:
    """Each list is whole, on a sheet of its own."""
    lists = [[cell.value for cell in column if cell.value] for column in book["Lists"].columns]
    kinds = [asked.kind for section in in_use().sections for asked in every(section)]
    choices = [[*kind.choices] for kind in kinds if kind.choices and len(kind.choices) > 2]
    assert choices == lists
