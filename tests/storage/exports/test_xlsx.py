"""The Excel export, read by another library than the one that writes it."""

import time
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape
from pydantic import JsonValue
from support.practices import ANSWERS, leaflet, practice

from conversations.dialogue.conversation import Draft
from storage.exports.columns import columns
from storage.exports.texts import CUT

Write = Callable[..., bytes]

NAMES = [column.name for column in columns()]


def book(written: bytes) -> Any:  # noqa: ANN401 - a workbook
    """Open a workbook."""
    return openpyxl.load_workbook(BytesIO(written))


def cells(write: Write, draft: Draft) -> dict[str, Any]:
    """Give the cells of the first submission, by column."""
    sheet = book(write("xlsx", draft))["Submissions"]
    return dict(zip(NAMES, sheet[2], strict=True))


def test_xlsx_cells_are_typed(write: Write) -> None:
    """Years are numbers, Yes and No are truth values, moments are dates, all else is text."""
    row = cells(write, practice())
    expected: dict[str, object] = {
        "status": "approved",
        "submitted_at": datetime(2026, 11, 23, 10),  # noqa: DTZ001 - Excel knows no time zones
        "decided_at": None,
        "description.description": ANSWERS["description.description"],
        "peer_reviewed.peer_reviewed": False,
        "key_themes.themes": "Prison and probation; Rehabilitation",
        "geographical_scope.scope": "Denmark; Україна",
        "start.starting_year": 2011,
        "contact.telephone": "+45 33 11 55 00",
    }
    assert expected == {name: row[name].value for name in expected}


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+45",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1",
        "{=1}",
        "https://example.org",
        "a\n=1",
        "\u200b=1",
        "a;=1",
    ],
)
def test_xlsx_formula_is_a_text(write: Write, text: str) -> None:
    """Nothing that a person wrote becomes a formula or a link; the text is as it was."""
    cell = cells(write, practice(changes={"contact.person": text}))["contact.person"]
    assert (text, None) == (unescape(cell.value), cell.hyperlink)
    assert cell.data_type in {"s", "inlineStr"}


def test_xlsx_formula_stays_a_text_when_it_is_edited(write: Write) -> None:
    """Excel shows such a cell with the apostrophe that keeps it a text."""
    row = cells(write, practice(changes={"contact.person": "=1+1"}))
    assert (True, False) == (row["contact.person"].quotePrefix, bool(row["name.name"].quotePrefix))


def rows(write: Write, sheet: str, *drafts: Draft) -> list[tuple[Any, ...]]:
    """Give the values of a sheet, row by row, after its headings."""
    return list(book(write("xlsx", *drafts))[sheet].iter_rows(min_row=2, values_only=True))


def test_xlsx_has_a_sheet_of_meetings(write: Write) -> None:
    """Each meeting has a row of its own, numbered, with its practice; the first sheet names them all."""
    names: dict[str, JsonValue] = {
        f"ran_meetings.meetings.{number}.name": f"RAN {number}; with semicolon" for number in range(4)
    }
    later: dict[str, JsonValue] = {
        f"ran_meetings.meetings.{number}.{key}": None for number in (2, 3) for key in ("date", "place", "subject")
    }
    written = practice(1, names | later), practice(2, {"ran_meetings.presented": False}), practice(3)
    assert [
        ("RAN-2026-0001", "Open Door", 1, "RAN 0; with semicolon", "23-24 January 2019", "online", None),
        ("RAN-2026-0001", "Open Door", 2, "RAN 1; with semicolon", None, "Wien", None),
        ("RAN-2026-0001", "Open Door", 3, "RAN 2; with semicolon", None, None, None),
        ("RAN-2026-0001", "Open Door", 4, "RAN 3; with semicolon", None, None, None),
        ("RAN-2026-0003", "Open Door", 1, "RAN EXIT", "23-24 January 2019", "online", None),
        ("RAN-2026-0003", "Open Door", 2, "RAN YF&C", None, "Wien", None),
    ] == rows(write, "Meetings", *written)
    cell = cells(write, written[0])["ran_meetings.meetings.name"].value
    assert cell == "; ".join(f'"{name}"' for name in names.values())


