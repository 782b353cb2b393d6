"""The JSON export: what goes out comes back."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue
from support.practices import NOW, practice, reviewed, stored

from conversations.dialogue.conversation import Answer, Draft
from conversations.fields import Email, NonEuCountry, Phone, Several, Website, When, Year, YesNo
from conversations.form import completion
from conversations.form.asked import Asked, asked_at
from conversations.form.questions import Section, repeat_of
from conversations.form.sections import SECTIONS, Practice
from storage import Blobs
from storage.drafts import identifier
from storage.exports.export import Entry, Wanted
from storage.exports.package import AsJson
from storage.exports.schema import schema

Write = Callable[..., bytes]

VALIDATOR = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)

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
        renderer.add(Entry(draft, identifier(draft.number, NOW)))
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


def test_schema_has_a_name() -> None:
    """The name of the schema names no host, and has the version of the form."""
    assert ("urn:practice-bot:submissions:1", [*schema()][:2]) == (schema()["$id"], ["$schema", "$id"])


def complaints(path: str, value: JsonValue, **fields: JsonValue) -> list[str]:
    """Put a value into an export in place of what is there; list what the schema says of it."""
    (item,) = exported(reviewed(practice()))
    *keys, last = path.split(".")
    inner = item | fields
    whole = [inner]
    for key in keys:
        inner = inner[int(key) if key.isdigit() else key]
    inner[last] = value
    return [error.message for error in VALIDATOR.iter_errors(whole)]


def test_reviewed_submission_keeps_the_schema() -> None:
    """The review and what changed are in the schema."""
    assert [] == complaints("language", "en")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("answers.name.name", "x" * 201),
        ("answers.name.name", ""),
        ("answers.geographical_scope.scope", "x" * 1001),
        ("answers.ran_meetings.meetings", [{"name": "x" * 201, "date": None, "place": None, "subject": None}]),
        ("answers.key_themes.themes", ["Training"]),
        ("answers.key_themes.themes", ["Training", "Training"]),
        ("answers.key_themes.themes", ["Training", "Cooking"]),
        ("answers.target_audience.audiences", []),
        ("answers.organisation.type", "Club"),
        ("answers.peer_reviewed.peer_reviewed", "No"),
        ("answers.start.starting_year", 1899),
        ("answers.start.starting_year", "2011"),
        ("answers.contact.email", "nobody"),
        ("answers.contact.telephone", "33 11 55 00"),
        ("answers.contact.website", "www.example.org"),
        ("status", "printed"),
        ("reference", "2026-1"),
        ("id", "1"),
        ("created_at", None),
        ("revision", -1),
        ("template_version", 2),
        ("review.decision", "approve"),
        ("review.comments.0.weight", "must fix"),
        ("review.comments.0.state", "withdrawn"),
        ("attachments", [{"question": "x.y", "name": "", "sha256": "a" * 64, "size": 1}]),
    ],
)
def test_schema_finds_what_does_not_fit(path: str, value: JsonValue) -> None:
    """Others can check limits, lists and formats before they send."""
    assert complaints(path, value)


@pytest.mark.parametrize(
    ("path", "value"), [("answers.name.name", "x" * 201), ("answers.key_themes.themes", ["Cooking"])]
)
def test_schema_lets_drafts_pass(path: str, value: JsonValue) -> None:
    """A draft may have a text over its limit and an option of an older list."""
    assert [] == complaints(path, value, status="draft", review=None)


def test_schema_says_limits_in_words() -> None:
    """No standard keyword counts words, so the schema names the limit under a key of its own."""
    description = schema()["items"]["properties"]["answers"]["properties"]["description"]["properties"]["description"]
    assert 300 == description["anyOf"][0]["maxWords"]
