"""The Word form with the review: comments, and the changes of the last revision, as Word reads them."""

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from pydantic import JsonValue
from support.practices import NOW, practice, reviewed, stored

from conversations.dialogue.conversation import Answer, Draft
from conversations.dialogue.review_record import SOMEBODY_GONE, Review
from storage.exports.commented import _MOST_LINES
from storage.exports.word import word_form, word_form_with_review

AT = "2026-11-23T10:00:00Z"


def opened(draft: Draft) -> Document:
    """Open the Word form with the review."""
    return docx.Document(BytesIO(word_form_with_review(draft)))


def revised(before: dict[str, JsonValue], after: dict[str, JsonValue] | None = None) -> Draft:
    """Return a practice whose first version had other answers."""
    draft = reviewed(practice(1, after)).model_copy(update={"review": Review()})
    first, second = draft.versions
    older = {path: Answer(value=stored(path, value), source="typed", at=NOW) for path, value in before.items()}
    answers = second.answers | older
    return draft.model_copy(update={"versions": (first.model_copy(update={"answers": answers}), second)})


def text_of(element: Any, *, removed: bool) -> str:  # noqa: ANN401 - lxml has no types
    """Return the text of a paragraph before the revision, or after it."""
    skipped = qn("w:ins") if removed else qn("w:del")
    texts = [
        piece.text or ""
        for piece in element.iter(qn("w:t"), qn("w:delText"))
        if not any(parent.tag == skipped for parent in piece.iterancestors())
    ]
    return "".join(texts)


def is_marked(paragraph: Any, tag: str) -> bool:  # noqa: ANN401 - lxml has no types
    """Say whether the end of a paragraph was inserted, or removed."""
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(tag)}") is not None


def side(form: Document, *, removed: bool) -> list[str]:
    """List the paragraphs as they are when all changes are rejected (``removed``) or accepted."""
    gone = "w:ins" if removed else "w:del"
    paragraphs = [each for each in form.element.body.iter(qn("w:p")) if not is_marked(each, gone)]
    return [text_of(each, removed=removed) for each in paragraphs]


def plain(draft: Draft) -> list[str]:
    """List the paragraphs of the form without a review."""
    body = docx.Document(BytesIO(word_form(draft))).element.body
    return [text_of(each, removed=False) for each in body.iter(qn("w:p"))]


def test_comments_are_word_s_own() -> None:
    """A comment stands at its question, with who wrote it and when; the author's reply is one more."""
    form = opened(reviewed(practice()))
    found = [(one.author, one.text, one.timestamp and one.timestamp.isoformat()) for one in form.comments]
    assert [
        ("Cora Coordinator", "Must fix (resolved): Please name the towns.", "2026-11-23T10:00:00+00:00"),
        ("Author", "We have named them.", "2026-11-23T10:00:00+00:00"),
    ] == found
    (heading,) = [each for each in form.paragraphs if each.text == "Geographical scope"]
    assert 2 == len([*heading.paragraph_format.element.iter(qn("w:commentReference"))])


def test_comment_on_a_question_that_is_gone() -> None:
    """A comment on a question that does not apply any more stands at the title; a name that is gone is replaced."""
    draft = reviewed(practice())
    gone = {"question": "ran_meetings.meetings.7.name", "by": SOMEBODY_GONE, "reply_parts": ()}
    review = draft.review.model_copy(update={"comments": (draft.review.comments[0].model_copy(update=gone),)})
    form = opened(draft.model_copy(update={"review": review}))
    assert ["Coordinator"] == [one.author for one in form.comments]
    assert 1 == len([*form.paragraphs[0].paragraph_format.element.iter(qn("w:commentReference"))])


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("geographical_scope.scope", "Denmark and Norway", "Denmark, Norway and Sweden"),
        ("geographical_scope.scope", "Denmark", "Norway"),
        ("geographical_scope.scope", "Norway", "In the north of Norway"),
        ("geographical_scope.scope", "In the north of Norway", "Norway"),
        ("evidence.performance", "One.\n\nTwo.\n\nThree.", "One.\n\nThree."),
        ("evidence.performance", "One.\n\nThree.", "One.\n\nTwo.\n\nThree."),
        ("evidence.performance", "One.\n\nTwo.", "Two.\n\nThree.\n\nFour."),
        ("evidence.performance", "- one\n- two", "- one\n- two\n- three"),
        ("evidence.performance", "one\n- two\n- three", "one"),
        ("evidence.performance", "See https://example.org/a now", "See https://example.org/b now"),
        ("evidence.performance", "first line\nsecond line", "first line\nthird line"),
        ("evidence.feedback", None, "They liked it."),
        ("evidence.feedback", "They liked it.", None),
        ("organisation.type", "NGO", "Charity"),
        ("key_themes.themes", ["Training", "Formers"], ["Training", "Family support"]),
        ("peer_reviewed.peer_reviewed", True, False),
        ("evidence.performance", "\n\n".join(["a"] * _MOST_LINES), "\n\n".join(["b"] * 3)),
    ],
)
def test_changes_are_tracked(path: str, before: JsonValue, after: JsonValue) -> None:
    """Accepted, the changes give the form as it is; rejected, the form as it was before the revision."""
    draft = revised({path: before}, {path: after})
    form = opened(draft)
    was, now = plain(draft.at_version(1).model_copy(update={"versions": ()})), plain(draft)
    assert [line for line in now if line] == [line for line in side(form, removed=False) if line]
    hints = {"344 of 300 words"}
    assert [line for line in was if line and line not in hints] == [line for line in side(form, removed=True) if line]
    assert list(form.element.body.iter(qn("w:ins"), qn("w:del")))


def test_tracked_changes_have_author_and_time() -> None:
    """Each tracked change has a number of its own, and the time at which the revision was handed in."""
    form = opened(revised({"geographical_scope.scope": "Denmark", "evidence.performance": "One."}))
    marks = [*form.element.body.iter(qn("w:ins"), qn("w:del"))]
    assert {("Author", AT)} == {(mark.get(qn("w:author")), mark.get(qn("w:date"))) for mark in marks}
    assert len(marks) == len({mark.get(qn("w:id")) for mark in marks})


def test_change_of_a_question_that_is_not_printed() -> None:
    """An answer that no longer applies has no place in the form, so its change is not shown."""
    draft = revised({"eu_funding.co_funded": True, "eu_funding.funds": ["Other"]})
    assert "Other" not in "".join(side(opened(draft), removed=False)[-20:])


def test_form_of_one_version_has_no_changes() -> None:
    """What was handed in once has no tracked change, and without comments none of either."""
    form = opened(practice())
    assert ([], []) == ([*form.element.body.iter(qn("w:ins"), qn("w:del"))], [*form.comments])


def test_form_with_the_review_twice() -> None:
    """The same submission gives the same bytes."""
    draft = reviewed(practice())
    assert word_form_with_review(draft) == word_form_with_review(draft)
