"""A practice as a paper form in plain data: questions, boxes and paragraphs, read from the section classes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import Literal

from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.conversation import Draft
from conversations.dialogue.practice import named
from conversations.fields.addresses import addresses_in
from conversations.form import completion, texts
from conversations.form.asked import Asked, first_of_item
from conversations.form.completion import Values
from conversations.form.questions import Section, repeated
from conversations.form.template import in_use
from conversations.languages import ENGLISH, in_language, speaking
from conversations.papers.texts import NOT_ALWAYS, OPTIONAL, copy_for_more
from storage.exports.links import ADDRESSES, link_target
from storage.exports.ooxml import directions
from storage.exports.texts import (
    DRAFT_MARK,
    EMPTY_HEADER,
    EMPTY_TITLE,
    attached,
    caption,
    headline,
    title_of,
    to_fill_in,
)


@dataclass(frozen=True)
class Piece:
    """A piece of text; ``link`` is the address that it leads to."""

    text: str
    link: str = ""


def pieces(text: str) -> tuple[Piece, ...]:
    """Split a text into addresses and the texts between them."""
    return tuple(piece for piece in _pieces(text) if piece.text)


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    for found in ADDRESSES.finditer(text):
        link = _link(found[0])
        if link is not None:
            yield Piece(text[end : found.start()])
            yield link
            end = found.start() + len(link.text)
    yield Piece(text[end:])


def _link(written: str) -> Piece | None:
    """Make a link of an address, without the full stop after it."""
    address = next(iter(addresses_in(written)), "")
    shown = address if written.startswith(address) else address.removeprefix("https://")
    target = link_target(address)
    return Piece(shown, target) if target else None


Look = Literal["text", "bullet", "inner bullet", "none"]

_BULLET = re.compile(r"(\s*)([-*•·–—‣▪●○◦])[ \t\xa0]+(?=\S)")

_INNER = "○◦"


@dataclass(frozen=True)
class Part:
    """A paragraph of an answer, with its line breaks."""

    look: Look
    pieces: tuple[Piece, ...]


def parts_of(text: str) -> tuple[Part, ...]:
    """Split an answer into bullets and paragraphs; an empty line ends a paragraph.

    A line with another text direction than the one before also begins a paragraph, as each has one direction.
    """
    lines = text.splitlines()
    runs = groupby(zip(map(_look, lines), directions(lines), lines, strict=True), key=itemgetter(0, 1))
    return tuple(part for (look, _), run in runs for part in _run(look, [line for _, _, line in run]))


def _look(line: str) -> Look:
    if not line.strip():
        return "none"
    found = _BULLET.match(line)
    if found is None:
        return "text"
    indented = len(found[1].expandtabs(4)) > 1 or found[2] in _INNER
    return "inner bullet" if indented else "bullet"


def _run(look: Look, lines: list[str]) -> Iterator[Part]:
    if look == "text":
        yield Part(look, pieces("\n".join(lines)))
    elif look != "none":
        yield from (Part(look, pieces(_BULLET.sub("", line, count=1))) for line in lines)


TICKED, EMPTY = "☒", "☐"

_SHORT_LIST = 6
"""Longer lists of options stand in two columns."""


@dataclass(frozen=True)
class FilledQuestion:
    """A question with its answer. ``heading`` is empty if the section's says the same. A choice may hold a tab.

    ``hint`` says what is asked and its limit, ``over`` by how much an answer exceeds it.
    """

    heading: str
    hint: str
    choices: tuple[str, ...]
    parts: tuple[Part, ...]
    over: str
    files: tuple[str, ...]
    path: str = ""


@dataclass(frozen=True)
class FilledSection:
    """A section with its questions that apply."""

    title: str
    questions: tuple[FilledQuestion, ...]


@dataclass(frozen=True)
class FilledForm:
    """The whole form of one practice in its order; ``header`` stands on each page."""

    title: str
    header: str
    caption: str
    mark: str
    sections: tuple[FilledSection, ...]


def filled_form(draft: Draft) -> FilledForm:
    """Fill in the form: every section, with the questions that apply."""
    given = draft.values
    title = title_of(draft)
    return FilledForm(
        title=title,
        header=headline(draft, title),
        caption=caption(draft),
        mark=str(DRAFT_MARK) if draft.status == "draft" else "",
        sections=tuple(_section(draft, given, section) for section in in_use().sections),
    )


def empty_form() -> FilledForm:
    """Return the form without answers: every question, also those that apply to some practices only."""
    sections = in_use().sections
    count = sum(len(completion.every(section)) for section in sections)
    return FilledForm(
        title=str(EMPTY_TITLE),
        header=str(EMPTY_HEADER),
        caption=to_fill_in(len(sections), count),
        mark="",
        sections=tuple(
            FilledSection(in_language(section.title), tuple(_unanswered(asked) for asked in completion.every(section)))
            for section in sections
        ),
    )


def _unanswered(asked: Asked) -> FilledQuestion:
    question = asked.question
    repeats = repeated(asked.section).items if first_of_item(asked) else None
    notes = (
        str(NOT_ALWAYS) if completion.may_not_apply(asked) else "",
        "" if question.required else str(OPTIONAL),
        copy_for_more(len(repeats.model_fields)) if repeats else "",
    )
    return FilledQuestion(
        heading="" if question.title == asked.section.title else in_language(question.title),
        hint=" ".join(filter(None, (in_language(question.prompt), in_language(question.paper_hint), *notes))),
        choices=_rows(asked, ()),
        parts=() if asked.kind.choices else (Part("text", (Piece(""),)),),
        over="",
        files=(),
    )


def _section(draft: Draft, given: Values, section: type[Section]) -> FilledSection:
    applying = completion.applicable_in(section, given)
    values = {one.path: given[one.path] for one in applying if not completion.is_open(one, given)}
    return FilledSection(in_language(section.title), tuple(_question(draft, one, values) for one in applying))


def _question(draft: Draft, asked: Asked, values: Values) -> FilledQuestion:
    label, value = completion.label(asked, values), values.get(asked.path)
    lacking = str(texts.NOT_ANSWERED) if completion.is_open(asked, values) else completion.left_out(asked)
    text = "" if value is None else asked.show(value)
    choices = asked.kind.choices
    files = [(file, name) for file, name in named(draft.attachments) if file.question == asked.path]
    given = () if choices and text else parts_of(text) or (Part("none", (Piece(lacking),)),)
    return FilledQuestion(
        heading="" if label == in_language(asked.section.title) else label,
        hint=in_language(asked.question.paper_hint),
        choices=_rows(asked, _chosen(asked, value)) if choices else (),
        parts=given,
        over="" if value is None else asked.kind.over(asked.load(value)),
        files=tuple(
            attached(dialogue_texts.file_line(number, name, file.size)) for number, (file, name) in enumerate(files, 1)
        ),
        path=asked.path,
    )


def _chosen(asked: Asked, value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(map(str, value))
    with speaking(ENGLISH):  # as the choices are stored
        return () if value is None else (asked.show(value),)  # type: ignore[arg-type] # stored values are JSON


def _rows(asked: Asked, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Write each option with its box, also one that is no longer in the list; long lists get two columns."""
    options = (*asked.kind.choices, *(label for label in chosen if label not in asked.kind.choices))
    boxed = [f"{TICKED if label in chosen else EMPTY} {asked.kind.label(label)}" for label in options]
    if len(boxed) <= _SHORT_LIST:
        return tuple(boxed)
    half = -(-len(boxed) // 2)
    return tuple("\t".join(filter(None, row)) for row in zip_longest(boxed[:half], boxed[half:]))
