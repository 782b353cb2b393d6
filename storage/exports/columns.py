"""The columns of a submission, read from the section classes; the code book; the escaping of formulas."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal, get_args

from pydantic import JsonValue
from pydantic.fields import FieldInfo

from conversations import submission_json
from conversations.dialogue.conversation import Draft
from conversations.fields import Email, LongText, Phone, Website
from conversations.form.completion import FIRST
from conversations.form.questions import Question, Repeated, Section, kind_of, mark, repeat_of
from conversations.form.template import Template, in_use
from storage.exports.texts import REPEATED_GAP

_SIGNS = "=+@−＝＋－＠﹦﹢﹣﹫-"
"""The signs that begin a formula (OWASP, "CSV Injection"), their wide and small forms, and the minus sign."""

_BREAKS = r"\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029;,|；，｜"

_ENCODED = "%0[AaDd9]"
"""An encoded line break or tab, which a program may decode."""

_UNSEEN = (
    r" \xa0\u1680\u2000-\u200f\u202a-\u202f\u205f-\u206f\u2800\u3000\u3164\uffa0"
    r"\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180e\ufe00-\ufe0f\ufeff"
)
"""A spreadsheet may drop these before a sign: blanks, control characters, characters without width."""

_BEGINNING = re.compile(rf'(?:[{_BREAKS}{_UNSEEN}"]|{_ENCODED})*+[{_SIGNS}]')

_AFTER_BREAK = re.compile(rf'((?:; ?|[{_BREAKS}]|{_ENCODED})"*+)(?=[{_UNSEEN}"]*+[{_SIGNS}])')

_QUOTES = re.compile('^"*')

_TELEPHONE = re.compile(r"\+\d{1,15}|\+\d{1,3} [\d ()./-]{0,40}\d(?: ?(?:ext\.?|x|#) ?\d{1,10})?", re.ASCII)


def looks_like_formula(text: str) -> bool:
    """Say whether a spreadsheet might compute the text as a formula."""
    return _BEGINNING.match(text) is not None


def is_telephone(text: str) -> bool:
    """Say whether a text is only a telephone number, which no spreadsheet can compute."""
    return _TELEPHONE.fullmatch(text) is not None


def harmless(text: str) -> str:
    """Put an apostrophe before each beginning of a formula: of the text, of a line, and after a separator.

    It stands after quotation marks, so that a list of quoted names can still be split at its semicolons.
    """
    inner = _AFTER_BREAK.sub(r"\1'", text)
    return _QUOTES.sub(r"\g<0>'", inner) if looks_like_formula(text) else inner


Cell = str | int | bool | None

Holds = Literal["text", "number", "yes or no", "moment", "one of a list", "several of a list"]

SEPARATOR = "; "

_NEEDS_QUOTES = re.compile(r'[;"\r\n]|^\s|\s$')

_NESTED = ("answers", "attachments", "review")

_NUMBERS = ("template_version", "revision")


@dataclass(frozen=True)
class Column:
    """A column: its name, the function for its cells, their type, and its question.

    ``first`` is the function for the sheet, where it differs: of several meetings it gives the first one. ``link`` says
    that the cells are addresses, ``long`` that they are long texts.
    """

    name: str
    cell: Callable[[dict[str, Any]], Cell]
    holds: Holds
    section: type[Section] | None = None
    question: Question | None = None
    options: tuple[str, ...] = ()
    telephone: bool = False
    link: bool = False
    long: bool = False
    first: Callable[[dict[str, Any]], Cell] | None = None

    @property
    def heading(self) -> str:
        """Its heading for people: the title of the question."""
        return self.question.title if self.question else _OWN[self.name][0]

    def in_sheet(self, submission: dict[str, Any]) -> Cell:
        """Return its cell in the sheet for people."""
        return (self.first or self.cell)(submission)


def columns() -> tuple[Column, ...]:
    """Return the columns in the order of the form, including questions of older forms."""
    return _columns_of(in_use())


_BEGIN = (FIRST, "reference", "status")
"""The columns that the sheet for people begins with; the others that are no question end it."""


def sheet_columns() -> tuple[Column, ...]:
    """Return the columns in the order of the sheet for people: what names a practice, its answers, all else."""
    return tuple(sorted(columns(), key=_place))


def _place(column: Column) -> int:
    if column.name in _BEGIN:
        return _BEGIN.index(column.name)
    return len(_BEGIN) + (column.question is None)


@cache
def _columns_of(template: Template) -> tuple[Column, ...]:
    return tuple(_columns(template))


def row(submission: dict[str, JsonValue]) -> list[Cell]:
    """Return the cells of a submission in the order of the columns."""
    return [column.cell(submission) for column in columns()]


def _columns(template: Template) -> Iterator[Column]:
    never = datetime.fromtimestamp(0, UTC)
    for key in submission_json(Draft(number=1, created_at=never, updated_at=never)):
        if key not in _NESTED:
            yield Column(key, _plain(key), _holds_plain(key))
    for section in template.sections:
        yield from _of_section(section)
    yield Column("attachments", lambda of: _told_apart([file["name"] for file in of["attachments"]]), "text")


def _of_section(section: type[Section]) -> Iterator[Column]:
    repeat = repeat_of(section)
    for key, info in section.model_fields.items():
        if repeat is None or key != repeat.key:
            yield _of_question(section, f"{section.key}.{key}", info, _answer(section.key, key))
        else:
            for inner, inner_info in repeat.items.model_fields.items():
                name = f"{section.key}.{key}.{inner}"
                column = _of_question(section, name, inner_info, _repeated(repeat, inner))
                yield replace(column, first=_of_first(repeat, inner))


def _of_question(section: type[Section], name: str, info: FieldInfo, cell: Callable[[dict[str, Any]], Cell]) -> Column:
    kind, held = kind_of(info), holds(info)
    return Column(
        name,
        cell,
        held,
        section,
        mark(info, Question),
        kind.choices if kind is not None and held.endswith("list") else (),
        telephone=isinstance(kind, Phone),
        link=isinstance(kind, Email | Website),
        long=isinstance(kind, LongText),
    )


def holds(info: FieldInfo) -> Holds:
    """Return the type of the answer to a question."""
    kind, types = kind_of(info), get_args(info.annotation)
    if bool in types:
        return "yes or no"
    if int in types:
        return "number"
    if kind is None or not kind.choices:
        return "text"
    return "several of a list" if kind.several else "one of a list"


def _holds_plain(key: str) -> Holds:
    if key.endswith("_at"):
        return "moment"
    return "number" if key in _NUMBERS else "text"


def _plain(key: str) -> Callable[[dict[str, Any]], Cell]:
    return lambda of: _cell(of[key])


def _answer(section: str, key: str) -> Callable[[dict[str, Any]], Cell]:
    return lambda of: _cell(of["answers"][section][key])


def _repeated(repeat: Repeated, key: str) -> Callable[[dict[str, Any]], Cell]:
    """Join the answers of all repetitions, in the same order in each column."""
    return lambda of: _told_apart([item[key] for item in of["answers"][repeat.section.key][repeat.key]])


def _of_first(repeat: Repeated, key: str) -> Callable[[dict[str, Any]], Cell]:
    """Give the answer of the first repetition."""

    def cell(of: dict[str, Any]) -> Cell:
        items = of["answers"][repeat.section.key][repeat.key]
        return _cell(items[0][key]) if items else None

    return cell


def _cell(value: JsonValue) -> Cell:
    if isinstance(value, list):
        return joined(value)
    return value if value is None or isinstance(value, str | int) else str(value)


def _told_apart(values: Sequence[JsonValue]) -> str | None:
    """Join texts of people like a CSV line with semicolons: a text that could be read as several is quoted."""
    return joined(None if value is None else _quoted(str(value)) for value in values)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if _NEEDS_QUOTES.search(text) or text == REPEATED_GAP else text


def joined(values: Iterable[object]) -> str | None:
    """Join values in one cell, each in its place."""
    given = list(values)
    return SEPARATOR.join(REPEATED_GAP if one is None else str(one) for one in given) if any(given) else None


HEADINGS = ("Heading", "Key", "Section", "Holds", "Required", "Options", "Explanation")

WIDTHS = (34, 38, 30, 18, 10, 45, 80)

_OWN = {
    "reference": ("Reference", "Given when the practice was submitted; empty before."),
    "status": ("Status", "draft, submitted, changes_requested, approved, declined or withdrawn."),
    "template_version": ("Version of the form", "The version of the form that was filled in."),
    "language": ("Language", "The language of the questions; answers may be in any."),
    "created_at": ("Begun (UTC)", "When the practice was begun."),
    "submitted_at": ("Submitted (UTC)", "When it was submitted first."),
    "decided_at": ("Decided (UTC)", "When it was approved or declined."),
    "id": ("Identifier", "Stays with the practice, from the draft on and in every export."),
    "updated_at": ("Changed (UTC)", "When its author last changed it."),
    "revision": ("Revision", "How often it was handed in; 0 for a draft."),
    "attachments": ("Attachments", "Names of the files that came with the answers."),
}
"""The heading and explanation of each column that is no question."""


def explained(column: Column) -> tuple[str, ...]:
    """Return the row of the code book for a column, in the order of the headings."""
    question = column.question
    if column.section is None or question is None:
        return (column.heading, column.name, "", column.holds, "", "", _OWN[column.name][1])
    required = "yes" if question.required else "no"
    explanation = described(question)
    options = "\n".join(column.options)
    return (column.heading, column.name, column.section.title, column.holds, required, options, explanation)


def described(question: Question) -> str:
    """Say what a question asks for, in words about the data."""
    return f"{question.prompt} {question.paper_hint}".strip()