def test_xlsx_has_a_sheet_of_attachments(write: Write) -> None:
    """Each file has a row of its own, with its sum."""
    draft = practice(attachments=(leaflet("a" * 64), leaflet("b" * 64, "=1.pdf")))
    whose = "RAN-2026-0001", "Open Door", "deliverables.deliverables"
    assert [(*whose, "leaflet.pdf", 8, "a" * 64), (*whose, "=1.pdf", 8, "b" * 64)] == rows(write, "Attachments", draft)


def test_xlsx_sheets(write: Write) -> None:
    """Behind the submissions stand their meetings and attachments, then the code book; each has one row of headings."""
    written = book(write("xlsx", practice()))
    assert ["Submissions", "Meetings", "Attachments", "Code book"] == written.sheetnames
    assert ("reference", "B2") == (written["Meetings"]["A1"].value, written["Meetings"].freeze_panes)
    assert ["A1:G3", "A1:F1"] == [written[name].auto_filter.ref for name in ("Meetings", "Attachments")]


@pytest.mark.parametrize("text", ["<r><x></r>", "<r><t>a</t></r>", "a\x0bb\x1bc", "_x0041_", "]]>&<b>", "\ufffe"])
def test_xlsx_survives_what_is_no_xml(write: Write, text: str) -> None:
    """No answer breaks the workbook, whatever mark-up or control characters it holds."""
    cell = cells(write, practice(changes={"contact.person": text}))["contact.person"]
    assert text == unescape(cell.value).rstrip(" ")


@pytest.mark.parametrize("letter", ["a", "𝔞"])
def test_xlsx_text_longer_than_a_cell(write: Write, letter: str) -> None:
    """A text that no cell holds is cut, and says so."""
    value = cells(write, practice(changes={"evidence.performance": letter * 40_000}))["evidence.performance"].value
    assert (True, True) == (value.endswith(CUT), 32_765 <= len(value.encode("utf-16-le")) // 2 <= 32_767)


def test_xlsx_sheet(write: Write) -> None:
    """The header stays in sight and can be filtered by; texts are wrapped."""
    sheet = book(write("xlsx", practice(), practice(2)))["Submissions"]
    header = [cell.value for cell in sheet[1]]
    end = f"{get_column_letter(len(NAMES))}3"
    assert (NAMES, "B2", f"A1:{end}") == (header, sheet.freeze_panes, sheet.auto_filter.ref)
    assert sheet.cell(2, NAMES.index("description.description") + 1).alignment.wrap_text


def test_xlsx_code_book(write: Write) -> None:
    """Each column is explained: the question, what it holds, the list that it is from."""
    rows = list(book(write("xlsx"))["Code book"].iter_rows(values_only=True))
    by_name = {str(row[0]): row for row in rows[1:]}
    assert list(by_name) == NAMES
    _, section, question, holds, required, options, _ = by_name["organisation.type"]
    assert (section, question, holds, required) == ("Organisation", "Type of organisation", "one of a list", "yes")
    assert "NGO\nGovernmental institution\nFoundation\nCharity\nLimited company\nOther" == options
    assert all(row[-1] for row in rows)


def test_xlsx_twice(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same submissions give the same bytes, whatever the clock and its zone say."""
    first = write("xlsx", practice())
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        again = write("xlsx", practice())
    finally:
        monkeypatch.undo()
        time.tzset()
    assert first == again


def test_xlsx_tells_no_time_of_its_own(write: Write) -> None:
    """The workbook was made, it says, when its newest submission last changed."""
    properties = book(write("xlsx", practice())).properties
    assert {datetime(2026, 11, 23, 10)} == {properties.created, properties.modified}  # noqa: DTZ001 - as it is read
