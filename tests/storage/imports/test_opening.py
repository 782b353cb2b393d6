"""Files that may be hostile: each gets one sentence, in a process of its own; nothing is stored."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from support.practices import practice
from xlsxwriter import Workbook  # type: ignore[import-untyped] # it does not say that it has types

from conversations import submission_json
from storage.imports import export_files, opening, texts
from storage.imports.opening import FILE_KINDS, Contents, FileKind, Order, read_files

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)

JSON = json.dumps([submission_json(practice())]).encode()


def contents(path: Path) -> Contents:
    """Read a file as the child does."""
    return opening._contents(path, Order(paths=(path,), status="draft", now=NOW))


def zipped(**parts: bytes) -> bytes:
    """Return a zip file with such parts; in a name, two underscores are a slash."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def workbook(*cells: tuple[int, int, str]) -> bytes:
    """Return a workbook with such cells."""
    file = BytesIO()
    with Workbook(file) as book:
        sheet = book.add_worksheet()
        for row, column, text in cells:
            sheet.write_string(row, column, text)
    return file.getvalue()


def remade(book: bytes, part: str, content: bytes) -> bytes:
    """Replace a part of a workbook."""
    with ZipFile(BytesIO(book)) as old:
        parts = {name: old.read(name) for name in old.namelist()} | {part: content}
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return file.getvalue()


BOOK = workbook((0, 0, "Name of the practice"), (1, 0, "Open Door"))

ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    b'<c r="A1" t="inlineStr"><is><t>Name of the practice</t></is></c></row><row r="2">'
    b'<c r="A2" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
)

SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", texts.NOT_READ, id="empty"),
        pytest.param(b"root:x:0:0", texts.NOT_READ, id="text"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(500), texts.OLD_OFFICE, id="old or encrypted Office"),
        pytest.param(b"%PDF-1.7", "It is a damaged PDF", id="damaged PDF"),
        pytest.param(b"PK\x03\x04 and so on", "It is damaged.", id="no zip"),
        pytest.param(BOOK[: len(BOOK) // 2], "It is damaged.", id="half a workbook"),
        pytest.param(zipped(a=b"a"), texts.NOT_READ, id="some zip"),
        pytest.param(remade(BOOK, "xl/vbaProject.bin", b"Sub"), texts.MACROS, id="macros"),
        pytest.param(remade(BOOK, SHEET, b"<worksheet><sheetData><row"), texts.DAMAGED_SHEET, id="broken XML"),
        pytest.param(remade(BOOK, "xl/workbook.xml", b"<workbook/>"), texts.NO_HEADINGS, id="no sheet"),
        pytest.param(workbook(), texts.NO_HEADINGS, id="empty sheet"),
        pytest.param(workbook((0, 0, "Name"), (1, 0, "Open Door")), texts.NO_HEADINGS, id="other headings"),
        pytest.param(
            workbook((0, 0, "Email"), (0, 1, "name.name"), (0, 2, "e-mail"), (0, 3, "EMAIL")), "'Email'", id="twice"
        ),
        pytest.param(workbook((0, 0, "Name of the practice")), texts.NO_PRACTICE, id="headings alone"),
        pytest.param(workbook((0, 0, "Name of the practice"), (99_999, 10, "x")), "100,000 rows", id="a million cells"),
        pytest.param(b"[1, 2", texts.NOT_JSON, id="half of JSON"),
        pytest.param(b'["\xff"]', texts.NOT_JSON, id="no UTF-8"),
        pytest.param(b"[" * 100_000, texts.TOO_MUCH, id="deep JSON"),
        pytest.param(b"[" + b"9" * 10_000 + b"]", texts.NOT_JSON, id="a number of 10,000 digits"),
        pytest.param(b"[]", texts.NO_PRACTICE, id="empty list"),
        pytest.param(zipped(**{"submissions.json": b'"a"'}), texts.NOT_A_LIST, id="package of a text"),
        pytest.param(zipped(**{"submissions.json": b"["}), texts.NOT_JSON, id="package of no JSON"),
    ],
)
def test_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    """A file that cannot be read gets a sentence that says what to do."""
    path = tmp_path / "file"
    path.write_bytes(content)
    found = contents(path)
    assert () == found.practices
    assert sentence in found.problem


