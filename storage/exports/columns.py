"""A submission as a row of a table: the columns are read from the section classes."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal, get_args

from pydantic import JsonValue
from pydantic.fields import FieldInfo

from conversations import submission_json
from conversations.conversation import Draft
from conversations.fields import Phone
from conversations.questions import Question, Section, kind_of, mark
from conversations.repeats import Repeated, repeat_of
from conversations.template import Template, in_use
from storage.exports.wording import REPEATED_GAP

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
