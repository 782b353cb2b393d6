"""The empty form as a spreadsheet: a row for each practice, with lists to choose from and limits that Excel checks."""

from collections.abc import Iterator, Mapping
from typing import IO, Any

from pydantic import JsonValue
from xlsxwriter import Workbook  # type: ignore[import-untyped] # it does not say that it has types
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped] # likewise

from conversations.fields import Email, Kind, LongText, Several, Text, Year, YesNo
from conversations.form import completion
from conversations.form.asked import Asked
from conversations.form.questions import repeat_of
from conversations.form.template import in_use
from conversations.form.texts import shortened
from conversations.languages import in_language
from conversations.papers.texts import NOT_ALWAYS, OPTIONAL
from storage.exports import form_texts as texts

ROWS = 1000
"""Rows with lists and limits."""

_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255
"""Characters that Excel shows at a cell (XlsxWriter, "data_validation()")."""

_LONGEST_DATE = 100

_WIDE, _NARROW = 42, 22

_LISTS = "Lists"


def questions() -> tuple[Asked, ...]:
    """Return the questions of the first sheet in order: all of them, and those of the first meeting."""
    return tuple(asked for section in in_use().sections for asked in completion.every(section))


def write_form_sheet(file: IO[bytes]) -> None:
    """Write the empty spreadsheet."""
    with Workbook(file, {"in_memory": True}) as book:
        looks = {
            "heading": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1"}),
            "text": book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
            "number": book.add_format({"valign": "top", "align": "left"}),
        }
        asked = questions()
        first = _sheet(book, texts.FORM_SHEET, [*map(_title, asked)], looks)
        first.repeat_rows(0)
        lists = _Lists(book)
        for number, one in enumerate(asked):
            look = looks["number" if isinstance(one.kind, Year) else "text"]
            first.set_column(number, number, _NARROW if one.kind.choices or isinstance(one.kind, Year) else _WIDE, look)
            cell = f"{xl_col_to_name(number)}2"
            first.data_validation(1, number, ROWS, number, {**_allowed(one, cell, lists), **_told(one)})
        _write_meetings(book, looks)
        _write_example(book, asked, looks)
        _write_explanations(book, asked, looks)
        lists.write()


