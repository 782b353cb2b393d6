"""The JSON schema of an export, generated from the section classes.

It says what shape each answer has and explains it. Bounds and lists are not enforced: a draft may hold a text over its
limit, and an older submission an option that has left its list.
"""

from typing import Any, get_args

from pydantic.fields import FieldInfo

from conversations.questions import Group, Question, Section, kind_of, mark
from conversations.repeats import repeat_of
from conversations.status import Status
from conversations.template import in_use
from storage.exports.columns import Holds, holds

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
