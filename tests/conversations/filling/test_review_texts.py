"""What an author reads of the review, in another language."""

from datetime import UTC, datetime

from support.other_language import Arguments, spoken, texts_of
from support.pseudo import plain_words

from conversations.dialogue.review_record import Comment, Member
from conversations.dialogue.state import Part
from conversations.filling import reader_texts, review_texts

NOW, LATER = datetime(2026, 11, 23, 10, tzinfo=UTC), datetime(2026, 11, 24, 10, tzinfo=UTC)

NAMED, UNNAMED = Member(user=1, name="1"), Member(user=2, name="")

COMMENT = Comment(number=1, question="1", by=UNNAMED, weight="must fix", parts=(Part(message=1, text="1"),), at=NOW)

ARGUMENTS: Arguments = {
    "called": [(NAMED,), (UNNAMED,), (None,)],
    "capital": [("1",)],
    "request_title": [("1", "2")],
    "own_changes": [("1", "2")],
    "request_line": [(1, "2", "suggestion")],
    "asks": [(COMMENT,)],
    "your_reply": [("1",)],
    "left_to_do": [(["1", "2"],)],
    "lacking": [(["1", "2"],)],
    "proposed": [("1", "2")],
    "proposed_elsewhere": [("1",)],
    "revision_sent": [("1",)],
    "withdrawn": [("1",)],
    "handed_in_again": [("1",)],
    "waits_for_you": [(1,), (2,)],
    "is_approved": [(NOW, NOW)],
    "is_declined": [("1", ""), ("1", "2")],
    "enquiry": [("1", "2", {"again": False}), ("1", "2", {"again": True})],
    "enquiry_before": [("1",)],
    "enquiry_reply": [(NAMED, "1", "2"), (UNNAMED, "1", "2")],
    "enquiry_replied_by": [(UNNAMED, "1", "2")],
    "taken_over": [("1", "2", UNNAMED)],
    "asked_for": [(UNNAMED,)],
    "more_asked": [(1,), (2,)],
    "notify_approved": [("1", "2", NAMED), ("1", "2", UNNAMED)],
    "notify_declined": [("1", "2", NAMED, "3", "4"), ("1", "2", UNNAMED, "3")],
    "notify_reopened": [("1", "2", UNNAMED)],
    "notify_taken_back": [("1", "2", UNNAMED)],
    "notify_comment_changed": [
        ("1", "2", COMMENT, "3", "4"),
        ("1", "2", COMMENT.model_copy(update={"state": "withdrawn"}), "3", "4"),
    ],
    "notify_withdrawn": [("1", "2")],
    "news_line": [("1", "2", ["hand in"]), ("1", "2", ["hand in", "withdraw", "hand in again"])],
    "more_news": [(1,), (2,)],
    "may_read": [([],), ([NAMED],), ([NAMED, UNNAMED],), ([UNNAMED],), ([UNNAMED, UNNAMED],)],
    "read_by": [([NAMED, UNNAMED], [NOW, NOW], NOW)],
    "has_read": [(UNNAMED, NOW, NOW, NOW), (UNNAMED, NOW, LATER, LATER)],
}


def test_no_english_in_texts() -> None:
    """The letters of the review, the author's pages, and who can read a practice."""
    with spoken():
        said = [*texts_of(review_texts, ARGUMENTS), *texts_of(reader_texts, ARGUMENTS)]
    assert [] == [(name, text) for name, text in said if plain_words(text)]


def test_several_moves_follow_each_other() -> None:
    """News of one submission are in one line."""
    line = review_texts.news_line("Open Door", "RAN-2026-0001", ["revise", "withdraw", "revise", "hand in again"])
    assert "RAN-2026-0001 · Open Door: revised, then withdrawn by its author, then submitted again" == line
