"""A spreadsheet is read by its headings; what does not fit is named by its cell."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue
from support.practices import ANSWERS, NOW, practice
from support.spreadsheets import exported, handed_in
from xlsxwriter import Workbook  # type: ignore[import-untyped] # it does not say that it has types

from conversations import submission_json
from conversations.dialogue.conversation import Draft
from conversations.fields import ReadingContext, Understood
from conversations.form.asked import question_at
from conversations.imports import Given, Read, drafted
from storage.exports.form_sheet import example, questions, write_form_sheet
from storage.imports.spreadsheet import practices_in_spreadsheet
from storage.imports.texts import CannotRead

Rows = list[list[Any]]


def workbook(path: Path, **sheets: Rows) -> Path:
    """Write a workbook of such sheets; days and times are cells of their own kind."""
    with Workbook(path, {"default_date_format": "yyyy-mm-dd hh:mm"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                sheet.write_row(line, 0, row)
    return path


def read(path: Path) -> list[Read]:
    """Read the practices of a workbook."""
    return [drafted(one, "draft", NOW) for one in practices_in_spreadsheet(path)]


def given_by(path: Path) -> list[Given]:
    """Return what a workbook gives."""
    return [*practices_in_spreadsheet(path)]


def compared(draft: Draft | None) -> dict[str, JsonValue]:
    """Return what a spreadsheet has of a practice."""
    assert draft is not None
    written = submission_json(draft)
    gone = ("attachments", "review", "updated_at", "id")
    return {key: value for key, value in written.items() if key not in gone}


DRAFT: dict[str, Any] = {"status": "draft", "reference": None, "submitted_at": None}


def test_export_comes_back(tmp_path: Path) -> None:
    """What the Excel export writes is read as the same, with all meetings, also of drafts with one name."""
    made = (
        practice(1, decided_at=NOW),
        practice(2, status="changes_requested", changes={"key_themes.themes": ["Training", "Prison and probation"]}),
        practice(3, **DRAFT),
        practice(4, **DRAFT, changes={"ran_meetings.meetings.0.name": "RAN LOCAL"}),
        practice(5, status="submitted", changes={"name.name": "=1+1", "evidence.performance": "-1\n@SUM(A1)"}),
    )
    drafts = [handed_in(draft) for draft in made]
    found = read(exported(tmp_path / "x.xlsx", drafts))
    assert [() for _ in drafts] == [each.problems for each in found]
    for draft, each in zip(drafts, found, strict=True):
        assert compared(draft) == compared(each.draft)


def test_titles_and_keys(tmp_path: Path) -> None:
    """A heading is the title of a question or its key, in any case; empty rows are passed over."""
    sheet: Rows = [
        [
            "NAME of the\n practice",
            "contact.email",
            "Key themes",
            "Date of the meeting",
            "Submitted (UTC)",
            "",
            "Revision",
        ],
        [
            "Open Door",
            "anna@example.org",
            "Training; Education",
            date(2019, 1, 23),
            datetime(2026, 11, 1, 9, 30, tzinfo=UTC).replace(tzinfo=None),
            "",
            2,
        ],
        ["", " "],
        ["RADINET"],
    ]
    first, second = given_by(workbook(tmp_path / "x.xlsx", Any=sheet))
    assert {
        "name.name": "Open Door",
        "contact.email": "anna@example.org",
        "key_themes.themes": "Training; Education",
        "ran_meetings.meetings.0.date": "2019-01-23",
    } == first.answers
    assert {"submitted_at": "2026-11-01T09:30:00Z", "revision": 2} == first.details
    assert ("row 2", "Any B2", "row 4") == (first.where, first.places["contact.email"], second.where)


def test_each_cell_that_does_not_fit(tmp_path: Path) -> None:
    """Each cell that does not fit is named by its sheet, its place and its title, in the words of the refusal."""
    sheet: Rows = [
        ["Name of the practice", "Email", "Starting year", *[""] * 24, "Country of origin"],
        ["Open Door", "anna(at)", 1066, *[""] * 24, "Denmark"],
    ]
    [found] = read(workbook(tmp_path / "x.xlsx", Practices=sheet))
    assert found.draft is None
    assert [
        ("Practices B2", "Email"),
        ("Practices AB2", "Country of origin"),
        ("Practices C2", "Starting year"),
    ] == [(problem.place, problem.title) for problem in found.problems]
    assert all(problem.words for problem in found.problems)


def test_meetings_behind(tmp_path: Path) -> None:
    """Further meetings stand on a sheet of their own; number 1 is that of the first sheet, with or without a number."""
    head = ["Name of the practice", "Name of the meeting"]
    meetings: Rows = [
        ["Name of the practice", "Number", "Name of the meeting", "Place of the meeting"],
        ["Open Door", 2, "RAN LOCAL", "Wien"],
        [],
        ["Open Door", "", "RAN EDU"],
        ["RADINET", "", "RAN POL"],
        ["Door", 1, "RAN RVT"],
    ]
    first: Rows = [head, ["Open Door", "RAN EXIT"], ["RADINET"], ["Door", "Other"]]
    one, two, three = given_by(workbook(tmp_path / "x.xlsx", Practices=first, Meetings=meetings))
    assert {
        "name.name": "Open Door",
        "ran_meetings.meetings.0.name": "RAN EXIT",
        "ran_meetings.meetings.1.name": "RAN LOCAL",
        "ran_meetings.meetings.1.place": "Wien",
        "ran_meetings.meetings.2.name": "RAN EDU",
    } == one.answers
    assert "Meetings D2" == one.places["ran_meetings.meetings.1.place"]
    assert ["RAN POL", "RAN RVT"] == [each.answers["ran_meetings.meetings.0.name"] for each in (two, three)]


def test_meeting_of_no_practice(tmp_path: Path) -> None:
    """A meeting whose practice is not on the first sheet is not dropped: the file is refused."""
    first: Rows = [["Name of the practice"], ["Open Door"]]
    meetings: Rows = [["Name of the practice", "Name of the meeting"], ["Closed Door", "RAN EXIT"]]
    with pytest.raises(CannotRead, match="Row 2 of the sheet Meetings is of no practice"):
        read(workbook(tmp_path / "x.xlsx", Practices=first, Meetings=meetings))


def test_form_comes_back(tmp_path: Path) -> None:
    """The empty form has no practice; filled in with its example it is one that could be handed in."""
    with (tmp_path / "form.xlsx").open("wb") as file:
        write_form_sheet(file)
    assert [] == given_by(tmp_path / "form.xlsx")
    shown = example()
    asked = questions()
    filled: Rows = [[one.question.title for one in asked], [shown.get(one.path, "") for one in asked]]
    [given] = given_by(workbook(tmp_path / "filled.xlsx", Practices=filled))
    found = drafted(given, "submitted", NOW)
    assert () == found.problems
    assert found.draft is not None
    assert {*shown} == {path for path, answer in found.draft.answers.items() if answer.value is not None}


HELD_BY_EXCEL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=200)
"""XML has no surrogates and not these two; nor does Excel. It cuts texts after 32,767 UTF-16 units."""


@given(path=st.sampled_from(("name.name", "evidence.performance", "contact.address")), text=HELD_BY_EXCEL)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_round_trips(tmp_path: Path, path: str, text: str) -> None:
    """Any text in any script that a question takes, and that Excel can hold, comes back as it is."""
    asked, context = question_at(path), ReadingContext(NOW.date())
    reading = asked.kind.read(text, context)
    if isinstance(reading, Understood) and not asked.problem(reading.value, context) and "_x005F_x" not in text:
        draft = handed_in(practice(changes={path: reading.value}, decided_at=NOW))
        [found] = read(exported(tmp_path / "x.xlsx", [draft]))
        assert compared(draft) == compared(found.draft), found.problems


def test_types_of_cells(tmp_path: Path) -> None:
    """A number, a yes or no, and a day are read as what a person would type."""
    sheet: Rows = [
        ["Name of the practice", "Starting year", "Peer reviewed", "Telephone", "Begun (UTC)", "Contact person"],
        ["Open Door", 2011, True, 4533115500, datetime(2026, 11, 1, tzinfo=UTC).replace(tzinfo=None), 0.5],
    ]
    [given] = given_by(workbook(tmp_path / "x.xlsx", Any=sheet))
    assert [2011, True, 4533115500, "0.5"] == [*given.answers.values()][1:]
    assert {"created_at": "2026-11-01"} == given.details
    assert ANSWERS["name.name"] == given.answers["name.name"]
