"""The Excel export, read by another library than the one that writes it."""

import re
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
from support.practices import ANSWERS, NOW, leaflet, practice, reviewed

from conversations.dialogue.conversation import Answer, Draft
from storage.exports.columns import sheet_columns
from storage.exports.texts import CUT

Write = Callable[..., bytes]

NAMES = [column.name for column in sheet_columns()]

HEADINGS = [column.heading for column in sheet_columns()]


def book(written: bytes) -> Any:  # noqa: ANN401 - a workbook
    """Open a workbook."""
    return openpyxl.load_workbook(BytesIO(written))


def cells(write: Write, draft: Draft) -> dict[str, Any]:
    """Give the cells of the first submission, by column."""
    sheet = book(write("xlsx", draft))["Submissions"]
    return dict(zip(NAMES, sheet[2], strict=True))


def test_xlsx_cells_are_typed(write: Write) -> None:
    """Years are numbers, moments are dates, all else is text; of several meetings the first one stands there."""
    row = cells(write, practice())
    expected: dict[str, object] = {
        "status": "approved",
        "submitted_at": datetime(2026, 11, 23, 10),  # noqa: DTZ001 - Excel knows no time zones
        "decided_at": None,
        "description.description": ANSWERS["description.description"],
        "peer_reviewed.peer_reviewed": "No",
        "key_themes.themes": "Prison and probation; Rehabilitation",
        "geographical_scope.scope": "Denmark; Україна",
        "start.starting_year": 2011,
        "ran_meetings.meetings.name": "RAN EXIT",
        "ran_meetings.meetings.place": "online",
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
    """Each meeting has a row of its own, numbered, with its practice."""
    names: dict[str, JsonValue] = {
        f"ran_meetings.meetings.{number}.name": f"RAN {number}; with semicolon" for number in range(4)
    }
    later: dict[str, JsonValue] = {
        f"ran_meetings.meetings.{number}.{key}": None for number in (2, 3) for key in ("date", "place", "subject")
    }
    written = practice(1, names | later), practice(2, {"ran_meetings.presented": False}), practice(3)
    first, third = (("Open Door", f"RAN-2026-000{number}", "approved") for number in (1, 3))
    assert [
        (*first, 1, "RAN 0; with semicolon", "23-24 January 2019", "online", None),
        (*first, 2, "RAN 1; with semicolon", None, "Wien", None),
        (*first, 3, "RAN 2; with semicolon", None, None, None),
        (*first, 4, "RAN 3; with semicolon", None, None, None),
        (*third, 1, "RAN EXIT", "23-24 January 2019", "online", None),
        (*third, 2, "RAN YF&C", None, "Wien", None),
    ] == rows(write, "Meetings", *written)


def test_xlsx_has_a_sheet_of_attachments(write: Write) -> None:
    """Each file has a row of its own, with its sum."""
    draft = practice(attachments=(leaflet("a" * 64), leaflet("b" * 64, "=1.pdf")))
    whose = "Open Door", "RAN-2026-0001", "approved", "Deliverables"
    assert [(*whose, "leaflet.pdf", 8, "a" * 64), (*whose, "=1.pdf", 8, "b" * 64)] == rows(write, "Attachments", draft)


def test_xlsx_sheets(write: Write) -> None:
    """Behind the submissions stand their parts, the code book, and what the file is about, each on A4 landscape."""
    written = book(write("xlsx", practice()))
    behind = ["Meetings", "Choices", "Attachments", "Review", "Changes", "Code book", "About"]
    assert ["Submissions", *behind] == written.sheetnames
    assert ("Name of the practice", "B2") == (written["Meetings"]["A1"].value, written["Meetings"].freeze_panes)
    assert ["A1:H3", "A1:G1"] == [written[name].auto_filter.ref for name in ("Meetings", "Attachments")]
    printed = {(page.page_setup.orientation, page.page_setup.paperSize, page.print_title_rows) for page in written}
    assert {("landscape", 9, "$1:$1")} == printed


@pytest.mark.parametrize(
    ("face", "missing"),
    [("internal", set()), ("public", {"Review", "Changes"}), ("anonymous", {"Attachments", "Review", "Changes"})],
)
def test_xlsx_sheets_of_a_face(write: Write, face: str, missing: set[str]) -> None:
    """The review is for those who review; an anonymous file has no attachments."""
    every = book(write("xlsx", practice())).sheetnames
    assert missing == {*every} - {*book(write("xlsx", practice(), face=face)).sheetnames}


def test_xlsx_finds_each_option(write: Write) -> None:
    """Each chosen option of a list has a row of its own, so that a filter finds it."""
    whose = "Open Door", "RAN-2026-0001", "approved"
    chosen = {
        "Key themes": ("Prison and probation", "Rehabilitation"),
        "Target audience": ("Families", "Prison / probation"),
    }
    expected = [(*whose, title, option) for title, options in chosen.items() for option in options]
    assert expected == rows(write, "Choices", practice())


def test_xlsx_has_the_review(write: Write) -> None:
    """A comment has a row with the decision, and so has a submission without comments; a draft has none."""
    declined = reviewed(practice(status="declined"))
    at = datetime(2026, 11, 23, 10)  # noqa: DTZ001 - Excel knows no time zones
    decided = "declined", "Cora Coordinator", "Too short."
    comment = "Please name the towns.", "must fix", "resolved", "Cora Coordinator", at, "We have named them."
    others = practice(2, status="submitted"), practice(3, status="draft", reference=None)
    assert [
        ("Open Door", "RAN-2026-0001", "declined", *decided, "Geographical scope", *comment),
        ("Open Door", "RAN-2026-0002", "submitted", *[None] * 10),
    ] == rows(write, "Review", declined, *others)


def test_xlsx_has_the_changes(write: Write) -> None:
    """Each answer that a revision changed has a row with both texts; a question of a meeting has its number."""
    draft = reviewed(practice())
    first, second = draft.versions
    lists = {"key_themes.themes": ["Training", "Formers"], "ran_meetings.meetings.1.place": "Bonn"}
    answers = first.answers | {path: Answer(value=value, source="typed", at=NOW) for path, value in lists.items()}
    changed = draft.model_copy(update={"versions": (first.model_copy(update={"answers": answers}), second)})
    at = datetime(2026, 11, 23, 10)  # noqa: DTZ001 - Excel knows no time zones
    whose = "Open Door", "RAN-2026-0001", "approved", 2, at
    assert {
        (*whose, "Geographical scope", "9002 towns", "Denmark; Україна"),
        (*whose, "Key themes", "Training; Formers", "Prison and probation; Rehabilitation"),
        (*whose, "Place of the meeting (2)", "Bonn", "Wien"),
    } == {*rows(write, "Changes", changed)}


def test_xlsx_about(write: Write) -> None:
    """The last sheet says for whom the file is, what was chosen, on which day, and how much it has."""
    chosen = {
        "face": "public",
        "statuses": ("approved", "changes_requested"),
        "references": ("RAN-2026-0001", "RAN-2026-0002"),
        "since": "2026-01-02",
        "theme": "Rehabilitation",
        "country": "Denmark",
        "made": "2026-11-30",
    }
    draft = practice(attachments=(leaflet("a" * 64),))
    found = dict(book(write("xlsx", draft, practice(2), **chosen))["About"].iter_rows(min_row=2, values_only=True))
    assert found.pop("For whom").startswith("Public: ")
    assert {
        "Status": "approved, changes requested",
        "References": "RAN-2026-0001, RAN-2026-0002",
        "Submitted since": "2026-01-02 (UTC)",
        "Theme": "Rehabilitation",
        "Country": "Denmark",
        "Made on": "2026-11-30 (UTC)",
        "Practices": 2,
        "Practices: approved": 2,
        "Attachments": 1,
    } == found


def test_xlsx_links(write: Write) -> None:
    """The e-mail address and the website are links to themselves; no other text is one."""
    row = cells(write, practice())
    links = {name: cell.hyperlink.target for name, cell in row.items() if cell.hyperlink}
    assert {"contact.email": "mailto:anna@example.org", "contact.website": "https://www.example.org"} == links
    assert "anna@example.org" == row["contact.email"].value


@pytest.mark.parametrize("text", ["=1+1", "nobody", "javascript:alert(1)", "file:///etc/passwd", "internal:About!A1"])
def test_xlsx_link_that_is_none(write: Write, text: str) -> None:
    """What stands in the place of an address and is none stays a text."""
    draft = practice()
    answers = draft.answers | {"contact.website": Answer(value=text, source="typed", at=NOW)}
    cell = cells(write, draft.model_copy(update={"answers": answers}))["contact.website"]
    assert (text, None) == (cell.value, cell.hyperlink)


def test_xlsx_rows_are_as_high_as_they_need(write: Write) -> None:
    """No row has a height of its own, so a program fits it to its texts; long texts have a wide column."""
    sheet = book(write("xlsx", practice(), practice(2)))["Submissions"]
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    assert ({None}, True) == (
        {sheet.row_dimensions[number].height for number in (1, 2, 3)},
        widths[NAMES.index("description.description")] > 80,
    )


def test_xlsx_headings_are_titles() -> None:
    """The sheet begins with the name, the reference and the status; each heading is a title, and there once."""
    assert ["Name of the practice", "Reference", "Status", "Description", "Peer reviewed"] == HEADINGS[:5]
    meeting = HEADINGS.index("Name of the meeting")
    assert ["Date of the meeting", "Place of the meeting", "Subject of the meeting"] == HEADINGS[meeting + 1 :][:3]
    assert len(HEADINGS) == len({*HEADINGS})


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
    assert (HEADINGS, "B2", f"A1:{end}") == (header, sheet.freeze_panes, sheet.auto_filter.ref)
    assert sheet.cell(2, NAMES.index("description.description") + 1).alignment.wrap_text


def test_xlsx_code_book(write: Write) -> None:
    """Each column is explained, in words about data: the question, its key, what it holds, the list that it is from."""
    rows = list(book(write("xlsx"))["Code book"].iter_rows(values_only=True))
    by_name = {str(row[1]): row for row in rows[1:]}
    assert (list(by_name), HEADINGS) == (NAMES, [row[0] for row in rows[1:]])
    heading, _, section, holds, required, options, _ = by_name["organisation.type"]
    assert (heading, section, holds, required) == ("Type of organisation", "Organisation", "one of a list", "yes")
    assert "NGO\nGovernmental institution\nFoundation\nCharity\nLimited company\nOther" == options
    assert all(row[-1] for row in rows)
    assert [] == [
        row[-1] for row in rows if re.search(r"\b(press|button|skip|send|done)\b", str(row[-1]), re.IGNORECASE)
    ]


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
