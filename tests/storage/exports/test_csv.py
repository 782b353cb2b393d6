"""The CSV export: what a spreadsheet makes of it."""

import csv
import re
from collections.abc import Callable
from io import BytesIO, StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import JsonValue
from support.practices import ANSWERS, NOW, leaflet, practice

from conversations.dialogue.conversation import Answer, Draft
from conversations.dialogue.practice import submission_json
from storage import Blobs
from storage.exports.columns import columns, harmless, looks_like_formula
from storage.exports.columns import row as row_of
from storage.exports.export import Entry, Wanted
from storage.exports.spreadsheets import AsCsv

Write = Callable[..., bytes]

FORMULAS = [
    "=1+1",
    "+45 33",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "﹦1",
    '=HYPERLINK("http://example.org")',
    "=cmd|'/C calc'!A0",
]


def read(written: bytes) -> list[dict[str, str]]:
    """Read rows as a program does that knows the byte order mark."""
    return list(csv.DictReader(written.decode("utf-8-sig").splitlines(keepends=True)))


def as_csv(draft: Draft) -> bytes:
    """Write one submission, where no folder of contents is needed."""
    file = BytesIO()
    AsCsv(file, Blobs.__new__(Blobs), Wanted(format="csv")).add(Entry(draft))
    return file.getvalue()


def test_csv_begins_with_a_byte_order_mark(write: Write) -> None:
    """Excel takes a file for UTF-8 only where it begins with the mark."""
    assert write("csv")[:3] == b"\xef\xbb\xbf"


def test_csv_has_a_column_for_everything(write: Write) -> None:
    """The columns are those of the object, then section.question in the order of the form."""
    (row,) = read(write("csv", practice()))
    whole = submission_json(practice())
    answers = whole["answers"]
    assert isinstance(answers, dict)
    plain = [key for key in whole if key not in {"answers", "attachments", "review"}]
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
        "description.description": str(ANSWERS["description.description"])
        .replace("\n-", "\n'-")
        .replace("\n  ", "\n'  "),
        "peer_reviewed.peer_reviewed": "false",
        "key_themes.themes": "Prison and probation; Rehabilitation",
        "geographical_scope.scope": "Denmark; Україна",
        "start.starting_year": "2011",
        "start.ending_year": "",
        "ran_meetings.meetings.name": "RAN EXIT; RAN YF&C",
        "ran_meetings.meetings.date": "23-24 January 2019; –",
        "ran_meetings.meetings.subject": "",
        "contact.telephone": "+45 33 11 55 00",
    }
    assert expected == {name: row[name] for name in expected}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        *((formula, f"'{formula}") for formula in FORMULAS),
        ("-\n=1\nStreet 0012", "'-\n'=1\nStreet 0012"),
        ("Good.\n@SUM(A1)", "Good.\n'@SUM(A1)"),
        ("Good.\r\n=1\r+1", "Good.\r\n'=1\r'+1"),
        ("a;=1", "a;'=1"),
        ("a; ＝1", "a; '＝1"),
        ("a\t=1", "a\t'=1"),
        ("a,-1|@b", "a,'-1|'@b"),
        ("\t=1", "'\t'=1"),
        ("\n\n=1", "'\n\n'=1"),
        ("\ufeff\u200b\u00a0=1", "'\ufeff\u200b\u00a0=1"),
        ("a;\u2060\u3000=1", "a;'\u2060\u3000=1"),
        ('"=1', "\"'=1"),
        ('a;"=1"', 'a;"\'=1"'),
        ("%0A-3+3+cmd|' /C calc'!D2", "'%0A'-3+3+cmd|' /C calc'!D2"),
        ("They\n- listen;\n  - visit", "They\n'- listen;\n'  - visit"),
        ("a-b; 1+1=2, (=3) x @ y", "a-b; 1+1=2, (=3) x @ y"),
        ("'=1", "'=1"),
    ],
)
def test_csv_formula_is_harmless(write: Write, text: str, cell: str) -> None:
    """Where a cell, a line or what follows a separator could be worked out, an apostrophe stands before it."""
    written = write("csv", practice(changes={"deliverables.deliverables": f"x{text}", "contact.address": text}))
    (row,) = csv.DictReader(StringIO(written.decode("utf-8-sig"), newline=""))
    assert (cell, cell) == (harmless(text), row["contact.address"])


UNSEEN = re.compile(r'[\s"\x00-\x1f\u200b\u2060\ufeff\u00a0]*')

TROUBLE = st.text(st.sampled_from("=+-@＝;,|\t\r\n\"' a1\u00a0\u200b\ufeff"), max_size=12)


