"""The JSON schema of an export, read from the section classes."""

from typing import Any, get_args

from pydantic.fields import FieldInfo

from conversations.dialogue.model import Status
from conversations.dialogue.practice import DECISIONS
from conversations.dialogue.review_record import CommentState, Weight
from conversations.fields import Email, Kind, LongText, Phone, Several, Text, Website, Year
from conversations.form.questions import Group, Question, Section, kind_of, mark, repeat_of
from conversations.form.template import in_use
from storage.exports.columns import Holds, described, holds

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TYPES: dict[Holds, str] = {"yes or no": "boolean", "number": "integer", "text": "string"}

_TEXT: Schema = {"type": "string"}

_TEXT_OR_NONE: Schema = {"type": ["string", "null"]}

_MOMENT: Schema = {"type": "string", "format": "date-time"}

_MOMENT_OR_NONE: Schema = {"type": ["string", "null"], "format": "date-time"}

_ADDRESS = 2000
"""The most characters of a web address."""

_FILE: Schema = {
    "question": _TEXT,
    "name": {"type": "string", "minLength": 1, "maxLength": 255},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "size": {"type": "integer", "minimum": 0},
}


def schema() -> Schema:
    """Return the JSON schema of a list of submissions.

    A draft may break the limits of texts and lists, and an older form had others: they hold for what was handed in with
    the form in use.
    """
    template = in_use()
    submission = _object(
        {
            "reference": {"type": ["string", "null"], "pattern": "^RAN-[0-9]{4}-[0-9]{4,}$"},
            "status": {"enum": list(get_args(Status))},
            "template_version": {"type": "integer", "minimum": 1, "maximum": template.version},
            "language": {"type": "string", "minLength": 2},
            "created_at": _MOMENT,
            "submitted_at": _MOMENT_OR_NONE,
            "decided_at": _MOMENT_OR_NONE,
            "answers": _object({section.key: _section(section) for section in template.sections}),
            "attachments": {"type": "array", "items": _object(_FILE)},
            "id": {"type": "string", "format": "uuid"},
            "updated_at": _MOMENT,
            "revision": {"type": "integer", "minimum": 0},
            "review": {"anyOf": [_review(), {"type": "null"}]},
        }
    )
    handed_in = [status for status in get_args(Status) if status != "draft"]
    of_today = {"status": {"enum": handed_in}, "template_version": {"const": template.version}}
    limits = {section.key: {"properties": _limits(section)} for section in template.sections}
    submission["if"] = {"properties": of_today}
    submission["then"] = {"properties": {"answers": {"properties": limits}}}
    name = f"urn:practice-bot:submissions:{template.version}"
    return {"$schema": _DIALECT, "$id": name, "title": "Practices", "type": "array", "items": submission}


def _review() -> Schema:
    comment = {
        "question": _TEXT,
        "text": _TEXT,
        "weight": {"enum": [weight.replace(" ", "_") for weight in get_args(Weight)]},
        "state": {"enum": [state for state in get_args(CommentState) if state != "withdrawn"]},
        "by": _TEXT_OR_NONE,
        "at": _MOMENT,
        "reply": _TEXT_OR_NONE,
    }
    number = {"type": "integer", "minimum": 2}
    change = {"revision": number, "at": _MOMENT, "question": _TEXT, "before": {}, "after": {}}
    return _object(
        {
            "decision": {"enum": [*DECISIONS, None]},
            "decided_by": _TEXT_OR_NONE,
            "reason": _TEXT_OR_NONE,
            "comments": {"type": "array", "items": _object(comment)},
            "changes": {"type": "array", "items": _object(change)},
        }
    )


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
    named = {"title": question.title, "description": described(question)} if question else {}
    return {**named, "anyOf": [_value(info), {"type": "null"}]}


def _value(info: FieldInfo) -> Schema:
    """Describe every answer that can be stored, also one over its limit or of an older list."""
    kind, held = kind_of(info), holds(info)
    if kind is None or held in _TYPES:
        return {"type": _TYPES.get(held, "string"), **(_format(kind) if kind else {})}
    option = {"anyOf": [{"enum": list(kind.choices)}, {"type": "string", "description": "an option of an older list"}]}
    return {"type": "array", "items": option} if kind.several else option


def _format(kind: Kind[Any]) -> Schema:
    match kind:
        case Year():
            return {"minimum": kind.first}
        case Email():
            return {"format": "idn-email"}
        case Website():
            return {"format": "iri", "pattern": "^https?://", "maxLength": _ADDRESS}
        case Phone():
            return {"pattern": "^[+]"}
        case LongText() if kind.max_words:
            return {"maxWords": kind.max_words}  # no standard keyword counts words
        case _:
            return {}


def _limits(section: type[Section]) -> Schema:
    """Describe the limits of the answers of a section."""
    repeat = repeat_of(section)
    found = {key: limit for key, info in section.model_fields.items() if (limit := _limit(info))}
    if repeat is not None:
        inner = {key: limit for key, info in repeat.items.model_fields.items() if (limit := _limit(info))}
        found[repeat.key] = {"items": {"properties": inner}}
    return found


def _limit(info: FieldInfo) -> Schema:
    """Describe the limit of an answer; each keyword holds for its type only, so that null passes."""
    kind = kind_of(info)
    if isinstance(kind, Several):
        counts = {"minItems": kind.exactly or kind.at_least, **({"maxItems": kind.exactly} if kind.exactly else {})}
        return {"items": {"enum": list(kind.choices)}, "uniqueItems": True, **counts}
    if kind is not None and holds(info) == "one of a list":
        return {"enum": [*kind.choices, None]}
    return {"minLength": 1, "maxLength": kind.max_length} if isinstance(kind, Text) else {}


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
