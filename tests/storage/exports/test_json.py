"""The JSON export: what goes out comes back."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue
from support.practices import NOW, practice, stored

from conversations.dialogue.conversation import Answer, Draft
from conversations.fields import Email, NonEuCountry, Phone, Several, Website, When, Year, YesNo
from conversations.form import completion
from conversations.form.asked import Asked, asked_at
from conversations.form.questions import Section, repeat_of
from conversations.form.sections import SECTIONS, Practice
from storage import Blobs
from storage.exports.columns import schema
from storage.exports.export import Entry, Wanted
from storage.exports.package import AsJson

Write = Callable[..., bytes]

VALIDATOR = jsonschema.Draft202012Validator(schema())

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40).map(
    lambda text: f"a{text}z"
)

FEW: dict[type, tuple[JsonValue, ...]] = {
    Email: ("anna@example.org", "ben.b@example.org"),
    NonEuCountry: ("Switzerland", "Ukraine"),
    Phone: ("+45 33 11 55 00",),
    Website: ("https://example.org/a?b=c", "http://example.org"),
    When: ("23-24 January 2019", "2018", "30 November - 1 December 2017"),
    YesNo: (True, False),
    Year: (1999, 2011, 2026),
}


def answer(asked: Asked) -> st.SearchStrategy[JsonValue]:
    """Draw an answer that the question takes."""
    kind = asked.kind
    if type(kind) in FEW:
        return st.sampled_from(FEW[type(kind)])
    if isinstance(kind, Several):
        least, most = kind.exactly or kind.at_least, kind.exactly
        return st.lists(st.sampled_from(kind.choices), min_size=least, max_size=most, unique=True)
    return st.sampled_from(kind.choices) if kind.choices else WORDS


def paths(section: type[Section], meetings: int) -> list[str]:
    """List the paths of a section's questions, with so many meetings."""
    repeat = repeat_of(section)
    inner = [repeat.path(n, key) for n in range(meetings) for key in repeat.items.model_fields] if repeat else []
    return [*(f"{section.key}.{key}" for key in section.model_fields), *inner]


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Draw a draft: any questions answered or skipped, the years in order."""
    asked = [asked_at(path) for section in SECTIONS for path in paths(section, draw(st.integers(0, 3)))]
    values = {one.path: draw(st.none() | answer(one)) for one in asked if one is not None}
    values |= dict(
        zip(("start.starting_year", "start.ending_year", "last_update.year"), (1999, 2011, 2026), strict=True)
    )
    answers = {path: Answer(value=stored(path, value), source="typed", at=NOW) for path, value in values.items()}
    return Draft(
        number=1, status="submitted", reference="RAN-2026-0001", created_at=NOW, updated_at=NOW, answers=answers
    )


def exported(*drafts: Draft) -> Any:  # noqa: ANN401 - JSON of any shape
    """Write drafts as JSON and read it."""
    file = BytesIO()
    renderer = AsJson(file, Blobs.__new__(Blobs), Wanted(format="json"))
    for draft in drafts:
        renderer.add(Entry(draft))
    renderer.finish()
    return json.loads(file.getvalue())


@given(drafts())
def test_json_comes_back(draft: Draft) -> None:
    """Read by the section classes, an export gives the answers that are stored."""
    assert Practice.model_validate(completion.nest(draft.values)) == Practice.model_validate(
        exported(draft)[0]["answers"]
    )


@given(drafts())
def test_json_keeps_its_schema(draft: Draft) -> None:
    """Whatever was answered, the export is what the schema says."""
    assert [] == [error.message for error in VALIDATOR.iter_errors(exported(draft))]


def test_schema_is_one() -> None:
    """The schema is a JSON schema, and an object that lacks an answer breaks it."""
    jsonschema.Draft202012Validator.check_schema(schema())
    whole = exported(practice())
    del whole[0]["answers"]["contact"]["email"]
    assert ["'email' is a required property"] == [error.message for error in VALIDATOR.iter_errors(whole)]


def test_json_of_nothing(write: Write) -> None:
    """Where there is nothing, the list is empty."""
    assert json.loads(write("json")) == []


def test_json_has_one_line_each(write: Write) -> None:
    """Each submission has its line, in its own letters."""
    lines = write("json", practice(), practice(2)).decode().splitlines()
    assert ("[", "]", 4, True) == (lines[0], lines[-1], len(lines), "Україна" in lines[1])
