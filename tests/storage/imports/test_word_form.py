"""A filled-in Word form as a file to import."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.paper_practices import papers
from support.slow import few
from support.word_papers import own_filled, own_pdf, table, untidy

from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Status
from conversations.imports import Read
from conversations.imports.texts import DOUBTFUL
from storage.imports import opening, texts
from storage.imports.opening import Order

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def read(folder: Path, content: bytes, status: Status = "draft") -> Read:
    """Read a document as the child does."""
    path = folder / "form.docx"
    path.write_bytes(content)
    contents = opening._contents(path, Order(paths=(path,), status=status, now=NOW))
    assert "" == contents.problem
    return contents.practices[0]


def plain(draft: Draft) -> dict[str, object]:
    """Return the answers without list signs, line breaks and the parts of a date, of which a paper has other ones."""
    texts_ = {path: value["given"] if isinstance(value, dict) else value for path, value in draft.values.items()}
    return {
        path: " ".join(value.replace("- ", " ").split()) if isinstance(value, str) else value
        for path, value in texts_.items()
        if value is not None
    }


@pytest.mark.parametrize("layout", [own_filled, table, own_pdf], ids=["own form", "table", "PDF"])
@pytest.mark.parametrize("draft", few(1, papers()), ids=lambda draft: str(draft.number))
def test_answers_of_a_form(tmp_path: Path, layout: Callable[[Draft], bytes], draft: Draft) -> None:
    """The answers are those that the form was filled in with."""
    found = read(tmp_path, layout(draft)).draft
    assert found is not None
    assert plain(draft) == plain(found)


def test_doubtful_texts_are_to_be_checked(tmp_path: Path) -> None:
    """What is not sure waits at its question in a draft, and keeps a practice from coming in as submitted."""
    made = untidy(papers()[0])
    found, refused = read(tmp_path, made), read(tmp_path, made, "submitted")
    assert found.draft is not None
    doubtful = found.draft.read_texts
    assert (True, set()) == (bool(doubtful), {*doubtful} & {*found.draft.answers})
    assert (None, len(doubtful)) == (refused.draft, [one.words for one in refused.problems].count(DOUBTFUL))


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", own_filled(papers()[0])[:3000]])
def test_document_that_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    """A damaged document gets a sentence."""
    path = tmp_path / "form.docx"
    path.write_bytes(content)
    assert opening._contents(path, Order(paths=(path,), status="draft", now=NOW)).problem.endswith(".")


def test_document_that_is_no_form(tmp_path: Path) -> None:
    """A document without the titles of the form says so."""
    from docx import Document  # noqa: PLC0415 - only here

    path = tmp_path / "letter.docx"
    letter = Document()
    letter.add_paragraph("Dear colleagues")
    letter.save(str(path))
    assert texts.NO_FORM == opening._contents(path, Order(paths=(path,), status="draft", now=NOW)).problem