def _sheet(book: Any, name: str, headings: list[str], looks: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the library has no types
    """Begin a sheet with one row of headings, which stays in view."""
    sheet = book.add_worksheet(str(name))
    for number, heading in enumerate(map(str, headings)):
        sheet.write_string(0, number, heading, looks["heading"])
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    return sheet


class _Lists:
    """The sheet of lists: Excel takes a list of more than 255 characters only from cells."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - likewise
        self._book = book
        self._lists: dict[tuple[str, ...], str] = {}

    def source(self, kind: Kind[Any]) -> str:
        """Return the range of the list of a kind's choices."""
        column, labels = xl_col_to_name(len(self._lists)), _labels(kind)
        return self._lists.setdefault(labels, f"={_LISTS}!${column}$1:${column}${len(labels)}")

    def write(self) -> None:
        """Write the lists, each in a column."""
        sheet = self._book.add_worksheet(_LISTS)
        for number, choices in enumerate(self._lists):
            sheet.set_column(number, number, _WIDE)
            for line, choice in enumerate(choices):
                sheet.write_string(line, number, choice)


def _allowed(asked: Asked, cell: str, lists: _Lists) -> dict[str, Any]:
    """Return what Excel lets into a cell."""
    kind = asked.kind
    if isinstance(kind, YesNo):
        return {"validate": "list", "source": [*_labels(kind)]}
    if kind.choices:  # a cell has one choice of Excel's list; several are typed, so Excel must not refuse them
        return {"validate": "list", "source": lists.source(kind), "show_error": not kind.several}
    if isinstance(kind, Year):
        return {"validate": "integer", "criteria": "between", "minimum": kind.first, "maximum": "=YEAR(TODAY())"}
    if isinstance(kind, LongText):
        words = f'LEN(TRIM({cell}))-LEN(SUBSTITUTE(SUBSTITUTE(TRIM({cell})," ",""),CHAR(10),""))+1'
        most = f"={words}<={kind.max_words}" if kind.max_words else None
        return {"validate": "custom", "value": most, "error_type": "warning"} if most else {"validate": "any"}
    if isinstance(kind, Email):
        return {"validate": "custom", "value": f'=ISNUMBER(FIND("@",{cell}))'}
    most_characters = kind.max_length if isinstance(kind, Text) else _LONGEST_DATE * 10
    return {"validate": "length", "criteria": "<=", "value": most_characters, "error_type": "warning"}


def _told(asked: Asked) -> dict[str, str]:
    """Return what Excel says at a cell, and when it refuses one."""
    question = asked.question
    several = texts.SEVERAL_IN_A_CELL if asked.kind.several else ""
    optional = "" if question.required else OPTIONAL
    words = filter(None, (question.prompt, question.paper_hint, several, optional))
    told = shortened(" ".join(map(in_language, words)), _LONGEST_MESSAGE)
    title = shortened(_title(asked), _LONGEST_TITLE)
    return {"input_title": title, "input_message": told, "error_title": title, "error_message": told}


def _write_meetings(book: Any, looks: Mapping[str, Any]) -> None:  # noqa: ANN401 - likewise
    """Write the sheets for what is told several times: the first sheet has room for the first one."""
    name = _title(questions()[0])
    for section in in_use().sections:
        group = repeat_of(section)
        if group is not None:
            titles = [_title(one) for one in completion.every(section) if one.item is not None]
            sheet = _sheet(book, group.key.capitalize(), [name, texts.NUMBER, *titles], looks)
            sheet.set_column(0, len(titles) + 1, _WIDE, looks["text"])
            sheet.set_column(1, 1, _NARROW, looks["number"])
            message = {"input_title": str(texts.NUMBER), "input_message": str(texts.NUMBER_HINT)}
            sheet.data_validation(1, 1, ROWS, 1, {"validate": "any", **message})


def _write_example(book: Any, asked: tuple[Asked, ...], looks: Mapping[str, Any]) -> None:  # noqa: ANN401 - likewise
    sheet = _sheet(book, texts.EXAMPLE_SHEET, [*map(_title, asked)], looks)
    sheet.set_column(0, len(asked) - 1, _NARROW, looks["text"])
    examples = example()
    for number, one in enumerate(asked):
        value = examples.get(one.path)
        if isinstance(value, bool):
            sheet.write_string(1, number, one.kind.show(value), looks["text"])
        elif isinstance(value, int):
            sheet.write_number(1, number, value, looks["number"])
        elif value:
            shown = (
                "; ".join(map(one.kind.label, str(value).split("; "))) if one.kind.choices else in_language(str(value))
            )
            sheet.write_string(1, number, shown, looks["text"])


def example() -> dict[str, JsonValue]:
    """Return a whole practice by question path, from the examples of the questions; of a list the first choices."""
    values = {one.path: value for one in questions() if (value := _example(one)) is not None}
    return {one.path: values[one.path] for one in completion.applicable(values) if one.path in values}


def _example(asked: Asked) -> JsonValue:
    kind = asked.kind
    if isinstance(kind, YesNo):
        return True
    if isinstance(kind, Year):
        return int(asked.question.example or kind.first)
    if isinstance(kind, Several):
        return "; ".join(kind.choices[: kind.exactly or kind.at_least])
    return (kind.choices[0] if kind.choices else asked.question.example) or None


def _write_explanations(book: Any, asked: tuple[Asked, ...], looks: Mapping[str, Any]) -> None:  # noqa: ANN401 - likewise
    sheet = _sheet(book, texts.EXPLANATIONS_SHEET, [*texts.EXPLANATION_HEADINGS], looks)
    sheet.set_column(0, 1, _NARROW, looks["text"])
    sheet.set_column(2, 2, _NARROW, looks["text"])
    sheet.set_column(3, 4, _WIDE * 2, looks["text"])
    for line, cells in enumerate(_explanations(asked), 1):
        for number, cell in enumerate(cells):
            sheet.write_string(line, number, cell, looks["text"])


def _explanations(asked: tuple[Asked, ...]) -> Iterator[tuple[str, ...]]:
    for one in asked:
        question = one.question
        needed = str(texts.NEEDED if question.required else OPTIONAL)
        needed = f"{needed} {NOT_ALWAYS}" if completion.may_not_apply(one) else needed
        options = "\n".join(_labels(one.kind))
        explanation = f"{in_language(question.prompt)} {in_language(question.paper_hint)}".strip()
        yield in_language(one.section.title), _title(one), needed, explanation, options


def _labels(kind: Kind[Any]) -> tuple[str, ...]:
    return tuple(map(kind.label, kind.choices))


def _title(asked: Asked) -> str:
    return in_language(asked.question.title)
