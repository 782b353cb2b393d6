"""A practice as a form on paper, read from the section classes: questions, boxes and paragraphs as plain data."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from conversations import form, wording
from conversations.asked import Asked, question_at
from conversations.conversation import Draft
from conversations.file_names import named
from conversations.form import Values
from conversations.questions import Section
from conversations.repeats import repeat_of, repetitions
from conversations.template import in_use
from storage.exports.links import Piece
from storage.exports.paragraphs import Part, parts_of
from storage.exports.wording import DRAFT_MARK, NAMELESS, attached, caption

TICKED, EMPTY = "☒", "☐"
_SHORT_LIST = 6
"""A longer list of options stands in two columns."""


@dataclass(frozen=True)
class FilledQuestion:
    """A question with its answer; no heading where the section's says it. A row of choices may hold a tab."""

    heading: str
    choices: tuple[str, ...]
    parts: tuple[Part, ...]
    files: tuple[str, ...]


@dataclass(frozen=True)
class FilledSection:
    """A section with all of its questions."""

    title: str
    questions: tuple[FilledQuestion, ...]


@dataclass(frozen=True)
class FilledForm:
    """All that the form of one practice says, in its order."""

    title: str
    caption: str
    mark: str
    sections: tuple[FilledSection, ...]


def filled_form(draft: Draft) -> FilledForm:
    """Fill in the form: every question, whether or not it was asked."""
    given = draft.values
    return FilledForm(
        title=title_of(draft),
        caption=caption(draft),
        mark=DRAFT_MARK if draft.status == "draft" else "",
        sections=tuple(_section(draft, given, section) for section in in_use().sections),
    )


def title_of(draft: Draft) -> str:
    """Name the practice."""
    return str(draft.values.get(form.FIRST) or NAMELESS)


def _section(draft: Draft, given: Values, section: type[Section]) -> FilledSection:
    """Fill in a section; an answer that does not apply, since an earlier one rules it out, is none."""
    applying = form.applicable_in(section, given)
    values = {one.path: given[one.path] for one in applying if not form.is_open(one, given)}
    version = form.version_of(given)
    asked = (one for one in _every_question(section, values) if one.question.is_in(version))
    return FilledSection(section.title, tuple(_question(draft, one, values, applies=one in applying) for one in asked))


def _every_question(section: type[Section], values: Values) -> Iterator[Asked]:
    """Give the questions of a section in order; those of a group that repeats at least once."""
    repeat = repeat_of(section)
    for key in section.model_fields:
        if repeat is None or key != repeat.key:
            yield question_at(f"{section.key}.{key}")
        else:
            for item in range(max(repetitions(section, values), 1)):
                yield from (question_at(repeat.path(item, inner)) for inner in repeat.items.model_fields)


def _question(draft: Draft, asked: Asked, values: Values, *, applies: bool) -> FilledQuestion:
    label, value = form.label(asked, values), values.get(asked.path)
    lacking = wording.NOT_ANSWERED if applies and form.is_open(asked, values) else wording.NOT_PROVIDED
    text = "" if value is None else asked.show(value)
    choices = asked.kind.choices
    files = [(file, name) for file, name in named(draft.attachments) if file.question == asked.path]
    given = () if choices and text else parts_of(text) or (Part("none", (Piece(lacking),)),)
    return FilledQuestion(
        heading="" if label == asked.section.title else label,
        choices=_rows(choices, _chosen(asked, value)) if choices else (),
        parts=given,
        files=tuple(
            attached(wording.file_line(number, name, file.size)) for number, (file, name) in enumerate(files, 1)
        ),
    )


def _chosen(asked: Asked, value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(map(str, value))
    return () if value is None else (asked.show(value),)  # type: ignore[arg-type] # what is stored is JSON


def _rows(options: tuple[str, ...], chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Give each option its box, also one that has left the list since; of a long list two to a row, read downwards."""
    options += tuple(label for label in chosen if label not in options)
    boxed = [f"{TICKED if label in chosen else EMPTY} {label}" for label in options]
    if len(boxed) <= _SHORT_LIST:
        return tuple(boxed)
    half = -(-len(boxed) // 2)
    return tuple("\t".join(filter(None, row)) for row in zip_longest(boxed[:half], boxed[half:]))
