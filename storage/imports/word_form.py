"""A filled-in Word form, also as PDF: its answers that are sure, and the texts that somebody has to check."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import JsonValue

from conversations.dialogue.paper import Paper, ReadAnswer
from conversations.fields.times import day_of
from conversations.imports.given import Given
from conversations.papers.reading import read
from storage.imports import texts
from storage.imports.texts import CannotRead
from storage.papers.opening import paragraphs_in
from storage.papers.problems import NotReadable


def practices_in_word_form(path: Path) -> Iterator[Given]:
    """Yield the practice of a Word form or a PDF; raises ``CannotRead``."""
    try:
        with path.open("rb") as file:
            paper = read(paragraphs_in(file), day_of(datetime.now(UTC)))
    except NotReadable as error:
        raise CannotRead(str(error)) from None
    if paper is None:
        raise CannotRead(texts.NO_FORM)
    yield given_in(paper)


def given_in(paper: Paper) -> Given:
    """Return what was read in a Word form as what a file gives."""
    return Given(
        answers={one.question: _given(one) for one in paper.answers if one.sure and one.value is not None},
        doubtful={one.question: one.text for one in paper.answers if not one.sure and one.text},
    )


def _given(answer: ReadAnswer) -> JsonValue:
    """Return the value, or for a date, which is stored in parts, its text."""
    return answer.text if isinstance(answer.value, dict) else answer.value
