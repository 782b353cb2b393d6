"""A draft as the JSON object that the outside gets: every section and question, ``null`` where not provided."""

from datetime import UTC, datetime
from typing import Any

from pydantic import JsonValue

from conversations import form
from conversations.conversation import Attachment, Draft
from conversations.file_names import named
from conversations.repeats import repeat_of
from conversations.template import in_use

LANGUAGE = "en"


def submission_json(draft: Draft) -> dict[str, JsonValue]:
    """Give the whole object as it was handed in; moments are in UTC, to the second."""
    draft = draft.handed_in
    return {
        "reference": draft.reference,
        "status": draft.status,
        "template_version": draft.template_version,
        "language": LANGUAGE,
        "created_at": _moment(draft.created_at),
        "submitted_at": _moment(draft.submitted_at),
        "decided_at": _moment(draft.decided_at),
        "answers": answers_json(draft.values),
        "attachments": [_file(file, name) for file, name in named(draft.attachments)],
    }


def _file(file: Attachment, name: str) -> dict[str, JsonValue]:
    """Give a file as the outside gets it, under its name in the package; its content is asked for by its sum."""
    return {"question": file.question, "name": name, "sha256": file.sha256, "size": file.size}


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def answers_json(values: form.Values) -> dict[str, JsonValue]:
    """Give every section with every question; what the answers before it rule out is not provided."""
    given = form.nest(values)
    whole: dict[str, JsonValue] = {}
    for section in in_use().sections:
        repeat = repeat_of(section)
        own = given.get(section.key, {})
        own_json: dict[str, JsonValue] = {key: _plain(own.get(key)) for key in section.model_fields}
        if repeat is not None:
            inner = repeat.items.model_fields
            own_json[repeat.key] = [{key: _plain(item.get(key)) for key in inner} for item in own.get(repeat.key, [])]
        whole[section.key] = own_json
    return whole


def _plain(value: Any) -> JsonValue:  # noqa: ANN401 - stored values are JSON of any shape
    """Give a value as it was written: of a period only the words, since its days can be read from them."""
    plain: JsonValue = value["given"] if isinstance(value, dict) else value
    return plain
