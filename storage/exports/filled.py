"""A practice as a form on paper, read from the section classes: questions, boxes and paragraphs as plain data."""

from dataclasses import dataclass
from itertools import zip_longest

from conversations import form, wording
from conversations.asked import Asked, first_of_item
from conversations.conversation import Draft
from conversations.file_names import named
from conversations.form import Values
from conversations.questions import Section
from conversations.repeats import repeated
from conversations.template import in_use
from storage.exports.links import Piece
from storage.exports.paragraphs import Part, parts_of
from storage.exports.wording import (
    DRAFT_MARK,
    EMPTY_HEADER,
    EMPTY_TITLE,
    NOT_ALWAYS,
    OPTIONAL,
    attached,
    caption,
    copy_for_more,
    headline,
    title_of,
    to_fill_in,
)

TICKED, EMPTY = "☒", "☐"
_SHORT_LIST = 6
"""A longer list of options stands in two columns."""


@dataclass(frozen=True)
class FilledQuestion:
    """A question with its answer; no heading where the section's says it. A row of choices may hold a tab.

    ``hint`` says what is asked for and its limit, ``over`` the figures of an answer that is over it.
    """

    heading: str
    hint: str
    choices: tuple[str, ...]
    parts: tuple[Part, ...]
    over: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class FilledSection:
    """A section with the questions that apply."""

    title: str
    questions: tuple[FilledQuestion, ...]


@dataclass(frozen=True)
class FilledForm:
    """All that the form of one practice says, in its order; ``header`` stands on each page."""

    title: str
    header: str
    caption: str
    mark: str
    sections: tuple[FilledSection, ...]


def filled_form(draft: Draft) -> FilledForm:
    """Fill in the form: every section, with the questions that the answers leave open; after a No nothing follows."""
    given = draft.values
    title = title_of(draft)
    return FilledForm(
        title=title,
        header=headline(draft, title),
        caption=caption(draft),
        mark=DRAFT_MARK if draft.status == "draft" else "",
        sections=tuple(_section(draft, given, section) for section in in_use().sections),
    )


def empty_form() -> FilledForm:
    """Give the form without an answer: every question, also those that apply to some practices only."""
    sections = in_use().sections
    count = sum(len(form.every(section)) for section in sections)
    return FilledForm(
        title=EMPTY_TITLE,
        header=EMPTY_HEADER,
        caption=to_fill_in(len(sections), count),
        mark="",
        sections=tuple(
            FilledSection(section.title, tuple(_unanswered(asked) for asked in form.every(section)))
            for section in sections
        ),
    )


def _unanswered(asked: Asked) -> FilledQuestion:
    question = asked.question
    repeats = repeated(asked.section).items if first_of_item(asked) else None
    notes = (
        NOT_ALWAYS if form.may_not_apply(asked) else "",
        "" if question.required else OPTIONAL,
        copy_for_more(len(repeats.model_fields)) if repeats else "",
    )
    return FilledQuestion(
        heading="" if question.title == asked.section.title else question.title,
        hint=" ".join(filter(None, (question.prompt, question.paper_hint, *notes))),
        choices=_rows(asked.kind.choices, ()),
        parts=() if asked.kind.choices else (Part("text", (Piece(""),)),),
        over="",
        files=(),
    )


def _section(draft: Draft, given: Values, section: type[Section]) -> FilledSection:
    applying = form.applicable_in(section, given)
    values = {one.path: given[one.path] for one in applying if not form.is_open(one, given)}
    return FilledSection(section.title, tuple(_question(draft, one, values) for one in applying))


def _question(draft: Draft, asked: Asked, values: Values) -> FilledQuestion:
    label, value = form.label(asked, values), values.get(asked.path)
    lacking = wording.NOT_ANSWERED if form.is_open(asked, values) else form.left_out(asked)
    text = "" if value is None else asked.show(value)
    choices = asked.kind.choices
    files = [(file, name) for file, name in named(draft.attachments) if file.question == asked.path]
    given = () if choices and text else parts_of(text) or (Part("none", (Piece(lacking),)),)
    return FilledQuestion(
        heading="" if label == asked.section.title else label,
        hint=asked.question.paper_hint,
        choices=_rows(choices, _chosen(asked, value)) if choices else (),
        parts=given,
        over="" if value is None else asked.kind.over(asked.load(value)),
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