def test_encrypted_part(tmp_path: Path) -> None:
    """A part that is encrypted is damaged for us: the flag is set in both headers."""
    whole = bytearray(zipped(**{"submissions.json": JSON}))
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "file").write_bytes(whole)
    assert "It is damaged." == contents(tmp_path / "file").problem


def test_gone(tmp_path: Path) -> None:
    """A file that has gone is named as such."""
    assert "It cannot be read: No such file or directory." == contents(tmp_path / "file").problem


def test_too_large(tmp_path: Path) -> None:
    """A file over the limit is not read."""
    with (tmp_path / "file").open("wb") as file:
        file.write(b"[")
        file.truncate(FILE_KINDS["json"].largest + 1)
    assert "It has 101 MiB, and 100 MiB is the limit: divide it." == contents(tmp_path / "file").problem


def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip file that says that it unpacks to more than the limit is not unpacked; nor is more of a part."""
    monkeypatch.setitem(cast("dict[str, FileKind]", FILE_KINDS), "xlsx", replace(FILE_KINDS["xlsx"], unpacked=1 << 20))
    monkeypatch.setattr(export_files, "_LARGEST", 1 << 20)
    for bomb in remade(BOOK, "xl/media/a.bmp", bytes(2 << 20)), zipped(**{"submissions.json": bytes(2 << 20)}):
        (tmp_path / "file").write_bytes(bomb)
        assert "1 MiB is the limit: divide it." in contents(tmp_path / "file").problem


def test_too_many_practices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with too many practices is to be divided."""
    monkeypatch.setattr(opening, "MOST_PRACTICES", 1)
    (tmp_path / "file").write_bytes(b"[{}, {}]")
    assert "It has more than 1 practices: divide it." == contents(tmp_path / "file").problem


def test_failure_quotes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an error of the program only the class is told."""

    def broken(*_: object) -> None:
        raise LookupError("an answer")

    monkeypatch.setattr(opening, "drafted", broken)
    (tmp_path / "file").write_bytes(JSON)
    assert "It cannot be read (LookupError)." == contents(tmp_path / "file").problem


def test_entities(tmp_path: Path) -> None:
    """Entities are not resolved: no other file is read, and nothing grows."""
    (tmp_path / "file").write_bytes(remade(BOOK, SHEET, ENTITIES))
    found = contents(tmp_path / "file")
    assert "root" not in found.model_dump_json()
    assert found.problem or found.practices[0].problems or found.practices[0].draft


@pytest.mark.parametrize("name", ["a.ods", "a.xls", "a.json", "a"])
def test_name_does_not_matter(tmp_path: Path, name: str) -> None:
    """The content of a file says what it is."""
    (tmp_path / name).write_bytes(BOOK)
    assert ["Open Door"] == [read.name for read in contents(tmp_path / name).practices]


def test_formula_is_its_result(tmp_path: Path) -> None:
    """Of a formula the stored result counts; nothing is computed and no other file is opened."""
    file = BytesIO()
    with Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "Name of the practice")
        sheet.write_formula(1, 0, "='[other.xlsx]Sheet1'!A1", None, "Open Door")
    (tmp_path / "file").write_bytes(file.getvalue())
    assert ["Open Door"] == [read.name for read in contents(tmp_path / "file").practices]


@pytest.mark.slow
def test_one_file_harms_no_other(tmp_path: Path) -> None:
    """A file that takes too much memory stops the child; the others are read all the same."""
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.write_bytes(JSON)
    bad.write_bytes(remade(BOOK, SHEET, FAR))
    found = read_files([good, bad, good], "draft", NOW)
    assert ["", texts.TOO_MUCH, ""] == [each.problem for each in found]


FAR = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    b'<c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)
"""A cell at the last place of a sheet: all cells before it would take 400 GB."""
