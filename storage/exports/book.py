"""Several practices as one book in plain data: its title page, its lists, and what was answered in each practice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import IO

from conversations.dialogue.conversation import Draft
from conversations.fields.dates import say
from conversations.form.asked import question_at
from conversations.form.texts import NOT_ANSWERED, NOT_PROVIDED
from storage.drafts import THEMES, country_of
from storage.exports.export import CannotExport, Entry, NoForms, Renderer, Wanted
from storage.exports.filled import TICKED, FilledForm, FilledQuestion, FilledSection, Part, Piece, filled_form
from storage.exports.texts import BY_COUNTRY, BY_THEME, CHOSEN, NO_FORMS, as_of, several_forms, too_many_forms
from storage.files import Blobs

_LACKING = {NOT_ANSWERED, NOT_PROVIDED}

_BETWEEN = " · "


class AsBook(Renderer):
    """Keeps the practices of one document until its end; it holds up to ``most``."""

    most: int

    def __init__(self, file: IO[bytes], blobs: Blobs, wanted: Wanted) -> None:
        super().__init__(file, blobs, wanted)
        self.drafts: list[Draft] = []

    def expect(self, count: int) -> None:
        """Raise for no practice, and for more than one document should have."""
        if not count:
            raise NoForms(NO_FORMS)
        if count > self.most:
            raise CannotExport(too_many_forms(count, self.most))

    def add(self, entry: Entry) -> None:
        """Note the next practice."""
        self.drafts.append(entry.draft)


@dataclass(frozen=True)
class Group:
    """The practices with a theme, or from a country: their numbers in the book, from 0."""

    name: str
    members: tuple[int, ...]


@dataclass(frozen=True)
class Book:
    """Several practices; ``lines`` stand on the title page, ``lists`` have a heading and its groups."""

    lines: tuple[str, ...]
    lists: tuple[tuple[str, tuple[Group, ...]], ...]
    forms: tuple[FilledForm, ...]


def book(drafts: Sequence[Draft], wanted: Wanted) -> Book:
    """Make a book of practices; its day is that of the last change in it, so that it is the same each time."""
    themes = [_themes(draft) for draft in drafts]
    countries = [(country_of(draft) or NOT_PROVIDED,) for draft in drafts]
    every_country = sorted({country for (country,) in countries})
    return Book(
        lines=(
            several_forms(len(drafts)),
            as_of(max(filter(None, (at for draft in drafts for at in (draft.updated_at, draft.decided_at))))),
            *_chosen(wanted),
        ),
        lists=(
            (BY_THEME, tuple(_groups(themes, question_at(THEMES).kind.choices))),
            (BY_COUNTRY, tuple(_groups(countries, every_country))),
        ),
        forms=tuple(answered(filled_form(draft)) for draft in drafts),
    )


def _themes(draft: Draft) -> tuple[str, ...]:
    given = draft.values.get(THEMES)
    return tuple(map(str, given)) if isinstance(given, list) and given else (NOT_PROVIDED,)


def _groups(found: Sequence[tuple[str, ...]], order: Iterable[str]) -> Iterator[Group]:
    """Group the practices in this order, then by names that it lacks; those without an answer come last."""
    members: dict[str, list[int]] = {}
    for number, names in enumerate(found):
        for name in names:
            members.setdefault(name, []).append(number)
    last = {NOT_PROVIDED} & members.keys()
    ordered = dict.fromkeys((*order, *sorted(members)))
    for name in (*(one for one in ordered if one in members and one not in last), *last):
        yield Group(name, tuple(members[name]))


def _chosen(wanted: Wanted) -> Iterator[str]:
    """Say what was chosen, a line each."""
    for key, value in wanted.model_dump(include={*CHOSEN}).items():
        if value:
            yield f"{CHOSEN[key]}: {_said(value)}"


def _said(value: object) -> str:
    match value:
        case date():
            return say((value, value))
        case tuple():
            return ", ".join(map(_said, value))
        case _:
            return str(value).replace("_", " ")


def answered(form: FilledForm) -> FilledForm:
    """Keep what was answered; the questions without an answer are named once, in a section at the end."""
    sections: list[FilledSection] = []
    lacking: list[str] = []
    for section in form.sections:
        kept = tuple(_answer(question) for question in section.questions if not _lacks(question))
        without = [question.heading or section.title for question in section.questions if _lacks(question)]
        lacking += without if kept else [section.title]
        if kept:
            sections.append(replace(section, questions=kept))
    if lacking:
        part = Part("none", (Piece(_BETWEEN.join(lacking)),))
        sections.append(FilledSection(NOT_PROVIDED, (_question("", (part,)),)))
    return replace(form, sections=tuple(sections))


def _lacks(question: FilledQuestion) -> bool:
    said = {piece.text for part in question.parts if part.look == "none" for piece in part.pieces}
    return bool(said & _LACKING) and not question.files


def _answer(question: FilledQuestion) -> FilledQuestion:
    """Leave out limits and options that were not chosen."""
    chosen = [cell.removeprefix(f"{TICKED} ") for cell in _cells(question.choices) if cell.startswith(TICKED)]
    parts = (Part("text", (Piece("; ".join(chosen)),)),) if chosen else question.parts
    return replace(question, hint="", choices=(), over="", parts=parts)


def _cells(rows: Iterable[str]) -> Iterator[str]:
    """Read two columns of options one after the other."""
    for column in zip_longest(*(row.split("\t") for row in rows), fillvalue=""):
        yield from column


def _question(heading: str, parts: tuple[Part, ...]) -> FilledQuestion:
    return FilledQuestion(heading=heading, hint="", choices=(), parts=parts, over="", files=())
