"""The next version of the form, made from the real one: one question more, one less, one list with other labels."""

from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any, cast

from pydantic import create_model

from conversations.fields import Several, Year
from conversations.form.questions import Question, Section, kind_of, mark
from conversations.form.sections import Practice
from conversations.form.sections.key_themes import KeyThemes, Theme
from conversations.form.sections.organisation import Organisation
from conversations.form.sections.target_audience import TargetAudience
from conversations.form.template import Template, in_use

NEW, GONE, LIST = "organisation.founded", "target_audience.additional", "key_themes.themes"

RENAMED = {"Former extremists": "Formers", "Formers": "People who have left"}

LEFT = "Training"
"""A label that is not in the new list, under any name."""


def changed(section: type[Section], **fields: Any) -> type[Section]:  # noqa: ANN401 - pydantic's own
    """Return the section with other fields; an existing field keeps its position."""
    return create_model(section.__name__, __base__=section, **fields)


def question_of(section: type[Section], key: str) -> Question:
    """Return the question of a field."""
    return cast("Question", mark(section.model_fields[key], Question))


def asked(section: type[Section], key: str, **changes: Any) -> tuple[Any, None]:  # noqa: ANN401 - a question's
    """Return a field with a changed question."""
    info = section.model_fields[key]
    return Annotated[cast("Any", info.annotation), kind_of(info), replace(question_of(section, key), **changes)], None


FOUNDED = Question(title="Founded", prompt="In which year was the organisation founded?", example="1998", since=2)

NEXT_THEMES = cast(
    "type[StrEnum]",
    StrEnum("NEXT_THEMES", {one.name: RENAMED.get(one.value, one.value) for one in Theme if one.value != LEFT}),
)

THEMES = (
    Annotated[
        tuple[str, ...] | None,
        Several(NEXT_THEMES, exactly=2, renamed=RENAMED),
        question_of(KeyThemes, "themes"),
    ],
    None,
)


def changed_form() -> Template:
    """Return version 2 of the form."""
    now = {
        Organisation: changed(Organisation, founded=(Annotated[int | None, Year(), FOUNDED], None)),
        TargetAudience: changed(TargetAudience, additional=asked(TargetAudience, "additional", until=1)),
        KeyThemes: changed(KeyThemes, themes=THEMES),
    }
    sections = tuple(now.get(section, section) for section in in_use().sections)
    fields: Any = {section.key: (section, section()) for section in sections}
    return Template(2, sections, create_model("Practice", __base__=Practice, **fields))
