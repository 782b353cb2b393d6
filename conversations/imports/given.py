"""A practice as a file gives it: nothing is checked yet. JSON is read here; storage reads all other files."""

from typing import Any

from pydantic import Field, JsonValue

from conversations.dialogue.model import Frozen
from conversations.form.questions import repeat_of
from conversations.form.template import in_use


class Given(Frozen):
    """A practice as a file gives it.

    ``where`` is its place in the file. ``answers`` maps question paths to values, ``places`` each of them to its place,
    such as ``B7``. ``details`` are its reference, status and times. ``unknown`` names what the form does not ask.
    ``doubtful`` are texts that may be the answers to these questions: somebody has to look.
    """

    where: str = ""
    answers: dict[str, JsonValue] = Field(default_factory=dict)
    places: dict[str, str] = Field(default_factory=dict)
    details: dict[str, JsonValue] = Field(default_factory=dict)
    attachments: JsonValue = None
    review: JsonValue = None
    unknown: tuple[str, ...] = ()
    doubtful: dict[str, str] = Field(default_factory=dict)


_ITEM = ("answers", "attachments", "review")


def given_in_json(item: JsonValue, where: str) -> Given:
    """Read a practice of a JSON export; its answers alone, by section, are one as well."""
    if not isinstance(item, dict):
        return Given(where=where)
    if "answers" not in item and item and item.keys() <= in_use().by_key.keys():
        item = {"answers": item}
    answers, unknown = _answers(item.get("answers"))
    return Given(
        where=where,
        answers=answers,
        details={key: value for key, value in item.items() if key not in _ITEM},
        attachments=item.get("attachments"),
        review=item.get("review"),
        unknown=unknown,
    )


def _answers(nested: JsonValue) -> tuple[dict[str, JsonValue], tuple[str, ...]]:
    """Give answers by their paths, and name what is not in the form."""
    found: dict[str, JsonValue] = {}
    unknown: list[str] = []
    for key, own in nested.items() if isinstance(nested, dict) else ():
        section = in_use().by_key.get(key)
        if section is None or not isinstance(own, dict):
            unknown.append(key)
            continue
        repeat = repeat_of(section)
        for name, value in own.items():
            if repeat is not None and name == repeat.key:
                _repetitions(repeat.beginning, value, repeat.items.model_fields, found, unknown)
            elif name in section.model_fields:
                found[f"{key}.{name}"] = value
            else:
                unknown.append(f"{key}.{name}")
    return found, tuple(unknown)


def _repetitions(
    beginning: str, items: JsonValue, fields: dict[str, Any], found: dict[str, JsonValue], unknown: list[str]
) -> None:
    """Add the answers of a group that repeats, such as the meetings."""
    if items is not None and not isinstance(items, list):
        unknown.append(beginning.rstrip("."))
    for number, item in enumerate(items if isinstance(items, list) else ()):
        for key, value in item.items() if isinstance(item, dict) else ():
            if key in fields:
                found[f"{beginning}{number}.{key}"] = value
            else:
                unknown.append(f"{beginning}{number}.{key}")
