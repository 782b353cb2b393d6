"""Practices in a spreadsheet: that of ``form`` or of an export, with titles or keys in the first row.

python-calamine reads it: its library has the cells in Rust, resolves no entities, opens no other file and runs nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import JsonValue
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from conversations.form.asked import asked_at
from conversations.form.completion import FIRST, every
from conversations.form.questions import Repeated, repeat_of
from conversations.form.template import in_use
from conversations.imports import Given
from conversations.languages import CATALOGUES, ENGLISH, english, in_language, speaking
from storage.exports import form_texts
from storage.imports import texts
from storage.imports.texts import CannotRead

MOST_CELLS = 1_000_000

Row = Sequence[Any]

_DETAILS = {
    "begun": "created_at",
    "changed": "updated_at",
    "submitted": "submitted_at",
    "decided": "decided_at",
    "identifier": "id",
    "version of the form": "template_version",
}
"""The headings of what is no question, in the spreadsheet of an export; others are the keys themselves."""

_KEYS = ("reference", "status", "template_version", "language", "revision", "id")

_TIMES = ("created_at", "updated_at", "submitted_at", "decided_at")

_NOT_KEPT = ("attachments",)
"""Columns that say nothing of their own: names are no files."""

NUMBER = "number"


def practices_in_spreadsheet(path: Path) -> Iterator[Given]:
    """Yield the practices of a workbook: the rows of its first sheet, with the meetings of a sheet behind it."""
    try:
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:  # a path would count by its ending
            names = [one.name for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
            if not names:
                raise CannotRead(texts.NO_HEADINGS)
            first = _rows(book.get_sheet_by_name(names[0]))
            further = {name: _rows(book.get_sheet_by_name(name)) for name in names[1:] if name in _repeats()}
    except CalamineError:
        raise CannotRead(texts.DAMAGED_SHEET) from None
    if not first:
        raise CannotRead(texts.NO_HEADINGS)
    language = _language_of(first[0])
    columns = _columns(first[0], language)
    repetitions = [_Further(_repeats()[name], rows, language) for name, rows in further.items() if rows]
    for line, row in enumerate(first[1:], 2):
        if any(_cell(cell) is not None for cell in row):
            given = _practice(names[0], line, row, columns, repetitions)
            answers = {path: _in_english(path, value, language) for path, value in given.answers.items()}
            yield given.model_copy(update={"answers": answers})
    for each in repetitions:
        each.check()


def _repeats() -> Mapping[str, Repeated]:
    """Return the groups that repeat, by the names of their sheets."""
    groups = (repeat_of(section) for section in in_use().sections)
    return {group.key.capitalize(): group for group in groups if group is not None}


def _rows(sheet: CalamineSheet) -> Sequence[Row]:
    row, column = sheet.end or (0, 0)
    if (row + 1) * (column + 1) > MOST_CELLS:
        raise CannotRead(texts.too_many_cells(row + 1, column + 1, MOST_CELLS))
    return sheet.to_python(skip_empty_area=False)


def _columns(headings: Row, language: str) -> dict[int, str]:
    """Find what each column holds; raises ``CannotRead``."""
    found = _headings(headings, language)
    if FIRST not in found.values():
        raise CannotRead(texts.NO_HEADINGS)
    counts = Counter(found.values())
    twice = next((str(headings[number]) for number, name in found.items() if counts[name] > 1), None)
    if twice is not None:
        raise CannotRead(texts.twice(twice))
    return found


def _headings(row: Row, language: str) -> dict[int, str]:
    """Read headings: each is the path of a question, the key of a detail, or as it stands if it is unknown."""
    known = _known_headings(ENGLISH) | _known_headings(language)
    return {number: known.get(text.casefold(), text) for number, text in _texts_of(row).items()}


def _texts_of(row: Row) -> dict[int, str]:
    read = {number: " ".join(str(heading).split()) for number, heading in enumerate(row)}
    return {number: text for number, text in read.items() if text}


def _language_of(headings: Row) -> str:
    """Return the language of a form with these headings; the other catalogues are read only if it is not English."""
    texts_there = {text.casefold() for text in _texts_of(headings).values()}
    for language in (ENGLISH, *CATALOGUES):
        if FIRST in {path for heading, path in _known_headings(language).items() if heading in texts_there}:
            return language
    return ENGLISH


@cache
def _known_headings(language: str) -> dict[str, str]:
    """Return what a heading means, in lower case: the title or the key of a question, or a detail."""
    with speaking(language):
        return _known_now()


def _known_now() -> dict[str, str]:
    known = {key: key for key in (*_KEYS, *_TIMES, *_NOT_KEPT, NUMBER)}
    for heading, key in _DETAILS.items():
        known |= {heading: key, f"{heading} (utc)": key}
    for section in in_use().sections:
        for asked in every(section):
            key = asked.path.replace(".0.", ".") if asked.item is not None else asked.path
            known |= {in_language(asked.question.title).casefold(): asked.path, key: asked.path}
    return known | {str(form_texts.NUMBER).casefold(): NUMBER}


def _in_english(path: str, value: JsonValue, language: str) -> JsonValue:
    """Return the choices of an answer by their English labels, as they are stored."""
    asked = asked_at(path)
    if language == ENGLISH or asked is None or not asked.kind.choices or not isinstance(value, str):
        return value
    with speaking(language):
        labels = {asked.kind.label(label).casefold(): english(label) for label in asked.kind.choices}
    return "; ".join(labels.get(one.strip().casefold(), one.strip()) for one in value.split(";"))


def _practice(sheet: str, line: int, row: Row, columns: Mapping[int, str], further: "Sequence[_Further]") -> Given:
    details: dict[str, JsonValue] = {}
    answers: dict[str, JsonValue] = {}
    places: dict[str, str] = {}
    for number, name in columns.items():
        value = _value(row, number)
        if value is None or name in _NOT_KEPT:
            continue
        if name in _KEYS or name in _TIMES:
            details[name] = value
        else:
            answers[name] = value
            places[name] = f"{sheet} {_letters(number)}{line}"
    for each in further:
        each.put_into(answers, places, (answers.get(FIRST), details.get("reference")))
    return Given(where=f"row {line}", answers=answers, places=places, details=details)


class _Further:
    """The rows of a sheet of repetitions, such as the meetings, by the name and the reference of their practice.

    Two drafts may have one name: their rows are in the order of the practices, and begin when the number falls.
    """

    def __init__(self, group: Repeated, rows: Sequence[Row], language: str) -> None:
        self._group = group
        self._sheet = group.key.capitalize()
        self._columns = {name: number for number, name in _headings(rows[0], language).items()}
        self._runs: dict[tuple[Any, Any], list[list[tuple[int, Row]]]] = defaultdict(list)
        for line, row in enumerate(rows[1:], 2):
            if any(_cell(cell) is not None for cell in row):
                runs = self._runs[self._cell(row, FIRST), self._cell(row, "reference")]
                if not runs or 0 < self._number(row, 0) <= self._number(runs[-1][-1][1], 0):
                    runs.append([])
                runs[-1].append((line, row))

    def _cell(self, row: Row, name: str) -> JsonValue:
        number = self._columns.get(name)
        return None if number is None else _value(row, number)

    def _number(self, row: Row, default: int) -> int:
        number = self._cell(row, NUMBER)
        return number if isinstance(number, int) else default

    def put_into(self, answers: dict[str, JsonValue], places: dict[str, str], whose: tuple[Any, Any]) -> None:
        """Add the repetitions of a practice; one with the number 1 replaces that of the first sheet."""
        runs = self._runs.get(whose)
        item = 0 if self._group.path(0, self._group.first) not in answers else 1
        for line, row in runs.pop(0) if runs else ():
            item = self._number(row, item + 1) - 1
            for key in self._group.items.model_fields:
                path, inner = self._group.path(item, key), self._group.path(0, key)
                value = self._cell(row, inner)
                answers.pop(path, None)
                if value is not None:
                    answers[path] = value
                    places[path] = f"{self._sheet} {_letters(self._columns[inner])}{line}"
            item += 1

    def check(self) -> None:
        """Refuse rows of a practice that the first sheet does not have; raises ``CannotRead``."""
        left = next((line for runs in self._runs.values() for run in runs for line, _ in run), None)
        if left is not None:
            raise CannotRead(texts.of_no_practice(self._sheet, left))


def _value(row: Row, number: int) -> JsonValue:
    return _cell(row[number]) if number < len(row) else None


def _cell(value: Any) -> JsonValue:  # noqa: ANN401 - a cell of any type
    """Give a cell as what a person would type; a day as 2026-11-23, a time in UTC."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else f"{value.isoformat(timespec='seconds')}Z"
    if isinstance(value, date | time | timedelta):
        return str(value)
    if isinstance(value, bool | int):
        return value
    return int(value) if isinstance(value, float) and value.is_integer() else str(value)


def _letters(number: int) -> str:
    """Name a column as spreadsheets do, such as AB."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
