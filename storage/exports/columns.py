"""The columns of a submission, read from the section classes; the escaping of formulas; the JSON schema."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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

_NESTED = ("answers", "attachments")

_NUMBERS = ("template_version",)


@dataclass(frozen=True)
class Column:
    """A column: its name, the function for its cells, their type, and its question."""

    name: str
    cell: Callable[[dict[str, Any]], Cell]
    holds: Holds
    section: type[Section] | None = None
    question: Question | None = None
    options: tuple[str, ...] = ()
    telephone: bool = False


def columns() -> tuple[Column, ...]:
    """Return the columns in the order of the form, including questions of older forms."""
    return _columns_of(in_use())


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
                yield _of_question(section, name, inner_info, _repeated(repeat, inner))


def _of_question(section: type[Section], name: str, info: FieldInfo, cell: Callable[[dict[str, Any]], Cell]) -> Column:
    kind, held = kind_of(info), holds(info)
    options = kind.choices if kind is not None and held.endswith("list") else ()
    return Column(name, cell, held, section, mark(info, Question), options, telephone=isinstance(kind, Phone))


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


def _cell(value: JsonValue) -> Cell:
    if isinstance(value, list):
        return _joined(value)
    return value if value is None or isinstance(value, str | int) else str(value)


def _told_apart(values: Sequence[JsonValue]) -> str | None:
    """Join texts of people like a CSV line with semicolons: a text that could be read as several is quoted."""
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
    """Return the row of the code book for a column, in the order of the headings."""
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
    """Return the JSON schema of a list of submissions."""
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