def live(written: bytes, delimiter: str) -> list[str]:
    """Take a file apart at a delimiter, and list the lines of cells that a spreadsheet would work out."""
    rows = csv.reader(StringIO(written.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    lines = (line for cells in rows for cell in cells for line in (cell, *cell.splitlines()))
    return [line for line in lines if line[UNSEEN.match(line).end() :].startswith(tuple("=+-@＝"))]  # type: ignore[union-attr] # it may be empty


@given(st.lists(TROUBLE, min_size=5, max_size=5))
def test_csv_taken_apart_anywhere(texts: list[str]) -> None:
    """Whatever is typed, no cell and no line is a formula where a spreadsheet splits at commas, semicolons or tabs."""
    paths = ("contact.address", "contact.person", "evidence.feedback", "ran_meetings.meetings.0.name", "name.name")
    written = as_csv(practice(changes=dict(zip(paths, texts, strict=True))))
    assert [["+45 33 11 55 00"] * 2, [], [], []] == [live(written, delimiter) for delimiter in ",;\t|"]


@pytest.mark.parametrize(
    "number",
    [
        "+45 33 11 55 00",
        "+1 201-555-0123",
        "+49 30 901820",
        "+32 2 555 55 55 ext. 12",
        "+3725551234",
        "+39 06 698 12345",
    ],
)
def test_csv_telephone_is_as_it_was_given(write: Write, number: str) -> None:
    """A telephone number has nothing before it, as no spreadsheet can work one out."""
    (row,) = read(write("csv", written_to_draft("contact.telephone", number)))
    assert number == row["contact.telephone"]


@pytest.mark.parametrize("text", ["+45*cmd|'/C calc'!A1", "=1", "+45\n=1", "+A1", "+1+1", "+45 33;=1", "@SUM(A1)"])
def test_csv_telephone_that_is_none(write: Write, text: str) -> None:
    """Where something else stands in the place of a telephone number, it is made harmless."""
    (row,) = csv.DictReader(StringIO(write("csv", written_to_draft("contact.telephone", text)).decode("utf-8-sig"), ""))
    assert (f"'{text}"[:4], harmless(text)) == (row["contact.telephone"][:4], row["contact.telephone"])


def written_to_draft(path: str, text: str) -> Draft:
    """Put a text into a draft as it stands, whatever its question would say of it."""
    draft = practice()
    return draft.model_copy(update={"answers": draft.answers | {path: Answer(value=text, source="typed", at=NOW)}})


@given(st.text())
def test_harmless_text_stays_so(text: str) -> None:
    """No text is taken for a formula afterwards, only apostrophes are added, and they are added once."""
    made = harmless(text)
    left = iter(text)
    assert (False, made) == (looks_like_formula(made), harmless(made))
    expected = next(left, None)
    for char in made:
        if char == expected:
            expected = next(left, None)
        else:
            assert "'" == char
    assert expected is None


MEETINGS = ("name", "date", "place", "subject")


def meeting_cells(*names: str | None) -> dict[str, JsonValue]:
    """Give the answers of a practice with meetings of those names, each with the same subject."""
    return {
        f"ran_meetings.meetings.{number}.{key}": value
        for number, name in enumerate(names)
        for key, value in {**dict.fromkeys(MEETINGS), "name": name, "subject": name}.items()
    }


def taken_apart(cell: str) -> list[str]:
    """Take a cell of several meetings apart: it is a line of CSV with semicolons."""
    return next(csv.reader([cell], delimiter=";", skipinitialspace=True))


def test_csv_meetings_can_be_taken_apart(write: Write) -> None:
    """Names with semicolons and quotes are told apart: such a one stands in quotes; lists of options do not."""
    names = [f"{name}; with semicolon" for name in ("RAN EXIT", 'RAN "YF&C"', "RAN RVT", "RAN EDU")]
    (row,) = read(write("csv", practice(changes=meeting_cells(*names))))
    cell, subjects = row["ran_meetings.meetings.name"], row["ran_meetings.meetings.subject"]
    assert cell.startswith('"RAN EXIT; with semicolon"; "RAN ""YF&C""; with semicolon"; ')
    assert [names, names] == [taken_apart(cell), taken_apart(subjects)]
    assert "Families; Prison / probation" == row["target_audience.audiences"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=2, max_size=5))
def test_any_meetings_can_be_taken_apart(names: list[str]) -> None:
    """Whatever meetings are called, each is found again in its place."""
    draft = practice()
    stored = {path: Answer(value=value, source="typed", at=NOW) for path, value in meeting_cells(*names).items()}
    others = {path: answer for path, answer in draft.answers.items() if ".meetings." not in path}
    cells = row_of(submission_json(draft.model_copy(update={"answers": others | stored})))
    cell = dict(zip([column.name for column in columns()], cells, strict=True))["ran_meetings.meetings.name"]
    assert names == (taken_apart(str(cell)) if cell is not None else names if not any(names) else [])


SIGNED = st.lists(st.text(st.sampled_from("=+-@;,|\t\r\n\"' a1"), min_size=1, max_size=8), min_size=2, max_size=5)


@given(SIGNED)
@example(["- Prison; probation", "=1; =2", '"@home"; online', "-a"])
def test_harmless_meetings_can_be_taken_apart(names: list[str]) -> None:
    """Apostrophes before formulas keep no meeting from being found in its place."""
    stored = {path: Answer(value=value, source="typed", at=NOW) for path, value in meeting_cells(*names).items()}
    others = {path: answer for path, answer in practice().answers.items() if ".meetings." not in path}
    written = as_csv(practice().model_copy(update={"answers": others | stored}))
    (row,) = csv.DictReader(StringIO(written.decode("utf-8-sig"), newline=""))
    found = taken_apart(row["ran_meetings.meetings.name"])
    assert [name.replace("'", "") for name in names] == [name.replace("'", "") for name in found]


def test_csv_file_names_can_be_taken_apart(write: Write) -> None:
    """Names of files, too, are told apart."""
    files = tuple(leaflet("a" * 64, name) for name in ("a; b.pdf", "c.pdf"))
    (row,) = read(write("csv", practice(attachments=files)))
    assert ["a; b.pdf", "c.pdf"] == taken_apart(row["attachments"])


def test_csv_twice(write: Write) -> None:
    """The same submissions give the same bytes."""
    assert write("csv", practice(), practice(2)) == write("csv", practice(), practice(2))


def test_columns_have_names_of_their_own() -> None:
    """No two columns have one name."""
    names = [column.name for column in columns()]
    assert len(set(names)) == len(names)
