"""Exports of a form that has changed: what was handed in under each version is in them."""

from support.changed_form import GONE, NEW, changed_form
from support.practices import practice

from conversations import submission_json
from conversations.form.template import using
from storage.exports.columns import columns, row, schema
from storage.exports.filled import filled_form


def headings(version: int) -> set[str]:
    """List the questions that the Word form of a submission of that version has."""
    form = filled_form(practice(1, {GONE: "Sports coaches"}, template_version=version))
    return {question.heading for section in form.sections for question in section.questions}


def test_columns_of_every_version() -> None:
    """A sheet has a column for each question that was ever asked, so that submissions of all versions fit in one."""
    older = practice(1, {GONE: "Sports coaches"}, template_version=1)
    with using(changed_form()):
        cells = dict(zip([column.name for column in columns()], row(submission_json(older)), strict=True))
    assert ("Sports coaches", None) == (cells[GONE], cells[NEW])
    assert NEW not in [column.name for column in columns()]


def test_word_form_of_each_version() -> None:
    """The Word form has the questions of the version that was handed in."""
    with using(changed_form()):
        assert {"Additional target audience"} == headings(1) - headings(2)
        assert {"Founded"} == headings(2) - headings(1)


def test_schema_of_every_version() -> None:
    """The schema knows the keys that submissions of all versions have."""
    with using(changed_form()):
        answers = schema()["items"]["properties"]["answers"]["properties"]
    assert {"description", "type", "founded"} == answers["organisation"]["properties"].keys()
    assert {"audiences", "additional"} == answers["target_audience"]["properties"].keys()
