"""The CSV export: what a spreadsheet makes of it."""

import csv
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.practices import ANSWERS, practice

from conversations.submission import submission_json
from storage.exports.columns import columns
from storage.exports.harmless import harmless, looks_like_formula

Write = Callable[..., bytes]

FORMULAS = ["=1+1", "+45 33", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", '=HYPERLINK("http://example.org")']


def read(written: bytes) -> list[dict[str, str]]:
    """Read rows as a program does that knows the byte order mark."""
    return list(csv.DictReader(written.decode("utf-8-sig").splitlines(keepends=True)))


def test_csv_begins_with_a_byte_order_mark(write: Write) -> None:
    """Excel takes a file for UTF-8 only where it begins with the mark."""
    assert write("csv")[:3] == b"\xef\xbb\xbf"


def test_csv_has_a_column_for_everything(write: Write) -> None:
    """The columns are those of the object, then section.question in the order of the form."""
    (row,) = read(write("csv", practice()))
    whole = submission_json(practice())
    answers = whole["answers"]
    assert isinstance(answers, dict)
    plain = [key for key in whole if key not in {"answers", "attachments"}]
    own = [f"{section}.{key}" for section, given in answers.items() if isinstance(given, dict) for key in given]
    at = own.index("ran_meetings.meetings")
    own[at : at + 1] = [f"ran_meetings.meetings.{key}" for key in ("name", "date", "place", "subject")]
    assert [*plain, *own, "attachments"] == list(row)


def test_csv_cells(write: Write) -> None:
    """Lists are joined, what was not provided is empty, and a gap among several meetings is seen."""
    (row,) = read(write("csv", practice()))
    expected = {
        "status": "approved",
        "submitted_at": "2026-11-23T10:00:00Z",
        "description.description": ANSWERS["description.description"],
        "peer_reviewed.peer_reviewed": "false",
        "key_themes.themes": "Prison and probation; Rehabilitation",
        "geographical_scope.scope": "Denmark; Україна",
        "start.starting_year": "2011",
        "start.ending_year": "",
        "ran_meetings.meetings.name": "RAN EXIT; RAN YF&C",
        "ran_meetings.meetings.date": "23-24 January 2019; –",
        "ran_meetings.meetings.subject": "",
        "contact.telephone": "'+45 33 11 55 00",
    }
    assert expected == {name: row[name] for name in expected}


@pytest.mark.parametrize("formula", FORMULAS)
def test_csv_formula_is_harmless(write: Write, formula: str) -> None:
    """A text that a spreadsheet would work out begins with an apostrophe."""
    (row,) = read(write("csv", practice(changes={"contact.person": formula})))
    assert f"'{formula}" == row["contact.person"]


@given(st.text())
def test_harmless_text_is_no_formula(text: str) -> None:
    """No text is taken for a formula afterwards, and any other stays as it is."""
    made = harmless(text)
    assert (False, text) == (looks_like_formula(made), made.removeprefix("'") if looks_like_formula(text) else made)


def test_csv_twice(write: Write) -> None:
    """The same submissions give the same bytes."""
    assert write("csv", practice(), practice(2)) == write("csv", practice(), practice(2))


def test_columns_have_names_of_their_own() -> None:
    """No two columns have one name."""
    names = [column.name for column in columns()]
    assert len(set(names)) == len(names)
