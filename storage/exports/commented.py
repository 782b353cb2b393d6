"""The review in a Word form: comments as Word's own, and the changes of the last revision as tracked changes."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from itertools import count

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from conversations.dialogue.conversation import Draft, changed
from conversations.dialogue.review_record import Comment
from storage.exports.filled import FilledForm, FilledQuestion, filled_form
from storage.exports.ooxml import Element, properties_of, storable
from storage.exports.texts import AUTHOR, COORDINATOR, comment_in_word

_FIRST_ID = 5000
"""The first number of a tracked change; a layout may have lower ones of its own."""

_MOST_LINES = 500
"""Above so many paragraphs an answer is replaced as a whole: difflib's time grows with the square."""


@dataclass(frozen=True)
class _Place:
    """Where a question stands: its heading, and the paragraphs of its answer."""

    heading: Element
    answer: list[Element]


def add_review(document: Document, draft: Draft, filled: FilledForm) -> None:
    """Add the comments of a review, and mark what its last revision changed, in the laid-out form of the draft."""
    body = document.element.body
    places = _places(body, filled)
    if len(draft.versions) > 1:
        _track(draft, places)
    title = next(body.iter(qn("w:p")))
    for comment in draft.review.standing:
        place = places.get(comment.question)
        _add_comment(document, place.heading if place else title, comment)


def _places(body: Element, filled: FilledForm) -> dict[str, _Place]:
    """Find the questions by their paths: they stand in the order of the form, whatever the layout puts around them."""
    paragraphs = iter([*body.iter(qn("w:p"))])
    places: dict[str, _Place] = {}
    for section in filled.sections:
        heading = _next(paragraphs, section.title)
        for question in section.questions:
            own = _next(paragraphs, question.heading) if question.heading else heading
            answer = [found for line in _lines(question) if (found := _next(paragraphs, line)) is not None]
            if own is not None:
                places[question.path] = _Place(own, answer)
    return places


def _next(paragraphs: Iterator[Element], text: str) -> Element | None:
    return next((paragraph for paragraph in paragraphs if _text(paragraph).strip() == text.strip()), None)


_BREAKS = {qn("w:br"): "\n", qn("w:tab"): "\t"}


def _text(paragraph: Element) -> str:
    """Return the text of a paragraph with its line breaks and tabs."""
    runs = (child for run in paragraph.iter(qn("w:r")) for child in run)
    return "".join(_BREAKS.get(child.tag, child.text or "") for child in runs if child.tag in {*_BREAKS, qn("w:t")})


def _lines(question: FilledQuestion) -> list[str]:
    """List the paragraphs of an answer."""
    parts = ("".join(piece.text for piece in part.pieces) for part in question.parts)
    return [storable(line) for line in (*question.choices, *parts)]


def _add_comment(document: Document, heading: Element, comment: Comment) -> None:
    said = [(comment.by.name or str(COORDINATOR), comment_in_word(comment.weight, comment.state, comment.text))]
    for author, text in (*said, *([(str(AUTHOR), comment.reply)] if comment.reply else [])):
        runs = Paragraph(heading, document).runs
        made = document.add_comment(runs, storable(text), storable(author), storable(author[:1]))
        for element in made.part.element.iter(qn("w:comment")):
            if element.get(qn("w:id")) == str(made.comment_id):
                element.set(qn("w:date"), _moment(comment.at))  # the library takes the clock's time


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _track(draft: Draft, places: dict[str, _Place]) -> None:
    """Mark the changes of the last revision in the answers that are printed."""
    earlier = filled_form(draft.at_version(len(draft.versions) - 1))
    before = {question.path: _lines(question) for section in earlier.sections for question in section.questions}
    marks = _Marks(_moment(draft.versions[-1].at))
    for path in changed(*draft.versions[-2:]):
        place = places.get(path)
        if place is not None and place.answer:
            marks.compare(before.get(path, []), place.answer)


