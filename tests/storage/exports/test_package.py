"""The package: everything in one zip, and a manifest that can be checked."""

import json
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import jsonschema
import openpyxl
import pytest
from support.practices import leaflet, practice

from storage import Blobs

Write = Callable[..., bytes]
CONTENT = b"%PDF-1.7"


@pytest.fixture
def stored(blobs: Blobs) -> str:
    """Store a content; give its sum."""
    arriving = blobs.begin()
    arriving.write(CONTENT)
    return arriving.keep()


def unpacked(written: bytes) -> dict[str, bytes]:
    """Give the contents of a zip by name."""
    with ZipFile(BytesIO(written)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def manifest(files: dict[str, bytes]) -> Any:  # noqa: ANN401 - JSON of any shape
    """Read the manifest."""
    return json.loads(files["manifest.json"])


def test_package_holds_everything(write: Write, stored: str) -> None:
    """Lists, schema, a form each, the attachments in a folder each, and the manifest."""
    files = unpacked(write("package", practice(attachments=(leaflet(stored),)), practice(2)))
    assert [
        "attachments/RAN-2026-0001/leaflet.pdf",
        "forms/RAN-2026-0001 Open Door.docx",
        "forms/RAN-2026-0002 Open Door.docx",
        "manifest.json",
        "schema.json",
        "submissions.json",
        "submissions.xlsx",
    ] == sorted(files)
    assert files["attachments/RAN-2026-0001/leaflet.pdf"] == CONTENT
    submissions = json.loads(files["submissions.json"])
    jsonschema.validate(submissions, json.loads(files["schema.json"]))
    assert ["RAN-2026-0001", "RAN-2026-0002"] == [each["reference"] for each in submissions]
    assert openpyxl.load_workbook(BytesIO(files["submissions.xlsx"])).sheetnames[0] == "Submissions"
    assert docx.Document(BytesIO(files["forms/RAN-2026-0002 Open Door.docx"])).paragraphs[0].text == "Open Door"


def test_manifest_counts_and_sums(write: Write, stored: str) -> None:
    """Each file is listed with its size and SHA-256; submissions are counted by status."""
    drafts = (practice(attachments=(leaflet(stored),)), practice(2, status="declined"))
    files = unpacked(write("package", *drafts))
    found = manifest(files)
    listed = {each["name"]: (each["size"], each["sha256"]) for each in found["files"]}
    del files["manifest.json"]
    assert {name: (len(content), sha256(content).hexdigest()) for name, content in files.items()} == listed
    assert {"submissions": 2, "attachments": 1, "by_status": {"approved": 1, "declined": 1}} == found["counts"]
    about = next(each for each in found["files"] if each["name"].startswith("attachments/"))
    assert ("RAN-2026-0001", "deliverables.deliverables", "leaflet.pdf") == (
        about["reference"],
        about["question"],
        about["given_name"],
    )


TRICKS = {
    "../../evil-a.sh": "_.._evil-a.sh",
    "/etc/evil-b": "_etc_evil-b",
    "..\\..\\evil-e.exe": "_.._evil-e.exe",
    "C:\\evil.exe": "C__evil.exe",
    "\\\\server\\share\\a.txt": "__server_share_a.txt",
    "con": "con_",
    "LPT1.txt": "LPT1_.txt",
    "a.pdf": "a.pdf",
    "A.pdf": "A (2).pdf",
    "photo\u202egpj.exe": "photogpj.exe",
    "tab\tline\nnul\0.txt": "tablinenul.txt",
    "dots...": "dots",
    "": "file",
    " . ": "file (2)",
    "/": "_",
    "x" * 400 + ".pdf": "x" * 120 + ".pdf",
}


def test_attachment_names_play_no_tricks(write: Write, stored: str) -> None:
    """No name leaves its folder, is reserved on a system, or hides another one; each list has the names of the zip."""
    draft = practice(attachments=tuple(leaflet(stored, name) for name in TRICKS))
    files = unpacked(write("package", draft))
    expected = list(TRICKS.values())
    folder = "attachments/RAN-2026-0001/"
    assert expected == [name.removeprefix(folder) for name in files if name.startswith(folder)]
    assert expected == [file["name"] for file in json.loads(files["submissions.json"])[0]["attachments"]]
    rows = openpyxl.load_workbook(BytesIO(files["submissions.xlsx"]))["Attachments"].iter_rows(min_row=2)
    assert expected == [row[4].value for row in rows]
    form = docx.Document(BytesIO(files["forms/RAN-2026-0001 Open Door.docx"]))
    listed = [each.text for each in form.paragraphs if each.text.startswith("Attached: ")]
    assert [f"Attached: {number}. {name}, 0.1 MB" for number, name in enumerate(expected, 1)] == listed
    assert {*TRICKS} == {file["given_name"] for file in manifest(files)["files"] if file["name"].startswith(folder)}


def test_attachment_that_is_not_there(write: Write) -> None:
    """A content that is missing stops nothing: the manifest tells of it."""
    found = manifest(unpacked(write("package", practice(attachments=(leaflet("a" * 64),)))))
    assert (["leaflet.pdf"], 0) == ([each["given_name"] for each in found["missing"]], found["counts"]["attachments"])


def test_drafts_without_reference(write: Write, stored: str) -> None:
    """Several drafts of one name each have a form and a folder of their own."""
    draft = practice(status="draft", reference=None, submitted_at=None, attachments=(leaflet(stored),))
    files = unpacked(write("package", draft, draft))
    assert [
        "attachments/Draft Open Door (2)/leaflet.pdf",
        "attachments/Draft Open Door/leaflet.pdf",
        "forms/Draft Open Door (2).docx",
        "forms/Draft Open Door.docx",
    ] == sorted(name for name in files if "/" in name)


def test_package_twice(write: Write, stored: str) -> None:
    """The same submissions give the same bytes; no entry tells a time."""
    draft = practice(attachments=(leaflet(stored),))
    written = write("package", draft)
    assert write("package", draft) == written
    with ZipFile(BytesIO(written)) as packed:
        assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in packed.infolist()}


def test_package_of_nothing(write: Write) -> None:
    """Where there is nothing, the package says so."""
    files = unpacked(write("package"))
    assert ([], 0) == (json.loads(files["submissions.json"]), manifest(files)["counts"]["submissions"])
