"""Naughty strings in exports: every file opens, has the typed text, and runs nothing."""

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from fuzz.form import WRITTEN, naughty, stored
from fuzz.naughty import NAUGHTY, kept
from openpyxl.utils.escape import unescape
from support.practices import NOW, leaflet

from conversations.dialogue.conversation import Draft
from conversations.dialogue.inputs import Attached
from conversations.dialogue.model import Format
from conversations.filling.attachments import file_name
from storage import Blobs
from storage.exports import FORMATS
from storage.exports.columns import harmless, is_telephone, sheet_columns
from storage.exports.export import Entry, Wanted, renderer_of

pytestmark = pytest.mark.slow

CONTENT = b"%PDF-1.7"

FORMULAS = tuple("=+-@＝＋－＠")

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def drafts(sha256: str) -> list[Draft]:
    """Make an approved practice for each string, with the string in every answer and as the name of a file."""
    made = []
    for number, text in enumerate(map(kept, NAUGHTY.values()), 1):
        name = file_name(Attached(what="document", caption="", message=1, name=text))
        fields = {"status": "approved", "reference": f"RAN-2026-{number:04d}", "submitted_at": NOW}
        draft = naughty(text, number=number, attachments=(leaflet(sha256, name),), **fields)
        made.append(draft)
    return made


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[Format, bytes]:
    """Export all of them in each format."""
    blobs = Blobs(tmp_path_factory.mktemp("data"))
    arriving = blobs.begin()
    arriving.write(CONTENT)
    found = drafts(arriving.keep())
    return {form: _written(form, blobs, found[::5] if form in {"docx", "pdf"} else found) for form in FORMATS}


def _written(form: Format, blobs: Blobs, found: list[Draft]) -> bytes:
    file = BytesIO()
    with closing(renderer_of(form)(file, blobs, Wanted(format=form))) as renderer:
        renderer.expect(len(found))
        for draft in found:
            renderer.add(Entry(draft))
        renderer.finish()
    return file.getvalue()


def expected() -> Iterator[tuple[str, str, str]]:
    """Yield each string, each question, and the stored value."""
    for name, text in NAUGHTY.items():
        for path in WRITTEN:
            yield name, path, stored(path, kept(text))


def answer(submission: dict[str, Any], path: str) -> str:
    """Return the answer in a submission."""
    section, key, *inner = path.split(".")
    found = submission["answers"][section][key]
    return str(found[int(inner[0])][inner[1]] if inner else found)


def column(path: str) -> str:
    """Return the column of a question."""
    return path.replace(".0.", ".")


def test_json_says_what_was_typed(written: dict[Format, bytes]) -> None:
    """Each answer has every character."""
    found = dict(zip(NAUGHTY, json.loads(written["json"]), strict=True))
    others = [(name, path) for name, path, text in expected() if answer(found[name], path) != text]
    assert [] == others


def test_csv_says_what_was_typed(written: dict[Format, bytes]) -> None:
    """Each cell has every character of the answer; an apostrophe stands before anything that could be a formula."""
    reader = csv.DictReader(StringIO(written["csv"].decode("utf-8-sig"), newline=""))
    found = dict(zip(NAUGHTY, reader, strict=True))
    others = [
        (name, path)
        for name, path, text in expected()
        if ".0." not in path and found[name][path] not in {text, harmless(text)}
    ]
    assert [] == others
    lines = [line for row in found.values() for cell in row.values() for line in (cell, *cell.splitlines())]
    assert not [line for line in lines if line.startswith(FORMULAS) and not is_telephone(line)]


def test_xlsx_says_what_was_typed(written: dict[Format, bytes]) -> None:
    """Each cell has the answer, as text and never as a formula or a link."""
    sheet = openpyxl.load_workbook(BytesIO(written["xlsx"]))["Submissions"]
    rows = list(sheet.iter_rows())
    names = [column.name for column in sheet_columns()]
    found = {name: dict(zip(names, row, strict=True)) for name, row in zip(NAUGHTY, rows[1:], strict=True)}
    others = [
        (name, path)
        for name, path, text in expected()
        if ".0." not in path and unescape(str(found[name][path].value or "")) != text
    ]
    assert [] == others
    linked = {f"contact.{key}" for key in ("email", "website")}
    cells = [(name, cell) for row in rows for name, cell in zip(names, row, strict=True)]
    assert [] == [
        cell.coordinate for name, cell in cells if cell.data_type == "f" or (cell.hyperlink and name not in linked)
    ]


def test_word_forms_say_what_was_typed(written: dict[Format, bytes]) -> None:
    """Each form opens and has the words of each answer, except characters that XML cannot store."""
    with ZipFile(BytesIO(written["package"])) as packed:
        forms = sorted(name for name in packed.namelist() if name.startswith("forms/"))
        texts = dict(zip(NAUGHTY, [_words(packed.read(form)) for form in forms], strict=True))
    others = [(name, path) for name, path, text in expected() if _squeezed(text) not in texts[name]]
    assert [] == others


def _words(document: bytes) -> str:
    return _squeezed("".join(paragraph.text for paragraph in docx.Document(BytesIO(document)).paragraphs))


def _squeezed(text: str) -> str:
    return "".join(NOT_IN_XML.sub("", text).split())


def test_word_document_of_all_opens(written: dict[Format, bytes]) -> None:
    """One document holds many forms."""
    paragraphs = docx.Document(BytesIO(written["docx"])).paragraphs
    titles = [each.text for each in paragraphs if each.style and each.style.name == "Heading 1"]
    assert len([*NAUGHTY][::5]) == len(titles)


def test_pdf_of_all_is_made(written: dict[Format, bytes]) -> None:
    """One document holds many practices."""
    assert written["pdf"].startswith(b"%PDF-")


def test_package_names_stay_in_their_folders(written: dict[Format, bytes]) -> None:
    """The zip is complete; no name in it leads elsewhere, has a hidden character, or occurs twice."""
    with ZipFile(BytesIO(written["package"])) as packed:
        assert packed.testzip() is None
        names = packed.namelist()
    paths = [PurePosixPath(name) for name in names]
    assert len(names) == len({name.casefold() for name in names})
    assert {1, 2, 3} == {len(path.parts) for path in paths}
    assert not [path for path in paths if path.is_absolute() or {"..", "."} & {*path.parts} or "\\" in str(path)]
    assert not [name for name in names if any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in name)]
    assert len(NAUGHTY) == sum(path.parts[0] == "attachments" for path in paths)