class _Marks:
    """The tracked changes of one revision; each has a number of its own."""

    def __init__(self, at: str) -> None:
        self._at = at
        self._numbers = count(_FIRST_ID)

    def compare(self, old: Sequence[str], answer: Sequence[Element]) -> None:
        """Mark the differences of an answer, paragraph by paragraph."""
        for old_from, old_to, new_from, new_to in _differences(old, [_text(each) for each in answer]):
            removed, here = old[old_from:old_to], answer[new_from:new_to]
            if len(removed) == len(here) and not any(_links(each) for each in here):
                for paragraph, line in zip(here, removed, strict=True):
                    self._rewrite(paragraph, line)
                continue
            beside = answer[min(new_from, len(answer) - 1)]
            self._remove(removed, beside, behind=new_from == len(answer))
            for paragraph in here:
                for run in [*paragraph.iter(qn("w:r"))]:
                    self._wrap(run, "w:ins")
                self._mark_end(paragraph, "w:ins")

    def _rewrite(self, paragraph: Element, line: str) -> None:
        """Mark the words of a paragraph that differ."""
        old, new = line.split(" "), _text(paragraph).split(" ")
        head, tail = _common(old, new)
        runs = paragraph.findall(qn("w:r"))
        looks = runs[0].find(qn("w:rPr")) if runs else None
        for run in runs:
            paragraph.remove(run)
        end_old, end_new = len(old) - tail, len(new) - tail
        for tag, words, is_last in (
            ("", new[:head], head == len(new)),
            ("w:del", old[head:end_old], not tail),
            ("w:ins", new[head:end_new], not tail),
            ("", new[end_new:], True),
        ):
            if words:
                self._add(paragraph, " ".join(words) + ("" if is_last else " "), tag, looks)

    def _remove(self, lines: Sequence[str], beside: Element, *, behind: bool) -> None:
        """Put removed paragraphs where they were; they look like their neighbour."""
        for line in reversed(lines) if behind else lines:
            made = beside.makeelement(qn("w:p"))
            made.append(deepcopy(properties_of(beside)))
            self._add(made, line, "w:del", None)
            self._mark_end(made, "w:del")
            (beside.addnext if behind else beside.addprevious)(made)

    def _add(self, paragraph: Element, text: str, tag: str, looks: Element | None) -> None:
        """Add a text to a paragraph, marked as removed or inserted."""
        run = paragraph.makeelement(qn("w:r"))
        if looks is not None:
            run.append(deepcopy(looks))
        for number, line in enumerate(text.split("\n")):
            if number:
                run.append(run.makeelement(qn("w:br")))
            for n, cell in enumerate(line.split("\t")):
                if n:
                    run.append(run.makeelement(qn("w:tab")))
                piece = run.makeelement(qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
                piece.text = cell
                run.append(piece)
        paragraph.append(run)
        if tag:
            self._wrap(run, tag)

    def _wrap(self, run: Element, tag: str) -> None:
        mark = self._mark(run, tag)
        run.addprevious(mark)
        mark.append(run)
        for text in run.findall(qn("w:t")) if tag == "w:del" else ():
            text.tag = qn("w:delText")

    def _mark(self, beside: Element, tag: str) -> Element:
        values = {"id": str(next(self._numbers)), "author": str(AUTHOR), "date": self._at}
        return beside.makeelement(qn(tag), {qn(f"w:{name}"): value for name, value in values.items()})

    def _mark_end(self, paragraph: Element, tag: str) -> None:
        """Mark the end of a paragraph, so that it goes or comes as a whole."""
        properties = properties_of(paragraph)
        looks = properties.find(qn("w:rPr"))
        if looks is None:
            looks = properties.makeelement(qn("w:rPr"))
            properties.append(looks)
        for old in [*looks.findall(qn("w:ins")), *looks.findall(qn("w:del"))]:
            looks.remove(old)
        looks.insert(0, self._mark(looks, tag))


def _links(paragraph: Element) -> bool:
    return paragraph.find(qn("w:hyperlink")) is not None


def _differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """List what differs: begin and end in the old paragraphs, begin and end in the new ones."""
    if len(old) + len(new) > _MOST_LINES:
        yield 0, len(old), 0, len(new)
        return
    for tag, *positions in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield positions[0], positions[1], positions[2], positions[3]


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Count the equal words at the beginning of both texts, and at their end."""
    least = min(len(old), len(new))
    head = next((n for n in range(least) if old[n] != new[n]), least)
    tail = next((n for n in range(least - head) if old[-1 - n] != new[-1 - n]), least - head)
    return head, tail
