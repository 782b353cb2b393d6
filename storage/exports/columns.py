"""A submission as a row of a table: the columns are read from the section classes."""

import re
from collections.abc import (
    Callable,
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal, get_args

from pydantic import JsonValue
from pydantic.fields import FieldInfo

from conversations import submission_json
from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Status
from conversations.fields import Phone
from conversations.form.questions import Group, Question, Repeated, Section, kind_of, mark, repeat_of
from conversations.form.template import Template, in_use
from storage.exports.texts import REPEATED_GAP

_SIGNS = "=+@−＝＋－＠﹦﹢﹣﹫-"
"""OWASP, "CSV Injection"; the wide and small forms of them, and the sign for minus."""

_BREAKS = r"\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029;,|；，｜"

_ENCODED = "%0[AaDd9]"
"""A line break or a tab in an address, as a program may read it."""

_UNSEEN = (
    r" \xa0\u1680\u2000-\u200f\u202a-\u202f\u205f-\u206f\u2800\u3000\u3164\uffa0"
    r"\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180e\ufe00-\ufe0f\ufeff"
)
"""A spreadsheet may drop these before a sign: blanks, controls, characters without a width."""

_BEGINNING = re.compile(rf'(?:[{_BREAKS}{_UNSEEN}"]|{_ENCODED})*+[{_SIGNS}]')

_AFTER_BREAK = re.compile(rf'((?:; ?|[{_BREAKS}]|{_ENCODED})"*+)(?=[{_UNSEEN}"]*+[{_SIGNS}])')

_QUOTES = re.compile('^"*')

_TELEPHONE = re.compile(r"\+\d{1,15}|\+\d{1,3} [\d ()./-]{0,40}\d(?: ?(?:ext\.?|x|#) ?\d{1,10})?", re.ASCII)


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet might work the text out instead of showing it."""
    return _BEGINNING.match(text) is not None


def is_telephone(text: str) -> bool:
    """Tell whether a text is nothing but a telephone number, which no spreadsheet can work out."""
    return _TELEPHONE.fullmatch(text) is not None


def harmless(text: str) -> str:
    """Put an apostrophe before each such beginning: of the text, of a line, and behind a separator.

    It stands behind quotes, so that a list of quoted names can still be taken apart at its semicolons.
    """
    inner = _AFTER_BREAK.sub(r"\1'", text)
    return _QUOTES.sub(r"\g<0>'", inner) if looks_like_formula(text) else inner


Cell = str | int | bool | None

Holds = Literal["text", "number", "yes or no", "moment", "one of a list", "several of a list"]

SEPARATOR = "; "

_NEEDS_QUOTES = re.compile(r'[;"\r\n]|^\s|\s$')

_NESTED = ("answers", "attachments")

_NUMBERS = ("template_version",)


@dataclass(frozen=True)
class Column:
    """A column: its name, where its cells come from, what they hold, and the question that it answers."""

    name: str
    cell: Callable[[dict[str, Any]], Cell]
    holds: Holds
    section: type[Section] | None = None
    question: Question | None = None
    options: tuple[str, ...] = ()
    telephone: bool = False


def columns() -> tuple[Column, ...]:
    """Give the columns in the order of the object and of the form: of each question that was ever asked."""
    return _columns_of(in_use())


@cache
def _columns_of(template: Template) -> tuple[Column, ...]:
    return tuple(_columns(template))


def row(submission: dict[str, JsonValue]) -> list[Cell]:
    """Give the cells of a submission, in the order of the columns."""
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
                yield _of_question(section, name, inner_info, _repeated(repeat, inner))


def _of_question(section: type[Section], name: str, info: FieldInfo, cell: Callable[[dict[str, Any]], Cell]) -> Column:
    kind, held = kind_of(info), holds(info)
    options = kind.choices if kind is not None and held.endswith("list") else ()
    return Column(name, cell, held, section, mark(info, Question), options, telephone=isinstance(kind, Phone))


def holds(info: FieldInfo) -> Holds:
    """Say what the answer to a question is, by its type and its list of options."""
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
    """Join what all repetitions say, so that the first of one column belongs to the first of the next."""
    return lambda of: _told_apart([item[key] for item in of["answers"][repeat.section.key][repeat.key]])


def _cell(value: JsonValue) -> Cell:
    if isinstance(value, list):
        return _joined(value)
    return value if value is None or isinstance(value, str | int) else str(value)


def _told_apart(values: Sequence[JsonValue]) -> str | None:
    """Join texts of people's own as a line of CSV with semicolons: one that could be taken for several is quoted."""
    return _joined(None if value is None else _quoted(str(value)) for value in values)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if _NEEDS_QUOTES.search(text) or text == REPEATED_GAP else text


def _joined(values: Iterable[object]) -> str | None:
    given = list(values)
    return SEPARATOR.join(REPEATED_GAP if one is None else str(one) for one in given) if any(given) else None


HEADINGS = ("Column", "Section", "Question", "Holds", "Required", "Options", "Explanation")

WIDTHS = (38, 30, 30, 18, 10, 45, 80)

_OWN = {
    "reference": "Given when the practice was submitted; empty before.",
    "status": "draft, submitted, changes_requested, approved, declined or withdrawn.",
    "template_version": "The version of the form that was filled in.",
    "language": "The language of the questions; answers may be in any.",
    "created_at": "When the practice was begun (UTC).",
    "submitted_at": "When it was submitted (UTC).",
    "decided_at": "When it was approved or declined (UTC).",
    "attachments": "Names of the files that came with the answers.",
}


def explained(column: Column) -> tuple[str, ...]:
    """Give the line of the code book about a column, in the order of the headings."""
    question = column.question
    if column.section is None or question is None:
        return (column.name, "", "", column.holds, "", "", _OWN.get(column.name, ""))
    required = "yes" if question.required else "no"
    explanation = f"{question.prompt} {question.hint}".strip()
    options = "\n".join(column.options)
    return (column.name, column.section.title, question.title, column.holds, required, options, explanation)


Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TYPES: dict[Holds, str] = {"yes or no": "boolean", "number": "integer", "text": "string"}

_MOMENT: Schema = {"type": ["string", "null"], "format": "date-time"}

_FILE: Schema = {
    "question": {"type": "string"},
    "name": {"type": "string"},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "size": {"type": "integer", "minimum": 0},
}


def schema() -> Schema:
    """Give the schema of a list of submissions."""
    submission = _object(
        {
            "reference": {"type": ["string", "null"]},
            "status": {"enum": list(get_args(Status))},
            "template_version": {"type": "integer"},
            "language": {"type": "string"},
            "created_at": {"type": "string", "format": "date-time"},
            "submitted_at": _MOMENT,
            "decided_at": _MOMENT,
            "answers": _object({section.key: _section(section) for section in in_use().sections}),
            "attachments": {"type": "array", "items": _object(_FILE)},
        }
    )
    return {"$schema": _DIALECT, "title": "Practices", "type": "array", "items": submission}


def _section(section: type[Section]) -> Schema:
    repeat = repeat_of(section)
    fields = section.model_fields.items()
    properties = {key: _question(info) for key, info in fields if repeat is None or key != repeat.key}
    if repeat is not None:
        properties[repeat.key] = {"type": "array", "title": repeat.mark.title, "items": _group(repeat.items)}
    return {"title": section.title, **_object(properties)}


def _group(group: type[Group]) -> Schema:
    return _object({key: _question(info) for key, info in group.model_fields.items()})


def _question(info: FieldInfo) -> Schema:
    question = mark(info, Question)
    described = (
        {"title": question.title, "description": f"{question.prompt} {question.hint}".strip()} if question else {}
    )
    return {**described, "anyOf": [_value(info), {"type": "null"}]}


def _value(info: FieldInfo) -> Schema:
    kind, held = kind_of(info), holds(info)
    if kind is None or held in _TYPES:
        return {"type": _TYPES.get(held, "string")}
    option = {"anyOf": [{"enum": list(kind.choices)}, {"type": "string", "description": "an option of an older list"}]}
    return {"type": "array", "items": option} if kind.several else option


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
