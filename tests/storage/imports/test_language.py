"""Forms that were made in another language are read in it, whatever the language of the talk is."""

from io import BytesIO
from pathlib import Path

import pytest
from pydantic import JsonValue
from python_calamine import CalamineWorkbook
from support.other_language import CODE, spoken
from support.practices import NOW, practice
from xlsxwriter import Workbook  # type: ignore[import-untyped] # it does not say that it has types

from conversations.dialogue.paper import Paper
from conversations.form.asked import question_at
from conversations.languages import ENGLISH, speaking
from conversations.papers.reading import read
from conversations.papers.titles import language_of
from storage.exports.form_sheet import example, write_form_sheet
from storage.exports.word import word_form
from storage.imports.spreadsheet import practices_in_spreadsheet
from storage.papers.opening import paragraphs_in


@pytest.fixture(autouse=True)
def _spoken_by_the_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("conversations.papers.titles", "storage.imports.spreadsheet"):
        monkeypatch.setattr(f"{module}.CATALOGUES", (ENGLISH, CODE))


@pytest.mark.parametrize("language", [ENGLISH, CODE])
def test_word_form_is_read(language: str) -> None:
    """Its titles, boxes and "Not provided" are known; the answers are those that it was made with."""
    with spoken():
        made = word_form(practice())
    with speaking(language):
        paper = read(paragraphs_in(BytesIO(made)), NOW.date())
    assert paper is not None
    same = read(paragraphs_in(BytesIO(word_form(practice()))), NOW.date())
    assert (_read(same), ()) == (_read(paper), paper.left)


def _read(paper: Paper | None) -> dict[str, tuple[JsonValue, bool]]:
    """Return the values, and whether they are sure; Babel writes the dates, and does not know the pseudo-language."""
    answers = paper.answers if paper else ()
    return {one.question: (one.value, one.sure) for one in answers if not one.question.endswith(".date")}


def test_language_of_a_text_that_is_no_form() -> None:
    """Then it is read in the language of the talk."""
    with spoken():
        assert CODE == language_of(["Minutes of a meeting", "Those who came"])


def test_spreadsheet_is_read(tmp_path: Path) -> None:
    """Its headings are known, and choices are stored by their English labels; dates are Babel's."""
    path = tmp_path / "form.xlsx"
    with spoken(), path.open("wb") as file:
        write_form_sheet(file)
    with CalamineWorkbook.from_path(path) as book:
        headings, shown = book.get_sheet_by_index(2).to_python()
    with Workbook(tmp_path / "filled.xlsx") as filled:
        sheet = filled.add_worksheet("1")
        sheet.write_row(0, 0, headings)
        sheet.write_row(1, 0, shown)
    (given,) = practices_in_spreadsheet(tmp_path / "filled.xlsx")
    expected = example()
    chosen = [path for path in expected if question_at(path).kind.several or path == "organisation.type"]
    assert {*expected} == {*given.answers}
    assert {path: expected[path] for path in chosen} == {path: given.answers[path] for path in chosen}
