"""Go through the paragraphs of a Word form, and put each under the title above it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from conversations.fields.plain import fold
from conversations.form.asked import Asked, question_at
from conversations.form.template import in_use
from conversations.languages import english
from conversations.papers.paragraphs import Cell, Paragraph
from conversations.papers.template_words import answer_in, is_instruction
from conversations.papers.titles import Title, label_pattern, title_in

LABELLED = ("start", "ran_meetings", "country_of_origin", "contact")
"""The sections with several short answers, which people write after labels, often several on a line."""

FIRST: dict[str, str] = {"eu_funding": "eu_funding.initiatives"}
"""The question that a text right under the title of a section answers, if it is not the first one."""

_LABEL = re.compile(r"(?P<label>[^\n]{2,90}?)\s*(?:[:\t?]\s*|(?=[☐☒☑]))(?P<rest>.*)", re.DOTALL)

_FEW_WORDS = 2
"""A line of a few words, such as "Name" or "Other country", may be an answer as well as a label."""

_AFTER_LEAD = " \t\n\xa0:–-"


@dataclass
class Written:
    """What stands under one title; ``beside`` are other texts in the title's own cell.

    ``named`` says that the title is that of the question, and not only that of its section with several questions.
    """

    title: str
    sure: bool
    cell: Cell | None = None
    named: bool = True
    paragraphs: list[Paragraph] = field(default_factory=list)
    beside: list[Paragraph] = field(default_factory=list)


@dataclass(frozen=True)
class Collected:
    """What stands under each question, by its path; ``sections`` are the keys of the sections with a title there."""

    written: dict[str, Written]
    sections: frozenset[str]
    left: tuple[str, ...]


def collect(paragraphs: Sequence[Paragraph]) -> Collected:
    """Put each paragraph under the title above it; instructions and placeholders of the form are dropped."""
    walk = _Walk(paragraphs)
    for paragraph in paragraphs:
        walk.take(paragraph)
    return Collected(walk.written, frozenset(walk.sections), tuple(walk.left))


@dataclass(frozen=True)
class _Piece:
    """A part of a paragraph: a title with its words, if it begins with one, and the text after it."""

    text: str
    title: Title | None = None
    words: str = ""


class _Walk:
    """The state of going through the paragraphs: the open section and question, and all that was found so far."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._marked = _sections_of(one for one in paragraphs if one.stands_out)
        self._lines = _sections_of(paragraphs)
        self._section = ""
        self._path = ""
        self._item = 0
        self.written: dict[str, Written] = {}
        self.sections: set[str] = set()
        self.left: list[str] = []

    def take(self, paragraph: Paragraph) -> None:
        """Take the next paragraph."""
        for piece in self._pieces(paragraph):
            if piece.title is not None:
                self._open(piece.title, piece.words, paragraph.cell)
            text = answer_in(piece.text)
            if text:
                self._add(paragraph.model_copy(update={"text": text}), behind_title=piece.title is not None)

    def _pieces(self, paragraph: Paragraph) -> Iterator[_Piece]:
        text = paragraph.text.strip()
        title = None if self._is_choice(text) else self._whole(text, paragraph)
        if title is not None:
            yield _Piece("", title, text.strip(_AFTER_LEAD))
            return
        if not is_instruction(text):
            yield from self._labels_within(self._labelled(answer_in(text), paragraph))

    def _whole(self, text: str, paragraph: Paragraph) -> Title | None:
        exact = self._fitting(title_in(text, self._section, stands_out=False), paragraph, line=text)
        if exact is not None or is_instruction(text):
            return exact
        return self._fitting(title_in(text, self._section, stands_out=paragraph.stands_out), paragraph, line=text)

    def _labelled(self, text: str, paragraph: Paragraph) -> _Piece:
        """Split a paragraph that begins with a title."""
        lead = paragraph.lead.strip()
        if lead and text.startswith(lead):
            bold = paragraph.model_copy(update={"bold": True})
            title = self._fitting(title_in(lead, self._section, stands_out=True), bold)
            if title is not None:
                return _Piece(text[len(lead) :].strip(_AFTER_LEAD), title, lead.strip(_AFTER_LEAD))
        found = _LABEL.fullmatch(text)
        if found is None or self._is_choice(text):
            return _Piece(text)
        stands_out = paragraph.stands_out or self._section in LABELLED
        title = self._fitting(title_in(found["label"], self._section, stands_out=stands_out), paragraph)
        return _Piece(text) if title is None else _Piece(found["rest"].strip(), title, found["label"])

    def _labels_within(self, piece: _Piece) -> Iterator[_Piece]:
        """Split the rest of a line at further labels of a section that has short answers."""
        section = piece.title.section if piece.title else self._section
        found = [*label_pattern(section).finditer(piece.text)] if section in LABELLED else []
        if not found:
            yield piece
            return
        ends = [*(one.start() for one in found), len(piece.text)]
        yield replace(piece, text=piece.text[: ends[0]].strip(" \t\n;,|"))
        for label, end in zip(found, ends[1:], strict=True):
            title = title_in(label[1], section, stands_out=False)
            yield _Piece(piece.text[label.end() : end].strip(" \t\n;,|"), title, label[1])

    def _fitting(self, title: Title | None, paragraph: Paragraph, line: str = "") -> Title | None:
        """Return a title if it may stand here; ``line`` is the whole line if nothing else stands on it.

        It is less sure if only its words speak for it.
        """
        if title is None or paragraph.stands_out:
            return title
        if title.section == self._section:
            is_long = len(line.split()) > _FEW_WORDS
            if line and not title.own and not is_long and not line.endswith(":"):
                return None  # an answer such as "Name" or "Start" is no label without its colon
            if not line and self._is_said_again(title):
                return None
            return replace(title, sure=title.sure and (title.own or is_long or title.section in LABELLED))
        if title.section in self.sections or self._is_answer(title, line):
            return None
        if self._marked and self._path in self.written:
            self.written[self._path].sure = False  # a title that looks like text, or a text that looks like a title
        return replace(title, sure=title.sure and title.own and not self._marked)

    def _is_said_again(self, title: Title) -> bool:
        """Say whether a label names the question that is open: "Results: a book" under Deliverables is the answer."""
        if title.target != self._path or title.section in LABELLED:
            return False
        return not title.own or bool(self.written[self._path].paragraphs)

    def _is_answer(self, title: Title, line: str) -> bool:
        """Say whether a plain text is part of an answer, as the titles of this document look different."""
        if self._marked:
            return title.section in self._marked or not title.own
        return not line and title.section in self._lines

    def _is_choice(self, text: str) -> bool:
        asked = self._asked
        return asked is not None and fold(text) in {
            fold(said) for choice in asked.kind.choices for said in (english(choice), asked.kind.label(choice))
        }

    @property
    def _asked(self) -> Asked | None:
        return question_at(self._path) if self._path else None

    def _open(self, title: Title, words: str, cell: Cell | None) -> None:
        if title.section != self._section:
            self._section, self._item = title.section, 0
        self.sections.add(title.section)
        self._path = self._path_of(title.target)
        before, named = self.written.get(self._path), "." in title.target
        if before is None:
            self.written[self._path] = Written(words, title.sure, cell, named)
        else:  # the title of the section and that of its first question, or the same title twice
            before.sure = title.sure and not before.paragraphs
            before.title, before.cell, before.named = words, cell, named or before.named

    def _path_of(self, target: str) -> str:
        if "*" in target:
            path = target.replace("*", str(self._item))
            if path in self.written:
                self._item += 1
                path = target.replace("*", str(self._item))
            return path
        if target not in in_use().by_key:
            return target
        section = in_use().by_key[target]
        return FIRST.get(target, f"{target}.{next(iter(section.model_fields))}")

    def _add(self, paragraph: Paragraph, *, behind_title: bool) -> None:
        written = self.written.get(self._path)
        if written is not None and _is_another_row(written.cell, paragraph):
            self._path, written = "", None
        if written is None:
            if self.sections:
                self.left.append(paragraph.text)
        elif not behind_title and _is_in_label_cell(written.cell, paragraph):
            written.beside.append(paragraph)
        else:
            asked = question_at(self._path)
            is_title = bool(paragraph.heading) or paragraph.bold
            if written.paragraphs and is_title and not asked.kind.choices:
                written.sure = False  # a title that is not known: what follows may be about something else
            written.sure = written.sure and not paragraph.doubtful
            written.paragraphs.append(paragraph)


def _sections_of(paragraphs: Iterable[Paragraph]) -> set[str]:
    """Return the sections whose titles are paragraphs of their own."""
    titles = (title_in(one.text, "", stands_out=False) for one in paragraphs)
    return {title.section for title in titles if title is not None}


def _is_another_row(title: Cell | None, paragraph: Paragraph) -> bool:
    """Say whether a paragraph begins a row that has a title of its own, which is not known."""
    cell = paragraph.cell
    if title is None or cell is None or title.table != cell.table or title.columns == 1:
        return False
    return cell.row != title.row and cell.column == 0 and cell.columns > 1


def _is_in_label_cell(title: Cell | None, paragraph: Paragraph) -> bool:
    """Say whether a text stands in the cell of a title in front of a row, where instructions stand."""
    return title is not None and paragraph.cell == title and title.column == 0 and title.columns > 1
